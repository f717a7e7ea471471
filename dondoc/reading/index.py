"""A plan prepared for reading: its tasks' words, and the names under which their figures are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dondoc.plan.model import Plan
from dondoc.reading.figure_index import FigureIndex, figure_index
from dondoc.reading.folded import MASK, clean, plain_of
from dondoc.reading.vocabulary import naming

GRAM = 4
MIN_PAIRS = 2
MAX_PAIRS = 60
UNKNOWN_PAIR = 0.5
_WORD = re.compile(r"[a-z0-9]+")
_STOP = frozenset(map(plain_of, naming.EMPTY_WORDS))
_COMMON = frozenset(tuple(plain_of(words).split()) for words in naming.COMMON_WORDS)
_TITLE_LEFT = re.compile(r"(?:[\W\d_]|nhiem vu|nv)*")
_STATING = frozenset(["da", "chua", "dang", "se", "duoc", "the"])


@dataclass(frozen=True, slots=True)
class TaskIndex:
    """One task's words: `plain` title, its pairs of neighbouring words, and its figures."""

    number: int
    plain: str
    pairs: frozenset[tuple[str, str]]
    figures: FigureIndex


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """The whole plan; `grams` are runs of GRAM words of any title, by which a title is recognised inside a text,
    and `heads` their first words; `spread` counts the titles in which a pair of words stands."""

    tasks: Mapping[int, TaskIndex]
    grams: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    spread: Mapping[tuple[str, str], int]

    def masked(self, text: str, plain: str) -> str:
        """`plain` with the plan's own words blotted out, so that "hoàn thành" in a title is no answer."""
        found = list(_WORD.finditer(plain_of(text)))
        hidden = [False] * len(found)
        tokens = [match.group() for match in found]
        for index in range(len(tokens) - GRAM + 1):
            if tokens[index] in self.heads and tuple(tokens[index : index + GRAM]) in self.grams:
                hidden[index : index + GRAM] = [True] * GRAM
        if not any(hidden):
            return plain
        _show_statements(tokens, hidden)
        chars = list(plain)
        for match, is_hidden in zip(found, hidden, strict=True):
            if is_hidden:
                chars[match.start() : match.end()] = MASK * (match.end() - match.start())
        return "".join(chars)

    def is_title(self, text: str) -> bool:
        """Whether a line says nothing but a task's number and title, as our own forms do."""
        return _TITLE_LEFT.fullmatch(self.masked(text, plain_of(text))) is not None and len(text.split()) >= GRAM

    def named(self, segment: str, asked: Iterable[int]) -> int | None:
        """The task that a few words name, if they name one and no other."""
        pairs = pairs_of(plain_of(segment))
        if len(pairs) < MIN_PAIRS or len(pairs) > MAX_PAIRS:
            return None
        scores = sorted(
            ((self._weight(pairs & task.pairs), number) for number, task in self.tasks.items()), reverse=True
        )
        best, number = scores[0]
        second = scores[1][0] if len(scores) > 1 else 0.0
        shared = len(pairs & self.tasks[number].pairs)
        share = best / (self._weight(pairs) or 1.0)
        needed = 0.7 if shared > MIN_PAIRS else 1.0
        if shared < MIN_PAIRS or share < needed or second > 0.6 * best:
            return None
        return number if number in set(asked) else None

    def hinted(self, segment: str) -> int | None:
        """The one task whose title alone has words that stand here: a hint, and no name."""
        pairs = {pair for pair in pairs_of(plain_of(segment)) if self.spread.get(pair) == 1} - _COMMON
        tasks = [number for number, task in self.tasks.items() if pairs & task.pairs]
        return tasks[0] if len(tasks) == 1 else None

    def _weight(self, pairs: frozenset[tuple[str, str]]) -> float:
        """How much pairs of words tell: one that stands in many titles tells little, one in none counts against."""
        return sum(1 / count if (count := self.spread.get(pair, 0)) else UNKNOWN_PAIR for pair in pairs)


def pairs_of(plain: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words that carry meaning."""
    tokens = [token for token in _WORD.findall(plain) if token not in _STOP]
    return frozenset(pairwise(tokens))


def _show_statements(tokens: list[str], hidden: list[bool]) -> None:
    """ "đã hoàn thành …" is a statement even where the title itself begins with "Hoàn thành …"."""
    for index in range(1, len(tokens) - 1):
        if hidden[index] and tokens[index : index + 2] == ["hoan", "thanh"] and tokens[index - 1] in _STATING:
            hidden[index : index + 2] = [False, False]


def index_of(plan: Plan) -> PlanIndex:
    """The index of a plan, made once for each plan in hand."""
    return _index(Same(plan))


class Same:
    """A plan compared by identity, so that its index can be remembered."""

    __slots__ = ("plan",)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.plan is self.plan


@lru_cache(maxsize=16)
def _index(same: Same) -> PlanIndex:
    tasks: dict[int, TaskIndex] = {}
    grams: set[tuple[str, ...]] = set()
    spread: Counter[tuple[str, str]] = Counter()
    for number, task in same.plan.tasks.items():
        plain = " ".join(plain_of(clean(task.content)).split())
        tokens = _WORD.findall(plain)
        grams.update(tuple(tokens[i : i + GRAM]) for i in range(len(tokens) - GRAM + 1))
        tasks[number] = TaskIndex(number, plain, pairs_of(plain), figure_index(task.figures))
        spread.update(tasks[number].pairs)
    return PlanIndex(tasks, frozenset(grams), frozenset(gram[0] for gram in grams), spread)
