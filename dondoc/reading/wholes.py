"""Sentences about all tasks at once, about the rest of them, or vaguely about most."""

from __future__ import annotations

import re
from typing import Literal

from dondoc.reading.folded import pattern_of, plain_of, words_regex
from dondoc.reading.vocabulary import naming
from dondoc.reading.vocabulary.figures import NUMBER_WORDS

Whole = Literal["all", "rest", "one", "vague"]

_NOUN = rf"(?:{pattern_of(naming.TASK_NOUNS)})"
_NO_PLACE = pattern_of(naming.NO_PLACE_BEFORE)
_NUMERAL = r"(?:0?(?:\d{1,3}\s*/\s*)?\d{1,3}|hai|ba|bon|nam|sau|bay|ta[m_]|chin|muoi)"
_COUNTED = (
    rf"(?:ca\s+)?{_NUMERAL}"
    r"(?:\s*\([^)]{1,20}\))?\s+nhiem\s+vu"
)
_ALL = re.compile(
    rf"(?<![a-z0-9])(?:(?:{pattern_of(naming.EVERY)})\s+(?:\w+\s+){{0,3}}?{_NOUN}"
    rf"|cac\s+nhiem\s+vu|{_COUNTED}"
    r"|(?:all|all the|every)\s+tasks?)(?![a-z0-9_])"
)
_ALL_SPOKEN = words_regex(naming.ALL_DONE_SPOKEN)
_REST = re.compile(
    rf"(?<![a-z0-9])(?:{_NOUN}\s+con\s+lai|{pattern_of(naming.REST_SPOKEN)}|con\s+lai\s*:?\s*(?:deu\s+|thi\s+)?(?:da|dang"
    rf"|chua|khong|xong|hoan\s+thanh))(?![a-z0-9_])"
)
_VAGUE = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(naming.MOST_TASKS)})\s+(?:\w+\s+){{0,3}}?nhiem\s+vu"
    rf"|(?<![a-z0-9])nhiem\s+vu\s+(?:{pattern_of(naming.UNCLEAR_PLACES)})(?![a-z0-9_])(?!\s+(?:day|{_NO_PLACE})(?![a-z_]))"
    rf"|(?<!\d)(?!(\d+)\s*/\s*0?\1\s)\d+\s*/\s*\d+\s+(?:\w+\s+)?nhiem\s+vu|(?<!\d)(?!100)\d{{1,3}}(?:[.,]\d+)?\s*%\s+(?:\w+\s+){{0,2}}?nhiem\s+vu"
)
_ONE = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(naming.ONE_OR_MORE)}|nhiem\s+vu\s+nam\s+\d{{4}})(?![a-z0-9_])")
_NO_STATEMENT = re.compile(
    rf"{pattern_of(naming.OPENING_A_LIST)}|sau\s+day\s*:|(?:ket\s+qua|tinh\s+hinh|bao\s+cao|xac\s+nhan"
    r"|tien\s+do)\s+(?:\w+\s+){0,4}?(?:cac\s+)?nhiem\s+vu[^,;]*$"
)
_COUNT = re.compile(
    r"(?<![a-z0-9/])(?:ca\s+)?(?:\d{1,3}\s*/\s*)?"
    rf"(?:(?P<digits>\d{{1,3}})|(?<!trong )(?<!dau )(?<!cuoi )(?P<word>{pattern_of(NUMBER_WORDS)}))"
    r"(?:\s*\([^)]{1,20}\))?\s+nhiem\s+vu"
)
_WORDS = {plain_of(word): value for word, value in NUMBER_WORDS.items()}
_FULL_SHARE = re.compile(r"(?<![\d/.,])0*(\d{1,3})\s*/\s*0*\1\s+(?=nhiem\s+vu)")
_ONE_LEFT = re.compile(rf"(?:^|[^\w\s])\s*(?:con\s+|rieng\s+)?(?!{_NUMERAL})(?:nhiem\s+vu|nv|dau\s+viec)\s+con\s+lai\b")
_OTHERS_AFTER = re.compile(
    r"[,;]\s*(?:con\s+)?(?=(?:tat\s+ca\s+|toan\s+bo\s+)?(?:cac|nhung|tat\s+ca|toan\s+bo)\s+(?:\w+\s+){0,2}?nhiem\s+vu\b"
    rf"|(?:{_NUMERAL}\s+)?(?:nhiem\s+vu|dau\s+viec|nv)\s+con\s+lai\b)"
)
_REPORTED_LATER = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(naming.OTHER_MATTERS)})(?![a-z0-9_])[^.;]*?(?:{pattern_of(naming.REPORTED_LATER)})(?![a-z0-9_])"
)
_APART = re.compile(r"(?<![a-z0-9])(?:ngoai|tru|ngoai\s+tru|chi\s+tru)\s*$")
_REST_SPOKEN = re.compile(
    r"\s*(?:ra\s*)?,?\s*(?:thi\s+)?(?=(?:deu\s+)?(?:da\s+)?(?:lam\s+)?(?:xong|hoan\s+thanh)\s+(?:het|ca|tat\s+ca|toan\s+bo))"
)
TURNS = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(naming.EXCEPT)}|con|tuy\s+nhien|nhung|trong\s+d[o_]|cu\s+the|except|but)(?![a-z0-9_])"
)


def whole_in(plain: str) -> Whole | None:
    """Which of the tasks a sentence without numbers speaks of; None where it speaks of none in particular."""
    if _VAGUE.search(plain):
        return "vague"
    if _REST.search(plain):
        return "rest"
    if _NO_STATEMENT.search(plain):
        return None
    if _ALL.search(plain) or _ALL_SPOKEN.search(plain):
        return "all"
    return "one" if _ONE.search(plain) else None


def others_after(plain: str, lead: str) -> int | None:
    """Where "…, các nhiệm vụ khác đã hoàn thành" begins behind a task that is set apart; None where nothing does.

    `lead` stands before that task: "Ngoài NV3 thì xong hết" speaks of the others too.
    """
    match = _OTHERS_AFTER.search(plain) or (_REST_SPOKEN.match(plain) if _APART.search(lead) else None)
    return match.end() if match else None


def without_full_share(plain: str) -> str:
    """ "hoàn thành 7/7 nhiệm vụ" says of all tasks what "hoàn thành nhiệm vụ" says of one."""
    return _FULL_SHARE.sub("", plain)


def is_reported_later(plain: str) -> bool:
    """ "Các nội dung còn lại Sở sẽ báo cáo sau": other tasks are named, and nothing is said of them."""
    return _REPORTED_LATER.search(plain) is not None


def is_of_one_left(plain: str) -> bool:
    """ "nhiệm vụ còn lại" without a word for several or their number."""
    return _ONE_LEFT.search(plain) is not None


def counted(plain: str) -> int | None:
    """How many tasks the sentence says there are."""
    match = _COUNT.search(plain)
    if match is None:
        return None
    return int(match["digits"]) if match["digits"] else _WORDS[match["word"]]
