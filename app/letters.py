"""From a letter to a queued mail: the form attached where an answer is wanted, the bytes stored, the event made."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from app.forms import form_with
from app.office import Office
from dondoc.events.mails import MailQueued
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment
from dondoc.status import RequestStatus


def queued_mail(
    office: Office,
    letter: Letter,
    request: RequestStatus,
    *,
    due_on: date | None = None,
    reply: str | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> MailQueued:
    """Compose and store a mail; the event that queues it. `due_on` is the ladder day it stands for, if any."""
    moment = office.clock.now().astimezone(ZoneInfo(office.plan.timezone))
    composed = office.composer.compose(letter, (*form_with(office.plan, letter, request), *attachments), moment)
    return MailQueued(
        period=request.period,
        agency=request.agency,
        mail=letter.key,
        purpose=letter.purpose,
        on=letter.as_of,
        due_on=due_on,
        message_id=composed.mail.message_id,
        envelope_from=composed.mail.envelope_from,
        recipients=composed.mail.recipients,
        subject=composed.mail.subject,
        sha256=office.files.put(composed.mail.raw),
        body=composed.quotable,
        round=max(request.round, 1),
        reply=reply,
    )
