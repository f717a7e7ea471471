"""Every number in a text that stands for a figure: by the figure's name before it, or by its unit behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.figure_index import FigureIndex, is_counted, tokens_of
from dondoc.reading.folded import Folded, clean, folded, pattern_of, plain_of, same_tones
from dondoc.reading.labels import Label
from dondoc.reading.money import amounts_in, is_money, money_in, scale_of
from dondoc.reading.numbers import Number, numbers_in
from dondoc.reading.roles import Place, Sentences, ends_at, is_left
from dondoc.reading.stocks import asked_by
from dondoc.reading.units import Unit, unit_at
from dondoc.reading.vocabulary import figures as words

_BOUNDED = re.compile(rf"(?:(?<![a-z0-9])(?:{pattern_of(words.BOUNDED)})|[<>])\s*$")
_BOUNDED_AFTER = re.compile(rf"(?:\s+[a-z_]+){{0,3}}\s+(?:{pattern_of(words.AFTER_BOUNDED)})(?![a-z0-9_])")
_ORDINAL = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.ORDINAL_NOUNS)})\s*$")
_MAYBE_ORDINAL = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.MAYBE_ORDINAL_NOUNS)})\s*$")
MAX_ORDINAL = 12
NEAR = 20
VERB_WORDS = 2
_RECEIVED = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of(words.RECEIVED)})(?:\s+(?:va|duoc|moi|tong so|tong cong|tong|them|la|so))*\s*$"
)
_PART_OF = re.compile(r"(?<![\w/.,])(\d{1,5})\s*/\s*(\d{1,5})(?![\d/]|[.,]\d)")
_HEADED_YEAR = re.compile(r"20\d\d\s*[:=)]")
"""A year above a number: "Số lớp 2026: 5"."""
_DAY_BEFORE = re.compile(r"(?<![a-z0-9])(?:ngay|dip|le|mung|tu|den|hom|sang|chieu|toi|va|-)\s*$")
_ENDS = re.compile(r"\s*(?:$|[.,;)\n])(?!\d)")
_ELLIPTIC = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.BEFORE_RESULT)})(?:\s+[a-z]+){{0,3}}\s*:?\s*$")
_DIFFERENCE = re.compile(
    rf"(?<![a-z0-9])(?!(?:{pattern_of(words.NO_DIFFERENCES)})(?![a-z0-9_]))(?:{pattern_of(words.DIFFERENCES)})(?![a-z0-9_])"
)
_ENDED_AT_OR_BY = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.ENDED_AT_OR_BY)})\s*$")
_COMPARED_WITH = re.compile(r"(?<![a-z0-9])(?:so voi|so|cung ky|hon)(?![a-z0-9_])")


@dataclass(frozen=True, slots=True)
class Count:
    """One number that may be a figure's: None where it is not exact; `is_own` behind the figure's own verb."""

    figure: str
    value: float | None
    place: Place
    unit: Unit | None = None
    is_own: bool = False
    is_received: bool = False
    is_labelled: bool = False


def counts_in(text: Folded, index: FigureIndex, labels: Sequence[Label], year: int | None) -> Iterator[Count]:
    """Every number that stands for a figure, in order, with what it is in its sentence."""
    sentences = Sentences(text, year)
    waiting = deque(label for label in labels if index.figures[label.figure].kind == "number")
    last: Count | None = None
    for number in _numbers(text, index):
        while waiting and waiting[0].end <= number.start:  # labels end in the order in which they begin
            waiting.popleft()
        label = waiting[0] if waiting and waiting[0].begin <= number.start else None
        count = _labelled(text, number, index, label, sentences) if label is not None else None
        if count is not None:
            waiting.popleft()
        else:
            count = _by_unit(text, number, index, sentences) or _elliptic(text, number, last, index, sentences)
        if count is not None:
            count = _in_its_own_right(count, last, index)
            last = count
            yield count


def _in_its_own_right(count: Count, last: Count | None, index: FigureIndex) -> Count:
    """ "9.840 lượt lao động, trong đó 2.315 người được nhận việc": part of another figure, and the whole of its own."""
    if count.place.role != "part" or last is None or last.figure == count.figure:
        return count
    figure = index.figures[count.figure]
    counted = tokens_of(count.unit.phrase.written if count.unit else "")
    following = tokens_of(count.place.after)[:1]
    is_named = {*counted, *following} <= {*tokens_of(clean(figure.name))} and (
        bool(following) or len(counted) > len(tokens_of(figure.unit or ""))
    )
    return replace(count, place=replace(count.place, role="reached")) if is_named else count


def _numbers(text: Folded, index: FigureIndex) -> list[Number]:
    """Plain numbers, the reached part of "28/28 vụ", and money in the unit of the figure that asks for it."""
    found = [*numbers_in(text), *_parts(text)]
    if any(is_money(figure.unit) for figure in index.figures.values()):
        amounts = [Number(amount.value, amount.start, amount.end, is_money=True) for amount in amounts_in(text)]
        ends = [(amount.start, amount.end) for amount in amounts]
        found = [number for number in found if not _is_within(number.start, ends)] + amounts
    counting = (n for n in found if not _is_ordinal(text.plain, n) and not _HEADED_YEAR.match(text.plain, n.start))
    return sorted(counting, key=lambda number: number.start)


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, which follow each other, covers a place."""
    at = bisect_right(spans, (place, len(spans) and spans[-1][1])) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _parts(text: Folded) -> Iterator[Number]:
    for match in _PART_OF.finditer(text.plain):
        before = text.plain[max(0, match.start() - NEAR) : match.start()]
        if int(match.group(1)) <= int(match.group(2)) and not _DAY_BEFORE.search(before):
            yield Number(float(match.group(1)), match.start(), match.end())


def _is_ordinal(plain: str, number: Number) -> bool:
    """ "tháng 9 lớp …", "thôn 5 hộ …": the number tells which, and not how many."""
    if number.is_spelt or number.value is None:
        return False
    return _ORDINAL.search(plain[max(0, number.start - NEAR) : number.start]) is not None


def _labelled(
    text: Folded, number: Number, index: FigureIndex, label: Label, sentences: Sentences
) -> Count | None:  # fmt: skip
    """The first number behind a figure's name, unless its unit says that it counts something else."""
    figure = index.figures[label.figure]
    unit = unit_at(text, number.end, index)
    if unit is not None and (unit.phrase.figure != figure.id or unit.phrase.is_other):
        return None
    place = sentences.place(
        number.start, unit.end if unit else number.end, begin=label.begin, aside=label.aside, of=asked_by(figure)
    )
    if is_money(figure.unit):
        value = money_in(text.slice(number.start, label.end), figure.unit or "")
    else:
        value = _value(number, figure)
    if _is_bounded(place, text, number, unit):
        value = None
    return Count(figure.id, value, place, unit, is_labelled=True)


def _by_unit(text: Folded, number: Number, index: FigureIndex, sentences: Sentences) -> Count | None:
    """A number with the unit of a figure behind it."""
    money = [figure for figure in index.figures.values() if is_money(figure.unit)]
    unit: Unit | None = None
    if len(money) == 1 and number.is_money:
        figure = money[0]
        value = None if number.value is None else round(number.value / (scale_of(figure.unit or "") or 1), 6)
    else:
        unit = unit_at(text, number.end, index)
        if unit is None:
            return None
        figure = index.figures[unit.phrase.figure]
        value = None if unit.phrase.is_other else _value(number, figure)
    of = asked_by(figure)
    place = sentences.place(number.start, unit.end if unit else number.end, of=of)
    if _is_bounded(place, text, number, unit) or _may_be_difference(place) or _may_be_ordinal(text, place, number):
        value = None
    difference = _difference_in(figure.name)
    if difference:
        return _of_difference(Count(figure.id, value, place, unit, is_own=True), difference)
    verb = plain_of(figure.name).partition(" da ")[2].strip()
    counted = text.plain[number.end : unit.end] if unit else ""
    is_own = (bool(verb) and _is_with_its_verb(verb, place, counted)) or (of == "now" and is_left(place.before))
    is_received = bool(verb) and not is_own and _RECEIVED.search(place.before) is not None
    return Count(figure.id, value, place, unit, is_own=is_own, is_received=is_received)


@lru_cache(maxsize=512)
def _difference_in(name: str) -> str:
    """ "giảm" in "Số đầu mối đã giảm": what such a figure asks is a difference itself."""
    found = _DIFFERENCE.search(folded(clean(name).lower(), toned=True).plain)
    return found.group() if found else ""


def _of_difference(count: Count, word: str) -> Count | None:
    """The number behind the figure's own word ("giảm 3 đầu mối"); how many there are now is none of it."""
    if ends_at(count.place.before):
        return None
    if re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9_])", count.place.before) is None:
        return None
    is_compared = count.place.role == "compared"
    return replace(count, place=replace(count.place, role="reached")) if is_compared else count


def _elliptic(
    text: Folded, number: Number, last: Count | None, index: FigureIndex, sentences: Sentences
) -> Count | None:  # fmt: skip
    """ "kế hoạch 5 lớp, đã mở 3": a bare number behind a result's verb counts what was counted before."""
    if last is None or not (last.place.role in {"planned", "total", "of-total"} or last.is_received):
        return None
    if not _ENDS.match(text.plain, number.end):
        return None
    place = sentences.place(number.start, number.end)
    if place.sentence != last.place.sentence or place.role != "reached" or not _ELLIPTIC.search(place.before):
        return None
    return Count(last.figure, _value(number, index.figures[last.figure]), place, is_own=True)


def _value(number: Number, figure: Figure) -> float | None:
    """The number's value; what is counted comes in whole numbers, so that "12,480 hồ sơ" can only be thousands."""
    if not is_counted(figure.unit):
        return number.value
    value = number.grouped if number.value is None else number.value
    return None if value is None or not value.is_integer() else value


def _is_bounded(place: Place, text: Folded, number: Number, unit: Unit | None) -> bool:
    """ "hơn 500", "trên 1.000", "30 người trở lên": a bound is no number."""
    end = unit.end if unit else number.end
    is_bound = _BOUNDED.search(place.before) is not None and not ends_at(place.before)
    return is_bound or _BOUNDED_AFTER.match(text.plain, end) is not None


def _may_be_difference(place: Place) -> bool:
    """ "tăng lên 148 căn so với năm trước": to so many or by so many, nobody can tell."""
    is_either = _ENDED_AT_OR_BY.search(place.before) is not None
    return is_either and _COMPARED_WITH.search(f"{place.before} {place.after}") is not None


def _may_be_ordinal(text: Folded, place: Place, number: Number) -> bool:
    """ "lớp 5 học sinh", "lớp 1 250 người": which one or how many, nobody can tell; "di dời 12 hộ" names no "đội"."""
    is_small = number.value is not None and number.value <= MAX_ORDINAL
    is_spaced = " " in text.plain[number.start : number.end]
    if not (is_small or is_spaced) or number.is_spelt or _MAYBE_ORDINAL.search(place.before) is None:
        return False
    written = text.text[: number.start].split()[-1].lower()
    return not text.is_toned or any(same_tones(written, noun) for noun in words.MAYBE_ORDINAL_NOUNS)


def _is_with_its_verb(verb: str, place: Place, counted: str) -> bool:
    """Whether the figure's own verb stands before the number, behind it, or in the words that it counts."""
    is_within = "," not in counted and counted.endswith(f" da {verb}")
    return is_within or _is_its_verb(verb, place.before) or _is_verb_after(verb, place.after)


def _is_verb_after(verb: str, after: str) -> bool:
    """ "có 96 trường triển khai" for "Số trường đã triển khai"; of a long verb the first words are enough."""
    verb = " ".join(verb.split()[:VERB_WORDS])
    return re.match(rf"\s+(?:(?:da|duoc)\s+)*{re.escape(verb)}(?![a-z0-9])", after) is not None


def _is_its_verb(verb: str, before: str) -> bool:
    """ "phát hiện 12 vụ, đã xử lý 9 vụ" for "Số vụ đã xử lý": the number behind the figure's own verb."""
    return re.search(rf"(?<![a-z0-9]){re.escape(verb)}(?:\s+(?:moi|duoc|xong))*\s*$", before) is not None
