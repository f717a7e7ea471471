"""Percentages that are figures of the plan: "tỷ lệ hồ sơ nộp trực tuyến đạt 67%", "92% hồ sơ nộp trực tuyến"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import Folded, pattern_of, plain_of
from dondoc.reading.numbers import value_of
from dondoc.reading.vocabulary.figures import BEFORE_OTHER_SHARE, BOUNDED, ESTIMATED

_RATE = re.compile(r"^(?:(?:ty|ti) le(?: phan tram)?|phan tram|%)\s+|\s*\(%\)$")
_PLANNED = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(BEFORE_OTHER_SHARE)})(?:\s+[a-z]+){{0,3}}\s*$")


@dataclass(frozen=True, slots=True)
class Share:
    """A share and where it stands; `value` is None where it is a bound only."""

    figure: str
    value: float | None
    start: int
    end: int


def shares_in(text: Folded, index: FigureIndex) -> Iterator[Share]:
    """Every share that the text gives by the name of a figure in per cent."""
    plain = plain_of(text.text)
    if "%" not in plain:
        return
    for figure in index.figures.values():
        if (figure.unit or "").strip() != "%":
            continue
        for match in _pattern(figure.name).finditer(plain):
            if not _PLANNED.search(plain[max(0, match.start() - 40) : match.start()]):
                digits = match["behind"] or match["before"]
                value = None if match["bound"] else value_of(digits)
                yield Share(figure.id, value, match.start(), match.end())


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    core = r"\s+".join(map(re.escape, _RATE.sub("", " ".join(plain_of(name).split())).split()))
    number = r"\d{1,3}(?:[.,]\d{1,2})?"
    joiner = (
        r"(?:\(%\)\s*)?(?:(?:hien|nay|moi|da|uoc)\s+)*(?:(?:dat|la|bang)(?:\s+ty le)?|[:=])?"
        rf"\s*(?:(?P<bound>{pattern_of(BOUNDED)})|{pattern_of(ESTIMATED)})?"
    )
    return re.compile(
        rf"(?<![a-z0-9])(?:(?:ty|ti) le\s+)?{core}\s*{joiner}\s*(?P<behind>{number})\s*%"
        rf"|(?<![\d.,])(?P<before>{number})\s*%\s*(?:so\s+|tong so\s+)?{core}(?![a-z0-9])"
    )
