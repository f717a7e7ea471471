"""The figures of a task in a text: numbers by unit or label, shares, yes/no answers; only what is surely a result."""

# ruff: noqa: E501 — patterns and their sentences are read more easily whole
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dondoc.plan.model import Figure
from dondoc.reading.figure_index import FigureIndex, is_counted
from dondoc.reading.folded import Folded, pattern_of, plain_of, words_regex
from dondoc.reading.labels import Label, labels_in
from dondoc.reading.money import amounts_in, is_money, money_in, scale_of
from dondoc.reading.numbers import Number, numbers_in
from dondoc.reading.roles import Place, Role, Sentences
from dondoc.reading.shares import shares_in
from dondoc.reading.units import Unit, unit_at
from dondoc.reading.vocabulary import figures as words
from dondoc.reading.yesno import answer_in, is_open, spoken_answers
from dondoc.reply import FigureValue

_BOUNDED = re.compile(rf"(?:(?<![a-z0-9])(?:{pattern_of(words.BOUNDED)})|[<>])\s*$")
_BOUNDED_AFTER = re.compile(rf"(?:\s+[a-z_]+){{0,3}}\s+(?:{pattern_of(words.AFTER_BOUNDED)})(?![a-z0-9_])")
_ABOVE = re.compile(r"(?<![a-z0-9])tren\s*$")
_ORDINAL = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.ORDINAL_NOUNS)})\s*$")
_MAYBE_ORDINAL = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.MAYBE_ORDINAL_NOUNS)})\s*$")
MAX_ORDINAL = 12
_RECEIVED = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(words.RECEIVED)})(?:\s+(?:va|duoc|moi|tong so|tong cong|tong|them|la|so))*\s*$"
)
_PART_OF = re.compile(r"(?<![\w/.,])(\d{1,5})\s*/\s*(\d{1,5})(?![\d/]|[.,]\d)")
_DAY_BEFORE = re.compile(r"(?<![a-z0-9])(?:ngay|dip|le|mung|tu|den|hom|sang|chieu|toi|va|-)\s*$")
_ENDS = re.compile(r"\s*(?:$|[.,;)\n])(?!\d)")
_ELLIPTIC = re.compile(
    r"(?<![a-z0-9])(?:da|thuc hien|dat|ket qua|thuc te|duoc|giai quyet|xu ly)(?:\s+[a-z]+){0,3}\s*:?\s*$"
)
_OWN_PART = re.compile(r"(?<![a-z0-9])(?:moi|nam nay|ky nay|trong nam|trong ky|nam 20\d\d)(?![a-z0-9_])")
_MANY_YEARS = words_regex(words.OF_MANY_YEARS)
_UNASKED: frozenset[Role] = frozenset({"planned", "compared", "each", "part", "of-total", "under-way"})


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


@dataclass(frozen=True, slots=True)
class _Count:
    """One number that may be a figure's: None where it is not exact; `is_own` behind the figure's own verb."""

    figure: str
    value: float | None
    place: Place
    unit: Unit | None = None
    is_own: bool = False
    is_received: bool = False
    is_labelled: bool = False


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
    by_figure: dict[str, list[_Count]] = defaultdict(list)
    for count in _counts(text, index, labels, year):
        by_figure[count.figure].append(count)
    for figure, counts in by_figure.items():
        _settle(figure, counts, found)
    for figure, answer in spoken_answers(text, index):
        if figure not in found.doubtful and figure not in found.values:
            found.put(figure, answer)
    return found


def label_places(text: Folded, index: FigureIndex) -> list[tuple[int, int]]:
    """Where labels with their values stand; what is there says nothing else."""
    labels = [(label.start, label.end) for label in labels_in(text, index)]
    return [*labels, *((share.start, share.end) for share in shares_in(text, index))]


def _answer(label: Label, text: Folded, found: Figures) -> None:
    value = text.text[label.begin : label.end]
    if not is_open(value):
        found.put(label.figure, answer_in(value))


def _counts(text: Folded, index: FigureIndex, labels: Sequence[Label], year: int | None) -> Iterator[_Count]:
    """Every number that stands for a figure, in order, with what it is in its sentence."""
    sentences = Sentences(text, year)
    waiting = [label for label in labels if index.figures[label.figure].kind == "number"]
    last: _Count | None = None
    for number in _numbers(text, index):
        place_of = [label for label in waiting if label.begin <= number.start < label.end]
        count = _labelled(text, number, index, place_of[0], sentences) if place_of else None
        if count is not None:
            waiting.remove(place_of[0])
        else:
            count = _by_unit(text, number, index, sentences) or _elliptic(text, number, last, index, sentences)
        if count is not None:
            last = count
            yield count


def _numbers(text: Folded, index: FigureIndex) -> list[Number]:
    """Plain numbers, the reached part of "28/28 vụ", and money in the unit of the figure that asks for it."""
    found = [*numbers_in(text), *_parts(text)]
    money = [figure for figure in index.figures.values() if is_money(figure.unit)]
    if money:
        amounts = list(amounts_in(text))
        found = [n for n in found if not any(a.start <= n.start < a.end for a in amounts)]
        found += [Number(amount.value, amount.start, amount.end) for amount in amounts]
    return sorted((n for n in found if not _is_ordinal(text.plain, n)), key=lambda number: number.start)


def _parts(text: Folded) -> Iterator[Number]:
    for match in _PART_OF.finditer(text.plain):
        if int(match.group(1)) <= int(match.group(2)) and not _DAY_BEFORE.search(text.plain[: match.start()]):
            yield Number(float(match.group(1)), match.start(), match.end())


def _is_ordinal(plain: str, number: Number) -> bool:
    """ "tháng 9 lớp …", "thôn 5 hộ …": the number tells which, and not how many."""
    if number.is_spelt or number.value is None:
        return False
    return _ORDINAL.search(plain[max(0, number.start - 20) : number.start]) is not None


def _labelled(
    text: Folded, number: Number, index: FigureIndex, label: Label, sentences: Sentences
) -> _Count | None:  # fmt: skip
    """The first number behind a figure's name, unless its unit says that it counts something else."""
    figure = index.figures[label.figure]
    unit = unit_at(text, number.end, index)
    if unit is not None and (unit.phrase.figure != figure.id or unit.phrase.is_other):
        return None
    place = sentences.place(number.start, unit.end if unit else number.end, begin=label.begin)
    if is_money(figure.unit):
        value = money_in(text.slice(number.start, label.end), figure.unit or "")
    else:
        value = _value(number, figure)
    if _is_bounded(place, text, number, unit):
        value = None
    return _Count(figure.id, value, place, unit, is_labelled=True)


def _by_unit(text: Folded, number: Number, index: FigureIndex, sentences: Sentences) -> _Count | None:
    """A number with the unit of a figure behind it."""
    money = [figure for figure in index.figures.values() if is_money(figure.unit)]
    unit: Unit | None = None
    if len(money) == 1 and _is_amount(text, number):
        figure = money[0]
        value = None if number.value is None else round(number.value / (scale_of(figure.unit or "") or 1), 6)
    else:
        unit = unit_at(text, number.end, index)
        if unit is None:
            return None
        figure = index.figures[unit.phrase.figure]
        value = None if unit.phrase.is_other else _value(number, figure)
    place = sentences.place(number.start, unit.end if unit else number.end)
    if _is_bounded(place, text, number, unit) or _may_be_ordinal(place, number):
        value = None
    verb = plain_of(figure.name).partition(" da ")[2].strip()
    is_own = bool(verb) and _is_its_verb(verb, place.before)
    is_received = bool(verb) and not is_own and _RECEIVED.search(place.before) is not None
    return _Count(figure.id, value, place, unit, is_own=is_own, is_received=is_received)


def _is_amount(text: Folded, number: Number) -> bool:
    return any(amount.start == number.start for amount in amounts_in(text))


def _elliptic(
    text: Folded, number: Number, last: _Count | None, index: FigureIndex, sentences: Sentences
) -> _Count | None:  # fmt: skip
    """ "kế hoạch 5 lớp, đã mở 3": a bare number behind a result's verb counts what was counted before."""
    if last is None or not (last.place.role in {"planned", "total", "of-total"} or last.is_received):
        return None
    if not _ENDS.match(text.plain, number.end):
        return None
    place = sentences.place(number.start, number.end)
    if place.sentence != last.place.sentence or place.role != "reached" or not _ELLIPTIC.search(place.before):
        return None
    return _Count(last.figure, _value(number, index.figures[last.figure]), place, is_own=True)


def _value(number: Number, figure: Figure) -> float | None:
    """The number's value; what is counted comes in whole numbers."""
    is_odd = is_counted(figure.unit) and number.value is not None and not float(number.value).is_integer()
    return None if is_odd else number.value


def _is_bounded(place: Place, text: Folded, number: Number, unit: Unit | None) -> bool:
    """ "hơn 500", "trên 1.000", "30 người trở lên": a bound is no number."""
    end = unit.end if unit else number.end
    return _BOUNDED.search(place.before) is not None or _BOUNDED_AFTER.match(text.plain, end) is not None


def _may_be_ordinal(place: Place, number: Number) -> bool:
    """ "lớp 5 học sinh", "tổ 3 hộ": which one or how many, nobody can tell."""
    is_small = number.value is not None and number.value <= MAX_ORDINAL
    return is_small and not number.is_spelt and _MAYBE_ORDINAL.search(place.before) is not None


def _is_its_verb(verb: str, before: str) -> bool:
    """ "phát hiện 12 vụ, đã xử lý 9 vụ" for "Số vụ đã xử lý": the number behind the figure's own verb."""
    return re.search(rf"(?<![a-z0-9]){re.escape(verb)}(?:\s+(?:moi|duoc|xong))*\s*$", before) is not None


def _settle(figure: str, counts: Sequence[_Count], found: Figures) -> None:
    """What the numbers of one figure come to; nothing where they leave a doubt."""
    counts = _without_denominators(counts)
    kept = [count for count in counts if count.place.role not in _UNASKED and not count.is_received]
    if not kept:
        if any(count.is_received for count in counts):
            found.put(figure, None)
        return
    if _is_part_in_question(counts) or any(count.place.role == "other-year" for count in counts):
        found.put(figure, None)
        return
    for ranked in _by_rank(kept):
        if ranked:
            found.put(figure, _agreed(ranked, counts))
            return
    found.put(figure, None)


def _by_rank(counts: Sequence[_Count]) -> Iterator[list[_Count]]:
    """The most telling numbers first: behind the figure's own verb, totals, this year's, all others but parts of a list."""
    plain = [count for count in counts if count.place.role in {"reached", "listed", "total"}]
    yield [count for count in plain if count.is_own]
    yield [count for count in plain if count.place.role == "total"]
    yield [count for count in plain if count.place.is_own_year and _has_cumulative(counts)]
    yield [count for count in plain if count.place.role == "reached"]
    yield plain
    yield [count for count in counts if count.place.role == "cumulative" and not _MANY_YEARS.search(count.place.before)]


def _has_cumulative(counts: Sequence[_Count]) -> bool:
    return any(count.place.role == "cumulative" for count in counts)


def _agreed(ranked: Sequence[_Count], counts: Sequence[_Count]) -> float | None:
    """The one value that these numbers give, or their sum where they are all parts of a whole, numbered from one."""
    values = {count.value for count in ranked}
    total = _sum_of_parts([count for count in counts if count.place.role in {"reached", "listed"}])
    if ranked[0].place.role == "total" and total is not None and values != {total}:
        return None
    if len(values) == 1:
        return values.pop()
    if total is not None and ranked[0].place.role != "total":
        return total
    named = {count.value for count in ranked if count.unit is not None and count.unit.is_named}
    others = [count for count in ranked if count.unit is None or not count.unit.is_named]
    if len(named) == 1 and all(count.unit is not None and count.unit.is_qualified for count in others):
        return named.pop()
    return None


def _sum_of_parts(counts: Sequence[_Count]) -> float | None:
    """ "đợt 1: 30 lượt; đợt 2: 45 lượt" are 75."""
    parts = [count.place.part for count in counts]
    kinds = {part[0] for part in parts if part is not None}
    numbers = sorted(part[1] for part in parts if part is not None)
    if len(counts) < 2 or len(kinds) != 1 or numbers != list(range(1, len(counts) + 1)):
        return None
    if any(count.value is None for count in counts):
        return None
    return sum(count.value or 0 for count in counts)


def _without_denominators(counts: Sequence[_Count]) -> list[_Count]:
    """ "9 vụ trên 12 vụ": what stands behind "trên" right after the same figure is its whole."""
    kept: list[_Count] = []
    for count in counts:
        is_whole = kept and _ABOVE.search(count.place.before) and kept[-1].place.sentence == count.place.sentence
        if not is_whole:
            kept.append(count)
    return kept


def _is_part_in_question(counts: Iterable[_Count]) -> bool:
    """ "hiện có 118 trạm, trong đó 37 trạm mới": whether the new ones or all of them are asked, a person must say."""
    return any(
        count.place.role == "part" and _OWN_PART.search(f"{count.place.before} {count.place.after}") for count in counts
    )
