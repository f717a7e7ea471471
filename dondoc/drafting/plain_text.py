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
    return Document(reader.blocks())


class _Reader:
    def __init__(self) -> None:
        self._parts: list[str | list[tuple[str, ...]]] = []  # paragraphs, and the rows of tables
        self._is_after_blank = True

    def blocks(self) -> tuple[Block, ...]:
        """What was read so far."""
        return tuple(Paragraph(part) if isinstance(part, str) else Table(tuple(part)) for part in self._parts)

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
        rows = self._parts[-1] if self._parts else None
        width = len(rows[0]) if isinstance(rows, list) else 0
        while width and len(cells) > width and not cells[-1]:
            cells.pop()
        if isinstance(rows, list) and len(cells) <= width:
            rows.append((*cells, *[""] * (width - len(cells))))
        else:
            self._parts.append([tuple(cells)])

    def _add_line(self, line: str, *, is_heading: bool) -> None:
        before = self._parts[-1] if self._parts else None
        if not is_heading and isinstance(before, str) and self._continues(before, line):
            self._parts[-1] = f"{before} {line}"
        elif line:
            self._parts.append(line)

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
