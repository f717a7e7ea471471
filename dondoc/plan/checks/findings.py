"""Gathers the faults of one file, each at its place; what follows only from another fault is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dondoc.messages import Message
from dondoc.plan.checks.subjects import subject_of
from dondoc.plan.codes.book import FAULT_KINDS
from dondoc.plan.faults import Fault, Place
from dondoc.plan.layout import Run
from dondoc.plan.paths import Path, find_branch, find_place
from dondoc.plan.scalars import is_id
from dondoc.plan.tree import Branch


class Findings:
    """The faults found so far; a path with an error is broken, and nothing is concluded from broken paths."""

    def __init__(self, file: str, root: Branch) -> None:
        self._file = file
        self._root = root
        self._faults: dict[tuple[Place, str, str], Fault] = {}
        self._broken: set[tuple[str, ...]] = set()
        self._parents: set[tuple[str, ...]] = set()
        self._left_alone: Mapping[int, str] = {}
        self._noted_once: set[tuple[str, Path]] = set()
        self.lost_names: list[str] = []
        """Of agencies and groups under an id that was taken: whoever names their own id is not at fault for that."""

    def add(
        self,
        code: str,
        path: Path,
        *,
        on_key: bool = False,
        relies_on: Iterable[Path] = (),
        near: str | int | None = None,
        **values: str | int,
    ) -> None:
        """Note a fault at `path`, unless `path` or what the fault relies on is broken already."""
        if self.is_touched(path) or any(self.is_broken(each) for each in relies_on):
            return
        self.note(code, path, on_key=on_key, near=near, **values)

    def note(
        self, code: str, path: Path, *, on_key: bool = False, near: str | int | None = None, **values: str | int
    ) -> None:
        """Note a fault at `path` whatever else is broken."""
        self.place_fault(code, find_place(self._root, path, on_key=on_key), values, path=path, near=near)
        if code.startswith("K"):
            self.mark_broken(path)

    def note_once(self, code: str, path: Path, **values: str | int) -> None:
        """Note a fault at the key `path`, unless its mapping has one with this code: commas come several to a text."""
        if (code, path[:-1]) not in self._noted_once:
            self._noted_once.add((code, path[:-1]))
            self.note(code, path, on_key=True, **values)

    def has_run_together(self, path: Path) -> bool:
        """Whether a comma or a missing space hid a key of the mapping at `path`."""
        return not self._noted_once.isdisjoint({("K124", path), ("K024", path)})

    def place_fault(
        self,
        code: str,
        place: Place,
        values: Mapping[str, str | int],
        *,
        path: Path = (),
        near: str | int | None = None,
    ) -> None:
        """Note a fault at a place in the file."""
        if place.line in self._left_alone or self._is_in_mended_line(code, values):
            return
        kind = FAULT_KINDS[code]
        remedy = kind.remedy if near is None or not kind.near else _near_remedy(kind.near, values)
        shown = {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}
        filled = shown if near is None else {**shown, "near": near}
        message = Message(kind.message, shown)
        fault = Fault(place, code, message, Message(remedy, filled), self._file, subject_of(path))
        self._faults.setdefault((place, code, str(message)), fault)

    def leave_alone(self, lines: Mapping[int, str]) -> None:
        """Judge nothing more in these lines, nor what is only missing because of them: they were mended to read on."""
        self._left_alone = lines

    def _is_in_mended_line(self, code: str, values: Mapping[str, str | int]) -> bool:
        """Whether what is missing stands in a line that had to be mended, whole or in part."""
        named = [str(values[_ABSENT[code]])] if code in _ABSENT else []
        texts = self._left_alone.values()
        return any(_may_hold(text, word) for text in texts for word in (*named, *_ABSENT_KEYS.get(code, ())))

    def take_as_shifted(self, lines: Sequence[str], runs: Iterable[Run]) -> None:
        """Note each run of shifted lines at its first; what was found elsewhere in them keeps its place in the file."""
        shifts = {line + 1: run.shift for run in runs for line in range(run.first, run.after)}
        moved = {key: _moved(fault, shifts.get(fault.place.line, 0)) for key, fault in self._faults.items()}
        self._faults = moved
        for run in runs:
            body = lines[run.first].lstrip(" \t")
            before = lines[run.first][: len(lines[run.first]) - len(body)]
            place = Place(run.first + 1, before.find("\t") + 1 or len(before) + 1)
            self.place_fault("K011" if "\t" in before else "K014", place, {})

    def forget_lines(self, put: Sequence[int], keys: Sequence[str]) -> None:
        """Drop what was found in the lines `put` into the text with `keys`, and number all others as the file does."""
        kept = {key: fault for key, fault in self._faults.items() if fault.place.line not in put}
        self._faults = {key: _renumbered(_without_subject(fault, keys), put) for key, fault in kept.items()}

    def mark_broken(self, path: Path) -> None:
        """Conclude nothing from what stands at `path`."""
        steps = tuple(map(str, path))
        self._broken.add(steps)
        self._parents.update(steps[:length] for length in range(len(steps)))

    def is_broken(self, path: Path) -> bool:
        """Whether `path` holds an error or lies within one."""
        steps = tuple(map(str, path))
        return any(steps[:length] in self._broken for length in range(len(steps) + 1))

    def is_touched(self, path: Path) -> bool:
        """Whether `path` is broken or holds something broken."""
        return tuple(map(str, path)) in self._parents or self.is_broken(path)

    def written_at(self, path: Path) -> str | None:
        """The text at `path` as it stands in the file, or of the nearest part of it that is written."""
        branch = find_branch(self._root, path) or find_branch(self._root, path[:-1])
        return branch.value if branch is not None and isinstance(branch.value, str) else None

    def place_of(self, path: Path) -> Place:
        """Where `path` is written."""
        return find_place(self._root, path)

    def has_errors(self) -> bool:
        """Whether any error was found so far."""
        return any(fault.is_error for fault in self._faults.values())

    def errors(self) -> tuple[Fault, ...]:
        """The errors in file order."""
        return tuple(fault for fault in self._sorted() if fault.is_error)

    def warnings(self) -> tuple[Fault, ...]:
        """The warnings in file order."""
        return tuple(fault for fault in self._sorted() if not fault.is_error)

    def _sorted(self) -> list[Fault]:
        wrong = {fault.place for fault in self._faults.values() if fault.is_error}
        told = (fault for fault in self._faults.values() if fault.is_error or fault.place not in wrong)
        return sorted(told, key=lambda fault: (fault.place, fault.code))


_ABSENT = {
    "K103": "key",
    "K201": "value",
    "K202": "value",
    "K215": "value",
    "K206": "value",
    "K308": "value",
    "K401": "value",
}
_ABSENT_KEYS = {"K313": ("due_before", "due_by"), **dict.fromkeys(("K210", "K211", "K212", "W208"), ("email",))}
_SURELY_CUT = 4  # letters: so-n of so-nv


def _may_hold(line: str, word: str) -> bool:
    """Whether a line begins with what is left of a key or an id, or holds it further on, run into another."""
    first = re.match(r"\s*(?:- +)*([\w-]*)", line)
    begun = first[1] if first else ""
    is_cut = word.startswith(begun) and len(begun) >= min(_SURELY_CUT, len(word) - 1) and begun != ""
    return is_cut or re.search(rf"(?<![\w-]){re.escape(word)}\s*:", line) is not None


def _moved(fault: Fault, shift: int) -> Fault:
    return replace(fault, place=Place(fault.place.line, max(1, fault.place.column - shift))) if shift else fault


def _without_subject(fault: Fault, keys: Sequence[str]) -> Fault:
    is_named = any(str(value) in keys for part in fault.subject for value in part.values.values())
    return replace(fault, subject=()) if is_named else fault


def _renumbered(fault: Fault, put: Sequence[int]) -> Fault:
    place = Place(_number_without(put, fault.place.line), fault.place.column)
    first = fault.message.values.get("first")
    if not isinstance(first, int):
        return replace(fault, place=place)
    message = replace(fault.message, values={**fault.message.values, "first": _number_without(put, first)})
    return replace(fault, place=place, message=message)


def _number_without(put: Sequence[int], line: int) -> int:
    return line - sum(each < line for each in put)


JUST_THE_NEAR = 'write "{near}"'


def _near_remedy(remedy: str, values: Mapping[str, str | int]) -> str:
    """The remedy; without its second half where that would add to the plan what can be no id."""
    adds_unfit = '"{value}" to' in remedy and not is_id(str(values["value"]))
    return JUST_THE_NEAR if adds_unfit else remedy


def visible(text: str) -> str:
    """The text with every character that cannot be seen, or that passes for another one, by its number."""
    return "".join(f"<U+{ord(char):04X}>" if _is_deceptive(char) else char for char in text)


def _is_deceptive(char: str) -> bool:
    if char.isascii() or char in _LOOKS_LIKE_HYPHEN:
        return char in _LOOKS_LIKE_HYPHEN
    is_unseen = unicodedata.category(char) in {"Cf", "Cc", "Zs", "Zl", "Zp", "Co"}
    return is_unseen or unicodedata.name(char, "").startswith(("CYRILLIC", "GREEK"))


_LOOKS_LIKE_HYPHEN = "\u2010\u2011\u2212"
