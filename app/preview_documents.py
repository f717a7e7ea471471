"""The form of a request and the report of a period as they would look on a day: they need Excel and Word."""

from __future__ import annotations

from collections.abc import Mapping

from app.letterhead import signature_of
from app.sight import Sight, Subject
from dondoc.errors import InputError
from dondoc.form_build import build_form
from dondoc.messages import say
from dondoc.periods import period_named
from dondoc.report.build import build_report
from dondoc.report.earlier import earlier_of
from renderers.documents import render_all
from renderers.excel_form import ExcelFormRenderer


def preview_report(sight: Sight, period_id: str) -> Mapping[str, bytes]:
    """Every document of a period's report as things stand on the day, by file name."""
    period = period_named(sight.plan, period_id)
    previous = earlier_of(period, sight.status, sight.records, sight.plan)
    report = build_report(sight.plan, sight.status, period, as_of=sight.day, previous=previous)
    return render_all(report, signature_of(sight.settings))


def preview_form(subject: Subject) -> bytes:
    """The Excel form of the request; raises InputError where a document is asked, which has none."""
    if subject.request.is_document:
        raise InputError(say("{period} asks for a document, not for a form", period=subject.period.id))
    return ExcelFormRenderer().render(build_form(subject.sight.plan, subject.request, subject.period))
