"""The Word report keeps the official form (Decree 30/2020/NĐ-CP), and its text can do nothing but be read."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from dondoc.report.build import build_report
from dondoc.report.model import Report
from renderers.annexes import annexes
from renderers.signature import Signature
from renderers.word import WordRenderer
from renderers.word_form import balanced
from tests.unit.report.builder import CLOSES, period, plan, request, said, status, year


def report_of(*requests: object) -> Report:
    return build_report(plan(), status(*(requests or year())), period(), as_of=CLOSES, previous=None)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def document() -> WordDocument:
    return Document(BytesIO(WordRenderer().render(report_of())))


def in_twips(millimetres: float) -> Twips:
    """Word keeps lengths in twentieths of a point."""
    return Twips(round(Mm(millimetres).twips))


def starting(document: WordDocument, text: str) -> Paragraph:
    return next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(text))


def test_the_page_is_a4_with_the_decrees_margins(document: WordDocument) -> None:
    section = document.sections[0]

    assert (section.page_width, section.page_height) == (in_twips(210), in_twips(297))
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert margins == tuple(map(in_twips, (20, 20, 30, 15)))


def test_body_text_is_justified_fourteen_points_with_an_indented_first_line(document: WordDocument) -> None:
    body = starting(document, "Từ ngày")

    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.paragraph_format.first_line_indent == in_twips(12.7)
    assert body.paragraph_format.space_after == Pt(6)
    assert body.runs[0].font.size == Pt(14)
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_pages_are_numbered_but_not_the_first_and_each_annex_apart(document: WordDocument) -> None:
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]

    assert all(section.different_first_page_header_footer for section in document.sections)
    assert starts[0] is None
    assert [start.get(qn("w:start")) for start in starts[1:] if start is not None] == ["1"] * len(annexes(report_of()))


def test_number_and_day_are_left_to_the_records_office(document: WordDocument) -> None:
    number, day = (cell.text for cell in document.tables[0].rows[1].cells)

    assert number == "Số:          /BC-STTTT"
    assert day == "Bình Minh, ngày      tháng      năm 2026"


def test_headings_of_tables_repeat_and_rows_stay_whole(document: WordDocument) -> None:
    bordered = [table for table in document.tables if table._tbl.xpath("w:tblPr/w:tblBorders")]

    assert len(bordered) > 4
    for table in bordered:
        rows = table._tbl.findall(qn("w:tr"))
        assert rows[0].xpath("w:trPr/w:tblHeader")
        assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)


def test_the_only_fields_are_page_numbers() -> None:
    hostile = request(
        "so-tttt", (3,), said(3, note='{ DDEAUTO c:\\\\cmd.exe "/k" } <w:instrText> INCLUDETEXT </w:instrText>')
    )
    document = Document(BytesIO(WordRenderer().render(report_of(hostile))))

    parts = [document.element, *(section.header._element for section in document.sections)]
    fields = {field.text for part in parts for field in part.iter(qn("w:instrText"))}

    assert fields == {" PAGE "}
    assert "{ DDEAUTO" in starting(document, "- Sở Thông tin và Truyền thông (đã hoàn thành)").text


def test_the_signatory_is_data() -> None:
    signature = Signature(authority=("KT. Giám đốc",), title=("Phó Giám đốc",), name="Nguyễn Văn An")

    document = Document(BytesIO(WordRenderer(signature).render(report_of())))

    signed = [cell.text for table in document.tables for cell in table.rows[0].cells if "PHÓ GIÁM ĐỐC" in cell.text]
    assert signed[0].split() == ["KT.", "GIÁM", "ĐỐC", "PHÓ", "GIÁM", "ĐỐC", "Nguyễn", "Văn", "An"]


def test_a_committee_that_coordinates_itself_has_no_superior_over_it() -> None:
    own = replace(plan(), coordinator="ubnd-tinh")
    report = build_report(own, status(*year()), period(), as_of=CLOSES, previous=None)

    head = Document(BytesIO(WordRenderer().render(report))).tables[0].rows[0].cells[0].text

    assert head.split("\n")[0] == "ỦY BAN NHÂN DÂN"


def test_a_long_name_is_cut_in_two_lines_of_like_length() -> None:
    assert balanced("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", 13, 66) == ("SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG")
    assert balanced("SỞ Y TẾ", 13, 66) == ("SỞ Y TẾ",)


def test_a_matrix_of_many_tasks_is_cut_into_pages() -> None:
    numbers = tuple(range(1, 41))
    many = replace(plan(), tasks={n: replace(plan().tasks[1], number=n) for n in numbers})
    report = build_report(many, status(request("so-tttt", numbers)), period(), as_of=CLOSES, previous=None)

    widths = [len(table.columns) - 2 for table in annexes(report)[0].tables]

    assert widths == [16, 16, 8]
