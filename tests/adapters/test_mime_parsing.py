"""A whole mail is parsed, however it was built: nothing hostile or damaged stops or slows the reading."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.adapters.raw_mails import HEAD, parse

SAMPLES = Path(__file__).parents[1] / "golden" / "samples"


def test_headers_are_decoded() -> None:
    mail = parse(HEAD + b"\r\nhi")

    assert (mail.sender, mail.sender_name, mail.subject) == ("vanthu@syt.example", "Sở Y tế", "Re: [QCN] Đề nghị")
    assert (mail.message_id, mail.references) == ("m1@syt.example", ("r2@office.example", "r1@office.example"))
    assert mail.recipients == ("nhac+abc@office.example",)
    assert str(mail.sent_at) == "2026-11-13 00:30:00+00:00"


def test_flowed_lines_are_joined_and_quotations_kept() -> None:
    body = b"NV1: \xc4\x91\xc3\xa3 ho\xc3\xa0n \r\nth\xc3\xa0nh.\r\n> abc \r\n> def\r\n-- \r\nAn"

    mail = parse(HEAD + b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n" + body)

    assert mail.text == "NV1: đã hoàn thành.\n> abc def\n-- \nAn"


def test_every_sample_is_parsed_without_fault() -> None:
    for file in SAMPLES.rglob("*.eml"):
        assert parse(file.read_bytes()).faults == ()


MIXED = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
NESTED = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
CONTINUED = b"name*%d*=utf-8''%%41;"
HOSTILE = {
    "nested multiparts": b"".join(NESTED % (i, i) for i in range(2000)),
    "nested messages": b"Content-Type: message/rfc822\r\n\r\n" * 900,
    "thousands of parts": MIXED + b"--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n" * 50_000,
    "headers without end": b"X-A: b\r\n" * 200_000,
    "encoded words": b"X-A: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\n",
    "recipients": b"Cc: " + b'"a" <a@b>, ' * 100_000 + b"\r\n\r\n",
    "parentheses": b"Cc: " + b"(" * 200_000 + b"\r\n\r\n",
    "parameters": b"Content-Type: text/plain" + b";" * 300_000 + b"\r\n\r\nx",
    "continuations": b"Content-Type: application/pdf; " + b"".join(CONTINUED % i for i in range(20_000)) + b"\r\n\r\nx",
    "odd parameters": b"Content-Type: application/pdf; name*999999999999999=x; name*=x'y'z; charset*=a'b'c\r\n\r\nx",
    "one long line": b"\r\n" + b"A" * 10_000_000,
    "uuencode": b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\n" + b'#0V%T\r\n' * 50_000,
    "nothing": b"",
    "null bytes": b"\0" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_is_read_in_bounded_time(name: str) -> None:
    started = time.process_time()

    mail = parse(HEAD + HOSTILE[name])

    assert time.process_time() - started < 2
    assert mail.raw_sha256


def test_a_thousand_damaged_mails_raise_nothing() -> None:
    chance = random.Random(2026)
    raws = [file.read_bytes() for file in sorted(SAMPLES.rglob("*.eml"))]
    slowest = 0.0
    for _ in range(1000):
        raw = damaged(chance, bytearray(chance.choice(raws)))
        started = time.process_time()
        parse(raw)
        slowest = max(slowest, time.process_time() - started)

    assert slowest < 2


def damaged(chance: random.Random, raw: bytearray) -> bytes:
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(raw) + 1)
        match chance.randrange(4):
            case 0:
                raw[place:place] = chance.randbytes(chance.randint(1, 40))
            case 1:
                del raw[place : place + chance.randint(1, 200)]
            case 2:
                raw[place:place] = raw[: chance.randint(1, 300)]
            case _:
                raw[place:place] = chance.choice(
                    [
                        b"\r\n\r\n",
                        b"--",
                        b"=?utf-8?b?",
                        b"\0",
                        b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n",
                        b"*0*=",
                    ]
                )
    return bytes(raw)
