"""The figures of a task in a text: numbers by unit or label, shares, yes/no answers; only what is surely a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.reading.counts import Count, counts_in
from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import Folded
from dondoc.reading.labels import Label, labels_in
from dondoc.reading.settling import settled
from dondoc.reading.shares import shares_in
from dondoc.reading.yesno import answer_in, is_open, spoken_answers
from dondoc.reply import FigureValue


@dataclass(slots=True)
class Figures:
    """What was found: `values` are certain; `doubtful` are ids of numbers that are not exact or said twice."""

    values: dict[str, FigureValue] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)

    def put(self, figure: str, value: FigureValue | None) -> None:
        """Take an answer up; a second one that differs makes the figure doubtful."""
        if figure in self.doubtful:
            return
        if value is None or self.values.get(figure, value) != value:
            self.doubtful.add(figure)
            self.values.pop(figure, None)
        else:
            self.values[figure] = value if isinstance(value, bool) else _tidy(value)


def _tidy(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def figures_in(text: Folded, index: FigureIndex, year: int | None = None) -> Figures:
    """Every figure of `index` that the text states as reached; `year` is the year reported on."""
    found = Figures()
    if not index.figures:
        return found
    for share in (share for share in shares_in(text, index, year) if not share.is_other):
        found.put(share.figure, share.value)
    labels = labels_in(text, index)
    for label in (label for label in labels if index.figures[label.figure].kind == "yesno"):
        _answer(label, text, found)
    for figure, counts in _by_figure(counts_in(text, index, labels, year)).items():
        for value in settled(counts):
            found.put(figure, value)
    for figure, answer in spoken_answers(text, index):
        if figure not in found.doubtful and figure not in found.values:
            found.put(figure, answer)
    return found


def _by_figure(counts: Iterable[Count]) -> dict[str, list[Count]]:
    sorted_out: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        sorted_out[count.figure].append(count)
    return sorted_out


def label_places(text: Folded, index: FigureIndex) -> list[tuple[int, int]]:
    """Where labels with their values stand; what is there says nothing else."""
    labels = [(label.start, label.end) for label in labels_in(text, index)]
    return [*labels, *((share.start, share.end) for share in shares_in(text, index))]


def _answer(label: Label, text: Folded, found: Figures) -> None:
    value = text.text[label.begin : label.end]
    if not is_open(value):
        found.put(label.figure, answer_in(value))
