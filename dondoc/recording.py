"""The events that a reading leaves behind. Only what is certain is recorded; the rest waits for the officer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dondoc.events.base import Reason
from dondoc.events.mails import MailBounced
from dondoc.events.records import Body
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    ReceivedAttachment,
    RecordedItem,
    ReplyReceived,
    ReplyUnclear,
    StatementRecorded,
)
from dondoc.mail import Attachment, InboundMail
from dondoc.reply import Reply, ReplyItem

_LONGEST_TEXT = 100_000
"""Characters of text kept in an event; the whole mail is in the file store anyway."""


def events_of_reply(reply: Reply, mail: InboundMail, on: date) -> tuple[Body, ...]:
    """Everything to record of one mail read on (or received by our server on) a day, in order."""
    return (_received(reply, mail, on), *_said(reply, mail, on))


def _received(reply: Reply, mail: InboundMail, on: date) -> ReplyReceived:
    return ReplyReceived(
        period=reply.request.period if reply.request else "",
        agency=reply.request.agency if reply.request else "",
        reply=mail.id,
        mail_kind=reply.kind,
        on=on,
        sha256=mail.raw_sha256,
        sender=mail.sender or "",
        is_known_sender=reply.sender is not None and reply.sender.is_known,
        matched_by=reply.matched_by,
        message_id=mail.message_id,
        references=mail.references,
        subject=mail.subject,
        text=kept_text(reply),
        attachments=tuple(_kept(attachment) for attachment in mail.attachments),
    )


def kept_text(reply: Reply) -> str:
    """The reply's text as far as an event keeps it."""
    return reply.text[:_LONGEST_TEXT]


def _kept(attachment: Attachment) -> ReceivedAttachment:
    return ReceivedAttachment(name=attachment.name, size=attachment.size, sha256=attachment.sha256)


def _said(reply: Reply, mail: InboundMail, on: date) -> Iterator[Body]:
    period = reply.request.period if reply.request else ""
    agency = reply.request.agency if reply.request else ""
    for bounce in reply.bounces:
        words = f"{bounce.status} {bounce.words}".strip()
        yield MailBounced(
            period=period, agency=agency, reply=mail.id, address=bounce.address, is_hard=bounce.is_hard, words=words
        )
    if reply.request is not None:
        for item in reply.items:
            yield ItemConfirmed(period=period, agency=agency, reply=mail.id, on=on, item=recorded(item))
        if reply.figures or reply.obstacles or reply.proposals:
            yield StatementRecorded(
                period=period,
                agency=agency,
                reply=mail.id,
                on=on,
                figures=dict(reply.figures),
                obstacles=reply.obstacles,
                proposals=reply.proposals,
            )
        if reply.has_document:
            files = tuple(_kept(attachment) for attachment in mail.attachments)
            yield DocumentReceived(period=period, agency=agency, reply=mail.id, on=on, files=files)
    told = [bounce.reason for bounce in reply.bounces]  # before the officer as addresses already
    reasons = [reason for reason in reply.review if reason not in told]
    if reasons:
        yield ReplyUnclear(
            period=period,
            agency=agency,
            reply=mail.id,
            on=on,
            reasons=tuple(Reason(text=reason.text, values=dict(reason.values)) for reason in reasons),
            suggestions=tuple(recorded(item) for item in reply.suggestions),
        )


def recorded(item: ReplyItem) -> RecordedItem:
    """An item as the ledger keeps it."""
    return RecordedItem(
        task=item.task, status=item.status, percent=item.percent, figures=dict(item.figures), note=item.note
    )
