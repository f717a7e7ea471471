"""A mail's text as lines that know how deep they are quoted, and paragraphs put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dondoc.reading.folded import clean, plain_of
from dondoc.reading.spans import Merge

MAX_LINES = 6000
MAX_LINE = 4000
_PREFIX = re.compile(r"^(?:\s{0,3}>)+ ?")
_BUTTON_TARGET = re.compile(r"\s?<mailto:[^<>\s@]{1,200}@[^<>\s?]{1,200}\?(?:[^<>\n]|\n(?:>+ ?)?){0,8000}>")
"""Where a button of ours leads, as programs write it behind its label; it holds the answer that nobody gave."""
_ADDRESS_END = re.compile(r"^>[^<>]{0,40}[:：]\s*$")
_LINK_OPEN = re.compile(r"<https?://\S*$")
_DRAWN = re.compile(r"^\s*[-+=|][-+=|\s]*$")
_STARTER = re.compile(
    r"^\s*(?:[-+*•·●○▪►◦→✓✔=#|]|\(?\d{1,3}\s*[.):/-]|[a-zđ][.)]\s|[ivx]{1,4}[.)]\s|nv\s?\.?\s?\d|nhi.m v. "
    r"|[^:]{1,40}:\s)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `depth` counts quotation levels, `cells` is not empty in a table's row, `is_marked` starts a quotation.

    `merged` says for each cell whether it only goes on with the one above or to the left, whose text it repeats; it is
    empty where no cell does. `is_signature` marks what the mail program itself calls a signature.
    """

    text: str
    depth: int = 0
    cells: tuple[str, ...] = ()
    merged: tuple[Merge, ...] = ()
    is_marked: bool = False
    is_signature: bool = False

    @property
    def is_blank(self) -> bool:
        """Nothing but white space."""
        return not self.text.strip()


def lines_of_text(text: str) -> list[Line]:
    """Lines of a plain-text part, quote marks counted and taken off."""
    whole = _BUTTON_TARGET.sub("", clean(text.replace("\r\n", "\n").replace("\r", "\n")))
    raws = whole.split("\n")[:MAX_LINES]
    return [line for before, raw in pairwise(["", *raws]) for line in _lines_of(before, raw)][:MAX_LINES]


def _lines_of(before: str, raw: str) -> list[Line]:
    if raw[:1] == ">" and (_is_end_of_address(before, raw) or _is_end_of_link(before) or _is_framed(raw)):
        return [Line(raw.rstrip())]
    return [_line(piece) for piece in pieces_of(raw)]


def _is_end_of_address(before: str, raw: str) -> bool:
    """Whether "<name@host" was wrapped before its ">", which then is no quote mark: Gmail does so."""
    is_open = "@" in before and before.rfind("<") > before.rfind(">")
    return is_open and _ADDRESS_END.match(raw) is not None


def _is_end_of_link(before: str) -> bool:
    """Whether a link in brackets was wrapped right before its ">"."""
    start = before.rfind("<")
    return start > before.rfind(">") and _LINK_OPEN.match(before, start) is not None


def _is_framed(raw: str) -> bool:
    """Whether somebody drew arrows on both sides of a heading (">>> KẾT QUẢ <<<")."""
    return raw.startswith(">>") and raw.rstrip().endswith("<<")


def pieces_of(raw: str) -> Sequence[str]:
    """A line, in pieces where it is longer than any person writes: patterns take their time by the line."""
    if len(raw) <= MAX_LINE:
        return (raw,)
    return [raw[start : start + MAX_LINE] for start in range(0, len(raw), MAX_LINE)]


def _line(raw: str) -> Line:
    prefix = _PREFIX.match(raw)
    if prefix is None:
        return Line(raw.rstrip(), cells=cells_of(raw))
    rest = raw[prefix.end() :].rstrip()
    return Line(rest, depth=prefix.group().count(">"), cells=cells_of(rest))


def cells_of(text: str) -> tuple[str, ...]:
    """Cells of a table drawn with bars, or pasted from a sheet with tabs between."""
    if "\t" in text.strip():
        return tuple(cell.strip() for cell in text.strip("\n").split("\t"))
    drawn = text.replace("+", "|").strip() if _DRAWN.match(text) else text.strip()
    if drawn.count("|") < 2:
        return ()
    is_framed = drawn.startswith("|") and drawn.endswith("|")
    return tuple(cell.strip() for cell in (drawn[1:-1] if is_framed else drawn).split("|"))


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines that a mail program broke at about 72 columns, put together again."""
    joined: list[Line] = []
    width = 0
    for line in lines:
        if joined and _continues(joined[-1], width, line):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text.rstrip()} {line.text.lstrip()}")
        else:
            joined.append(line)
        width = len(line.text)
    return joined


def _continues(before: Line, width: int, line: Line) -> bool:
    if before.cells or line.cells or before.is_blank or line.is_blank or line.depth != before.depth:
        return False
    first = line.text.split(maxsplit=1)[0]
    if width + 1 + len(first) <= 66 or width > 100:
        return False
    return _STARTER.match(plain_of(line.text)) is None


def joined_text(lines: Iterable[Line]) -> str:
    """The lines as one text, without blank ones at either end."""
    return "\n".join(line.text for line in lines).strip("\n ")
