"""Tables in a reply: whose every row is, and what it says of its task; a running number is no task number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dondoc.reading.claims import has_claim
from dondoc.reading.dittos import written_out
from dondoc.reading.folded import folded, plain_of
from dondoc.reading.grid import Row, grid_of, upright
from dondoc.reading.index import PlanIndex
from dondoc.reading.labels import figure_named
from dondoc.reading.lines import Line
from dondoc.reading.mentions import mentions_in
from dondoc.reading.places import Orders, with_places
from dondoc.reading.sections import SectionKind
from dondoc.reading.table_cells import said_by_all, said_in, shares_said
from dondoc.reading.table_head import NAMING, Head, head_of, kind_of_heading, names_of
from dondoc.reading.vocabulary.columns import ROW_TOTAL

_NUMBER = re.compile(r"^\s*(?:nv|nhiem vu)?\s*\.?\s*(?:so\s*)?0*(\d{1,3})\s*[.):]?\s*$")
_ORDER = re.compile(r"^\s*(?:[-+*•]|[a-z]|[ivx]{1,4}|\d{1,2})?(?:[.)/]\d{0,2})*\s*$")
_TOTAL = names_of(ROW_TOTAL)


@dataclass(slots=True)
class TableRow:
    """What a table says of `tasks` (of none that is known where they are empty): texts ready to be read, and sections.

    `heading` is a status that stands above the row for all below it; `shares` are percentages of single figures.
    """

    tasks: tuple[int, ...]
    texts: list[str] = field(default_factory=list)
    sections: list[tuple[SectionKind, str]] = field(default_factory=list)
    shares: list[str] = field(default_factory=list)
    heading: str = ""


def rows_of(
    lines: Sequence[Line], index: PlanIndex, asked: Sequence[int], year: int | None = None, orders: Orders = ()
) -> list[TableRow] | None:
    """Rows that name a task, or a status of none; None where the lines are no table of tasks."""
    reader = _Owners(index, asked, orders)
    rows, is_turned = upright(grid_of(lines), lambda cell: bool(_mentioned(cell)))
    if not is_turned:
        rows, is_turned = upright(rows, reader.names_task)
    figures = [index.tasks[task].figures for task in asked if task in index.tasks]
    head = head_of(rows, figures, year, is_turned=is_turned)
    owned = reader.owned(written_out(rows[head.body :], head), head)
    return list(_filled(owned, head, index)) if any(line.tasks for line in owned) else None


@dataclass(frozen=True, slots=True)
class _Owned:
    """A line of the body: the tasks it speaks of, and the place of the first line about them."""

    row: Row
    tasks: tuple[int, ...]
    first: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Owners:
    """Tells whose every line of a table is."""

    index: PlanIndex
    asked: Sequence[int]
    orders: Orders

    def names_task(self, cell: str) -> bool:
        """Whether a cell names a task by its number or its words."""
        if _mentioned(cell) or not cell.strip():
            return bool(cell.strip())
        return self.index.named(cell, self.asked) is not None and not self._is_figure(cell, tuple(self.asked))

    def owned(self, body: Sequence[Row], head: Head) -> list[_Owned]:
        """Every line of the body but titles of groups and totals."""
        is_running_safe = not {"number", "task", "measure"} & set(head.kinds) and self._running_fits(body, head)
        owned: list[_Owned] = []
        current: _Owned | None = None
        heading = ""
        for at, row in enumerate(body):
            tasks = self._task_of(row, head, is_running_safe=is_running_safe)
            if tasks and (current is None or current.tasks != tasks or not _is_merged(row, head)):
                current = _Owned(row, tasks, at, heading)
            if current is not None and (tasks or self._is_below(row, head, current.tasks)):
                owned.append(replace(current, row=row))
                continue
            if _is_group(row, head):
                heading = _status_in(row)
            elif not _is_total(row):
                owned.append(_Owned(row, (), at))
            current = current if _is_inside(row, head) else None
        return owned

    def _task_of(self, row: Row, head: Head, *, is_running_safe: bool) -> tuple[int, ...]:
        cells = [(kind, cell.text) for kind, cell in zip(head.kinds, row, strict=False) if cell.merge != "left"]
        for kind, text in cells:
            mentioned = _mentioned(text, self.orders) if kind not in {"status", "ignored"} else ()
            if mentioned:
                return mentioned
        for kind, text in cells:
            number = _NUMBER.match(plain_of(text)) if kind in {"number", "task"} else None
            if number:
                return (int(number.group(1)),)
        for kind, text in cells:
            named = self.index.named(text, self.asked) if kind in {"task", "text", "number"} else None
            if named is not None and self._figure(text, named) is None:
                return (named,)
        place = head.kinds.index("running") if "running" in head.kinds else 0
        number = _NUMBER.match(plain_of(row[place].text)) if len(row) > place else None
        tasks = (int(number.group(1)),) if number and is_running_safe else ()
        is_of_another = any(self._is_figure(cell.own, tuple(self.asked)) for cell in row)
        return () if is_of_another and not any(self._is_figure(cell.own, tasks) for cell in row) else tasks

    def _running_fits(self, body: Sequence[Row], head: Head) -> bool:
        """Whether the running numbers can only be task numbers: all were asked, and they do not just count up."""
        place = head.kinds.index("running") if "running" in head.kinds else 0
        cells = [row[place].own for row in body if len(row) > place]
        numbers = [int(match.group(1)) for cell in cells if (match := _NUMBER.match(plain_of(cell)))]
        if not numbers or not set(numbers) <= set(self.asked):
            return False
        return numbers != list(range(1, len(numbers) + 1)) or sorted(self.asked)[: len(numbers)] == numbers

    def _is_below(self, row: Row, head: Head, tasks: tuple[int, ...]) -> bool:
        """Whether a line only goes on with the task above: it names nothing, or a figure of that task."""
        naming = _naming(row, head)
        own = [text for text in naming if not _ORDER.match(plain_of(text)) and kind_of_heading(text) != "status"]
        if len(row) < 2 or not all(self._is_figure(text, tasks) for text in own):
            return False
        is_numbered = any(_NUMBER.match(plain_of(text)) for text in naming)
        return bool(own) or not is_numbered or any(self._is_figure(cell.own, tasks) for cell in row)

    def _is_figure(self, text: str, tasks: tuple[int, ...]) -> bool:
        return bool(text.strip()) and any(self._figure(text, task) is not None for task in tasks)

    def _figure(self, text: str, task: int) -> str | None:
        known = self.index.tasks.get(task)
        return figure_named(text, known.figures, known.plain) if known is not None and text.strip() else None


def _mentioned(cell: str, orders: Orders = ()) -> tuple[int, ...]:
    """The tasks that a cell names by number at its head; by their place where `orders` tell which are meant."""
    text = folded(cell)
    mentions = with_places(text, mentions_in(text), orders) if cell.strip() else []
    is_head = bool(mentions) and not plain_of(cell)[: mentions[0].start].strip(" -*.0123456789)")
    return mentions[0].tasks if is_head else ()


def _naming(row: Row, head: Head) -> list[str]:
    naming = [cell.own for kind, cell in zip(head.kinds, row, strict=False) if kind in NAMING]
    return naming or [cell.own for cell in row[:1]]


def _is_merged(row: Row, head: Head) -> bool:
    """Whether the cell that names the task goes on from the line above."""
    cells = [cell for kind, cell in zip(head.kinds, row, strict=False) if kind in NAMING or not head.is_written]
    return any(cell.merge == "above" and cell.text.strip() for cell in cells)


def _is_group(row: Row, head: Head) -> bool:
    """ "II. Nhiệm vụ đang thực hiện": a line with one title and nothing else."""
    filled = [at for at, cell in enumerate(row) if cell.own.strip() and not _ORDER.match(plain_of(cell.own))]
    if len(filled) != 1:
        return False
    return head.kinds[filled[0]] in NAMING if head.is_written and filled[0] < len(head.kinds) else filled[0] <= 1


def _status_in(row: Row) -> str:
    title = next(cell.own for cell in row if cell.own.strip() and not _ORDER.match(plain_of(cell.own)))
    return title if has_claim(folded(title).plain) else ""


def _is_total(row: Row) -> bool:
    first = next((plain_of(cell.own) for cell in row if not _ORDER.match(plain_of(cell.own))), "")
    return first.strip(" *:.") in _TOTAL


def _is_inside(row: Row, head: Head) -> bool:
    """Whether a line that is not understood still stands under the task above: where tasks are numbered, it is not."""
    numbers = [cell.own for kind, cell in zip(head.kinds, row, strict=False) if kind in {"running", "number"}]
    return bool(numbers) and not any(_NUMBER.match(plain_of(text)) or _mentioned(text) for text in numbers)


def _filled(owned: Sequence[_Owned], head: Head, index: PlanIndex) -> Iterator[TableRow]:
    """Every row with its words, and what is merged over several tasks as rows of their own."""
    found: dict[int, TableRow] = {}
    for at, line in enumerate(owned):
        row = found.setdefault(line.first, TableRow(line.tasks, heading=line.heading))
        if not line.tasks:
            row.texts.append("; ".join(filter(None, (cell.own for cell in line.row))))
            continue
        own: dict[int, int] = {}
        for place, cell in enumerate(line.row):
            if not cell.own.strip():
                continue
            lines = _reach(owned, at, place)
            if {task for other in lines for task in other.tasks} == set(line.tasks):
                own[place] = len(lines)
            elif place < len(head.columns) and (text := said_by_all(cell.text, head.columns[place])):
                yield TableRow(tuple(dict.fromkeys(task for other in lines for task in other.tasks)), [text])
        said = said_in(line.row, head, index.tasks.get(line.tasks[0]) if len(line.tasks) == 1 else None, own)
        row.texts += said.texts
        row.sections += said.sections
        row.shares += said.shares
    for row in found.values():
        row.texts += shares_said(row.shares, row.texts)
        yield row


def _reach(owned: Sequence[_Owned], at: int, place: int) -> list[_Owned]:
    """The lines over which a cell is merged."""
    lines = [owned[at]]
    for line in owned[at + 1 :]:
        if place >= len(line.row) or line.row[place].merge != "above":
            break
        lines.append(line)
    return lines
