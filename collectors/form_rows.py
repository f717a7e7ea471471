"""Finds the rows of our Excel form in a returned workbook: by hidden key, else by what is visible."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from collectors.workbook import Grid, Row
from dondoc.form import FORM_MARK, CellValue
from dondoc.form_layout import HEADINGS, OBSTACLES, PROPOSALS, SECTIONS, RowKey, parse_key
from dondoc.messages import Message, say
from dondoc.text import fold, squeeze

_REQUIRED = frozenset({"number", "content", "status", "note"})
_HEADING_OF = {fold(heading): column for column, heading in HEADINGS.items()}
_SECTIONS = frozenset(fold(title) for title in SECTIONS)
_FREE_TEXTS = {fold(title): key for key, title in ((OBSTACLES, SECTIONS[-2]), (PROPOSALS, SECTIONS[-1]))}


@dataclass(frozen=True, slots=True)
class Mark:
    """What the hidden sheet says of one row: kind, visible label, and the cells as they were filled in beforehand."""

    kind: str
    label: str
    known: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The hidden sheet; empty where it is gone."""

    code: str = ""
    of: Mapping[RowKey, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of the form: what it is about, its line in the sheet (from 1), and its cells by column."""

    key: RowKey
    line: int
    cells: Mapping[str, CellValue]


def clean(cell: CellValue) -> CellValue:
    """Text stripped and in NFC; a blank one is None."""
    if not isinstance(cell, str):
        return cell
    return "\n".join(squeeze(line) for line in cell.strip().split("\n")) or None


def find_marks(grids: Sequence[Grid]) -> Marks:
    """The hidden sheet's content."""
    for grid in grids:
        if grid.rows and _text_at(grid.rows[0], 0) == FORM_MARK:
            return Marks(_text_at(grid.rows[0], 2), dict(_read_marks(grid.rows[1:])))
    return Marks()


def find_rows(grids: Sequence[Grid], marks: Marks) -> tuple[tuple[FoundRow, ...], tuple[Message, ...]] | None:
    """The form's rows in order of appearance and what is wrong with others; None where no sheet has our headings."""
    for grid in grids:
        for line, row in enumerate(grid.rows, start=1):
            columns = _columns(row)
            if columns.keys() >= _REQUIRED:
                body = list(enumerate(grid.rows[line:], start=line + 1))
                has_keys = any(_key_of(row) for _, row in body)
                return _Finder(columns, marks, has_keys).find(body)
    return None


def _read_marks(rows: Sequence[Row]) -> Iterator[tuple[RowKey, Mark]]:
    for row in rows:
        key = parse_key(_text_at(row, 0))
        if key:
            yield key, Mark(_text_at(row, 1), _text_at(row, 2), _known(_text_at(row, 3)))


def _known(text: str) -> tuple[CellValue, ...]:
    try:
        cells = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    is_flat = isinstance(cells, list) and all(cell is None or isinstance(cell, str | int | float) for cell in cells)
    return tuple(cells) if is_flat else ()


def _text_at(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell if isinstance(cell, str) else ""


def _columns(row: Row) -> dict[str, int]:
    """Which column each of our headings stands in; the first one counts."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        column = _HEADING_OF.get(fold(squeeze(cell))) if isinstance(cell, str) else None
        if column:
            found.setdefault(column, index)
    return found


def _key_of(row: Row) -> RowKey | None:
    return next((key for key in map(parse_key, row) if key), None)


class _Finder:
    """Walks down the sheet; `task` is the one whose figures may follow where there are no keys."""

    def __init__(self, columns: Mapping[str, int], marks: Marks, has_keys: bool) -> None:  # noqa: FBT001
        self.columns = columns
        self.marks = marks
        self.has_keys = has_keys
        self.task: int | None = None
        self.rows: dict[RowKey, FoundRow] = {}
        self.spoilt: set[RowKey] = set()
        self.faults: list[Message] = []

    def find(self, body: Sequence[tuple[int, Row]]) -> tuple[tuple[FoundRow, ...], tuple[Message, ...]]:
        for line, row in body:
            self._take(line, row)
        return tuple(row for key, row in self.rows.items() if key not in self.spoilt), tuple(self.faults)

    def _take(self, line: int, row: Row) -> None:
        cells = {name: clean(row[at]) if at < len(row) else None for name, at in self.columns.items()}
        key = _key_of(row)
        if key is None and self.has_keys:
            self._stray(line, cells)
        elif key is None:
            key = self._visible_key(cells)
            if key:
                self._keep(FoundRow(key, line, cells))
        elif self._contradicts(key, cells):
            self.spoilt.add(key)
            self.faults.append(say("form, line {line}: what is visible does not belong to this line", line=line))
        else:
            self._keep(FoundRow(key, line, cells))

    def _keep(self, row: FoundRow) -> None:
        earlier = self.rows.setdefault(row.key, row)
        if earlier.cells != row.cells:
            self.spoilt.add(row.key)
            self.faults.append(
                say("form, lines {a} and {b} say different things of one item", a=earlier.line, b=row.line)
            )

    def _stray(self, line: int, cells: Mapping[str, CellValue]) -> None:
        """A line that somebody added is not understood, and not passed over in silence either."""
        texts = [str(cell) for cell in cells.values() if cell is not None]
        if texts and fold(texts[0]) not in _SECTIONS:
            self.faults.append(say("form, line {line} was added: {text}", line=line, text="; ".join(texts)[:200]))

    def _contradicts(self, key: RowKey, cells: Mapping[str, CellValue]) -> bool:
        number, content = cells.get("number"), cells.get("content")
        if key.task is not None and key.figure is None:
            return number is not None and _whole(number) != key.task
        mark = self.marks.of.get(key)
        is_renamed = mark is not None and content is not None and fold(str(content)) != fold(squeeze(mark.label))
        return number is not None or is_renamed

    def _visible_key(self, cells: Mapping[str, CellValue]) -> RowKey | None:
        number, content = cells.get("number"), cells.get("content")
        if number is not None:
            self.task = _whole(number)
            return None if self.task is None else RowKey(self.task)
        if not isinstance(content, str):
            return None
        return _FREE_TEXTS.get(fold(content)) or RowKey(self.task, content)


def _whole(cell: CellValue) -> int | None:
    """A task's number as it shows: ``3``, ``"3"`` or ``"3."``."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    digits = cell.rstrip(".") if isinstance(cell, str) else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
