from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.plan.model import CalendarOptions, Offset
from dondoc.workdays import WorkCalendar

CALENDAR = WorkCalendar(CalendarOptions())
DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        pytest.param(date(2026, 11, 23), False, id="an ordinary Monday"),
        pytest.param(date(2026, 11, 29), True, id="a Sunday"),
        pytest.param(date(2026, 2, 17), True, id="Lunar New Year"),
        pytest.param(date(2026, 11, 24), True, id="Vietnam Cultural Day"),
        pytest.param(date(2026, 8, 22), False, id="a Saturday decreed to be worked"),
    ],
)
def test_public_holidays_and_swaps_are_known(day: date, is_off: bool) -> None:
    assert CALENDAR.is_off(day) is is_off


def test_the_plan_may_add_a_day_off_and_take_one_away() -> None:
    calendar = WorkCalendar(CalendarOptions(off=(date(2026, 11, 23),), work=(date(2026, 11, 28),)))

    assert calendar.is_off(date(2026, 11, 23))
    assert not calendar.is_off(date(2026, 11, 28))


@given(DAYS)
def test_the_nearest_working_day_is_a_working_day(day: date) -> None:
    assert not CALENDAR.is_off(CALENDAR.before(day))
    assert not CALENDAR.is_off(CALENDAR.after(day))
    assert CALENDAR.before(day) <= day <= CALENDAR.after(day)


@given(DAYS, st.integers(min_value=-30, max_value=30).filter(bool))
def test_working_day_offsets_land_on_working_days_and_count_them(day: date, count: int) -> None:
    moved = CALENDAR.shift(day, Offset(count, "wd"))

    first, last = sorted((day, moved))
    between = [first.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1) if n != day.toordinal()]
    assert sum(not CALENDAR.is_off(other) for other in between) == abs(count)
    assert not CALENDAR.is_off(moved)


def test_weeks_and_days_are_counted_on_the_calendar_alone() -> None:
    day = date(2026, 11, 29)

    assert CALENDAR.shift(day, Offset(-2, "w")) == date(2026, 11, 15)
    assert CALENDAR.shift(day, Offset(1, "d")) == date(2026, 11, 30)
    assert CALENDAR.shift(day, Offset(0, "wd")) == day


def test_what_the_plan_says_wins_over_the_holidays() -> None:
    calendar = WorkCalendar(CalendarOptions(work=(date(2026, 2, 17),)))

    assert not calendar.is_off(date(2026, 2, 17))
