"""A thousand odd mails: none stops the others, and none holds the reader up for two seconds."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.collect import open_desk, take
from tests.app.desk import OFFICE, OPENS, Room, make_room
from tests.unit.reading.plans import read

ODD = 1_000
SECONDS = 2.0
LONG = 60_000
BLOW_UPS = (
    "NV1 " * LONG, "NV1: " + "đã hoàn thành " * 20_000, "a" * 400_000, ">" * LONG, "> " * LONG, ">\n" * LONG,
    " " * 400_000,
    "\n" * 200_000, "\t \n" * LONG, "-" * 400_000, "_" * LONG, "=" * LONG, "." * LONG, "1." * LONG, "1,1" * LONG,
    "12/" * LONG, "100%" * LONG, "lớp 1 " * 20_000, "(" * LONG, "<" * LONG, "<a " * LONG, "&lt;" * LONG,
    "[KH-2026" * 20_000,
    "KH-2026-" * 20_000, "Từ: x\n" * 20_000, "Vào Th 2, 27 thg 3, 2023 vào lúc " * 5_000, "On Mon, wrote:\n" * 10_000,
    "đã viết:\n" * 20_000, "chưa " * 40_000, "không có kinh phí để " * 10_000, "e\u0301" * LONG, "\u0301" * LONG,
    "|" * LONG, "| a | b |\n" * 10_000, "NV1 NV2 " * 20_000, "nhiệm vụ 1, 2, 3, " * 8_000, "@" * LONG, "a@b." * LONG,
    "http://" * 20_000, "\u200b" * LONG, "\x00" * LONG, "\U0001f600" * 50_000,
)  # fmt: skip
HTML = (
    "<div>" * 50_000, "<table><tr><td>" * 10_000, "<blockquote>" * 20_000, "<!--" * LONG, "<![CDATA[" * 10_000,
    "<style>" * 20_000, "&#" * LONG, "<p>" + "&nbsp;" * LONG, "<a href='" * 20_000, "<br>" * LONG,
)  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = make_room(tmp_path)
    room.remind(OPENS)
    return room


def plain(room: Room, body: str, subtype: str = "plain") -> bytes:
    head = (
        f"From: so-b@tinh.example\r\nTo: {OFFICE}\r\nSubject: Re: [{room.request('so-b').code}]\r\n"
        f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + body.encode("utf-8", "surrogatepass")


def longest_reading(room: Room, raws: list[bytes]) -> tuple[float, int]:
    """Seconds of our own work for the slowest mail, and which it was."""
    for raw in raws:
        room.inbox.deliver(raw, room.clock.now())
    desk = open_desk(room.office, OPENS)
    spent = []
    for number, mail in enumerate(room.inbox.fetch()):
        started = time.process_time()
        take(desk, mail)
        spent.append((time.process_time() - started, number))
    return max(spent)


def test_no_run_of_characters_blows_the_reading_up(room: Room) -> None:
    raws = [plain(room, body) for body in BLOW_UPS] + [plain(room, body, "html") for body in (*HTML, *BLOW_UPS[:8])]

    seconds, number = longest_reading(room, raws)

    assert seconds < SECONDS, number
    assert list(room.inbox.fetch()) == []
    assert room.bodies("MailQuarantined") == []


@pytest.mark.parametrize("body", ["lớp 1 " * 9_000, "Từ: x\n" * 9_000, "Số lớp: 1\n" * 5_000, "1 triệu đồng, " * 5_000])
def test_no_run_of_figures_takes_the_square_of_its_length(body: str) -> None:
    started = time.process_time()

    read(body)

    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr>{'<td>a b c</td>' * 39}</tr>" * 1_450,
        f"<tr><td rowspan=1000>NV3</td>{'<td rowspan=1000>xong</td>' * 30}<td>x</td></tr>"
        + "<tr><td>4</td></tr>" * 5_000,
        "<tr><td colspan=60>a</td><td colspan=60 rowspan=900>b</td></tr>" * 5_000,
    ],
    ids=["wide", "merged down", "merged across"],
)
def test_no_table_takes_long(rows: str) -> None:
    started = time.process_time()

    read(None, html=f"<table>{rows}</table>")

    assert time.process_time() - started < SECONDS


def test_no_header_blows_the_reading_up(room: Room) -> None:
    values = [
        "a" * 200_000,
        "<" * 50_000,
        "=?utf-8?q?" * 5_000,
        "<a@b> " * 20_000,
        "(" * 20_000,
        '"' * 20_000,
        "," * 50_000,
        "a@" * 20_000,
        ":;" * 20_000,
    ]
    names = [
        "From",
        "To",
        "Subject",
        "References",
        "In-Reply-To",
        "Message-ID",
        "Date",
        "Content-Type",
        "Authentication-Results",
        "Received",
    ]
    raws = [f"{name}: {value}\r\n\r\nNV1: xong\r\n".encode() for name in names for value in values]

    seconds, number = longest_reading(room, raws)

    assert seconds < SECONDS, raws[number][:60]
    assert list(room.inbox.fetch()) == []


def test_of_a_thousand_damaged_mails_none_stops_the_others(room: Room) -> None:
    mails = list(damaged(room))
    answer = plain(room, "NV1: đã hoàn thành, 3 lớp.\r\nNV2: đã hoàn thành.")

    seconds, number = longest_reading(room, [*mails, answer])
    for _ in range(3):  # what could not be read is put aside after its third attempt
        room.collect(OPENS)

    assert seconds < SECONDS, mails[number][:200]
    assert list(room.inbox.fetch()) == []
    settled = sum(len(folder) for folder in room.inbox.folders.values())
    assert settled >= ODD
    assert set(room.request("so-b").confirmations) == {1, 2}


def damaged(room: Room) -> Iterator[bytes]:
    """Mails of the kinds that come, cut, doubled, and with bytes changed."""
    chance = random.Random(2842)
    whole = [_mail(room, kind) for kind in range(4)]
    for number in range(ODD):
        raw = bytearray(whole[number % len(whole)])
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(raw))
            match chance.randrange(4):
                case 0:
                    raw[place] = chance.randrange(256)
                case 1:
                    del raw[place : place + chance.randrange(1, 200)]
                case 2:
                    raw[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 30)))
                case _:
                    raw[place:place] = raw[: chance.randrange(1, 400)]
            raw = raw or bytearray(b"x")
        yield bytes(raw)


def _mail(room: Room, kind: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Văn thư <la@khac.example>", OFFICE
    mail["Subject"] = f"Re: [{room.request('so-c').code}] Báo cáo"
    mail.set_content("NV1: đang thực hiện, đạt 40%.\n" * 5, cte=("8bit", "base64", "quoted-printable", "8bit")[kind])
    if kind:
        mail.add_alternative("<p>NV1: <b>đang thực hiện</b></p><blockquote>cũ</blockquote>", subtype="html")
    if kind > 1:
        mail.add_attachment(b"PK\x03\x04" + bytes(300), maintype="application", subtype="zip", filename="Báo cáo.docx")
    if kind > 2:
        inner = EmailMessage()
        inner["Subject"] = "chuyển tiếp"
        inner.set_content("NV1: xong")
        mail.add_attachment(inner)
    return mail.as_bytes()
