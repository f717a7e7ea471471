"""Recipients whom the server will take later, beside others who have the mail: tried by themselves, told one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.attention import attention
from app.deliver import FIRST_PAUSE, GIVEN_UP_AFTER, deliver_all, mails_in_doubt, ready_mails
from app.doubt import settle_doubt
from app.remind import queue_due
from dondoc.errors import UncertainMailError
from dondoc.events.mails import MailSent
from dondoc.mail import OutboundMail
from dondoc.messages import say
from dondoc.status import MailStatus
from tests.app.desk import OFFICE, OPENS, PERIOD, PLAN, Room, make_room
from tests.app.test_deliver import Counting

CLERK, CHIEF, AIDE = "so-c@tinh.example", "so-c2@tinh.example", "so-c3@tinh.example"
GREYLISTED, FULL, UNKNOWN = "450 4.2.0 greylisted", "452 4.2.2 mailbox full", "550 5.1.1 unknown"


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """The so-c has three addresses."""
    return make_room(tmp_path, PLAN.replace(CHIEF, f"{CHIEF}, {AIDE}"))


def wave(room: Room) -> list[OutboundMail]:
    """What the next wave sends."""
    before = len(room.notifier.sent)
    deliver_all(room.office, ready_mails(room.office.status(), room.clock.now()))
    return room.notifier.sent[before:]


def told(room: Room) -> list[str]:
    """Everything that stands before the officer, a line each."""
    return [f"{one.title}: {'; '.join(map(str, one.reasons))}" for one in attention(room.office)]


def first_mail(room: Room) -> MailStatus:
    return next(mail for mail in room.mails("first", "so-c") if CLERK in mail.queued.recipients)


def test_who_was_put_off_gets_the_mail_later_and_nobody_else_a_second_time(room: Room) -> None:
    room.notifier.refusing |= {CHIEF: GREYLISTED, AIDE: FULL}
    room.remind(OPENS)
    room.notifier.refusing.clear()

    assert wave(room) == []
    room.clock.forward(minutes=FIRST_PAUSE / timedelta(minutes=1))

    mail = first_mail(room)
    assert [(sent.recipients, sent.message_id, sent.raw) for sent in wave(room)] == [
        ((address,), mail.queued.message_id, room.files.get(mail.queued.sha256)) for address in (CHIEF, AIDE)
    ]
    assert (mail.state, mail.refused) == ("sent", {})
    assert {mail.state for mail in room.mails("first", "so-c")} == {"sent"}
    room.clock.forward(days=6)
    assert wave(room) == []
    assert told(room) == []


def test_who_is_put_off_for_five_days_is_told_to_the_officer_alone(room: Room) -> None:
    room.notifier.refusing |= {CHIEF: GREYLISTED, AIDE: FULL}
    room.remind(OPENS)
    began = room.clock.now()

    while len(told(room)) < 2:
        assert room.clock.now() - began <= GIVEN_UP_AFTER + timedelta(hours=8)
        room.clock.forward(hours=4)
        wave(room)

    assert room.clock.now() - began >= GIVEN_UP_AFTER
    for line, address, words in zip(told(room), (CHIEF, AIDE), (GREYLISTED, FULL), strict=True):
        assert (address in line, words in line, CLERK in line) == (True, True, False)


def test_who_is_refused_for_good_in_the_end_is_told_at_once(room: Room) -> None:
    room.notifier.refusing |= {CHIEF: GREYLISTED, AIDE: UNKNOWN}
    room.remind(OPENS)
    assert [AIDE in line for line in told(room)] == [True]

    room.notifier.refusing[CHIEF] = UNKNOWN
    room.clock.forward(days=1)
    wave(room)

    assert sorted((CHIEF in line, AIDE in line) for line in told(room)) == [(False, True), (True, False)]


def test_who_was_put_off_is_left_in_peace_once_the_agency_has_answered(room: Room) -> None:
    room.notifier.refusing[CHIEF] = GREYLISTED
    room.remind(OPENS)
    room.notifier.refusing.clear()
    room.write(CLERK, "NV1: đã hoàn thành, 2 lớp", agency="so-c")
    room.collect(date(2026, 11, 2))
    room.clock.turn_to(date(2026, 11, 2))

    assert room.request("so-c").is_complete
    assert wave(room) == []


def test_our_own_copy_says_nothing_of_who_was_put_off(room: Room) -> None:
    room.notifier.refusing[CHIEF] = GREYLISTED
    room.remind(OPENS)
    raw = b"Received: by mail.example\n" + room.files.get(first_mail(room).queued.sha256)
    room.inbox.deliver(raw, room.clock.now())

    (taken,) = room.collect(OPENS)

    assert taken.fate == "own"
    assert sorted(mail.state for mail in room.mails("first", "so-c")) == ["queued", "sent"]


def test_the_copy_of_the_office_itself_is_not_tried_again(room: Room) -> None:
    room.notifier.refusing[OFFICE] = FULL

    room.remind(OPENS)

    assert {tuple(mail.refused) for mail in room.office.status().mails.values()} == {(OFFICE,)}


def test_the_word_on_a_mail_and_on_who_was_put_off_is_one_transaction(room: Room) -> None:
    room.notifier.refusing |= {CHIEF: GREYLISTED, AIDE: FULL}
    queue_due(room.office, OPENS)
    ledger = Counting(room.ledger)

    deliver_all(replace(room.office, ledger=ledger), [first_mail(room).key])

    assert ledger.batches == [1, 7]
    assert room.kinds()[-7:] == ["MailSent", *["MailQueued", "MailClaimed", "MailFailed"] * 2]


def test_of_one_mail_in_doubt_for_several_the_officer_decides_once(room: Room) -> None:
    room.notifier.refusing |= {CHIEF: GREYLISTED, AIDE: FULL}
    room.remind(OPENS)
    room.notifier.refusing.clear()
    room.clock.forward(days=1)
    room.notifier.failing += [UncertainMailError(say("cut off"))] * 2
    wave(room)
    room.clock.forward(minutes=20)
    doubtful = mails_in_doubt(room.office, room.office.status())
    assert {mail.queued.recipients for mail in doubtful} == {(CHIEF,), (AIDE,)}

    settle_doubt(room.office, doubtful[0].queued.sha256[:8], "sent", by="Lê Văn An")

    assert mails_in_doubt(room.office, room.office.status()) == ()


def test_a_record_of_before_tells_of_them_as_it_did(room: Room) -> None:
    queue_due(room.office, OPENS)
    mail = first_mail(room)
    room.office.record(MailSent(period=PERIOD, agency="so-c", mail=mail.key, refused={CHIEF: GREYLISTED}))

    assert [CHIEF in line for line in told(room)] == [True]
    room.clock.forward(days=1)
    assert CHIEF not in {address for sent in wave(room) for address in sent.recipients}
