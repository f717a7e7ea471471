"""Statements about all tasks, or the others, taken out of a sentence that speaks of single ones too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded
from dondoc.reading.mentions import Mention
from dondoc.reading.percents import percents_in
from dondoc.reading.scoped import WholeStatement
from dondoc.reading.wholes import TURNS, others_after, whole_in

_LISTED = re.compile(r":\s*\(?\d")


@dataclass(frozen=True, slots=True)
class Cut:
    """The statement, and what remains of the sentence: its text, the same masked, the tasks it names."""

    statement: WholeStatement
    text: Folded
    masked: str
    mentions: Sequence[Mention]


def whole_cut(text: Folded, masked: str, mentions: Sequence[Mention]) -> Cut | None:
    """A statement about all tasks at the sentence's head, up to where single ones are set against it."""
    end = mentions[0].start if mentions else len(masked)
    if mentions:
        turn = TURNS.search(masked, 0, end)
        if turn is None:
            return None
        end = turn.start()
    kind = whole_in(masked[:end])
    if kind is None or not (has_claim(masked[:end]) or percents_in(masked[:end]).values):
        return None
    if not mentions and _LISTED.search(masked):
        kind = "vague"
    rest = text.slice(end, len(text.text))
    kept = [replace(mention, start=mention.start - end, end=mention.end - end) for mention in mentions]
    return Cut(WholeStatement(kind, text.slice(0, end)), rest, masked[end:], kept)


def others_cut(text: Folded, masked: str, mentions: Sequence[Mention]) -> Cut | None:
    """ "…, các nhiệm vụ khác đã …" at the end of a sentence that begins with the exception ("Trừ NV3, …")."""
    begin = others_after(masked[mentions[-1].end :], text.plain[: mentions[0].start]) if mentions else None
    if begin is None:
        return None
    begin += mentions[-1].end
    if not has_claim(masked[begin:]) or whole_in(masked[begin:]) not in {"all", "rest"}:
        return None
    statement = WholeStatement("rest", text.slice(begin, len(text.text)))
    return Cut(statement, text.slice(0, begin), masked[:begin], mentions)
