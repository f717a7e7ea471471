"""What each letter says, and to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dondoc.actions import Acknowledge
from dondoc.events.mails import MailBounced
from dondoc.events.replies import MailQuarantined
from dondoc.letters.build import acknowledgement_letter
from dondoc.letters.officer import matters_of, officer_letter
from dondoc.letters.parts import recipients, thread_of
from dondoc.plan.model import Agency
from dondoc.status import PeriodStatus, Status
from tests.unit.letters import cases, every
from tests.unit.letters.cases import (
    COMPLETE,
    DOCUMENT,
    DOCUMENT_PERIOD,
    FIRST_ID,
    MAILED,
    OPENED,
    PARTLY_ANSWERED,
    PERIOD,
    PLAN,
    REPLY_ID,
)
from tests.unit.letters.every import acknowledgement, reminder


def test_reminder_asks_only_for_what_is_missing() -> None:
    letter = reminder(PARTLY_ANSWERED, "remind", date(2026, 11, 22))

    assert [task.number for task in letter.missing] == [2, 12]
    assert [task.number for task in letter.known] == [1, 6]
    assert letter.blanks[:2] == ("NV2: ", "NV12: ")


def test_task_is_asked_with_its_full_wording_and_figures() -> None:
    task = reminder().missing[0]

    assert task.content == PLAN.tasks[1].content
    assert task.figures == ("Số hội nghị phổ biến (hội nghị)", "Số cuộc thi đã phát động (cuộc thi)")
    assert task.support == "Sở Thông tin và Truyền thông; Công an tỉnh"


def test_the_plans_own_wording_of_support_wins() -> None:
    assert reminder().missing[3].support == "Các cơ quan, đơn vị liên quan"


def test_figures_asked_once_are_asked_until_given() -> None:
    assert reminder().figures == ("Kinh phí thực hiện (triệu đồng)",)
    assert reminder(COMPLETE, "remind").figures == ()
    assert reminder(COMPLETE, "remind").known_figures == ("Kinh phí thực hiện: 125,5 triệu đồng",)


def test_days_left_count_to_the_last_good_day() -> None:
    on_the_day = reminder(MAILED, "remind", PERIOD.due_on).deadline
    after = reminder(MAILED, "overdue", date(2026, 12, 2)).deadline

    assert on_the_day is not None
    assert on_the_day.days_left == 0
    assert after is not None
    assert after.days_left == -3


def test_deadline_on_a_day_off_names_the_last_working_day_until_it_has_passed() -> None:
    early = reminder(as_of=date(2026, 11, 27)).deadline
    late = reminder(as_of=date(2026, 11, 28)).deadline

    assert early is not None
    assert early.last_working_day == date(2026, 11, 27)
    assert late is not None
    assert late.last_working_day is None


def test_task_that_left_the_plan_is_not_asked() -> None:
    request = replace(OPENED, tasks=(1, 99), confirmations={})

    assert [task.number for task in reminder(request).missing] == [1]


def test_document_request_asks_for_a_document() -> None:
    letter = reminder(DOCUMENT, period=DOCUMENT_PERIOD)

    assert letter.is_document
    assert letter.asks
    assert letter.missing == ()
    assert [draft.label for draft in letter.drafts] == ["Mở thư để đính kèm văn bản"]


def test_superior_gets_a_copy_and_is_named() -> None:
    letter = reminder(MAILED, "escalate", date(2026, 12, 6), cc=("ubnd-tinh",))

    assert letter.to == ("vanthu@syt.example",)
    assert letter.cc == ("vanphong@ubnd.example",)
    assert letter.copied == ("Ủy ban nhân dân tỉnh Khánh Hòa",)


def test_addresses_are_named_once_and_dead_ones_never() -> None:
    agency = Agency("x", "X", email=("a@x.example", "A@x.example", "b@x.example"), cc=("a@x.example", "c@x.example"))

    reached = recipients(PLAN, agency, ("ubnd-tinh", "unknown"), bounced={"B@X.example", "vanphong@ubnd.example"})

    assert [address.lower() for address in reached.to] == ["a@x.example"]
    assert reached.cc == ("c@x.example",)
    assert reached.copied == ()


def test_agency_that_left_the_plan_is_reached_where_it_was_before() -> None:
    plan = replace(PLAN, agencies={name: agency for name, agency in PLAN.agencies.items() if name != "so-y-te"})

    letter = every.withdrawal(plan)

    assert letter.agency.name == "Quý cơ quan"
    assert "vanthu@syt.example" in letter.to


def test_every_later_mail_hangs_on_the_first() -> None:
    assert thread_of(OPENED).references == ()
    assert thread_of(MAILED).references == (FIRST_ID,)
    assert reminder(MAILED, "remind").thread.in_reply_to == FIRST_ID


def test_acknowledgement_answers_the_reply_within_the_thread() -> None:
    thread = acknowledgement().thread

    assert thread.in_reply_to == REPLY_ID
    assert thread.references == (FIRST_ID, REPLY_ID)


def test_acknowledgement_tells_what_is_new_and_what_figures_are_wanting() -> None:
    first, second = acknowledgement().known

    assert first.is_new
    assert first.figures == ("Số hội nghị phổ biến: 2 hội nghị", "Số cuộc thi đã phát động: 1 cuộc thi")
    assert first.wanting == ()
    assert second.wanting == ("Số tin, bài đã đăng (tin, bài)",)


def test_what_was_acknowledged_before_is_not_new() -> None:
    told = cases.sent_mail("ack", date(2026, 11, 20))
    told = replace(told, queued=told.queued.model_copy(update={"reply": REPLY_ID}))
    request = replace(PARTLY_ANSWERED, mails={**PARTLY_ANSWERED.mails, "ack": told})

    letter = acknowledgement(request)

    assert not any(task.is_new for task in letter.known)
    assert letter.obstacles == ()


def test_acknowledgement_goes_to_the_writer_with_a_copy_to_the_agency() -> None:
    request = replace(PARTLY_ANSWERED, replies={REPLY_ID: cases.reply(sender="truongphong@syt.example")})

    letter = acknowledgement(request)

    assert letter.to == ("truongphong@syt.example",)
    assert letter.cc == ("vanthu@syt.example",)


def test_stranger_gets_nothing_while_the_agency_learns_of_it() -> None:
    request = replace(PARTLY_ANSWERED, replies={REPLY_ID: cases.reply(sender="ai-do@la.example", is_known=False)})

    letter = acknowledgement(request)

    assert (*letter.to, *letter.cc) == ("vanthu@syt.example",)


def test_reasons_are_told_while_the_officer_has_not_looked() -> None:
    request = replace(PARTLY_ANSWERED, replies={REPLY_ID: cases.unclear(cases.reply(), "two answers")})

    answers = acknowledgement(request).answers

    assert answers is not None
    assert [str(reason) for reason in answers.reasons] == ["two answers"]


def test_answer_of_a_predecessor_names_who_gave_it() -> None:
    said = replace(cases.confirmation(1, "done"), agency="so-dan-so")
    request = replace(PARTLY_ANSWERED, confirmations={1: said})

    assert reminder(request, "remind").known[0].said_by == "Chi cục Dân số"


def test_earlier_mails_of_the_ladder_are_listed_by_day() -> None:
    unsent = replace(cases.sent_mail("third", date(2026, 11, 20)), state="failed")
    request = replace(MAILED, mails={**MAILED.mails, "third": unsent})

    assert reminder(request, "escalate").sent_on == (date(2026, 10, 30), date(2026, 11, 13))


def test_withdrawn_agency_is_asked_for_nothing() -> None:
    letter = every.withdrawal()

    assert not letter.asks
    assert letter.drafts == ()


def test_both_sides_of_a_hand_over_get_their_own_letter() -> None:
    ended, heir = every.handed_over(), every.taken_over()

    assert ended.change.handed_to == ("Sở Y tế",)
    assert heir.change.taken_from == ("Chi cục Dân số",)
    assert ended.key != heir.key


def test_officer_gets_everything_that_waits() -> None:
    letter = every.to_the_officer()

    assert letter.to == ("nhacviec@stttt.example",)
    assert [matter.kind for matter in letter.matters] == ["review", "doubt", "failed", "fault"]


def test_recipient_that_was_refused_is_told_of() -> None:
    sent = replace(cases.sent_mail("first", date(2026, 10, 30)), refused={"b@x.example": "550 no such user"})

    (matter,) = matters_of(PLAN, Status(mails={"first": sent}))

    assert matter.kind == "failed"
    assert str(matter.reasons[0]) == "b@x.example: 550 no such user"


def test_mails_of_a_closed_period_are_no_longer_told_of() -> None:
    failed = replace(cases.sent_mail("first", date(2026, 10, 30)), state="failed")
    closed = PeriodStatus("nam-2026", closed_on=date(2026, 12, 30))

    assert matters_of(PLAN, Status(periods={"nam-2026": closed}, mails={"first": failed})) == ()


def test_dead_address_and_mail_put_aside_are_told_of() -> None:
    bounce = MailBounced(
        period="nam-2026", agency="so-y-te", reply="r", address="vanthu@syt.example", is_hard=True, words="550"
    )
    kept = MailQuarantined(on=date(2026, 11, 20), sha256="a" * 64, error="bad header")

    first, second = matters_of(PLAN, Status(bounced={bounce.address: bounce}, quarantined=(kept,)))

    assert (first.kind, first.about) == ("bounce", "Sở Y tế (vanthu@syt.example)")
    assert (second.kind, second.about) == ("quarantine", "a" * 12)


def test_nothing_waiting_is_nothing_to_tell() -> None:
    assert matters_of(PLAN, Status()) == ()


def test_officers_letter_belongs_to_no_request() -> None:
    letter = officer_letter(PLAN, "so-tttt", (), key="k", as_of=date(2026, 11, 23))

    assert letter.code == ""
    assert letter.period is None


def test_reminder_keeps_the_ladders_purpose_and_key() -> None:
    letter = reminder(MAILED, "overdue", date(2026, 11, 30))

    assert letter.purpose == "overdue"
    assert letter.key == "nam-2026/so-y-te/2026-11-30"


def test_dead_address_gets_no_acknowledgement_either() -> None:
    action = Acknowledge(PERIOD, "so-y-te", REPLY_ID, is_question=False)

    letter = acknowledgement_letter(
        PLAN, PARTLY_ANSWERED, action, as_of=date(2026, 11, 20), bounced={"vanthu@syt.example"}
    )

    assert letter.to == ()
