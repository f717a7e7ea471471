"""A plan document reduced to what a draft is made from: paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
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

    def lines(self) -> Iterator[str]:
        """Every line of text, those in cells included (a letterhead is a table too), each merged cell once."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
                continue
            for row in block.rows:
                for cell in dict.fromkeys(row):
                    yield from cell.split("\n")
