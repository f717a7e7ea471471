from dataclasses import replace
from datetime import date, timedelta

import pytest
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
from dondoc.due import decide
from dondoc.fold import fold
from dondoc.plan.model import Anchor, DayMonth, Group, Offset, Plan, Task
from dondoc.reply import RequestRef
from tests.unit.plans import agency, cycle, small_plan, with_cycle
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


def test_a_document_not_yet_sent_is_handed_over_with_the_agency() -> None:
    ends = date(2026, 11, 15)
    plan = ending(with_cycle(small_plan(), replace(cycle(), ask="document", to=("so-a",))), ends)
    play = Play(plan)
    play.run(OPENS)

    actions = play.run(ends + timedelta(days=1))

    assert [(a.agency, a.to, a.tasks) for a in actions if isinstance(a, HandOverRequest)] == [("so-a", ("so-d",), (0,))]
    assert [(a.agency, a.is_document) for a in actions if isinstance(a, OpenRequest)] == [("so-d", True)]
    assert play.run(ends + timedelta(days=2)) == ()


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


def ending(plan: Plan, ends: date, *heirs: str, name: str = "so-a") -> Plan:
    """`name` ends on a day; its heirs (so-d where none is named) begin the day after."""
    heirs = heirs or ("so-d",)
    old = replace(plan.agencies[name], until=ends, successor=heirs)
    new = {heir: agency(heir, since=ends + timedelta(days=1)) for heir in heirs}
    return replace(plan, agencies={**new, **plan.agencies, name: old})


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


def test_a_clock_set_back_does_nothing_that_the_later_day_undid() -> None:
    ends = date(2026, 11, 15)
    play = Play(ending(small_plan(), ends))
    play.run(OPENS)
    play.run(ends + timedelta(days=1))

    assert play.run(ends - timedelta(days=2)) == ()
    assert play.run(OPENS - timedelta(days=5)) == ()
    assert play.run(ends + timedelta(days=1)) == ()


days = st.lists(st.integers(min_value=-3, max_value=75), min_size=1, max_size=25)
answers_of = st.dictionaries(st.sampled_from(["so-a", "so-b", "so-c", "so-d"]), st.integers(min_value=0, max_value=60))
ends_on = st.none() | st.integers(min_value=0, max_value=65)


@settings(max_examples=60, deadline=None)
@given(days, answers_of, ends_on, st.booleans())
def test_runs_on_any_days_never_repeat_a_mail_nor_remind_the_confirmed(
    offsets: list[int], answers: dict[str, int], ends: int | None, is_straight: bool
) -> None:
    plan = small_plan()
    play = Play(plan if ends is None else ending(plan, OPENS + timedelta(days=ends)))

    for offset in sorted(offsets) if is_straight else offsets:
        day = OPENS + timedelta(days=offset)
        for name, after in answers.items():
            opened = play.status().request(RequestRef("nam-2026", name))
            if opened and opened.is_open and after <= offset:
                for task in opened.missing:
                    play.answer("nam-2026", name, task, day)
        complete = {request.agency for request in play.status().requests if request.is_complete}
        reminded = {action.agency for action in play.run(day) if isinstance(action, SendReminder)}
        grown = {a.agency for a in play.done if isinstance(a, AmendRequest) and a.added}
        assert not reminded & (complete - grown), "who has confirmed everything is left in peace"
        assert play.run(day) == (), "a run leaves nothing to do"

    steps = [(action.agency, action.due_on, action.round) for _, action in play.sent]
    assert len(steps) == len(set(steps)), "no step twice"
    assert len(play.sent) == len({(day, action.agency) for day, action in play.sent}), "one mail a day and agency"


@settings(max_examples=30, deadline=None)
@given(days, answers_of, ends_on)
def test_a_run_every_day_and_a_run_now_and_then_ask_the_same_of_the_same(
    offsets: list[int], answers: dict[str, int], ends: int | None
) -> None:
    plan = small_plan() if ends is None else ending(small_plan(), OPENS + timedelta(days=ends))
    last = OPENS + timedelta(days=max(offsets))
    seldom, daily = Play(plan), Play(plan)

    for offset in sorted(offsets):
        seldom.run(OPENS + timedelta(days=offset))
    daily.run_days(OPENS - timedelta(days=3), last)

    if seldom.status().periods and seldom.status().periods["nam-2026"].opened_on == OPENS:
        assert {r.agency: r.tasks for r in seldom.status().requests if r.is_open} == {
            r.agency: r.tasks for r in daily.status().requests if r.is_open
        }


def test_who_was_queued_a_first_mail_that_never_left_is_still_asked_first() -> None:
    play = Play(small_plan())
    play.run(OPENS)
    unsent = [record for record in play.records if record.body.kind != "MailSent"]

    actions = decide(play.plan, fold(unsent), date(2026, 11, 13))

    assert {(a.purpose, a.is_first) for a in actions if isinstance(a, SendReminder)} == {("first", True)}
