"""What a composed mail says, in both its parts: read back with the stdlib's strict parser, never compared by bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from dondoc.messages import untranslated
from dondoc.plan.model import MailOptions
from notifiers.compose import Composer
from notifiers.plain import words_of_html
from tests.adapters.composing import FORM, MORNING, OFFICE, composed, received
from tests.conftest import Golden
from tests.unit.letters import cases, every
from tests.unit.letters.cases import CODE, PLAN
from tests.unit.letters.every import every_letter, reminder

LETTERS = every_letter()
each_letter = pytest.mark.parametrize("name", LETTERS)


@each_letter
def test_mail_says_what_was_agreed(name: str, golden: Golden) -> None:
    letter = LETTERS[name]

    mail = composed(letter, *([FORM] if letter.asks and not letter.is_document else []))

    golden(f"mails/{name}.txt", f"{mail.mail.subject}\n\n{mail.text}")
    golden(f"mails/{name}.html.txt", "\n".join(words_of_html(mail.html)) + "\n")


@each_letter
def test_mail_is_well_formed_ascii_with_short_lines(name: str) -> None:
    raw = composed(LETTERS[name], FORM).mail.raw

    message = message_from_bytes(raw, policy=policy.default)
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 90
    assert not [defect for part in message.walk() for defect in part.defects]


@each_letter
def test_both_parts_arrive_as_written(name: str) -> None:
    mail = composed(LETTERS[name])

    message = received(mail)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == mail.text
    assert html is not None
    assert html.get_content().replace("\r\n", "\n") == mail.html


@each_letter
def test_text_part_is_wrapped_for_a_terminal(name: str) -> None:
    lines = composed(LETTERS[name]).text.split("\n")

    assert max(len(line) for line in lines) <= 76
    assert not re.search(r"\n{3,}", "\n".join(lines))


@each_letter
def test_html_is_balanced_and_small_enough_for_gmail(name: str) -> None:
    html = composed(LETTERS[name]).html

    checker = _Balance()
    checker.feed(html)
    assert checker.open == []
    assert len(html.encode()) < 102_000
    assert "flex" not in html


@each_letter
def test_each_mail_tells_its_code_the_office_and_not_to_send_secrets(name: str) -> None:
    letter = LETTERS[name]
    if letter.purpose == "officer":
        return

    mail = composed(letter)

    for part in (mail.text, "\n".join(words_of_html(mail.html))):
        words = " ".join(part.split())
        assert f"[{letter.code}]" in words
        assert "bí mật nhà nước" in words
        assert OFFICE.name in words
    assert letter.code in mail.mail.subject


class _Balance(HTMLParser):
    """Keeps the tags that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_same_letter_gives_the_same_bytes() -> None:
    assert composed(reminder(), FORM).mail == composed(reminder(), FORM).mail


def test_buttons_open_answers_to_the_requests_own_address() -> None:
    html = composed(reminder()).html

    links = re.findall(r'href="(mailto:[^"]+)"', html)
    assert len(links) == 4 * 3 + 4
    assert all(unquote(link).startswith(f"mailto:nhacviec+{CODE}@stttt.example?subject=[{CODE}]") for link in links)
    assert all("&amp;body=" in link for link in links)


def test_text_from_the_plan_cannot_become_markup() -> None:
    task = replace(PLAN.tasks[1], content="<script>alert(1)</script> & <b>đậm</b>")
    plan = replace(PLAN, tasks={**PLAN.tasks, 1: task})

    mail = composed(reminder(plan=plan))

    assert "<script>alert" not in mail.html
    assert "<script>alert(1)</script> & <b>đậm</b>" in mail.text


def test_everything_the_reader_sees_can_be_found_when_it_comes_back() -> None:
    mail = composed(reminder())

    known = {" ".join(line.split()) for line in mail.quotable.split("\n")}
    assert mail.quotable.startswith(mail.text)
    assert all(line in known for line in words_of_html(mail.html))


def test_reasons_are_said_in_the_readers_language() -> None:
    letter = every.acknowledgement(
        replace(cases.PARTLY_ANSWERED, replies={cases.REPLY_ID: cases.unclear(cases.reply(), "no status was found")})
    )

    mail = composed(letter)

    assert "chưa thấy tình trạng nhiệm vụ nào" in mail.text
    assert "chưa thấy tình trạng nhiệm vụ nào" in mail.html


def test_footer_of_the_plan_wins() -> None:
    plan = replace(PLAN, mail=MailOptions(footer="Không gửi tài liệu mật. Điện thoại: 0258 000 000."))

    assert "Điện thoại: 0258 000 000." in composed(reminder(plan=plan)).text


def test_office_may_word_its_mails_itself(tmp_path: Path) -> None:
    (tmp_path / "ask.txt.j2").write_text("Chào {{ letter.agency.name }}", encoding="utf-8")
    composer = Composer(OFFICE, translate=untranslated, own_templates=tmp_path)

    mail = composer.compose(reminder(), (), MORNING)

    assert mail.text == "Chào Sở Y tế\n"
    assert "Nhiệm vụ cần báo cáo" in mail.html


def test_own_templates_cannot_reach_into_the_program(tmp_path: Path) -> None:
    (tmp_path / "ask.txt.j2").write_text("{{ letter.__class__.__mro__ }}", encoding="utf-8")
    composer = Composer(OFFICE, translate=untranslated, own_templates=tmp_path)

    with pytest.raises(Exception, match="unsafe"):
        composer.compose(reminder(), (), MORNING)


def test_long_request_is_answered_in_lines_or_by_the_form() -> None:
    tasks = {number: replace(PLAN.tasks[6], number=number) for number in range(1, 61)}
    plan = replace(PLAN, tasks=tasks)

    mail = composed(reminder(replace(cases.OPENED, tasks=tuple(tasks)), plan=plan), FORM)

    assert len(mail.html.encode()) < 102_000
    assert "NV60:" in mail.text
