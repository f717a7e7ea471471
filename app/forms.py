"""The form that goes with a letter, filled in with what is known."""

from __future__ import annotations

from app.enclosure import XLSX, form_name
from dondoc.form_build import build_form
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment
from dondoc.plan.model import Plan
from dondoc.status import RequestStatus
from renderers.excel_form import ExcelFormRenderer


def form_with(plan: Plan, letter: Letter, request: RequestStatus) -> tuple[Attachment, ...]:
    """The form that goes with a letter, where it asks for something that a form can hold."""
    name = form_name(letter, request)
    if name is None or letter.period is None:
        return ()
    form = build_form(plan, request, letter.period)
    return (Attachment(name, XLSX, ExcelFormRenderer().render(form)),)
