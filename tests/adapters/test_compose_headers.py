"""Who a mail is from and to, what it answers, and what its headers never carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest

from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Thread
from dondoc.messages import untranslated
from notifiers.compose import Composed, Composer, message_id_of
from tests.adapters.composing import MORNING, OFFICE, composed, received
from tests.unit.letters.cases import CODE, FIRST_ID, MAILED, PLAN
from tests.unit.letters.every import reminder


def shown(mail: Composed, name: str) -> str:
    """A header as mail programs show it; the strict parser leaves a space where two encoded words meet in a name."""
    raw = message_from_bytes(mail.mail.raw)[name]
    return str(make_header(decode_header(raw)))


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


def test_mail_moment_may_be_utc() -> None:
    mail = Composer(OFFICE, translate=untranslated).compose(reminder(), (), datetime(2026, 11, 16, 0, 30, tzinfo=UTC))

    assert received(mail)["Date"].datetime == MORNING
