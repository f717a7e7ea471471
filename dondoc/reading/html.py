"""HTML of a mail as lines: quotation depth, table cells, marks of mail programs. Nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from dondoc.reading.folded import clean
from dondoc.reading.lines import MAX_LINES, Line, cells_of, pieces_of
from dondoc.reading.spans import Merge, Spans, WideCell, count_of
from dondoc.reading.unseen import drop_unseen

MAX_HTML = 2_000_000
MAX_ELEMENTS = 60_000
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div",
        "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
        "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ]
)  # fmt: skip
_SKIPPED = frozenset(
    ["script", "style", "head", "title", "meta", "link", "object", "embed", "iframe", "noscript", "template", "svg"]
)
_QUOTED_MARK = re.compile(
    r"gmail_attr|gmail_extra|divrplyfwdmsg|outlookmessageheader|appendonsend|yahoo_quoted|zwchr|moz-cite-prefix"
    r"|moz-forward-container"
    r"|__headers__|__quoted_text__|__divider__|replyforward|protonmail_quote|reply-intro|x_divrplyfwdmsg"
    r"|gmail_quote_attribution"
    r"|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|stopspelling"
)  # fmt: skip
_QUOTED_BODY = re.compile(r"yahoo_quoted|__quoted_text__|protonmail_quote|moz-forward-container")
_SIGNATURE_MARK = re.compile(
    r"gmail_signature|moz-signature|ms-outlook-mobile-signature|__sig_p|^signature$|_signature\b|acompli_signature"
    r"|divsignature"
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0[^.\d]|visibility\s*:\s*hidden|max-height\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
)
_INDENTED = re.compile(r"border\s*:\s*(?:none|0|medium none)|margin\s*:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+40px")
"""The style of a blockquote with which mail programs indent what somebody types."""
_CELLS = frozenset({"td", "th"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_BREAK = "\ue000"  # the end of a paragraph inside a cell
_BREAKS = re.compile(r"\s*\ue000[\s\ue000]*")
_BREAK_AFTER_STOP = re.compile(r"(?<=[.;:,!?])\s*\ue000[\s\ue000]*")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")


def lines_of_html(source: str) -> list[Line]:
    """Lines of an HTML part; an empty list where there is nothing to be read."""
    text = source[:MAX_HTML]
    try:
        root = html.document_fromstring(
            text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False, recover=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    drop_unseen(root, text)
    walker = _Walker()
    walker.walk(root)
    return walker.finished()


@dataclass(slots=True)
class _Walker:
    """One pass over the tree without recursion, so that deep nesting cannot exhaust the stack."""

    lines: list[Line] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    depth: int = 0
    signature: int = 0
    marked: bool = False
    tables: list[Spans] = field(default_factory=lambda: [Spans()])
    row: list[WideCell] | None = None
    elements: int = 0

    def walk(self, root: html.HtmlElement) -> None:
        pending: list[tuple[html.HtmlElement, bool]] = [(root, False)]
        while pending and len(self.lines) < MAX_LINES and self.elements < MAX_ELEMENTS:
            element, is_leaving = pending.pop()
            if is_leaving:
                self.leave(element)
                self.say(element.tail)
                continue
            self.elements += 1
            if not isinstance(element.tag, str) or element.tag in _SKIPPED or _is_hidden(element):
                self.say(element.tail)
                continue
            self.enter(element)
            self.say(element.text)
            pending.append((element, True))
            pending.extend((child, False) for child in reversed(element))

    def enter(self, element: html.HtmlElement) -> None:
        tag, marks = element.tag, _marks(element)
        if tag == "br" or tag in _BLOCKS:
            self.end_line(keep_blank=tag == "br")
        if marks and _QUOTED_MARK.search(marks):
            self.end_line()
            self.marked = True
        self.depth += _is_quotation(element, marks)
        self.signature += bool(marks and _SIGNATURE_MARK.search(marks))
        if tag == "table" and self.row is None:
            self.tables.append(Spans())
        elif tag == "tr" and self.row is None and _is_data_row(element, self.tables[-1]):
            self.row = []
        elif tag == "li":
            self.buffer.append("- ")

    def leave(self, element: html.HtmlElement) -> None:
        tag, marks = element.tag, _marks(element)
        if tag in _CELLS and self.row is not None:
            columns, rows = count_of(element.get("colspan")), count_of(element.get("rowspan"))
            self.row.append(WideCell(self.take(), columns, rows))
        elif tag == "tr" and self.row is not None:
            self.end_row()
        elif tag in _BLOCKS:
            self.end_line()
            self.leave_block(tag)
        self.depth -= _is_quotation(element, marks)
        self.signature -= bool(marks and _SIGNATURE_MARK.search(marks))

    def leave_block(self, tag: str) -> None:
        if tag == "table" and self.row is None and len(self.tables) > 1:
            if self.tables.pop().width and self.lines and self.lines[-1].cells:
                self.add("")  # tables that follow each other are two
        elif tag in _ROW_GROUPS and self.row is None:
            self.tables[-1].end_group()
        elif tag == "tr":
            self.tables[-1].row(())

    def say(self, text: str | None) -> None:
        if text:
            self.buffer.append(text)

    def take(self) -> str:
        text = _SPACE.sub(" ", clean("".join(self.buffer))).strip(" \ue000")
        self.buffer.clear()
        return _BREAKS.sub("; ", _BREAK_AFTER_STOP.sub(" ", text))

    def end_line(self, *, keep_blank: bool = False) -> None:
        if self.row is not None:
            self.buffer.append(_BREAK)
            return
        text = self.take()
        if text or keep_blank:
            self.add(text)

    def end_row(self) -> None:
        written = self.row or []
        self.row = None
        cells, merged = self.tables[-1].row(written)
        if any(cell.text for cell in written):
            self.add(" | ".join(cell.text for cell in written), cells, merged)

    def add(self, text: str, cells: tuple[str, ...] = (), merged: tuple[Merge, ...] = ()) -> None:
        for piece in pieces_of(text):
            row = cells or cells_of(piece) if piece is text else ()
            line = Line(piece, self.depth, row, merged, is_marked=self.marked, is_signature=self.signature > 0)
            self.lines.append(line)
        self.marked = self.marked and not text.strip()

    def finished(self) -> list[Line]:
        self.row = None
        self.end_line()
        return self.lines


def _marks(element: html.HtmlElement) -> str:
    names = (element.get("class"), element.get("id"), element.get("data-marker"))
    return " ".join(name for name in names if name).lower()


def _is_hidden(element: html.HtmlElement) -> bool:
    style = element.get("style")
    if element.get("hidden") is not None:
        return True
    return style is not None and _HIDDEN.search(style.lower()) is not None


def _is_quotation(element: html.HtmlElement, marks: str) -> bool:
    if element.tag == "blockquote" and not _INDENTED.search((element.get("style") or "").lower()):
        return True
    return bool(marks and _QUOTED_BODY.search(marks))


def _is_data_row(row: html.HtmlElement, table: Spans) -> bool:
    """Whether a row holds values side by side, if some of them are merged, and is not there for layout only."""
    cells = [child for child in row if child.tag in _CELLS]
    is_merged = table.width > 1 and (table.is_reached or any(count_of(cell.get("colspan")) > 1 for cell in cells))
    if not cells or (len(cells) < 2 and not is_merged):
        return False
    return not any(next(cell.iter("table", "blockquote"), None) is not None for cell in cells)
