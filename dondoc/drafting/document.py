"""A plan document reduced to what a draft is made from: paragraphs and tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its number or bullet in front as text."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a merged cell stands in every place it covers, paragraphs in a cell are parted by line breaks."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document from its first line."""

    blocks: tuple[Block, ...]
