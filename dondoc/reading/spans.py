"""Cells of a table put in their columns: one that is merged over rows or columns stands in each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Merge = Literal["", "above", "left"]
MAX_COLUMNS = 40
MAX_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class WideCell:
    """A cell as it is written: its text, and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class _Reaching:
    """What a cell further up leaves in one column of the rows below it."""

    text: str
    merge: Merge
    rows: int


@dataclass(slots=True)
class Spans:
    """One table while its rows are read from the top; `width` is that of its widest row so far."""

    width: int = 0
    _reaching: dict[int, _Reaching] = field(default_factory=dict)

    @property
    def is_reached(self) -> bool:
        """Whether a cell further up reaches into the next row."""
        return bool(self._reaching)

    def end_group(self) -> None:
        """No cell reaches over the end of its group of rows."""
        self._reaching = {}

    def row(self, cells: Iterable[WideCell]) -> tuple[tuple[str, ...], tuple[Merge, ...]]:
        """The next row: the text of each column, and where it comes from."""
        above, self._reaching = self._reaching, {}
        texts: dict[int, str] = {column: old.text for column, old in above.items()}
        merged: dict[int, Merge] = {column: old.merge for column, old in above.items()}
        column = 0
        for cell in cells:
            while column in above:
                column += 1
            for offset in range(min(cell.columns, MAX_COLUMNS - column)):
                merge: Merge = "left" if offset else ""
                texts[column + offset], merged[column + offset] = cell.text, merge
                if cell.rows > 1:
                    self._reaching[column + offset] = _Reaching(cell.text, merge or "above", cell.rows - 1)
            column += cell.columns
        for column, old in above.items():
            if old.rows > 1:
                self._reaching.setdefault(column, _Reaching(old.text, old.merge, old.rows - 1))
        self.width = max([self.width, *(column + 1 for column in texts)])
        columns = range(max(texts, default=-1) + 1)
        return tuple(texts.get(at, "") for at in columns), tuple(merged.get(at, "") for at in columns)


def count_of(written: str | None) -> int:
    """How many rows or columns an attribute names; 0 means all that follow."""
    digits = (written or "1").strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return min(int(digits[:6]), MAX_ROWS) or MAX_ROWS
