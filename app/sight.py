"""What a preview looks at: a plan, what happened so far, a day, and one agency's request there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.reading_room import day_of, read_plan_file, records_of
from app.settings import Settings
from dondoc.errors import InputError
from dondoc.events.records import Record
from dondoc.fold import fold
from dondoc.messages import say
from dondoc.periods import Period, all_periods, period_named
from dondoc.plan.model import Plan
from dondoc.plan.resolve import Resolver
from dondoc.requests import expected_requests, request_code
from dondoc.status import PeriodStatus, RequestStatus, Status

_NO_CHECK = "XXXX"
"""In place of a code's check where the request is not opened: it cannot be taken for a real one."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One plan, what happened so far, and a day; `day` is today unless one was named."""

    settings: Settings
    plan: Plan
    records: tuple[Record, ...]
    status: Status
    day: date
    is_day_named: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """One agency in one period on a day; `request` is as recorded, or as it would be opened that day."""

    sight: Sight
    period: Period
    agency: str
    request: RequestStatus
    day: date


def look_ahead(as_of: date | None, settings: Settings) -> Sight:
    """Read the plan and what happened so far."""
    plan = read_plan_file(settings.plan)
    records = tuple(record for record in records_of(settings) if record.event.plan == plan.code)
    return Sight(settings, plan, records, fold(records), day_of(as_of, plan), as_of is not None)


def subject_of(sight: Sight, agency: str, period_id: str | None) -> Subject:
    """The agency's request in a period, by default in the one that runs or comes next; raises InputError."""
    if agency not in sight.plan.agencies:
        raise InputError(say("the plan has no agency {id}", id=agency))
    for period in _periods(sight, period_id):
        day = sight.day if period.opens_on <= sight.day <= period.closes_on else period.opens_on
        request = _request(sight, period, agency, day)
        if request is not None:
            return Subject(sight, period, agency, request, day)
    if period_id is None:
        raise InputError(say("{agency} is asked in no period after {day}", agency=agency, day=sight.day.isoformat()))
    raise InputError(say("{agency} is not asked in {period}", agency=agency, period=period_id))


def _periods(sight: Sight, period_id: str | None) -> tuple[Period, ...]:
    if period_id is None:
        return tuple(period for period in all_periods(sight.plan) if period.closes_on >= sight.day)
    return (period_named(sight.plan, period_id),)


def _request(sight: Sight, period: Period, agency: str, day: date) -> RequestStatus | None:
    known = sight.status.periods.get(period.id, PeriodStatus(period.id)).requests.get(agency)
    if known is not None and known.is_open:
        return known
    expected = expected_requests(sight.plan, Resolver(sight.plan), period, day).get(agency)
    if expected is None:
        return None
    code = request_code(sight.plan, period, agency, secret=b"", taken=()).rpartition("-")[0]
    return RequestStatus(
        period.id,
        agency,
        f"{code}-{_NO_CHECK}",
        expected.tasks,
        is_document=expected.is_document,
        opened_on=day,
        round=1,
    )
