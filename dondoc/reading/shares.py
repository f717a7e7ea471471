"""Percentages that are figures of the plan: "tỷ lệ hồ sơ nộp trực tuyến đạt 67%", "92% hồ sơ nộp trực tuyến"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import Folded, pattern_of, plain_of
from dondoc.reading.numbers import value_of
from dondoc.reading.vocabulary.figures import BEFORE_OTHER_SHARE, BOUNDED, ESTIMATED

_RATE = re.compile(r"^(?:(?:ty|ti) le(?: phan tram)?|phan tram|%)\s+|\s*\(%\)$")
_PLANNED = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(BEFORE_OTHER_SHARE)})(?:\s+[a-z]+){{0,3}}\s*$")


@dataclass(frozen=True, slots=True)
class Share:
    """A share and where it stands; `value` is None where it is a bound only, `is_other` marks that of another year."""

    figure: str
    value: float | None
    start: int
    end: int
    is_other: bool = False


def shares_in(text: Folded, index: FigureIndex, year: int | None = None) -> Iterator[Share]:
    """Every share that the text gives by a name of a figure in per cent; `year` is the year reported on."""
    plain = plain_of(text.text)
    if "%" not in plain:
        return
    for figure in index.figures.values():
        if not is_share(figure):
            continue
        for name in (figure.name, *figure.also):
            for match in _pattern(name).finditer(plain):
                if not _PLANNED.search(plain[max(0, match.start() - 40) : match.start()]):
                    yield from _by_year(figure.id, plain, match, year)


def is_share(figure: Figure) -> bool:
    """Whether a figure is asked for in per cent."""
    return (figure.unit or "").strip() == "%"


def _by_year(figure: str, plain: str, match: re.Match[str], year: int | None) -> Iterator[Share]:
    """ "… năm 2025 là 88%; năm 2026 là 91%": the name stands once, before the first."""
    found: re.Match[str] | None = match
    while found is not None:
        named = found["year"]
        digits = found["behind"] or found["before"]
        value = None if found["bound"] else value_of(digits)
        is_other = named is not None and year is not None and int(named) != year
        yield Share(figure, value, found.start(), found.end(), is_other)
        found = _NEXT_YEAR.match(plain, found.end()) if named is not None else None


_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_YEAR = r"(?:(?:trong\s+)?nam\s+(?P<year>20\d\d)\s*)"
_JOINER = (
    r"(?:\(%\)\s*)?(?:(?:hien|nay|moi|da|uoc)\s+)*(?:(?:dat|la|bang)(?:\s+ty le)?|[:=])?"
    rf"\s*(?:(?P<bound>{pattern_of(BOUNDED)})|{pattern_of(ESTIMATED)})?"
)
_NEXT_YEAR = re.compile(rf"\s*(?:[,;]|va|con)\s*{_YEAR}{_JOINER}\s*(?P<behind>{_NUMBER})\s*%(?P<before>)")


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    core = r"\s+".join(map(re.escape, _RATE.sub("", " ".join(plain_of(name).split())).split()))
    return re.compile(
        rf"(?<![a-z0-9])(?:(?:ty|ti) le\s+)?{core}\s*{_YEAR}?{_JOINER}\s*(?P<behind>{_NUMBER})\s*%"
        rf"|(?<![\d.,])(?P<before>{_NUMBER})\s*%\s*(?:so\s+|tong so\s+)?{core}(?![a-z0-9])"
    )
