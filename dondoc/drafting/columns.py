"""The heading of a task table: which column holds the number, the task, who leads, who supports, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dondoc.reading.folded import clean, plain_of

Column = Literal["number", "content", "lead", "support", "when", "product", "other"]
Row = Sequence[str]

_LOOK_AT = 8  # a heading stands within the first rows
_MAX_HEADING = 90
_PARTIES = frozenset(["lead", "support", "when"])
_WHO = r"(?:co quan|don vi|bo phan|nguoi)(?:[ ,/]+(?:co quan|don vi))*"
_DOES = r"(?:thuc hien|dau moi|phu trach|tham muu|chiu trach nhiem|giao)"
_LEAD = (
    rf".*\bchu tri\b.*|{_WHO}(?: duoc)? {_DOES}.*|phan cong.*|co quan, don vi|don vi|co quan|trach nhiem.*|dau moi.*"
)
_WHEN = r"(?:thoi gian|thoi han|tien do|thoi diem|han|ky han|lo trinh|nam thuc hien|moc thoi gian|hoan thanh).*"
_WHAT = r"(?:ten |danh muc |cac )?(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec|giai phap|viec)\b.*"
_KINDS: tuple[tuple[Column, str], ...] = (
    ("number", r"s?tt|so tt|so thu tu|muc|ma so"),
    ("lead", _LEAD),
    ("support", r".*\bphoi hop\b.*"),
    ("when", _WHEN),
    ("product", r"(?:san pham|ket qua|dau ra|muc tieu|chi tieu).*"),
    ("content", _WHAT),
)
_PATTERNS = tuple((kind, re.compile(rf"(?:{pattern})$")) for kind, pattern in _KINDS)
_COUNTED = re.compile(r"^\(?(?:\d{1,2}|[a-z])\)?$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What each column of a table holds, and how many rows the heading takes."""

    columns: tuple[Column, ...]
    rows: int
    texts: tuple[str, ...]

    def is_repeated_in(self, row: Row) -> bool:
        """Whether `row` is the heading again, as on each page, or numbers its columns."""
        filled = [key_of(cell) for cell in row if cell.strip()]
        if len(filled) > 2 and all(_COUNTED.match(cell) for cell in filled):
            return True
        return len(filled) > 1 and all(cell in self.texts for cell in filled)


def find_heading(rows: Sequence[Row]) -> Heading | None:
    """The heading of a task table; None where the table is none: it must name tasks and who does them."""
    for index in range(min(_LOOK_AT, len(rows))):
        columns = columns_of(rows[index])
        if not _is_heading(columns):
            continue
        texts = [key_of(cell) for cell in rows[index]]
        last = index
        while last + 1 < len(rows) and _is_second_row(rows[last], rows[last + 1]):
            last += 1
            columns = _refined(columns, columns_of(rows[last]))
            texts += [key_of(cell) for cell in rows[last]]
        return Heading(columns, last + 1, tuple(texts))
    return None


def columns_of(row: Row) -> tuple[Column, ...]:
    """What each cell of a heading announces."""
    return tuple(_column(cell) for cell in row)


def key_of(cell: str) -> str:
    """A cell as headings are compared."""
    return " ".join(plain_of(clean(cell)).split()).strip(" *:.")


def _column(cell: str) -> Column:
    plain = key_of(cell)
    if not plain or len(plain) > _MAX_HEADING:
        return "other"
    for kind, pattern in _PATTERNS:
        if pattern.match(plain):
            return kind
    return "other"


def _is_heading(columns: Sequence[Column]) -> bool:
    return "content" in columns and bool({"lead", "support", "when"} & set(columns))


def _is_second_row(above: Row, row: Row) -> bool:
    """A second row of the heading parts a merged cell, and repeats or leaves empty the others."""
    columns = columns_of(row)
    cells = list(zip(columns, row, above, strict=False))
    is_parted = any(column in _PARTIES and cell != over for column, cell, over in cells)
    return is_parted and all(not cell.strip() or cell == over for column, cell, over in cells if column not in _PARTIES)


def _refined(above: Sequence[Column], below: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(low if low != "other" else high for high, low in zip(above, below, strict=False))
