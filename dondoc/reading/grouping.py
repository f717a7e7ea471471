"""Tasks listed behind the status that opens their list: "đã hoàn thành 4 nhiệm vụ (NV1 …), đang làm 2 (NV5: 50%)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded
from dondoc.reading.mentions import Mention
from dondoc.reading.pairing import Scope

_NOUN = r"(?:nhiem\s+vu|noi\s+dun[g_]|dau\s+viec|cong\s+viec|viec|nv)"
_GIVEN = (
    r"(?:\s+(?:duoc\s+(?:giao|phan\s+cong)|chu\s+tri|(?:trong\s+)?nam\s+(?:20\d\d|nay)|theo\s+ke\s+hoach)(?![a-z_]))*"
)
_COUNT = re.compile(
    rf"(?:trong\s+(?:tong\s+)?(?:so\s+)?)?(?<![\d/])0?(?P<count>\d{{1,3}})(?:\s*/\s*\d{{1,3}})?\s*"
    rf"(?:{_NOUN}(?![a-z_]){_GIVEN}|(?=[(:]))"
)
_OPENING = re.compile(
    rf"(?:\(|:|\bbao\s+gom|\bgom|\bla|\bcu\s+the)[\s:(]*(?:(?:co|la)\s+)?(?:(?:cac|nhung)\s+)?(?:{_NOUN}\s+)?$"
)

_OWN_END = re.compile(r"[);]|,(?=\s)|$")


def grouped(mentions: Sequence[Mention], text: Folded, masked: str) -> list[Scope] | None:
    """Scopes of a sentence where every status stands before a list that it opens; None where one does not."""
    starts = [0, *(mention.end for mention in mentions)]
    gaps = [(start, mention.start) for start, mention in zip(starts, mentions, strict=False)]
    openers = [_opens(masked[start:end]) for start, end in gaps]
    if not openers[0] or any(
        has_claim(masked[start:end]) != opens for (start, end), opens in zip(gaps, openers, strict=True)
    ):
        return None
    if has_claim(masked[mentions[-1].end :]) or not any(_COUNT.search(masked[start:end]) for start, end in gaps):
        return None
    return _scopes(mentions, text, gaps, openers)


def _opens(between: str) -> bool:
    return has_claim(between) and _OPENING.search(between) is not None


def _scopes(
    mentions: Sequence[Mention], text: Folded, gaps: Sequence[tuple[int, int]], openers: Sequence[bool]
) -> list[Scope]:
    groups: list[tuple[int | None, list[Scope]]] = []
    opener = text.slice(0, 0)
    for mention, (start, end), opens in zip(mentions, gaps, openers, strict=True):
        if opens:
            opener, count = _without_count(text.slice(start, end))
            groups.append((count, []))
        scope = Scope(mention.tasks, "number", is_range=mention.is_range)
        scope.says(opener)
        scope.says(text.slice(mention.end, _OWN_END.search(text.plain, mention.end).start()))  # type: ignore[union-attr]
        groups[-1][1].append(scope)
    for count, group in groups:
        is_odd = count is not None and count != sum(len(scope.tasks) for scope in group)
        for scope in group:
            scope.is_mixed = is_odd
    return [scope for _, group in groups for scope in group]


def _without_count(opener: Folded) -> tuple[Folded, int | None]:
    found = list(_COUNT.finditer(opener.plain))
    if not found:
        return opener, None
    kept, count = opener, int(found[-1]["count"])
    for match in reversed(found):
        kept = Folded(
            kept.text[: match.start()] + kept.text[match.end() :],
            kept.plain[: match.start()] + kept.plain[match.end() :],
            kept.is_toned,
        )
    return kept, count
