"""What each column of a table holds, by its heading over one row or several, and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dondoc.reading.claims import has_claim
from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import clean, folded, pattern_of, plain_of, words_regex
from dondoc.reading.grid import Row
from dondoc.reading.labels import figure_named
from dondoc.reading.mentions import mentions_in
from dondoc.reading.vocabulary import columns as words

Kind = Literal[
    "running", "number", "task", "status", "percent", "unit", "measure", "ignored",
    "obstacles", "proposals", "text", "tick",
]  # fmt: skip
NAMING: frozenset[Kind] = frozenset({"running", "number", "task"})
DEEPEST_HEAD = 6
MAX_HEAD_ROWS = 3
MIN_KNOWN = 2
MIN_PREFIX = 3
MAX_TICK_WORDS = 4
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")
_ONLY_YEAR = re.compile(r"(?:nam\s+|n)?20\d\d|nam nay|ky nay")
_THIS_YEAR = re.compile(r"(?<=\w)\s+(?:(?:trong|ca)\s+)?(?:nam\s+)?(?:20\d\d|nam nay|ky nay)$")
_NUMBERED = re.compile(r"^\(\d{1,2}\)\s*(?=\w)|\s*\(\d{1,2}\)$")
_COUNTED = re.compile(r"(?:(?:dat|duoc|khoang|da|co)\s+)*\d[\d.,]*(?<![.,])\s*(?:%|$|[a-z])")
_AMOUNT = re.compile(r"[\d.,\s]*\d[\d.,\s]*%?\s*$")


def names_of(phrases: Sequence[str]) -> frozenset[str]:
    """Phrases to compare a whole cell with."""
    return frozenset(plain_of(clean(phrase)) for phrase in phrases)


_HEADERS: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("running", names_of(words.COLUMN_RUNNING)),
    ("percent", names_of(words.COLUMN_PERCENT)),
    ("unit", names_of(words.COLUMN_UNIT)),
    ("measure", names_of(words.COLUMN_MEASURE)),
    ("ignored", names_of(words.COLUMN_IGNORED)),
    ("status", names_of(words.COLUMN_STATUS)),
    ("task", names_of(words.COLUMN_TASK)),
    ("number", names_of(words.COLUMN_TASK_NUMBER)),
    ("obstacles", names_of(words.COLUMN_OBSTACLES)),
    ("proposals", names_of(words.COLUMN_PROPOSALS)),
)
_AGENCY = names_of(("đơn vị",))
_SIGNS = names_of((*words.COLUMN_PLANNED, *words.COLUMN_ACTUAL, *words.COLUMN_ELSEWHEN, *words.COLUMN_WHOLE))
_PLANNED_FIRST = re.compile(rf"(?:{pattern_of(words.COLUMN_PLANNED)})(?![a-z0-9_])")
_PLANNED = words_regex(words.COLUMN_PLANNED)
_ACTUAL = words_regex(words.COLUMN_ACTUAL)
_ELSEWHEN = words_regex(words.COLUMN_ELSEWHEN)
_PART_OF_YEAR = words_regex(words.COLUMN_PART_OF_YEAR)
_WHOLE = re.compile(rf"(?:{pattern_of(words.COLUMN_WHOLE)})(?![a-z0-9_])")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and the name that its numbers go by; `is_part` of the year only, `is_whole` beside such."""

    kind: Kind
    name: str = ""
    is_part: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table and where its body begins; `is_written` when there is a heading at all."""

    columns: tuple[Column, ...]
    body: int
    is_written: bool
    kinds: tuple[Kind, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", tuple(column.kind for column in self.columns))


def head_of(rows: Sequence[Row], figures: Sequence[FigureIndex], year: int | None, *, is_turned: bool) -> Head:
    """The heading found in the first rows; every column is plain text where there is none."""
    top = 0 if is_turned else next((at for at, row in enumerate(rows[:DEEPEST_HEAD]) if _is_head(row, at)), None)
    width = max((len(row) for row in rows), default=0)
    if top is None:
        return Head((Column("text"),) * width, 0, is_written=False)
    body = _end_of_head(rows, top, figures, is_turned=is_turned)
    parts = [_parts(rows[top:body], at) for at in range(width)]
    contents = [[row[at].own for row in rows[body:] if len(row) > at and row[at].own.strip()] for at in range(width)]
    found = [_Heading(part, figures, year).column(below) for part, below in zip(parts, contents, strict=True)]
    if is_turned:
        found[0] = Column("number", found[0].name)
    return Head(tuple(_whole_year(found)), body, is_written=True)


def _is_head(row: Row, at: int) -> bool:
    """Whether a row is a heading: two columns at least that are known by their names, and no task."""
    row = tuple(cell for cell in row if not cell.merge)
    kinds = [kind_of_heading(cell.text) for cell in row]
    ticks = kinds.count("tick") if at == 0 else 0
    known = sum(kind not in {"text", "tick"} for kind in kinds) + ticks
    known += sum(_is_sign(cell.text) for cell, kind in zip(row, kinds, strict=False) if kind == "text")
    return known >= MIN_KNOWN and known > ticks and not any(mentions_in(folded(cell.text)) for cell in row)


def _is_sign(text: str) -> bool:
    """Whether a heading says no more than when or how: "KH", "Năm 2025", "Kỳ này"."""
    plain = _simple(text)
    return plain in _SIGNS or _ONLY_YEAR.fullmatch(plain) is not None


def _end_of_head(rows: Sequence[Row], top: int, figures: Sequence[FigureIndex], *, is_turned: bool) -> int:
    """Past the rows below that only tell apart what stands under one name."""
    if is_turned:
        return 1
    end = top + 1
    while end < min(len(rows), top + MAX_HEAD_ROWS) and _goes_on(rows[top], rows[end], figures):
        end += 1
    return end


def _goes_on(first: Row, row: Row, figures: Sequence[FigureIndex]) -> bool:
    """Whether `row` is a second row of the heading: its columns of tasks are merged or empty, all others are names."""
    naming = [cell for head, cell in zip(first, row, strict=False) if kind_of_heading(head.text) in NAMING]
    own = [cell.own for cell in row if cell.own.strip()]
    if not own or not naming or any(cell.own.strip() for cell in naming):
        return False
    return all(_is_name(text, figures) for text in own)


def _is_name(text: str, figures: Sequence[FigureIndex]) -> bool:
    plain = _simple(text)
    if _AMOUNT.fullmatch(plain) and not _ONLY_YEAR.fullmatch(plain):
        return False
    signs = (_PLANNED_FIRST.match, _ACTUAL.search, _ELSEWHEN.search, _PART_OF_YEAR.search, _WHOLE.match, _YEAR.search)
    is_sign = any(sign(folded(plain_case(text)).plain) for sign in signs)
    return (
        is_sign or kind_of_heading(text) not in {"text", "tick"} or any(figure_named(text, index) for index in figures)
    )


def plain_case(text: str) -> str:
    """The text in lower case, one space between words."""
    return " ".join(clean(text).lower().split())


def _simple(text: str) -> str:
    """A heading without tones and without its number."""
    return _NUMBERED.sub("", " ".join(plain_of(clean(text)).strip(" -+*•:.").split()))


def _parts(head: Sequence[Row], at: int) -> tuple[str, ...]:
    """The names above a column, from the top; one that stands to the left over several columns goes for all of them."""
    found: list[str] = []
    for depth, row in enumerate(head):
        cell = row[at] if at < len(row) else None
        text = cell.text if cell is not None else ""
        if not text.strip() and depth + 1 < len(head) and at < len(head[-1]) and head[-1][at].own.strip():
            text = next((other.text for other in reversed(row[:at]) if other.text.strip()), "")
        if text.strip() and text not in found:
            found.append(text)
    return tuple(found)


def kind_of_heading(text: str) -> Kind:
    """What stands below a heading, by its words alone."""
    plain = _THIS_YEAR.sub("", _simple(text))
    for kind, names in _HEADERS:
        if plain in names:
            return kind
    if has_claim(plain) and len(plain.split()) <= MAX_TICK_WORDS:
        return "tick"
    for kind, names in _HEADERS:
        if any(plain.startswith((f"{name} ", f"{name}(")) for name in names if len(name) > MIN_PREFIX):
            return kind
    return "text"


@dataclass(frozen=True, slots=True)
class _Heading:
    """The names above one column."""

    parts: tuple[str, ...]
    figures: Sequence[FigureIndex]
    year: int | None

    def column(self, below: Sequence[str]) -> Column:
        """What the column holds, where `below` is what is written in it."""
        if not self.parts:
            return Column("text")
        figure = next((part for part in self.parts if self._is_figure(part)), "")
        others = [part for part in self.parts if part != figure or not self._is_exact(part)]
        kind = kind_of_heading(figure or self.parts[-1])
        numbers = sum(_COUNTED.match(_simple(text)) is not None for text in below) * 2 > len(below)
        if kind == "measure" and not numbers and len(self.parts) == 1:
            return Column("measure")
        if any(self._is_elsewhere(part) for part in others):
            return Column("ignored")
        leaf = folded(plain_case(self.parts[-1])).plain
        is_part, is_whole = _PART_OF_YEAR.search(leaf) is not None, _WHOLE.match(leaf) is not None
        if figure:
            is_split = len(self.parts) > 1
            return Column("text", figure, is_part and is_split, is_whole and is_split)
        kind = "status" if kind == "text" and (is_part or is_whole) else self._kind_of(kind, below)
        return Column(kind, self.parts[-1], is_part, is_whole)

    def _is_figure(self, part: str) -> bool:
        return any(figure_named(part, index) is not None for index in self.figures)

    def _is_exact(self, part: str) -> bool:
        """Whether a name is a figure's own, whatever words it has, and not one with words around it."""
        return any(_simple(part) in index.labels for index in self.figures)

    def _is_elsewhere(self, part: str) -> bool:
        """Whether a name speaks of a plan, of another year, or of what both differ by."""
        plain = folded(plain_case(part)).plain
        years = {int(year) for year in _YEAR.findall(plain)}
        if _ELSEWHEN.search(plain) or (years and years != {self.year}):
            return True
        return _PLANNED_FIRST.match(plain) is not None or bool(_PLANNED.search(plain) and not _ACTUAL.search(plain))

    def _kind_of(self, kind: Kind, below: Sequence[str]) -> Kind:
        if kind == "measure":
            return "status"
        if _simple(self.parts[-1]) in _AGENCY and below and all(self._is_unit(text) for text in below):
            return "unit"
        if kind != "text" or len(self.parts) == 1:
            return "status" if _ONLY_YEAR.fullmatch(_simple(self.parts[-1])) else kind
        above = [kind_of_heading(part) for part in self.parts[:-1]]
        return next((known for known in above if known not in {"text", "tick"}), "status")

    def _is_unit(self, text: str) -> bool:
        words_of = tuple(_simple(text).split())
        return any(words_of in index.units for index in self.figures) or words_of == ("%",)


def _whole_year(columns: Sequence[Column]) -> list[Column]:
    """Parts of a year beside the whole of it, or beside each other, are no result of the year."""
    is_whole = any(column.is_whole for column in columns)
    parts = [column for column in columns if column.is_part and column.kind not in NAMING]
    is_split = is_whole or len({column.name for column in parts}) < len(parts) or len(parts) > 1
    return [replace(column, kind="ignored") if column in parts and is_split else column for column in columns]
