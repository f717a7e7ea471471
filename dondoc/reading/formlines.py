"""Lines of a form filled in by hand: "Tình trạng (đã hoàn thành / …): đang thực hiện", "Tỷ lệ hoàn thành (%): 85"."""

from __future__ import annotations

import re

from dondoc.reading.folded import Folded, pattern_of, plain_of
from dondoc.reading.vocabulary import columns

TICKED_BOX = r"(?:\[\s*[xXvV]\s*\]|\(\s*[xXvV]\s*\)|[☑☒✅✔])"
_UNTICKED = re.compile(r"\s*[-+*•]?\s*(?:\[\s*\]|\(\s*\)|[☐□])\s*(?:nhiem vu|nv)\s*\d")
EMPTY_BOX = r"(?:\[\s*\]|\(\s*\)|[☐□])"
_STATUS = re.compile(rf"^\s*[-+*•·>|]*\s*(?:{pattern_of(columns.FORM_STATUS)})\s*(?:\([^)]*\)|\[[^\]]*\])?\s*:\s*")
_PERCENT = re.compile(rf"^\s*[-+*•·>|]*\s*(?:{pattern_of(columns.FORM_PERCENT)})\s*(?:\([^)]*\))?\s*:\s*")
_NOTE = re.compile(rf"^\s*[-+*•·>|]*\s*(?:{pattern_of(columns.FORM_NOTE)})\s*(?:\([^)]*\))?\s*:\s*")
_OPTIONS = re.compile(r"\((?=[^)]*hoan thanh)(?=[^)]*/)[^)]*\)\s*:")
_EMPTY = re.compile(rf"^[\s.…_·-]*$|^\s*(?:{pattern_of(columns.FORM_EMPTY)})\W*$")
_LEFT_OPEN = re.compile(r":\s*(?:[._]\s*){3,}[^\d:]*$|:\s*…[.…_\s]*[^\d:]*$")
_NUMBER = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$")


def form_value(text: str) -> str | None:
    """What a form's line says, as a sentence; "" where it was left empty, None where it is no such line."""
    plain = plain_of(text)
    for pattern in (_STATUS, _NOTE):
        match = pattern.match(plain)
        if match is not None:
            return _value(text[match.end() :])
    match = _PERCENT.match(plain)
    if match is not None:
        number = _NUMBER.match(plain, match.end())
        return f"đạt {number.group(1)}%" if number else _value(text[match.end() :])
    return None


def is_left_open(text: str) -> bool:
    """Whether a line of a form was left as it came: "Số tin bài đã đăng: ........ tin bài"."""
    return _LEFT_OPEN.search(text) is not None


def label_of(text: Folded) -> str:
    """What stands before the first colon, without remarks in brackets."""
    head, colon, _ = plain_of(text.text).partition(":")
    return " ".join(re.sub(r"\([^)]*\)", " ", head).split()).strip(" -+*•") if colon else ""


def is_form_question(text: str) -> bool:
    """Whether a line offers the statuses to choose from, as only a form does."""
    return _OPTIONS.search(plain_of(text)) is not None


def without_choices(plain: str) -> str:
    """The text without the statuses to choose from, left standing before the one that was chosen."""
    return _OPTIONS.sub(" ", plain)


def _value(raw: str) -> str:
    return "" if _EMPTY.match(plain_of(raw)) else raw.strip()


def is_unticked_task(plain: str) -> bool:
    """Whether a line is a task with an empty box before it."""
    return _UNTICKED.match(plain) is not None
