"""The text of a document as a reader meets it, from the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from lxml import html
from lxml.etree import _Element
from openpyxl import load_workbook


def word_text(content: bytes) -> str:
    return "\n".join(_word_lines(Document(BytesIO(content)).element.body)) + "\n"


def _word_lines(body: _Element) -> Iterator[str]:
    for child in body:
        if child.tag == qn("w:p"):
            yield _joined(child)
        elif child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                yield " | ".join(" / ".join(map(_joined, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc")))


def _joined(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def excel_text(content: bytes) -> str:
    lines: list[str] = []
    for sheet in load_workbook(BytesIO(content)).worksheets:
        lines.append(f"== {sheet.title}")
        lines += [
            " | ".join("" if cell.value is None else str(cell.value) for cell in row) for row in sheet.iter_rows()
        ]
    return "\n".join(line.rstrip(" |") for line in lines) + "\n"


def html_text(content: bytes) -> str:
    page = html.fromstring(content.decode())
    lines = (" ".join(line.split()) for line in page.find("body").text_content().split("\n"))  # type: ignore[union-attr]
    return "\n".join(line for line in lines if line) + "\n"
