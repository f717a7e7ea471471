"""The law of every Renderer of reports: whole, repeatable, and deaf to what hostile text would have it do."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from dondoc.report.build import build_report
from dondoc.report.model import Report
from renderers.documents import DOCUMENTS, Document
from renderers.signature import BLANK
from tests.unit.report.builder import (
    CLOSES,
    cycle,
    document_request,
    period,
    plan,
    request,
    said,
    statement,
    status,
    year,
)

HOSTILE = (
    '=HYPERLINK("http://x.example")<script>alert(1)</script>]]>&#x0; \x00\x07\x1b\ufffe\ud800{{ 7*7 }}{% raw %}\u202e'
)

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.suffix)


def report_saying(text: str, *, name: str) -> Report:
    hostile = replace(
        request("so-tttt", (3,), said(3, note=text)), obstacles=(statement(text),), proposals=(statement(text),)
    )
    named = replace(plan(), agencies={**plan().agencies, "so-tttt": replace(plan().agencies["so-tttt"], name=name)})
    return build_report(named, status(hostile), period(), as_of=CLOSES, previous=None)


@each_document
def test_the_same_report_gives_the_same_bytes(document: Document) -> None:
    report = build_report(plan(), status(*year()), period(), as_of=CLOSES, previous=None)

    assert document.renderer(BLANK).render(report) == document.renderer(BLANK).render(report)


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if one.suffix in {".docx", ".xlsx"}], ids=lambda document: document.suffix
)
def test_no_part_of_a_document_bears_the_hour_it_was_written(document: Document) -> None:
    report = build_report(plan(), status(*year()), period(), as_of=CLOSES, previous=None)

    with ZipFile(BytesIO(document.renderer(BLANK).render(report))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@each_document
def test_hostile_text_never_stops_a_document(document: Document) -> None:
    assert document.renderer(BLANK).render(report_saying(HOSTILE, name=HOSTILE))


@each_document
def test_a_very_long_note_never_stops_a_document(document: Document) -> None:
    assert document.renderer(BLANK).render(report_saying("dài " * 20_000, name="Sở " + "dài " * 200))


@each_document
def test_a_report_without_agencies_is_a_document(document: Document) -> None:
    report = build_report(plan(), status(), period(), as_of=CLOSES, previous=None)

    assert document.renderer(BLANK).render(report)


@each_document
def test_a_document_cycle_is_a_document(document: Document) -> None:
    asked = status(document_request("so-tttt", HOSTILE))
    report = build_report(plan(), asked, period(cycle("document")), as_of=CLOSES, previous=None)

    assert document.renderer(BLANK).render(report)
