from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.events import (
    Body,
    DocumentReceived,
    MailBounced,
    MailClaimed,
    MailFailed,
    MailQuarantined,
    MailSent,
    PeriodClosed,
    PlanAdopted,
    ReceivedAttachment,
    RecordedItem,
    ReplyRefused,
    ReplyReviewed,
    ReportApproved,
    ReportRendered,
    RequestAmended,
    RequestHandedOver,
    RequestWithdrawn,
    StatementRecorded,
)
from dondoc.fold import Folding, fold
from dondoc.reply import RequestRef
from dondoc.status import MailStatus, RequestStatus, Status
from tests.unit.happened import PERIOD, asked, moment, period_opened, queued, received, records, said, unclear

DUE = date(2026, 11, 29)
REF = RequestRef(PERIOD, "so-a")
FILE = ReceivedAttachment(name="ke-hoach.pdf", size=3, sha256="f" * 64)


def request_after(*bodies: Body) -> RequestStatus:
    request = fold(records(*bodies)).request(REF)
    assert request is not None
    return request


def mail_after(*bodies: Body) -> MailStatus:
    return fold(records(asked("so-a", 1), queued(), *bodies)).mails["m1"]


def place() -> dict[str, str]:
    return {"period": PERIOD, "agency": "so-a"}


def test_nothing_recorded_is_nothing_known() -> None:
    assert fold([]) == Status()
    assert fold([]).request(REF) is None


def test_a_later_answer_replaces_the_earlier_and_keeps_figures_and_note_it_does_not_repeat() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, "in_progress", percent=40, figures={"lop": 2, "co": True}, note="hai lớp"),
        said(1, "done", reply="r2", on=date(2026, 11, 9), figures={"lop": 3}),
    )

    confirmation = request.confirmations[1]
    assert (confirmation.status, confirmation.percent, confirmation.note) == ("done", None, "hai lớp")
    assert confirmation.figures == {"lop": 3, "co": True}
    assert (confirmation.first_on, confirmation.said_on, confirmation.reply) == (
        date(2026, 11, 2),
        date(2026, 11, 9),
        "r2",
    )


def test_an_older_reply_settled_later_does_not_replace_what_was_said_after_it() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, "done", reply="r2", on=date(2026, 12, 2), figures={"lop": 3}),
        said(1, "in_progress", reply="r1#reviewed", on=date(2026, 11, 9), figures={"lop": 2, "co": True}, note="cũ"),
    )

    confirmation = request.confirmations[1]
    assert (confirmation.status, confirmation.reply, confirmation.said_on) == ("done", "r2", date(2026, 12, 2))
    assert (confirmation.figures, confirmation.note) == ({"lop": 3, "co": True}, "cũ")


def test_an_older_reply_settled_later_still_decides_timeliness() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, reply="r2", on=date(2026, 12, 2)),
        said(1, reply="r1#reviewed", on=date(2026, 11, 9)),
    )

    assert request.timeliness(DUE) == "on_time"


def test_a_correction_after_the_deadline_does_not_make_an_agency_late() -> None:
    request = request_after(
        asked("so-a", 1), said(1, "in_progress", on=DUE), said(1, reply="r2", on=date(2026, 12, 10))
    )

    assert request.timeliness(DUE) == "on_time"


@pytest.mark.parametrize(
    ("answers", "timeliness"),
    [
        pytest.param({}, "silent", id="nothing said"),
        pytest.param({1: DUE}, "partial", id="one of two"),
        pytest.param({1: DUE, 2: DUE}, "on_time", id="the last good day counts"),
        pytest.param({1: date(2026, 11, 2), 2: date(2026, 11, 30)}, "late", id="the last item a day late"),
        pytest.param({3: DUE}, "silent", id="only what was not asked"),
    ],
)
def test_timeliness_is_that_of_the_last_item_asked(answers: dict[int, date], timeliness: str) -> None:
    request = request_after(asked("so-a", 1, 2), *(said(task, on=day) for task, day in answers.items()))

    assert request.timeliness(DUE) == timeliness


def test_a_task_taken_away_no_longer_keeps_a_request_incomplete() -> None:
    request = request_after(
        asked("so-a", 1, 2),
        said(1),
        RequestAmended(**place(), on=date(2026, 11, 5), tasks=(1,), change=1),
    )

    assert (request.is_complete, request.missing, request.changes) == (True, (), 1)


def test_a_withdrawn_request_is_not_open_and_opens_again_in_the_next_round() -> None:
    withdrawn = (asked("so-a", 1, 2), said(1), RequestWithdrawn(period=PERIOD, agency="so-a", on=date(2026, 11, 5)))

    assert not request_after(*withdrawn).is_open
    again = request_after(*withdrawn, asked("so-a", 1, 2, nth=2))
    assert (again.is_open, again.round, again.missing) == (True, 2, (2,))


def test_a_request_handed_over_is_not_open_and_keeps_its_answers() -> None:
    handed = RequestHandedOver(period=PERIOD, agency="so-a", on=date(2026, 11, 5), to=("so-d",), tasks=(2,))

    request = request_after(asked("so-a", 1, 2), said(1), handed)

    assert (request.is_open, request.handed_over, set(request.confirmations)) == (False, handed, {1})


def test_requests_ended_without_an_answer_do_not_count() -> None:
    status = fold(
        records(
            period_opened(),
            asked("so-a", 1),
            asked("so-b", 1),
            asked("so-c", 1),
            said(1, agency="so-b"),
            RequestWithdrawn(period=PERIOD, agency="so-a", on=date(2026, 11, 5)),
            RequestWithdrawn(period=PERIOD, agency="so-b", on=date(2026, 11, 5)),
        )
    )

    assert [request.agency for request in status.periods[PERIOD].counted] == ["so-b", "so-c"]


def test_a_document_request_is_complete_with_the_first_file_and_keeps_every_file() -> None:
    first, later = date(2026, 11, 20), date(2026, 12, 5)
    came = DocumentReceived(**place(), reply="r1", on=first, files=(FILE,))
    again = DocumentReceived(**place(), reply="r2", on=later, files=(FILE,))
    opened = asked("so-a", is_document=True)

    assert request_after(opened).missing == (0,)
    request = request_after(opened, came, again)
    assert (request.missing, request.completed_on, len(request.documents)) == ((), first, 2)
    assert request.timeliness(DUE) == "on_time"


def test_statements_accumulate_once_each_and_figures_are_the_latest() -> None:
    def statement(reply: str, **values: object) -> StatementRecorded:
        return StatementRecorded.model_validate({**place(), "reply": reply, "on": DUE, **values})

    request = request_after(
        asked("so-a", 1),
        statement("r1", figures={"kinh-phi": 10.0, "khac": 1.0}, obstacles="thiếu người", proposals=""),
        statement("r2", figures={"kinh-phi": 12.0}, obstacles="thiếu người", proposals="bổ sung"),
        statement("r3", obstacles="thiếu tiền"),
    )

    assert request.figures == {"kinh-phi": 12.0, "khac": 1.0}
    assert [(one.text, one.reply) for one in request.obstacles] == [("thiếu người", "r1"), ("thiếu tiền", "r3")]
    assert [one.text for one in request.proposals] == ["bổ sung"]


def test_a_mail_goes_from_queued_to_claimed_to_sent() -> None:
    claimed = MailClaimed(**place(), mail="m1")
    sent = MailSent(**place(), mail="m1", refused={"x@tinh.example": "550 no"})

    assert mail_after().state == "queued"
    assert (mail_after(claimed).state, mail_after(claimed).claimed_at) == ("claimed", moment(3))
    mail = mail_after(claimed, sent)
    assert (mail.state, mail.sent_at, mail.refused) == ("sent", moment(4), {"x@tinh.example": "550 no"})
    assert (mail.key, mail.is_final) == ("m1", True)


@pytest.mark.parametrize(("is_temporary", "state"), [(True, "queued"), (False, "failed")])
def test_a_refused_mail_goes_back_to_the_queue_only_where_it_may_succeed_later(is_temporary: bool, state: str) -> None:
    mail = mail_after(
        MailClaimed(**place(), mail="m1"),
        MailFailed(**place(), mail="m1", attempt=1, is_temporary=is_temporary, code=450, words="later"),
    )

    assert (mail.state, mail.is_final, mail.attempt, mail.words) == (state, not is_temporary, 1, "later")


def test_words_about_a_mail_that_was_never_queued_change_nothing() -> None:
    status = fold(records(asked("so-a", 1), MailSent(**place(), mail="ghost")))

    assert status.mails == {}


def test_only_a_hard_bounce_kills_an_address() -> None:
    def bounce(address: str, *, is_hard: bool, agency: str = "") -> MailBounced:
        period = PERIOD if agency else ""
        return MailBounced(period=period, agency=agency, reply="b", address=address, is_hard=is_hard)

    status = fold(
        records(
            bounce("soft@x.example", is_hard=False),
            bounce("hard@x.example", is_hard=True),
            bounce("a@x.example", is_hard=True, agency="so-a"),
        )
    )

    assert set(status.bounced) == {"hard@x.example", "a@x.example"}


def test_an_unclear_reply_waits_until_it_is_settled() -> None:
    waiting = (asked("so-a", 1), received(), said(1), unclear())
    settled = ReplyReviewed(**place(), reply="r1", on=DUE)

    (reply,) = request_after(*waiting).waiting
    assert [reason.text for reason in reply.reasons] == ["a word no rule knows"]
    assert reply.items == (RecordedItem(task=1, status="done"),)
    assert request_after(*waiting, settled).waiting == ()
    assert fold(records(*waiting)).waiting == (reply,)


def test_a_mail_of_no_request_waits_apart_and_can_be_refused() -> None:
    loose = (received(agency="", period=""), unclear(agency="", period=""))

    assert [reply.received.reply for reply in fold(records(*loose)).waiting] == ["r1"]
    status = fold(records(*loose, ReplyRefused(reply="r1", on=DUE)))
    assert (status.waiting, list(status.unmatched), status.unmatched["r1"].received.sender) == (
        (),
        ["r1"],
        "@tinh.example",
    )


def test_a_reply_with_nothing_unclear_has_no_reasons() -> None:
    (reply,) = request_after(asked("so-a", 1), received()).replies.values()

    assert (reply.is_waiting, reply.reasons) == (False, ())


def test_a_period_opens_closes_and_collects_its_reports() -> None:
    rendered = ReportRendered(period=PERIOD, on=DUE, edition=1, files={})
    approved = ReportApproved(period=PERIOD, on=DUE, edition=1)
    closed = PeriodClosed(period=PERIOD, on=date(2026, 12, 30), plan_version=4)

    opened = fold(records(period_opened())).periods[PERIOD]
    assert (opened.is_open, opened.opened_on) == (True, date(2026, 10, 30))
    period = fold(records(period_opened(), closed, rendered, approved)).periods[PERIOD]
    assert (period.is_open, period.closed_on, period.plan_version) == (False, date(2026, 12, 30), 4)
    assert (period.reports, period.approved) == ((rendered,), (approved,))


def test_a_request_of_a_period_that_was_never_opened_is_still_known() -> None:
    status = fold(records(asked("so-a", 1)))

    assert (status.periods[PERIOD].is_open, status.periods[PERIOD].opened_on) == (False, None)
    assert [request.ref for request in status.requests] == [REF]


def test_the_newest_version_of_the_plan_is_the_one_adopted() -> None:
    status = fold(
        records(
            PlanAdopted(version=1, sha256="1", text="a"),
            PlanAdopted(version=2, sha256="2", text="b"),
            MailQuarantined(on=DUE, sha256="q" * 64, error="ValueError"),
        )
    )

    assert status.adopted is not None
    assert (status.adopted.version, status.last_seq) == (2, 3)
    assert [kept.sha256 for kept in status.quarantined] == ["q" * 64]


agencies = st.sampled_from(["so-a", "so-b", "so-c"])
happenings = st.lists(
    st.tuples(agencies, st.sampled_from(["ask", "amend", "withdraw", "said", "mail", "claim", "sent", "reply"])),
    max_size=40,
)


def _body(number: int, agency: str, what: str) -> Body:
    at = {"period": PERIOD, "agency": agency}
    match what:
        case "ask":
            return asked(agency, 1, 2, nth=number)
        case "amend":
            return RequestAmended(period=PERIOD, agency=agency, on=DUE, tasks=(number,), change=number)
        case "withdraw":
            return RequestWithdrawn(period=PERIOD, agency=agency, on=DUE, round=number)
        case "said":
            return said(1, agency=agency, reply=str(number), figures={str(number): number})
        case "mail":
            return queued(f"{agency}-m", agency)
        case "claim":
            return MailClaimed.model_validate({**at, "mail": f"{agency}-m", "attempt": number})
        case "sent":
            return MailSent.model_validate({**at, "mail": f"{agency}-m"})
        case _:
            return received(f"{agency}-r{number}", agency)


@given(happenings)
def test_what_happens_to_others_never_changes_a_request(whole: list[tuple[str, str]]) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))

    together = fold(log)

    for agency in ("so-a", "so-b", "so-c"):
        alone = fold(record for record in log if record.body.agency == agency)
        ref = RequestRef(PERIOD, agency)
        assert together.request(ref) == alone.request(ref)


@given(happenings, st.integers(min_value=0, max_value=40))
def test_answers_once_given_never_disappear(whole: list[tuple[str, str]], cut: int) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))

    before, after = fold(log[:cut]), fold(log)

    for request in before.requests:
        later = after.request(request.ref)
        assert later is not None
        assert request.confirmations.keys() <= later.confirmations.keys()
        assert request.replies.keys() <= later.replies.keys()


@given(happenings, st.integers(min_value=0, max_value=40))
def test_a_fold_that_goes_on_is_the_fold_of_everything(whole: list[tuple[str, str]], cut: int) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))
    folding = Folding()
    for record in log[:cut]:
        folding.add(record)
    folding.status()

    for record in log[cut:]:
        folding.add(record)

    assert folding.status() == fold(log)
