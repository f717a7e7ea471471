"""Who may answer: a thousand forged mails and mails with stolen codes, and not one of them recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.header import Header
from itertools import cycle, islice, product
from pathlib import Path

import pytest

from tests.app.desk import OFFICE, OPENS, PERIOD, PLAN, Room, make_room

OURS = "mx.so-a.example"
TEXT = "NV1: đã hoàn thành, 3 lớp.\nNV2: đã hoàn thành."
RIGHT = "so-b@tinh.example"
OTHER = "so-c@tinh.example"
FORGED = 1_000


def encoded(text: str) -> str:
    return Header(text, "utf-8").encode()


STRANGERS = {
    "a stranger": ["la@khac.example"],
    "the right name before a stranger's address": [
        f"Văn thư <{RIGHT}> <la@khac.example>",
        f'"{RIGHT}" <la@khac.example>',
    ],
    "the right address as an encoded name": [f"{encoded(f'Sở Bình <{RIGHT}>')} <la@khac.example>"],
    "the right address as a comment": [f"la@khac.example ({RIGHT})", f"({RIGHT}) la@khac.example"],
    "a list of two senders": [f"{RIGHT}, la@khac.example", f"la@khac.example, {RIGHT}"],
    "letters that look alike": [
        "so-b@tinh.exаmple",
        "so-b@tình.example",
        "ѕo-b@tinh.example",
        "so-b@tinh.exam\u200bple",
    ],
    "a domain that begins or ends the same": [
        "so-b@tinh.example.khac.example",
        "so-b@xtinh.example",
        "so-b@khac.example@tinh.example.khac.example",
        "so-b%tinh.example@khac.example",
        f"{RIGHT}.",
        "tinh.example@so-b",
    ],
    "a group, a route, a quoted part": [
        f"Nhóm:{RIGHT}, la@khac.example;",
        "<@tinh.example:la@khac.example>",
        f'"{RIGHT}"@khac.example',
    ],
    "the right address in a form that two programs may read in two ways": [
        f"Nhóm: {RIGHT};",
        f"<@khac.example:{RIGHT}>",
        "so-b@tinh.example(.khac.example)",
        "so-b @ tinh.example",
        "so-b@tinh. example",
        f"<{RIGHT}> (la@khac.example)",
        f'"a <la@khac.example" <{RIGHT}>',
    ],
    "letters that turn into the right ones": [
        "so-b@t\u0130nh.example",
        "\u017fo-b@tinh.example",
        "so-b@tinh.e\uff58ample",
    ],
    "an unclosed address": [f"<la@khac.example> {RIGHT}", f"{RIGHT} <la@khac.example"],
    "another agency": [OTHER, "so-c2@tinh.example"],
}


def ways_in(room: Room) -> dict[str, tuple[str, str, str]]:
    """To, Subject and In-Reply-To by which the request of Sở Bình is claimed."""
    code = room.request("so-b").code
    thread = next(iter(room.request("so-b").mails.values())).queued.message_id
    thread = f"<{thread}>"
    local, _, domain = OFFICE.partition("@")
    return {
        "stolen code in the subject": (OFFICE, f"Re: [{code}] Báo cáo", ""),
        "stolen plus-address": (f"{local}+{code}@{domain}", "Báo cáo", ""),
        "stolen thread": (OFFICE, "Báo cáo", thread),
    }


def forged(headers: list[tuple[str, str]], number: int, text: str = TEXT) -> bytes:
    lines = [*headers, ("Message-ID", f"<gia-{number}@khac.example>"), ("Content-Type", "text/plain; charset=utf-8")]
    head = "".join(f"{name}: {value}\r\n" for name, value in lines if value)
    return f"{head}\r\n{text}\r\n".encode()


def forgeries(room: Room) -> Iterator[list[tuple[str, str]]]:
    senders = [one for kind in STRANGERS.values() for one in kind]
    ways = list(ways_in(room).values())
    for (to, subject, thread), sender in product(ways, senders):
        rest = [("To", to), ("Subject", subject), ("In-Reply-To", thread)]
        yield [("From", sender), *rest]
        if sender in {OTHER, "so-c2@tinh.example"}:
            continue  # with tricks around it, it is still the other agency
        yield [("From", sender), ("Reply-To", RIGHT), ("Sender", RIGHT), *rest]
        yield [("From", sender), ("From", RIGHT), *rest]
        yield [("From", RIGHT), ("From", sender), *rest]
        yield [("Sender", RIGHT), *rest]
        yield [("Resent-From", RIGHT), ("From", sender), ("Return-Path", f"<{RIGHT}>"), *rest]
        yield [("Authentication-Results", f"{OURS}; dmarc=pass header.from=tinh.example"), ("From", sender), *rest]
        own = ("Authentication-Results", f"{OURS}; spf=fail smtp.mailfrom={RIGHT}; dkim=none; dmarc=fail")
        lie = ("Authentication-Results", f"{OURS}; spf=pass smtp.mailfrom={RIGHT}; dmarc=pass header.from=tinh.example")
        yield [own, ("From", RIGHT), *rest]
        yield [own, lie, ("From", RIGHT), *rest]
        yield [own, ("Received", "from khac.example by mx"), lie, ("From", RIGHT), *rest]


@pytest.fixture(params=[OURS, None], ids=["our server's name is set", "it is not"])
def room(tmp_path: Path, request: pytest.FixtureRequest) -> Room:
    """Everybody was asked; our mail server checks senders, whether we were told its name or not."""
    room = make_room(tmp_path)
    room.office = replace(room.office, authserv_id=request.param)
    room.remind(OPENS)
    return room


def test_of_a_thousand_forged_mails_none_is_recorded(room: Room) -> None:
    mails = list(islice(cycle(forgeries(room)), FORGED))
    for number, headers in enumerate(mails):
        room.inbox.deliver(forged(headers, number), room.clock.now())

    taken = room.collect(OPENS)

    assert len(taken) == FORGED
    assert {one.fate for one in taken} == {"recorded"}
    assert room.bodies("ItemConfirmed") == []
    assert room.bodies("StatementRecorded") == []
    assert [request.confirmations for request in room.office.status().requests] == [{}, {}]
    assert len(room.waiting()) == FORGED
    assert room.acknowledge(OPENS) == ()


def test_the_same_text_from_the_right_address_is_recorded(room: Room) -> None:
    for number, (to, subject, thread) in enumerate(ways_in(room).values()):
        headers = [
            ("From", f"{encoded('Sở Bình')} <{RIGHT}>"),
            ("To", to),
            ("Subject", subject),
            ("In-Reply-To", thread),
        ]
        passed = (
            "Authentication-Results",
            f"{OURS}; spf=pass smtp.mailfrom={RIGHT}; dmarc=pass header.from=tinh.example",
        )
        room.inbox.deliver(forged([passed, *headers], number), room.clock.now())

    room.collect(OPENS)

    assert len(room.bodies("ItemConfirmed")) == 6
    assert room.waiting() == ()


def test_an_agency_with_the_code_of_another_touches_neither_request(room: Room) -> None:
    code_of_b, code_of_c = room.request("so-b").code, room.request("so-c").code
    room.write(OTHER, TEXT, subject=f"Re: [{code_of_b}] Báo cáo")
    room.write(RIGHT, TEXT, subject=f"Re: [{code_of_c}] Báo cáo")

    room.collect(OPENS)

    assert room.bodies("ItemConfirmed") == []
    assert [(one.received.agency, one.received.is_known_sender) for one in room.waiting()] == [
        ("so-b", False),
        ("so-c", False),
    ]


def test_what_an_agency_says_in_its_own_thread_of_another_stays_its_own(room: Room) -> None:
    thread = next(iter(room.request("so-c").mails.values())).queued.message_id
    room.write(
        OTHER,
        f"{TEXT}\n\n[{room.request('so-b').code}] NV2: đã hoàn thành",
        subject="Báo cáo",
        headers={"In-Reply-To": f"<{thread}>"},
    )

    room.collect(OPENS)

    assert {body.agency for body in room.bodies("ItemConfirmed")} <= {"so-c"}
    assert room.request("so-b").replies == {}


def test_a_forged_mail_under_the_message_id_of_a_genuine_one_does_not_hide_it(room: Room) -> None:
    room.write("la@khac.example", "NV1: chưa triển khai", message_id="<that@tinh.example>")
    room.write(RIGHT, TEXT, message_id="<that@tinh.example>")
    twice = room.write(RIGHT, TEXT, message_id="<that@tinh.example>")
    room.inbox.deliver(b"Received: by another way\r\n" + twice, room.clock.now())

    fates = [one.fate for one in room.collect(OPENS)]

    assert fates == ["recorded", "recorded", "known", "known"]
    assert set(room.request("so-b").confirmations) == {1, 2}


def test_a_forged_delivery_failure_silences_no_address_it_was_not_sent_for(room: Room) -> None:
    notice = (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@khac.example\r\nTo: {to}\r\nSubject: Undelivered Mail\r\n"
        "Message-ID: <{id}@khac.example>\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n'
        "\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; khac.example\r\n\r\n"
        "Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x--\r\n"
    )
    code = room.request("so-b").code
    for number, to in enumerate([OFFICE, OFFICE.replace("@", f"+{code}@")]):
        room.inbox.deliver(notice.format(to=to, id=number, address=OTHER).encode(), room.clock.now())

    room.collect(OPENS)

    assert room.office.status().bounced == {}
    assert len(room.waiting()) == 2
    assert PERIOD in room.office.status().periods


@pytest.mark.parametrize(
    "sender",
    [
        "la@khac.example@so-d.example",
        "@so-d.example",
        "la@xso-d.example",
        "la@so-d.example.khac.example",
        "la@duoi.so-d.example",
        '"la@so-d.example"@khac.example',
        "la@[so-d.example]",
        "la%so-d.example@khac.example",
        "la@so-d.example.",
        "la@\uff53o-d.example",
        "la @ so-d.example",
    ],
)
def test_a_domain_that_may_answer_is_no_other_and_no_odd_address_in_it(tmp_path: Path, sender: str) -> None:
    room = make_room(
        tmp_path, PLAN.replace("email: so-b@tinh.example,", 'email: so-b@tinh.example, accept_from: ["@so-d.example"],')
    )
    room.remind(OPENS)
    for number, one in enumerate((sender, "Phòng Một <Phong.1@SO-D.example>")):
        headers = [("From", one), ("To", OFFICE), ("Subject", f"Re: [{room.request('so-b').code}]")]
        room.inbox.deliver(forged(headers, number), room.clock.now())

    odd, plain = room.collect(OPENS)

    assert odd.reply is not None
    assert plain.reply is not None
    assert not odd.reply.items
    assert [item.task for item in plain.reply.items] == [1, 2]
