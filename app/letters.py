"""From a letter to a queued mail: the form attached where an answer is wanted, the bytes stored, the event made."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from app.office import Office
from dondoc.events import MailQueued
from dondoc.form_build import build_form
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment
from dondoc.plan.model import Plan
from dondoc.status import RequestStatus
from renderers.excel_form import ExcelFormRenderer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WITHOUT_FORM = frozenset({"acknowledge", "withdraw", "officer"})


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


def form_with(plan: Plan, letter: Letter, request: RequestStatus) -> tuple[Attachment, ...]:
    """The form that goes with a letter, where it asks for something that a form can hold."""
    if letter.period is None or letter.purpose in _WITHOUT_FORM or letter.is_document or not letter.asks:
        return ()
    form = build_form(plan, request, letter.period)
    return (Attachment(f"Bieu-mau-{request.code}.xlsx", XLSX, ExcelFormRenderer().render(form)),)
