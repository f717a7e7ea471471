from dataclasses import replace
from datetime import date, timedelta

from app.adoption import adopt_plan
from app.deliver import deliver_all
from app.remind import queue_acknowledgements, queue_due
from dondoc.events.periods import RequestOpened
from dondoc.events.plans import PlanAdopted
from tests.app.desk import CLOSES, OPENS, PLAN, Room

ENDING = PLAN.replace(
    "  so-c: {",
    "  so-d: {name: Sở Dũng, email: so-d@tinh.example, superior: ubnd, from: 2026-11-16}\n"
    "  so-c: {until: 2026-11-15, successor: so-d, ",
)

SO_C = "  so-c: {name: Sở Cường, email: [so-c@tinh.example, so-c2@tinh.example], superior: ubnd}\n"
WITHOUT_C = PLAN.replace(SO_C, "").replace("[so-b, so-c]", "[so-b]")


def test_the_first_run_adopts_the_plan_and_asks_everybody(room: Room) -> None:
    outcomes = room.remind(OPENS)

    assert list(outcomes.values()) == ["sent", "sent"]
    assert room.kinds()[:2] == ["PlanAdopted", "PeriodOpened"]
    (adopted,) = room.bodies("PlanAdopted")
    assert isinstance(adopted, PlanAdopted)
    assert (adopted.version, adopted.text) == (1, PLAN)


def test_the_same_day_again_records_nothing(room: Room) -> None:
    room.remind(OPENS)
    before = room.kinds()

    assert room.remind(OPENS) == {}
    assert room.kinds() == before


def test_a_plan_is_adopted_again_only_when_its_text_changed(room: Room) -> None:
    assert [adopt_plan(room.office), adopt_plan(room.office)] == [1, 1]

    room.follow(PLAN + "# một dòng chú thích\n")

    assert [adopt_plan(room.office), adopt_plan(room.office)] == [2, 2]


def test_every_request_has_a_code_of_its_own_and_keeps_it_when_opened_again(room: Room) -> None:
    room.remind(OPENS)
    code = room.request("so-c").code
    room.follow(PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]"))
    room.remind(date(2026, 11, 2))
    assert not room.request("so-c").is_open
    room.follow(PLAN)

    room.remind(date(2026, 11, 3))

    assert (room.request("so-c").round, room.request("so-c").code) == (2, code)
    assert len({body.code for body in room.bodies("RequestOpened") if isinstance(body, RequestOpened)}) == 2
    assert [mail.queued.round for mail in room.mails("first", "so-c")] == [1, 2]


def test_who_is_asked_no_more_is_told_so(room: Room) -> None:
    room.remind(OPENS)
    room.follow(PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]"))

    room.remind(date(2026, 11, 2))

    assert len(room.mails("withdraw", "so-c")) == 1


def test_who_was_never_written_to_is_not_told_that_it_need_not_answer(room: Room) -> None:
    plan = room.office.plan
    nobody = replace(plan.agencies["so-c"], email=())
    room.office = replace(room.office, plan=replace(plan, agencies={**plan.agencies, "so-c": nobody}))
    room.remind(OPENS)
    assert room.request("so-c").is_open
    room.follow(PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]"))

    room.remind(date(2026, 11, 2))

    assert not room.request("so-c").is_open
    assert room.mails("withdraw", "so-c") == []


def test_a_task_more_is_asked_by_a_mail_and_a_task_less_in_silence(room: Room) -> None:
    room.remind(OPENS)
    more = PLAN.replace("lead: so-b\n", "lead: [so-b, so-c]\n")
    room.follow(more)
    room.remind(date(2026, 11, 2))
    assert len(room.mails("amend", "so-c")) == 1
    assert room.request("so-c").tasks == (1, 2)

    room.follow(PLAN)
    room.remind(date(2026, 11, 3))

    assert len(room.mails("amend", "so-c")) == 1
    assert room.request("so-c").tasks == (1,)


def test_an_ended_agency_and_its_heir_both_get_a_mail(room: Room) -> None:
    room.follow(ENDING)
    room.run_days(OPENS, date(2026, 11, 15))

    room.remind(date(2026, 11, 16))

    assert len(room.mails("hand-over", "so-c")) == 1
    (mail,) = room.mails("hand-over", "so-d")
    assert mail.queued.due_on is not None
    assert "Sở Cường" in mail.queued.body
    assert room.request("so-d").tasks == (1,)


def test_an_heir_that_is_asked_already_is_told_what_it_takes_over(room: Room) -> None:
    plan = PLAN.replace("  so-c: {", "  so-c: {until: 2026-11-15, successor: so-b, ").replace(
        "lead: so-b\n", "lead: so-c\n"
    )
    room.follow(plan)
    room.run_days(OPENS, date(2026, 11, 16))

    assert room.request("so-b").tasks == (1, 2)
    assert len(room.mails("hand-over", "so-b")) == 1


def test_an_agency_taken_out_of_the_plan_is_told_at_the_address_it_was_written_to(room: Room) -> None:
    room.remind(OPENS)
    room.follow(WITHOUT_C)

    room.remind(date(2026, 11, 2))

    assert not room.request("so-c").is_open
    assert room.remind(date(2026, 11, 3)) == {}


def test_a_word_owed_to_an_agency_taken_out_of_the_plan_stops_nothing(room: Room) -> None:
    room.remind(OPENS)
    room.clock.turn_to(date(2026, 11, 2))
    room.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")
    room.collect(date(2026, 11, 2))
    agencies = {name: one for name, one in room.office.plan.agencies.items() if name != "so-c"}
    tasks = {number: replace(task, lead=("so-b",)) for number, task in room.office.plan.tasks.items()}
    room.office = replace(room.office, plan=replace(room.office.plan, agencies=agencies, tasks=tasks))

    deliver_all(room.office, queue_acknowledgements(room.office, date(2026, 11, 2)))
    queue_due(room.office, date(2026, 11, 3))

    assert not room.request("so-c").is_open


def test_two_workers_on_the_same_day_queue_and_send_each_mail_once(room: Room) -> None:
    stale = room.office.status()
    first = queue_due(room.office, OPENS)

    assert stale.periods == {}
    assert queue_due(room.office, OPENS) == ()
    assert len(first) == len(set(first)) == 2


def test_the_whole_period_sends_the_ladder_to_the_silent_and_nothing_to_the_rest(room: Room) -> None:
    room.remind(OPENS)
    room.clock.turn_to(date(2026, 11, 2))
    room.write("so-b@tinh.example", "NV1: đã hoàn thành, 2 lớp\nNV2: đã hoàn thành")
    room.collect(date(2026, 11, 2))

    room.run_days(date(2026, 11, 3), CLOSES + timedelta(days=3))

    purposes = [mail.queued.purpose for mail in room.office.status().mails.values() if mail.queued.agency == "so-c"]
    assert purposes == ["first", "remind", "remind", "remind", "overdue", "escalate"]
    (escalation,) = room.mails("escalate", "so-c")
    assert "ubnd@tinh.example" in escalation.queued.recipients
    answered = [mail.queued.purpose for mail in room.office.status().mails.values() if mail.queued.agency == "so-b"]
    assert answered == ["first", "acknowledge"]
    assert room.kinds().count("PeriodClosed") == 1
