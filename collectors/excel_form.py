"""Reads our Excel form back: exactly what was filled in or changed, cell by cell, and nothing that is not certain.

A row left as it was sent (blank, or with what was known already) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from collectors.form_rows import FoundRow, Mark, Marks, clean, find_marks, find_rows
from collectors.workbook import Grid, read_grids
from dondoc.form import AnsweredRow, CellValue, FormAnswer
from dondoc.form_layout import CODE_LABEL, NO, OBSTACLES, PROPOSALS, YES, RowKey
from dondoc.messages import Message, say
from dondoc.text import fold, squeeze

_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")
_YESNO: Mapping[CellValue, bool] = {fold(YES): True, fold(NO): False}
_FREE_TEXT_COLUMNS = ("status", "percent", "value", "unit", "note")


def read_form(content: bytes) -> FormAnswer | None:
    """What a returned form says, or None where the file is not our form; never raises, whatever the bytes."""
    grids = read_grids(content)
    if grids is None:
        return None
    marks, visible = find_marks(grids), _visible_code(grids)
    found = find_rows(grids, marks)
    code = marks.code or visible
    if not code or (found is None and not marks.code):
        return None
    if found is None:
        return FormAnswer(code, (), faults=(say("the headings of the form are gone"),))
    rows, faults = found
    return _answer(code, rows, marks, (*faults, *_code_fault(code, visible)))


def _answer(code: str, rows: Sequence[FoundRow], marks: Marks, faults: tuple[Message, ...]) -> FormAnswer:
    by_key = {row.key: row for row in rows}
    return FormAnswer(
        code=code,
        rows=tuple(_answered(by_key, marks)),
        figures={
            row.key.figure: value
            for row in rows
            if row.key.task is None and row.key.figure and not _is_untouched(row, marks)
            if (value := _value(row, marks)) is not None
        },
        obstacles=_free_text(by_key.get(OBSTACLES), marks),
        proposals=_free_text(by_key.get(PROPOSALS), marks),
        faults=faults,
    )


def _answered(rows: Mapping[RowKey, FoundRow], marks: Marks) -> Iterator[AnsweredRow]:
    """The tasks of which anything was filled in or changed, each with all that its rows say now."""
    for task in dict.fromkeys(key.task for key in rows if key.task is not None):
        own = rows.get(RowKey(task))
        figures = [row for row in rows.values() if row.key.task == task and row.key.figure]
        if all(_is_untouched(row, marks) for row in (own, *figures) if row):
            continue
        cells = own.cells if own else {}
        yield AnsweredRow(
            task=task,
            status=_text(cells.get("status")),
            percent=cells.get("percent"),
            figures={
                row.key.figure: value for row in figures if row.key.figure if (value := _value(row, marks)) is not None
            },
            note=_text(cells.get("note")),
        )


def _is_untouched(row: FoundRow, marks: Marks) -> bool:
    known = marks.of[row.key].known if row.key in marks.of else ()
    if row.key.text:
        return _joined(row) == _text(clean(known[0] if known else None))
    if row.key.figure:
        return row.cells.get("value") in (*map(clean, known), *(() if known else (None,)))
    now = (row.cells.get("status"), row.cells.get("percent"), row.cells.get("note"))
    return now == (tuple(map(clean, known)) or (None, None, None))


def _value(row: FoundRow, marks: Marks) -> CellValue:
    """The figure as found; what was sent comes back as the number it was, and a drop-down's entry as yes or no."""
    cell = row.cells.get("value")
    mark = marks.of.get(row.key, Mark("", "", ()))
    if mark.known and cell is not None and cell == clean(mark.known[0]):
        return mark.known[-1]
    if not isinstance(cell, str):
        return cell
    if mark.kind == "yesno":
        return _YESNO.get(fold(cell), cell)
    return float(cell) if cell.isascii() and cell.isdigit() and len(cell) < 16 else cell


def _free_text(row: FoundRow | None, marks: Marks) -> str:
    return "" if row is None or _is_untouched(row, marks) else _joined(row)


def _joined(row: FoundRow) -> str:
    """The wide cell was one when we sent it; somebody may have split it."""
    return " ".join(text for column in _FREE_TEXT_COLUMNS if (text := _text(row.cells.get(column))))


def _text(cell: CellValue) -> str:
    return "" if cell is None else str(cell)


def _visible_code(grids: Sequence[Grid]) -> str:
    label = fold(CODE_LABEL)
    for grid in grids:
        for row in grid.rows[:40]:
            texts = [squeeze(cell) for cell in row if isinstance(cell, str)]
            found = _CODE.search(" ".join(texts)) if any(fold(text).startswith(label) for text in texts) else None
            if found:
                return found.group()
    return ""


def _code_fault(code: str, visible: str) -> tuple[Message, ...]:
    if visible and visible != code:
        return (say("the form shows the code {visible} but was made for {code}", visible=visible, code=code),)
    return ()
