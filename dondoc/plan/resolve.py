"""Who a reference means on a day: groups spread out, ended agencies followed by their successors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dondoc.plan.model import Agency, Plan


class Resolver:
    """Answers for one plan, remembering what it was asked; unknown ids mean nobody, circles end where they began."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._members: dict[str, tuple[str, ...]] = {}
        self._on: dict[tuple[str, date], tuple[str, ...]] = {}
        self._all_on: dict[tuple[tuple[str, ...], date, bool], tuple[str, ...]] = {}

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

    def _in_their_own_right(self, references: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
        named = {each for reference in references for each in self.members(reference)}
        return tuple(each for each in found if each in named)

    def members(self, reference: str) -> tuple[str, ...]:
        """The agencies of a group at any time, in the order named; an agency means itself."""
        if reference not in self._members:
            self._members[reference] = self._spread(reference, frozenset())
        return self._members[reference]

    def successors_on(self, agency: str, day: date) -> tuple[str, ...]:
        """Whoever has taken the place of an ended agency by `day`, through any chain; nobody while it exists."""
        found = self._plan.agencies.get(agency)
        if found is None or not has_ended(found, day):
            return ()
        return _once(self._heirs(agency, day, frozenset()))

    def _find_on(self, reference: str, day: date) -> tuple[str, ...]:
        if reference in self._plan.groups:
            return tuple(each for each in self.members(reference) if self._plan.agencies[each].exists_on(day))
        return _once(self._heirs(reference, day, frozenset()))

    def _spread(self, reference: str, within: frozenset[str]) -> tuple[str, ...]:
        group = self._plan.groups.get(reference)
        if group is None:
            return (reference,) if reference in self._plan.agencies else ()
        if reference in within:
            return ()
        deeper = within | {reference}
        out = {each for part in group.without for each in self._spread(part, deeper)}
        spread = (each for part in group.members for each in self._spread(part, deeper))
        return _once(each for each in spread if each not in out)

    def _heirs(self, name: str, day: date, seen: frozenset[str]) -> Iterable[str]:
        agency = self._plan.agencies.get(name)
        if agency is None or name in seen:
            return
        if agency.exists_on(day):
            yield name
        elif has_ended(agency, day):
            for successor in agency.successor:
                yield from self._heirs(successor, day, seen | {name})


def has_ended(agency: Agency, day: date) -> bool:
    """Whether the agency's last day lies before `day`."""
    return agency.until is not None and agency.until < day


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def members_on(plan: Plan, reference: str, day: date) -> tuple[str, ...]:
    """The agencies that `reference` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).members_on(reference, day)


def agencies_on(plan: Plan, references: Iterable[str], day: date) -> tuple[str, ...]:
    """The agencies that any of `references` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).agencies_on(references, day)
