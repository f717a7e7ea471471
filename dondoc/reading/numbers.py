"""Numbers as Vietnamese offices write them: 02, 1.250, 12,5, hai, 05 (năm), 3 nghìn; not dates or document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.reading.folded import Folded, pattern_of, plain_of, same_tones
from dondoc.reading.vocabulary.quantities import MULTIPLIERS, NUMBER_WORDS

_DIGITS = re.compile(
    r"(?<![\w.,:])(?<!\d/)(?<!\d\s/)(?<![\w)]-)(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?![\d.,/])"
    r"|\d+(?:[.,]\d+)*)(?![\d/%]|[.,:]\d|\s*%|\s*/\s*\d|(?!(?:km|ha|kg|tan|m2|m3)(?![a-z0-9]))[a-z])"
)
_RANGE = re.compile(r"\d\s*(?:-|den|toi)\s*$")
_RANGE_AFTER = re.compile(r"\s*(?:-|den|toi)\s*\d")
_WORD = "|".join(
    sorted(
        {plain_of(word) for word in NUMBER_WORDS} | {"muoi", "mot", "tram", "linh", "le", "chuc"}, key=len, reverse=True
    )
)
_SPELT = re.compile(rf"(?<![a-z0-9])(?:{_WORD})(?:\s+(?:{_WORD}))*(?![a-z0-9_])")
_IN_WORDS = re.compile(rf"\s*\(\s*(?:{_WORD}|\d+|[a-z\s]{{2,30}})(?:\s+(?:{_WORD}))*\s*\)")
_MONEY_AFTER = re.compile(r"\s*(?:dong|d\s|vnd)")
_MULTIPLIER = re.compile(rf"\s*({pattern_of(MULTIPLIERS)})(?![a-z0-9])")
_FACTORS = {plain_of(word): factor for word, factor in MULTIPLIERS.items()}
_VALUES = {plain_of(word): value for word, value in NUMBER_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `end` is past a repetition in words; `value` is None where it can mean two."""

    value: float | None
    start: int
    end: int
    is_spelt: bool = False


def value_of(digits: str) -> float | None:
    """What digits mean with Vietnamese separators; None for "1,250", which some write for 1.250."""
    compact = digits.replace(" ", "")
    if re.fullmatch(r"\d+", compact):
        return float(compact)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", compact):
        return float(compact.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3}){2,}", compact):
        return float(compact.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d{1,2}|0,\d+", compact):
        return float(compact.replace(",", "."))
    return None


def numbers_in(text: Folded) -> Iterator[Number]:
    """Every number written in digits or in words, in order of position; ranges have no value."""
    found = [_digits(text, match) for match in _DIGITS.finditer(text.plain)]
    taken = {place for number in found for place in range(number.start, number.end)}
    for match in _SPELT.finditer(text.plain):
        if match.start() not in taken:
            value = _spelt_value(text, match)
            if value is not None:
                found.append(Number(value, match.start(), _past_words(text.plain, match.end()), is_spelt=True))
    yield from sorted(found, key=lambda number: number.start)


def _digits(text: Folded, match: re.Match[str]) -> Number:
    value = value_of(match["digits"])
    end = match.end()
    if _RANGE.search(text.plain[max(0, match.start() - 12) : match.start()]) or _RANGE_AFTER.match(text.plain, end):
        value = None
    end = _past_words(text.plain, end)
    multiplier = _MULTIPLIER.match(text.plain, end)
    if multiplier is not None and value is not None and not _MONEY_AFTER.match(text.plain, multiplier.end()):
        return Number(value * _FACTORS[multiplier.group(1)], match.start(), multiplier.end())
    return Number(value, match.start(), end)


def _past_words(plain: str, end: int) -> int:
    repeated = _IN_WORDS.match(plain, end)
    return repeated.end() if repeated else end


def _spelt_value(text: Folded, match: re.Match[str]) -> float | None:
    """The value of number words, which must carry their own tones; whether "năm" is a year the unit decides."""
    words = match.group().split()
    if text.is_toned and not all(
        any(same_tones(written, word) for word in (*NUMBER_WORDS, "mươi", "mốt", "trăm", "linh", "lẻ"))
        for written in text.text[match.start() : match.end()].lower().split()
    ):
        return None
    return _composed(words)


def _composed(words: list[str]) -> float | None:
    total, current = 0, None
    for word in words:
        if word == "tram":
            total, current = total + (current or 1) * 100, None
        elif word in {"muoi", "chuc"}:
            total, current = total + (10 if current is None else current * 10), None
        elif word not in {"linh", "le"}:
            if current is not None:
                return None
            current = 1 if word == "mot" else _VALUES[word]
    return float(total + (current or 0))
