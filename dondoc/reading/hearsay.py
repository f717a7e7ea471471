"""What an agency only heard, guesses, wishes or passes on: another office's report, a hedge, a quoted order."""

from __future__ import annotations

import re

from dondoc.reading.folded import pattern_of, plain_of, words_regex
from dondoc.reading.vocabulary import doubts

_TOLD_AT_HEAD = re.compile(
    r"^\W*theo\s+(?!bao cao|ket qua|ke hoach)(?:\w+\s+){1,8}?"
    r"(?:bao cao|thong bao|cho biet|cung cap|xac nhan)(?![a-z0-9_])"
)
_TOLD_BY_OTHERS = re.compile(
    rf"(?<![a-z0-9])theo\s+(?:{pattern_of(doubts.HEARD_BY)})\s+(?:\w+\s+){{0,2}}?(?:cua|voi|tu)\s+"
    rf"(?:{pattern_of(doubts.OTHER_OFFICES)})(?![a-z0-9_])"
)
HEDGE = re.compile(rf"{words_regex(doubts.HEDGE).pattern}(?! chan\b)|\bnghe\s+(?:\w+\s+){{0,6}}?(?:noi|bao)\b")
_HEDGED_LEAD = re.compile(rf"(?:{HEDGE.pattern})\W*(?:\w+\W+){{0,2}}$")
_WISH = re.compile(
    r"(?<![a-z0-9])(?:kinh|xin|than|than ai|tran trong)\s+chuc(?![a-z0-9_])"
    r"|^\W*chuc\s+(?:quy|cac|anh|chi|em|ban|don vi|so|moi|ca|toan|ong|ba|co|chu|bac)(?![a-z0-9_])"
)
_ORDER = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(doubts.ORDERS)})(?:\s+\w+){{0,6}}\s*:?\s*"
    r"(?P<words>[“\"«][^”\"»\n]{15,}[”\"»])"
)


def is_heard(plain: str) -> bool:
    """Whether a sentence passes on what another office says."""
    return _TOLD_AT_HEAD.search(plain) is not None or _TOLD_BY_OTHERS.search(plain) is not None


def is_wish(plain: str) -> bool:
    """Whether a sentence wishes somebody well ("Kính chúc quý Sở hoàn thành xuất sắc nhiệm vụ")."""
    return _WISH.search(plain) is not None


def is_hedged(lead: str) -> bool:
    """Whether the words before a task's name are a guess ("nghe nói hình như NV12 …")."""
    return _HEDGED_LEAD.search(lead) is not None


def without_orders(line: str) -> str:
    """A line without the orders that it quotes ("kết luận: “… hoàn thành trước 31/10”")."""
    if not any(mark in line for mark in '“"«'):
        return line
    kept, start = [], 0
    for match in _ORDER.finditer(plain_of(line)):
        kept.append(line[start : match.start("words")])
        start = match.end("words")
    return "".join([*kept, line[start:]])
