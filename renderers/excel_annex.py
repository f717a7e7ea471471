"""The annex as a workbook for those who go on counting: numbers as numbers, words as words, never a formula."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dondoc.numbers_vi import day_vi, share_vi
from dondoc.report.model import Report
from dondoc.text import plain
from renderers.excel_sheets import Cell, Sheet, sheets
from renderers.tables import Align
from renderers.words import plan_words, subject_of

CELL_LIMIT = 32_000  # Excel holds 32,767 characters a cell
BIGGEST_EXACT = 10**15  # beyond it Excel drops digits: such a number is written as text
HEADING_ROW = 4
PROPERTY_LIMIT = 250
FROZEN = 2  # columns that stay in sight
LINE_HEIGHT = 16


class ExcelAnnexRenderer:
    """The report's tables as an .xlsx."""

    def render(self, report: Report) -> bytes:
        """The .xlsx file."""
        file = BytesIO()
        with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            title, author = plain(subject_of(report)), plain(report.plan.coordinator)
            book.set_properties({"title": title[:PROPERTY_LIMIT], "author": author[:PROPERTY_LIMIT]})
            styles = _Styles(book)
            for sheet in sheets(report):
                _Page(book.add_worksheet(sheet.name), sheet, styles).write(report)
        return file.getvalue()


class _Styles:
    """The formats of one workbook, made when first needed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **more: object) -> Format:
        wanted: dict[str, Any] = {
            "font_name": "Times New Roman",
            "font_size": 12,
            "text_wrap": True,
            "valign": "top",
            **more,
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]

    def cell(self, cell: Cell, align: Align, *, is_sum: bool) -> Format:
        more: dict[str, object] = {"border": 1, "align": align}
        if is_sum:
            more["bold"] = True
        if isinstance(cell, float | Decimal):
            more["num_format"] = "#,##0" if cell == int(cell) else "#,##0.0##"
        return self.get(**more)


class _Page:
    """One worksheet, written from the top down."""

    def __init__(self, page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
        self.page = page
        self.sheet = sheet
        self.styles = styles

    def write(self, report: Report) -> None:
        self._head(report)
        last = len(self.sheet.rows) - 1
        for place, row in enumerate(self.sheet.rows):
            self.page.set_row(HEADING_ROW + 1 + place, self._height(row))
            for column, cell in enumerate(row):
                self._cell(HEADING_ROW + 1 + place, column, cell, is_sum=self.sheet.has_sum and place == last)
        for text, color in self.sheet.colors.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": self.styles.get(bg_color=color)}
            self.page.conditional_format(HEADING_ROW + 1, 0, HEADING_ROW + 1 + last, len(self.sheet.heads) - 1, rule)
        if self.sheet.note:
            self.page.write_string(HEADING_ROW + 2 + len(self.sheet.rows), 1, self.sheet.note, _plain_note(self.styles))
        self._set_up()

    def _head(self, report: Report) -> None:
        bold = self.styles.get(bold=True, text_wrap=False)
        quiet = self.styles.get(italic=True, text_wrap=False)
        self.page.write_string(
            0, 0, plain(self.sheet.title).upper(), self.styles.get(bold=True, font_size=14, text_wrap=False)
        )
        self.page.write_string(1, 0, plain(f"{subject_of(report)} - {plan_words(report)}"), bold)
        self.page.write_string(2, 0, _state(report), quiet)
        heading = self.styles.get(bold=True, border=1, align="center", valign="vcenter", bg_color="#DCE6F1")
        for column, head in enumerate(self.sheet.heads):
            self.page.set_column(column, column, head.width)
            self.page.write_string(HEADING_ROW, column, plain(head.heading), heading)
        headings = max(wrapped_lines(head.heading, head.width) for head in self.sheet.heads)
        self.page.set_row(HEADING_ROW, 8 + LINE_HEIGHT * headings)

    def _height(self, row: Sequence[Cell]) -> float:
        """Stated, since LibreOffice does not work it out on opening; Excel allows 409 points."""
        lines = (wrapped_lines(cell, head.width) for cell, head in zip(row, self.sheet.heads, strict=True))
        return min(400, 4 + LINE_HEIGHT * max(lines))

    def _cell(self, row: int, column: int, cell: Cell, *, is_sum: bool) -> None:
        style = self.styles.cell(cell, self.sheet.heads[column].align, is_sum=is_sum)
        if cell is None or cell == "":
            self.page.write_blank(row, column, None, style)
        elif isinstance(cell, str) or abs(float(cell)) >= BIGGEST_EXACT:
            self.page.write_string(row, column, plain(str(cell))[:CELL_LIMIT], style)
        else:
            self.page.write_number(row, column, cell, style)

    def _set_up(self) -> None:
        page, width = self.page, len(self.sheet.heads)
        page.freeze_panes(HEADING_ROW + 1, FROZEN)
        if self.sheet.rows:
            page.autofilter(HEADING_ROW, 0, HEADING_ROW + len(self.sheet.rows) - self.sheet.has_sum, width - 1)
        page.set_landscape()
        page.set_paper(9)
        if self.sheet.is_wide:
            page.set_print_scale(70)
        else:
            page.fit_to_pages(1, 0)
        page.repeat_columns(0, FROZEN - 1)
        page.repeat_rows(HEADING_ROW)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.set_footer("&C&P/&N")


def wrapped_lines(cell: Cell, width: float) -> int:
    """How many lines a text takes in a column of so many characters."""
    text = cell if isinstance(cell, str) else ""
    return sum(1 + int(len(line) * 0.95 / width) for line in text.split("\n"))


def _plain_note(styles: _Styles) -> Format:
    return styles.get(italic=True, text_wrap=False)


def _state(report: Report) -> str:
    rates = report.rates
    words = (
        f"Tổng hợp đến hết ngày {day_vi(report.as_of)}: {rates.complete}/{rates.asked} cơ quan, đơn vị báo cáo đầy đủ "
    )
    words += f"({share_vi(rates.complete, rates.asked)}), trong đó {rates.on_time} đúng hạn"
    return words + ("; số liệu ước cả năm" if report.is_estimate else "")
