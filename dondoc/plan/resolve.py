"""Who a reference means on a day: groups spread out, ended agencies followed by their successors.

Nothing here recurses: neither long chains nor circles in a faulty plan can break it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter

from dondoc.plan.model import Agency, Plan

_MAX_CIRCLES = 20


class Resolver:
    """Answers for one plan, remembering what it was asked; unknown ids mean nobody, circles end where they began."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._members = _spread_groups(plan)
        self._on: dict[tuple[str, date], tuple[str, ...]] = {}
        self._all_on: dict[tuple[tuple[str, ...], date, bool], tuple[str, ...]] = {}

    def members(self, reference: str) -> tuple[str, ...]:
        """The agencies of a group at any time, in the order named; an agency means itself."""
        if reference in self._members:
            return self._members[reference]
        return (reference,) if reference in self._plan.agencies else ()

    def members_on(self, reference: str, day: date) -> tuple[str, ...]:
        """The agencies that `reference` means on `day`.

        A group means its members existing that day. An agency named by itself that has ended means the successors
        existing that day; one that has not begun means nobody.
        """
        key = (reference, day)
        if key not in self._on:
            self._on[key] = self._find_on(reference, day)
        return self._on[key]

    def agencies_on(self, references: Iterable[str], day: date, *, follow_successors: bool = True) -> tuple[str, ...]:
        """The agencies that any of `references` means on `day`, each once, in the order named.

        Without `follow_successors` an ended agency means nobody.
        """
        key = (tuple(references), day, follow_successors)
        if key not in self._all_on:
            found = _once(each for reference in key[0] for each in self.members_on(reference, day))
            self._all_on[key] = found if follow_successors else self._in_their_own_right(key[0], found)
        return self._all_on[key]

    def successors_on(self, agency: str, day: date) -> tuple[str, ...]:
        """Whoever has taken the place of an ended agency by `day`, through any chain; nobody while it exists."""
        found = self._plan.agencies.get(agency)
        return _once(self._heirs(agency, day)) if found is not None and has_ended(found, day) else ()

    def _in_their_own_right(self, references: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
        named = {each for reference in references for each in self.members(reference)}
        return tuple(each for each in found if each in named)

    def _find_on(self, reference: str, day: date) -> tuple[str, ...]:
        if reference in self._plan.groups:
            return tuple(each for each in self.members(reference) if self._plan.agencies[each].exists_on(day))
        return _once(self._heirs(reference, day))

    def _heirs(self, name: str, day: date) -> Iterator[str]:
        waiting, seen = [name], set[str]()
        while waiting:
            current = waiting.pop()
            agency = self._plan.agencies.get(current)
            if agency is None or current in seen:
                continue
            seen.add(current)
            if agency.exists_on(day):
                yield current
            elif has_ended(agency, day):
                waiting.extend(reversed(agency.successor))


def has_ended(agency: Agency, day: date) -> bool:
    """Whether the agency's last day lies before `day`."""
    return agency.until is not None and agency.until < day


def circles(graph: Mapping[str, Iterable[str]]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The circles in `graph`, each from a name back to itself, and an order in which names follow those they name.

    Beyond 20 circles the search ends, and the order is the graph's own.
    """
    edges = {name: set(named) for name, named in graph.items()}
    found: list[tuple[str, ...]] = []
    while len(found) < _MAX_CIRCLES:
        try:
            return tuple(found), tuple(TopologicalSorter(edges).static_order())
        except CycleError as error:
            circle = tuple(reversed(error.args[1]))
            found.append(circle)
            edges[circle[0]].discard(circle[1])
    return tuple(found), tuple(edges)


def _spread_groups(plan: Plan) -> dict[str, tuple[str, ...]]:
    graph = {
        name: [part for part in (*group.members, *group.without) if part in plan.groups]
        for name, group in plan.groups.items()
    }
    members: dict[str, tuple[str, ...]] = {}
    for name in circles(graph)[1]:
        group = plan.groups[name]
        out = set(_parts(plan, members, group.without))
        members[name] = _once(each for each in _parts(plan, members, group.members) if each not in out)
    return members


def _parts(plan: Plan, members: Mapping[str, tuple[str, ...]], references: Iterable[str]) -> Iterator[str]:
    for reference in references:
        if reference in plan.groups:
            yield from members.get(reference, ())
        elif reference in plan.agencies:
            yield reference


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def holder_on(plan: Plan, agency: str, day: date) -> Agency:
    """Whoever holds the place of `agency` on `day`: its first successor once it has ended, else itself."""
    heirs = Resolver(plan).members_on(agency, day)
    return plan.agencies[heirs[0] if heirs else agency]


def members_on(plan: Plan, reference: str, day: date) -> tuple[str, ...]:
    """The agencies that `reference` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).members_on(reference, day)


def agencies_on(plan: Plan, references: Iterable[str], day: date) -> tuple[str, ...]:
    """The agencies that any of `references` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).agencies_on(references, day)
