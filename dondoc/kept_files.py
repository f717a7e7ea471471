"""Which files an event speaks of: each must be in the file store for as long as the event is in the ledger."""

from __future__ import annotations

from collections.abc import Iterable

from dondoc.events.mails import MailQueued
from dondoc.events.records import Body
from dondoc.events.replies import DocumentReceived, MailQuarantined, ReadingFailed, ReplyReceived
from dondoc.events.reports import ReportRendered


def files_of(body: Body) -> tuple[str, ...]:
    """Hashes of the files an event speaks of; an attachment that came twice is named twice."""
    match body:
        case MailQueued(sha256=raw) | ReadingFailed(sha256=raw) | MailQuarantined(sha256=raw):
            return (raw,)
        case ReplyReceived(sha256=raw, attachments=attached):
            return (raw, *(file.sha256 for file in attached))
        case DocumentReceived(files=files):
            return tuple(file.sha256 for file in files)
        case ReportRendered(files=files):
            return tuple(files.values())
        case _:
            return ()


def files_of_all(bodies: Iterable[Body]) -> dict[str, None]:
    """The hashes of many events, each once, in the order in which they first occur."""
    return dict.fromkeys(sha256 for body in bodies for sha256 in files_of(body))
