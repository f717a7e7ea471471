"""Taking in mail: store the raw bytes, read, record in one transaction, then move. A bad mail never stops the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.parser import BytesHeaderParser
from typing import Literal

from app.clock import local_day
from app.deliver import is_in_doubt
from app.misgivings import misgivings
from app.office import Office
from collectors.mime import parse_mail
from dondoc.authentication import withheld
from dondoc.errors import LedgerError, StorageError
from dondoc.events.mails import MailSent
from dondoc.events.replies import MailQuarantined, ReadingFailed
from dondoc.mail import InboundMail, RawMail
from dondoc.periods import find_period
from dondoc.reading.context import RequestContext
from dondoc.reading.match import RequestBook, book_of, match_request
from dondoc.reading.reader import read_reply
from dondoc.reading.succession import known_addresses, request_now
from dondoc.recording import events_of_reply, kept_text
from dondoc.reply import Reply, RequestRef
from dondoc.status import MailStatus, Status

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
    own: dict[str, str] = {}
    for key, mail in status.mails.items():  # the first of a Message-ID: only that one goes to the office too
        own.setdefault(mail.queued.message_id.strip("<>"), key)
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
    except StorageError:
        raise  # a full disk or a database that is gone is no fault of the mail, which stays where it is
    except Exception as error:  # noqa: BLE001 — the per-mail quarantine: hostile mail must not stop the mailbox
        taken = _set_aside(desk, sha256, error)
    if taken.fate != "again-later":
        office.collector.settle(raw, office.folders.quarantine if taken.fate == "quarantined" else office.folders.done)
    return taken


def _read_and_record(desk: Desk, raw: RawMail) -> Taken:
    office = desk.office
    own = _own_mail(desk, raw.raw)
    if own is not None:
        return Taken(_settle_doubt(desk, own))
    mail = parse_mail(raw.raw, received_at=raw.received_at)
    match = match_request(mail, desk.book)
    named = match.request if match else None
    asked = request_now(office.plan, desk.status, named, mail.sender) if named else None
    context = _context(desk, asked) if asked else None
    sent_texts = _sent_texts(desk, {named, asked} if context else set())
    reply = read_reply(mail, plan=office.plan, context=context, sent_texts=sent_texts)
    asked_for = desk.status.request(asked) if asked else None
    doubts = misgivings(mail, reply, asked_for, office.authserv_id)
    reply = withheld(_without_foreign_bounces(desk, reply, named), doubts)
    reply = replace(reply, matched_by=match.matched_by if match else None)
    for attachment in mail.attachments:
        office.files.put(attachment.content)
    received_on = min(local_day(raw.received_at, office.plan.timezone), desk.as_of)
    is_new = office.record(*events_of_reply(reply, mail, received_on)) or (
        _is_another(office, reply, mail)
        and office.record(*events_of_reply(reply, replace(mail, message_id=None), received_on))
    )
    return Taken("recorded" if is_new else "known", mail, reply)


def _is_another(office: Office, reply: Reply, mail: InboundMail) -> bool:
    """Whether a mail under a known Message-ID says something else than the known one: nobody may hide another's mail.

    A mail that came twice on two ways differs in its trace headers, not in who wrote what.
    """
    said = (mail.sender or "", kept_text(reply), [attachment.sha256 for attachment in mail.attachments])
    return not any(
        received.sha256 == mail.raw_sha256
        or (received.sender, received.text, [attachment.sha256 for attachment in received.attachments]) == said
        for received in (record.body for record in office.history.records())
        if received.kind == "ReplyReceived" and (received.reply == mail.id or received.message_id is None)
    )


def _without_foreign_bounces(desk: Desk, reply: Reply, named: RequestRef | None) -> Reply:
    """A notice stops further mail only to an address its own request was sent to; any other waits for a person."""
    if not reply.bounces:
        return reply
    request = desk.status.request(named) if named else None
    mails = request.mails.values() if request else ()
    written_to = {address.lower() for mail in mails for address in mail.queued.recipients}
    return replace(reply, bounces=tuple(bounce for bounce in reply.bounces if bounce.address in written_to))


def _own_mail(desk: Desk, raw: bytes) -> MailStatus | None:
    """The mail of ours that this is, as it left, below the trace of the servers on its way; None for any other mail.

    Such a copy is evidence that the server took the mail, whatever became of the worker that sent it. The Message-ID
    alone is none: everybody who ever got the mail knows it.
    """
    message_id = str(BytesHeaderParser().parsebytes(raw).get("Message-ID", "")).strip().strip("<>")
    key = desk.own_mails.get(message_id)
    if key is None:
        return None
    own = desk.status.mails[key]
    try:
        ours = desk.office.files.get(own.queued.sha256)
    except LedgerError:
        return None  # a lost file proves nothing; `dondoc verify` names it
    return own if _with_plain_ends(raw).endswith(_with_plain_ends(ours)) else None


def _with_plain_ends(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").rstrip(b"\n")


def _settle_doubt(desk: Desk, mail: MailStatus) -> MailFate:
    """Our copy proves that the mail left; while its worker may be at it, the word on refused recipients is his."""
    if mail.state == "sent":
        return "own"
    mail = desk.office.status().mails[mail.key]  # the desk's view may be minutes old
    if mail.state == "claimed" and not is_in_doubt(mail, desk.office.clock.now()):
        return "again-later"
    if mail.state != "sent":
        queued = mail.queued
        desk.office.record(MailSent(period=queued.period, agency=queued.agency, mail=queued.mail))
    return "own"


def _context(desk: Desk, ref: RequestRef) -> RequestContext | None:
    """What the reader must know of the request; None for an agency or a period that left the plan."""
    plan, request = desk.office.plan, desk.status.request(ref)
    agency, period = plan.agencies.get(ref.agency), find_period(plan, ref.period)
    if request is None or agency is None or period is None:
        return None
    return RequestContext(
        ref=ref,
        tasks=request.kept_tasks,
        figures=period.cycle.figures,
        is_document=request.is_document and request.handed_over is None,
        known=known_addresses(plan, desk.status, ref, desk.as_of),
        office=(desk.office.identity.address,),
        code=request.code,
        year=period.year,
    )


def _sent_texts(desk: Desk, refs: Collection[RequestRef | None]) -> tuple[str, ...]:
    """What we wrote about these requests: a reply may quote any of it."""
    requests = (desk.status.request(ref) for ref in refs if ref is not None)
    return tuple(mail.queued.body for request in requests if request for mail in request.mails.values())


def _set_aside(desk: Desk, sha256: str, error: Exception) -> Taken:
    """Try again at the next run; put aside after a few attempts. The error's name only: its text may quote the mail."""
    office = desk.office
    words = type(error).__name__
    for attempt in range(1, MAX_ATTEMPTS):
        if office.record(ReadingFailed(sha256=sha256, attempt=attempt, error=words)):
            return Taken("again-later")
    office.record(MailQuarantined(sha256=sha256, on=desk.as_of, error=words))
    return Taken("quarantined")
