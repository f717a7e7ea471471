"""Who is asked for what: leads, supporters, documents, the tasks and years of a cycle."""

from dataclasses import replace
from datetime import date

import pytest

from dondoc.actions import ClosePeriod, OpenPeriod, OpenRequest
from dondoc.plan.model import Anchor, DayMonth, Group
from tests.unit.plans import CLOSES, OPENS, agency, cycle, small_plan, with_cycle, with_task
from tests.unit.play import Play


def test_two_cycles_open_at_once_are_kept_apart() -> None:
    half = replace(cycle("nua", "half", (DayMonth(20, 6), DayMonth(20, 12))), tasks=(2,))
    play = Play(replace(small_plan(), cycles={"nam": cycle(), "nua": half}))

    play.run_days(OPENS, date(2026, 12, 1))
    play.answer("nua-2026-h2", "so-a", 2, date(2026, 12, 1))
    play.run_days(date(2026, 12, 2), date(2027, 1, 30))

    asked = {(a.period.id, a.agency): a.tasks for a in play.done if isinstance(a, OpenRequest)}
    assert asked == {
        ("nam-2026", "so-a"): (1, 2),
        ("nam-2026", "so-b"): (1,),
        ("nam-2026", "so-c"): (1,),
        ("nua-2026-h2", "so-a"): (2,),
    }
    assert [a.period.id for a in play.done if isinstance(a, ClosePeriod)] == ["nam-2026", "nua-2026-h2"]
    assert max(day for day, a in play.sent if a.period.id == "nua-2026-h2") < date(2026, 12, 2)
    assert max(day for day, a in play.sent if a.period.id == "nam-2026") > date(2026, 12, 2)


def test_a_document_cycle_asks_for_one_file_and_stops_when_it_came() -> None:
    wanted = replace(cycle(), ask="document", to=("so", "so-a"))
    play = Play(with_cycle(small_plan(), wanted))
    play.run(OPENS)
    play.file("nam-2026", "so-b", date(2026, 11, 2))

    play.run_days(date(2026, 11, 3), CLOSES)

    opened = [action for action in play.done if isinstance(action, OpenRequest)]
    assert [(action.agency, action.tasks, action.is_document) for action in opened] == [
        ("so-a", (), True),
        ("so-b", (), True),
        ("so-c", (), True),
    ]
    assert [day for day, action in play.sent if action.agency == "so-b"] == [OPENS]
    assert len([day for day, action in play.sent if action.agency == "so-c"]) == 6


def test_a_cycle_that_happens_once_is_asked_once_at_its_anchor() -> None:
    wanted = cycle("so-ket", "once", (Anchor(3, "year", "qd"),), is_before=False)
    play = Play(with_cycle(small_plan(), wanted))

    for year in range(2023, 2029):
        for month in range(1, 13):
            play.run_days(date(year, month, 1), date(year, month, 4))

    assert {action.period.id for action in play.done} == {"so-ket"}
    opened = [action for action in play.done if isinstance(action, OpenPeriod)]
    assert [action.period.due_on for action in opened] == [date(2025, 9, 14)]


def test_a_task_is_asked_only_in_its_years() -> None:
    plan = small_plan()
    play = Play(with_task(plan, replace(plan.tasks[2], years=(2024, 2025))))

    play.run(OPENS)

    assert {a.agency: a.tasks for a in play.done if isinstance(a, OpenRequest)}["so-a"] == (1,)


def test_a_cycle_asks_only_its_own_tasks() -> None:
    play = Play(with_cycle(small_plan(), replace(cycle(), tasks=(2,))))

    play.run(OPENS)

    assert {a.agency: a.tasks for a in play.done if isinstance(a, OpenRequest)} == {"so-a": (2,)}


@pytest.mark.parametrize("by", ["cycle", "task"])
def test_supporting_agencies_are_asked_where_the_cycle_or_the_task_says_so(by: str) -> None:
    plan = small_plan()
    if by == "cycle":
        plan = with_cycle(plan, replace(cycle(), ask="lead+support"))
    else:
        plan = with_task(plan, replace(plan.tasks[2], ask_support=True))
    play = Play(plan)

    play.run(OPENS)

    assert {a.agency: a.tasks for a in play.done if isinstance(a, OpenRequest)} == {
        "so-a": (1, 2),
        "so-b": (1, 2),
        "so-c": (1,),
    }


def test_an_agency_in_two_groups_is_asked_once() -> None:
    plan = small_plan()
    groups = {**plan.groups, "khac": Group("khac", "Khác", ("so-c", "so-a"))}
    play = Play(with_task(replace(plan, groups=groups), replace(plan.tasks[1], lead=("so", "khac", "so-a"))))

    play.run(OPENS)

    assert [(a.agency, a.tasks) for a in play.done if isinstance(a, OpenRequest)] == [
        ("so-a", (1, 2)),
        ("so-b", (1,)),
        ("so-c", (1,)),
    ]


def test_an_agency_that_begins_after_the_deadline_is_not_asked_anew() -> None:
    plan = small_plan()
    late = agency("so-d", since=date(2026, 12, 5))
    plan = replace(
        plan,
        agencies={**plan.agencies, "so-d": late},
        groups={"so": replace(plan.groups["so"], members=("so-a", "so-b", "so-c", "so-d"))},
    )
    play = Play(plan)
    play.run(OPENS)

    assert not any(isinstance(action, OpenRequest) for action in play.run(date(2026, 12, 6)))
