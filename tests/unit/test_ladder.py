from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dondoc.ladder import Rung, due_rung, ladder
from dondoc.periods import Period, find_period
from dondoc.plan.model import CalendarOptions, Offset, ReminderStep
from dondoc.workdays import WorkCalendar
from tests.unit.plans import cycle, small_plan, with_cycle

CALENDAR = WorkCalendar(CalendarOptions())


def period_with(*steps: ReminderStep) -> Period:
    period = find_period(with_cycle(small_plan(), replace(cycle(), remind=steps)), "nam-2026")
    assert period is not None
    return period


def days_of(*offsets: int, working_days_only: bool = True) -> list[date]:
    steps = tuple(ReminderStep(Offset(count)) for count in offsets)
    return [rung.on for rung in ladder(period_with(*steps), CALENDAR, working_days_only=working_days_only)]


def test_the_opening_is_always_the_first_step() -> None:
    rungs = ladder(period_with(), CALENDAR, working_days_only=True)

    assert rungs == (Rung(date(2026, 10, 30), "first"),)


def test_a_day_off_moves_a_step_before_the_deadline_back_and_after_it_forth() -> None:
    assert days_of(-14, 7)[1:] == [date(2026, 11, 13), date(2026, 12, 7)]


def test_days_off_stand_where_the_plan_sends_on_any_day() -> None:
    assert days_of(-14, 7, working_days_only=False)[1:] == [date(2026, 11, 15), date(2026, 12, 6)]


def test_a_step_on_the_day_of_opening_is_the_opening() -> None:
    assert days_of(-30, -7) == [date(2026, 10, 30), date(2026, 11, 20)]


def test_a_step_pushed_before_the_opening_is_sent_with_it() -> None:
    assert days_of(-29) == [date(2026, 10, 30)]  # 31/10 is a Saturday


def test_steps_after_the_closing_day_are_left_out() -> None:
    assert days_of(30, 31)[1:] == [date(2026, 12, 29)]


def test_steps_come_by_day_however_they_are_written() -> None:
    assert days_of(1, -7, -14) == sorted(days_of(-14, -7, 1))


@given(st.lists(st.integers(min_value=-30, max_value=40), max_size=8), st.booleans())
def test_every_step_lies_between_opening_and_closing(offsets: list[int], working_days_only: bool) -> None:
    days = days_of(*offsets, working_days_only=working_days_only)

    assert days == sorted(days)
    assert days[0] == date(2026, 10, 30)
    assert days[-1] <= date(2026, 12, 29)


RUNGS = tuple(Rung(date(2026, 11, day), "remind") for day in (1, 10, 20))


def test_before_the_first_step_nothing_is_due() -> None:
    assert due_rung(RUNGS, date(2026, 10, 31), None) is None


def test_of_several_missed_steps_only_the_latest_is_due() -> None:
    assert due_rung(RUNGS, date(2026, 11, 25), date(2026, 11, 1)) == RUNGS[2]


def test_a_step_older_than_the_last_mail_is_dropped() -> None:
    assert due_rung(RUNGS, date(2026, 11, 15), date(2026, 11, 12)) is None


@given(
    st.integers(min_value=0, max_value=40),
    st.integers(min_value=0, max_value=40),
)
def test_a_step_is_due_once(first: int, later: int) -> None:
    begin = date(2026, 10, 25)
    day, next_day = sorted((begin + timedelta(days=first), begin + timedelta(days=later)))
    sent = due_rung(RUNGS, day, None)

    again = due_rung(RUNGS, next_day, day if sent else None)

    assert sent is None or again != sent
