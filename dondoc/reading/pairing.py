"""Which words of a sentence belong to which of the tasks it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from dondoc.reading.folded import Folded, words_regex
from dondoc.reading.mentions import Mention
from dondoc.reading.vocabulary import naming

Origin = Literal["number", "list", "name", "context", "row", "loose"]
_CONNECTOR = re.compile(
    r"^[\s,.;:()\-]*(?:(?:va|cung|ca|voi|con|rieng|nhung|tuy nhien|dong thoi|ve|doi voi|thi|and|but)[\s,:]*)*$"
)
BRACKETED_PERCENT = re.compile(r"^\s*\(\s*(?:dat\s+|khoang\s+)?\d{1,3}(?:[.,]\d+)?\s*%\s*\)")
_REQUEST = re.compile(r"(?<![a-z0-9])(?:xin lai|cho (?:em )?xin|huong dan|gui lai|gui giup|bo sung)(?![a-z0-9_])")
_BRACKETED_NAMES = re.compile(r"\s*\)\s*(?:,|(?:va|cung|voi)(?![a-z_]))[^.;]*\(\s*")
"""Between "phòng xét nghiệm (NV9)" and "xử lý chất thải (NV13) chưa thực hiện"."""
_BOTH = re.compile(r"\W*(?:thi\s+)?deu(?![a-z0-9_])")
TURN = words_regex(naming.TURNS)


@dataclass(slots=True)
class Scope:
    """Text about `tasks`; `heading` is a status heading above it; `is_mixed` when statuses could pair in two ways.

    `is_turn` when it was set against something said before ("riêng NV3 …", "trừ NV3"); `is_numbered` when its line
    bore a running number, so that the next number is not part of it; `line` tells which pieces stand on one line.
    """

    tasks: tuple[int, ...]
    origin: Origin
    texts: list[Folded] = field(default_factory=list)
    heading: str = ""
    is_range: bool = False
    is_mixed: bool = False
    is_turn: bool = False
    is_numbered: bool = False
    line: int = 0

    def says(self, text: Folded) -> None:
        """Add text."""
        if text.text.strip(" .,:;-"):
            self.texts.append(text)


def pair(
    mentions: Sequence[Mention], lead: Folded, tails: Sequence[Folded], lead_claims: bool, tail_claims: Sequence[bool]  # noqa: FBT001
) -> list[Scope]:  # fmt: skip
    """Which words belong to which task: those after it, or those before it where the sentence is built that way."""
    if len(mentions) == 1:
        is_mixed = len(mentions[0].tasks) > 1 and _REQUEST.search(lead.plain) is not None
        return [_scope(mentions[0], [lead, tails[0]], is_mixed=is_mixed, is_turn=TURN.search(lead.plain) is not None)]
    if lead_claims and not any(tail_claims):
        return [_scope(mention, [lead, _extra(tail)]) for mention, tail in zip(mentions, tails, strict=True)]
    if lead_claims and all(tail_claims[:-1]) and not tail_claims[-1]:
        befores = [lead, *(tail.slice(len(_extra(tail).text), len(tail.text)) for tail in tails[:-1])]
        extras = [_extra(tail) for tail in tails]
        return [_scope(mention, [*both]) for mention, *both in zip(mentions, befores, extras, strict=True)]
    if lead_claims:
        return _turned(mentions, lead, tails, tail_claims)
    return _prefixed(mentions, lead, tails, tail_claims)


def _prefixed(
    mentions: Sequence[Mention], lead: Folded, tails: Sequence[Folded], tail_claims: Sequence[bool]
) -> list[Scope]:
    """Tasks followed by their status; a task followed by nothing shares the next one's."""
    sources = list(range(len(mentions)))
    for position in reversed(range(len(mentions) - 1)):
        tail, following = tails[position].plain, tails[sources[position + 1]].plain
        is_joined = _CONNECTOR.match(tail) or _BRACKETED_NAMES.fullmatch(tail) or _BOTH.match(following)
        if not tail_claims[position] and is_joined:
            sources[position] = sources[position + 1]
    scopes: list[Scope] = []
    for position, mention in enumerate(mentions):
        before = lead if position == 0 else tails[position - 1]
        is_turn = re.search(r"(?:rieng|con|tru|nhung|tuy nhien)\W*$", before.plain) is not None
        scopes.append(_scope(mention, [tails[sources[position]]], is_turn=is_turn))
    return scopes


def _turned(
    mentions: Sequence[Mention], lead: Folded, tails: Sequence[Folded], tail_claims: Sequence[bool]
) -> list[Scope]:
    """ "Đã hoàn thành NV1 và NV2, riêng NV3 đang …": the turn decides; without one nothing does."""
    turn = next((i for i, tail in enumerate(tails[:-1]) if TURN.search(tail.plain)), None)
    if turn is None or any(tail_claims[: turn + 1]):
        everything = Folded(
            " ".join(t.text for t in (lead, *tails)), " ".join(t.plain for t in (lead, *tails)), lead.is_toned
        )
        return [_scope(mention, [everything], is_mixed=True) for mention in mentions]
    first = [_scope(mention, [lead]) for mention in mentions[: turn + 1]]
    second = _prefixed(mentions[turn + 1 :], tails[turn], tails[turn + 1 :], tail_claims[turn + 1 :])
    return [*first, *second]


def _extra(tail: Folded) -> Folded:
    """A percentage in brackets right behind the task's number."""
    match = BRACKETED_PERCENT.match(tail.plain)
    return tail.slice(0, match.end()) if match else tail.slice(0, 0)


def _scope(mention: Mention, texts: Sequence[Folded], *, is_mixed: bool = False, is_turn: bool = False) -> Scope:
    scope = Scope(mention.tasks, "number", is_range=mention.is_range, is_mixed=is_mixed, is_turn=is_turn)
    for text in texts:
        scope.says(text)
    return scope
