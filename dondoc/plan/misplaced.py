"""Keys that stand one level too high or too deep: put back where they belong, so that one slip is one fault.

Only what can mean nothing else is moved: an entry among the sections, a section among the entries, an entry within
its neighbour, and the keys of `figures:` or `measure:` beside instead of below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dondoc.plan.paths import Path
from dondoc.plan.source import (
    AgencySource,
    BasisSource,
    CalendarSource,
    CycleSource,
    FigureSource,
    GroupSource,
    HeaderSource,
    MailSource,
    MeasureSource,
    ObjectiveSource,
    Source,
    TaskSource,
    known_keys,
)
from dondoc.plan.suggest import near_key
from dondoc.plan.tree import Branch, Twig

ENTRIES: Mapping[str, type[Source]] = {
    "basis": BasisSource,
    "agencies": AgencySource,
    "groups": GroupSource,
    "objectives": ObjectiveSource,
    "tasks": TaskSource,
    "cycles": CycleSource,
}
SINGLE: Mapping[str, type[Source]] = {"plan": HeaderSource, "mail": MailSource, "calendar": CalendarSource}
_NESTED: Mapping[str, type[Source]] = {"figures": FigureSource, "measure": MeasureSource}

Twigs = dict[str, Twig]


@dataclass(frozen=True, slots=True)
class Moved:
    """A key put back: where it was written, where it belongs, and the heading that was missing for it, if any."""

    twig: Twig
    path: Path
    missing: str | None = None


def put_back(sections: Twigs) -> list[Moved]:
    """Move every misplaced key in the tree; those of one run of lines are named by their first."""
    moved = [
        *_sections_among_entries(sections),
        *_entries_among_sections(sections),
        *_without_heading(sections),
        *_without_single_heading(sections),
    ]
    told = {each.path for each in moved}
    for section, model in ENTRIES.items():
        entries = _twigs(sections.get(section))
        for key in list(entries):
            within = list(_entries_within(section, entries, key, model))
            moved += within if (section, key) not in told else ()  # they only followed the one that was moved
            moved += _keys_beside_their_heading((section, key), _twigs(entries[key]), model)
    return moved


def _twigs(twig: Twig | None) -> Twigs:
    return twig.branch.value if twig is not None and isinstance(twig.branch.value, dict) else {}


def _sections_among_entries(sections: Twigs) -> Iterator[Moved]:
    """``  cycles:`` indented like a task."""
    for section in list(sections):
        inside = _twigs(sections[section])
        for name in (*ENTRIES, *SINGLE):
            is_own_key = name in known_keys(SINGLE.get(section, Source))
            if name not in inside or name in sections or is_own_key:
                continue
            if inside[name].branch.value is None and name in ENTRIES:
                _gather_followers(inside, name)
            if _is_section(name, inside[name]):
                sections[name] = inside.pop(name)
                yield Moved(sections[name], (name,))


def _gather_followers(inside: Twigs, heading: str) -> None:
    """Put the entries that follow a heading at its own level below it."""
    start = inside[heading].key_place
    followers = [key for key, twig in inside.items() if twig.key_place > start and _looks_like(twig, ENTRIES[heading])]
    for key in followers:
        _add(inside, heading, key, inside.pop(key))


def _without_heading(sections: Twigs) -> Iterator[Moved]:
    """What can only belong to a section whose own first line is not there: ``agencies:`` was deleted."""
    for name, model in ENTRIES.items():
        for section, own in (*ENTRIES.items(), *SINGLE.items()) if name not in sections else ():
            inside = _twigs(sections.get(section))
            strays = [key for key, twig in inside.items() if _is_foreign(twig, model, own)]
            if strays:
                strays = [key for key, twig in inside.items() if key in strays or _may_follow(key, twig, model, own)]
                first = min((inside[key] for key in strays), key=lambda twig: twig.key_place)
                sections[name] = Twig(
                    first.key_place, Branch(first.key_place, {key: inside.pop(key) for key in strays})
                )
                yield Moved(sections[name], (name,), missing=name)
                break


def _without_single_heading(sections: Twigs) -> Iterator[Moved]:
    """The keys of ``mail:`` or ``calendar:`` whose own first line is not there: no entry is a bare value."""
    for name in ("mail", "calendar"):
        known = known_keys(SINGLE[name])
        for section in sections if name not in sections else ():
            inside = _twigs(sections[section])
            own = known_keys(SINGLE[section]) if section in SINGLE else ()
            strays = [key for key, twig in inside.items() if key in known and key not in own and not _twigs(twig)]
            if strays:
                place = min(inside[key].key_place for key in strays)
                moved = Twig(place, Branch(place, {key: inside.pop(key) for key in strays}))
                sections[name] = moved
                yield Moved(moved, (name,), missing=name)
                break


def _may_follow(key: str, twig: Twig, model: type[Source], own: type[Source]) -> bool:
    """Whether an entry, though its keys alone do not tell, goes with those that are foreign for certain."""
    keys = set(_twigs(twig))
    return bool(keys) and keys <= set(known_keys(model)) and own in SINGLE.values() and key not in known_keys(own)


def _is_foreign(twig: Twig, model: type[Source], own: type[Source]) -> bool:
    """Whether an entry has nothing but keys of `model`, and one that its own section does not know."""
    keys = set(_twigs(twig))
    return len(keys) > 1 and keys <= set(known_keys(model)) and not keys <= set(known_keys(own))


def _is_section(name: str, twig: Twig) -> bool:
    """Whether what stands below `name` is what that section holds."""
    twigs = _twigs(twig)
    if name in SINGLE:
        return any(key in known_keys(SINGLE[name]) for key in twigs)
    return any(each in known_keys(ENTRIES[name]) for entry in twigs.values() for each in _twigs(entry))


def _entries_among_sections(sections: Twigs) -> Iterator[Moved]:
    """``4:`` at the left edge below the tasks, or a key of the plan's head that lost its indentation."""
    known = (*ENTRIES, *SINGLE)
    before: str | None = None
    is_run = False
    for key in sorted(sections, key=lambda each: sections[each].key_place):
        if key in known:
            before, is_run = key, False
            continue
        home = before if before is not None and _belongs(key, sections[key], before, sections) else None
        if home is None:
            continue
        twig = sections.pop(key)
        was_empty = _add(sections, home, key, twig)
        if not is_run:
            yield Moved(twig, (home, key))
        is_run = is_run or was_empty


def _belongs(key: str, twig: Twig, section: str, sections: Twigs) -> bool:
    near = near_key(key, (*ENTRIES, *SINGLE))
    if near is not None and near not in sections:
        return False
    if section in SINGLE:
        return key in known_keys(SINGLE[section]) and key not in _twigs(sections[section])
    return isinstance(sections[section].branch.value, dict | None) and _looks_like(twig, ENTRIES[section])


def _looks_like(twig: Twig, model: type[Source]) -> bool:
    return any(key in known_keys(model) for key in _twigs(twig))


def _add(twigs: Twigs, home: str, key: str, twig: Twig) -> bool:
    """Put a key into the mapping under `home`, begun where there was none; whether it was begun."""
    inside = twigs[home].branch.value
    if isinstance(inside, dict):
        inside.setdefault(key, twig)
        return False
    twigs[home] = Twig(twigs[home].key_place, Branch(twig.key_place, {key: twig}))
    return True


def _entries_within(section: str, entries: Twigs, key: str, model: type[Source]) -> Iterator[Moved]:
    """An entry indented like a key of the entry before it."""
    inside, known = _twigs(entries[key]), known_keys(model)
    for name in [each for each in inside if each not in known and each not in entries]:
        if _looks_like(inside[name], model) and near_key(name, set(known) - set(inside)) is None:
            entries[name] = inside.pop(name)
            yield Moved(entries[name], (section, name))


def _keys_beside_their_heading(head: Path, inside: Twigs, model: type[Source]) -> Iterator[Moved]:
    """What belongs below an empty ``figures:`` or ``measure:`` but stands beside it."""
    known = known_keys(model)
    for heading in [key for key in _NESTED if key in inside and key in known and inside[key].branch.value is None]:
        strays = [key for key in inside if key not in known and _fits(heading, key, inside[key])]
        for index, key in enumerate(strays):
            twig = inside.pop(key)
            _add(inside, heading, key, twig)
            if index == 0:
                yield Moved(twig, (*head, heading, key))


def _fits(heading: str, key: str, twig: Twig) -> bool:
    nested: Iterable[str] = known_keys(_NESTED[heading])
    return key in nested if heading == "measure" else any(each in nested for each in _twigs(twig))
