"""Mails of ours and of theirs: sent, refused, returned, and replies that wait to be settled."""

import pytest

from dondoc.events.mails import MailBounced, MailClaimed, MailFailed, MailSent
from dondoc.events.records import Body
from dondoc.events.replies import RecordedItem, ReplyRefused, ReplyReviewed
from dondoc.fold import fold
from dondoc.status import MailStatus
from tests.unit.happened import (
    DUE,
    PERIOD,
    asked,
    moment,
    place,
    queued,
    received,
    records,
    request_after,
    said,
    unclear,
)


def mail_after(*bodies: Body) -> MailStatus:
    return fold(records(asked("so-a", 1), queued(), *bodies)).mails["m1"]


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
