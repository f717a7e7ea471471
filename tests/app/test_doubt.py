from __future__ import annotations

from dataclasses import replace

import pytest

from app.deliver import deliver_all, mails_in_doubt, ready_mails
from app.doubt import release_doubtful, settle_doubt
from dondoc.errors import InputError, UncertainMailError
from dondoc.events.mails import MailFailed
from dondoc.mail import OutboundMail
from dondoc.messages import say
from dondoc.status import MailStatus
from tests.app.desk import OPENS, Room


@pytest.fixture
def doubtful(room: Room) -> MailStatus:
    """The first mail of the day: its connection ended while the server was taking it, twenty minutes ago."""
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    room.remind(OPENS)
    room.clock.forward(minutes=20)
    (mail,) = mails_in_doubt(room.office, room.office.status())
    return mail


def wave(room: Room) -> list[OutboundMail]:
    """What the next wave sends."""
    before = len(room.notifier.sent)
    deliver_all(room.office, ready_mails(room.office.status(), room.clock.now()))
    return room.notifier.sent[before:]


def test_an_office_that_holds_leaves_it_before_the_officer(room: Room, doubtful: MailStatus) -> None:
    assert release_doubtful(room.office, room.clock.now()) == ()
    assert wave(room) == []
    assert mails_in_doubt(room.office, room.office.status()) == (doubtful,)


def test_an_office_that_resends_uses_the_same_message_id(room: Room, doubtful: MailStatus) -> None:
    room.office = replace(room.office, in_doubt="resend")

    assert release_doubtful(room.office, room.clock.now()) == (doubtful.key,)

    (sent,) = wave(room)
    assert sent.message_id == doubtful.queued.message_id
    assert sent.raw == room.files.get(doubtful.queued.sha256)
    assert room.office.status().mails[doubtful.key].attempt == 2
    assert release_doubtful(room.office, room.clock.now()) == ()
    assert wave(room) == []


def test_our_copy_in_the_mailbox_comes_before_any_resending(room: Room, doubtful: MailStatus) -> None:
    room.office = replace(room.office, in_doubt="resend")
    looked_at = room.clock.now()
    room.inbox.deliver(b"Received: by mail.example\n" + room.files.get(doubtful.queued.sha256), looked_at)

    room.collect(OPENS)

    assert release_doubtful(room.office, looked_at) == ()
    assert room.office.status().mails[doubtful.key].state == "sent"
    assert wave(room) == []


def test_a_mail_that_came_into_doubt_after_the_mailbox_was_looked_through_waits_for_the_next_look(
    room: Room, doubtful: MailStatus
) -> None:
    room.office = replace(room.office, in_doubt="resend")
    assert doubtful.claimed_at is not None

    assert release_doubtful(room.office, doubtful.claimed_at) == ()


def test_the_officer_says_that_it_was_sent(room: Room, doubtful: MailStatus) -> None:
    settle_doubt(room.office, doubtful.queued.sha256[:8], "sent", by="Lê Văn An")

    assert room.office.status().mails[doubtful.key].state == "sent"
    assert wave(room) == []
    assert [record.event.by for record in room.ledger.records()][-1] == "Lê Văn An"


def test_the_officer_has_it_sent_again(room: Room, doubtful: MailStatus) -> None:
    settle_doubt(room.office, doubtful.queued.sha256[:8], "resend", by="Lê Văn An")

    (sent,) = wave(room)
    assert sent.message_id == doubtful.queued.message_id
    assert room.office.status().mails[doubtful.key].state == "sent"


def test_only_a_mail_in_doubt_can_be_settled(room: Room, doubtful: MailStatus) -> None:
    settle_doubt(room.office, doubtful.queued.sha256[:8], "sent", by="Lê Văn An")

    for name in (doubtful.queued.sha256[:8], ""):
        with pytest.raises(InputError):
            settle_doubt(room.office, name, "resend", by="Lê Văn An")


def test_two_collectors_release_a_mail_once(room: Room, doubtful: MailStatus) -> None:
    room.office = replace(room.office, in_doubt="resend")

    release_doubtful(room.office, room.clock.now())
    deliver_all(room.office, [doubtful.key])
    release_doubtful(room.office, room.clock.now())

    assert len([body for body in room.bodies("MailFailed") if isinstance(body, MailFailed)]) == 1
    assert sum(mail.message_id == doubtful.queued.message_id for mail in room.notifier.sent) == 1
