"""The tasks that one sentence names, and what it says of each: in turn, behind a status, beside it, or by hearsay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, folded
from dondoc.reading.grouping import grouped
from dondoc.reading.hearsay import is_awaited, is_heard, is_unreal
from dondoc.reading.mentions import Mention
from dondoc.reading.pairing import BRACKETED_PERCENT, Scope, pair
from dondoc.reading.percents import percents_in

_SHARE = r"\d{1,3}(?:,\d{1,2})?\s*%"
_IN_TURN = re.compile(
    r"(?<![a-z0-9])(?:lan\s+luot|tuon[g_]\s+ung)\s+(?:(?:da|dat|la|duoc|hoan thanh|voi)\s+)*"
    rf"(?P<shares>{_SHARE}(?:\s*(?:,|;|va)\s*{_SHARE})+)[\s.;,)]*$"
)
_STATUSES_IN_TURN = re.compile(
    r"(?<![a-z0-9])(?:lan\s+luot|tuon[g_]\s+ung)\s*(?:la|voi)?\s*:?\s*(?=da\s|dang\s|chua\s)"
)
_TURNS = re.compile(r"\s*(?:[,;]|(?<!\w)và(?!\w))\s*", re.IGNORECASE)
_EACH_ITS_OWN = re.compile(r"(?<![a-z0-9])(?:lan\s+luot|tuon[g_]\s+ung|respectively)(?![a-z0-9_])")
MIN_TURNS = 2


@dataclass(frozen=True, slots=True)
class Related:
    """Scopes of a sentence; `is_in_turn` when it is said to its end."""

    scopes: list[Scope]
    is_in_turn: bool = False


def related(text: Folded, masked: str, mentions: Sequence[Mention]) -> Related | None:
    """What a sentence says of the tasks it names; each its own share only where both are as many.

    None where nothing of it may be recorded.
    """
    is_odd = _EACH_ITS_OWN.search(text.plain) is not None and sum(len(mention.tasks) for mention in mentions) > 1
    in_turn = _in_turn(text, masked, mentions) if is_odd else None
    if in_turn is not None:
        return Related(in_turn, is_in_turn=True)
    befores = [text.slice(0, mention.start) for mention in mentions]
    if is_odd or is_heard(text.plain) or is_unreal(befores[0].plain) or any(map(is_awaited, befores)):
        return None
    scopes = grouped(mentions, text, masked)
    return Related(scopes if scopes is not None else _paired(text, masked, mentions))


def _in_turn(text: Folded, masked: str, mentions: Sequence[Mention]) -> list[Scope] | None:
    """ "NV1 và NV5 lần lượt đạt 100% và 60%": as many percentages as tasks named last, each in its turn."""
    said = _said_in_turn(text, mentions[-1].end)
    first = _first_in_turn(masked, mentions)
    tasks = [task for mention in mentions[first:] for task in mention.tasks]
    if len(tasks) < MIN_TURNS or len(tasks) != len(said):
        return None
    before = mentions[first].start
    return [
        *(_paired(text.slice(0, before), masked[:before], mentions[:first]) if first else ()),
        *(Scope((task,), "number", [words]) for task, words in zip(tasks, said, strict=True)),
    ]


def _said_in_turn(text: Folded, start: int) -> list[Folded]:
    """The percentages told in turn, each with the status before them, or the statuses themselves."""
    match = _IN_TURN.search(text.plain, start)
    if match is not None:
        status = text.text[start : match.start()]
        shares = re.findall(_SHARE, match["shares"])
        return [folded(f"{status}đạt {share}", toned=text.is_toned) for share in shares]
    match = _STATUSES_IN_TURN.search(text.plain, start)
    if match is None:
        return []
    said = [folded(piece, toned=text.is_toned) for piece in _TURNS.split(text.text[match.end() :])]
    return said if all(has_claim(piece.plain) for piece in said) else []


def _first_in_turn(masked: str, mentions: Sequence[Mention]) -> int:
    """The first of the tasks named last between which no status stands: those before it have said theirs."""
    for place in reversed(range(1, len(mentions))):
        if _claims(masked[mentions[place - 1].end : mentions[place].start]):
            return place
    return 0


def _paired(text: Folded, masked: str, mentions: Sequence[Mention]) -> list[Scope]:
    """Each task named in a sentence with its own part of it."""
    ends = [*(mention.start for mention in mentions[1:]), len(text.text)]
    spans = [(mention.end, end) for mention, end in zip(mentions, ends, strict=True)]
    return pair(
        mentions,
        text.slice(0, mentions[0].start),
        [text.slice(start, end) for start, end in spans],
        _claims(masked[: mentions[0].start]),
        [_claims(masked[start:end]) for start, end in spans],
    )


def _claims(masked: str) -> bool:
    bare = BRACKETED_PERCENT.sub("", masked)
    return has_claim(bare) or bool(percents_in(bare).values)
