"""The year a reply reports on, the day it was written, and whether a day it names had passed by then."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LEAD = r"\s*[:(]?\s*(?:(?:vao|trong|luc|hoi|tu|tu hoi|khoang|dau|giua|cuoi|trung tuan)\s+){0,2}"
_DAY = re.compile(rf"{_LEAD}(?:ngay\s*)?(\d{{1,2}})\s*[/.-]\s*(\d{{1,2}})(?:\s*[/.-]\s*(\d{{4}}))?(?![\d/]|\s*%)")
_MONTH = re.compile(rf"{_LEAD}(?:thang|t)\s*(\d{{1,2}})(?:\s*(?:/|-|nam|nam\s+)\s*(20\d\d))?(?![\d/]|\s*%)")
_QUARTER = re.compile(rf"{_LEAD}quy\s*(iv|iii|ii|i|[1-4])(?:\s*(?:/|-|nam|nam\s+)\s*(20\d\d))?(?![a-z0-9_])")
_BYGONE = re.compile(
    rf"{_LEAD}(?:hom qua|tuan truoc|thang truoc|vua qua|vua roi|lau roi|dau nam|yesterday|last (?:week|month))\b"
)


@dataclass(frozen=True, slots=True)
class When:
    """`year` is the year reported on, `day` the day the mail was written; None where it is not known."""

    year: int | None = None
    day: date | None = None


def is_past(plain: str, when: When) -> bool:
    """Whether `plain` begins with a day, month or quarter that had ended when the mail was written."""
    if _BYGONE.match(plain):
        return True
    end = _end_of(plain, when)
    return end is not None and when.day is not None and end <= when.day


def is_to_come(plain: str, when: When) -> bool:
    """Whether `plain` begins with a day, month or quarter that ends in a later month than the mail was written in."""
    end = _end_of(plain, when)
    return end is not None and when.day is not None and (end.year, end.month) > (when.day.year, when.day.month)


def _end_of(plain: str, when: When) -> date | None:
    if when.day is None:
        return None
    for pattern in (_DAY, _MONTH, _QUARTER):
        found = pattern.match(plain)
        if found is None:
            continue
        year = int(found.groups()[-1] or when.day.year)
        if pattern is _DAY:
            return _day(year, int(found[2]), int(found[1]))
        month = int(found[1]) if pattern is _MONTH else _ROMAN[found[1]] * 3
        return _day(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
