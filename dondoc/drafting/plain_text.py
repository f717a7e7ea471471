"""Text and Markdown into a Document: tables of tabs or bars, also where page breaks cut them, and whole paragraphs."""

from __future__ import annotations

import re

from dondoc.drafting.document import Block, Document, Paragraph, Table
from dondoc.reading.folded import clean

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[\s|:=+_*~-]{3,}$")
_PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MARKUP = re.compile(r"\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_ESCAPE = re.compile(r"\\([\\.*_#|()\[\]+~<>-])")
_HEADING = re.compile(r"^\s*(?:#{1,6}|>)\s+")
_MARKER = re.compile(r"^(?:[-+*•–]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ][.)]|[IVXLC]{1,6}[.)])\s")
_ENDS = (".", ";", ":", "!", "?", "./.")
_WRAPPED = 60  # a line at least so long may have been broken by the width of a page


def read_plain_text(text: str) -> Document:
    """The paragraphs and tables of a text; what a page break parted is one again where that is certain."""
    reader = _Reader()
    for line in clean(text).replace("\u2028", "\n").split("\n"):
        reader.take(line)
    return Document(tuple(reader.blocks))


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._is_after_blank = True

    def take(self, line: str) -> None:
        if not line.strip() or _PAGE_NUMBER.match(line):
            self._is_after_blank = True
            return
        if _RULE.match(line):
            return
        cells = _cells(line)
        if cells is not None:
            self._add_row(cells)
        else:
            self._add_line(_plain(_HEADING.sub("", line)), is_heading=bool(_HEADING.match(line)))
        self._is_after_blank = False

    def _add_row(self, cells: list[str]) -> None:
        table = self.blocks[-1] if self.blocks else None
        width = len(table.rows[0]) if isinstance(table, Table) else 0
        while width and len(cells) > width and not cells[-1]:
            cells.pop()
        if isinstance(table, Table) and len(cells) <= width:
            row = (*cells, *[""] * (width - len(cells)))
            self.blocks[-1] = Table((*table.rows, row))
        else:
            self.blocks.append(Table((tuple(cells),)))

    def _add_line(self, line: str, *, is_heading: bool) -> None:
        before = self.blocks[-1] if self.blocks else None
        if not is_heading and isinstance(before, Paragraph) and self._continues(before.text, line):
            self.blocks[-1] = Paragraph(f"{before.text} {line}")
        elif line:
            self.blocks.append(Paragraph(line))

    def _continues(self, before: str, line: str) -> bool:
        if _MARKER.match(line) or before.endswith(_ENDS):
            return False
        is_low = next((char.islower() for char in line if char.isalpha()), False)
        is_long = len(before) >= _WRAPPED
        return (is_low and (is_long or not self._is_after_blank)) or (
            is_long and not self._is_after_blank and not before.isupper()
        )


def _cells(line: str) -> list[str] | None:
    """The cells of a table row, None where the line is none."""
    if line.count("\t") >= 2:
        return [_plain(cell) for cell in line.split("\t")]
    stripped = line.strip()
    if stripped.startswith("|") and len(_BAR.findall(stripped)) >= 3:
        return [_plain(cell) for cell in _BAR.split(stripped.strip("|"))]
    return None


def _plain(text: str) -> str:
    """The text without Markdown's signs."""
    text = _ESCAPE.sub(r"\1", _MARKUP.sub("", _BREAK.sub("\n", text)))
    return "\n".join(filter(None, (" ".join(part.split()) for part in text.split("\n"))))
