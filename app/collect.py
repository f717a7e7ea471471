"""Taking in mail: store the raw bytes, read, record in one transaction, then move. A bad mail never stops the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.parser import BytesHeaderParser
from typing import Literal

from app.clock import local_day
from app.office import Office
from collectors.mime import parse_mail
from dondoc.events import MailQuarantined, MailSent, ReadingFailed
from dondoc.mail import InboundMail, RawMail
from dondoc.periods import find_period
from dondoc.reading.context import RequestContext, addresses_of
from dondoc.reading.match import RequestBook, book_of, match_request
from dondoc.reading.reader import read_reply
from dondoc.recording import events_of_reply
from dondoc.reply import Reply, RequestRef
from dondoc.status import Status

MAX_ATTEMPTS = 3

MailFate = Literal["recorded", "known", "own", "again-later", "quarantined"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one mail; `reply` is its reading where it was recorded."""

    fate: MailFate
    mail: InboundMail | None = None
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What is looked up for every mail of a batch; requests do not change while mail is read."""

    office: Office
    status: Status
    book: RequestBook
    own_mails: dict[str, str]
    as_of: date


def open_desk(office: Office, as_of: date) -> Desk:
    """Look up once what the whole batch needs."""
    status = office.status()
    own = {mail.queued.message_id.strip("<>"): key for key, mail in status.mails.items()}
    return Desk(office, status, book_of(status), own, as_of)


def collect(office: Office, as_of: date) -> Iterator[Taken]:
    """Take in every waiting mail, oldest first."""
    desk = open_desk(office, as_of)
    for raw in office.collector.fetch():
        yield take(desk, raw)


def take(desk: Desk, raw: RawMail) -> Taken:
    """Store, read, record and move one mail. Whatever goes wrong in reading is recorded and stops nothing else."""
    office = desk.office
    sha256 = office.files.put(raw.raw)
    try:
        taken = _read_and_record(desk, raw)
    except Exception as error:  # noqa: BLE001 — the per-mail quarantine: hostile mail must not stop the mailbox
        taken = _set_aside(desk, sha256, error)
    if taken.fate != "again-later":
        office.collector.settle(raw, office.folders.quarantine if taken.fate == "quarantined" else office.folders.done)
    return taken


def _read_and_record(desk: Desk, raw: RawMail) -> Taken:
    office = desk.office
    if _is_our_copy(desk, raw.raw):
        return Taken("own")
    mail = parse_mail(raw.raw, received_at=raw.received_at)
    match = match_request(mail, desk.book)
    context = _context(desk, match.request) if match else None
    reply = read_reply(mail, plan=office.plan, context=context, sent_texts=_sent_texts(desk, context))
    reply = replace(reply, matched_by=match.matched_by if match else None)
    for attachment in mail.attachments:
        office.files.put(attachment.content)
    received_on = min(local_day(raw.received_at, office.plan.timezone), desk.as_of)
    is_new = office.record(*events_of_reply(reply, mail, received_on))
    return Taken("recorded" if is_new else "known", mail, reply)


def _is_our_copy(desk: Desk, raw: bytes) -> bool:
    """Whether this is a mail of ours as it left, below the trace of the servers on its way.

    Such a copy is evidence that the server took the mail, whatever became of the worker that sent it. The Message-ID
    alone is none: everybody who ever got the mail knows it.
    """
    message_id = str(BytesHeaderParser().parsebytes(raw).get("Message-ID", "")).strip().strip("<>")
    key = desk.own_mails.get(message_id)
    if key is None:
        return False
    ours = desk.office.files.get(desk.status.mails[key].queued.sha256)
    if not _with_plain_ends(raw).endswith(_with_plain_ends(ours)):
        return False
    _settle_doubt(desk, key)
    return True


def _with_plain_ends(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").rstrip(b"\n")


def _settle_doubt(desk: Desk, key: str) -> None:
    mail = desk.status.mails[key]
    if mail.state != "sent":
        queued = mail.queued
        desk.office.record(MailSent(period=queued.period, agency=queued.agency, mail=key))


def _context(desk: Desk, ref: RequestRef) -> RequestContext | None:
    """What the reader must know of the request; None for an agency or a period that left the plan."""
    plan, request = desk.office.plan, desk.status.request(ref)
    agency, period = plan.agencies.get(ref.agency), find_period(plan, ref.period)
    if request is None or agency is None or period is None:
        return None
    return RequestContext(
        ref=ref,
        tasks=request.tasks,
        figures=period.cycle.figures,
        is_document=request.is_document,
        known=addresses_of(agency),
        office=(desk.office.identity.address,),
        code=request.code,
        year=period.year,
    )


def _sent_texts(desk: Desk, context: RequestContext | None) -> tuple[str, ...]:
    request = desk.status.request(context.ref) if context else None
    return tuple(mail.queued.body for mail in request.mails.values()) if request else ()


def _set_aside(desk: Desk, sha256: str, error: Exception) -> Taken:
    """Try again at the next run; put aside after a few attempts. The error's name only: its text may quote the mail."""
    office = desk.office
    words = type(error).__name__
    for attempt in range(1, MAX_ATTEMPTS):
        if office.record(ReadingFailed(sha256=sha256, attempt=attempt, error=words)):
            return Taken("again-later")
    office.record(MailQuarantined(sha256=sha256, on=desk.as_of, error=words))
    return Taken("quarantined")
