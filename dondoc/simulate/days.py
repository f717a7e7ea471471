"""On which days anything can happen: between them `decide` has nothing to do, so that years pass quickly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.ladder import ladder
from dondoc.periods import Period, all_periods
from dondoc.plan.model import Agency, Plan
from dondoc.simulate.behaviour import Behaviour
from dondoc.workdays import WorkCalendar

_ONE_DAY = timedelta(days=1)


def eventful_days(plan: Plan, first: date, last: date, behaviour: Behaviour) -> tuple[date, ...]:
    """The first day and every later one up to `last` on which the plan, the calendar or an answer changes anything."""
    calendar = WorkCalendar(plan.calendar)
    days = {first}
    for period in all_periods(plan):
        days.update(_days_of_period(plan, period, calendar, behaviour))
    for agency in plan.agencies.values():
        days.update(_days_of_agency(agency))
    return tuple(sorted(day for day in days if first <= day <= last))


def _days_of_period(plan: Plan, period: Period, calendar: WorkCalendar, behaviour: Behaviour) -> Iterator[date]:
    rungs = ladder(period, calendar, working_days_only=plan.mail.working_days_only)
    yield from (rung.on for rung in rungs)
    yield from (calendar.shift(period.due_on, share.at) for share in behaviour.shares)
    yield period.closes_on + _ONE_DAY


def _days_of_agency(agency: Agency) -> Iterator[date]:
    if agency.since is not None:
        yield agency.since
    if agency.until is not None:
        yield agency.until + _ONE_DAY
