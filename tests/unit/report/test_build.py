"""Every number of the report is computed from what agencies said, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.events.periods import RequestHandedOver
from dondoc.plan.model import Figure
from dondoc.report.build import build_report
from dondoc.report.earlier import Earlier
from dondoc.report.model import Rates, Report
from dondoc.status import RequestStatus
from tests.unit.report.builder import (
    CLOSES,
    DUE,
    KINH_PHI,
    LATE,
    LOP,
    PHAT_NGON,
    cycle,
    document_request,
    period,
    plan,
    request,
    said,
    statement,
    status,
    year,
)


def report_of(*requests: RequestStatus, as_of: date = CLOSES, before: tuple[RequestStatus, ...] = ()) -> Report:
    previous = Earlier(status(*before, period_id="nam-2025").periods["nam-2025"], plan()) if before else None
    return build_report(plan(), status(*requests), period(), as_of=as_of, previous=previous)


def test_every_agency_is_in_time_late_partial_or_silent() -> None:
    report = report_of(*year())

    assert report.rates == Rates(
        asked=4, on_time=1, late=1, partial=1, silent=1, items=7, answered_items=5, done_items=2
    )
    assert [agency.id for agency in report.by_timeliness("late")] == ["so-y-te"]
    assert [agency.id for agency in report.by_timeliness("partial")] == ["an-phu"]
    assert [agency.id for agency in report.by_timeliness("silent")] == ["so-noi-vu"]
    assert [agency.id for agency in report.waiting] == ["so-noi-vu"]


def test_agencies_come_in_the_plans_order() -> None:
    report = report_of(*reversed(year()))

    assert [agency.id for agency in report.agencies] == ["so-tttt", "so-y-te", "so-noi-vu", "an-phu"]


def test_figures_are_summed_as_typed() -> None:
    report = report_of(*year())

    funds = report.figures[0]
    assert (funds.total, funds.reported, funds.asked) == (Decimal("12.8"), 3, 4)
    assert report.tasks[1].figures[0].total == Decimal("2.1")


@given(st.permutations(range(12)), st.lists(st.decimals(-9999, 9999, places=3), min_size=12, max_size=12))
def test_a_sum_knows_no_order(order: list[int], values: list[Decimal]) -> None:
    agencies = [f"co-quan-{number}" for number in order]
    requests = [
        request(name, (3,), said(3, figures={"lop": float(values[n])})) for n, name in zip(order, agencies, strict=True)
    ]

    total = report_of(*requests).tasks[0].figures[0].total

    assert total == sum(values)


def test_a_yes_where_a_number_is_wanted_is_no_number() -> None:
    report = report_of(request("so-tttt", (3,), said(3, figures={"lop": True})))

    assert report.tasks[0].figures[0].reported == 0


def test_the_mean_leaves_out_those_without_a_percentage() -> None:
    report = report_of(
        request("so-tttt", (3,), said(3, "in_progress", 25)),
        request("an-phu", (3,), said(3, "done")),
        request("so-y-te", (3,), said(3, "not_applicable")),
        request("so-noi-vu", (3,), said(3, "in_progress")),
    )

    assert (report.tasks[0].percent, report.tasks[0].percent_of) == (Decimal("62.5"), 2)


def test_an_objective_counts_the_silent_as_not_having_said_yes() -> None:
    objective = report_of(*year()).objectives[0]

    assert (objective.reached, objective.figure.asked, objective.figure.reported) == (Decimal(25), 4, 2)
    assert not objective.is_met


def test_nearly_all_is_not_all() -> None:
    everyone = [request(name, (1,), said(1, figures={"phat-ngon": True})) for name in ("so-tttt", "so-y-te")]

    objective = report_of(*everyone, request("so-noi-vu", (1,))).objectives[0]

    assert objective.reached is not None
    assert 66 < objective.reached < 67


def test_what_was_said_after_the_close_belongs_to_no_report() -> None:
    after = CLOSES + timedelta(days=1)
    late = replace(
        request("so-tttt", (1,), said(1, on=after)), obstacles=(statement("muộn", after), statement("kịp", LATE))
    )

    report = report_of(late, as_of=after + timedelta(days=30))

    assert report.rates.silent == 1
    assert [said.text for said in report.obstacles] == ["kịp"]


def test_a_report_of_an_earlier_day_does_not_know_what_came_later() -> None:
    report = report_of(*year(), as_of=DUE)

    assert report.rates.late == 0
    assert not report.is_final


def test_a_period_closed_by_hand_is_final() -> None:
    closed = status(*year())
    of_period = replace(closed.periods["nam-2026"], closed_on=LATE)

    report = build_report(plan(), replace(closed, periods={"nam-2026": of_period}), period(), as_of=LATE, previous=None)

    assert report.is_final


def test_an_agency_that_handed_over_owes_nothing_and_keeps_its_answers() -> None:
    over = RequestHandedOver(period="nam-2026", agency="so-y-te", on=LATE, to=("so-noi-vu",), tasks=(3,))
    ended = replace(request("so-y-te", (1, 3), said(1)), handed_over=over)

    agency = report_of(ended).agencies[0]

    assert (agency.timeliness, agency.asked, agency.missing) == ("on_time", 1, ())
    assert agency.handed_over_to == ("Sở Nội vụ",)


def test_a_withdrawn_request_without_an_answer_is_not_counted() -> None:
    assert report_of(replace(request("so-y-te", (1,)), withdrawn_on=LATE)).rates.asked == 0


def test_an_answer_to_a_task_the_plan_no_longer_has_is_kept() -> None:
    report = report_of(request("so-tttt", (1,), said(1), said(99, note="vẫn làm")))

    assert [task.number for task in report.tasks] == [1, 99]
    assert report.tasks[1].lines[0].note == "vẫn làm"


def test_the_year_before_is_set_beside_this_year() -> None:
    before = (
        replace(
            request("so-tttt", (1, 3), said(1, figures={"phat-ngon": True}), said(3, figures={"lop": 7})),
            figures={"kinh-phi": 3.5},
        ),
        request("so-y-te", (1,)),
    )

    report = report_of(*year(), before=before)

    assert report.year_before is not None
    assert (report.year_before.year, report.year_before.asked, report.year_before.complete) == (2025, 2, 1)
    assert (report.figures[0].before, report.tasks[1].figures[0].before) == (Decimal("3.5"), Decimal(7))
    assert report.objectives[0].before == Decimal(50)


@pytest.mark.parametrize(
    "figure",
    [replace(LOP, unit="buổi"), replace(LOP, name="Số học viên"), replace(LOP, kind="yesno")],
    ids=["unit", "name", "kind"],
)
def test_a_figure_asked_otherwise_a_year_before_is_not_compared(figure: Figure) -> None:
    now = plan()
    task = replace(now.tasks[3], figures={**now.tasks[3].figures, "lop": figure})
    then = replace(now, tasks={**now.tasks, 3: task})
    value = True if figure.kind == "yesno" else 7
    before = status(request("so-tttt", (3,), said(3, figures={"lop": value, "luot-nguoi": 9})), period_id="nam-2025")

    earlier = Earlier(before.periods["nam-2025"], then)
    lop, luot = build_report(now, status(*year()), period(), as_of=CLOSES, previous=earlier).tasks[1].figures

    assert (lop.before, lop.before_as) == (None, figure)
    assert (luot.before, luot.before_as) == (Decimal(9), None)


def test_a_cycle_figure_and_an_objective_asked_otherwise_are_not_compared() -> None:
    now = plan()
    cycle_then = replace(now.cycles["nam"], figures={"kinh-phi": replace(KINH_PHI, unit="tỷ đồng")})
    task_then = replace(now.tasks[1], figures={"phat-ngon": replace(PHAT_NGON, kind="number")})
    then = replace(now, cycles={"nam": cycle_then}, tasks={**now.tasks, 1: task_then})
    given = replace(request("so-tttt", (1,), said(1, figures={"phat-ngon": 2})), figures={"kinh-phi": 1})
    before = status(given, period_id="nam-2025")

    report = build_report(
        now, status(*year()), period(), as_of=CLOSES, previous=Earlier(before.periods["nam-2025"], then)
    )

    assert report.figures[0].before_as == cycle_then.figures["kinh-phi"]
    assert (report.objectives[0].before, report.objectives[0].figure.before_as) == (
        None,
        task_then.figures["phat-ngon"],
    )


def test_a_figure_that_nobody_gave_a_year_before_has_nothing_to_compare() -> None:
    now = plan()
    task = replace(now.tasks[3], figures={"lop": replace(LOP, unit="buổi")})
    before = status(request("so-tttt", (3,), said(3)), period_id="nam-2025")

    earlier = Earlier(before.periods["nam-2025"], replace(now, tasks={**now.tasks, 3: task}))
    report = build_report(now, status(*year()), period(), as_of=CLOSES, previous=earlier)

    assert (report.tasks[1].figures[0].before, report.tasks[1].figures[0].before_as) == (None, None)


def test_another_spelling_of_name_and_unit_is_the_same_figure() -> None:
    assert LOP.counts_like(replace(LOP, name="số lớp  tập huấn", unit="Lớp", also=("khóa",)))


def test_figures_counted_to_a_day_after_the_deadline_are_estimates() -> None:
    counted_early = build_report(plan(), status(*year()), period(counted_to=DUE), as_of=CLOSES, previous=None)

    assert report_of(*year()).is_estimate
    assert not counted_early.is_estimate


def test_documents_are_listed_with_who_sent_them() -> None:
    requests = (document_request("so-tttt", "Ke hoach.pdf"), document_request("so-y-te"))

    report = build_report(plan(), status(*requests), period(cycle("document")), as_of=CLOSES, previous=None)

    assert [(line.name, line.files) for line in report.documents] == [
        ("Sở Thông tin và Truyền thông", ("Ke hoach.pdf",)),
        ("Sở Y tế", ()),
    ]
    assert (report.rates.items, report.rates.answered_items) == (2, 1)


def test_a_report_without_any_request_is_empty_and_whole() -> None:
    report = build_report(plan(), status(), period(), as_of=CLOSES, previous=None)

    assert (report.rates.asked, report.tasks, report.objectives) == (0, (), ())
