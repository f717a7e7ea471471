"""plan.yaml at the top of the tree: complete, without a fault, and only with addresses that lead nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dondoc.periods import find_period
from dondoc.plan.load import LoadedPlan, load_plan
from dondoc.plan.resolve import Resolver

PLAN_FILE = Path(__file__).parents[3] / "plan.yaml"


@pytest.fixture(scope="module")
def shipped() -> LoadedPlan:
    return load_plan(PLAN_FILE.read_bytes())


def test_has_neither_errors_nor_warnings(shipped: LoadedPlan) -> None:
    assert shipped.warnings == ()


def test_has_the_thirteen_tasks_each_with_two_to_four_figures(shipped: LoadedPlan) -> None:
    assert list(shipped.plan.tasks) == list(range(1, 14))
    assert {len(task.figures) for task in shipped.plan.tasks.values()} <= {2, 3, 4}


def test_sends_nothing_to_a_real_address(shipped: LoadedPlan) -> None:
    agencies = shipped.plan.agencies.values()
    addresses = [address for agency in agencies for address in (*agency.email, *agency.cc, *agency.accept_from)]

    assert all(address.endswith("khanhhoa.example") for address in addresses)


def test_yearly_report_is_asked_of_every_lead_of_2023(shipped: LoadedPlan) -> None:
    resolver = Resolver(shipped.plan)
    leads = tuple(lead for task in shipped.plan.tasks.values() for lead in task.lead)

    assert len(resolver.agencies_on(leads, date(2023, 11, 1))) == 37


@pytest.mark.parametrize(
    ("period", "due_on"),
    [
        ("nam-2026", date(2026, 11, 29)),
        ("so-ket", date(2025, 9, 14)),
        ("tong-ket", date(2027, 9, 14)),
        ("ke-hoach-don-vi", date(2023, 4, 28)),
    ],
)
def test_periods_fall_due_as_the_plan_says(shipped: LoadedPlan, period: str, due_on: date) -> None:
    found = find_period(shipped.plan, period)

    assert found is not None
    assert found.due_on == due_on
