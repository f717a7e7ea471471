"""A plan document, Word or text, as plain structure; what is no such file, damaged, or a bomb is refused in words."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from collectors.word_numbering import Numbering
from dondoc.drafting.document import Block, Document, Paragraph, Table
from dondoc.drafting.plain_text import read_plain_text
from dondoc.errors import InputError
from dondoc.messages import Message, say

MAX_BYTES = 20_000_000
MAX_TEXT_BYTES = 3_000_000
MAX_UNPACKED = 60_000_000
MAX_XML = 30_000_000
MAX_PARTS = 2_000
MAX_BLOCKS = 20_000
MAX_ROWS = 5_000
MAX_CELLS = 100_000
MAX_COLUMNS = 60
_WORD_MARK = b"PK\x03\x04"
_OTHER_FORMATS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", say("it is a PDF: open it in Word or copy its text into a .txt file, then import that")),
    (b"\xd0\xcf\x11\xe0", say("it is an old Word file (.doc) or has a password: save it as .docx without one")),
    (b"{\\rtf", say("it is an RTF file: save it as .docx")),
)  # fmt: skip


def read_plan_document(content: bytes) -> Document:
    """The paragraphs and tables of a .docx or a text file; raises InputError, and nothing else, where it is none."""
    if len(content) > MAX_BYTES:
        raise InputError(say("it is larger than {limit} MB", limit=MAX_BYTES // 1_000_000))
    for mark, reason in _OTHER_FORMATS:
        if content.startswith(mark):
            raise InputError(reason)
    if content.startswith(_WORD_MARK):
        return _read_word(content)
    return read_plain_text(_decoded(content))


def _decoded(content: bytes) -> str:
    if len(content) > MAX_TEXT_BYTES:
        raise InputError(say("it is larger than {limit} MB", limit=MAX_TEXT_BYTES // 1_000_000))
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(say("it is neither a .docx file nor text in UTF-8")) from None
    if "\x00" in text:
        raise InputError(say("it is neither a .docx file nor text in UTF-8"))
    return text


def _read_word(content: bytes) -> Document:
    if not _is_within_limits(content):
        raise InputError(say("it is no Word file, or unpacks to more than is safe to read"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            word = docx.Document(io.BytesIO(content))
            reader = _WordReader(Numbering(word))
            return Document(tuple(reader.blocks(word.element.body)))
    # a broken part makes python-docx raise KeyError, AttributeError, ParseError, BadZipFile … as it happens
    except Exception as error:
        raise InputError(say("it is a damaged Word file: open it in Word and save it anew")) from error


def _is_within_limits(content: bytes) -> bool:
    """Python's zipfile unpacks no more of a part than its header states, so the stated sizes can be trusted."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    return len(parts) <= MAX_PARTS and xml <= MAX_XML and sum(part.file_size for part in parts) <= MAX_UNPACKED


class _WordReader:
    """Walks the body in reading order; Any: python-docx's elements have no usable types."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._cells = 0

    def blocks(self, body: Any) -> Iterator[Block]:
        for index, element in enumerate(_content(body)):
            if index >= MAX_BLOCKS or self._cells > MAX_CELLS:
                return
            if element.tag == qn("w:tbl"):
                rows = tuple(self._rows(element))
                if rows:
                    yield Table(rows)
            else:
                for line in self._paragraph(element).split("\n"):
                    if line.strip():
                        yield Paragraph(line.strip())

    def _rows(self, table: Any) -> Iterator[tuple[str, ...]]:
        above: list[str] = []
        width = 0
        for row in list(_rows_of(table))[:MAX_ROWS]:
            cells = self._row(row, above)
            width = max(width, len(cells))
            above = cells
            yield tuple(cells + [""] * (width - len(cells)))

    def _row(self, row: Any, above: list[str]) -> list[str]:
        """The texts of a row, a merged cell's in every place it covers."""
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        cells: list[str] = [""] * _number(before)
        for cell in _cells_of(row):
            span = max(1, min(_number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")), MAX_COLUMNS))
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            is_covered = merge is not None and merge.get(qn("w:val")) != "restart"
            place = len(cells)
            text = above[place] if is_covered and place < len(above) else self._text(cell)
            cells += [text] * span
            self._cells += 1
        return cells[:MAX_COLUMNS]

    def _text(self, cell: Any) -> str:
        """The paragraphs of a cell, those of tables inside it too."""
        lines = (self._paragraph(paragraph).strip() for paragraph in cell.iter(qn("w:p")))
        return "\n".join(filter(None, lines))

    def _paragraph(self, paragraph: Any) -> str:
        text = "".join(_pieces(paragraph))
        mark = self._numbering.mark_of(paragraph) if text.strip() or _is_numbered(paragraph) else ""
        return f"{mark} {text}".strip() if mark else text


def _content(element: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for child in element:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}:
            yield from _content(child)


def _rows_of(table: Any) -> Iterator[Any]:
    return _children(table, "w:tr")


def _cells_of(row: Any) -> Iterator[Any]:
    return _children(row, "w:tc")


def _children(element: Any, name: str) -> Iterator[Any]:
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
            yield from _children(child, name)


def _is_numbered(paragraph: Any) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None


def _pieces(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen"), qn("w:cr")):
        if node.tag == qn("w:t"):
            yield node.text or ""
        elif node.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif node.getparent().tag == qn("w:r"):
            yield " " if node.tag == qn("w:tab") else "\n"


def _number(element: Any) -> int:
    value = element.get(qn("w:val"), "0") if element is not None else "0"
    return min(int(value), MAX_COLUMNS) if value.isdigit() else 0
