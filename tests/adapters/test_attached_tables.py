"""Tables in attached Word and Excel files are read as they show, and only suggested."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import docx
import pytest
from openpyxl import Workbook

from collectors.documents import text_of_document
from collectors.mime_types import DOCX, XLSX
from dondoc.mail import AttachedText
from dondoc.reading.reader import read_reply
from tests.unit.reading.plans import PLAN, context, mail_of

HEAD = ("NV", "Nội dung", "Tình trạng", "Tỷ lệ", "Hạn")


def workbook(*rows: Sequence[object], formats: Mapping[str, str]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for place, code in formats.items():
        sheet[place].number_format = code
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def suggested(content: bytes, media_type: str) -> dict[int, tuple[str, float | None, dict[str, object]]]:
    text = text_of_document(content, media_type)
    assert text is not None
    mail = replace(mail_of("Sở gửi kèm báo cáo."), documents=(AttachedText("Bao cao", text),))
    reply = read_reply(mail, plan=PLAN, context=context())
    assert reply.items == ()
    return {item.task: (item.status, item.percent, dict(item.figures)) for item in reply.suggestions}


@pytest.mark.parametrize(
    ("value", "code", "percent"),
    [
        (0.6, "0%", 60),
        (0.583, "0.0%", 58.3),
        (0.01, "0.00%", 1),
        (60, "0", 60),
        (60, '0"%"', 60),
        (0.6, "0.00", None),
        (0.6, "General", None),
        (1, "General", None),
    ],
)
def test_a_share_is_read_as_it_shows_and_a_bare_one_not_at_all(value: float, code: str, percent: float | None) -> None:
    content = workbook(HEAD, ("NV3", "Tập huấn", "Đang thực hiện", value, None), formats={"D2": code})

    assert suggested(content, XLSX) == {3: ("in_progress", percent, {})}


def test_a_day_is_no_number() -> None:
    content = workbook(HEAD, ("NV3", "Tập huấn", "Đang thực hiện", None, date(2026, 11, 30)), formats={})

    assert "30/11/2026" in (text_of_document(content, XLSX) or "")


@pytest.mark.parametrize("styles", ["", "<styleSheet/>", "<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs>"])
def test_styles_that_are_missing_or_broken_stop_nothing_else(styles: str) -> None:
    content = workbook(HEAD, ("NV3", "Tập huấn", "Đang thực hiện", 60, None), formats={"D2": "0"})
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            if name != "xl/styles.xml" or styles:
                new.writestr(name, styles if name == "xl/styles.xml" else old.read(name))

    text = text_of_document(changed.getvalue(), XLSX)

    assert text is None or "60" in text


def test_a_table_of_excel_below_its_title_gives_the_results_of_this_year() -> None:
    content = workbook(
        ("BIỂU TỔNG HỢP KẾT QUẢ",),
        ("STT", "Nhiệm vụ", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ", "Tình trạng"),
        (1, "NV3", "Số lớp tập huấn", "lớp", 5, 4, 0.8, "Đang thực hiện"),
        (None, None, "Số học viên", "người", 250, 200, 0.8, None),
        formats={"G3": "0%", "G4": "0%"},
    )

    assert suggested(content, XLSX) == {3: ("in_progress", 80, {"lop": 4, "hoc-vien": 200})}


def test_a_table_of_word_with_merged_cells_keeps_its_columns() -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=5)
    rows = (
        ("Nhiệm vụ", "Tình trạng", "Số lớp tập huấn", "", "Số học viên"),
        ("", "", "KH", "TH", ""),
        ("NV3", "Đã hoàn thành", "5", "4", "210"),
        ("Các nhiệm vụ khác", "", "", "", ""),
    )
    for line, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(line, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(3, 0).merge(table.cell(3, 4))
    content = io.BytesIO()
    document.save(content)

    assert suggested(content.getvalue(), DOCX) == {3: ("done", None, {"lop": 4, "hoc-vien": 210})}
