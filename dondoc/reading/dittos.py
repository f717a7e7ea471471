"""Answers that only point to another one: "-nt-", "như trên", "NV2 tương tự NV1"; nothing unclear is taken over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, folded, pattern_of
from dondoc.reading.grid import Cell, Row
from dondoc.reading.mentions import Mention, mentions_in
from dondoc.reading.pairing import Scope
from dondoc.reading.percents import percents_in
from dondoc.reading.table_head import Head
from dondoc.reading.vocabulary import status as words
from dondoc.reply import ItemStatus, ReplyItem

MAX_DITTO = 90
_HINT = re.compile(r"\bn[./]?t\b|nhu|tuon|giong|cung|[yi] (?:vay|chang|het|tren)|ditto|same")
_LEAD = rf"(?:(?:{pattern_of(words.BEFORE_SAME)})[\s:,]+)*"
_TAIL = rf"(?:\s+(?:{pattern_of(words.AFTER_SAME)})(?![a-z0-9_]))*"
_LIKE = rf"(?:{pattern_of((*words.SAME, *words.SAME_AS))})"
_MARK = re.compile(r"\W*(?:\"|''|//|\u3003|\u2033|\u201d|\u201c)\W*")
_EXACT = re.compile(rf"\W*{_LEAD}(?:{pattern_of(words.SAME_EXACTLY)})(?![a-z0-9_]){_TAIL}\W*")
_SAME = re.compile(rf"\W*{_LEAD}(?:{pattern_of(words.SAME)})(?![a-z0-9_]){_TAIL}\W*")
_LIKE_A_TASK = re.compile(rf"\W*{_LEAD}{_LIKE}(?![a-z0-9_]){_TAIL}\s*\x01{_TAIL}\W*")
_BEFORE_TASK = re.compile(rf"\W*{_LEAD}{_LIKE}(?![a-z0-9_]){_TAIL}\s*")
_ECHOES = "|".join(f"(?P<{name}>{pattern_of(said)})" for name, said in words.ECHOES.items())
_ECHO = re.compile(rf"\W*(?:{_ECHOES}){_TAIL}\W*")
_ANYWHERE = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of((*words.SAME_EXACTLY, *words.SAME, *words.AS_BEFORE))})(?![a-z0-9_])"
)
_COUNTED_BEHIND = re.compile(r"\s*[,;(]\s*\d[\w\s.%]*\)?\W*$")
_NUMBER = re.compile(r"\d(?!\d*(?:[.,]\d+)?\s*%)")


@dataclass(frozen=True, slots=True)
class Ditto:
    """What an answer points to: a task it names, or what stands above it; `echo` is the status that it repeats.

    `is_exact` for "-nt-", which takes the percentage over too.
    """

    task: int | None = None
    is_exact: bool = False
    echo: ItemStatus | None = None


def ditto_of(scope: Scope) -> Ditto | None:
    """What a scope points to, where it tells no status of its own."""
    dittos = [_ditto(text) for text in scope.texts]
    found = next((ditto for ditto in dittos if ditto is not None), None)
    if found is None:
        return None
    is_told = any(ditto is None and has_claim(text.plain) for ditto, text in zip(dittos, scope.texts, strict=True))
    return None if is_told else found


@lru_cache(maxsize=1024)
def _ditto(text: Folded) -> Ditto | None:
    if len(text.plain) > MAX_DITTO or (_HINT.search(text.plain) is None and _MARK.fullmatch(text.text) is None):
        return None
    counted = _COUNTED_BEHIND.search(text.plain)
    text = text.slice(0, counted.start()) if counted else text
    if _MARK.fullmatch(text.text) or _EXACT.fullmatch(text.plain):
        return Ditto(is_exact=True)
    echo = _ECHO.fullmatch(text.plain)
    if echo is not None:
        return Ditto(echo=echo.lastgroup)  # type: ignore[arg-type]
    mentions = mentions_in(text)
    if len(mentions) == 1 and len(mentions[0].tasks) == 1:
        plain = f"{text.plain[: mentions[0].start]}\x01{text.plain[mentions[0].end :]}"
        return Ditto(mentions[0].tasks[0]) if _LIKE_A_TASK.fullmatch(plain) else None
    return Ditto() if _SAME.fullmatch(text.plain) else None


def points_elsewhere(plain: str) -> bool:
    """Whether the words liken something to something else."""
    return _ANYWHERE.search(plain) is not None


def likens_to_several(text: Folded, mentions: Sequence[Mention]) -> bool:
    """ "NV2 tương tự NV1, NV3: chưa làm": where the likeness ends cannot be told."""
    kept = without_likened(text, mentions)
    return any(len(mention.tasks) > 1 and mention not in kept for mention in mentions)


def without_likened(text: Folded, mentions: Sequence[Mention]) -> list[Mention]:
    """The tasks that a sentence speaks of, without those that it only likens them to ("NV2 tương tự NV1")."""
    return [
        mention
        for place, mention in enumerate(mentions)
        if not place or not _BEFORE_TASK.fullmatch(text.plain, mentions[place - 1].end, mention.start)
    ]


def taken_over(ditto: Ditto, sources: Sequence[ReplyItem], own: Scope) -> ReplyItem | None:
    """The item that a scope takes over from `sources`, those of the answer it points to; None where it is not clear."""
    if not sources or len({(item.status, item.percent) for item in sources}) > 1:
        return None
    source = sources[0]
    shares = {value for text in own.texts for value in percents_in(text.plain).values}
    if ditto.echo is not None and ditto.echo != source.status:
        return None
    if shares:
        is_own = len(shares) == 1 and source.status == "in_progress" and 0 < max(shares) < 100
        return replace(source, percent=max(shares)) if is_own else None
    is_clear = ditto.is_exact or source.percent is None or source.status != "in_progress"
    return source if is_clear else None


def written_out(body: Sequence[Row], head: Head) -> list[Row]:
    """The lines of a table with "-nt-" replaced by the words above it, where they tell a status and count nothing."""
    rows: list[Row] = []
    for row in body:
        above = rows[-1] if rows else ()
        pointing = [at for at, cell in enumerate(row) if not cell.merge and cell.text and _ditto_in(cell.text)]
        written = {at: _cell(row, above, at, head) for at in pointing}
        rows.append(tuple(written.get(at, cell) for at, cell in enumerate(row)) if written else row)
    return rows


@lru_cache(maxsize=1024)
def _ditto_in(cell: str) -> Ditto | None:
    return _ditto(folded(cell)) if len(cell) <= MAX_DITTO else None


def _cell(row: Row, above: Row, at: int, head: Head) -> Cell:
    """What a cell that points to another says."""
    cell = row[at]
    column = head.columns[at] if at < len(head.columns) else None
    if column is not None and column.kind in {"text", "obstacles", "proposals", "measure", "unit"} and column.name:
        return replace(cell, text="")
    source = above[at].text if at < len(above) else ""
    is_clear = _ditto_in(cell.text) == Ditto(is_exact=True) and source.strip()
    is_plain = column is not None and (column.kind in {"percent", "tick"} or not _NUMBER.search(source))
    return replace(cell, text=source) if is_clear and is_plain else cell
