"""What the writer and the reader of the Excel form agree on: sheet names, headings and the hidden key of each row.

A row is found again by its key, wherever it was moved to; a column by its heading, wherever it was shifted to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.form import CellValue

FORM_VERSION = 1
SHEET = "Phiếu cập nhật"
MARKS_SHEET = "dondoc"
CODE_LABEL = "Mã phiếu:"
YES, NO = "Có", "Không"

HEADINGS = {
    "key": "Khóa",
    "number": "TT",
    "content": "Nội dung nhiệm vụ, số liệu",
    "status": "Tình trạng",
    "percent": "Tỷ lệ (%)",
    "value": "Số liệu",
    "unit": "Đơn vị tính",
    "note": "Ghi chú, kết quả cụ thể",
}
"""The columns in order; `key` is hidden."""

SECTIONS = ("Số liệu chung của đơn vị", "Ý kiến của đơn vị", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị")
"""Titles of parts, the last two being the labels of the free texts."""

_KEY = re.compile(r"dondoc:(?:(\d{1,9})(?:/([a-z0-9-]+))?|figure/([a-z0-9-]+)|(obstacles|proposals))\Z")


@dataclass(frozen=True, slots=True)
class RowKey:
    """What a row is about: a task, one figure of a task, a figure asked once, or a free text (`text`)."""

    task: int | None = None
    figure: str | None = None
    text: str | None = None

    def __str__(self) -> str:
        if self.text:
            return f"dondoc:{self.text}"
        if self.task is None:
            return f"dondoc:figure/{self.figure}"
        return f"dondoc:{self.task}/{self.figure}" if self.figure else f"dondoc:{self.task}"


OBSTACLES = RowKey(text="obstacles")
PROPOSALS = RowKey(text="proposals")


def parse_key(cell: CellValue) -> RowKey | None:
    """The key in a cell, or None where there is none."""
    found = _KEY.match(cell) if isinstance(cell, str) else None
    if not found:
        return None
    task, figure, once, text = found.groups()
    return RowKey(int(task) if task else None, figure or once, text)
