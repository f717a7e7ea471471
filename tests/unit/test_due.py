from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.actions import (
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    OpenPeriod,
    OpenRequest,
    RenderReport,
    SendReminder,
    WithdrawRequest,
)
from dondoc.plan.model import Plan, Task
from tests.unit.plans import agency, small_plan
from tests.unit.play import Play

OPENS = date(2026, 10, 30)
DUE = date(2026, 11, 29)
CLOSES = date(2026, 12, 29)


def with_task(plan: Plan, task: Task) -> Plan:
    return replace(plan, tasks={**plan.tasks, task.number: task})


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


def test_a_cycle_taken_out_of_the_plan_withdraws_its_requests() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    play.plan = replace(play.plan, cycles={})

    actions = play.run(date(2026, 11, 5))

    assert [type(action) for action in actions] == [WithdrawRequest] * 3 + [ClosePeriod]
    assert play.run(date(2026, 11, 5)) == ()


def test_an_address_that_bounced_gets_no_further_mail() -> None:
    play = Play(small_plan())
    plan = play.plan
    play.plan = replace(plan, agencies={**plan.agencies, "so-c": replace(plan.agencies["so-c"], email=())})

    play.run(OPENS)

    assert {action.agency for _, action in play.sent} == {"so-a", "so-b"}


days = st.lists(st.integers(min_value=-3, max_value=75), min_size=1, max_size=25)


@settings(max_examples=60, deadline=None)
@given(days, st.dictionaries(st.sampled_from(["so-a", "so-b", "so-c"]), st.integers(min_value=0, max_value=60)))
def test_runs_on_any_days_never_repeat_a_mail_nor_remind_the_confirmed(
    offsets: list[int], answers: dict[str, int]
) -> None:
    play = Play(small_plan())

    for offset in sorted(offsets):
        day = OPENS + timedelta(days=offset)
        for name, after in answers.items():
            request = play.status().periods.get("nam-2026")
            opened = request.requests.get(name) if request else None
            if opened and opened.missing and after <= offset:
                for task in opened.missing:
                    play.answer("nam-2026", name, task, day)
        play.run(day)
        assert play.run(day) == ()

    reminded = [(action.agency, action.due_on) for _, action in play.sent]
    assert len(reminded) == len(set(reminded))
    for name, after in answers.items():
        assert all(day < OPENS + timedelta(days=after) or not _was_complete(play, name, day) for day, _ in play.sent)


def _was_complete(play: Play, name: str, day: date) -> bool:
    said = [r for r in play.records if r.body.kind == "ItemConfirmed" and r.body.agency == name]
    reminded_on = [sent_day for sent_day, action in play.sent if action.agency == name and sent_day == day]
    return bool(said) and bool(reminded_on) and min(r.event.at.date() for r in said) < day
