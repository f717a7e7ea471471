"""Figures that can no longer be set beside those of earlier periods: gone, renamed, or counted in something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dondoc.diff.model import Change
from dondoc.diff.names import shortened
from dondoc.diff.renames import renamed_figures
from dondoc.events.records import Record
from dondoc.messages import Message, say
from dondoc.plan.model import Figure, Plan
from dondoc.status import PeriodStatus, RequestStatus, Status
from dondoc.text import name_key
from dondoc.versions import plans_of_periods


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
    """The values that a figure was given in one period, and the figure as that period asked it."""

    period: str
    count: int
    asked: Figure


def figure_changes(old: Plan, new: Plan, status: Status, records: Sequence[Record]) -> Iterator[Change]:
    """What became of each figure; which values given so far stand alone by it, and which may be compared once more.

    A closed period gave its values under the plan it was run under, which need not be `old`.
    """
    plans = plans_of_periods(records, status.periods.values(), old)
    for table in _tables(old, new):
        renamed = renamed_figures(table.before, table.after)
        for name, figure in table.before.items():
            after = table.after.get(name)
            message = _difference(f"{table.place}.{name}", figure, after, renamed.get(name))
            if message is not None:
                yield from _with_values(message, table, figure, _given(table, figure, status, plans))
        added = [name for name in table.after if name not in table.before and name not in renamed.values()]
        yield from (_added(table, table.after[name]) for name in added)


def _added(table: _Table, figure: Figure) -> Change:
    place = f"{table.place}.{figure.id}"
    message = say("{place} is asked from now on: “{name}”", place=place, name=figure.name)
    return Change("asked", message, tasks=(table.task,) if table.task is not None else ())


def _with_values(message: Message, table: _Table, figure: Figure, given: Sequence[_Given]) -> Iterator[Change]:
    """The change, and for how many values it means something."""
    tasks = (table.task,) if table.task is not None else ()
    after = table.after.get(figure.id)
    yield Change("figure", message, tuple(each.period for each in given), tasks=tasks)
    alike = [(each, each.asked.counts_like(figure), bool(after and each.asked.counts_like(after))) for each in given]
    lost = tuple(each for each, was_alike, is_alike in alike if was_alike and not is_alike)
    back = tuple(each for each, was_alike, is_alike in alike if is_alike and not was_alike)
    place = f"{table.place}.{figure.id}"
    if lost:
        words = say(
            "{place}: {count} values given so far ({periods}) cannot be compared with later ones", **_count(place, lost)
        )
        yield Change("figure", words, tuple(each.period for each in lost), tasks=tasks)
    if back:
        words = say(
            "{place}: {count} values given so far ({periods}) can be compared with later ones again",
            **_count(place, back),
        )
        yield Change("figure", words, tuple(each.period for each in back), tasks=tasks)


def _count(place: str, given: Sequence[_Given]) -> dict[str, str | int]:
    periods = shortened([each.period for each in given])
    return {"place": place, "count": sum(each.count for each in given), "periods": periods}


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
    if name_key(before.unit or "") != name_key(after.unit or ""):
        return say(
            "{place} is counted in “{new}” instead of “{old}”",
            place=place,
            old=before.unit or "–",
            new=after.unit or "–",
        )
    if not before.counts_like(after):
        return say("{place} is called “{new}” instead of “{old}”", place=place, old=before.name, new=after.name)
    return None


def _given(table: _Table, figure: Figure, status: Status, plans: Mapping[str, Plan]) -> list[_Given]:
    """The values of each period, in the order of periods."""
    given = [
        _Given(
            period.id,
            sum(_has_value(table, figure.id, request) for request in period.requests.values()),
            _asked(table, figure, plans[period.id]),
        )
        for period in status.periods.values()
        if table.task is not None or _is_of_cycle(period, table.cycle)
    ]
    return [each for each in given if each.count]


def _asked(table: _Table, figure: Figure, plan: Plan) -> Figure:
    """The figure as a plan asks it, at the same place; as it is now where that plan does not."""
    task, cycle = plan.tasks.get(table.task or 0), plan.cycles.get(table.cycle)
    figures = task.figures if task else cycle.figures if cycle else {}
    return figures.get(figure.id, figure)


def _has_value(table: _Table, name: str, request: RequestStatus) -> bool:
    if table.task is None:
        return name in request.figures
    item = request.confirmations.get(table.task)
    return item is not None and name in item.figures


def _is_of_cycle(period: PeriodStatus, cycle: str) -> bool:
    """Period ids are the cycle's id and the part of the year; ``nam`` is not ``nam-dau``."""
    rest = period.id.removeprefix(cycle)
    return not rest or (rest != period.id and rest[1:2].isdigit())
