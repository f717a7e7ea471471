"""plan.yaml as a tree in which every key and value knows its place; scalars stay the text that was written.

Built from PyYAML's events rather than its composer, because libyaml's composer overflows the C stack on deep nesting,
hides doubled keys, and expands aliases without bound. It refuses nothing about the plan itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from yaml import events

from dondoc.plan.faults import Place

MAX_DEPTH = 40
MAX_EXPANSION = 100_000
_MERGE = "<<"
_KNOWN_TAGS = frozenset({"str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge"})
_TAG_PREFIX = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Branch:
    """A value: text, a mapping, a list, or nothing; `size` counts the nodes under it, aliases expanded."""

    place: Place
    value: str | dict[str, Twig] | list[Branch] | None
    is_flow: bool = False
    size: int = 1


@dataclass(frozen=True, slots=True)
class Twig:
    """A key's place and its value."""

    key_place: Place
    branch: Branch


@dataclass(frozen=True, slots=True)
class Knot:
    """A fault of the YAML itself: a code of the registry with its values."""

    place: Place
    code: str
    values: dict[str, str | int]


class UnreadableError(Exception):
    """Reading cannot go on after `knot`."""

    def __init__(self, knot: Knot) -> None:
        super().__init__(knot)
        self.knot = knot


class TreeBuilder:
    """Builds the tree of one document; faults that do not stop the reading gather in `knots`."""

    def __init__(self, stream: Iterator[events.Event]) -> None:
        self._stream = stream
        self._anchors: dict[str, Branch] = {}
        self._expanded = 0
        self.knots: list[Knot] = []
        self.last: events.Event | None = None

    def build(self) -> Branch | None:
        """The document's tree, None where there is no document; a second document stops the reading."""
        root: Branch | None = None
        for event in self._events():
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    raise UnreadableError(Knot(place_of(event), "K005", {}))
                root = self._node(next(self._events()), 0)
        return root

    def _events(self) -> Iterator[events.Event]:
        for event in self._stream:
            self.last = event
            yield event

    def _node(self, event: events.Event, depth: int) -> Branch:
        if depth > MAX_DEPTH:
            raise UnreadableError(Knot(place_of(event), "K020", {"limit": MAX_DEPTH}))
        if isinstance(event, events.AliasEvent):
            return self._aliased(event)
        self._check_tag(event)
        branch = self._fresh(event, depth)
        if isinstance(event, events.NodeEvent) and event.anchor:
            self._anchors[event.anchor] = branch
        return branch

    def _fresh(self, event: events.Event, depth: int) -> Branch:
        place = place_of(event)
        if isinstance(event, events.MappingStartEvent):
            twigs, size = self._mapping(depth)
            return Branch(place, twigs, bool(event.flow_style), size)
        if isinstance(event, events.SequenceStartEvent):
            items = list(self._items(depth))
            return Branch(place, items, bool(event.flow_style), 1 + sum(item.size for item in items))
        assert isinstance(event, events.ScalarEvent)  # noqa: S101 -- the parser yields no other node
        is_nothing = event.value == "" and not event.style
        if parts := _hyphens_run_together(event):
            self.knots.append(Knot(place, "K024", {}))
            return Branch(place, [Branch(place, part) for part in parts], size=1 + len(parts))
        if not event.style and _is_oddly_quoted(event.value):
            self.knots.append(Knot(place, "W102", {}))
        return Branch(place, None if is_nothing else event.value)

    def _items(self, depth: int) -> Iterator[Branch]:
        while not isinstance(event := next(self._events()), events.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _mapping(self, depth: int) -> tuple[dict[str, Twig], int]:
        twigs: dict[str, Twig] = {}
        merged: list[Branch] = []
        doubled: list[tuple[Branch, Branch]] = []
        size = 1
        while not isinstance(event := next(self._events()), events.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events()), depth + 1)
            size += value.size
            if key.value == _MERGE and not getattr(event, "style", None):
                merged.append(value)
            else:
                self._put(twigs, key, value, doubled)
        self._note_doubled(twigs, doubled)
        for source in merged:
            self._merge(twigs, source)
        return twigs, size

    def _put(self, twigs: dict[str, Twig], key: Branch, value: Branch, doubled: list[tuple[Branch, Branch]]) -> None:
        if not isinstance(key.value, str):
            self.knots.append(Knot(key.place, "K022", {}))
        elif key.value in twigs:
            doubled.append((key, value))
            _join(twigs, key.value, value)
        else:
            twigs[key.value] = Twig(key.place, value)

    def _note_doubled(self, twigs: dict[str, Twig], doubled: Sequence[tuple[Branch, Branch]]) -> None:
        """One fault a key; but several from the first key on are a second entry that lacks its first line."""
        is_entry = len(doubled) > 1 and doubled[0][0].value == next(iter(twigs))
        for key, value in doubled[:1] if is_entry else doubled:
            first = twigs[str(key.value)].key_place.line
            name = next((str(each.value) for one, each in doubled if one.value == "name"), "") if is_entry else ""
            values: dict[str, str | int] = {"key": str(key.value), "first": first, "name": name or _name_in(value)}
            self.knots.append(Knot(key.place, "K031" if is_entry else "K102", values))

    def _merge(self, twigs: dict[str, Twig], source: Branch) -> None:
        if isinstance(source.value, list):
            for item in source.value:
                self._merge(twigs, item)
        elif isinstance(source.value, dict):
            for name, twig in source.value.items():
                twigs.setdefault(name, twig)
        else:
            self.knots.append(Knot(source.place, "K021", {}))

    def _aliased(self, event: events.AliasEvent) -> Branch:
        name = str(event.anchor)
        found = self._anchors.get(name)
        if found is None:
            raise UnreadableError(Knot(place_of(event), "K016", {"alias": name}))
        self._expanded += found.size
        if self._expanded > MAX_EXPANSION:
            raise UnreadableError(Knot(place_of(event), "K019", {"limit": MAX_EXPANSION}))
        return found

    def _check_tag(self, event: events.Event) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!" and tag.removeprefix(_TAG_PREFIX) not in _KNOWN_TAGS:
            self.knots.append(Knot(place_of(event), "K018", {"tag": tag.replace(_TAG_PREFIX, "!!")}))


def _join(twigs: dict[str, Twig], key: str, value: Branch) -> None:
    """What stands under a key for the second time, read together with the first as far as that can be."""
    first = twigs[key].branch
    if first.value is None:
        twigs[key] = Twig(twigs[key].key_place, value)
    elif isinstance(first.value, dict) and isinstance(value.value, dict):
        first.value.update({**value.value, **first.value})


def _name_in(branch: Branch) -> str:
    """The name that an entry gives itself; empty where it has none."""
    twig = branch.value.get("name") if isinstance(branch.value, dict) else None
    return twig.branch.value if twig is not None and isinstance(twig.branch.value, str) else ""


def _hyphens_run_together(event: events.ScalarEvent) -> list[str]:
    """The ids or distances of a list whose hyphens have no space behind them, so that YAML reads it as one text."""
    is_one_line = event.start_mark is None or event.end_mark is None or event.start_mark.line == event.end_mark.line
    if event.style or is_one_line or not event.value.startswith("-"):
        return []
    items = re.split(r" (?=-)", event.value)
    if not all(_ITEM.fullmatch(item) for item in items):
        return []
    return [item if item[1:2].isdigit() else item.lstrip("- ") for item in items]


_ITEM = re.compile(r"-{1,2} ?[a-z0-9]+(-[a-z0-9]+)*")


def _is_oddly_quoted(text: str) -> bool:
    """Whether typographic marks stand around the whole text, or one alone before it."""
    closing = {"“": "”", "”": "”", "‘": "’", "„": "“"}.get(text[:1])
    return closing is not None and (text.endswith(closing) or closing not in text[1:])


class Mark(Protocol):
    """PyYAML's two kinds of marks, the Python one and libyaml's."""

    line: int
    column: int


def place_of(event: events.Event) -> Place:
    """Where an event starts."""
    return place_of_mark(event.start_mark) or Place(1, 1)


def place_of_mark(mark: Mark | None) -> Place | None:
    """PyYAML counts from 0, people from 1."""
    return Place(mark.line + 1, mark.column + 1) if mark else None


Plain = str | dict[str, "Plain"] | list["Plain"] | None


def plain(branch: Branch) -> Plain:
    """The bare value without places, for the source models."""
    match branch.value:
        case dict() as twigs:
            return {key: plain(twig.branch) for key, twig in twigs.items()}
        case list() as items:
            return [plain(item) for item in items]
        case scalar:
            return scalar


def respell(branch: Branch, spellings: Mapping[str, str]) -> None:
    """Write every text that is one of `spellings` the other way, all through the tree."""
    match branch.value:
        case dict() as twigs if spellings:
            for twig in twigs.values():
                respell(twig.branch, spellings)
        case list() as items if spellings:
            for item in items:
                respell(item, spellings)
        case str() as text if text in spellings:
            branch.value = spellings[text]
        case _:
            return
