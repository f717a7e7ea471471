"""The few pieces of WordprocessingML that python-docx has no words for: tables, rules, page numbers.

Tables are written as XML at once: python-docx walks the whole table for every cell, which takes seconds for an annex.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from renderers.plain import one_line
from renderers.tables import Table

FONT = "Times New Roman"
_TWIPS_PER_MM = 1440 / 25.4
_PLAIN_D = str.maketrans("Đđ", "Dd")
# advance widths of Times New Roman Bold in thousandths of the size; marks do not widen a letter
_BOLD_WIDTHS = {
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys("i", 278),
    **dict.fromkeys("fjt-", 333),
    **dict.fromkeys("Is", 389),
    **dict.fromkeys("cerz", 444),
    **dict.fromkeys("agovxyJ", 500),
    **dict.fromkeys("bdhknpquS", 556),
    **dict.fromkeys("FP", 611),
    **dict.fromkeys("BELTZ", 667),
    **dict.fromkeys("ACDNRUVXYw", 722),
    **dict.fromkeys("GHKOQ", 778),
    **dict.fromkeys("m", 833),
    **dict.fromkeys("M", 944),
    **dict.fromkeys("W", 1000),
}


def bold_width_mm(text: str, size: float) -> float:
    """How long a line of bold Times New Roman is, to within a few percent."""
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN_D))
    units = sum(_BOLD_WIDTHS.get(char, 500) for char in letters if not unicodedata.combining(char))
    return units / 1000 * size * 25.4 / 72


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def rule(length_mm: float, room_mm: float) -> Any:  # Any: python-docx's own element type
    """A thin line of this length in the middle of `room_mm`: an empty paragraph with a top border."""
    side = twips(max(0.0, room_mm - length_mm) / 2)
    return parse_xml(
        f"<w:p {nsdecls('w')}><w:pPr><w:pBdr>"
        '<w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="0" w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
    )


def page_number(size: int) -> Any:  # Any: python-docx's own element type
    """A centred paragraph with the page's number."""
    properties = f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:sz w:val="{size * 2}"/></w:rPr>'
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
        f'<w:jc w:val="center"/></w:pPr><w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{properties}<w:t>2</w:t></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def grid(table: Table, width_mm: float, size: float) -> Any:  # Any: python-docx's own element type
    """A bordered table over `width_mm`: its headings repeat on every page and no row is cut between pages."""
    shares = sum(column.width for column in table.columns)
    widths = [twips(width_mm * column.width / shares) for column in table.columns]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblW w:w='{sum(widths)}' w:type='dxa'/><w:jc w:val='center'/>"
        f"<w:tblBorders>{_borders()}</w:tblBorders><w:tblLayout w:type='fixed'/>"
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(_rows(table, widths, size))}</w:tbl>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)


def _rows(table: Table, widths: list[int], size: float) -> Iterator[str]:
    headings = "".join(
        _cell(column.heading, width, size, align="center", is_bold=True)
        for column, width in zip(table.columns, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{headings}</w:tr>"
    for row in table.rows:
        if len(row) == 1:
            cells = _cell(row[0], sum(widths), size, span=len(widths), is_bold=True)
        else:
            cells = "".join(
                _cell(text, width, size, align=column.align)
                for text, width, column in zip(row, widths, table.columns, strict=True)
            )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, size: float, *, align: str = "left", span: int = 1, is_bold: bool = False) -> str:
    # a row across begins a part: it stays with the row that follows
    keep = "<w:keepNext/>" if span > 1 else ""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    bold = "<w:b/><w:bCs/>" if is_bold else ""
    half_points = round(size * 2)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr>{keep}<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr>{bold}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(one_line(text))}</w:t></w:r></w:p></w:tc>'
    )
