from dataclasses import replace
from datetime import date

import pytest

from dondoc.periods import Period, all_periods, find_period
from dondoc.plan.model import DayMonth, Plan
from dondoc.plan.resolve import Resolver
from dondoc.requests import asking_day, expected_requests, inherited_only, request_code, tasks_of
from tests.unit.plans import agency, cycle, small_plan, with_cycle

SECRET = b"k" * 32


def period_of(plan: Plan, name: str = "nam-2026") -> Period:
    found = find_period(plan, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("as_of", "asked_on"),
    [
        pytest.param(date(2026, 10, 1), date(2026, 10, 30), id="not before the opening"),
        pytest.param(date(2026, 11, 5), date(2026, 11, 5), id="the day itself"),
        pytest.param(date(2026, 12, 20), date(2026, 11, 29), id="not after the deadline"),
    ],
)
def test_the_plan_is_asked_between_opening_and_deadline(as_of: date, asked_on: date) -> None:
    assert asking_day(period_of(small_plan()), as_of) == asked_on


def test_an_heir_is_asked_by_inheritance_only_for_what_names_its_predecessor() -> None:
    plan = small_plan()
    plan = replace(
        plan,
        agencies={**plan.agencies, "so-a": agency("so-a", until=date(2026, 10, 1), successor="so-b")},
    )
    period, resolver = period_of(plan), Resolver(plan)

    expected = expected_requests(plan, resolver, period, period.opens_on)

    assert {name: want.tasks for name, want in expected.items()} == {"so-b": (1, 2), "so-c": (1,)}
    assert inherited_only(plan, resolver, period, period.opens_on, "so-b") == {2}


def test_tasks_come_in_the_order_of_the_plan_whatever_the_cycle_names_first() -> None:
    plan = with_cycle(small_plan(), replace(cycle(), tasks=(2, 1)))

    assert [task.number for task in tasks_of(plan, period_of(plan))] == [1, 2]


def test_a_code_tells_plan_period_and_agency_and_ends_in_a_check() -> None:
    plan = small_plan()
    plan = replace(plan, agencies={**plan.agencies, "so-y-te": agency("so-y-te")})

    code = request_code(plan, period_of(plan), "so-y-te", secret=SECRET, taken=())

    head, _, check = code.rpartition("-")
    assert head == "KH-2026-SYT"
    assert len(check) == 4
    assert not set(check) & set("01IO")


@pytest.mark.parametrize(
    ("every", "days", "period", "head"),
    [
        pytest.param("half", (DayMonth(15, 6), DayMonth(15, 12)), "nam-2026-h1", "KH-2026H1-", id="half"),
        pytest.param("month", (25,), "nam-2026-07", "KH-202607-", id="month"),
        pytest.param("once", (date(2026, 5, 5),), "nam", "KH-NAM-", id="once"),
    ],
)
def test_the_code_of_any_cycle_says_which_period(every: str, days: tuple[object, ...], period: str, head: str) -> None:
    wanted = replace(cycle(days=days, is_before=False), every=every)  # type: ignore[arg-type]  # parametrised literals
    plan = with_cycle(small_plan(), wanted)

    assert request_code(plan, period_of(plan, period), "so-b", secret=SECRET, taken=()).startswith(head)


def test_a_code_in_use_is_drawn_again() -> None:
    plan, period = small_plan(), period_of(small_plan())
    first = request_code(plan, period, "so-b", secret=SECRET, taken=())

    again = request_code(plan, period, "so-b", secret=SECRET, taken={first})

    assert again != first
    assert again.rpartition("-")[0] == first.rpartition("-")[0]


def test_the_check_depends_on_the_key_alone_known_to_the_office() -> None:
    plan, period = small_plan(), period_of(small_plan())

    codes = {request_code(plan, period, "so-b", secret=bytes([n]) * 32, taken=()) for n in range(20)}

    assert len(codes) == 20


def test_every_request_of_the_plan_has_a_code_of_its_own() -> None:
    plan = small_plan()
    taken: set[str] = set()
    resolver = Resolver(plan)

    for period in all_periods(plan):
        for name in expected_requests(plan, resolver, period, period.opens_on):
            taken.add(request_code(plan, period, name, secret=SECRET, taken=taken))

    assert len(taken) == 3 * len(all_periods(plan))
