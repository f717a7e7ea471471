"""Periods that have not begun: who will be asked what, which days move, which periods come and go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dondoc.diff.model import Change
from dondoc.diff.names import numbers_of, shortened
from dondoc.diff.requests import Situation
from dondoc.messages import Message, say
from dondoc.periods import Period, all_periods
from dondoc.plan.model import Plan
from dondoc.plan.resolve import Resolver
from dondoc.requests import expected_requests

_DOCUMENT = 0
Asked = Mapping[str, frozenset[int]]
"""The tasks each agency is asked about; a document counts as task 0."""


def period_changes(situation: Situation) -> Iterator[Change]:
    """Everything that changes about periods still to come, and about the days of those that run."""
    old, new = _living(situation.old, situation), _living(situation.new, situation)
    yield from _come_and_gone(situation, old, new)
    common = {name: (old[name], new[name]) for name in new if name in old}
    for before, after in common.values():
        yield from _moved(before, after)
    yield from _asked(situation, {name: pair for name, pair in common.items() if not _has_begun(situation, name)})


def _living(plan: Plan, situation: Situation) -> dict[str, Period]:
    """The periods that are not over: what is closed never changes."""
    states = situation.status.periods
    return {
        period.id: period
        for period in all_periods(plan)
        if period.closes_on >= situation.as_of and not (period.id in states and states[period.id].closed_on)
    }


def _has_begun(situation: Situation, period_id: str) -> bool:
    state = situation.status.periods.get(period_id)
    return state is not None and state.opened_on is not None


def _come_and_gone(situation: Situation, old: Mapping[str, Period], new: Mapping[str, Period]) -> Iterator[Change]:
    for period in new.values():
        if period.id not in old:
            asked = _asked_in(situation.new, period, situation.as_of)
            yield Change("period", _new_period(period, len(asked)), (period.id,), tuple(asked))
    gone = [name for name in old if name not in new]
    for name in gone:
        message = say("{period} is no longer held (it was due on {due})", period=name, due=old[name].due_on.isoformat())
        yield Change("period", message, (name,))


def _new_period(period: Period, asked: int) -> Message:
    return say(
        "new: {period} “{title}”, open from {opens}, due on {due}, agencies asked: {count}",
        period=period.id,
        title=period.title,
        opens=period.opens_on.isoformat(),
        due=period.due_on.isoformat(),
        count=asked,
    )


def _moved(before: Period, after: Period) -> Iterator[Change]:
    due = {"period": after.id, "old": _day(before.due_on), "new": _day(after.due_on)}
    opens = {"period": after.id, "old": _day(before.opens_on), "new": _day(after.opens_on)}
    closes = {"period": after.id, "old": _day(before.closes_on), "new": _day(after.closes_on)}
    counted = {"period": after.id, "old": _day(before.counted_to), "new": _day(after.counted_to)}
    sentences = (
        say("{period}: the last good day moves from {old} to {new}", **due),
        say("{period}: the opening moves from {old} to {new}", **opens),
        say("{period}: the close moves from {old} to {new}", **closes),
        say("{period}: figures are counted up to {new} instead of {old}", **counted),
    )
    moved = (message for message in sentences if message.values["old"] != message.values["new"])
    yield from (Change("deadline", message, (after.id,)) for message in moved)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


def _asked(situation: Situation, periods: Mapping[str, tuple[Period, Period]]) -> Iterator[Change]:
    """Who is asked something new, and who no longer; periods with the same change share one sentence."""
    more: dict[tuple[tuple[int, ...], tuple[str, ...]], list[str]] = {}
    fewer: dict[tuple[tuple[int, ...], tuple[str, ...]], list[str]] = {}
    for name, (before, after) in periods.items():
        old = _asked_in(situation.old, before, situation.as_of)
        new = _asked_in(situation.new, after, situation.as_of)
        for found, lost, into in ((new, old, more), (old, new, fewer)):
            for tasks, agencies in _surplus(found, lost).items():
                into.setdefault((tasks, tuple(agencies)), []).append(name)
    yield from (_more(situation, *what, of) for what, of in more.items())
    yield from (_fewer(situation, *what, of) for what, of in fewer.items())


def _asked_in(plan: Plan, period: Period, as_of: date) -> Asked:
    expected = expected_requests(plan, Resolver(plan), period, max(as_of, period.opens_on))
    return {
        name: frozenset((_DOCUMENT,) if request.is_document else request.tasks) for name, request in expected.items()
    }


def _surplus(found: Asked, lost: Asked) -> dict[tuple[int, ...], list[str]]:
    """The agencies asked in the one and not in the other, by the tasks they are asked."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for agency, tasks in found.items():
        surplus = tuple(sorted(tasks - lost.get(agency, frozenset())))
        if surplus:
            groups.setdefault(surplus, []).append(agency)
    return groups


def _more(situation: Situation, tasks: tuple[int, ...], agencies: tuple[str, ...], periods: list[str]) -> Change:
    names, when = situation.names(agencies), shortened(periods)
    if tasks == (_DOCUMENT,):
        message = say(
            "{periods}: also asked for a document: {agencies}",
            periods=when,
            agencies=names,
        )
    else:
        message = say(
            "{periods}: also asked about tasks {tasks}: {agencies}",
            periods=when,
            tasks=numbers_of(tasks),
            agencies=names,
        )
    return Change("asked", message, tuple(periods), agencies, tasks)


def _fewer(situation: Situation, tasks: tuple[int, ...], agencies: tuple[str, ...], periods: list[str]) -> Change:
    names, when = situation.names(agencies), shortened(periods)
    if tasks == (_DOCUMENT,):
        message = say(
            "{periods}: no longer asked for a document: {agencies}",
            periods=when,
            agencies=names,
        )
    else:
        message = say(
            "{periods}: no longer asked about tasks {tasks}: {agencies}",
            periods=when,
            tasks=numbers_of(tasks),
            agencies=names,
        )
    return Change("released", message, tuple(periods), agencies, tasks)
