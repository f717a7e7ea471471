"""The task that quoted lines right above a typed answer speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.reading.folded import MASK, folded, plain_of
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line, unwrapped
from dondoc.reading.mentions import leading_number, mentions_in, named_at_head

NEAR_HEAD = 12
_BULLET = re.compile(r"^\s*(?:[-+*•·●○▪►◦→]|o\s|\(?[a-z0-9]{1,2}[).]\s)")


def context_task(before: Sequence[str], index: PlanIndex, asked: tuple[int, ...]) -> int | None:
    """The task that the quoted lines right above a typed answer speak of."""
    paragraphs = unwrapped([Line(text) for text in before])
    for raw in (line.text for line in reversed(paragraphs) if not line.is_blank):
        text = folded(raw)
        number = leading_number(text)
        mentions = mentions_in(text)
        named = named_at_head(text, index, asked)
        if mentions and mentions[0].start < NEAR_HEAD:
            return mentions[0].tasks[0]
        if named is not None:
            return named.tasks[0]
        if number is not None and number.tasks[0] in asked:
            return number.tasks[0]
        masked = index.masked(text.text, text.plain)
        is_of_task = MASK in masked or ":" in raw or _BULLET.match(text.plain) or plain_of(raw).lstrip().startswith("(")
        if not is_of_task:
            return None
    return None
