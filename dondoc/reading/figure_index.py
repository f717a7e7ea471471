"""The names under which a task's figures are written: by what stands after a number, and by the label before it."""

# ruff: noqa: E501 — patterns and their sentences are read more easily whole
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.folded import clean, plain_of
from dondoc.reading.money import is_money
from dondoc.reading.stocks import asked_by
from dondoc.reading.vocabulary.figures import MEASURES, UNIT_SPELLINGS

MIN_INITIALS = 2
_WORD = re.compile(r"[a-z0-9]+")
_LEADING = re.compile(r"^(?:so luong|tong so|so luot|so|ty le)\s+(?=\S)")
_LEADING_WRITTEN = re.compile(r"^(?:số lượng|tổng số|số lượt|số|tỷ lệ)\s+(?=\S)", re.IGNORECASE)
_LEFT_TAILS = ("con", "con lai", "hien con")
_STATED = re.compile(r"\s(?:da|duoc)\s")
_SPELLINGS: Mapping[str, tuple[str, ...]] = {" ".join(clean(unit).lower().split()): also for unit, also in UNIT_SPELLINGS.items()}  # fmt: skip
_MEASURED = frozenset(plain_of(name) for names in MEASURES for name in names)
Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write a figure's unit, as it is written; `is_other` where it measures the same in another unit."""

    figure: str
    written: str
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class FigureIndex:
    """Figures by what stands after their number, and by the label before it; `names` are labels of two words and more."""

    figures: Mapping[str, Figure]
    units: Mapping[Tokens, tuple[Phrase, ...]]
    labels: Mapping[str, str]
    longest: int
    names: re.Pattern[str] | None = None


def figure_index(figures: Mapping[str, Figure]) -> FigureIndex:
    """Prepare a set of figures; a phrase that two figures share is known as such."""
    return _index(tuple(figures.values()))


@lru_cache(maxsize=1024)
def _index(figures: tuple[Figure, ...]) -> FigureIndex:
    units: dict[Tokens, list[Phrase]] = {}
    labels: dict[str, str] = {}
    for figure in figures:
        for written in _own_phrases(figure):
            _add(units, Phrase(figure.id, written))
        for label in _labels_of(figure):
            labels[label] = figure.id if labels.get(label, figure.id) == figure.id else ""
    own = frozenset(units)
    for figure in figures:
        for phrase in _further_phrases(figure):
            if tokens_of(phrase.written) not in own:
                _add(units, phrase)
    longest = max((len(key) for key in units), default=0)
    return FigureIndex(
        {figure.id: figure for figure in figures},
        {key: tuple(found) for key, found in units.items()},
        labels,
        longest,
        _names_pattern(labels),
    )


def tokens_of(phrase: str) -> Tokens:
    """A phrase's words without tones."""
    return tuple(_WORD.findall(plain_of(clean(phrase))))


def is_counted(unit: str | None) -> bool:
    """Whether only whole things are counted: neither money, nor a share, nor a measure."""
    plain = " ".join(plain_of(clean(unit or "")).split())
    return bool(plain) and plain != "%" and plain not in _MEASURED and not is_money(unit)


def _add(units: dict[Tokens, list[Phrase]], phrase: Phrase) -> None:
    key = tokens_of(phrase.written)
    known = units.setdefault(key, []) if key else []
    if all(entry.figure != phrase.figure for entry in known):
        known.append(phrase)


def _own_phrases(figure: Figure) -> Iterable[str]:
    """What the plan itself calls the thing counted; a share counts nothing: "2.011 hồ sơ" are no "tỷ lệ hồ sơ".

    Nor does a yes or no: "Số cơ sở: 10" above "Đã kết nối: chưa" are two answers.
    """
    if (figure.unit or "").strip() == "%" or figure.kind == "yesno":
        return ()
    name = _LEADING_WRITTEN.sub("", clean(figure.name).lower())
    return (clean(phrase).lower() for phrase in (figure.unit, *figure.also, name) if phrase)


def _further_phrases(figure: Figure) -> Iterable[Phrase]:
    """Usual spellings of the plan's units, their initials, and other units that measure the same."""
    if figure.kind != "number":
        return
    unit = " ".join(clean(figure.unit or "").lower().split())
    for phrase in _SPELLINGS.get(unit, ()):
        yield Phrase(figure.id, phrase)
    words = unit.split()
    initials = "".join(word[0] for word in words)
    if len(words) >= MIN_INITIALS and initials.isalpha() and plain_of(initials) not in _MEASURED:
        yield Phrase(figure.id, initials)
    for names in MEASURES:
        if unit in names:
            known = {unit, *figure.also, *_SPELLINGS.get(unit, ())}
            yield from (Phrase(figure.id, name, is_other=True) for name in names if name not in known)


def _labels_of(figure: Figure) -> Iterable[str]:
    name = " ".join(plain_of(clean(figure.name)).split())
    short = _LEADING.sub("", name)
    yield from {name, short, f"so {short}", f"tong so {short}"}
    head = _STATED.split(short, maxsplit=1)[0]
    if figure.kind == "number" and head != short and len(head.split()) > 1:
        yield from (head, f"so {head}")
    if figure.kind == "yesno":
        parts = name.split()
        yield from (" ".join(parts[:count]) for count in range(3, len(parts)))
    unit = figure.unit if (figure.unit or "").strip() != "%" else None  # a column "%" tells how far each task is
    for phrase in filter(None, (unit, *figure.also)):
        plain = " ".join(plain_of(clean(phrase)).split())
        yield from (plain, f"so {plain}", f"tong so {plain}")
        if asked_by(figure) == "now":
            yield from (f"{lead}{plain} {tail}" for lead in ("", "so ", "tong so ") for tail in _LEFT_TAILS)


def _names_pattern(labels: Mapping[str, str]) -> re.Pattern[str] | None:
    names = [label for label, figure in labels.items() if figure and len(label.split()) > 1]
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(
        "|".join(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])".replace(r"\ ", r"\s+") for name in longest_first)
    )
