"""Word and text files as plain structure, and whole plans drafted from Word files of two more provinces."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from collectors import plan_document
from collectors.plan_document import read_plan_document
from dondoc.drafting.document import Document, Paragraph, Table
from dondoc.drafting.draft import draft_plan
from dondoc.drafting.write import written_plan
from dondoc.errors import InputError
from dondoc.plan.load import load_plan
from dondoc.plan.model import DayMonth, Plan


def saved(word: Any) -> bytes:  # Any: python-docx has no usable types
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def add_table(word: Any, rows: Sequence[Sequence[str]]) -> Any:
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    return table


def merge(table: Any, first: tuple[int, int], last: tuple[int, int], text: str) -> None:
    table.cell(*first).merge(table.cell(*last)).text = text


def digital_plan() -> bytes:
    """A letterhead in a table, a heading of two rows, merged section rows, numbers that begin anew in each section."""
    word = docx.Document()
    left = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n-------\nSố: 85/KH-UBND"
    add_table(word, [(left, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQuảng Ngãi, ngày 12 tháng 02 năm 2024")])
    for text in (
        "KẾ HOẠCH",
        "Chuyển đổi số trên địa bàn tỉnh Quảng Ngãi năm 2024",
        "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;",
        "I. MỤC TIÊU",
        "a) Tối thiểu 80% hồ sơ được xử lý trực tuyến.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Các sở, ban, ngành báo cáo kết quả 6 tháng (trước ngày 15/6), năm (trước ngày 05/12) để tổng hợp.",
        "2. Giao Sở Thông tin và Truyền thông theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch.",
    ):
        word.add_paragraph(text)
    table = add_table(
        word,
        [
            ("STT", "Nhiệm vụ", "", "", "Thời hạn", "Sản phẩm"),
            ("", "", "Chủ trì", "Phối hợp", "", ""),
            ("I", "", "", "", "", ""),
            ("1", "Phủ sóng di động", "Sở TTTT", "Các doanh nghiệp viễn thông", "Quý IV/2024", "Báo cáo"),
            ("II", "", "", "", "", ""),
            ("1", "Tập huấn\nkỹ năng số", "Sở Nội vụ", "Sở TT&TT; các đơn vị liên quan", "Năm 2024", ""),
        ],
    )
    merge(table, (0, 2), (0, 3), "Cơ quan thực hiện")
    for column, text in ((0, "STT"), (1, "Nhiệm vụ"), (4, "Thời hạn"), (5, "Sản phẩm")):
        merge(table, (0, column), (1, column), text)
    merge(table, (2, 1), (2, 5), "Hạ tầng số")
    merge(table, (4, 1), (4, 5), "Kỹ năng số")
    return saved(word)


def health_plan() -> bytes:
    """A city's plan whose numbers Word draws itself, with leads and support in one cell that spans two rows."""
    word = docx.Document()
    for text in (
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ ĐÀ NẴNG",
        "Đà Nẵng, ngày    tháng    năm 2025",
        "KẾ HOẠCH",
        "Phòng, chống tác hại của thuốc lá giai đoạn 2025-2030",
    ):
        word.add_paragraph(text)
    rows = [
        ("TT", "Nội dung công việc", "Đơn vị chủ trì, phối hợp", "Tiến độ"),
        ("", "Xây dựng môi trường không khói thuốc", "", "Hằng năm"),
        ("", "Xử phạt vi phạm", "", "2025-2030"),
        ("", "Truyền thông", "Chủ trì: Sở Văn hóa, Thể thao và Du lịch", "Từ 2026 và các năm tiếp theo"),
    ]
    table = add_table(word, rows)
    for row in table.rows[1:]:
        row.cells[0].paragraphs[0].style = word.styles["List Number"]
    merge(table, (1, 2), (2, 2), "Chủ trì: Sở Y tế\nPhối hợp: Công an thành phố")
    word.add_paragraph("Sở Y tế là cơ quan thường trực, hằng tháng (trước ngày 25) tổng hợp báo cáo UBND thành phố.")
    return saved(word)


def drafted(content: bytes) -> Plan:
    draft = draft_plan(read_plan_document(content), fallback=date(2026, 1, 1))
    return load_plan(written_plan(draft, schema="s", source="x.docx")).plan


def test_plan_with_letterhead_sections_and_two_heading_rows_is_drafted_whole() -> None:
    plan = drafted(digital_plan())

    assert (plan.code, plan.number, plan.issued_by) == ("CDS", "85/KH-UBND", "Ủy ban nhân dân tỉnh Quảng Ngãi")
    assert (plan.issued_on, plan.ends, plan.coordinator) == (date(2024, 2, 12), date(2024, 12, 31), "so-tttt")
    assert [task.content for task in plan.tasks.values()] == ["Phủ sóng di động", "Tập huấn kỹ năng số"]
    assert [task.lead for task in plan.tasks.values()] == [("so-tttt",), ("so-noi-vu",)]
    assert [(key, cycle.due.days) for key, cycle in plan.cycles.items()] == [
        ("sau-thang", (DayMonth(15, 6),)),
        ("nam", (DayMonth(5, 12),)),
    ]


def test_plan_of_a_city_with_drawn_numbers_and_merged_leads_is_drafted_whole() -> None:
    plan = drafted(health_plan())

    assert (plan.issued_by, plan.starts.year, plan.ends.year) == ("Ủy ban nhân dân thành phố Đà Nẵng", 2025, 2030)
    assert list(plan.tasks) == [1, 2, 3]
    assert [task.lead for task in plan.tasks.values()] == [("so-y-te",), ("so-y-te",), ("so-vhttdl",)]
    assert plan.tasks[2].support == ("cong-an-thanh-pho",)
    assert plan.tasks[3].years == (2026, 2027, 2028, 2029, 2030)
    assert (plan.cycles["thang"].due.days, plan.cycles["thang"].due.is_before) == ((25,), True)


def test_numbers_that_word_draws_are_read_as_text() -> None:
    word = docx.Document()
    for text in ("Một", "Hai"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Ba", style="List Bullet")

    assert read_plan_document(saved(word)).blocks == (Paragraph("1. Một"), Paragraph("2. Hai"), Paragraph("- Ba"))


def test_merged_cell_stands_in_every_place_it_covers_and_a_table_inside_is_text() -> None:
    word = docx.Document()
    table = add_table(word, [("a", "b"), ("c", "d")])
    merge(table, (0, 0), (0, 1), "ab")
    add_table(table.cell(1, 0), [("trong",)])

    assert read_plan_document(saved(word)) == Document((Table((("ab", "ab"), ("c\ntrong", "d"))),))


def test_insertions_count_and_deletions_do_not() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Nội dung")
    for tag, text in (("w:ins", " thêm"), ("w:del", " xóa")):
        change, run = OxmlElement(tag), OxmlElement("w:r")
        piece = OxmlElement("w:t" if tag == "w:ins" else "w:delText")
        piece.text = text
        run.append(piece)
        change.append(run)
        paragraph._p.append(change)  # python-docx cannot write tracked changes

    assert read_plan_document(saved(word)).blocks == (Paragraph("Nội dung thêm"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_each_usual_unicode_encoding(encoding: str) -> None:
    assert read_plan_document("Kế hoạch".encode(encoding)).blocks == (Paragraph("Kế hoạch"),)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        (b"{\\rtf1", "RTF"),
        (b"\xff\x00\xfe\x81", "neither"),
        (b"a\x00b", "neither"),
        (b"PK\x03\x04 cut off", "no Word file"),
        (zipped(a=b"x"), "damaged"),
        (zipped(**{"word/document.xml": b"0" * (plan_document.MAX_XML + 1)}), "more than is safe"),
        (digital_plan()[:-400], "no Word file"),
        (b"x" * (plan_document.MAX_TEXT_BYTES + 1), "larger than 3 MB"),
    ],
    ids=["pdf", "doc", "rtf", "bytes", "nul", "cut", "other zip", "bomb", "half a file", "huge text"],
)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_plan_document(content)
