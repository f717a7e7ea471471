"""Who a reference means on a day: groups spread out, ended agencies followed by their successors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dondoc.plan.model import Agency, Plan


class Resolver:
    """Answers for one plan, remembering what it was asked; unknown ids mean nobody, circles end where they began."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._members: dict[str, tuple[str, ...]] = {}
        self._on: dict[tuple[str, date], tuple[str, ...]] = {}
        self._all_on: dict[tuple[tuple[str, ...], date], tuple[str, ...]] = {}

    def members_on(self, reference: str, day: date) -> tuple[str, ...]:
        """The agencies that `reference` means on `day`.

        A group means its members existing that day. An agency named by itself that has ended means the successors
        existing that day; one that has not begun means nobody.
        """
        key = (reference, day)
        if key not in self._on:
            self._on[key] = self._find_on(reference, day)
        return self._on[key]

    def agencies_on(self, references: Iterable[str], day: date) -> tuple[str, ...]:
        """The agencies that any of `references` means on `day`, each once, in the order named."""
        key = (tuple(references), day)
        if key not in self._all_on:
            self._all_on[key] = _once(each for reference in key[0] for each in self.members_on(reference, day))
        return self._all_on[key]

    def members(self, reference: str) -> tuple[str, ...]:
        """The agencies of a group at any time, in the order named; an agency means itself."""
        if reference not in self._members:
            self._members[reference] = self._spread(reference, frozenset())
        return self._members[reference]

    def heirs_on(self, agency: str, day: date) -> tuple[str, ...]:
        """`agency` itself if it exists on `day`, else whoever has taken its place by then, through any chain."""
        return _once(self._heirs(agency, day, frozenset()))

    def _find_on(self, reference: str, day: date) -> tuple[str, ...]:
        if reference in self._plan.groups:
            return tuple(each for each in self.members(reference) if self._plan.agencies[each].exists_on(day))
        return self.heirs_on(reference, day)

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


def day_after(day: date) -> date:
    """The next day, or `day` itself at the end of time."""
    return day + timedelta(days=1) if day < date.max else day


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def members_on(plan: Plan, reference: str, day: date) -> tuple[str, ...]:
    """The agencies that `reference` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).members_on(reference, day)


def agencies_on(plan: Plan, references: Iterable[str], day: date) -> tuple[str, ...]:
    """The agencies that any of `references` means on `day`; for one question only, else keep a `Resolver`."""
    return Resolver(plan).agencies_on(references, day)
