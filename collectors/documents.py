"""Text of attached Word and Excel files, read with limits on size and time; nothing in them is run or fetched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # it has no stubs

from collectors.cell_formats import Show, as_written, shows_of
from collectors.mime_types import DOCX, XLSX

MAX_UNPACKED = 30_000_000
MAX_TEXT = 300_000
MAX_CELLS = 60_000
MAX_COLUMNS = 200
MAX_EVENTS = 400_000
MAX_CELL = 32_767
"""As many letters as Excel lets a cell have."""
_FAULTS = (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, EOFError, ParseError, OverflowError)
_COLUMN = re.compile(r"[A-Z]+")


def text_of_document(content: bytes, media_type: str) -> str | None:
    """The text of a .docx or .xlsx, table rows with bars between cells; None for other files, damaged ones, bombs."""
    if media_type not in {DOCX, XLSX}:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                return None
            lines = _word_lines(archive) if media_type == DOCX else _sheet_lines(archive)
            return _limited(lines)
    except _FAULTS:
        return None


def _limited(lines: Iterator[str]) -> str:
    kept: list[str] = []
    total = 0
    for line in lines:
        total += len(line) + 1
        if total > MAX_TEXT:
            break
        kept.append(line)
    return "\n".join(kept).strip("\n")


def _read(archive: zipfile.ZipFile, name: str) -> io.BytesIO:
    with archive.open(name) as entry:
        content = entry.read(MAX_UNPACKED + 1)
    if len(content) > MAX_UNPACKED:
        raise ValueError(name)
    return io.BytesIO(content)


def _events(archive: zipfile.ZipFile, name: str, wanted: tuple[str, ...] = ("end",)) -> Iterator[tuple[str, Element]]:
    """Events of an XML part; raises ValueError where there are more elements than any office document has."""
    for count, (event, element) in enumerate(iterparse(_read(archive, name), events=wanted)):
        if count > MAX_EVENTS:
            raise ValueError(name)
        yield event, element


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _word_lines(archive: zipfile.ZipFile) -> Iterator[str]:
    depth = 0
    table = _WordTable()
    for event, element in _events(archive, "word/document.xml", ("start", "end")):
        name = _local(element)
        if event == "start":
            depth += name == "tbl"
        elif name == "tbl":
            depth -= 1
        elif name == "p":
            text = _paragraph(element)
            element.clear()
            if depth:
                table.cell.append(text)
            else:
                yield text
        elif depth == 1:
            yield from table.end(name, element)


@dataclass(slots=True)
class _WordTable:
    """A table of Word while its rows are read; a cell that reaches over columns leaves the others empty."""

    cells: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    columns: int = 1

    def end(self, name: str, element: Element) -> Iterator[str]:
        """Take up the end of an element; a row gives its line."""
        match name:
            case "gridSpan":
                self.columns = _columns_of(element)
            case "tc":
                self.cells.extend(["; ".join(filter(None, self.cell)), *[""] * (self.columns - 1)])
                self.cell, self.columns = [], 1
            case "tr":
                yield f"| {' | '.join(self.cells)} |"
                self.cells = []


def _columns_of(span: Element) -> int:
    """Over how many columns a cell of Word reaches."""
    written = next((value for name, value in span.attrib.items() if name.rpartition("}")[2] == "val"), "1")
    return min(int(written), MAX_COLUMNS) if written.isascii() and written.isdigit() and len(written) < 5 else 1


def _paragraph(element: Element) -> str:
    pieces = []
    for node in element.iter():
        match _local(node):
            case "t":
                pieces.append(node.text or "")
            case "tab":
                pieces.append(" ")
            case "br":
                pieces.append("\n")
    return "".join(pieces)


def _sheet_lines(archive: zipfile.ZipFile) -> Iterator[str]:
    shared, shows = _shared_strings(archive), _shows(archive)
    count = 0
    names = sorted(name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name))
    for name in names[:20]:
        for _, element in _events(archive, name):
            if _local(element) != "row":
                continue
            cells = _row_cells(element, shared, shows)
            element.clear()
            count += len(cells)
            if count > MAX_CELLS:
                return
            if any(cells):
                yield f"| {' | '.join(cells)} |"
        yield ""


def _row_cells(row: Element, shared: list[str], shows: Sequence[Show]) -> list[str]:
    cells: list[str] = []
    for cell in row:
        letters = _COLUMN.match(cell.get("r") or "")
        place = _column_number(letters.group()) if letters else len(cells)
        cells.extend("" for _ in range(min(place, MAX_COLUMNS) - len(cells)))
        cells.append(_cell_text(cell, shared, shows))
    return cells


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters[:3]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell_text(cell: Element, shared: list[str], shows: Sequence[Show]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text_inside(cell)
    value = next((node.text or "" for node in cell if _local(node) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    style = cell.get("s") or ""
    is_styled = kind in {None, "n"} and style.isascii() and style.isdigit() and int(style) < len(shows)
    return (shows[int(style)](value) if is_styled and value else as_written(value))[:MAX_CELL]


def _shows(archive: zipfile.ZipFile) -> tuple[Show, ...]:
    if "xl/styles.xml" not in archive.namelist():
        return ()
    return shows_of(element for _, element in _events(archive, "xl/styles.xml"))


def _text_inside(element: Element) -> str:
    written = "".join((node.text or "")[:MAX_CELL] for node in element.iter() if _local(node) == "t")
    return " ".join(written[:MAX_CELL].split())


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    strings: list[str] = []
    for _, element in _events(archive, "xl/sharedStrings.xml"):
        if _local(element) == "si":
            strings.append(_text_inside(element))
            element.clear()
    return strings
