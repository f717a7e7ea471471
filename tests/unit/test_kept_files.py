"""A file that an event speaks of is named, so that it is backed up and checked as long as the event is there."""

from __future__ import annotations

from datetime import date

import pytest

from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Body
from dondoc.events.replies import DocumentReceived, MailQuarantined, ReadingFailed, ReceivedAttachment, ReplyReceived
from dondoc.events.reports import ReportRendered
from dondoc.kept_files import files_of, files_of_all
from tests.unit.happened import queued

RAW, ONE, TWO = "0" * 64, "1" * 64, "2" * 64
DAY = date(2026, 11, 2)
FILES = (ReceivedAttachment(name="a.pdf", size=1, sha256=ONE), ReceivedAttachment(name="b.pdf", size=1, sha256=ONE))
REPLY = ReplyReceived(
    period="nam-2026", agency="so-a", reply="r", on=DAY, mail_kind="reply", sha256=RAW, is_known_sender=True,
    attachments=FILES,
)  # fmt: skip
REPORT = ReportRendered(period="nam-2026", on=DAY, edition=1, files={"a.docx": TWO, "a.xlsx": ONE})


@pytest.mark.parametrize(
    ("body", "files"),
    [
        (REPLY, (RAW, ONE, ONE)),
        (DocumentReceived(period="p", agency="a", reply="r", on=DAY, files=FILES), (ONE, ONE)),
        (REPORT, (TWO, ONE)),
        (PlanAdopted(version=1, sha256=TWO, text=""), ()),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_event_names_the_files_it_speaks_of(body: Body, files: tuple[str, ...]) -> None:
    assert files_of(body) == files


def test_mail_sent_unread_or_set_aside_names_its_raw_bytes() -> None:
    mail = queued("m")
    failed = ReadingFailed(sha256=ONE, attempt=1, error="x")
    aside = MailQuarantined(sha256=TWO, on=DAY, error="x")

    assert [files_of(mail), files_of(failed), files_of(aside)] == [(mail.sha256,), (ONE,), (TWO,)]


def test_file_of_many_events_is_named_once_where_it_first_occurs() -> None:
    assert list(files_of_all([REPLY, REPORT, REPLY])) == [RAW, ONE, TWO]
