"""Which figure a number counts: the plan's own words right behind it, usual spellings, other measures of the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.reading.figure_index import FigureIndex, Phrase, tokens_of
from dondoc.reading.folded import Folded, clean, plain_of, same_tones
from dondoc.reading.vocabulary import figures as words

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s*[,/]\s*(?=[^\W\d_])|-(?=[^\W\d_])|\s+")
_RAISED = str.maketrans("²³", "23")
_SPACE = re.compile(r"\s*")
_COMPOUNDS = {plain_of(first): frozenset(map(plain_of, seconds)) for first, seconds in words.UNIT_COMPOUNDS.items()}
_CLASSIFIERS = frozenset(tokens_of(name) for name in words.CLASSIFIERS)
LONGEST_CLASSIFIER = 2
_PLAIN_AFTER = frozenset(map(plain_of, words.AFTER_UNIT))


@dataclass(frozen=True, slots=True)
class Unit:
    """The phrase behind a number; `is_named` when the figure's own name goes on there, `is_qualified` when words do."""

    phrase: Phrase
    end: int
    is_named: bool
    is_qualified: bool


@dataclass(frozen=True, slots=True)
class _Token:
    plain: str
    written: str
    end: int


def unit_at(text: Folded, position: int, index: FigureIndex) -> Unit | None:
    """The longest of the plan's phrases at `position`; None where there is none or two figures share it."""
    tokens = _tokens(text, position, index.longest + LONGEST_CLASSIFIER)
    for skipped in range(LONGEST_CLASSIFIER + 1):
        if skipped and tuple(token.plain for token in tokens[:skipped]) not in _CLASSIFIERS:
            continue
        found = _phrase(tokens[skipped:], index, is_toned=text.is_toned)
        if found is not None:
            phrases, length = found
            return _unit(phrases[0], tokens[skipped:], length, index) if len(phrases) == 1 else None
    return None


def _tokens(text: Folded, position: int, count: int) -> list[_Token]:
    tokens: list[_Token] = []
    gap = _SPACE.match(text.plain, position)
    while len(tokens) <= count:
        word = _WORD.match(text.text, gap.end() if gap else position)
        if word is None:
            break
        tokens.append(_Token(plain_of(word.group()), word.group().lower().translate(_RAISED), word.end()))
        position = word.end()
        gap = _GAP.match(text.plain, position)
        if gap is None:
            break
    return tokens


def _phrase(tokens: list[_Token], index: FigureIndex, *, is_toned: bool) -> tuple[list[Phrase], int] | None:
    for length in range(min(len(tokens), index.longest), 0, -1):
        phrases = index.units.get(tuple(token.plain for token in tokens[:length]))
        if phrases is None or _is_other_word(tokens, length):
            continue
        fitting = [
            phrase for phrase in phrases if not is_toned or length > 1 or same_tones(tokens[0].written, phrase.written)
        ]
        if fitting:
            return fitting, length
    return None


def _is_other_word(tokens: list[_Token], length: int) -> bool:
    """ "9 trường hợp" are no "trường": the next word makes another word of the unit."""
    following = tokens[length].plain if len(tokens) > length else ""
    return following in _COMPOUNDS.get(tokens[length - 1].plain, ())


def _unit(phrase: Phrase, tokens: list[_Token], length: int, index: FigureIndex) -> Unit:
    name = frozenset(tokens_of(clean(index.figures[phrase.figure].name)))
    following = tokens[length].plain if len(tokens) > length else ""
    is_whole_name = length > 1 and all(token.plain in name for token in tokens[:length])
    return Unit(
        phrase,
        tokens[length - 1].end,
        is_whole_name or following in name,
        bool(following) and following not in _PLAIN_AFTER,
    )
