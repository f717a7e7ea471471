"""An agency ends while it is asked: what its heirs take over, and what ends with it."""

from dataclasses import replace
from datetime import date, timedelta

from dondoc.actions import AmendRequest, HandOverRequest, OpenRequest, SendReminder, WithdrawRequest
from tests.unit.plans import CLOSES, OPENS, agency, cycle, ending, small_plan, with_cycle, with_task
from tests.unit.play import Play


def test_an_ended_agency_hands_over_what_is_open_and_keeps_what_it_said() -> None:
    plan = small_plan()
    ends = date(2026, 11, 15)
    plan = replace(
        plan,
        agencies={
            **plan.agencies,
            "so-a": agency("so-a", until=ends, successor="so-d"),
            "so-d": agency("so-d", since=ends + timedelta(days=1)),
        },
    )
    play = Play(plan)
    play.run(OPENS)
    play.answer("nam-2026", "so-a", 2, date(2026, 11, 2))

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.to, a.tasks) for a in actions if isinstance(a, HandOverRequest)] == [("so-a", ("so-d",), (1,))]
    assert [(a.agency, a.tasks, a.taken_from) for a in actions if isinstance(a, OpenRequest)] == [
        ("so-d", (1,), ("so-a",))
    ]
    assert play.run(ends + timedelta(days=2)) == ()


def test_a_document_not_yet_sent_is_handed_over_with_the_agency() -> None:
    ends = date(2026, 11, 15)
    plan = ending(with_cycle(small_plan(), replace(cycle(), ask="document", to=("so-a",))), ends)
    play = Play(plan)
    play.run(OPENS)

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.to, a.tasks) for a in actions if isinstance(a, HandOverRequest)] == [("so-a", ("so-d",), (0,))]
    assert [(a.agency, a.is_document) for a in actions if isinstance(a, OpenRequest)] == [("so-d", True)]
    assert play.run(ends + timedelta(days=2)) == ()


def test_an_agency_that_ends_after_the_deadline_still_hands_over() -> None:
    ends = date(2026, 12, 5)
    play = Play(ending(small_plan(), ends))
    play.run_days(OPENS, ends)

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.to, a.tasks) for a in actions if isinstance(a, HandOverRequest)] == [
        ("so-a", ("so-d",), (1, 2))
    ]
    assert [(a.agency, a.tasks) for a in actions if isinstance(a, OpenRequest)] == [("so-d", (1, 2))]
    assert [(a.agency, a.purpose, a.is_first, a.cc) for a in actions if isinstance(a, SendReminder)] == [
        ("so-d", "overdue", True, ())
    ]
    play.run_days(ends + timedelta(days=2), CLOSES)
    assert [day for day, a in play.sent if a.agency == "so-a" and day > ends] == []


def test_who_ended_with_everything_answered_hands_nothing_over() -> None:
    ends = date(2026, 11, 15)
    plan = ending(small_plan(), ends)
    play = Play(with_task(plan, replace(plan.tasks[1], lead=("so-a", "so-b"))))
    play.run(OPENS)
    play.answer("nam-2026", "so-a", 1, date(2026, 11, 2))
    play.answer("nam-2026", "so-a", 2, date(2026, 11, 2))
    play.run(ends)

    assert play.run(ends + timedelta(days=1)) == ()


def test_a_split_agency_hands_over_to_each_of_its_heirs() -> None:
    ends = date(2026, 11, 15)
    play = Play(ending(small_plan(), ends, "so-d", "so-e"))
    play.run(OPENS)

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.to) for a in actions if isinstance(a, HandOverRequest)] == [("so-a", ("so-d", "so-e"))]
    assert {a.agency: a.tasks for a in actions if isinstance(a, OpenRequest)} == {"so-d": (1, 2), "so-e": (1, 2)}
    assert play.run(ends + timedelta(days=2)) == ()


def test_a_chain_of_heirs_passes_on_what_is_still_open() -> None:
    first, second = date(2026, 11, 10), date(2026, 11, 20)
    play = Play(ending(ending(small_plan(), first), second, "so-e", name="so-d"))
    play.run(OPENS)
    play.answer("nam-2026", "so-a", 1, date(2026, 11, 2))
    play.run(first + timedelta(days=1))

    actions = play.run(second + timedelta(days=1))

    assert [(a.agency, a.to, a.tasks) for a in actions if isinstance(a, HandOverRequest)] == [("so-d", ("so-e",), (2,))]
    assert [(a.agency, a.tasks) for a in actions if isinstance(a, OpenRequest)] == [("so-e", (2,))]
    assert play.run(second + timedelta(days=2)) == ()


def test_a_chain_passed_while_nobody_ran_ends_at_the_last_heir() -> None:
    first, second = date(2026, 11, 10), date(2026, 11, 20)
    play = Play(ending(ending(small_plan(), first), second, "so-e", name="so-d"))
    play.run(OPENS)

    actions = play.run(date(2026, 11, 25))

    assert [(a.agency, a.to) for a in actions if isinstance(a, HandOverRequest)] == [("so-a", ("so-e",))]
    assert {a.agency for a in actions if isinstance(a, OpenRequest)} == {"so-e"}
    assert play.run(date(2026, 11, 25)) == ()


def test_an_heir_that_is_asked_already_takes_over_by_amendment() -> None:
    ends = date(2026, 11, 15)
    plan = small_plan()
    plan = replace(plan, agencies={**plan.agencies, "so-a": agency("so-a", until=ends, successor="so-b")})
    play = Play(plan)
    play.run(OPENS)
    play.answer("nam-2026", "so-b", 1, date(2026, 11, 2))
    play.run(date(2026, 11, 3))

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.added, a.removed) for a in actions if isinstance(a, AmendRequest)] == [("so-b", (2,), ())]
    assert play.run(ends + timedelta(days=2)) == ()


def test_an_agency_that_ends_without_an_heir_is_withdrawn() -> None:
    ends = date(2026, 11, 15)
    plan = small_plan()
    play = Play(replace(plan, agencies={**plan.agencies, "so-c": agency("so-c", until=ends)}))
    play.run_days(OPENS, ends)

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.round) for a in actions if isinstance(a, WithdrawRequest)] == [("so-c", 1)]
    assert len(actions) == 1
    assert play.run(ends + timedelta(days=2)) == ()


def test_a_task_handed_over_and_then_taken_out_of_the_plan_is_asked_of_nobody() -> None:
    ends = date(2026, 11, 15)
    plan = ending(small_plan(), ends)
    play = Play(plan)
    play.run(OPENS)
    play.run(ends + timedelta(days=1))
    play.plan = replace(plan, tasks={1: replace(plan.tasks[1], lead=("so-b",))})

    actions = play.run(ends + timedelta(days=2))

    assert [(a.agency, a.removed) for a in actions if isinstance(a, AmendRequest)] == [("so-d", (2,))]
    play.plan = replace(plan, tasks={3: replace(plan.tasks[1], number=3, lead=("so-b",))})
    actions = play.run(ends + timedelta(days=3))
    assert "so-d" in {a.agency for a in actions if isinstance(a, WithdrawRequest)}
    assert play.run(ends + timedelta(days=4)) == ()


def test_an_heir_taken_out_of_the_plan_is_withdrawn() -> None:
    ends = date(2026, 11, 15)
    plan = ending(small_plan(), ends)
    play = Play(plan)
    play.run(OPENS)
    play.run(ends + timedelta(days=1))
    others = {name: one for name, one in plan.agencies.items() if name != "so-d"}
    play.plan = replace(plan, agencies={**others, "so-a": replace(plan.agencies["so-a"], successor=())})

    actions = play.run(ends + timedelta(days=2))

    assert [a.agency for a in actions if isinstance(a, WithdrawRequest)] == ["so-d"]
    assert play.run(ends + timedelta(days=3)) == ()


def test_a_clock_set_back_does_nothing_that_the_later_day_undid() -> None:
    ends = date(2026, 11, 15)
    play = Play(ending(small_plan(), ends))
    play.run(OPENS)
    play.run(ends + timedelta(days=1))

    assert play.run(ends - timedelta(days=2)) == ()
    assert play.run(OPENS - timedelta(days=5)) == ()
    assert play.run(ends + timedelta(days=1)) == ()
