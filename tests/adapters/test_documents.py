"""What stands in each document of a report, word for word; layout is looked at as pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dondoc.report.build import build_report
from dondoc.report.earlier import Earlier
from dondoc.report.model import Report
from renderers.documents import DOCUMENTS, Document, render_all
from renderers.signature import Signature
from tests.adapters.report_text import excel_text, html_text, word_text
from tests.conftest import Golden
from tests.unit.report.builder import (
    CLOSES,
    DUE,
    LOP,
    LUOT,
    PHAT_NGON,
    cycle,
    document_request,
    period,
    plan,
    request,
    said,
    status,
    year,
)

SIGNATURE = Signature(
    authority=("KT. Giám đốc",),
    title=("Phó Giám đốc",),
    name="Nguyễn Văn An",
    receivers=("Như trên;", "Lãnh đạo Sở;", "Lưu: VT, TTBCXB."),
)
TEXT_OF: dict[str, Callable[[bytes], str]] = {
    ".docx": word_text,
    ".xlsx": excel_text,
    ".html": html_text,
    ".md": bytes.decode,
}


def final() -> Report:
    before = status(request("so-tttt", (1, 3), said(1), said(3, figures={"lop": 7})), period_id="nam-2025")
    return build_report(
        plan(), status(*year()), period(), as_of=CLOSES, previous=Earlier(before.periods["nam-2025"], plan())
    )


def asked_otherwise() -> Report:
    """A year before, classes were counted as sessions, and the yes/no answer of the objective was a number."""
    then = plan()
    tasks = {
        1: replace(then.tasks[1], figures={"phat-ngon": replace(PHAT_NGON, kind="number", unit="cơ quan")}),
        3: replace(then.tasks[3], figures={"lop": replace(LOP, unit="buổi"), "luot-nguoi": LUOT}),
    }
    given = (said(1, figures={"phat-ngon": 2}), said(3, figures={"lop": 7, "luot-nguoi": 9}))
    before = status(request("so-tttt", (1, 3), *given), period_id="nam-2025")
    earlier = Earlier(before.periods["nam-2025"], replace(then, tasks={**then.tasks, **tasks}))
    return build_report(plan(), status(*year()), period(), as_of=CLOSES, previous=earlier)


def progress() -> Report:
    return build_report(plan(), status(*year()), period(counted_to=None), as_of=DUE, previous=None)


def documents() -> Report:
    requests = (document_request("so-tttt", "Kế hoạch.pdf"), document_request("so-y-te"))
    return build_report(plan(), status(*requests), period(cycle("document")), as_of=CLOSES, previous=None)


def empty() -> Report:
    return build_report(plan(), status(), period(), as_of=CLOSES, previous=None)


REPORTS = {
    "final": final,
    "asked-otherwise": asked_otherwise,
    "progress": progress,
    "documents": documents,
    "empty": empty,
}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.suffix)
@pytest.mark.parametrize("name", REPORTS)
def test_a_document_says_this(name: str, document: Document, golden: Golden) -> None:
    content = document.renderer(SIGNATURE).render(REPORTS[name]())

    text = TEXT_OF[document.suffix](content)

    golden(f"report/{name}{document.suffix}.txt", text)


def test_every_document_has_its_own_name() -> None:
    names = list(render_all(final()))

    assert names == [
        "bao-cao-nam-2026.docx",
        "phu-luc-nam-2026.xlsx",
        "bao-cao-nam-2026.html",
        "bao-cao-nam-2026.md",
    ]
