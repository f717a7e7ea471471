"""The figures of a task in a text: by unit after the number, by label before it, and yes/no answers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.folded import Folded, pattern_of, plain_of, same_tones, words_regex
from dondoc.reading.index import FigureIndex, Phrase
from dondoc.reading.money import in_unit, is_money
from dondoc.reading.numbers import Number, numbers_in, value_of
from dondoc.reading.vocabulary import quantities
from dondoc.reply import FigureValue

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s*[,/]\s*(?=[^\W\d_])|\s+|\s*(?=[^\W\d_])")
_CLAUSE = re.compile(
    r"[;\n!?]|[.](?=\s|$)|,\s|\s\+\s|\(|\)|(?<![a-z0-9])(?:va|voi|cho|trong d[o_]|nhung|tuy nhien|con)(?![a-z0-9_])"
)
_NOT_REACHED = words_regex(quantities.FIGURE_NOT_REACHED)
_APPROXIMATE = re.compile(rf"(?:(?<![a-z0-9])(?:{pattern_of(quantities.APPROXIMATE)})|[~<>≈])\s*$")
_TOTAL = words_regex(quantities.FIGURE_TOTAL)
_COMPOUNDS = {first: frozenset(seconds) for first, seconds in quantities.UNIT_COMPOUNDS.items()}
_YES = re.compile(rf"^\s*(?:{pattern_of(quantities.YES)})(?![a-z0-9])")
_NO = re.compile(rf"^\s*(?:{pattern_of(quantities.NO)})(?![a-z0-9])")
_LABEL = re.compile(
    r"(?:^|[\n;|]|[,.]\s|\()\s*[-+*•·○●▪o]?\s*([a-z0-9_][^:=\n;|]{1,110}?)\s*(?:\([^)\n]{0,40}\)\s*)?(?:[:=]|\bla\b)\s*"
)
_PART = re.compile(r"(?<![\d/.,])(\d{1,5})\s*/\s*(\d{1,5})(?![\d/]|[.,]\d)")
_RATE = re.compile(r"^(?:(?:ty|ti) le(?: phan tram)?|phan tram|%)\s+|\s*\(%\)$")
_OF_TOTAL = re.compile(r"(?<![a-z0-9])(?:trong|tren)\s+tong(?:\s+so)?\s*$")
_EACH = re.compile(r"(?<![\w])moi\s+\w+\s*$")
_DOTS = re.compile(r"^[\s.…_]*$")


@dataclass(slots=True)
class Figures:
    """What was found: `values` are certain; `doubtful` are ids of numbers that are approximate or said twice."""

    values: dict[str, FigureValue] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)

    def put(self, figure: str, value: float | None) -> None:
        """Take a number up; a second one that differs makes the figure doubtful."""
        if figure in self.doubtful:
            return
        if value is None or self.values.get(figure, value) != value:
            self.doubtful.add(figure)
            self.values.pop(figure, None)
        else:
            self.values[figure] = _tidy(value)


def _tidy(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def figures_in(text: Folded, index: FigureIndex) -> Figures:
    """Every figure of `index` that the text states as reached."""
    found = Figures()
    if not index.figures:
        return found
    for share in _shares(text, index):
        found.put(share.figure, share.value)
    by_label = label_places(text, index)
    for figure, _, begin, end in _labelled(text, index):
        _take_value(text.slice(begin, end), index, figure, found)
    spans = _clauses(text.plain)
    totals: dict[str, float] = {}
    for number in (*numbers_in(text), *_parts(text)):
        phrase = _unit_after(text, number, index)
        if phrase is None or any(start <= number.start < end for start, end in by_label):
            continue
        clause = spans[bisect_right(spans, (number.start, len(text.plain))) - 1]
        _take(text, number, index.figures[phrase.figure], clause, found, totals)
    for figure, value in totals.items():
        found.doubtful.discard(figure)
        found.values[figure] = _tidy(value)
    _spoken_yesno(plain_of(text.text), index, found)
    return found


def _parts(text: Folded) -> Iterator[Number]:
    """ "28/28 vụ": what was reached stands before the stroke."""
    for match in _PART.finditer(text.plain):
        if int(match.group(1)) <= int(match.group(2)):
            yield Number(float(match.group(1)), match.start(), match.end())


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage that is a figure of the plan: "tỷ lệ hồ sơ nộp trực tuyến đạt 67%", "92% hồ sơ nộp trực tuyến"."""

    figure: str
    value: float | None
    start: int
    end: int


def _shares(text: Folded, index: FigureIndex) -> Iterator[_Share]:
    plain = plain_of(text.text)
    if "%" not in plain:
        return
    for figure in index.figures.values():
        if (figure.unit or "").strip() != "%":
            continue
        for match in re.finditer(_share_pattern(figure.name), plain):
            yield _Share(figure.id, value_of(match["behind"] or match["before"]), match.start(), match.end())


@lru_cache(maxsize=512)
def _share_pattern(name: str) -> str:
    core = r"\s+".join(map(re.escape, _RATE.sub("", " ".join(plain_of(name).split())).split()))
    number = r"\d{1,3}(?:[.,]\d{1,2})?"
    joiner = r"(?:\(%\)\s*)?(?:(?:hien |nay )*(?:dat|la|bang)(?:\s+ty le)?|[:=])?"
    return (
        rf"(?<![a-z0-9])(?:(?:ty|ti) le\s+)?{core}\s*{joiner}\s*(?P<behind>{number})\s*%"
        rf"|(?<![\d.,])(?P<before>{number})\s*%\s*(?:so\s+|tong so\s+)?{core}(?![a-z0-9])"
    )


def _clauses(plain: str) -> list[tuple[int, int]]:
    starts = [0, *(match.start() for match in _CLAUSE.finditer(plain))]
    return list(zip(starts, [*starts[1:], len(plain)], strict=True))


def _take(
    text: Folded, number: Number, figure: Figure, clause: tuple[int, int], found: Figures, totals: dict[str, float]
) -> None:
    before, after = text.plain[clause[0] : number.start], text.plain[number.end : clause[1]]
    value = number.value
    if value is not None and is_money(figure.unit):
        value = in_unit(value, text.plain[number.start : number.end + 20], figure.unit or "")
    if _OF_TOTAL.search(before):
        return
    if _TOTAL.search(before) and value is not None and not _is_approximate(before):
        totals[figure.id] = value
    elif (
        _NOT_REACHED.search(before)
        or _is_each(text.text[clause[0] : number.start])
        or re.search(r"(?<![a-z0-9])(?:chua|khong|con thieu|se)(?![a-z0-9_])", after)
    ):
        return
    elif _is_approximate(before):
        found.put(figure.id, None)
    elif value is not None and _is_its_verb(figure.name, before):
        totals[figure.id] = value
    else:
        found.put(figure.id, value)


def _is_its_verb(name: str, before: str) -> bool:
    """ "phát hiện 12 vụ, đã xử lý 9 vụ" for "Số vụ đã xử lý": the number behind the figure's own verb."""
    verb = plain_of(name).partition(" da ")[2].strip()
    return bool(verb) and re.search(rf"(?<![a-z0-9]){re.escape(verb)}(?:\s+(?:moi|duoc|xong))*\s*$", before) is not None


def _is_each(before: str) -> bool:
    """ "mỗi lớp 60 người": a number for each and not for all; without tones "mỗi" and "mới" look alike."""
    lowered = before.lower()
    return "mỗi" in lowered or _EACH.search(lowered) is not None


def _is_approximate(before: str) -> bool:
    return _APPROXIMATE.search(before) is not None


def _unit_after(text: Folded, number: Number, index: FigureIndex) -> Phrase | None:
    """The longest of the plan's phrases right after a number; None where two figures share it."""
    position = number.end
    tokens: list[tuple[str, str, int]] = []
    while len(tokens) <= index.longest:
        gap = _GAP.match(text.plain, position)
        word = _WORD.match(text.text, gap.end() if gap else position)
        if word is None:
            break
        tokens.append((plain_of(word.group()), word.group().lower(), word.end()))
        position = word.end()
    for length in range(min(len(tokens), index.longest), 0, -1):
        phrases = index.units.get(tuple(token[0] for token in tokens[:length]))
        if phrases is None or _is_other_word(tokens, length):
            continue
        fitting = [phrase for phrase in phrases if _same(tokens[:length], phrase, is_toned=text.is_toned)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _same(tokens: list[tuple[str, str, int]], phrase: Phrase, *, is_toned: bool) -> bool:
    if not is_toned or len(tokens) > 1:
        return True
    return same_tones(tokens[0][1], phrase.written)


def _is_other_word(tokens: list[tuple[str, str, int]], length: int) -> bool:
    following = tokens[length][0] if len(tokens) > length else ""
    return following in _COMPOUNDS.get(tokens[length - 1][0], ())


def label_places(text: Folded, index: FigureIndex) -> list[tuple[int, int]]:
    """Where labels with their values stand; what is there says nothing else."""
    labels = [(start, end) for _, start, _, end in _labelled(text, index)]
    return [*labels, *((share.start, share.end) for share in _shares(text, index))]


def _labelled(text: Folded, index: FigureIndex) -> list[tuple[str, int, int, int]]:
    """Each figure written as "name: value": where its name and its value begin, and where that ends, if empty too."""
    found: list[tuple[str, int, int, int]] = []
    if not index.labels:
        return found
    for match in _LABEL.finditer(text.plain):
        label = " ".join(plain_of(text.text[match.start(1) : match.end(1)]).split()).strip(" -+*")
        figure = index.labels.get(label) or index.labels.get(_FILLER.sub("", label))
        if figure:
            found.append((figure, match.start(1), match.end(), _value_end(text.plain, match.end())))
    return found


_FILLER = re.compile(
    r"^(?:tong so |tong |ve )|(?: nam \d{4}| trong (?:nam|ky|quy)(?: \d{4})?| da su dung| uoc tinh| thuc te)$"
)


def _value_end(plain: str, start: int) -> int:
    stop = re.compile(r"[\n;|]|,\s|\.(?=\s|$)").search(plain, start)
    return stop.start() if stop else len(plain)


def _take_value(value: Folded, index: FigureIndex, figure: str, found: Figures) -> None:
    if _DOTS.match(value.text):
        return
    if index.figures[figure].kind == "yesno":
        answer = False if _NO.match(plain_of(value.text)) else True if _YES.match(plain_of(value.text)) else None
        if answer is None:
            found.doubtful.add(figure)
        else:
            found.values[figure] = answer
        return
    number = next(numbers_in(value), None)
    if number is None:
        return
    amount = number.value
    unit = index.figures[figure].unit
    if amount is not None and is_money(unit):
        amount = in_unit(amount, value.plain[number.start :], unit or "")
    found.put(figure, None if _is_approximate(value.plain[: number.start]) else amount)


def _spoken_yesno(plain: str, index: FigureIndex, found: Figures) -> None:
    """ "đã thiết lập đường dây nóng" answers the figure of that name, and "chưa …" denies it."""
    for figure in index.figures.values():
        if figure.kind == "yesno" and figure.id not in found.values:
            answer = _spoken(" ".join(plain_of(figure.name).split()), plain)
            if answer is not None:
                found.values[figure.id] = answer


def _spoken(name: str, plain: str) -> bool | None:
    """Whether the text asserts what a yes/no figure is called, denies it, or is silent."""
    subject, verb, act = (
        re.split(r"(?:^|(?<= ))(da|co) ", name, maxsplit=1) if re.search(r"(?:^| )(?:da|co) ", name) else ("", "", "")
    )
    if not act:
        return None
    said = rf"{re.escape(subject)}(?:{{}})\s+{re.escape(act)}(?![a-z0-9_])(?!\s*(?:\([^)]*\)\s*)?[:?])"
    verbs = "da(?: co)?|co" if verb == "da" and not subject else verb
    if re.search(
        rf"(?<![a-z0-9])(?:chua|khong)\s+{said.format('co|da|duoc')}|(?<![a-z0-9]){said.format('chua(?: co)?')}", plain
    ):
        return False
    return True if re.search(rf"(?<![a-z0-9])(?<!chua )(?<!khong )(?<!se ){said.format(verbs)}", plain) else None
