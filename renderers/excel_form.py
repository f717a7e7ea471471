"""The Excel form sent with a reminder: a row a task, a row a figure under it, every row findable by its hidden key.

Locked but for the yellow cells, without a password: the lock guards against slips, not against people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dondoc.form import FORM_MARK, STATUS_LABELS, CellValue, Form, FormFigure, FormRow
from dondoc.form_layout import (
    CODE_LABEL,
    FORM_VERSION,
    HEADINGS,
    MARKS_SHEET,
    NO,
    OBSTACLES,
    PROPOSALS,
    SECTIONS,
    SHEET,
    YES,
    RowKey,
)
from dondoc.numbers_vi import number_vi
from dondoc.text import plain
from renderers.form_styles import FormStyles

WIDTHS = {"key": 3, "number": 6, "content": 58, "status": 18, "percent": 9, "value": 13, "unit": 13, "note": 46}
COLUMN = {name: index for index, name in enumerate(HEADINGS)}
LAST = len(HEADINGS) - 1
CELL_LIMIT = 32_000  # Excel holds 32,767 characters a cell and refuses the file beyond
LINE_HEIGHT = 16
TEXT_LIMIT = 8_000  # of what is filled in beforehand: it stands once more, as JSON, in the hidden sheet

INSTRUCTIONS = (
    "1. Chỉ điền vào các ô màu vàng. Ở cột “Tình trạng”, bấm vào ô rồi chọn trong danh sách: "
    + "; ".join(STATUS_LABELS.values())
    + ".",
    "2. Dòng in nghiêng dưới mỗi nhiệm vụ là số liệu của nhiệm vụ đó: điền vào cột “Số liệu”; không có thì để trống.",
    "3. Nội dung điền sẵn là nội dung đơn vị đã báo cáo; sửa lại nếu chưa đúng. Nhiệm vụ để trống là chưa trả lời.",
    "4. Lưu tệp (định dạng .xlsx), trả lời thư nhắc và đính kèm tệp này. Không điền nội dung thuộc bí mật nhà nước.",
)


class ExcelFormRenderer:
    """Turns a form into a workbook that `collectors.excel_form.read_form` reads back exactly."""

    def render(self, form: Form) -> bytes:
        """The .xlsx file."""
        file = BytesIO()
        with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            book.set_properties({"title": plain(form.title)[:250], "author": "", "comments": plain(form.code)})
            sheet = _Sheet(book.add_worksheet(SHEET), FormStyles.of(book))
            marks = _Marks(book.add_worksheet(MARKS_SHEET), form.code)
            _write(form, sheet, marks)
            marks.sheet.hide()
        return file.getvalue()


def known_text(figure: FormFigure) -> str:
    """What is already known of a figure, as it stands in its cell."""
    match figure.value:
        case None:
            return ""
        case bool(answer):
            return YES if answer else NO
        case str(text):
            return plain(text)
        case number:
            return number_vi(number)


def _write(form: Form, sheet: _Sheet, marks: _Marks) -> None:
    sheet.head(form)
    for row in form.rows:
        sheet.task(row)
        marks.add(RowKey(row.task), "task", row.content, (_status(row), row.percent, _text(row.note)))
        for figure in row.figures:
            sheet.figure(RowKey(row.task, figure.id), figure)
            marks.add(RowKey(row.task, figure.id), figure.kind, figure.name, (known_text(figure), figure.value))
    if form.figures:
        sheet.section(SECTIONS[0])
    for figure in form.figures:
        sheet.figure(RowKey(figure=figure.id), figure)
        marks.add(RowKey(figure=figure.id), figure.kind, figure.name, (known_text(figure), figure.value))
    sheet.section(SECTIONS[1])
    for key, label, text in (
        (OBSTACLES, SECTIONS[2], form.obstacles),
        (PROPOSALS, SECTIONS[3], form.proposals),
    ):
        sheet.free_text(key, label, _text(text))
        marks.add(key, "text", label, (_text(text),))
    sheet.finish()


def _text(text: str) -> str:
    return plain(text)[:TEXT_LIMIT].strip()


def _status(row: FormRow) -> str:
    return STATUS_LABELS[row.status] if row.status else ""


class _Sheet:
    """The visible sheet, written from the top down."""

    def __init__(self, sheet: Worksheet, styles: FormStyles) -> None:
        self.sheet = sheet
        self.styles = styles
        self.row = 0
        self.heading_row = 0

    def head(self, form: Form) -> None:
        """Title, agency, deadline, code, instructions and the headings."""
        for name, column in COLUMN.items():
            self.sheet.set_column(column, column, WIDTHS[name], None, {"hidden": name == "key"})
        self._across("PHIẾU CẬP NHẬT KẾT QUẢ THỰC HIỆN NHIỆM VỤ", self.styles.title, height=24)
        self._across(form.title, self.styles.title, height=20 * _lines(form.title, 130))
        self._across(f"Đơn vị: {form.agency}", self.styles.bold, height=18)
        self._across(f"Thời hạn trả lời: {form.deadline}", self.styles.text, height=18)
        self._across(f"{CODE_LABEL} {form.code} (xin giữ nguyên)", self.styles.text, height=18)
        for line in INSTRUCTIONS:
            self._across(line, self.styles.hint, height=16)
        for name, column in COLUMN.items():
            self.sheet.write_string(self.row, column, HEADINGS[name], self.styles.heading)
        self.sheet.set_row(self.row, 34)
        self.heading_row = self.row
        self.row += 1

    def task(self, row: FormRow) -> None:
        """The row of one task: status, percent, note."""
        self._start(RowKey(row.task), str(row.task), _text(row.content))
        self._cell("status", _status(row), self.styles.choice)
        self._choice("status", tuple(STATUS_LABELS.values()))
        self._percent(row.percent)
        self._close("value", "unit")
        self._cell("note", _text(row.note), self.styles.note)
        lines = max(2, _lines(row.content, 58), _lines(row.note, 44))
        self.sheet.set_row(self.row, min(400, 8 + LINE_HEIGHT * lines))  # Excel allows 409 points
        self.row += 1

    def figure(self, key: RowKey, figure: FormFigure) -> None:
        """The row of one figure: its name, its value, its unit."""
        self._start(key, "", plain(figure.name), self.styles.figure)
        self._close("status", "percent", "note")
        self._cell("value", known_text(figure), self.styles.value)
        self._cell("unit", plain(figure.unit or ("Có/Không" if figure.kind == "yesno" else "")), self.styles.unit)
        self.sheet.set_row(self.row, 6 + LINE_HEIGHT * _lines(figure.name, 52))
        if figure.kind == "yesno":
            self._choice("value", (YES, NO))
        self.row += 1

    def section(self, title: str) -> None:
        """A line across that begins another part."""
        self._across(title, self.styles.section)

    def free_text(self, key: RowKey, label: str, text: str) -> None:
        """A wide cell for free text."""
        self._start(key, "", label)
        self.sheet.merge_range(self.row, COLUMN["status"], self.row, LAST, "", self.styles.note)
        self._cell("status", text, self.styles.note)
        self.sheet.set_row(self.row, min(400, LINE_HEIGHT * max(5, _lines(text, 100))))
        self.row += 1

    def finish(self) -> None:
        """Lock, freeze and set up printing on A4 landscape."""
        sheet = self.sheet
        sheet.freeze_panes(self.heading_row + 1, 0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:H{self.row}"})
        sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.heading_row)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&C&P/&N")
        sheet.print_area(0, 0, self.row - 1, LAST)
        sheet.set_selection(self.heading_row + 1, COLUMN["status"], self.heading_row + 1, COLUMN["status"])

    def _across(self, text: str, style: Format, height: float = 20) -> None:
        self.sheet.merge_range(self.row, COLUMN["number"], self.row, LAST, "", style)
        self.sheet.write_string(self.row, COLUMN["number"], plain(text)[:CELL_LIMIT], style)
        self.sheet.set_row(self.row, height)
        self.row += 1

    def _start(self, key: RowKey, number: str, content: str, style: Format | None = None) -> None:
        self._cell("key", str(key), self.styles.label)
        self._cell("number", number, self.styles.number)
        self._cell("content", content, style or self.styles.label)

    def _cell(self, column: str, text: str, style: Format) -> None:
        if text:
            self.sheet.write_string(self.row, COLUMN[column], text[:CELL_LIMIT], style)
        else:
            self.sheet.write_blank(self.row, COLUMN[column], None, style)

    def _percent(self, percent: float | None) -> None:
        if percent is None:
            self._cell("percent", "", self.styles.percent)
        else:
            self.sheet.write_number(self.row, COLUMN["percent"], percent, self.styles.percent)
        self.sheet.data_validation(
            self.row,
            COLUMN["percent"],
            self.row,
            COLUMN["percent"],
            {
                "validate": "decimal",
                "criteria": "between",
                "minimum": 0,
                "maximum": 100,
                "error_title": "Tỷ lệ hoàn thành",
                "error_message": "Xin nhập số từ 0 đến 100, ví dụ: 60.",
            },
        )

    def _choice(self, column: str, entries: tuple[str, ...]) -> None:
        self.sheet.data_validation(
            self.row,
            COLUMN[column],
            self.row,
            COLUMN[column],
            {
                "validate": "list",
                "source": list(entries),
                "error_title": "Chọn trong danh sách",
                "error_message": "Xin chọn một trong: " + "; ".join(entries) + ".",
            },
        )

    def _close(self, *columns: str) -> None:
        for column in columns:
            self._cell(column, "", self.styles.closed)


class _Marks:
    """The hidden sheet: the mark, the code, and for each key its kind, its label and what was filled in beforehand."""

    def __init__(self, sheet: Worksheet, code: str) -> None:
        self.sheet = sheet
        self.row = 0
        self._line((FORM_MARK, str(FORM_VERSION), code))

    def add(self, key: RowKey, kind: str, label: str, known: tuple[CellValue, ...]) -> None:
        """One row of the form."""
        self._line((str(key), kind, _text(label), json.dumps(known, ensure_ascii=False)))

    def _line(self, cells: Iterable[str]) -> None:
        for column, cell in enumerate(cells):
            self.sheet.write_string(self.row, column, cell[:CELL_LIMIT])
        self.row += 1


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n")) if text else 1
