"""Lines whose indentation contradicts what they say, told by the keys of the plan language; and the text put straight.

A reading of its own, tried only on a file with faults, and kept only where it explains them with fewer: YAML lets one
shifted line change the meaning of all that follow. Only block style is judged; what it cannot tell keeps its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dondoc.plan.misplaced import ENTRIES, SINGLE
from dondoc.plan.source import AnchorSource, FigureSource, MeasureSource, ReminderSource, known_keys

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<dash>- +)?(?P<key>[^\s:#\[{\"'-][^:#\[{\"']*?|<<): *(?P<value>(?: .*)?)$")
_FLOW_KEY = re.compile(r"[{,]\s*([a-z_]+)\s*:")
_BLOCK_TEXT = re.compile(r"[|>][+-]?\d?\s*(#.*)?")
_ITEM = re.compile(r"[ \t]*-(\s|$)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|\s#.*$")
_NESTED = {
    "measure": frozenset(known_keys(MeasureSource)),
    "due_by": frozenset(known_keys(AnchorSource)),
    "due_before": frozenset(known_keys(AnchorSource)),
}
FIGURE_KEYS = frozenset(known_keys(FigureSource))
_STEP = frozenset(known_keys(ReminderSource))
_KEYS = {name: frozenset(known_keys(model)) for name, model in (*ENTRIES.items(), *SINGLE.items())}
_SECTION, _ENTRY, _KEY, _BELOW, _DEEPEST = range(5)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines next to each other (counted from 0) that are shifted by the same number of columns."""

    first: int
    after: int
    shift: int


@dataclass(slots=True)
class KeyedLine:
    """A line ``key: value``, counted from 0; its level is known once its key and its headings told it."""

    index: int
    indent: int
    key: str
    value: str
    level: int | None = None


def shifted_runs(lines: Sequence[str]) -> list[Run]:
    """Every run of lines that must be indented otherwise, by what their keys say."""
    keyed = list(keyed_lines(lines))
    _assign_levels(keyed)
    usual = _usual_indents(keyed)
    shifts: dict[int, int] = {}
    for number, line in enumerate(keyed):
        shift = usual[line.level] - line.indent if line.level is not None else 0
        after = keyed[number + 1].index if number + 1 < len(keyed) else len(lines)
        shifts.update(dict.fromkeys(range(line.index, after), shift))
    return _runs(lines, shifts)


def straightened(lines: Sequence[str], runs: Sequence[Run]) -> list[str]:
    """The lines with `runs` put where they belong."""
    straight = list(lines)
    for run in runs:
        for index in range(run.first, run.after):
            body = lines[index].lstrip(" \t")
            width = len(lines[index]) - len(body)
            straight[index] = " " * max(0, width + run.shift) + body if body else lines[index]
    return straight


def keyed_lines(lines: Sequence[str]) -> Iterator[KeyedLine]:
    """The lines ``key: value`` outside brackets and texts of several lines."""
    depth, text_below = 0, -1
    for index, line in enumerate(lines):
        body = line.strip()
        indent = len(line) - len(line.lstrip(" \t"))
        if not body or body.startswith("#") or (0 <= text_below < indent):
            continue
        text_below = -1
        match = _LINE.match(line) if depth == 0 else None
        bare = _QUOTED.sub("", line)
        depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
        if match is None or match["dash"]:
            continue
        value = re.sub(r"\s#.*$", "", match["value"]).strip()
        if _BLOCK_TEXT.fullmatch(value):
            text_below = indent
        yield KeyedLine(index, indent, match["key"].strip(), value)


def _assign_levels(lines: Sequence[KeyedLine]) -> None:
    """What each line is, by its key and by the headings above it; lines that nothing tells of stay without a level."""
    at = _Headings()
    for line, following in zip_longest(lines, lines[1:]):
        if _is_section(line, following, at.section):
            at = _Headings(section=line.key)
            line.level = _SECTION
        elif at.section in SINGLE:
            line.level = _ENTRY if line.key in _KEYS[at.section] else None
        elif at.section and _is_entry(line, following, at.section, at.key):
            at = _Headings(section=at.section, has_entry=True)
            line.level = _ENTRY
        elif (below := _level_below(line, following, at)) is not None:
            line.level, at.has_figure = below, below == _DEEPEST or not line.value
        elif at.has_entry and line.key in _KEYS[at.section] - (_STEP if at.key == "remind" else frozenset()):
            line.level, at.key, at.has_figure = _KEY, "" if line.value else line.key, False


@dataclass(slots=True)
class _Headings:
    """The section, the entry and the key that a line stands below."""

    section: str = ""
    has_entry: bool = False
    key: str = ""
    has_figure: bool = False


def _level_below(line: KeyedLine, following: KeyedLine | None, at: _Headings) -> int | None:
    """The level of a line that belongs below the key `figures`, `measure` or a deadline."""
    if line.key in _NESTED.get(at.key, ()):
        return _BELOW
    if at.key != "figures":
        return None
    if at.has_figure and line.key in FIGURE_KEYS:
        return _DEEPEST
    inside = keys_inside(line, following)
    return _BELOW if inside and inside <= FIGURE_KEYS else None


def _is_section(line: KeyedLine, following: KeyedLine | None, section: str) -> bool:
    if line.key not in _KEYS or line.value:
        return False
    inside = keys_inside(line, following)
    is_own_key = bool(section) and line.key in _KEYS[section]
    return line.indent == 0 or (not is_own_key and not inside & _KEYS.get(section, frozenset()))


def _is_entry(line: KeyedLine, following: KeyedLine | None, section: str, heading: str) -> bool:
    """Whether a line begins an agency, a task, …: what stands in or below it are the keys of one."""
    inside = keys_inside(line, following)
    if line.key in _KEYS[section] or not inside & _KEYS[section]:
        return False
    is_figure = heading == "figures" and inside <= FIGURE_KEYS and not line.key.isdigit()
    return not is_figure


def keys_inside(line: KeyedLine, following: KeyedLine | None) -> frozenset[str]:
    """The keys in the braces of a line, or the key on the line below a bare one."""
    if line.value.startswith("{"):
        return frozenset(_FLOW_KEY.findall(_QUOTED.sub("", line.value)))
    is_bare = not line.value or line.value.startswith("&")
    return frozenset({following.key}) if is_bare and following is not None else frozenset()


def _usual_indents(lines: Sequence[KeyedLine]) -> dict[int | None, int]:
    """How deep each level is indented in most of its lines, each deeper than the one above."""
    usual: dict[int | None, int] = {_SECTION: 0}
    for level in (_ENTRY, _KEY, _BELOW, _DEEPEST):
        counted = Counter(line.indent for line in lines if line.level == level)
        above = usual[level - 1]
        deeper = [(count, -indent) for indent, count in counted.items() if indent > above]
        usual[level] = -max(deeper)[1] if deeper else above + 2
    return usual


def _runs(lines: Sequence[str], shifts: dict[int, int]) -> list[Run]:
    runs: list[Run] = []
    for index, line in enumerate(lines):
        shift = shifts.get(index, 0)
        if not line.strip():
            continue
        if runs and runs[-1].shift == shift and not any(map(str.strip, lines[runs[-1].after : index])):
            runs[-1] = Run(runs[-1].first, index + 1, shift)
        else:
            runs.append(Run(index, index + 1, shift))
    return [run for run in runs if run.shift]
