"""Numbers as Vietnamese offices write them: 02, 1.250, 12,5, hai, 05 (năm), 3 nghìn, 3k; no dates, no documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.reading.folded import Folded, pattern_of, plain_of, same_tones
from dondoc.reading.spelt import spelt_in
from dondoc.reading.vocabulary.figures import DIGIT_SCALES, NUMBER_WORDS, VAGUE_NUMBERS

_DIGITS = re.compile(
    r"(?<![\w.,])(?<!\d:)(?<!\d/)(?<!\d\s/)(?<![a-z_)]-)"
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:['\u2019]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})+(?![\d.,/])|\d+(?:[.,]\d+)*)"
    r"(?![\d/%]|[.,:]\d|\s*%|\s*/\s*\d)"
)
_JOINS_TWO = r"(?:-|~|den|toi|len|xuong|hoac|hay|\+|x|\*)"
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")
_TIMES = re.compile(r"\d\s+[a-z]+(?:\s+[a-z]+)?\s*[x*]\s*$")
"""Before the second factor of "3 lớp x 50 người"."""
TRIPLE = 3
LONGEST_FACTOR = 24
_RANGE = re.compile(rf"(?<!\d\d/)(?<!/\d\d)\d\s*{_JOINS_TWO}\s*$")
_RANGE_AFTER = re.compile(rf"\s*{_JOINS_TWO}\s*\d")
_NEXT_OF_TWO = re.compile(r"(?<![\d.,/])(\d{1,2}),\s*$")
_TORN = re.compile(r"(?<![:=])(?<!la)(?<!nv)\s\d{1,3}[.,]\s$")
_WORD = "|".join(
    sorted({plain_of(word) for word in NUMBER_WORDS} | {"muoi", "tram", "linh", "le", "chuc"}, key=len)[::-1]
)
_IN_WORDS = re.compile(rf"\s*\(\s*(?:{_WORD}|\d+|[a-z\s]{{2,30}})(?:\s+(?:{_WORD}))*\s*\)")
_SCALE = re.compile(rf"[^\S\n]*({pattern_of(DIGIT_SCALES)})(?![a-z_])(?!\s+le(?![a-z_]))")
_FACTORS = {plain_of(word): factor for word, factor in DIGIT_SCALES.items()}
_GLUED_SCALES = frozenset({"k"})
_TONED_SCALES = frozenset({"tram", "chuc", "ta"})
_HALF = re.compile(r"\s*ruoi(?![a-z0-9_])")
_MORE = re.compile(r"(\d)(?!\d)(?![.,]\d)")
_VAGUE = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(VAGUE_NUMBERS)})(?![a-z0-9_])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `end` is past a repetition in words; `value` is None where it can mean two.

    `scale` is that of a word behind it (3 nghìn, 1,5 tỷ), taken up in `value`; `is_money` when it is an amount in đồng.
    `grouped` is what a number without value means if its comma separates thousands, as in English ("12,480").
    """

    value: float | None
    start: int
    end: int
    is_spelt: bool = False
    scale: int = 1
    is_money: bool = False
    grouped: float | None = None


def value_of(digits: str) -> float | None:
    """What digits mean with Vietnamese separators; None for "1,250", which some write for 1.250."""
    compact = re.sub("[ '\u2019]", "", digits)
    if re.fullmatch(r"\d+", compact):
        return float(compact)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", compact):
        return float(compact.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)", compact):
        return float(compact.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d{1,2}|0,\d+", compact):
        return float(compact.replace(",", "."))
    return None


def numbers_in(text: Folded) -> Iterator[Number]:
    """Every number written in digits or in words, in order of position; ranges have no value."""
    found = [_digits(text, match) for match in _DIGITS.finditer(text.plain)]
    taken = [(number.start, number.end) for number in found]
    for value, start, end in spelt_in(text):
        if not _is_inside(start, taken):
            found.append(Number(value, start, _past_words(text.plain, end), is_spelt=True))
    taken = [(number.start, number.end) for number in found]
    found.extend(
        Number(None, match.start(), match.end(), is_spelt=True)
        for match in _VAGUE.finditer(text.plain)
        if not _is_inside(match.start(), taken) and _is_vague(text.text[match.start() : match.end()])
    )
    yield from sorted(found, key=lambda number: number.start)


@lru_cache(maxsize=256)
def _is_vague(written: str) -> bool:
    """Whether it is written with its tones: "mấy" is no machine ("máy")."""
    return written.lower() in VAGUE_NUMBERS


def _is_inside(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


def _digits(text: Folded, match: re.Match[str]) -> Number:
    digits, end = match["digits"], match.end()
    value = value_of(digits)
    before = text.plain[max(0, match.start() - 12) : match.start()]
    is_torn = len(digits) == TRIPLE and _TORN.search(before) is not None
    is_torn |= _TIMES.search(text.plain, max(0, match.start() - LONGEST_FACTOR), match.start()) is not None
    if is_torn or _is_one_of_two(before, digits) or _RANGE_AFTER.match(text.plain, end):
        return Number(None, match.start(), _past_words(text.plain, end))
    end = _past_words(text.plain, end)
    scale = _scale_after(text, end)
    if scale is None or value is None:
        grouped = float(digits.replace(",", "")) if scale is None and _GROUPED.fullmatch(digits) else None
        return Number(value, match.start(), scale[1] if scale else end, grouped=grouped)
    factor, end = scale
    value, end = _with_more(text, value * factor, factor, end)
    return Number(round(value, 6), match.start(), end, scale=factor)


def _is_one_of_two(before: str, digits: str) -> bool:
    """ "20-30 người", "4 x 30 người", "5, 6 lớp": two numbers, of which neither is the answer."""
    previous = _NEXT_OF_TWO.search(before)
    return _RANGE.search(before) is not None or (
        previous is not None and digits.isdigit() and int(previous.group(1)) + 1 == int(digits)
    )


def _scale_after(text: Folded, end: int) -> tuple[int, int] | None:
    """The factor of a word such as "nghìn" right behind, and where it ends; it must carry its own tones."""
    match = _SCALE.match(text.plain, end)
    if match is None:
        return None
    word = match.group(1)
    if word in _GLUED_SCALES and match.start(1) != end:
        return None
    written = text.text[match.start(1) : match.end(1)].lower()
    if text.is_toned and len(word) > 2:
        is_meant = any(same_tones(written, known) for known in DIGIT_SCALES)
    else:
        is_meant = word not in _TONED_SCALES or written in DIGIT_SCALES
    return (_FACTORS[word], match.end()) if is_meant else None


def _with_more(text: Folded, value: float, factor: int, end: int) -> tuple[float, int]:
    """ "2 tỷ rưỡi", "1tr2", "3k5"."""
    half = _HALF.match(text.plain, end)
    if half is not None:
        return value + factor / 2, half.end()
    more = _MORE.match(text.plain, end)
    return (value + int(more.group(1)) * factor / 10, more.end()) if more else (value, end)


def _past_words(plain: str, end: int) -> int:
    repeated = _IN_WORDS.match(plain, end)
    return repeated.end() if repeated else end
