"""Letters composed by one office at one moment, and read as a receiver reads them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage

from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment
from notifiers.compose import Composed, Composer

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
