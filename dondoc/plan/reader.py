"""The text of plan.yaml into a tree, and what is wrong with its YAML in an officer's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from dondoc.plan.faults import Place
from dondoc.plan.mending import mended
from dondoc.plan.tree import Branch, Knot, TreeBuilder, UnreadableError
from dondoc.plan.yaml_faults import ODD_SPACES, explained

DEFAULT_MAX_BYTES = 2_000_000
_MOST_MENDINGS = 30
_MOST_CHARS_READ = 3_000_000  # all attempts together: a big broken file is not read thirty times
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends for YAML 1.1 but for no editor: they arrive by pasting from Word or PDF, and would shift every line number.
_ODD_BREAKS = {"\x85": "\ue085", "\u2028": "\ue028", "\u2029": "\ue029"}
_HIDE_BREAKS = str.maketrans(_ODD_BREAKS)
_SHOW_BREAKS = str.maketrans({hidden: shown for shown, hidden in _ODD_BREAKS.items()})
_CONFLICT = re.compile(r"^<{7} .*\n(?=(?:.*\n)*?={7}\n)", re.MULTILINE)
_ODD_INDENTATION = re.compile(rf"^ *([{ODD_SPACES}])[ {ODD_SPACES}]*(?:- +)?[\w-]+:(?=\s|$)", re.MULTILINE)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read: the tree, the faults of the YAML in it, and the lines that had to be mended to read on."""

    root: Branch | None
    knots: tuple[Knot, ...]
    mended_lines: frozenset[int] = frozenset()


def read_text(text: str | bytes, max_bytes: int = DEFAULT_MAX_BYTES) -> Reading:
    """The tree of a file; where its YAML breaks, the fault is kept and the line mended, as far as that helps."""
    knots: list[Knot] = []
    try:
        current = decoded(text, max_bytes)
    except UnreadableError as error:
        return Reading(None, (error.knot,))
    for _ in range(max(2, min(_MOST_MENDINGS, _MOST_CHARS_READ // (len(current) + 1)))):
        try:
            root, more = read_tree(current)
        except UnreadableError as error:
            is_stuck = error.knot in knots
            knots.append(error.knot)
            repaired = None if is_stuck else mended(current, error.knot)
            if repaired is None:
                break
            current = repaired
        else:
            touched = frozenset(knot.place.line for knot in knots)
            later = [knot for knot in more if knot.place.line not in touched]
            tagged = {knot.place.line for knot in later if knot.code == "K018"}
            return Reading(root, (*_one_a_line(knots, current), *later), touched | tagged)
    return Reading(None, _one_a_line(knots, current))


def _one_a_line(knots: list[Knot], text: str) -> tuple[Knot, ...]:
    """The first fault of each line, since those after it may come of mending; of a run of shifted lines the first."""
    found = {knot.place.line: knot for knot in reversed(knots)}
    lines = text.split("\n")
    return tuple(knot for line, knot in found.items() if line - 1 not in found or not _goes_on(knot, lines))


def _goes_on(knot: Knot, lines: list[str]) -> bool:
    """Whether a fault is that of the line before once more: a shifted line, an item whose heading is not there."""
    line = lines[knot.place.line - 1] if knot.place.line <= len(lines) else ""
    return knot.code == "K014" or (knot.code == "K024" and line.lstrip().startswith("- "))


def read_tree(text: str) -> tuple[Branch, list[Knot]]:
    """The tree and the faults that did not stop the reading; raises UnreadableError for the one that did."""
    if conflict := _CONFLICT.search(text):
        raise UnreadableError(Knot(_place_at(text, conflict.start()), "K030", {}))
    if odd := _FORBIDDEN.search(text):
        raise UnreadableError(Knot(_place_at(text, odd.start()), "K003", {"char": f"U+{ord(odd[0]):04X}"}))
    if indented := _ODD_INDENTATION.search(text):
        raise UnreadableError(Knot(_place_at(text, indented.start(1)), "K025", {"char": f"U+{ord(indented[1]):04X}"}))
    builder = TreeBuilder(_events(text))
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(explained(error, builder, text)) from error
    if root is None or root.value is None:
        raise UnreadableError(Knot(Place(1, 1), "K001", {}))
    return root, builder.knots


def _events(text: str) -> Iterator[yaml.Event]:
    has_odd_breaks = any(odd in text for odd in _ODD_BREAKS)
    for event in yaml.parse(text.translate(_HIDE_BREAKS) if has_odd_breaks else text, Loader=_Loader):
        if has_odd_breaks and isinstance(event, yaml.ScalarEvent):
            event.value = event.value.translate(_SHOW_BREAKS)
        yield event


def decoded(text: str | bytes, max_bytes: int) -> str:
    """The text with plain line ends and no byte-order mark; raises UnreadableError where it is not UTF-8 or too big."""
    if len(text) > max_bytes:
        raise UnreadableError(Knot(Place(1, 1), "K004", {"size": len(text), "limit": max_bytes}))
    if isinstance(text, bytes):
        text = _from_utf8(text)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_OTHER_PROGRAMS = {b"PK\x03\x04": "Word, Excel", b"\xd0\xcf\x11\xe0": "Word, Excel", b"%PDF": "PDF", b"{\\rt": "RTF"}


def _from_utf8(data: bytes) -> str:
    if kind := _OTHER_PROGRAMS.get(data[:4]):
        raise UnreadableError(Knot(Place(1, 1), "K008", {"kind": kind}))
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:4]:
        raise UnreadableError(Knot(Place(1, 1), "K002", {}))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8")
        raise UnreadableError(Knot(_place_at(readable, len(readable)), "K007", {})) from error


def _place_at(text: str, index: int) -> Place:
    before = text[:index]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
