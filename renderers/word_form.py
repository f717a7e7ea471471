"""The fixed parts of an official document: the head over the text, the title, the signature, the receivers."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.table import _Cell

from dondoc.report.model import Report
from renderers import word_text as styles
from renderers.signature import Signature
from renderers.word_text import Style, add_text, put_text
from renderers.word_xml import bold_width_mm, rule
from renderers.words import plan_words, subject_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_MM, RIGHT_MM = 66, 99
TEXT_MM = LEFT_MM + RIGHT_MM
_NO_MARGINS = (
    f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_WHOLE = f"<w:cantSplit {nsdecls('w')}/>"
RULE_SHARE = 0.4  # of the text over it: the decree wants a third to a half


def write_head(document: WordDocument, report: Report, signature: Signature) -> None:
    """Office and nation, number and day, the title with its subject, the addressee."""
    (left, right), (number, day) = _two_columns(document, rows=2)
    if signature.superior:
        _stack(left, signature.superior.upper(), styles.SUPERIOR)
    office = balanced(signature.office.upper(), styles.OFFICE.size, LEFT_MM)
    for line in office:
        _stack(left, line, styles.OFFICE)
    _add_rule(left, bold_width_mm(office[-1], styles.OFFICE.size) * RULE_SHARE, LEFT_MM)
    _stack(right, NATION, styles.NATION)
    _stack(right, MOTTO, styles.MOTTO)
    _add_rule(right, bold_width_mm(MOTTO, styles.MOTTO.size), RIGHT_MM)
    _stack(number, f"Số:          /{signature.symbol}", styles.NUMBER)
    _stack(day, f"{signature.place}, ngày      tháng      năm {report.as_of.year}", styles.PLACE_AND_DAY)
    _write_title(document, report)
    add_text(document, f"Kính gửi: {report.plan.reports_to}", styles.ADDRESSEE)


def balanced(text: str, size: float, room_mm: float) -> tuple[str, ...]:
    """The text in one line, or in two of nearly the same length where one does not fit."""
    words = text.split()
    if bold_width_mm(text, size) <= room_mm or len(words) < 2:
        return (text,)
    places = [at for at in range(1, len(words)) if words[at - 1].lower() != "và"] or [1]
    widths = list(accumulate(bold_width_mm(word, size) for word in words))
    at = min(places, key=lambda place: max(widths[place - 1], widths[-1] - widths[place - 1]))
    return " ".join(words[:at]), " ".join(words[at:])


def _write_title(document: WordDocument, report: Report) -> None:
    add_text(document, "", styles.TIGHT)
    add_text(document, "BÁO CÁO", styles.TITLE)
    lines = (subject_of(report), plan_words(report))
    for line in lines:
        add_text(document, line, styles.TITLE)
    add_rule_under(document, lines[-1])


def add_rule_under(document: WordDocument, text: str, width_mm: float = TEXT_MM) -> None:
    """The short rule in the middle under a title."""
    length = min(width_mm, bold_width_mm(text, styles.TITLE.size)) * RULE_SHARE
    _add_rule(document, length, width_mm)


def write_closing(document: WordDocument, signature: Signature) -> None:
    """The receivers on the left, who signs on the right."""
    add_text(document, "", styles.TIGHT)
    ((left, right),) = _two_columns(document, rows=1)
    _stack(left, "Nơi nhận:", styles.RECEIVERS_LABEL)
    for receiver in signature.receivers:
        _stack(left, f"- {receiver}", styles.RECEIVERS)
    for line in (*signature.authority, *signature.title):
        _stack(right, line.upper(), styles.SIGNER)
    for _ in range(4):
        _stack(right, "", styles.SIGNER)
    _stack(right, signature.name, styles.SIGNER)


def _two_columns(document: WordDocument, rows: int) -> list[tuple[_Cell, _Cell]]:
    table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    table._tbl.tblPr.append(parse_xml(_NO_MARGINS))
    for column, width in zip(table.columns, (LEFT_MM, RIGHT_MM), strict=True):
        column.width = Mm(width)
    pairs: list[tuple[_Cell, _Cell]] = []
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(_WHOLE))
        left, right = row.cells
        left.width, right.width = Mm(LEFT_MM), Mm(RIGHT_MM)
        pairs.append((left, right))
    return pairs


def _stack(cell: _Cell, text: str, style: Style) -> None:
    """The next line of a cell, which begins with one empty paragraph."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) == 1 and not first.runs:
        put_text(first, text, style)
    else:
        add_text(cell, text, style)


def _add_rule(parent: Any, length_mm: float, room_mm: float) -> None:  # Any: a document or a cell
    empty = parent.add_paragraph()._p
    empty.addnext(rule(length_mm, room_mm))
    empty.getparent().remove(empty)
