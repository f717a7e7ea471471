"""Tables in a reply: which column holds the task, its status, its figures; a running number is no task number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import clean, folded, plain_of
from dondoc.reading.index import PlanIndex
from dondoc.reading.mentions import mentions_in
from dondoc.reading.sections import SectionKind
from dondoc.reading.vocabulary import columns

MIN_PREFIX = 3
Column = Literal["running", "number", "task", "status", "percent", "ignored", "obstacles", "proposals", "text", "tick"]
_RULE = re.compile(r"^[\s:=+-]*$")
_NUMBER = re.compile(r"^\s*(?:nv|nhiem vu)?\s*\.?\s*(?:so\s*)?0*(\d{1,3})\s*[.):]?\s*$")
_PERCENT_VALUE = re.compile(r"^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$")


def _names(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(plain_of(clean(phrase)) for phrase in phrases)


_HEADERS: tuple[tuple[Column, frozenset[str]], ...] = (
    ("running", _names(columns.COLUMN_RUNNING)),
    ("percent", _names(columns.COLUMN_PERCENT)),
    ("ignored", _names(columns.COLUMN_IGNORED)),
    ("status", _names(columns.COLUMN_STATUS)),
    ("task", _names(columns.COLUMN_TASK)),
    ("number", _names(columns.COLUMN_TASK_NUMBER)),
    ("obstacles", _names(columns.COLUMN_OBSTACLES)),
    ("proposals", _names(columns.COLUMN_PROPOSALS)),
)
_TICKS = _names(columns.TICKS)


@dataclass(slots=True)
class TableRow:
    """One row about `tasks`: its texts ready to be read, and its obstacles or proposals."""

    tasks: tuple[int, ...]
    texts: list[str] = field(default_factory=list)
    sections: list[tuple[SectionKind, str]] = field(default_factory=list)


def rows_of(table: Sequence[Sequence[str]], index: PlanIndex, asked: Sequence[int]) -> list[TableRow] | None:
    """Rows that name a task; None where the lines are no table of tasks."""
    filled = [row for row in table if not all(_RULE.match(plain_of(cell)) for cell in row)]
    header = _header(filled)
    body = filled[1:] if header else filled
    columns: Sequence[Column] = header or ["text"] * max((len(row) for row in filled), default=0)
    if "number" not in columns and "task" not in columns:
        is_running_safe = _running_fits(body, columns, asked)
    else:
        is_running_safe = False
    rows: list[TableRow] = []
    for cells in body:
        tasks = _task_of(cells, columns, index, asked, is_running_safe=is_running_safe)
        if tasks:
            rows.append(TableRow(tasks))
        elif not rows:
            continue
        if tasks or _is_subrow(cells, columns):
            _fill(rows[-1], cells, columns, filled[0] if header else ())
    return rows or None


def _header(rows: Sequence[Sequence[str]]) -> tuple[Column, ...] | None:
    if not rows:
        return None
    columns = tuple(_column(cell) for cell in rows[0])
    known = sum(column != "text" for column in columns)
    is_answer = any(mentions_in(folded(cell)) for cell in rows[0])
    return columns if known >= 2 and not is_answer else None


def _column(cell: str) -> Column:
    plain = " ".join(plain_of(clean(cell)).strip(" *:.").split())
    for column, names in _HEADERS:
        if plain in names:
            return column
    if has_claim(plain) and len(plain.split()) <= 4:
        return "tick"
    for column, names in _HEADERS:
        if any(plain.startswith((f"{name} ", f"{name}(")) for name in names if len(name) > MIN_PREFIX):
            return column
    return "text"


def _running_fits(rows: Sequence[Sequence[str]], columns: Sequence[Column], asked: Sequence[int]) -> bool:
    """Whether the running numbers can only be task numbers: all of them were asked, and they do not just count up."""
    place = columns.index("running") if "running" in columns else 0
    numbers = [
        int(match.group(1)) for row in rows if len(row) > place and (match := _NUMBER.match(plain_of(row[place])))
    ]
    if not numbers or not set(numbers) <= set(asked):
        return False
    return numbers != list(range(1, len(numbers) + 1)) or sorted(asked)[: len(numbers)] == numbers


def _task_of(
    cells: Sequence[str], columns: Sequence[Column], index: PlanIndex, asked: Sequence[int], *, is_running_safe: bool
) -> tuple[int, ...]:  # fmt: skip
    for column, cell in zip(columns, cells, strict=False):
        mentions = mentions_in(folded(cell)) if column not in {"status", "ignored"} else []
        if mentions and not plain_of(cell)[: mentions[0].start].strip(" -*.0123456789)"):
            return mentions[0].tasks
    for column, cell in zip(columns, cells, strict=False):
        number = _NUMBER.match(plain_of(cell))
        if column in {"number", "task"} and number:
            return (int(number.group(1)),)
    for column, cell in zip(columns, cells, strict=False):
        named = index.named(cell, asked) if column in {"task", "text", "number"} else None
        if named is not None:
            return (named,)
    place = columns.index("running") if "running" in columns else 0
    number = _NUMBER.match(plain_of(cells[place])) if len(cells) > place else None
    return (int(number.group(1)),) if number and is_running_safe else ()


def _is_subrow(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the row only continues the one above: nothing in its task columns."""
    naming = [cell for column, cell in zip(columns, cells, strict=False) if column in {"running", "number", "task"}]
    return len(cells) > 1 and not any(cell.strip() for cell in naming)


def _fill(row: TableRow, cells: Sequence[str], columns: Sequence[Column], names: Sequence[str]) -> None:
    for position, cell in enumerate(cells):
        column = columns[position] if position < len(columns) else "text"
        if not cell.strip() or column in {"running", "number", "ignored"}:
            continue
        name = names[position] if position < len(names) else ""
        _fill_cell(row, column, cell, name)


def _fill_cell(row: TableRow, column: Column, cell: str, name: str) -> None:
    match column:
        case "tick":
            if plain_of(clean(cell)).strip() in _TICKS:
                row.texts.insert(0, name)
            else:
                row.texts.append(f"{name}: {cell}")
        case "percent":
            row.texts.append(_percent(cell))
        case "obstacles" | "proposals":
            row.sections.append((column, cell))
        case "text" if name and re.fullmatch(r"\s*(?:[\d.,\s]+|có|không|chưa|x)\s*", cell.lower()):
            row.texts.append(f"{name}: {cell}")
        case "task":
            row.texts.append(_after_name(cell))
        case _:
            row.texts.append(cell)


def _percent(cell: str) -> str:
    """A cell of a percentage column as words; a bare 0,6 may mean 60 % or 0,6 %, so that it says nothing."""
    found = _PERCENT_VALUE.match(cell)
    if found is None:
        return cell
    is_share = "%" not in cell and 0 < float(found.group(1).replace(",", ".")) <= 1
    return "" if is_share else f"đạt {found.group(1)}%"


def _after_name(cell: str) -> str:
    """What a task's cell says behind its name."""
    return cell.split(":", 1)[1] if ":" in cell and has_claim(plain_of(cell.split(":", 1)[1])) else ""
