"""Whether everything that is named exists (K201-K207), and means one thing (K204, K205)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dondoc.plan.checks.draft import Draft
from dondoc.plan.model import Anchor, Cycle
from dondoc.plan.paths import Path
from dondoc.plan.resolve import circles
from dondoc.plan.structure import NUMBERS
from dondoc.plan.suggest import KnownNames, near_key, slug

SUPERIOR = "superior"
_MOST_LINES = 6
_AGREEMENT = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names somebody; `wanted` says whether a group may stand there."""

    path: Path
    name: str
    wanted: Literal["agency", "anybody"]
    role: str


def check_references(draft: Draft) -> None:
    """Note every name that means nothing, or not one thing."""
    _check_mentions(draft)
    for path, names in _lists(draft):
        _check_doubled(draft, path, names)
    for group in draft.plan.groups:
        if group in draft.plan.agencies:
            draft.findings.add("K205", ("groups", group), on_key=True, value=group)
    _check_circles(draft)
    _check_exceptions(draft)
    for cycle in draft.plan.cycles.values():
        _check_tasks(draft, cycle)
        _check_anchor(draft, cycle)


def _check_mentions(draft: Draft) -> None:
    """Note whoever is not known; but not those who only lost their id to another, by their name or by their number."""
    lost: list[str | None] = [slug(name) for name in draft.findings.lost_names]
    groups_lost = sum(group in draft.plan.agencies for group in draft.plan.groups)
    named = Counter(each.name for each in mentions(draft))
    lost += _misspelt_at_home(draft, named)
    agreed = {each for each in _agreed_on(draft, named) if each not in lost}
    strangers = [
        each
        for each in mentions(draft)
        if each.name in agreed or (each.name not in lost and not _is_explained(draft, each))
    ]
    if len({each.name for each in strangers}) > groups_lost + sum(each not in named for each in lost):
        for name in dict.fromkeys(each.name for each in strangers):
            _note_strangers(draft, [each for each in strangers if each.name == name])


def _agreed_on(draft: Draft, named: Mapping[str, int]) -> list[str]:
    """Unknown names that so many places spell alike that none of them is a slip, however near another id may be."""
    plan = draft.plan
    unknown = (each for each in named if each not in plan.agencies and each not in plan.groups and each != SUPERIOR)
    return [each for each in unknown if named[each] >= _AGREEMENT and not draft.anybody.several(each)]


def _misspelt_at_home(draft: Draft, named: Mapping[str, int]) -> list[str]:
    """Ids that several places agree on while an entry of nearly that id is named nowhere: the slip is its own."""
    found = []
    for section, known in (("agencies", draft.plan.agencies), ("groups", draft.plan.groups)):
        unnamed = KnownNames({each: each for each in known if each not in named})
        for name, times in named.items():
            is_unknown = name not in draft.plan.agencies and name not in draft.plan.groups and name != SUPERIOR
            own = unnamed.nearest(name) if is_unknown and times > 1 else None
            if own is not None:
                found.append(name)
                path: Path = (section, own)
                draft.findings.add("K209", path, on_key=True, near=name, value=own, count=times)
    return found


def mentions(draft: Draft) -> Iterator[Mention]:
    """Everywhere that agencies or groups are named, in file order by section."""
    plan = draft.plan
    yield Mention(("plan", "coordinator"), plan.coordinator, "agency", "coordinator")
    yield Mention(("plan", "reports_to"), plan.reports_to, "agency", "reports_to")
    for agency in plan.agencies.values():
        if agency.superior is not None:
            yield Mention(("agencies", agency.id, "superior"), agency.superior, "agency", "superior")
    for path, names in _lists(draft):
        wanted: Literal["agency", "anybody"] = "agency" if path[-1] == "successor" else "anybody"
        for index, name in enumerate(names):
            is_superior_word = path[-1] == "cc" and name == SUPERIOR
            if not is_superior_word:
                yield Mention((*path, index), name, wanted, str(path[-1]))


def _lists(draft: Draft) -> Iterator[tuple[Path, tuple[str, ...]]]:
    plan = draft.plan
    for agency in plan.agencies.values():
        yield ("agencies", agency.id, "successor"), agency.successor
    for group in plan.groups.values():
        yield ("groups", group.id, "members"), group.members
        yield ("groups", group.id, "except"), group.without
    for objective in plan.objectives.values():
        if objective.measure:
            yield ("objectives", objective.id, "measure", "of"), objective.measure.of
    for task in plan.tasks.values():
        yield ("tasks", task.number, "lead"), task.lead
        yield ("tasks", task.number, "support"), task.support
    for cycle in plan.cycles.values():
        yield ("cycles", cycle.id, "to"), cycle.to
        for index, step in enumerate(cycle.remind):
            yield ("cycles", cycle.id, "remind", index, "cc"), step.cc


def _is_explained(draft: Draft, mention: Mention) -> bool:
    """Whether the name is known, or its fault could be noted with what was meant; False for a perfect stranger."""
    plan, name = draft.plan, mention.name
    if name in plan.agencies:
        return True
    if name in plan.groups:
        if mention.wanted == "agency":
            draft.findings.add("K203", mention.path, value=name)
    elif several := draft.anybody.several(name):
        draft.findings.add("K208", mention.path, value=name, names=", ".join(several))
    elif near := _near(draft, mention):
        _note_stranger(draft, mention, near)
    else:
        return False
    return True


def _near(draft: Draft, mention: Mention) -> str | None:
    known = draft.agencies if mention.wanted == "agency" else draft.anybody
    near = known.nearest(mention.name)
    return near or near_key(mention.name, [SUPERIOR]) if mention.role == "cc" else near


def _note_strangers(draft: Draft, named: Sequence[Mention]) -> None:
    """One name that nothing resembles: where several places agree on it, its entry is missing, which is one fault."""
    unjudged = [each for each in named if not draft.findings.is_touched(each.path)]
    if len(unjudged) < 2 or draft.findings.is_broken(("agencies",)) or draft.findings.is_broken(("groups",)):
        for mention in named:
            _note_stranger(draft, mention, None)
        return
    lines = sorted({draft.findings.place_of(each.path).line for each in unjudged})
    shown = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
    first = min(unjudged, key=lambda each: draft.findings.place_of(each.path))
    draft.findings.add("K215", first.path, value=first.name, count=len(unjudged), lines=shown)


def _note_stranger(draft: Draft, mention: Mention, near: str | None) -> None:
    is_agency = mention.wanted == "agency"
    sections: list[Path] = [("agencies",)] if is_agency else [("agencies",), ("groups",)]
    code = "K202" if is_agency else "K201"
    draft.findings.add(code, mention.path, relies_on=sections, near=near, value=mention.name)


def _check_doubled(draft: Draft, path: Path, names: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            draft.findings.add("W209", (*path, index), value=name)
        seen.add(name)


def _check_circles(draft: Draft) -> None:
    groups = draft.plan.groups
    graph = {
        key: [part for part in (*group.members, *group.without) if part in groups] for key, group in groups.items()
    }
    for circle in circles(graph)[0]:
        first, second = circle[0], circle[1]
        key = "members" if second in groups[first].members else "except"
        names = groups[first].members if key == "members" else groups[first].without
        path: Path = ("groups", first, key, names.index(second))
        draft.findings.add("K204", path, chain=" → ".join(circle))


def _check_exceptions(draft: Draft) -> None:
    """Whoever is taken out of a group without being in it."""
    for group in draft.plan.groups.values() if not draft.may_be_incomplete else ():
        inside = {each for name in group.members for each in draft.resolver.members(name)}
        for index, name in enumerate(group.without):
            out = draft.resolver.members(name)
            if out and not inside.intersection(out):
                path: Path = ("groups", group.id, "except", index)
                draft.findings.add("W212", path, relies_on=[("groups", group.id, "members")], value=name)


def _check_tasks(draft: Draft, cycle: Cycle) -> None:
    seen: set[int] = set()
    for index, number in enumerate(cycle.tasks or ()):
        path: Path = ("cycles", cycle.id, "tasks", index)
        if number not in draft.plan.tasks:
            known = _spans(list(draft.plan.tasks))
            draft.findings.add("K207", path, relies_on=[("tasks",), NUMBERS], value=number, known=known)
        elif number in seen:
            draft.findings.add("W209", path, value=str(number))
        seen.add(number)


def _spans(numbers: Sequence[int]) -> str:
    """Numbers as people list them: 1-4, 6, 9-13."""
    known = set(numbers)
    starts = [each for each in sorted(known) if each - 1 not in known]
    ends = [each for each in sorted(known) if each + 1 not in known]
    return ", ".join(f"{one}-{other}" if one < other else f"{one}" for one, other in zip(starts, ends, strict=True))


def _check_anchor(draft: Draft, cycle: Cycle) -> None:
    for key in ("due_by", "due_before"):
        for due in cycle.due.days:
            if isinstance(due, Anchor) and due.of not in draft.plan.basis:
                near = KnownNames({name: each.title for name, each in draft.plan.basis.items()}).nearest(due.of)
                if cycle.due.is_before == (key == "due_before"):
                    path: Path = ("cycles", cycle.id, key, "of")
                    draft.findings.add("K206", path, relies_on=[("basis",)], near=near, value=due.of)
