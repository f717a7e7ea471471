"""Paragraphs of the official form: their styles, and how a text is put into one as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from dondoc.text import plain

FIRST_LINE_MM = 12.7


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph stands; spaces in points, the first line in millimetres."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    first_line_mm: float = FIRST_LINE_MM
    before: float = 0
    after: float = 6
    keep_next: bool = False
    is_marked: bool = False


_CENTER = WD_ALIGN_PARAGRAPH.CENTER
_LEFT = WD_ALIGN_PARAGRAPH.LEFT

BODY = Style()
ITEM = BODY
BASIS = Style(italic=True)
PLACE = Style(italic=True, align=_LEFT, is_marked=True)
HEADING_1 = Style(bold=True, before=6, keep_next=True)
HEADING_2 = Style(bold=True, before=3, keep_next=True)
HEADING_3 = Style(bold=True, italic=True, keep_next=True)
TITLE = Style(bold=True, align=_CENTER, first_line_mm=0, after=0, keep_next=True)
ANNEX_NOTE = Style(italic=True, align=_CENTER, first_line_mm=0, after=0, keep_next=True)
ADDRESSEE = Style(align=_CENTER, first_line_mm=0, before=6, after=12)
CAPTION = Style(size=13, bold=True, align=_LEFT, first_line_mm=0, before=12, after=4, keep_next=True)
NOTE = Style(size=12, italic=True, align=_LEFT, first_line_mm=0, before=4, after=6)
TIGHT = Style(size=2, first_line_mm=0, after=0, align=_LEFT)

SUPERIOR = Style(size=13, align=_CENTER, first_line_mm=0, after=0)
OFFICE = Style(size=13, bold=True, align=_CENTER, first_line_mm=0, after=0)
NATION = Style(size=13, bold=True, align=_CENTER, first_line_mm=0, after=0)
MOTTO = Style(size=14, bold=True, align=_CENTER, first_line_mm=0, after=0)
NUMBER = Style(size=13, align=_CENTER, first_line_mm=0, before=6, after=0)
PLACE_AND_DAY = Style(size=14, italic=True, align=_CENTER, first_line_mm=0, before=6, after=0)
RECEIVERS_LABEL = Style(size=12, bold=True, italic=True, align=_LEFT, first_line_mm=0, after=0)
RECEIVERS = Style(size=11, align=_LEFT, first_line_mm=0, after=0)
SIGNER = Style(bold=True, align=_CENTER, first_line_mm=0, after=0)


def add_text(parent: Any, text: str, style: Style) -> Paragraph:  # Any: a document, a cell or a header
    """A new paragraph at the end of `parent`."""
    paragraph: Paragraph = parent.add_paragraph()
    return put_text(paragraph, text, style)


def put_text(paragraph: Paragraph, text: str, style: Style) -> Paragraph:
    """Fill an empty paragraph with one line of plain text; spaces stay as they are, as in ``Số:      /BC``."""
    layout = paragraph.paragraph_format
    layout.alignment = style.align
    layout.first_line_indent = Mm(style.first_line_mm)
    layout.space_before, layout.space_after = Pt(style.before), Pt(style.after)
    layout.keep_with_next = style.keep_next
    run = paragraph.add_run(" ".join(plain(text).split("\n")))
    run.bold, run.italic = style.bold, style.italic
    run.font.size = Pt(style.size)
    if style.is_marked:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return paragraph
