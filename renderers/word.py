"""The report as a Word document in the official form of Decree 30/2020/NĐ-CP, Annex I, Model 1.4.

Number, day and signature are left to the records office and the leader. Every word of agencies is plain text.
"""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt

from dondoc.report.model import Report
from renderers import word_text as styles
from renderers.annexes import Annex, annexes
from renderers.outline import Block, Kind, outline
from renderers.plain import one_line
from renderers.signature import BLANK, Signature, completed
from renderers.tables import table
from renderers.word_form import TEXT_MM, add_rule_under, write_closing, write_head
from renderers.word_text import Style, add_text
from renderers.word_xml import FONT, grid, page_number
from renderers.words import subject_of

SHORT_MM, LONG_MM = 210, 297
SMALL_MM, BINDING_MM = 15, 30
TOP_MM, NUMBER_MM = 20, 10
WIDE_MM = LONG_MM - 2 * TOP_MM
PROPERTY_LIMIT = 255  # python-docx refuses more
TEXT_TABLE_SIZE, ANNEX_TABLE_SIZE, MATRIX_SIZE = 12, 12, 11

_STYLE_OF: dict[Kind, Style] = {
    "heading1": styles.HEADING_1,
    "heading2": styles.HEADING_2,
    "heading3": styles.HEADING_3,
    "paragraph": styles.BODY,
    "item": styles.ITEM,
    "basis": styles.BASIS,
    "place": styles.PLACE,
}


class WordRenderer:
    """The report as a .docx; `signature` says how the office writes itself and who signs."""

    def __init__(self, signature: Signature = BLANK) -> None:
        self._signature = signature

    def render(self, report: Report) -> bytes:
        """The .docx file."""
        signature = completed(self._signature, report.plan)
        document = _empty_document(report)
        write_head(document, report, signature)
        for block in outline(report):
            _write_block(document, block, report)
        write_closing(document, signature)
        for annex in annexes(report):
            _write_annex(document, annex, report, signature)
        return _saved(document)


def _saved(document: WordDocument) -> bytes:
    """The file, its parts without the hour: python-docx stamps each with the time of the machine."""
    stamped, file = BytesIO(), BytesIO()
    document.save(stamped)
    with ZipFile(stamped) as parts, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return file.getvalue()


def _write_block(document: WordDocument, block: Block, report: Report) -> None:
    if block.kind == "table":
        _add_grid(document, grid(table(block.text, report), TEXT_MM, TEXT_TABLE_SIZE))
        return
    text = f"- {block.text}" if block.kind == "item" else block.text
    add_text(document, text, _STYLE_OF[block.kind])


def _write_annex(document: WordDocument, annex: Annex, report: Report, signature: Signature) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _lay_out(section, is_landscape=annex.is_landscape)
    _number_apart(section)
    width = WIDE_MM if annex.is_landscape else TEXT_MM
    add_text(document, annex.label, styles.TITLE)
    add_text(document, annex.title.upper(), styles.TITLE)
    origin = f"(Kèm theo Báo cáo số        /{signature.symbol} ngày      tháng      năm {report.as_of.year}"
    add_text(document, f"{origin} của {signature.office})", styles.ANNEX_NOTE)
    add_rule_under(document, annex.title.upper(), width)
    for each in annex.tables:
        add_text(document, each.caption, styles.CAPTION if each.caption else styles.TIGHT)
        is_matrix = annex.name == "matrix"
        _add_grid(document, grid(each, width, MATRIX_SIZE if is_matrix else ANNEX_TABLE_SIZE))
    if annex.note:
        add_text(document, annex.note, styles.NOTE)


def _add_grid(document: WordDocument, element: Any) -> None:  # Any: python-docx's own element type
    """Word wants a paragraph after a table; this one takes no room."""
    after = add_text(document, "", styles.TIGHT)
    after._p.addprevious(element)


def _empty_document(report: Report) -> WordDocument:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    normal.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN" w:eastAsia="vi-VN"/>'))
    normal.paragraph_format.space_after = Pt(0)
    _lay_out(document.sections[0], is_landscape=False)
    _describe(document, report)
    return document


def _describe(document: WordDocument, report: Report) -> None:
    """Properties that depend on the report alone, so that the same report gives the same file."""
    properties = document.core_properties
    properties.title = one_line(f"Báo cáo {subject_of(report)}")[:PROPERTY_LIMIT]
    properties.author = properties.last_modified_by = one_line(report.plan.coordinator)[:PROPERTY_LIMIT]
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(report.as_of, time())
    properties.language = "vi-VN"


def _lay_out(section: Section, *, is_landscape: bool) -> None:
    """A4; the number stands in the top margin, centred, and not on the first page."""
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (Mm(LONG_MM), Mm(SHORT_MM)) if is_landscape else (Mm(SHORT_MM), Mm(LONG_MM))
    )
    section.top_margin = section.bottom_margin = Mm(TOP_MM)
    section.left_margin = Mm(TOP_MM if is_landscape else BINDING_MM)
    section.right_margin = Mm(TOP_MM if is_landscape else SMALL_MM)
    section.header_distance = section.footer_distance = Mm(NUMBER_MM)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    header = section.header._element
    for paragraph in list(header):
        header.remove(paragraph)
    header.append(page_number(14))


def _number_apart(section: Section) -> None:
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
