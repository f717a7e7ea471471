"""What the next run will do to open requests: the deeds of `decide` with the new plan that the old one would not do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dondoc.actions import Action, AmendRequest, HandOverRequest, OpenRequest, WithdrawRequest
from dondoc.diff.model import Change
from dondoc.diff.names import names_of, numbers_of
from dondoc.due import decide
from dondoc.messages import Message, say
from dondoc.plan.model import Plan
from dondoc.status import Status


@dataclass(frozen=True, slots=True)
class Situation:
    """Two plans and the state that each of them would go on from, on a day."""

    old: Plan
    new: Plan
    status_of_old: Status
    status: Status
    as_of: date

    def is_open(self, period_id: str) -> bool:
        """Whether the period has begun and not ended, whatever the plans say."""
        state = self.status.periods.get(period_id)
        return state is not None and state.is_open

    def names(self, agencies: Iterable[str]) -> str:
        """Short names by the new plan, or by the old one for who left."""
        return names_of((self.new, self.old), tuple(agencies))


def request_changes(situation: Situation) -> Iterator[Change]:
    """Requests of open periods that are withdrawn, handed over, opened or changed at the next run."""
    happens_anyway = decide(situation.old, situation.status_of_old, situation.as_of)
    usual = {_sense(action) for action in happens_anyway}
    fresh = [
        action
        for action in decide(situation.new, situation.status, situation.as_of)
        if situation.is_open(action.period.id) and _sense(action) not in usual
    ]
    yield from _withdrawn(situation, [action for action in fresh if isinstance(action, WithdrawRequest)])
    yield from _handed_over(situation, [action for action in fresh if isinstance(action, HandOverRequest)])
    yield from _opened(situation, [action for action in fresh if isinstance(action, OpenRequest)])
    yield from _amended(situation, [action for action in fresh if isinstance(action, AmendRequest)])


def _sense(action: Action) -> tuple[object, ...]:
    """What an action does, whatever else changed about its period."""
    match action:
        case OpenRequest(tasks=tasks) | AmendRequest(tasks=tasks) | HandOverRequest(tasks=tasks):
            return (type(action), action.key, tasks)
        case _:
            return (type(action), action.key)


def _withdrawn(situation: Situation, actions: list[WithdrawRequest]) -> Iterator[Change]:
    for period, of_period in _by_period(actions):
        agencies = tuple(action.agency for action in of_period)
        requests = situation.status.periods[period].requests
        answered = sum(requests[agency].has_answered for agency in agencies)
        message = say(
            "{period}: withdrawn: {agencies}; {answered} of {count} had answered, which is kept",
            period=period,
            count=len(agencies),
            agencies=situation.names(agencies),
            answered=answered,
        )
        yield Change("withdrawn", message, (period,), agencies)


def _handed_over(situation: Situation, actions: list[HandOverRequest]) -> Iterator[Change]:
    for action in actions:
        message = say(
            "{period}: {agency} hands over what it left open to {heirs}",
            period=action.period.id,
            agency=situation.names((action.agency,)),
            heirs=situation.names(action.to),
        )
        yield Change("handed-over", message, (action.period.id,), (action.agency, *action.to), action.tasks)


def _opened(situation: Situation, actions: list[OpenRequest]) -> Iterator[Change]:
    groups: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for action in actions:
        groups.setdefault((action.period.id, action.tasks), []).append(action.agency)
    for (period, tasks), agencies in groups.items():
        yield Change("opened", _opening(situation, period, tasks, agencies), (period,), tuple(agencies), tasks)


def _opening(situation: Situation, period: str, tasks: tuple[int, ...], agencies: list[str]) -> Message:
    names = situation.names(agencies)
    if not tasks:
        return say(
            "{period}: asked for a document from now on: {agencies}",
            period=period,
            agencies=names,
        )
    return say(
        "{period}: asked from now on about tasks {tasks}: {agencies}",
        period=period,
        tasks=numbers_of(tasks),
        agencies=names,
    )


def _amended(situation: Situation, actions: list[AmendRequest]) -> Iterator[Change]:
    groups: dict[tuple[str, tuple[int, ...], tuple[int, ...]], list[str]] = {}
    for action in actions:
        groups.setdefault((action.period.id, action.added, action.removed), []).append(action.agency)
    for (period, added, removed), agencies in groups.items():
        message = say(
            "{period}: changed: {agencies}; tasks added: {added}; no longer asked: {removed}",
            period=period,
            added=numbers_of(added) or "–",
            removed=numbers_of(removed) or "–",
            agencies=situation.names(agencies),
        )
        yield Change("amended", message, (period,), tuple(agencies), (*added, *removed))


def _by_period(actions: Iterable[WithdrawRequest]) -> Iterator[tuple[str, list[WithdrawRequest]]]:
    groups: dict[str, list[WithdrawRequest]] = {}
    for action in actions:
        groups.setdefault(action.period.id, []).append(action)
    yield from groups.items()
