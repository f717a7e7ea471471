"""Figures that can no longer be set beside those of earlier periods: gone, renamed, or counted in something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dondoc.diff.model import Change
from dondoc.diff.names import shortened
from dondoc.diff.renames import renamed_figures
from dondoc.messages import Message, say
from dondoc.plan.model import Figure, Plan
from dondoc.status import PeriodStatus, RequestStatus, Status


@dataclass(frozen=True, slots=True)
class _Table:
    """The figures of one task, or of one cycle, before and after; `place` is where they stand in plan.yaml."""

    place: str
    task: int | None
    cycle: str
    before: Mapping[str, Figure]
    after: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class _Given:
    """How many values a figure was given so far, and in which periods."""

    count: int
    periods: tuple[str, ...]


def figure_changes(old: Plan, new: Plan, status: Status) -> Iterator[Change]:
    """What became of each figure, and how many values given so far stand alone by it."""
    for table in _tables(old, new):
        renamed = renamed_figures(table.before, table.after)
        for name, figure in table.before.items():
            message = _difference(f"{table.place}.{name}", figure, table.after.get(name), renamed.get(name))
            if message is not None:
                yield from _with_values(message, table, name, status)


def _with_values(message: Message, table: _Table, name: str, status: Status) -> Iterator[Change]:
    given = _given(table, name, status)
    tasks = (table.task,) if table.task is not None else ()
    yield Change("figure", message, given.periods, tasks=tasks)
    if given.count:
        lost = say(
            "{place}: {count} values given so far ({periods}) cannot be compared with later ones",
            place=f"{table.place}.{name}",
            count=given.count,
            periods=shortened(given.periods),
        )
        yield Change("figure", lost, given.periods, tasks=tasks)


def _tables(old: Plan, new: Plan) -> Iterator[_Table]:
    for number, task in old.tasks.items():
        after = new.tasks[number].figures if number in new.tasks else {}
        yield _Table(f"tasks.{number}.figures", number, "", task.figures, after)
    for name, cycle in old.cycles.items():
        after = new.cycles[name].figures if name in new.cycles else {}
        yield _Table(f"cycles.{name}.figures", None, name, cycle.figures, after)


def _difference(place: str, before: Figure, after: Figure | None, renamed: str | None) -> Message | None:
    if renamed is not None:
        return say("{place} is now called {new}; earlier values stay under the old id", place=place, new=renamed)
    if after is None:
        return say("{place} is no longer asked", place=place)
    if before.kind != after.kind:
        return say("{place} changes between a number and a yes/no answer", place=place)
    if before.unit != after.unit:
        return say(
            "{place} is counted in “{new}” instead of “{old}”",
            place=place,
            old=before.unit or "–",
            new=after.unit or "–",
        )
    return None


def _given(table: _Table, name: str, status: Status) -> _Given:
    counts = {
        period.id: sum(_has_value(table, name, request) for request in period.requests.values())
        for period in status.periods.values()
        if table.task is not None or _is_of_cycle(period, table.cycle)
    }
    return _Given(sum(counts.values()), tuple(period for period, count in counts.items() if count))


def _has_value(table: _Table, name: str, request: RequestStatus) -> bool:
    if table.task is None:
        return name in request.figures
    item = request.confirmations.get(table.task)
    return item is not None and name in item.figures


def _is_of_cycle(period: PeriodStatus, cycle: str) -> bool:
    """Period ids are the cycle's id and the part of the year; ``nam`` is not ``nam-dau``."""
    rest = period.id.removeprefix(cycle)
    return not rest or (rest != period.id and rest[1:2].isdigit())
