"""The Excel form goes out, is filled in, moved about and saved by other programs, and comes back exact."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from collectors.excel_form import read_form
from dondoc.form import AnsweredRow, Form, FormFigure, FormRow
from dondoc.form_layout import HEADINGS, MARKS_SHEET, PROPOSALS, SHEET, RowKey
from renderers.excel_form import ExcelFormRenderer
from tests.servers.libreoffice import LibreOffice

FORM = Form(
    code="QCN-2026-SYT-7KF3",
    title="Báo cáo kết quả thực hiện năm 2026",
    agency="Sở Y tế",
    deadline="trước ngày 30/11/2026",
    rows=(
        FormRow(
            task=1,
            content="Phổ biến nội dung Quyết định",
            status="in_progress",
            percent=60,
            figures=(
                FormFigure("hoi-nghi", "Số hội nghị", "hội nghị", "number", 12.5),
                FormFigure("ke-hoach", "Đã ban hành kế hoạch", None, "yesno", True),
            ),
            note="Đã tổ chức 02 hội nghị\nSẽ tổ chức thêm",
        ),
        FormRow(task=2, content="Theo dõi dư luận"),
        FormRow(task=6, content="Cập nhật trang tin", figures=(FormFigure("tin", "Số tin, bài", "tin", "number"),)),
    ),
    figures=(FormFigure("kinh-phi", "Kinh phí thực hiện", "triệu đồng", "number"),),
)

Edit = Callable[[Worksheet], None]


def blank() -> bytes:
    return ExcelFormRenderer().render(FORM)


def edited(*edits: Edit, content: bytes | None = None) -> bytes:
    book = load_workbook(BytesIO(content or blank()))
    for edit in edits:
        edit(book[SHEET])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def column_of(sheet: Worksheet, name: str) -> int:
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == HEADINGS[name])


def row_of(sheet: Worksheet, key: RowKey) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == str(key))


def put(key: RowKey, column: str, value: object) -> Edit:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, key), column_of(sheet, column)).value = value  # type: ignore[assignment]

    return edit


FILLED: tuple[Edit, ...] = (
    put(RowKey(2), "status", "Đã hoàn thành"),
    put(RowKey(2), "percent", 100),
    put(RowKey(2), "note", "Đúng kế hoạch"),
    put(RowKey(6), "status", "Đang thực hiện"),
    put(RowKey(6, "tin"), "value", "1.250"),
    put(RowKey(figure="kinh-phi"), "value", "45"),
    put(PROPOSALS, "status", "Bố trí kinh phí;\nmở lớp tập huấn"),
)
ROW_2 = AnsweredRow(2, "Đã hoàn thành", 100.0, {}, "Đúng kế hoạch")
ROW_6 = AnsweredRow(6, "Đang thực hiện", None, {"tin": "1.250"}, "")


def test_untouched_form_answers_nothing() -> None:
    answer = read_form(blank())

    assert answer is not None
    assert (answer.code, answer.rows, answer.figures, answer.faults) == (FORM.code, (), {}, ())
    assert (answer.obstacles, answer.proposals) == ("", "")


def test_what_is_filled_in_comes_back_exactly() -> None:
    answer = read_form(edited(*FILLED))

    assert answer is not None
    assert answer.rows == (ROW_2, ROW_6)
    assert answer.figures == {"kinh-phi": 45.0}
    assert answer.proposals == "Bố trí kinh phí;\nmở lớp tập huấn"
    assert answer.faults == ()


def test_a_changed_row_brings_what_was_known_with_it_as_the_numbers_it_was() -> None:
    answer = read_form(edited(put(RowKey(1), "status", "Đã hoàn thành")))

    assert answer is not None
    assert answer.rows == (
        AnsweredRow(
            1,
            "Đã hoàn thành",
            60.0,
            {"hoi-nghi": 12.5, "ke-hoach": True},
            "Đã tổ chức 02 hội nghị\nSẽ tổ chức thêm",
        ),
    )


def test_what_agencies_wrote_never_becomes_a_formula() -> None:
    hostile = '=HYPERLINK("http://x.example")\x07'
    content = ExcelFormRenderer().render(replace(FORM, rows=(FormRow(1, hostile, note=hostile),)))

    kinds = {cell.data_type for row in load_workbook(BytesIO(content))[SHEET].iter_rows() for cell in row}

    assert "f" not in kinds


def test_a_figure_without_a_status_is_an_answer_with_a_blank_status() -> None:
    answer = read_form(edited(put(RowKey(6, "tin"), "value", 7)))

    assert answer is not None
    assert answer.rows == (AnsweredRow(6, "", None, {"tin": 7.0}, ""),)


def test_sixty_per_cent_is_sixty_however_excel_keeps_it() -> None:
    def as_percent(sheet: Worksheet) -> None:
        cell = sheet.cell(row_of(sheet, RowKey(2)), column_of(sheet, "percent"))
        cell.value, cell.number_format = 0.6, "0%"

    answer = read_form(edited(as_percent))

    assert answer is not None
    assert answer.rows[0].percent == 60.0


def test_moved_rows_and_added_columns_change_nothing() -> None:
    def swap(sheet: Worksheet) -> None:
        first, second = row_of(sheet, RowKey(2)), row_of(sheet, RowKey(6, "tin"))
        for column in range(1, len(HEADINGS) + 1):
            one, other = sheet.cell(first, column), sheet.cell(second, column)
            one.value, other.value = other.value, one.value

    def add_column(sheet: Worksheet) -> None:
        sheet.insert_cols(4)
        sheet.cell(1, 4).value = "cột thêm"

    answer = read_form(edited(*FILLED, swap, add_column))

    assert answer is not None
    assert {row.task for row in answer.rows} == {2, 6}
    assert ROW_6 in answer.rows
    assert answer.faults == ()


def test_an_added_line_is_told_to_the_officer() -> None:
    def add_line(sheet: Worksheet) -> None:
        at = row_of(sheet, RowKey(6))
        sheet.insert_rows(at)
        sheet.cell(at, column_of(sheet, "content")).value = "Nhiệm vụ khác: đã làm"

    answer = read_form(edited(add_line))

    assert answer is not None
    assert answer.rows == ()
    assert "Nhiệm vụ khác: đã làm" in str(answer.faults[0])


def test_a_number_that_contradicts_the_hidden_key_is_left_out_and_told() -> None:
    answer = read_form(edited(*FILLED, put(RowKey(2), "number", "6")))

    assert answer is not None
    assert [row.task for row in answer.rows] == [6]
    assert len(answer.faults) == 1


def test_one_item_said_twice_differently_is_left_out_and_told() -> None:
    def copy(sheet: Worksheet) -> None:
        sheet.append([str(RowKey(2)), "2", "Theo dõi dư luận", "Chưa thực hiện"])

    answer = read_form(edited(*FILLED, copy))

    assert answer is not None
    assert [row.task for row in answer.rows] == [6]
    assert len(answer.faults) == 1


def without_marks(content: bytes) -> bytes:
    book = load_workbook(BytesIO(content))
    del book[MARKS_SHEET]
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_form_without_its_hidden_sheet_is_read_by_its_keys() -> None:
    answer = read_form(without_marks(edited(*FILLED)))

    assert answer is not None
    assert answer.code == FORM.code
    assert ROW_6 in answer.rows
    assert answer.figures == {"kinh-phi": 45.0}


def test_a_form_copied_by_hand_is_read_by_its_visible_numbers_and_names() -> None:
    copied = without_marks(edited(*FILLED, lambda sheet: sheet.delete_cols(1)))

    answer = read_form(copied)

    assert answer is not None
    assert [row.task for row in answer.rows] == [1, 2, 6]
    assert answer.rows[2].figures == {"Số tin, bài": "1.250"}
    assert answer.figures == {"Kinh phí thực hiện": 45.0}
    assert answer.proposals == "Bố trí kinh phí;\nmở lớp tập huấn"


@pytest.mark.server
def test_libreoffice_saving_changes_nothing(libreoffice: LibreOffice, tmp_path: Path) -> None:
    source = tmp_path / "form.xlsx"
    source.write_bytes(edited(*FILLED))

    saved = libreoffice.convert(source, "xlsx:Calc MS Excel 2007 XML", tmp_path / "saved")

    assert read_form(saved.read_bytes()) == read_form(source.read_bytes())


def other_workbook() -> bytes:
    book, file = Workbook(), BytesIO()
    book.active.append(["TT", "Nội dung", "Tình trạng"])  # type: ignore[union-attr]
    book.save(file)
    return file.getvalue()


def zip_of(name: str, size: int) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * size)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"%PDF-1.7", other_workbook(), zip_of("xl/workbook.xml", 10), zip_of("a.xml", 30_000_000)],
    ids=["empty", "cut off", "pdf", "another workbook", "broken part", "bomb"],
)
def test_anything_else_is_not_ours(content: bytes) -> None:
    assert read_form(content) is None


@given(st.integers(0, 9_000), st.binary(max_size=40))
def test_a_damaged_file_raises_nothing(place: int, damage: bytes) -> None:
    whole = _BLANK

    read_form(whole[:place] + damage + whole[place + len(damage) :])


_BLANK = blank()
