"""What is due on a day: the opening, the steps of the ladder, the closing."""

from dataclasses import replace
from datetime import date, timedelta

from dondoc.actions import ClosePeriod, OpenPeriod, OpenRequest, RenderReport, SendReminder
from dondoc.due import decide
from dondoc.fold import fold
from tests.unit.plans import CLOSES, OPENS, small_plan
from tests.unit.play import Play


def test_the_opening_day_asks_everybody_once() -> None:
    play = Play(small_plan())

    play.run(OPENS)

    assert [type(action) for action in play.done] == [OpenPeriod] + [OpenRequest] * 3 + [SendReminder] * 3
    assert {action.agency: action.tasks for action in play.done if isinstance(action, OpenRequest)} == {
        "so-a": (1, 2),
        "so-b": (1,),
        "so-c": (1,),
    }
    assert {action.purpose for _, action in play.sent} == {"first"}


def test_nothing_is_due_before_the_opening() -> None:
    assert Play(small_plan()).decide(OPENS - timedelta(days=1)) == ()


def test_the_same_day_twice_sends_nothing_twice() -> None:
    play = Play(small_plan())
    play.run(OPENS)

    assert play.run(OPENS) == ()


def test_a_silent_agency_climbs_the_whole_ladder_on_working_days() -> None:
    play = Play(small_plan())

    play.run_days(OPENS, CLOSES)

    assert [(day, action.purpose) for day, action in play.sent if action.agency == "so-c"] == [
        (OPENS, "first"),
        (date(2026, 11, 13), "remind"),  # -14d is a Sunday
        (date(2026, 11, 20), "remind"),  # -7d is a Sunday
        (date(2026, 11, 27), "remind"),  # -1d is a Saturday
        (date(2026, 11, 30), "overdue"),
        (date(2026, 12, 7), "escalate"),  # +7d is a Sunday: the Monday after
    ]


def test_a_skipped_week_is_caught_up_with_one_mail() -> None:
    play = Play(small_plan())
    play.run(OPENS)

    play.run(date(2026, 11, 28))

    assert [(day, action.due_on) for day, action in play.sent if action.agency == "so-b"] == [
        (OPENS, OPENS),
        (date(2026, 11, 28), date(2026, 11, 27)),
    ]


def test_a_late_start_asks_before_it_escalates() -> None:
    play = Play(small_plan())

    play.run(date(2026, 12, 10))

    assert {(action.purpose, action.cc, action.is_first) for _, action in play.sent} == {("overdue", (), True)}


def test_an_escalation_is_copied_to_the_superior() -> None:
    play = Play(small_plan())
    play.run(OPENS)

    play.run(date(2026, 12, 7))

    assert play.sent[-1][1].cc == ("ubnd",)


def test_who_has_answered_everything_is_not_reminded() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    play.answer("nam-2026", "so-b", 1, date(2026, 11, 2))

    play.run_days(date(2026, 11, 3), CLOSES)

    assert [day for day, action in play.sent if action.agency == "so-b"] == [OPENS]


def test_a_period_closes_and_is_reported_once() -> None:
    play = Play(small_plan())
    play.run_days(OPENS, CLOSES + timedelta(days=5))

    assert [type(action) for action in play.done if isinstance(action, ClosePeriod | RenderReport)] == [
        ClosePeriod,
        RenderReport,
    ]


def test_a_period_that_passed_unopened_stays_unopened() -> None:
    assert Play(small_plan()).decide(date(2024, 6, 1)) == ()


def test_an_address_left_out_of_the_plan_gets_no_mail() -> None:
    play = Play(small_plan())
    plan = play.plan
    play.plan = replace(plan, agencies={**plan.agencies, "so-c": replace(plan.agencies["so-c"], email=())})

    play.run(OPENS)

    assert {action.agency for _, action in play.sent} == {"so-a", "so-b"}


def test_an_address_that_bounced_gets_no_further_mail() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    play.bounce("so-c@tinh.example", date(2026, 11, 1))

    play.run_days(date(2026, 11, 2), CLOSES)

    assert [day for day, action in play.sent if action.agency == "so-c"] == [OPENS]


def test_who_was_queued_a_first_mail_that_never_left_is_still_asked_first() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    unsent = [record for record in play.records if record.body.kind != "MailSent"]

    actions = decide(play.plan, fold(unsent), date(2026, 11, 13))

    assert {(a.purpose, a.is_first) for a in actions if isinstance(a, SendReminder)} == {("first", True)}
