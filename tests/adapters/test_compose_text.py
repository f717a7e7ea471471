"""Headers and text lines that hold whatever people put into a plan."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.mail import Attachment
from notifiers.mime import Field, build_mime, clean, mailbox
from notifiers.plain import words_of_html, wrapped

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
VIETNAMESE = st.text('aăâbcdđeêghiklmnoôơpqrstuưvxyÁẠẦẾỘỨ ,.;:()@<>"\\', min_size=1, max_size=120)


@given(ANY_TEXT)
def test_text_header_comes_back_on_one_line_and_adds_none(value: str) -> None:
    raw = build_mime([Field("Subject", value, is_text=True)], "", "", ())

    message = message_from_bytes(raw)
    assert message.keys() == ["Subject", "MIME-Version", "Content-Type"]
    assert " ".join(str(make_header(decode_header(message["Subject"]))).split()) == " ".join(clean(value).split())


@given(VIETNAMESE)
def test_name_before_an_address_never_changes_the_address(name: str) -> None:
    raw = build_mime([Field("To", mailbox(name, "vanthu@syt.example"))], "", "", ())

    ((_, address),) = getaddresses([message_from_bytes(raw)["To"]])
    assert address == "vanthu@syt.example"


@given(st.text("abcđêôươ .-_()", min_size=1, max_size=90))
def test_file_name_comes_back_whole(stem: str) -> None:
    name = f"{stem.strip()}.xlsx"

    raw = build_mime([], "", "", [Attachment(name, "application/octet-stream", b"x")])

    part = message_from_bytes(raw).get_payload(1)
    assert not isinstance(part, str)
    assert " ".join((part.get_filename() or "").split()) == " ".join(name.split())


@given(st.binary(max_size=4000))
def test_attached_bytes_come_back(content: bytes) -> None:
    raw = build_mime([], "", "", [Attachment("a.bin", "application/octet-stream", content)])

    part = message_from_bytes(raw).get_payload(1)
    assert not isinstance(part, str)
    assert part.get_payload(decode=True) == content


@given(st.lists(st.text("aăđ ơ-/1", max_size=150), max_size=6))
def test_wrapping_loses_no_word(lines: list[str]) -> None:
    assert wrapped("\n".join(lines)).split() == "\n".join(lines).split()


@pytest.mark.parametrize(
    ("line", "indent"),
    [("NV12. " + "từ " * 40, 5), ("(1) " + "từ " * 40, 4), ("- " + "từ " * 40, 2), ("     " + "từ " * 40, 5)],
    ids=["task", "way", "bullet", "indented"],
)
def test_continued_lines_stand_under_their_own_text(line: str, indent: int) -> None:
    following = wrapped(line).split("\n")[1]

    assert len(following) - len(following.lstrip()) == indent


def test_last_word_never_stands_alone() -> None:
    text = wrapped("Số liệu tính đến hết ngày 14/12/2026; phần chưa có số chính thức, xin ghi số ước.")

    assert " " in text.rstrip("\n").split("\n")[-1]


def test_words_of_html_are_what_a_reader_sees() -> None:
    html = "<html><head><title>x</title></head><body><p>A &amp; B<br>C</p>\n<td>D\n E</td></body></html>"

    assert words_of_html(html) == ["A & B", "C", "D E"]
