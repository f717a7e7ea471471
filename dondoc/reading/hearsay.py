"""What an agency does not assert itself: what it heard, guesses, wishes, supposes, awaits, or quotes."""

from __future__ import annotations

import re

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, pattern_of, plain_of, words_regex
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
_NONE_OF = re.compile(
    r"(?<![a-z0-9])(?:khong|chua|chang)\s+(?:co\s+)?(?:mot\s+)?"
    r"(?:nhiem vu|noi dun[g_]|viec|cong viec|muc)\s+nao(?![a-z0-9_])"
)
"""Before tasks that are named one by one: how far the denial reaches, a person must say."""
_SUPPOSED = words_regex(doubts.SUPPOSED)
_AWAITED = re.compile(r"(?<![a-z0-9])(?:doi|sau khi|truoc khi|phu thuoc(?:\s+vao)?)\s*$")
_AWAITED_WRITTEN = re.compile(r"(?<!\w)chờ\s*$", re.IGNORECASE)
_EITHER = re.compile(
    r"(?<![a-z0-9])(?:hoan thanh|thuc hien|trien khai|xong|lam)(?:\s+\w+)?\s+hay\s+(?:la\s+)?"
    r"(?:da|dang|chua|khong)(?![a-z0-9_])"
)
_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”\n]{3,40})[\"”]\s+[a-z]+\s+[a-z]")
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


def asserts_nothing(sentence: str) -> bool:
    """Whether it is others' word, leaves two statuses open, or has its status in quotation marks.

    "đã xong hay đang làm"; "thì “đã hoàn thành xuất sắc” trên mặt báo".
    """
    quoted = _QUOTED.search(sentence)
    is_quoted = quoted is not None and has_claim(quoted["words"]) and not has_claim(_QUOTED.sub(" ", sentence))
    return is_quoted or is_heard(sentence) or _EITHER.search(sentence) is not None


def is_wish(plain: str) -> bool:
    """Whether a sentence wishes somebody well ("Kính chúc quý Sở hoàn thành xuất sắc nhiệm vụ")."""
    return _WISH.search(plain) is not None


def is_unreal(lead: str) -> bool:
    """Whether the words before a task's name make of what follows a guess, a denial of many, or a mere thought.

    "nghe nói hình như NV12 …", "không có nhiệm vụ nào trong số NV2 …", "giá như … thì NV5 …".
    """
    return any(pattern.search(lead) is not None for pattern in (_HEDGED_LEAD, _NONE_OF, _SUPPOSED))


def is_awaited(before: Folded) -> bool:
    """Whether the task behind these words is only waited for ("NV3: đang chờ NV4 hoàn thành")."""
    return _AWAITED.search(before.plain) is not None or _AWAITED_WRITTEN.search(before.text) is not None


def without_orders(line: str) -> str:
    """A line without the orders that it quotes ("kết luận: “… hoàn thành trước 31/10”")."""
    if not any(mark in line for mark in '“"«'):
        return line
    kept, start = [], 0
    for match in _ORDER.finditer(plain_of(line)):
        kept.append(line[start : match.start("words")])
        start = match.end("words")
    return "".join([*kept, line[start:]])
