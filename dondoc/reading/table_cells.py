"""What one line of a table says: words as they stand, numbers with the name and the unit that they have there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import clean, plain_of
from dondoc.reading.grid import Row
from dondoc.reading.index import TaskIndex
from dondoc.reading.labels import figure_named
from dondoc.reading.sections import SectionKind
from dondoc.reading.table_head import Column, Head, names_of
from dondoc.reading.vocabulary import columns as words
from dondoc.reading.vocabulary.figures import NO, YES

_TICKS = names_of(words.TICKS)
_ANSWERS = names_of((*YES, *NO))
_SHARE = re.compile(r"^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$")
_AMOUNT = re.compile(r"\s*\d[\d.,\s]*%?\s*")
_NUMBER_OR_ANSWER = re.compile(r"\s*(?:[\d.,\s]+|có|không|chưa|x)\s*")


@dataclass(slots=True)
class Said:
    """What a line says of its task: texts, sections, and `shares` that are those of a figure beside them."""

    texts: list[str] = field(default_factory=list)
    sections: list[tuple[SectionKind, str]] = field(default_factory=list)
    shares: list[str] = field(default_factory=list)


def said_in(row: Row, head: Head, task: TaskIndex | None, own: Mapping[int, int]) -> Said:
    """The words of a line; `own` are columns whose cells speak of its task only, and how many lines each reaches."""
    measure = _measure(row, head, task)
    reader = _Line(measure, task)
    for at in own:
        reader.take(row[at].text, _column(head, at), reach=own[at])
    reader.take_amounts(_unit(row, head))
    return reader.said


def said_by_all(cell: str, column: Column) -> str:
    """The words of a cell that is merged over several tasks; a bare number there is nobody's."""
    is_silent = column.kind not in {"status", "text", "percent"} or _AMOUNT.fullmatch(cell) is not None
    return "" if is_silent else cell


def _column(head: Head, at: int) -> Column:
    return head.columns[at] if at < len(head.columns) else Column("text")


def _measure(row: Row, head: Head, task: TaskIndex | None) -> str:
    """The name of the figure that the line is about, as it is written; "" where it is about none."""
    named = [cell.text for cell, kind in zip(row, head.kinds, strict=False) if kind == "measure" and cell.text.strip()]
    if named:
        return named[0]
    candidates = (
        cell.own for cell, column in zip(row, head.columns, strict=False) if column.kind == "task" or not column.name
    )
    return next((text for text in candidates if text.strip() and _figure(text, task) is not None), "")


def _figure(text: str, task: TaskIndex | None) -> str | None:
    return figure_named(text, task.figures, task.plain) if task is not None else None


def _unit(row: Row, head: Head) -> str:
    units = (cell.text.strip() for cell, kind in zip(row, head.kinds, strict=False) if kind == "unit")
    return next(filter(None, units), "")


@dataclass(slots=True)
class _Line:
    """One line while its cells are read."""

    measure: str
    task: TaskIndex | None
    said: Said = field(default_factory=Said)
    amounts: list[str] = field(default_factory=list)

    def take(self, cell: str, column: Column, *, reach: int) -> None:
        """Take up one cell."""
        match column.kind:
            case "running" | "number" | "ignored" | "unit" | "measure":
                pass
            case "tick":
                self._tick(cell, column.name)
            case "percent":
                of_figure = self.measure and reach == 1
                (self.said.shares if of_figure else self.said.texts).append(share_of(cell))
            case "obstacles" | "proposals":
                self.said.sections.append((column.kind, cell))
            case "task":
                self.said.texts.append("" if cell == self.measure else _after_name(cell))
            case "text" if column.name and _NUMBER_OR_ANSWER.fullmatch(cell.lower()):
                self.said.texts.append(f"{column.name}: {cell}")
            case _:
                self._value(cell, reach=reach)

    def _tick(self, cell: str, name: str) -> None:
        if plain_of(clean(cell)).strip() in _TICKS:
            self.said.texts.insert(0, name)
        else:
            self.said.texts.append(f"{name}: {cell}")

    def _value(self, cell: str, *, reach: int) -> None:
        if cell == self.measure:
            return
        is_answer = self._is_yesno() and plain_of(clean(cell)).strip(" .") in _ANSWERS
        if is_answer:
            self.said.texts.append(f"{self.measure}: {cell}")
        elif not _AMOUNT.fullmatch(cell):
            self.said.texts.append(cell)
        elif reach == 1:
            self.amounts.append(cell.strip())
        else:
            self.amounts.extend((cell.strip(), ""))  # one number for several figures is none of them

    def _is_yesno(self) -> bool:
        figure = _figure(self.measure, self.task) if self.measure else None
        return figure is not None and self.task is not None and self.task.figures.figures[figure].kind == "yesno"

    def take_amounts(self, unit: str) -> None:
        """The one number of the line with its name and unit; two that differ may be anything."""
        if not self.measure and not unit:
            self.said.texts.extend(amount for amount in self.amounts if amount.endswith("%"))
            return
        if len(set(self.amounts)) != 1:
            return
        amount = self.amounts[0]
        if not self.measure:
            self.said.texts.append(f"{amount} {unit}")
            return
        figure = _figure(self.measure, self.task)
        if figure is None or self.task is None:
            return
        known = self.task.figures.figures[figure]
        is_share = "%" in (unit or known.unit or "")
        if is_share or "%" not in amount:
            self.said.texts.append(f"{known.name}: {amount.rstrip(' %')}{'%' if is_share else f' {unit}'}".rstrip())


def share_of(cell: str) -> str:
    """A cell of a percentage column as words; a bare 0,6 may mean 60 % or 0,6 %, so that it says nothing."""
    found = _SHARE.match(cell)
    if found is None:
        return cell
    is_share = "%" not in cell and 0 < float(found.group(1).replace(",", ".")) <= 1
    return "" if is_share else f"đạt {found.group(1)}%"


def shares_said(shares: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The share of a task whose figures all reached it; shares that differ only speak against its being done."""
    different = list(dict.fromkeys(filter(None, shares)))
    is_done = any(has_claim(plain_of(text)) and "hoan thanh" in plain_of(text) for text in texts)
    return different if len(different) == 1 or is_done else []


def _after_name(cell: str) -> str:
    """What a task's cell says behind its name."""
    return cell.split(":", 1)[1] if ":" in cell and has_claim(plain_of(cell.split(":", 1)[1])) else ""
