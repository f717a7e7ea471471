"""Numbers written in words: bảy, hai mươi mốt, một trăm linh năm, hai chục; anything doubtful is no number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dondoc.reading.folded import Folded, pattern_of, plain_of, same_tones
from dondoc.reading.vocabulary.figures import (
    NUMBER_JOINERS,
    NUMBER_SCALES,
    NUMBER_TENS,
    NUMBER_WORDS,
    TONELESS_DOUBTFUL,
    YEAR_BEFORE,
)
from dondoc.reading.vocabulary.tones import GUARDED

_HALF, _HUNDRED = "ruoi", "tram"
_DIGITS = {plain_of(word): value for word, value in NUMBER_WORDS.items()}
_TENS = {plain_of(word): value for word, value in NUMBER_TENS.items()}
_SCALES = {plain_of(word): value for word, value in NUMBER_SCALES.items()}
_JOINERS = frozenset(map(plain_of, NUMBER_JOINERS))
_SPELLINGS: dict[str, tuple[str, ...]] = {}
for _word in (*NUMBER_WORDS, *NUMBER_TENS, *NUMBER_SCALES, *NUMBER_JOINERS, "trăm", "rưỡi"):
    _SPELLINGS[plain_of(_word)] = (*_SPELLINGS.get(plain_of(_word), ()), _word)
_ANY = "|".join(sorted(map(re.escape, _SPELLINGS), key=lambda word: (-len(word), word)))
_RUN = re.compile(rf"(?<![a-z0-9])(?:{_ANY})(?:\s+(?:{_ANY}))*(?![a-z0-9])")
_SPOILT = pattern_of(spelling for spellings in _SPELLINGS.values() for spelling in spellings)
NUMBER_IN_WORDS = rf"(?<![a-z0-9])(?:{_SPOILT})(?:\s+(?:{_SPOILT}))*(?![a-z0-9_])"
"""A pattern for a run of number words in folded text, where "tám" is spoilt lest it be taken for "tầm"."""
_WHOLE = {f"{word[:-1]}_": word for word in _SPELLINGS if word in GUARDED}
_EACH = re.compile(r"[a-z]+")
_A_YEAR = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(YEAR_BEFORE)})\s+$")
_INSIDE = frozenset(map(plain_of, ("tư", "lăm", "nhăm", "mốt"))) - {plain_of("một")}
"""Words that only stand inside a number: "hai mươi tư"."""
NEAR = 20
_DOUBTFUL = frozenset(map(plain_of, TONELESS_DOUBTFUL))


def spelt_in(text: Folded) -> Iterator[tuple[float, int, int]]:
    """Each number in words: its value, where it begins and ends."""
    plain = plain_of(text.text)
    for run in _RUN.finditer(plain):
        for words in _meant(text, plain, run):
            start, end = words[0].start(), words[-1].end()
            value = value_of_words([word.group() for word in words])
            if value is not None and _is_number(
                text, [word.group() for word in words], plain[max(0, start - NEAR) : start]
            ):
                yield value, start, end


def _meant(text: Folded, plain: str, run: re.Match[str]) -> Iterator[list[re.Match[str]]]:
    """The run cut where a word does not carry the tones of a number: "tổ chức bảy buổi" is no "chục bảy"."""
    words: list[re.Match[str]] = []
    for word in _EACH.finditer(plain, run.start(), run.end()):
        written = text.text[word.start() : word.end()].lower()
        if not text.is_toned or any(same_tones(written, known) for known in _SPELLINGS[word.group()]):
            words.append(word)
        elif words:
            yield words
            words = []
    if words:
        yield words


def _is_number(text: Folded, words: Sequence[str], before: str) -> bool:
    """Whether the words can be nothing but a number."""
    if words[0] in _INSIDE or (not text.is_toned and len(words) == 1 and words[0] in _DOUBTFUL):
        return False
    return not (words[0] == "nam" and _A_YEAR.search(before))


def value_of_run(run: str) -> float | None:
    """What a run of number words in folded text means."""
    return value_of_words([_WHOLE.get(word, word) for word in run.split()])


def value_of_words(words: Sequence[str]) -> float | None:
    """What toneless number words mean; None for what is no number, such as a lone "trăm" or two digits in a row."""
    total, rest = 0.0, list(words)
    for scale in (1_000_000_000, 1_000_000, 1_000):
        place = next((i for i, word in enumerate(rest) if _SCALES.get(word) == scale), None)
        if place is None:
            continue
        head = _below_thousand(rest[:place]) if place else None
        if head is None:
            return None
        total, rest = total + head * scale, rest[place + 1 :]
        if rest == [_HALF]:
            return total + scale / 2
        if scale == 1_000 and len(rest) == 1 and _DIGITS.get(rest[0], 0) > 0:
            return total + _DIGITS[rest[0]] * 100  # "một nghìn hai" is 1.200
    if not rest:
        return total or None
    tail = _below_thousand(rest)
    return None if tail is None else total + tail


def _below_thousand(words: Sequence[str]) -> float | None:
    words = list(words)
    if _HUNDRED not in words:
        return _below_hundred(words)
    place = words.index(_HUNDRED)
    head = _DIGITS.get(words[0]) if place == 1 else None
    rest = words[place + 1 :]
    if head is None:
        return None
    if not rest:
        return head * 100
    if rest == [_HALF]:
        return head * 100 + 50
    is_joined = rest[0] in _JOINERS
    tail = _below_hundred(rest[1:] if is_joined else rest)
    if tail is None or (is_joined and tail >= 10):
        return None
    return head * 100 + (tail * 10 if not is_joined and tail < 10 else tail)  # "một trăm hai" is 120


def _below_hundred(words: Sequence[str]) -> float | None:
    """One digit, "mười ba", "hai mươi mốt", "hai mốt", "hai chục"."""
    tens: float = 0
    rest = list(words)
    if len(rest) > 1 and rest[1] in _TENS and rest[0] in _DIGITS:
        tens, rest = _DIGITS[rest[0]] * _TENS[rest[1]], rest[2:]
    elif rest and rest[0] == "muoi":
        tens, rest = 10, rest[1:]
    elif len(rest) == 2 and rest[1] in {"mot", "lam"} and 2 <= _DIGITS.get(rest[0], 0) <= 9:
        tens, rest = _DIGITS[rest[0]] * 10, rest[1:]
    if not rest:
        return tens or None
    if len(rest) > 1 or rest[0] not in _DIGITS:
        return None
    return tens + _DIGITS[rest[0]]
