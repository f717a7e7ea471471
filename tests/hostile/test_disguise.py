"""Words that show one thing and say another: put before the officer, who sees both; and no ordinary mail is."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from collectors.mime import parse_mail
from dondoc.disguise import disguises_in
from tests.app.desk import OPENS, Room, make_room

ORDINARY = (
    "NV1: đã hoàn thành 3 lớp; NV2: chưa thực hiện (Đ/c Nguyễn Thị Ánh, ĐT 0912…)",
    "Đã dùng 5 µg/m³, chỉ số β = 2, Δt = 3, góc α; nước CHLB Nga (Россия), tiếng Nga: Москва",
    "Hoà Bình, Thuý Kiều, ð Ð đ Đ, café, naïve, Łódź",
    "1. Da hoan thanh\u200b  2. \u2068Chưa\u2069",
)
BLANK = parse_mail(b"", received_at=None)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = make_room(tmp_path)
    made.remind(OPENS)
    return made


@pytest.mark.parametrize(
    "text",
    [
        "NV1: \u0441h\u01b0\u0430 hoàn thành. NV1: đã hoàn thành",
        "NV1: \u202eauhc\u202c đã hoàn thành",
        "NV1: đã h\u03bfàn thành, 3 lớp",
        "NV1: đã hoàn th\u0430\u0300nh",
    ],
    ids=["Cyrillic in a no", "turned around", "Greek in a yes", "a tone on a foreign letter"],
)
def test_words_in_disguise_are_recorded_by_nobody_but_the_officer(room: Room, text: str) -> None:
    room.write("so-b@tinh.example", text)

    room.collect(OPENS)

    assert room.bodies("ItemConfirmed") == []
    assert len(room.waiting()) == 1


@pytest.mark.parametrize(
    "html",
    ["NV1: &#8238;auhc&#8236; đã hoàn thành", "NV1: <bdo dir=rtl>auhc</bdo> đã hoàn thành",
     "NV1: <b style='unicode-bidi: bidi-override; direction: rtl'>auhc</b> đã hoàn thành"],
)  # fmt: skip
def test_a_page_that_turns_words_around_waits_too(room: Room, html: str) -> None:
    raw = (
        f"From: so-b@tinh.example\r\nSubject: Re: [{room.request('so-b').code}]\r\nMessage-ID: <a@tinh.example>\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{html}</p>"
    )
    room.inbox.deliver(raw.encode(), room.clock.now())

    room.collect(OPENS)

    assert room.bodies("ItemConfirmed") == []
    assert len(room.waiting()) == 1


@pytest.mark.parametrize("text", ORDINARY)
def test_no_ordinary_text_is_taken_for_a_disguise(text: str) -> None:
    assert disguises_in(text, replace(BLANK, text=text, html=f"<p>{text}</p>")) == ()


@pytest.mark.parametrize("unit", ["a", "а", "aа", "\u202e", "a\u0300", " aа1"])
def test_looking_for_disguises_takes_no_time(unit: str) -> None:
    began = time.process_time()

    disguises_in(unit * 400_000, replace(BLANK, text=unit * 400_000, html=unit * 400_000))

    assert time.process_time() - began < 2
