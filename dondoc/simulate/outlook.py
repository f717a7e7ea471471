"""What a simulation tells an officer: load by day and by agency, rates by period, bunches, mails on days off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.events.mails import MailPurpose
from dondoc.periods import all_periods
from dondoc.plan.model import Plan
from dondoc.simulate.play import Simulation
from dondoc.simulate.world import Mailing
from dondoc.workdays import WorkCalendar

_LONG_HOLIDAY_DAYS = 6
"""Days off in a row that make a long holiday: in Viet Nam only Tết reaches it every year."""

_ANSWERS: frozenset[MailPurpose] = frozenset({"acknowledge", "question"})
"""Mails to somebody who wrote that very day: no day is wrong for them."""

_MOST_BUSY_DAYS = 10


@dataclass(frozen=True, slots=True)
class Post:
    """The mails of one kind about one period on one day, as a line of the calendar."""

    on: date
    period: str
    purpose: MailPurpose
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodRates:
    """How one period went: agencies asked, and how each of them answered."""

    period: str
    due_on: date
    asked: int
    on_time: int
    late: int
    partial: int
    silent: int
    mails: int


@dataclass(frozen=True, slots=True)
class Bunch:
    """One day on which agencies get more than one mail."""

    on: date
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A simulation in figures; `in_long_holidays` are posts in a week that a long holiday (Tết) reaches into."""

    calendar: tuple[Post, ...]
    by_day: tuple[tuple[date, int], ...]
    by_agency: tuple[tuple[str, int], ...]
    periods: tuple[PeriodRates, ...]
    bunches: tuple[Bunch, ...]
    on_days_off: tuple[Post, ...]
    in_long_holidays: tuple[Post, ...]

    @property
    def mails(self) -> int:
        """All mails together."""
        return sum(count for _, count in self.by_day)

    @property
    def busiest(self) -> tuple[tuple[date, int], ...]:
        """The days with the most mails, the fullest first."""
        return tuple(sorted(self.by_day, key=lambda load: (-load[1], load[0]))[:_MOST_BUSY_DAYS])


def outlook_of(played: Simulation) -> Outlook:
    """Everything counted."""
    calendar = WorkCalendar(played.plan.calendar)
    posts = tuple(_posts(played.mailings))
    unasked = [post for post in posts if post.purpose not in _ANSWERS]
    holidays = _long_holiday_weeks(calendar, played.first, played.last)
    return Outlook(
        calendar=posts,
        by_day=tuple(sorted(Counter(mailing.on for mailing in played.mailings).items())),
        by_agency=tuple(Counter(mailing.agency for mailing in played.mailings).most_common()),
        periods=tuple(_rates(played)),
        bunches=tuple(_bunches(played.plan, played.mailings)),
        on_days_off=tuple(post for post in unasked if calendar.is_off(post.on)),
        in_long_holidays=tuple(post for post in unasked if _monday(post.on) in holidays),
    )


def _posts(mailings: tuple[Mailing, ...]) -> Iterator[Post]:
    agencies: dict[tuple[date, str, MailPurpose], list[str]] = {}
    for mailing in mailings:
        agencies.setdefault((mailing.on, mailing.period, mailing.purpose), []).append(mailing.agency)
    for (on, period, purpose), names in agencies.items():
        yield Post(on, period, purpose, tuple(names))


def _rates(played: Simulation) -> Iterator[PeriodRates]:
    """The periods that were open on any day of the simulation, by opening day."""
    mails = Counter(mailing.period for mailing in played.mailings)
    for period in all_periods(played.plan):
        state = played.status.periods.get(period.id)
        if state is None or period.closes_on < played.first:
            continue
        kinds = Counter(request.timeliness(period.due_on) for request in state.counted)
        yield PeriodRates(
            period=period.id,
            due_on=period.due_on,
            asked=kinds.total(),
            on_time=kinds["on_time"],
            late=kinds["late"],
            partial=kinds["partial"],
            silent=kinds["silent"],
            mails=mails[period.id],
        )


def _bunches(plan: Plan, mailings: tuple[Mailing, ...]) -> Iterator[Bunch]:
    """Days on which agencies are written to about several periods at once."""
    periods: dict[tuple[date, str], set[str]] = {}
    for mailing in mailings:
        periods.setdefault((mailing.on, mailing.agency), set()).add(mailing.period)
    crowded: dict[date, list[str]] = {}
    for (on, agency), several in periods.items():
        if len(several) > 1:
            crowded.setdefault(on, []).append(agency)
    for on in sorted(crowded):
        yield Bunch(on, tuple(name for name in plan.agencies if name in set(crowded[on])))


def _long_holiday_weeks(calendar: WorkCalendar, first: date, last: date) -> frozenset[date]:
    """The Mondays of the weeks that a long holiday reaches into."""
    weeks: set[date] = set()
    run: list[date] = []
    for count in range((last - first).days + 1):
        day = first + timedelta(days=count)
        run = [*run, day] if calendar.is_off(day) else []
        if len(run) >= _LONG_HOLIDAY_DAYS:
            weeks.update(_monday(each) for each in run)
    return frozenset(weeks)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
