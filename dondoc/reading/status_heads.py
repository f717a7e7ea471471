"""Lines that are a status written above a list of tasks: "Các nhiệm vụ đã hoàn thành:"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dondoc.reading.bare_numbers import is_bare_status
from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, folded
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line
from dondoc.reading.mentions import leading_number, mentions_in, named_at_head

MAX_WORDS = 14
_ENDS = (":", "thanh", "hien", "sinh")


def is_status_head(
    text: Folded, below: Sequence[Line], index: PlanIndex, asked: Collection[int]
) -> bool:  # fmt: skip
    """Whether a line without a task is a status, and the next line below names one."""
    if len(text.plain.split()) > MAX_WORDS or not has_claim(index.masked(text.text, text.plain)):
        return False
    following = next((line for line in below if not line.is_blank), None)
    if following is None or not _names_task(folded(following.text, toned=text.is_toned), index, asked):
        return False
    if not (text.plain.rstrip().endswith(_ENDS) or is_bare_status(text.plain)):
        return False
    return not (leading_number(text) and named_at_head(text, index, asked))


def _names_task(text: Folded, index: PlanIndex, asked: Collection[int]) -> bool:
    first = mentions_in(text)[:1]
    if first:
        return not text.plain[: first[0].start].strip(" -+*•.0123456789)")
    return named_at_head(text, index, asked) is not None
