"""Working days of an office: weekends, public holidays, decreed swaps, and what the plan adds or takes away.

Holidays come from the `holidays` package (pure tables). Years without decreed swaps yet are completed by the plan's
`calendar.off` and `calendar.work`, which win over everything else.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

from dondoc.plan.model import CalendarOptions, Offset

_SATURDAY = 5


class WorkCalendar:
    """Tells working days from days off; two calendars with the same options agree on every day."""

    def __init__(self, options: CalendarOptions) -> None:
        self._country = options.country
        self._off = frozenset(options.off)
        self._work = frozenset(options.work)

    def is_off(self, day: date) -> bool:
        """Whether the office is closed on `day`."""
        if day in self._work:
            return False
        if day in self._off:
            return True
        public, swapped = _public_days(self._country, day.year)
        return day in public or (day.weekday() >= _SATURDAY and day not in swapped)

    def before(self, day: date) -> date:
        """`day` itself if it is a working day, else the last working day before it."""
        while self.is_off(day):
            day -= timedelta(days=1)
        return day

    def after(self, day: date) -> date:
        """`day` itself if it is a working day, else the first working day after it."""
        while self.is_off(day):
            day += timedelta(days=1)
        return day

    def shift(self, day: date, offset: Offset) -> date:
        """`day` moved by days, weeks or working days; the result of a plain day or week shift may be a day off."""
        match offset.unit:
            case "d":
                return day + timedelta(days=offset.count)
            case "w":
                return day + timedelta(weeks=offset.count)
            case "wd":
                return self._shift_working_days(day, offset.count)

    def _shift_working_days(self, day: date, count: int) -> date:
        step = timedelta(days=1 if count >= 0 else -1)
        for _ in range(abs(count)):
            day += step
            while self.is_off(day):
                day += step
        return day


@cache
def _public_days(country: str, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Public holidays of a year, and weekend days decreed to be worked."""
    table = holidays.country_holidays(country, years=year)
    swapped: frozenset[date] = frozenset(getattr(table, "weekend_workdays", ()))
    return frozenset(table.keys()), swapped
