"""The form that goes with a letter, by its name: for looking at a mail it need not be made."""

from __future__ import annotations

from collections.abc import Callable

from dondoc.letters.letter import Letter
from dondoc.mail import Attachment
from dondoc.plan.model import Plan
from dondoc.status import RequestStatus

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FormMaker = Callable[[Plan, Letter, RequestStatus], tuple[Attachment, ...]]

_WITHOUT_FORM = frozenset({"acknowledge", "withdraw", "officer"})


def form_name(letter: Letter, request: RequestStatus) -> str | None:
    """The name of the file, None where the letter asks for nothing that a form can hold."""
    if letter.period is None or letter.purpose in _WITHOUT_FORM or letter.is_document or not letter.asks:
        return None
    return f"Bieu-mau-{request.code}.xlsx"


def empty_form(_plan: Plan, letter: Letter, request: RequestStatus) -> tuple[Attachment, ...]:
    """The form as the words of a mail name it, with nothing in it."""
    name = form_name(letter, request)
    return (Attachment(name, XLSX, b""),) if name else ()
