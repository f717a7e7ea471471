"""Figures written behind their name: "Số lớp: 3", "số học viên đạt 120", "lịch trực: có"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import Folded, clean, pattern_of, plain_of
from dondoc.reading.vocabulary import figures as words

_LABEL = re.compile(
    r"(?:^|[\n;|]|[,.]\s|\()\s*[-+*•·○●▪o]?\s*([a-z0-9_][^:=\n;|]{1,110}?)\s*(?:\((?P<aside>[^)\n]{0,40})\)\s*)?"
    r"(?:[:=]|->|→|\bla\b|\s-\s(?=\d))\s*"
)
_BEFORE = re.compile(rf"^(?:{pattern_of(words.NAME_FILLERS_BEFORE)})\s+(?=\S)")
_AFTER = re.compile(
    rf"\s+(?:{pattern_of(words.NAME_FILLERS_AFTER)}|(?:trong )?(?:nam|quy|ky)(?: \d{{4}}| i{{1,3}}v?| iv)?)$"
)
_JOINERS = re.compile(
    rf"(?:\s*\((?P<aside>[^)\n]{{0,40}})\))?(?:[^\S\n]+(?:{pattern_of(words.NAME_JOINERS)})(?![a-z0-9_]))*"
    r"[^\S\n]*[:=]?[^\S\n]*(?=\d[\d.,]*(?![\d.,]*\s*%))"
)
_BRACKET = re.compile(r"\s*\(([^()]{1,40})\)$")
_STOP = re.compile(r"[\n;|]|,\s|\.(?=\s|$)")
MAX_FILLERS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A figure's name at `start`, its value from `begin` to `end`, and what stands in brackets behind the name."""

    figure: str
    start: int
    begin: int
    end: int
    aside: str = ""


def labels_in(text: Folded, index: FigureIndex) -> list[Label]:
    """Each figure written as its name and a value, if empty too, in order of position."""
    if not index.labels:
        return []
    found = [*_with_mark(text, index)]
    starts = {label.begin for label in found}
    found.extend(label for label in _before_number(text, index) if label.begin not in starts)
    return sorted(found, key=lambda label: label.begin)


def figure_named(name: str, index: FigureIndex, title: str = "") -> str | None:
    """The figure that a cell names and nothing else; words of the task's own `title` may stand behind the name."""
    plain = " ".join(plain_of(clean(name)).split()).strip(" -+*•:.")
    bracket = _BRACKET.search(plain)
    if bracket is not None and tuple(bracket.group(1).split()) in index.units:
        plain = plain[: bracket.start()].rstrip()
    figure = _figure_of(plain, index)
    if figure is not None or not title:
        return figure
    own = frozenset(title.replace(",", " ").split())
    heads = (label for label in index.labels if plain.startswith(f"{label} ") and len(label.split()) > 1)
    longest = max(heads, key=len, default="")
    return index.labels[longest] if longest and own >= set(plain[len(longest) :].split()) else None


def _with_mark(text: Folded, index: FigureIndex) -> Iterator[Label]:
    for match in _LABEL.finditer(text.plain):
        name = " ".join(plain_of(text.text[match.start(1) : match.end(1)]).split()).strip(" -+*")
        figure = _figure_of(name, index)
        if figure:
            end = _value_end(text.plain, match.end())
            yield Label(figure, match.start(1), match.end(), end, match["aside"] or "")


def _figure_of(name: str, index: FigureIndex) -> str | None:
    """The figure that a label names, once words that only surround a name are taken off."""
    for _ in range(MAX_FILLERS):
        figure = index.labels.get(name)
        shorter = _AFTER.sub("", name) if figure is None else name
        shorter = _BEFORE.sub("", name) if shorter == name else shorter
        if figure is not None or shorter == name:
            return figure
        name = shorter
    return index.labels.get(name)


def _before_number(text: Folded, index: FigureIndex) -> Iterator[Label]:
    """ "số học viên đạt 120": a name of two words and more, with nothing but joining words before its number."""
    if index.names is None:
        return
    plain = plain_of(text.text)
    for match in index.names.finditer(plain):
        joined = _JOINERS.match(text.plain, match.end())
        figure = index.labels.get(" ".join(match.group().split()))
        if figure and joined is not None and index.figures[figure].kind == "number":
            end = _value_end(text.plain, joined.end())
            yield Label(figure, match.start(), joined.end(), end, joined["aside"] or "")


def _value_end(plain: str, start: int) -> int:
    stop = _STOP.search(plain, start)
    return stop.start() if stop else len(plain)
