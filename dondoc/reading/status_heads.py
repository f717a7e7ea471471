"""Lines that are a status written above a list of tasks: "Các nhiệm vụ đã hoàn thành:"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dondoc.reading.bare_numbers import is_bare_status
from dondoc.reading.claims import first_claim, has_claim
from dondoc.reading.folded import Folded, folded, words_regex
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line
from dondoc.reading.mentions import leading_number, mentions_in, named_at_head
from dondoc.reading.vocabulary import doubts

MAX_WORDS = 14
_PROMISED = words_regex((*doubts.FUTURE, *doubts.AIM))
_LIST_TITLE = re.compile(
    r"\s*[-+*•]?\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-z])\s*[.)/:-]\s*)?(?:danh muc\s+|danh sach\s+|nhom\s+)?"
    r"(?:(?:cac|nhung|mot so)\s+)?"
    r"(?:nhiem vu|noi dun[g_]|cong viec|dau viec|viec)(?![a-z0-9_])(?!\s*(?:so\s*)?\d)[^.]*$"
)
_ENDS = (":", "thanh", "hien", "sinh")


def is_status_head(
    text: Folded, below: Sequence[Line], index: PlanIndex, asked: Collection[int]
) -> bool:  # fmt: skip
    """Whether a line without a task is a status, and the next line below names one."""
    masked = index.masked(text.text, text.plain)
    if not has_claim(masked) or _PROMISED.search(masked[: first_claim(masked)]):
        return False
    if not _stands_above(text, below, index, asked):
        return False
    if not (text.plain.rstrip().endswith(_ENDS) or is_bare_status(text.plain)):
        return False
    return not (leading_number(text) and named_at_head(text, index, asked))


def is_list_title(text: Folded, below: Sequence[Line], index: PlanIndex, asked: Collection[int]) -> bool:
    """Whether a line is the title of another list of tasks ("II. Các nhiệm vụ phấn đấu hoàn thành trước 31/12")."""
    return _LIST_TITLE.match(text.plain) is not None and _stands_above(text, below, index, asked)


def _stands_above(text: Folded, below: Sequence[Line], index: PlanIndex, asked: Collection[int]) -> bool:
    """Whether a line is short, and the next one names a task."""
    following = next((line for line in below if not line.is_blank), None)
    if following is None or len(text.plain.split()) > MAX_WORDS:
        return False
    return _names_task(folded(following.text, toned=text.is_toned), index, asked)


def _names_task(text: Folded, index: PlanIndex, asked: Collection[int]) -> bool:
    first = mentions_in(text)[:1]
    if first:
        return not text.plain[: first[0].start].strip(" -+*•.0123456789)")
    return named_at_head(text, index, asked) is not None
