from dataclasses import replace
from datetime import date

import pytest

from dondoc.errors import InputError
from dondoc.periods import all_periods, find_period, period_named, periods_open_on
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


@pytest.mark.parametrize(
    ("every", "days", "labels"),
    [
        ("half", (DayMonth(15, 6), DayMonth(15, 12)), ["6 tháng đầu năm 2026", "6 tháng cuối năm 2026"]),
        (
            "quarter",
            tuple(DayMonth(15, month) for month in (3, 6, 9, 12)),
            ["quý I năm 2026", "quý II năm 2026", "quý III năm 2026", "quý IV năm 2026"],
        ),
        ("month", (25,), [f"tháng {month} năm 2026" for month in range(1, 13)]),
        ("year", (DayMonth(30, 11),), ["năm 2026"]),
    ],
    ids=["half", "quarter", "month", "year"],
)
def test_a_title_may_name_the_part_of_the_year(every: str, days: tuple[DueDay, ...], labels: list[str]) -> None:
    wanted = replace(cycle(days=days, is_before=False), every=every, title="Báo cáo {period}")  # type: ignore[arg-type]  # a literal

    found = all_periods(with_cycle(small_plan(), wanted))

    assert [period.title for period in found if period.year == 2026] == [f"Báo cáo {label}" for label in labels]


@pytest.mark.parametrize(
    ("written", "counted_to"),
    [
        pytest.param(None, None, id="not said"),
        pytest.param(DayMonth(14, 12), date(2026, 12, 14), id="a day of the year, after the deadline even"),
        pytest.param(DayMonth(31, 11), date(2026, 11, 30), id="a day the month has not"),
        pytest.param(date(2026, 6, 30), date(2026, 6, 30), id="a plain date"),
    ],
)
def test_figures_are_counted_up_to_the_day_the_plan_says(
    written: DayMonth | date | None, counted_to: date | None
) -> None:
    period = find_period(with_cycle(small_plan(), replace(cycle(), counted_to=written)), "nam-2026")

    assert period is not None
    assert period.counted_to == counted_to


def test_an_anchor_without_a_date_is_no_plan_in_hand() -> None:
    plan = with_cycle(small_plan(), cycle("so-ket", "once", (Anchor(3, "year", "qd"),), is_before=False))
    undated = replace(plan, basis={"qd": replace(plan.basis["qd"], date=None)})

    with pytest.raises(ValueError, match="qd"):
        all_periods(undated)


def test_a_yearly_report_on_the_year_before_bears_its_number() -> None:
    found = due_days(cycle(days=(DayMonth(15, 1),), is_before=False, reports_on_previous=True))

    assert found["nam-2028"] == date(2029, 1, 15)
    assert "nam-2022" not in found


def test_february_29_is_28_in_other_years() -> None:
    found = due_days(cycle(days=(DayMonth(29, 2),), is_before=False))

    assert (found["nam-2024"], found["nam-2025"]) == (date(2024, 2, 29), date(2025, 2, 28))


def test_period_that_the_plan_does_not_have_is_answered_with_those_it_has() -> None:
    plan = small_plan()

    with pytest.raises(InputError, match=r"no period nam-1999; it has: nam-2023, nam-2024"):
        period_named(plan, "nam-1999")

    assert period_named(plan, "nam-2024").id == "nam-2024"
