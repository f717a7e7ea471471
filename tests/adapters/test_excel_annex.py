"""The Excel annex counts on: numbers are numbers, and what agencies wrote is never a formula or a link."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from dondoc.report.build import build_report
from renderers.excel_annex import ExcelAnnexRenderer
from tests.unit.report.builder import CLOSES, period, plan, request, said, statement, status, year


def test_sums_are_numbers() -> None:
    report = build_report(plan(), status(*year()), period(), as_of=CLOSES, previous=None)

    funds = load_workbook(BytesIO(ExcelAnnexRenderer().render(report)))["Kinh phí"]

    last = [cell.value for cell in funds[funds.max_row]]
    assert last == [None, "Tổng số", 12.8]


def test_what_agencies_wrote_is_neither_formula_nor_link() -> None:
    hostile = "=cmd|' /C calc'!A0 http://x.example"
    asked = replace(request("so-tttt", (3,), said(3, note=hostile)), obstacles=(statement(hostile),))
    report = build_report(plan(), status(asked), period(), as_of=CLOSES, previous=None)

    book = load_workbook(BytesIO(ExcelAnnexRenderer().render(report)))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert any(cell.value == hostile for cell in cells)
