"""The plan changes while a period is open: who is asked anew, told otherwise, or left alone."""

from dataclasses import replace
from datetime import date, timedelta

from dondoc.actions import AmendRequest, ClosePeriod, OpenRequest, SendReminder, WithdrawRequest
from dondoc.plan.model import DayMonth, Offset
from tests.unit.plans import CLOSES, OPENS, cycle, small_plan, with_cycle, with_task
from tests.unit.play import Play


def test_a_new_lead_is_asked_and_a_former_one_is_told() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    only_b = replace(small_plan().tasks[1], lead=("so-b",))
    play.plan = replace(play.plan, tasks={1: only_b, 2: replace(play.plan.tasks[2], lead=("so-b",))})

    actions = play.run(date(2026, 11, 5))

    assert [action.agency for action in actions if isinstance(action, WithdrawRequest)] == ["so-a", "so-c"]
    assert [(action.agency, action.added) for action in actions if isinstance(action, AmendRequest)] == [("so-b", (2,))]
    assert play.run(date(2026, 11, 5)) == ()


def test_a_withdrawn_request_comes_back_when_the_plan_does() -> None:
    play = Play(small_plan())
    whole = play.plan
    play.run(OPENS)
    play.plan = replace(whole, groups={"so": replace(whole.groups["so"], members=("so-a", "so-b"))})
    play.run(date(2026, 11, 5))
    play.plan = whole

    actions = play.run(date(2026, 11, 5))

    assert [(type(action), action.round) for action in actions if isinstance(action, OpenRequest | SendReminder)] == [
        (OpenRequest, 2),
        (SendReminder, 2),
    ]


def test_a_cycle_taken_out_of_the_plan_withdraws_its_requests() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    play.plan = replace(play.plan, cycles={})

    actions = play.run(date(2026, 11, 5))

    assert [type(action) for action in actions] == [WithdrawRequest] * 3 + [ClosePeriod]
    assert play.run(date(2026, 11, 5)) == ()


def test_a_task_moved_to_another_agency_keeps_the_answer_already_given() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    play.answer("nam-2026", "so-a", 2, date(2026, 11, 2))
    plan = play.plan
    play.plan = with_task(plan, replace(plan.tasks[2], lead=("so-b",)))

    play.run(date(2026, 11, 5))

    request = play.status().periods["nam-2026"].requests["so-a"]
    assert (request.tasks, request.confirmations[2].status) == ((1,), "done")


def test_a_closed_period_never_changes() -> None:
    play = Play(small_plan())
    play.run_days(OPENS, CLOSES + timedelta(days=2))
    plan = play.plan
    play.plan = replace(plan, groups={"so": replace(plan.groups["so"], members=("so-b",))}, tasks={1: plan.tasks[1]})

    assert play.run(CLOSES + timedelta(days=3)) == ()
    play.plan = with_cycle(plan, replace(cycle(), closes=Offset(60)))
    assert play.run(CLOSES + timedelta(days=4)) == ()
    play.plan = replace(plan, cycles={})
    assert play.run(CLOSES + timedelta(days=5)) == ()


def test_a_request_opened_again_climbs_the_ladder_anew() -> None:
    play = Play(small_plan())
    whole = play.plan
    play.run_days(OPENS, date(2026, 11, 16))
    play.plan = replace(whole, groups={"so": replace(whole.groups["so"], members=("so-a", "so-b"))})
    play.run(date(2026, 11, 17))
    play.plan = whole

    play.run_days(date(2026, 11, 18), date(2026, 11, 30))

    again = [(day, a.purpose, a.round) for day, a in play.sent if a.agency == "so-c" and day > date(2026, 11, 17)]
    assert again == [
        (date(2026, 11, 18), "first", 2),
        (date(2026, 11, 20), "remind", 2),
        (date(2026, 11, 27), "remind", 2),
        (date(2026, 11, 30), "overdue", 2),
    ]


def test_a_deadline_put_off_after_the_opening_moves_the_steps_still_to_come() -> None:
    play = Play(small_plan())
    play.run_days(OPENS, date(2026, 11, 21))
    play.plan = with_cycle(play.plan, cycle(days=(DayMonth(10, 12),)))

    play.run_days(date(2026, 11, 22), date(2026, 12, 11))

    assert [(day, a.purpose) for day, a in play.sent if a.agency == "so-c" and day > date(2026, 11, 21)] == [
        (date(2026, 11, 25), "remind"),
        (date(2026, 12, 2), "remind"),
        (date(2026, 12, 8), "remind"),
        (date(2026, 12, 10), "overdue"),
    ]
