"""Any .xlsx file as plain grids of cells, within limits: a bomb, a broken or an encrypted file is simply not read."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from dondoc.form import CellValue

MAX_UNPACKED = 24_000_000
MAX_PARTS = 400
MAX_SHEETS = 20
MAX_ROWS = 3_000
MAX_COLUMNS = 40
MAX_CELL = 32_767
"""As many letters as Excel lets a cell have."""
MAX_TEXT = 1_000_000
"""More letters than any form has; a few shared texts may stand in every cell."""

Row = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name and its rows from the top, empty ones included."""

    name: str
    rows: tuple[Row, ...]


def read_grids(content: bytes) -> tuple[Grid, ...] | None:
    """Every sheet with the values last computed; None where it is no workbook or beyond the limits. Never raises."""
    if not _is_within_limits(content):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of every extension it does not know
            return _grids(content)
    # a broken part makes openpyxl raise KeyError, TypeError, AttributeError, ParseError … as it happens
    except Exception:  # noqa: BLE001
        return None


def _is_within_limits(content: bytes) -> bool:
    """Python's zipfile unpacks no more of a part than its header states, so the stated sizes can be trusted."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    texts = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels", ".vml")))
    return len(parts) <= MAX_PARTS and texts <= MAX_UNPACKED


def _grids(content: bytes) -> tuple[Grid, ...]:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        return tuple(_within_bounds(Grid(sheet.title, _rows(sheet)) for sheet in book.worksheets[:MAX_SHEETS]))
    finally:
        book.close()


def _within_bounds(grids: Iterator[Grid]) -> Iterator[Grid]:
    """The sheets; raises ValueError where they hold more text than any form."""
    total = 0
    for grid in grids:
        total += sum(len(cell) for row in grid.rows for cell in row if isinstance(cell, str))
        if total > MAX_TEXT:
            raise ValueError(grid.name)
        yield grid


def _rows(sheet: Any) -> tuple[Row, ...]:  # Any: openpyxl's read-only sheet has no usable type
    sheet.reset_dimensions()  # some programs state a wrong range
    cells = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    return tuple(tuple(_value(cell) for cell in row) for row in cells)


def _value(cell: Any) -> CellValue:
    match cell.value:
        case None:
            return None
        case bool(answer):
            return answer
        case int() | float() as number:
            return _number(number, cell.number_format)
        case datetime() | date() as day:
            return f"{day:%d/%m/%Y}"
        case time() | timedelta() as moment:
            return str(moment)
        case other:
            return str(other)[:MAX_CELL]


def _number(number: float, number_format: str) -> float:
    """The number as it shows: Excel keeps 60% as 0.6."""
    if "%" in number_format.replace('"%"', ""):
        return float(Decimal(repr(number)) * 100)
    return float(number)
