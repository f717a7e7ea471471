"""Closed periods keep the plan they were run under, as long as it can be read."""

from __future__ import annotations

from datetime import date

import pytest

from dondoc.errors import PlanError
from dondoc.events.periods import PeriodClosed
from dondoc.events.plans import PlanAdopted
from dondoc.periods import find_period
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.report.earlier import Earlier, earlier_of
from dondoc.status import PeriodStatus
from dondoc.versions import adopted_plan, plans_of_periods
from tests.unit.plan.texts import PLAN, with_change
from tests.unit.play import Play

OLD, NEW = PLAN, with_change("Số lớp, unit: lớp", "Số lớp, unit: buổi")


def record_of(*texts: str) -> Play:
    """Plans adopted one after the other; the period of 2026 was held under the first, that of 2027 has begun."""
    play = Play(load_plan(NEW).plan)
    for version, text in enumerate(texts, start=1):
        play.record(PlanAdopted(version=version, sha256=str(version) * 64, text=text), date(2026, version, 1))
    play.run(date(2026, 10, 30))
    play.record(PeriodClosed(period="nam-2026", on=date(2026, 12, 29), plan_version=1), date(2026, 12, 30))
    play.run(date(2027, 10, 30))
    return play


def earlier(play: Play, period_id: str) -> Earlier | None:
    period = find_period(play.plan, period_id)
    assert period is not None
    return earlier_of(period, play.status(), play.records, play.plan)


def unit_of(plan: Plan) -> str | None:
    return plan.tasks[2].figures["lop"].unit


def test_period_a_year_before_comes_with_the_plan_of_its_close() -> None:
    found = earlier(record_of(OLD, NEW), "nam-2027")

    assert found is not None
    assert (found.state.id, unit_of(found.plan)) == ("nam-2026", "lớp")


@pytest.mark.parametrize("period", ["nam-2026", "so-ket"])
def test_without_a_period_a_year_before_there_is_nothing_earlier(period: str) -> None:
    assert earlier(record_of(OLD), period) is None


def test_open_period_runs_under_the_plan_in_force() -> None:
    play = record_of(OLD, NEW)

    plans = plans_of_periods(play.records, play.status().periods.values(), play.plan)

    assert {name: unit_of(plan) for name, plan in plans.items()} == {"nam-2026": "lớp", "nam-2027": "buổi"}


def test_plan_that_can_no_longer_be_read_stops_only_who_asks_for_itself() -> None:
    play = record_of("plan: of another language\n")

    plans = plans_of_periods(play.records, [PeriodStatus("nam-2026", plan_version=1)], play.plan)

    assert plans["nam-2026"] is play.plan
    with pytest.raises(PlanError):
        adopted_plan(play.records, 1)


def test_version_that_nobody_adopted_is_no_plan() -> None:
    assert adopted_plan(record_of(OLD).records, 7) is None


def test_figure_that_was_not_asked_then_is_taken_as_it_is_now() -> None:
    now = load_plan(with_change("  2:\n", "  3:\n").replace("tasks: 2", "tasks: 3")).plan
    figure = now.tasks[3].figures["lop"]
    then = Earlier(PeriodStatus("nam-2026"), load_plan(OLD).plan)

    assert (then.task_figure(3, figure), then.cycle_figure("khac", figure)) == (figure, figure)
