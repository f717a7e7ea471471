"""Composed mails as receivers see them: read back with the stdlib's strict parser, never compared by bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Letter, Thread
from dondoc.mail import Attachment
from dondoc.messages import untranslated
from dondoc.plan.model import MailOptions
from notifiers.compose import Composed, Composer, message_id_of
from notifiers.plain import words_of_html
from tests.conftest import Golden
from tests.unit.letters import cases
from tests.unit.letters.cases import CODE, FIRST_ID, MAILED, PLAN, every_letter, reminder

OFFICE = OfficeIdentity("Sở Thông tin và Truyền thông tỉnh Khánh Hòa", "nhacviec@stttt.example", plus_addressing=True)
MORNING = datetime(2026, 11, 16, 7, 30, tzinfo=timezone(timedelta(hours=7)))
FORM = Attachment(
    "Biểu mẫu trả lời QCN-2026-SYT-7KF3 của Sở Y tế.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes(range(256)) * 20,
)
VIETNAMESE = {"no status was found": "chưa thấy tình trạng nhiệm vụ nào"}


def composed(letter: Letter, *files: Attachment, office: OfficeIdentity = OFFICE) -> Composed:
    return Composer(office, translate=lambda text: VIETNAMESE.get(text, text)).compose(letter, files, MORNING)


def received(mail: Composed) -> EmailMessage:
    message = message_from_bytes(mail.mail.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def shown(mail: Composed, name: str) -> str:
    """A header as mail programs show it; the strict parser leaves a space where two encoded words meet in a name."""
    raw = message_from_bytes(mail.mail.raw)[name]
    return str(make_header(decode_header(raw)))


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


def test_headers_name_the_office_and_mark_the_mail_as_automatic() -> None:
    mail = composed(reminder())

    message = received(mail)
    assert shown(mail, "From") == f"{OFFICE.name} <{OFFICE.address}>"
    assert message["From"].addresses[0].addr_spec == OFFICE.address
    assert message["To"].addresses[0].addr_spec == "vanthu@syt.example"
    assert message["To"].addresses[0].display_name == "Sở Y tế"
    assert message["Reply-To"].addresses[0].addr_spec == f"nhacviec+{CODE}@stttt.example"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["X-Dondoc-Code"] == CODE
    assert message["Date"].datetime == MORNING
    assert message["Precedence"] is None
    assert message["List-Unsubscribe"] is None


def test_first_mail_begins_the_thread_and_later_ones_hang_on_it() -> None:
    first, later = received(composed(reminder())), received(composed(reminder(MAILED, "remind")))

    assert first["References"] is None
    assert later["In-Reply-To"] == f"<{FIRST_ID}>"
    assert later["References"] == f"<{FIRST_ID}>"
    assert later["Subject"] == f"Re: {first['Subject']}"


def test_thread_stays_bounded() -> None:
    thread = Thread("m", tuple(f"m{number}@stttt.example" for number in range(40)))

    message = received(composed(replace(reminder(MAILED, "remind"), thread=thread)))

    assert len(message["References"].split()) == 10


@pytest.mark.parametrize(("purpose", "importance"), [("remind", None), ("overdue", "high"), ("escalate", "high")])
def test_urgency_is_told_without_changing_the_subject(purpose: str, importance: str | None) -> None:
    message = received(composed(reminder(MAILED, purpose, date(2026, 12, 6))))

    assert message["Importance"] == importance
    assert message["Subject"] == f"Re: [{CODE}] Báo cáo kết quả thực hiện năm 2026 (trước 30/11/2026)"


def test_message_id_is_the_mails_own_and_stable() -> None:
    one, again, other = reminder(), reminder(), reminder(as_of=date(2026, 10, 31))

    assert message_id_of(one, OFFICE) == message_id_of(again, OFFICE)
    assert message_id_of(one, OFFICE) != message_id_of(other, OFFICE)
    assert message_id_of(one, OFFICE).endswith("@stttt.example")
    assert received(composed(one))["Message-ID"] == f"<{message_id_of(one, OFFICE)}>"


def test_same_letter_gives_the_same_bytes() -> None:
    assert composed(reminder(), FORM).mail == composed(reminder(), FORM).mail


def test_office_gets_a_copy_that_no_header_shows() -> None:
    mail = composed(reminder(MAILED, "escalate", date(2026, 12, 6), cc=("ubnd-tinh",)))

    message = received(mail)
    assert mail.mail.recipients == ("vanthu@syt.example", "vanphong@ubnd.example", OFFICE.address)
    assert message["Cc"].addresses[0].addr_spec == "vanphong@ubnd.example"
    assert OFFICE.address not in str(message["To"]) + str(message["Cc"])


def test_office_is_never_addressed_as_somebody_else() -> None:
    letter = replace(reminder(), to=("NhacViec@stttt.example", "vanthu@syt.example"))

    mail = composed(letter)

    assert mail.mail.recipients == ("vanthu@syt.example", OFFICE.address)


@pytest.mark.parametrize(
    ("office", "reply_to", "sender"),
    [
        (replace(OFFICE, plus_addressing=False), OFFICE.address, OFFICE.address),
        (OFFICE, f"nhacviec+{CODE}@stttt.example", OFFICE.address),
        (replace(OFFICE, verp=True), f"nhacviec+{CODE}@stttt.example", f"nhacviec+{CODE}@stttt.example"),
        (replace(OFFICE, plus_addressing=False, verp=True), OFFICE.address, OFFICE.address),
    ],
    ids=["plain", "plus", "verp", "verp needs plus"],
)
def test_addresses_of_a_request_follow_the_settings(office: OfficeIdentity, reply_to: str, sender: str) -> None:
    mail = composed(reminder(), office=office)

    assert received(mail)["Reply-To"].addresses[0].addr_spec == reply_to
    assert mail.mail.envelope_from == sender


def test_names_that_try_to_add_headers_stay_names() -> None:
    agency = replace(PLAN.agencies["so-y-te"], name='Sở "Y tế"\r\nBcc: ke-xau@la.example')
    letter = replace(reminder(), agency=agency, cc=("a@b.example\r\nX-Evil: 1",))

    message = received(composed(letter))

    assert message["Bcc"] is None
    assert message["X-Evil"] is None


@pytest.mark.parametrize("name", ['Phòng "Một cửa", UBND', "Uy ban, nhan dan (tinh)", "Văn phòng; a@b.example", "A\\B"])
def test_odd_names_survive_with_their_address(name: str) -> None:
    letter = replace(reminder(), agency=replace(PLAN.agencies["so-y-te"], name=name))

    address = received(composed(letter))["To"].addresses[0]

    assert (address.display_name, address.addr_spec) == (name, "vanthu@syt.example")


def test_attachment_keeps_its_name_and_bytes() -> None:
    message = received(composed(reminder(MAILED, "remind"), FORM))

    (part,) = message.iter_attachments()
    assert part.get_filename() == FORM.name
    assert part.get_content() == FORM.content
    assert part.get_content_type() == FORM.media_type
    assert "=?utf-8?" in composed(reminder(), FORM).mail.raw.decode().split('name="', 1)[1][:60]


def event_of(entry: Any) -> Any:  # icalendar types a property as the union of all kinds there are
    return Calendar.from_ical(entry.get_content()).walk("VEVENT")[0]


def test_first_mail_carries_the_deadline_for_the_calendar() -> None:
    (entry,) = received(composed(reminder())).iter_attachments()

    event = event_of(entry)
    assert entry["Content-Type"].params["method"] == "PUBLISH"
    assert event["dtstart"].dt == date(2026, 11, 29)
    assert event["dtend"].dt == date(2026, 11, 30)
    assert event["uid"] == f"{CODE.lower()}@stttt.example"
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
        timedelta(days=-6, hours=-16),
        timedelta(hours=-16),
    ]
    assert "attendee" not in event


def test_reminders_do_not_send_the_calendar_entry_again() -> None:
    assert list(received(composed(reminder(MAILED, "remind"))).iter_attachments()) == []


def test_calendar_entry_rises_in_sequence_when_tasks_change() -> None:
    changed = replace(reminder(), sequence=3)

    (entry,) = received(composed(changed)).iter_attachments()

    assert event_of(entry)["sequence"] == 3


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
    letter = cases.acknowledgement(
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


def test_mail_moment_may_be_utc() -> None:
    mail = Composer(OFFICE, translate=untranslated).compose(reminder(), (), datetime(2026, 11, 16, 0, 30, tzinfo=UTC))

    assert received(mail)["Date"].datetime == MORNING
