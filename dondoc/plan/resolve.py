"""Who stands behind a name on a given day: groups opened up, the ended followed by their successors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dondoc.plan.model import Plan


class Resolver:
    """Answers for one plan; remembers what a group holds, since a large plan asks thousands of times.

    A group means its members that exist on the day asked about. An agency named by itself that has ended is followed by
    its successors. Order is that of the file, and nobody is named twice.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._members: dict[str, tuple[str, ...]] = {}

    def agencies_on(self, references: tuple[str, ...], day: date, *, follow_successors: bool = True) -> tuple[str, ...]:
        """The agencies that `references` (agencies or groups) mean on `day`, in the order they are named."""
        found: dict[str, None] = {}
        for reference in references:
            found.update(dict.fromkeys(self._on(reference, day, follow_successors=follow_successors)))
        return tuple(found)

    def members_on(self, reference: str, day: date) -> tuple[str, ...]:
        """The agencies that one name means on `day`."""
        return self.agencies_on((reference,), day)

    def successors_on(self, agency: str, day: date) -> tuple[str, ...]:
        """Who took the place of an ended agency by `day`, through chains of successors; empty when nobody did."""
        return tuple(dict.fromkeys(self._successors(agency, day, {agency})))

    def members(self, group: str) -> tuple[str, ...]:
        """Every agency a group ever holds, groups of groups opened up and `except` taken out."""
        if group not in self._members:
            self._members[group] = ()  # a group that contains itself is refused by the check; never loop on it
            entry = self._plan.groups[group]
            without = set(self._flat(entry.without))
            self._members[group] = tuple(name for name in self._flat(entry.members) if name not in without)
        return self._members[group]

    def _flat(self, references: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for reference in references:
            is_group = reference in self._plan.groups
            found.update(dict.fromkeys(self.members(reference) if is_group else (reference,)))
        return tuple(found)

    def _on(self, reference: str, day: date, *, follow_successors: bool) -> Iterator[str]:
        if reference in self._plan.groups:
            yield from (name for name in self.members(reference) if self._exists(name, day))
        elif self._exists(reference, day):
            yield reference
        elif follow_successors:
            yield from self._successors(reference, day, {reference})

    def _exists(self, agency: str, day: date) -> bool:
        found = self._plan.agencies.get(agency)
        return found is not None and found.exists_on(day)

    def _successors(self, agency: str, day: date, seen: set[str]) -> Iterator[str]:
        entry = self._plan.agencies.get(agency)
        if entry is None or entry.until is None or day <= entry.until:
            return
        for heir in entry.successor:
            if heir in seen:
                continue
            seen.add(heir)
            if self._exists(heir, day):
                yield heir
            else:
                yield from self._successors(heir, day, seen)
