"""The returned Excel form: rows that say exactly what is meant; a row that contradicts itself goes to a person."""

from __future__ import annotations

from collections.abc import Mapping

from dondoc.form import STATUS_LABELS, AnsweredRow, CellValue, FormAnswer
from dondoc.messages import say
from dondoc.plan.model import Figure, Task
from dondoc.reading.folded import clean, folded, plain_of
from dondoc.reading.numbers import value_of
from dondoc.reading.outcome import Items, short
from dondoc.reading.verdict import verdict_on
from dondoc.reading.vocabulary.figures import NO, YES
from dondoc.reply import FigureValue, ItemStatus, ReplyItem

_STATUS: Mapping[str, ItemStatus] = {plain_of(clean(label)): status for status, label in STATUS_LABELS.items()}  # type: ignore[misc]
_YESNO = {
    "1": True,
    "0": False,
    **{plain_of(clean(word)): True for word in YES},
    **{plain_of(clean(word)): False for word in NO},
}


def read_form_answer(form: FormAnswer, tasks: Mapping[int, Task], asked: tuple[int, ...], items: Items) -> None:
    """Add a form's rows to `items`; empty rows say nothing."""
    for fault in form.faults:
        items.doubt(fault)
    for row in form.rows:
        if _is_empty(row):
            continue
        if row.task not in asked:
            items.doubt(say("task {task} was answered, but this agency was not asked about it", task=row.task))
        else:
            _read_row(row, tasks[row.task].figures, items)


def _is_empty(row: AnsweredRow) -> bool:
    return (
        not row.status.strip()
        and row.percent in {None, ""}
        and not row.note.strip()
        and all(v in {None, ""} for v in row.figures.values())
    )


def _read_row(row: AnsweredRow, figures: Mapping[str, Figure], items: Items) -> None:
    status = status_of(row.status)
    percent, is_odd = _percent(row.percent)
    values = figure_values(row.figures, figures, row.task, items)
    item = ReplyItem(row.task, status or "in_progress", percent, values, " ".join(row.note.split()))
    if status is None or is_odd or _contradicts(status, percent):
        words = short(f"{row.status} {'' if row.percent is None else row.percent}")
        items.doubt(say("task {task}: the form's row is not consistent: “{words}”", task=row.task, words=words))
        if status is not None:
            items.likely[row.task] = item
        return
    earlier = items.certain.get(row.task)
    if earlier is not None and earlier.status != status:
        items.doubt(say("task {task}: the text and the form say different things", task=row.task))
        items.likely[row.task] = items.certain.pop(row.task)
        return
    items.likely.pop(row.task, None)
    items.certain[row.task] = item


def status_of(cell: str) -> ItemStatus | None:
    """The status a cell names: one of the drop-down's, or words that mean one."""
    plain = " ".join(plain_of(clean(cell)).split()).strip(" .")
    return _STATUS.get(plain) or (verdict_on(folded(clean(cell)).plain).status if plain else None)


def _percent(cell: CellValue) -> tuple[float | None, bool]:
    """The percentage of a cell, and whether it is not certain; a bare 0.6 may mean 60 % or 0.6 %."""
    if cell is None or cell == "" or isinstance(cell, bool):
        return None, isinstance(cell, bool)
    if isinstance(cell, str):
        number = value_of(cell.strip().rstrip("%").strip().replace(".", ","))
        is_share = "%" not in cell
    else:
        number, is_share = float(cell), True
    if number is None or not 0 <= number <= 100 or (is_share and 0 < number <= 1):
        return None, True
    return round(number, 2), False


def _contradicts(status: ItemStatus, percent: float | None) -> bool:
    if percent is None:
        return False
    return (
        (status == "done" and percent < 100)
        or (status == "in_progress" and percent >= 100)
        or (status in {"not_started", "not_applicable"} and percent > 0)
    )


def figure_values(
    cells: Mapping[str, CellValue], figures: Mapping[str, Figure], task: int, items: Items
) -> dict[str, FigureValue]:
    """Numbers and yes/no answers of a row; what is neither is named for review."""
    values: dict[str, FigureValue] = {}
    by_name = {plain_of(clean(figure.name)): figure for figure in figures.values()}
    for name, cell in cells.items():
        figure = figures.get(name) or by_name.get(plain_of(clean(name)))
        if figure is None or cell is None or cell == "":
            continue
        value = _yesno(cell) if figure.kind == "yesno" else _number(cell)
        if value is None:
            words = short(str(cell))
            items.doubt(
                say(
                    "task {task}: the figure “{figure}” in the form is no number: “{words}”",
                    task=task,
                    figure=figure.name,
                    words=words,
                )
            )
        else:
            values[figure.id] = value
    return values


def _yesno(cell: CellValue) -> bool | None:
    return cell if isinstance(cell, bool) else _YESNO.get(plain_of(clean(str(cell))).strip(" ."))


def _number(cell: CellValue) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, str):
        digits = cell.strip().split()[0] if cell.strip() else ""
        value = value_of(digits)
    else:
        value = cell
    if value is None or value < 0:
        return None
    return int(value) if float(value).is_integer() else value
