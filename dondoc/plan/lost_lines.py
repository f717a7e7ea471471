"""Headings that are not there: the id of an entry or `figures:` was deleted, so that what stood below ran into another.

A reading of its own, like that of shifted lines: tried only on a file with faults, by the keys of the plan language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from dondoc.plan.layout import FIGURE_KEYS, KeyedLine, keyed_lines, keys_inside
from dondoc.plan.misplaced import ENTRIES
from dondoc.plan.source import MeasureSource, known_keys
from dondoc.plan.suggest import slug

_MEASURE_KEYS = frozenset(known_keys(MeasureSource))
_KEYS = {name: frozenset(known_keys(model)) for name, model in ENTRIES.items()}
_PLACEHOLDER = "mat-dong-"
_NAME = re.compile(r"\s*name:\s+(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Lost:
    """A heading that stood before line `index` (from 0); `key` is empty where it was the id of an entry of `section`.

    `repeats` is the key that stands a second time from here and its first line, where that is what tells; `name` the
    name of the entry.
    """

    index: int
    indent: int
    section: str
    key: str = ""
    repeats: tuple[str, int] | None = None
    name: str = ""


def lost_lines(lines: Sequence[str]) -> list[Lost]:
    """Every heading that must have been lost, in file order."""
    found: list[Lost] = []
    for section, body in _sections(list(keyed_lines(lines))):
        found += _lost_in(section, body)
    return [each if each.key else replace(each, name=_name_below(lines, each)) for each in found]


def _name_below(lines: Sequence[str], lost: Lost) -> str:
    """The name that an entry without its heading gives itself."""
    own = takewhile(
        lambda line: not line.strip() or len(line) - len(line.lstrip(" ")) > lost.indent, lines[lost.index :]
    )
    match = next((found for line in own if (found := _NAME.match(line))), None)
    return match["name"].strip(" \"'") if match else ""


def keys_of_sections(lines: Sequence[str]) -> dict[str, list[str]]:
    """Every key below each section, whatever its level."""
    return {section: [line.key for line in body] for section, body in _sections(list(keyed_lines(lines)))}


def placeholders(lost: Sequence[Lost], taken: Mapping[str, Sequence[str]], named: Mapping[str, str]) -> list[str]:
    """What the lost headings said, as far as it can be told.

    `taken` has the keys of each section. `named` tells of the ids that are named but not there in which section they
    are missed: the one that the entry's own name makes it was, and where as many are missed as were lost, all of them.
    """
    missed = {
        section: [each for each, home in named.items() if home == section]
        for section in {each.section for each in lost}
    }
    told = [slug(each.name) if slug(each.name) in missed[each.section] else None for each in lost]
    left = {section: [each for each in ids if each not in told] for section, ids in missed.items()}
    keys: list[str] = []
    for each, own in zip(lost, told, strict=True):
        if each.key or own:
            keys.append(each.key or own or "")
        elif each.section == "tasks":
            keys.append(str(_free_number([*taken.get("tasks", ()), *keys])))
        else:
            untold = [one for one, known in zip(lost, told, strict=True) if one.section == each.section and not known]
            place = [one for one in untold if not one.key].index(each)
            ids = left[each.section] if len(left[each.section]) == sum(not one.key for one in untold) else []
            keys.append(ids[place] if ids else f"{_PLACEHOLDER}{len(keys) + 1}")
    return keys


def is_placeholder(key: str) -> bool:
    """Whether a key only stands in for an id that nothing tells."""
    return key.startswith(_PLACEHOLDER)


def restored(lines: Sequence[str], lost: Sequence[Lost], keys: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines with the lost ones put back, and the numbers (from 1) that those have now."""
    whole: list[str] = []
    put: list[int] = []
    at = {each.index: f"{' ' * each.indent}{key}:" for each, key in zip(lost, keys, strict=True)}
    for index, line in enumerate(lines):
        if index in at:
            whole.append(at[index])
            put.append(len(whole))
        whole.append(line)
    return whole, put


def _free_number(taken: Sequence[str]) -> int:
    numbers = {int(each) for each in taken if each.isdigit()}
    return next(number for number in range(1, len(numbers) + 2) if number not in numbers)


def _sections(lines: Sequence[KeyedLine]) -> Iterator[tuple[str, list[KeyedLine]]]:
    """The lines below each heading at the left edge that has entries."""
    starts = [number for number, line in enumerate(lines) if line.indent == 0]
    ends = [*starts[1:], len(lines)]
    for start, after in zip(starts, ends, strict=False):
        if lines[start].key in _KEYS and not lines[start].value and start + 1 < after:
            yield lines[start].key, list(lines[start + 1 : after])


@dataclass(slots=True)
class _Entry:
    """What was seen so far of the entry that a line stands in: its own keys, each with its line."""

    is_closed: bool = False
    indent: int | None = None
    seen: dict[str, int] = field(default_factory=dict)


def _lost_in(section: str, body: Sequence[KeyedLine]) -> Iterator[Lost]:
    known = _KEYS[section]
    ids = [line.indent for line in body if line.key not in known]
    first = body[0]
    if first.key in known:
        level = min(ids, default=first.indent)
        level = level if level < first.indent else max(1, first.indent - 2)
        yield Lost(first.index, level, section)
    else:
        level = first.indent
    entry = _Entry()
    for number, line in enumerate(body):
        if line.indent == level:
            entry = _Entry(is_closed=bool(line.value) and not line.value.startswith("&"))
            continue
        lost = _before(section, body, number, entry, level)
        if lost is not None:
            yield lost
        if lost is not None and lost.indent == level:
            entry = _Entry()
        _see(entry, line)


def _see(entry: _Entry, line: KeyedLine) -> None:
    entry.indent = line.indent if entry.indent is None else entry.indent
    if line.indent == entry.indent:
        entry.seen.setdefault(line.key, line.index)


def _before(section: str, body: Sequence[KeyedLine], number: int, entry: _Entry, level: int) -> Lost | None:
    """The heading that must have stood right before a line, if any."""
    line = body[number]
    if entry.is_closed:
        return Lost(line.index, level, section) if line.key in _KEYS[section] else None
    if line.indent == entry.indent and _begins_anew(body[number:], entry):
        return Lost(line.index, level, section, repeats=(line.key, entry.seen[line.key] + 1))
    if body[number - 1].key == "figures" and not body[number - 1].value and line.key in FIGURE_KEYS and line.value:
        return Lost(line.index, body[number - 1].indent + 1, "figures")
    heading = _heading_of(section, body, number, entry)
    return Lost(line.index, entry.indent or level, section, heading) if heading else None


def _begins_anew(rest: Sequence[KeyedLine], entry: _Entry) -> bool:
    """Whether several keys of the entry come again from here on, its first key first."""
    if rest[0].key != next(iter(entry.seen), None):
        return False
    own = [line.key for line in rest if line.indent == entry.indent]
    return sum(key in entry.seen for key in own[: len(entry.seen)]) > 1


def _heading_of(section: str, body: Sequence[KeyedLine], number: int, entry: _Entry) -> str | None:
    """`figures` or `measure`, where a line stands deeper than the one before it and that one holds a value."""
    line, before = body[number], body[number - 1]
    if entry.indent is None or line.indent <= entry.indent or before.indent != entry.indent or not before.value:
        return None
    following = body[number + 1] if number + 1 < len(body) else None
    inside = keys_inside(line, following)
    if "figures" in _KEYS[section] - entry.seen.keys() and inside and inside <= FIGURE_KEYS:
        return "figures"
    return "measure" if "measure" in _KEYS[section] - entry.seen.keys() and line.key in _MEASURE_KEYS else None
