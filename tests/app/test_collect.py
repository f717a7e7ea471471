from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.attention import attention
from app.collect import collect
from app.deliver import deliver_all, mails_in_doubt
from app.remind import queue_due
from app.report import draft_report
from collectors.mime import parse_mail
from dondoc.errors import UncertainMailError
from dondoc.mail import InboundMail
from dondoc.messages import say
from tests.app.desk import CLOSES, DUE, OPENS, Room

DAY = date(2026, 11, 2)


@pytest.fixture
def asked(room: Room) -> Room:
    """Everybody was asked, and it is the Monday after."""
    room.remind(OPENS)
    room.clock.turn_to(DAY)
    return room


def test_a_plain_answer_is_recorded_and_moved(asked: Room) -> None:
    asked.write("so-b@tinh.example", "NV1: đã hoàn thành, 2 lớp\nNV2: đã hoàn thành")

    (taken,) = asked.collect(DAY)

    assert taken.fate == "recorded"
    assert asked.request("so-b").is_complete
    assert (len(asked.inbox.folders["done"]), list(asked.inbox.fetch())) == (1, [])


def test_a_returned_mail_that_names_two_dead_addresses_stops_mail_to_both(asked: Room) -> None:
    first = asked.mails("first", "so-c")[0].queued.message_id
    failures = "".join(
        f"Final-Recipient: rfc822; {address}@tinh.example\nAction: failed\nStatus: 5.1.1\n\n"
        for address in ("so-c", "so-c2", "so-b")
    )
    notice = (
        f"From: MAILER-DAEMON@tinh.example\nTo: office@so-a.example\nSubject: Undelivered\nMessage-ID: <b@x.example>\n"
        f"In-Reply-To: <{first}>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nno such user\n"
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; tinh.example\n\n{failures}--b--\n"
    )
    asked.inbox.deliver(notice.encode(), asked.clock.now())

    asked.collect(DAY)
    asked.remind(date(2026, 11, 16))

    assert set(asked.office.status().bounced) == {"so-c@tinh.example", "so-c2@tinh.example"}
    assert {mail.queued.agency for mail in asked.office.status().mails.values() if mail.queued.purpose == "remind"} == {
        "so-b"
    }
    assert len(asked.waiting()) == 1  # so-b was none of that mail's addresses


def test_the_same_mail_delivered_twice_is_recorded_once_and_moved_both_times(asked: Room) -> None:
    raw = asked.write("so-b@tinh.example", "NV1: đã hoàn thành")
    asked.inbox.deliver(b"Received: from elsewhere\n" + raw, asked.clock.now())

    fates = [taken.fate for taken in asked.collect(DAY)]

    assert fates == ["recorded", "known"]
    assert asked.kinds().count("ReplyReceived") == asked.kinds().count("ItemConfirmed") == 1
    assert len(asked.inbox.folders["done"]) == 2


def test_our_own_copy_is_no_reply(asked: Room) -> None:
    before = asked.kinds()
    for mail in asked.notifier.sent:
        asked.inbox.deliver(b"Received: from relay\nDelivered-To: office@so-a.example\n" + mail.raw, asked.clock.now())

    assert [taken.fate for taken in asked.collect(DAY)] == ["own", "own"]
    assert asked.kinds() == before
    assert len(asked.inbox.folders["done"]) == 2


def test_our_own_copy_settles_a_doubt(room: Room) -> None:
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    first, second = queue_due(room.office, OPENS)
    deliver_all(room.office, [first, second])
    raw = room.files.get(room.office.status().mails[first].queued.sha256)
    room.clock.forward(minutes=20)
    assert len(mails_in_doubt(room.office, room.office.status())) == 1

    room.inbox.deliver(b"Received: from relay\n" + raw, room.clock.now())
    fates = [taken.fate for taken in room.collect(OPENS)]

    assert fates == ["own"]
    assert room.office.status().mails[first].state == "sent"
    assert mails_in_doubt(room.office, room.office.status()) == ()


def test_a_stranger_who_knows_our_message_id_settles_no_doubt_and_is_a_reply_of_its_own(room: Room) -> None:
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    first, second = queue_due(room.office, OPENS)
    deliver_all(room.office, [first, second])
    message_id = room.office.status().mails[first].queued.message_id
    room.clock.forward(minutes=20)

    room.write("ai-do@la.example", "xin chào", message_id=message_id, subject="x")

    assert [taken.fate for taken in room.collect(OPENS)] == ["recorded"]
    assert room.office.status().mails[first].state == "claimed"


def test_a_mail_that_breaks_the_reader_is_tried_thrice_and_put_aside(
    asked: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = asked.write("so-b@tinh.example", "NV1: đã hoàn thành")
    asked.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")

    def breaking(content: bytes, *, received_at: datetime | None) -> InboundMail:
        if content == raw:
            raise ZeroDivisionError("secret words of the mail")
        return parse_mail(content, received_at=received_at)

    monkeypatch.setattr("app.collect.parse_mail", breaking)

    fates = [[taken.fate for taken in asked.collect(DAY)] for _ in range(3)]

    assert fates == [["again-later", "recorded"], ["again-later"], ["quarantined"]]
    assert [mail.raw for mail in asked.inbox.folders["quarantine"]] == [raw]
    assert [kept.error for kept in asked.office.status().quarantined] == ["ZeroDivisionError"]
    assert asked.files.get(asked.office.status().quarantined[0].sha256) == raw
    assert any("không đọc được" in one.title for one in attention(asked.office))


def test_a_mail_that_could_be_read_at_the_second_try_is_recorded(asked: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.write("so-b@tinh.example", "NV1: đã hoàn thành")

    def broken(content: bytes, *, received_at: datetime | None) -> InboundMail:
        raise MemoryError

    with monkeypatch.context() as first_try:
        first_try.setattr("app.collect.parse_mail", broken)
        asked.collect(DAY)

    assert [taken.fate for taken in asked.collect(DAY)] == ["recorded"]


def test_an_answer_after_the_close_is_kept_and_acknowledged_but_belongs_to_no_report(asked: Room) -> None:
    late = CLOSES + timedelta(days=3)
    asked.run_days(DAY, CLOSES + timedelta(days=1))
    before = draft_report(asked.office, "nam-2026", CLOSES + timedelta(days=1)).report
    asked.clock.turn_to(late)
    asked.write("so-b@tinh.example", "NV1: đã hoàn thành, 2 lớp\nNV2: đã hoàn thành")

    assert [taken.fate for taken in asked.collect(late)] == ["recorded"]
    assert asked.request("so-b").is_complete
    assert len(asked.acknowledge(late)) == 1
    after = draft_report(asked.office, "nam-2026", late).report
    assert (after.rates, after.rates.silent) == (before.rates, 2)


def test_a_mail_of_nobody_we_know_is_kept_for_the_officer_and_not_answered(asked: Room) -> None:
    asked.write("ai-do@la.example", "Xin chào", subject="Hỏi thăm")

    (taken,) = asked.collect(DAY)

    assert taken.fate == "recorded"
    assert len(asked.waiting()) == 1
    assert asked.acknowledge(DAY) == ()


def test_a_machine_is_not_answered(asked: Room) -> None:
    asked.write("so-b@tinh.example", "Tôi đi vắng", headers={"Auto-Submitted": "auto-replied"})

    asked.collect(DAY)

    assert asked.acknowledge(DAY) == ()
    assert asked.waiting() == ()


def test_an_answer_is_acknowledged_to_whoever_wrote_and_to_the_agency(asked: Room) -> None:
    asked.write("so-c2@tinh.example", "NV1: đã hoàn thành", agency="so-c")
    asked.collect(DAY)

    (key,) = asked.acknowledge(DAY)

    mail = asked.office.status().mails[key].queued
    assert {"so-c2@tinh.example", "so-c@tinh.example"} <= set(mail.recipients)
    assert mail.purpose == "acknowledge"


def test_an_agency_gets_one_word_an_hour_which_then_covers_all_it_wrote(asked: Room) -> None:
    asked.write("so-b@tinh.example", "NV1: đã hoàn thành, 2 lớp")
    asked.collect(DAY)
    assert len(asked.acknowledge(DAY)) == 1
    for text in ("NV1: đã hoàn thành, 3 lớp", "NV2: đang thực hiện 50%"):
        asked.clock.forward(minutes=10)
        asked.write("so-b@tinh.example", text)
        asked.collect(DAY)
        assert asked.acknowledge(DAY) == ()

    asked.clock.forward(minutes=45)

    (key,) = asked.acknowledge(DAY)
    body = asked.office.status().mails[key].queued.body
    assert "3 lớp" in body
    assert "50%" in body
    assert asked.acknowledge(DAY) == ()


def test_the_deadline_is_the_day_the_server_got_the_mail_not_the_day_we_read_it(asked: Room) -> None:
    asked.clock.turn_to(DUE, hour=23)
    asked.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")
    asked.clock.turn_to(DUE + timedelta(days=3))

    asked.collect(DUE + timedelta(days=3))

    assert asked.request("so-c").timeliness(DUE) == "on_time"


def test_an_hour_after_midnight_of_the_plan_is_late(asked: Room) -> None:
    asked.clock.turn_to(DUE + timedelta(days=1), hour=0)
    asked.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")

    list(collect(asked.office, DUE + timedelta(days=1)))

    assert asked.request("so-c").timeliness(DUE) == "late"


def test_a_mail_to_an_agency_that_left_the_plan_waits_for_the_officer(asked: Room) -> None:
    asked.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")
    agencies = {name: one for name, one in asked.office.plan.agencies.items() if name != "so-c"}
    asked.office = replace(asked.office, plan=replace(asked.office.plan, agencies=agencies))

    (taken,) = asked.collect(DAY)

    assert taken.fate == "recorded"
    assert len(asked.waiting()) == 1
    assert asked.request("so-c").confirmations == {}
