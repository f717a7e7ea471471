"""A table's rows as one grid, tasks down the side; lines that were only drawn and numbers of columns left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dondoc.reading.folded import plain_of
from dondoc.reading.lines import Line
from dondoc.reading.spans import Merge

DEEPEST_NUMBERS = 4
MIN_ACROSS = 2
_RULE = re.compile(r"^[\s:=+-]*$")
_COLUMN_NUMBER = re.compile(r"[(\[]?\s*(?:([a-e])|(\d{1,2}))\s*[.)\]]?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `merge` where it only goes on with the one above or to the left, whose text it has."""

    text: str
    merge: Merge = ""

    @property
    def own(self) -> str:
        """What is written in this cell and in none before it."""
        return "" if self.merge else self.text


Row = tuple[Cell, ...]
_NOTHING = Cell("")


def grid_of(lines: Sequence[Line]) -> list[Row]:
    """The rows that hold something."""
    rows = [_row(line) for line in lines]
    filled = [row for row in rows if not all(_RULE.match(plain_of(cell.text)) for cell in row)]
    return [row for at, row in enumerate(filled) if at >= DEEPEST_NUMBERS or not _are_column_numbers(row)]


def _row(line: Line) -> Row:
    if not line.merged:
        return tuple(Cell(text) for text in line.cells)
    return tuple(Cell(text, merge) for text, merge in zip(line.cells, line.merged, strict=True))


def _are_column_numbers(row: Row) -> bool:
    """ "(1) (2) (3)", "A B 1 2": a row that only numbers the columns."""
    found = [_COLUMN_NUMBER.match(plain_of(cell.own).strip()) for cell in row if not cell.merge]
    if len(found) < 3 or not all(found):
        return False
    letters = [match.group(1) for match in found if match and match.group(1)]
    numbers = [int(match.group(2)) for match in found if match and match.group(2)]
    return letters == list("abcde")[: len(letters)] and numbers == list(range(1, len(numbers) + 1))


def upright(rows: Sequence[Row], names_task: Callable[[str], bool]) -> tuple[list[Row], bool]:
    """The grid with tasks down the side, and whether they stood across the top: two at least there, and none below."""
    for at, row in enumerate(rows[:2]):
        across = [names_task(cell.own) for cell in row]
        below = rows[at + 1 :]
        is_head = sum(across[1:]) >= MIN_ACROSS and not across[0] and len(below) >= 1
        if is_head and not any(names_task(cell.own) for other in below for cell in other[:1]):
            return _turned([row, *below]), True
    return list(rows), False


def _turned(rows: Sequence[Row]) -> list[Row]:
    turn: dict[Merge, Merge] = {"": "", "above": "left", "left": "above"}
    columns = zip_longest(*rows, fillvalue=_NOTHING)
    return [tuple(Cell(cell.text, turn[cell.merge]) for cell in column) for column in columns]
