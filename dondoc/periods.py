"""The occurrences of a cycle: ids, days, and the year reported on. Pure calendar arithmetic."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import assert_never

from dondoc.errors import InputError
from dondoc.events.periods import PeriodOpened
from dondoc.messages import say
from dondoc.plan.model import Anchor, Cycle, DayMonth, Due, DueDay, Offset, Plan
from dondoc.workdays import WorkCalendar

_MONTHS_A_YEAR = 12
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """One occurrence of a cycle. All days are local to the plan and inclusive.

    `due_on` is the last good day; `stated_on` is the day written in the plan (the day after it for `due_before`).
    `year` is the year reported on; `counted_to` the day figures are counted up to, where the plan says one.
    """

    id: str
    cycle: Cycle
    year: int
    title: str
    opens_on: date
    due_on: date
    stated_on: date
    closes_on: date
    counted_to: date | None = None

    @property
    def is_before(self) -> bool:
        """Whether the plan says "before" the stated day rather than "by" it."""
        return self.stated_on != self.due_on


def all_periods(plan: Plan) -> tuple[Period, ...]:
    """Every period of the plan whose due day lies in its life, by opening day, then in file order."""
    return _all_periods(_Key(plan))


def periods_open_on(plan: Plan, day: date) -> tuple[Period, ...]:
    """The periods that are open on `day`, by opening day."""
    return tuple(period for period in all_periods(plan) if period.opens_on <= day <= period.closes_on)


def find_period(plan: Plan, period_id: str) -> Period | None:
    """The period with this id, or None."""
    return next((period for period in all_periods(plan) if period.id == period_id), None)


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A plan as a cache key: by identity, since it holds mappings."""

    plan: Plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.plan is self.plan


@lru_cache(maxsize=16)
def _all_periods(key: _Key) -> tuple[Period, ...]:
    plan = key.plan
    calendar = WorkCalendar(plan.calendar)
    found = [_period(cycle, stated, calendar) for cycle in plan.cycles.values() for stated in stated_days(plan, cycle)]
    return tuple(sorted(found, key=lambda period: period.opens_on))


def stated_days(plan: Plan, cycle: Cycle) -> Iterator[date]:
    """The days a cycle states as due, in order, from the plan's first to its last day (`once` may lie anywhere)."""
    if cycle.every == "once":
        yield _resolve(plan, cycle.due.days[0], plan.starts.year, plan.starts.month)
        return
    for year in range(plan.starts.year, plan.ends.year + 1 + cycle.reports_on_previous):
        yield from (day for day in _stated_in(plan, cycle, year) if _is_of_plan(plan, cycle, day))


def _is_of_plan(plan: Plan, cycle: Cycle, stated: date) -> bool:
    """Whether the due day lies in the plan's life; for `for: previous`, whether what is reported on does."""
    due_on = stated - _ONE_DAY if cycle.due.is_before else stated
    if due_on < plan.starts:
        return False
    if not cycle.reports_on_previous:
        return due_on <= plan.ends
    first, last = _part_of(cycle, due_on)
    return first <= plan.ends and last >= plan.starts


def _part_of(cycle: Cycle, due_on: date) -> tuple[date, date]:
    """First and last day of the calendar part reported on."""
    months = _MONTHS_A_YEAR // _PARTS[cycle.every]
    index = (due_on.year * _MONTHS_A_YEAR + due_on.month - 1) // months - cycle.reports_on_previous
    first, following = index * months, (index + 1) * months
    return _first_day(first), _first_day(following) - _ONE_DAY


def _first_day(months: int) -> date:
    return date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1)


def _stated_in(plan: Plan, cycle: Cycle, year: int) -> list[date]:
    if cycle.every == "month":
        months = range(1, _MONTHS_A_YEAR + 1)
        return [_resolve(plan, cycle.due.days[0], year, month) for month in months]
    return [_resolve(plan, day, year, 1) for day in cycle.due.days]


def _resolve(plan: Plan, due: DueDay, year: int, month: int) -> date:
    match due:
        case date():
            return due
        case DayMonth(day=day, month=due_month):
            return _clamped(year, due_month, day)
        case Anchor():
            return _anchored(plan, due)
        case int():
            return _clamped(year, month, due)
        case _:
            assert_never(due)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _anchored(plan: Plan, anchor: Anchor) -> date:
    start = plan.basis[anchor.of].date
    if start is None:
        raise ValueError(anchor.of)  # the plan check refuses an undated anchor (K3xx); a Plan in hand has none
    if anchor.unit == "day":
        return start + timedelta(days=anchor.count)
    months = anchor.count * (_MONTHS_A_YEAR if anchor.unit == "year" else 1)
    total = start.year * _MONTHS_A_YEAR + start.month - 1 + months
    return _clamped(total // _MONTHS_A_YEAR, total % _MONTHS_A_YEAR + 1, start.day)


def _period(cycle: Cycle, stated: date, calendar: WorkCalendar) -> Period:
    due_on = stated - _ONE_DAY if cycle.due.is_before else stated
    identity = _identity(cycle, due_on)
    return Period(
        id=identity.id,
        cycle=cycle,
        year=identity.year,
        title=cycle.title.replace("{year}", str(identity.year)).replace("{period}", identity.label),
        opens_on=calendar.shift(due_on, cycle.opens),
        due_on=due_on,
        stated_on=stated,
        closes_on=calendar.shift(due_on, cycle.closes),
        counted_to=_counted_to(cycle, due_on),
    )


@dataclass(frozen=True, slots=True)
class _Identity:
    id: str
    year: int
    label: str


_PARTS = {"year": 1, "half": 2, "quarter": 4, "month": 12}


def _identity(cycle: Cycle, due_on: date) -> _Identity:
    """Id, year and label of the period that the due day falls in, or of the one before it (`for: previous`)."""
    if cycle.every == "once":
        return _Identity(cycle.id, due_on.year, str(due_on.year))
    first = _part_of(cycle, due_on)[0]
    year, part = first.year, (first.month - 1) * _PARTS[cycle.every] // _MONTHS_A_YEAR + 1
    match cycle.every:
        case "year":
            return _Identity(f"{cycle.id}-{year}", year, f"năm {year}")
        case "half":
            half = "đầu" if part == 1 else "cuối"
            return _Identity(f"{cycle.id}-{year}-h{part}", year, f"6 tháng {half} năm {year}")
        case "quarter":
            return _Identity(f"{cycle.id}-{year}-q{part}", year, f"quý {_ROMAN[part]} năm {year}")
        case "month":
            return _Identity(f"{cycle.id}-{year}-{part:02d}", year, f"tháng {part} năm {year}")
        case _:
            assert_never(cycle.every)


_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def _counted_to(cycle: Cycle, due_on: date) -> date | None:
    match cycle.counted_to:
        case None:
            return None
        case DayMonth(day=day, month=month):
            return _clamped(due_on.year, month, day)
        case date() as fixed:
            return fixed


def period_as_opened(opened: PeriodOpened) -> Period:
    """A period as the ledger remembers it, for one whose cycle is no longer in the plan."""
    is_before = opened.stated_on != opened.due_on
    cycle = Cycle(
        id=opened.period,
        title=opened.title,
        every="once",
        due=Due((opened.stated_on,), is_before),
        opens=Offset((opened.opens_on - opened.due_on).days),
        closes=Offset((opened.closes_on - opened.due_on).days),
    )
    return Period(
        id=opened.period,
        cycle=cycle,
        year=opened.year,
        title=opened.title,
        opens_on=opened.opens_on,
        due_on=opened.due_on,
        stated_on=opened.stated_on,
        closes_on=opened.closes_on,
    )


def period_named(plan: Plan, period_id: str) -> Period:
    """The period with this id; raises InputError naming the known ones."""
    period = find_period(plan, period_id)
    if period is None:
        known = ", ".join(one.id for one in all_periods(plan))
        raise InputError(say("the plan has no period {id}; it has: {known}", id=period_id, known=known))
    return period
