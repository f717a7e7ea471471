from dataclasses import replace
from datetime import date

import pytest

from dondoc.periods import all_periods, find_period, periods_open_on
from dondoc.plan.model import Anchor, Cycle, DayMonth, DueDay
from tests.unit.plans import cycle, small_plan, with_cycle


def due_days(wanted: Cycle) -> dict[str, date]:
    return {period.id: period.due_on for period in all_periods(with_cycle(small_plan(), wanted))}


def test_before_a_day_means_the_day_before_it_is_the_last_good_one() -> None:
    period = find_period(small_plan(), "nam-2026")

    assert period is not None
    assert (period.due_on, period.stated_on) == (date(2026, 11, 29), date(2026, 11, 30))
    assert (period.opens_on, period.closes_on) == (date(2026, 10, 30), date(2026, 12, 29))
    assert period.title == "Báo cáo năm 2026"


def test_a_yearly_cycle_has_one_period_each_year_of_the_plan() -> None:
    assert list(due_days(cycle())) == [f"nam-{year}" for year in range(2023, 2029)]


def test_a_period_whose_due_day_precedes_the_plan_does_not_exist() -> None:
    assert next(iter(due_days(cycle(days=(DayMonth(15, 3),))))) == "nam-2024"


@pytest.mark.parametrize(
    ("every", "days", "period", "due_on"),
    [
        pytest.param("half", (DayMonth(15, 6), DayMonth(15, 12)), "nam-2024-h2", date(2024, 12, 15), id="half"),
        pytest.param(
            "quarter",
            (DayMonth(15, 3), DayMonth(15, 6), DayMonth(15, 9), DayMonth(15, 12)),
            "nam-2025-q3",
            date(2025, 9, 15),
            id="quarter",
        ),
        pytest.param("month", (31,), "nam-2024-02", date(2024, 2, 29), id="a month without that day takes its last"),
        pytest.param("once", (date(2025, 5, 20),), "nam", date(2025, 5, 20), id="a plain date, once"),
        pytest.param("once", (Anchor(3, "year", "qd"),), "nam", date(2025, 9, 14), id="three years after the basis"),
        pytest.param("once", (Anchor(17, "month", "qd"),), "nam", date(2024, 2, 14), id="months after the basis"),
        pytest.param("once", (Anchor(10, "day", "qd"),), "nam", date(2022, 9, 24), id="days after the basis"),
    ],
)
def test_every_kind_of_cycle_finds_its_days(every: str, days: tuple[DueDay, ...], period: str, due_on: date) -> None:
    wanted = replace(cycle(days=days, is_before=False), every=every)  # type: ignore[arg-type]  # parametrised literal

    assert due_days(wanted)[period] == due_on


def test_previous_reports_on_the_part_before_the_due_day() -> None:
    quarters = tuple(DayMonth(10, month) for month in (1, 4, 7, 10))
    found = due_days(cycle(every="quarter", days=quarters, is_before=False, reports_on_previous=True))

    assert found["nam-2024-q4"] == date(2025, 1, 10)
    assert found["nam-2028-q4"] == date(2029, 1, 10)
    assert next(iter(found)) == "nam-2023-q1"


def test_a_period_is_open_from_its_opening_to_its_closing_day() -> None:
    plan = small_plan()

    assert [period.id for period in periods_open_on(plan, date(2026, 10, 30))] == ["nam-2026"]
    assert [period.id for period in periods_open_on(plan, date(2026, 12, 29))] == ["nam-2026"]
    assert periods_open_on(plan, date(2026, 10, 29)) == ()
    assert periods_open_on(plan, date(2026, 12, 30)) == ()
