"""The documents a report is given out as: their names, their media types, who renders them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dondoc.ports import Renderer
from dondoc.report.model import Report
from renderers.excel_annex import ExcelAnnexRenderer
from renderers.html import HtmlRenderer
from renderers.markdown import MarkdownRenderer
from renderers.signature import BLANK, Signature
from renderers.word import WordRenderer


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a report; its file is named ``<prefix>-<period><suffix>``."""

    prefix: str
    suffix: str
    media_type: str
    renderer: Callable[[Signature], Renderer[Report]]

    def name(self, report: Report) -> str:
        """The file's name."""
        return f"{self.prefix}-{report.period.id}{self.suffix}"


DOCUMENTS = (
    Document(
        "bao-cao",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        WordRenderer,
    ),
    Document(
        "phu-luc",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda _signature: ExcelAnnexRenderer(),
    ),
    Document("bao-cao", ".html", "text/html; charset=utf-8", lambda _signature: HtmlRenderer()),
    Document("bao-cao", ".md", "text/markdown; charset=utf-8", lambda _signature: MarkdownRenderer()),
)


def render_all(report: Report, signature: Signature = BLANK) -> dict[str, bytes]:
    """Every document of the report, by file name."""
    return {document.name(report): document.renderer(signature).render(report) for document in DOCUMENTS}
