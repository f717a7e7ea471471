"""Plays a plan through the real `decide`, day by day: the office in the morning, the agencies' answers after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dondoc.events.records import Record
from dondoc.periods import Period, all_periods
from dondoc.plan.model import Plan
from dondoc.simulate.behaviour import Behaviour
from dondoc.simulate.days import eventful_days
from dondoc.simulate.world import Mailing, World
from dondoc.status import RequestStatus, Status
from dondoc.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Simulation:
    """What was played: every mail in order, and the state of everything after the last day."""

    plan: Plan
    first: date
    last: date
    mailings: tuple[Mailing, ...]
    status: Status


def simulate(
    plan: Plan, first: date, last: date, behaviour: Behaviour, *, records: Iterable[Record] = ()
) -> Simulation:
    """Play from `first` to `last`, both inclusive, going on from `records`. The same input gives the same play."""
    world = World(plan, records)
    for day in eventful_days(plan, first, last, behaviour):
        play_day(world, day, behaviour)
    return Simulation(plan, first, last, tuple(world.mailings), world.status())


def play_day(world: World, day: date, behaviour: Behaviour) -> None:
    """One day: mails first, then whoever answers by today does, then the words owed for answers."""
    world.run(day)
    answering = tuple(_answering(world.plan, world.status(), day, behaviour)) if behaviour.shares else ()
    for request in answering:
        world.answer_all(request, day)
    if answering:
        world.acknowledge(day)


def _answering(plan: Plan, status: Status, day: date, behaviour: Behaviour) -> Iterator[RequestStatus]:
    """Open requests of those who have been asked and answer by today, but not yet all of it."""
    calendar = WorkCalendar(plan.calendar)
    for period in all_periods(plan):
        state = status.periods.get(period.id)
        if state is None or not state.is_open:
            continue
        for request in state.requests.values():
            is_asked = request.is_open and bool(request.mails) and not request.is_complete
            if is_asked and _answers_by(period, request, day, behaviour, calendar):
                yield request


def _answers_by(
    period: Period, request: RequestStatus, day: date, behaviour: Behaviour, calendar: WorkCalendar
) -> bool:
    at = behaviour.answers_at(request.ref)
    return at is not None and calendar.shift(period.due_on, at) <= day
