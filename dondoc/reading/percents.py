"""Percentages: which one is the progress of the task, and which is growth, coverage or money."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.reading.folded import pattern_of, words_regex
from dondoc.reading.spelt import NUMBER_IN_WORDS, value_of_run
from dondoc.reading.vocabulary import percentages
from dondoc.reading.vocabulary.shorthand import ABBREVIATIONS, AMBIGUOUS
from dondoc.reading.vocabulary.status import DOERS, DONE, NOT_DONE, NOWADAYS, PARTIAL, PROGRESS, VAGUE

_ABBREVIATED = (*AMBIGUOUS, *(short for shorts in ABBREVIATIONS.values() for short in shorts))
_STATUS = (*DONE, *PROGRESS, *PARTIAL, *NOT_DONE, *VAGUE)
_PERCENT = re.compile(
    r"(?<![\d.,/])(?P<digits>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|phan tram|percent)"
    rf"|(?P<words>{NUMBER_IN_WORDS})\s+phan tram(?![a-z0-9_])"
)
WHOLE_PERCENT = 100
_RANGE = re.compile(r"\d\s*%?\s*(?:-|den|toi)\s*$")
_BEFORE = re.compile(rf"(?:^|[^a-z0-9_]|\b)(?:{pattern_of((*percentages.PERCENT_BEFORE, *_ABBREVIATED))})\s*[:=~]?\s*$")
_START = re.compile(r"(?:^|[:(,;.\-=~>→\x00])\s*$")
_NOT_BEFORE = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(percentages.PERCENT_NOT)})\s+(?:\w+\s+){{0,2}}$")
_AFTER = re.compile(rf"\s*(?:$|[^a-z0-9\s_\x00]|(?:{pattern_of(percentages.PERCENT_AFTER)})(?![a-z0-9_]))")
_SHARE_OF = re.compile(
    rf"\s*(?:{pattern_of(percentages.PERCENT_OF)})\s+"
    rf"(?!(?:{pattern_of((*percentages.PERCENT_AFTER, *percentages.PERCENT_OF_TASK))})"
    r"(?![a-z0-9_]))[a-z\x00]"
)
_NOT_EXACT = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(percentages.NOT_EXACT_PERCENT)})\s*$")
_BELOW = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(percentages.BELOW_PERCENT)})\s*$")
_OTHER_RATE = re.compile(r"\bty le\s+(?!hoan thanh|thuc hien|dat\b|tien do|:|\(|khoang)[a-z\x00]+")
_RATE_OF_ELSE = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(percentages.OTHER_RATES)})(?![a-z0-9_])[^,;:.(\n]*$")
_AMONG = re.compile(r"\s*(?:trong\s+(?:tong\s+)?so|trong\s+d[o_]|so\s+d[o_]|tren\s+tong)(?![a-z0-9])")
_SEGMENTS = re.compile(r"[,;:.()\n>|=\-]")
_DOING = r"(?:dang|dg)\s+\w+(?:\s+\w+)?(?=\s+(?:duoc|dc|dat|khoang)(?![a-z_]))"
_KNOWN_WORDS = (*percentages.PERCENT_BEFORE, *percentages.OF_PROGRESS, *DOERS, *NOWADAYS, *_STATUS, *_ABBREVIATED)
_KNOWN = re.compile(rf"(?<![a-z0-9])(?:{_DOING}|{pattern_of(_KNOWN_WORDS)})(?![a-z0-9_])")
_OWN_RATE = words_regex(percentages.OWN_RATES)
_OF_MONEY_OR_GROWTH = words_regex(percentages.MONEY_AND_GROWTH)
_OF_ALL = re.compile(r"\s*(?:tong\s+)?so\s+[a-z]+(?:\s+[a-z]+)?\s+(?:phai|can|duoc giao|theo ke hoach)(?![a-z_])")
_OBJECTS = re.compile(r"\s*(?:so|cac|cac loai|tren|tong so)\s+(?!voi|ke hoach)[a-z]+|\s*so\s+(?!voi)")


_NEXT = re.compile(r"\s*(?:,|va|;|hoac)\s*")


@dataclass(frozen=True, slots=True)
class Percents:
    """The task's own percentages in a clause; `start` is where the first stands, `is_vague` when one is not exact."""

    values: frozenset[float]
    start: int
    is_vague: bool = False


def percents_in(clause: str) -> Percents:
    """Percentages of a clause that tell how far the task is."""
    values: set[float] = set()
    is_vague = False
    start = len(clause)
    last = -1
    for match in _PERCENT.finditer(clause):
        is_next = last >= 0 and _NEXT.fullmatch(clause, last, match.start()) is not None
        if not is_next and not _is_progress(clause, match):
            continue
        last = match.end()
        start = min(start, match.start())
        value = _value(match)
        before = clause[: match.start()]
        is_bound = _BELOW.search(before) is not None or _RANGE.search(before) is not None
        if value is None or is_bound or (_NOT_EXACT.search(before) and value >= 100):
            is_vague = True
        else:
            values.add(min(value, 100.0))
    return Percents(frozenset(values), start, is_vague)


def _value(match: re.Match[str]) -> float | None:
    """The number of a percentage in digits or in words."""
    if match["digits"]:
        return float(match["digits"].replace(",", "."))
    value = value_of_run(match["words"])
    return value if value is not None and value <= WHOLE_PERCENT else None


def _is_progress(clause: str, match: re.Match[str]) -> bool:
    before, after = clause[: match.start()], clause[match.end() :]
    if _OF_ALL.match(after) and _BEFORE.search(before):
        return True
    if _OBJECTS.match(after) or _SHARE_OF.match(after) or not _AFTER.match(after):
        return False
    if _OTHER_RATE.search(before) and not _OWN_RATE.search(before):
        return False
    if _RATE_OF_ELSE.search(before) or _AMONG.match(after):
        return False
    if _NOT_BEFORE.search(before) and not _BEFORE.search(before):
        return False
    if _OF_MONEY_OR_GROWTH.search(before):
        return False
    return bool(_BEFORE.search(before) or _START.search(before))


def is_of_something_else(before: str, title: str) -> bool:
    """Whether the words right before a percentage name neither the task (`title`, toneless) nor its progress.

    "chất lượng nước hiện đạt 61%" may be how far the task is, or not.
    """
    segment = _SEGMENTS.split(before)[-1]
    named = frozenset(re.findall(r"[a-z]+", title))
    left = _KNOWN.sub(" ", segment)
    return any(word.strip("_") not in named for word in re.findall(r"[a-z_]{2,}", left))
