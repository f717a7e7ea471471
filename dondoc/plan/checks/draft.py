"""What every check is given: the plan as far as it could be read, and where to put what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dondoc.plan.checks.findings import Findings
from dondoc.plan.model import Agency, Cycle, Plan, Task
from dondoc.plan.resolve import Resolver
from dondoc.plan.structure import PlanSource
from dondoc.plan.suggest import KnownNames


@dataclass
class Draft:
    """A plan under check; it may hold stand-ins for faulty values, whose paths `findings` knows as broken."""

    source: PlanSource
    plan: Plan
    findings: Findings
    resolver: Resolver = field(init=False)

    def __post_init__(self) -> None:
        self.resolver = Resolver(self.plan)

    @cached_property
    def anybody(self) -> KnownNames:
        """Agencies and groups, for suggestions."""
        groups = {key: group.name for key, group in self.plan.groups.items()}
        return KnownNames({**{key: agency.name for key, agency in self.plan.agencies.items()}, **groups})

    @cached_property
    def agencies(self) -> KnownNames:
        """Agencies alone, for suggestions."""
        return KnownNames({key: agency.name for key, agency in self.plan.agencies.items()})

    @property
    def may_be_incomplete(self) -> bool:
        """Whether an error or a group without anybody may be why something seems to be left out."""
        return self.findings.has_errors() or not all(map(self.resolver.members, self.plan.groups))

    @cached_property
    def asked_in(self) -> dict[str, str]:
        """Every agency that some cycle asks, heirs of named agencies included, with the first cycle that does."""
        asked: dict[str, str] = {}
        for reference, cycle in self._asked_references().items():
            for agency in self.with_heirs(self.resolver.members(reference)):
                asked.setdefault(agency, cycle)
        return asked

    def _asked_references(self) -> dict[str, str]:
        asked: dict[str, str] = {}
        for cycle in self.plan.cycles.values():
            for reference in self.asked_by(cycle):
                asked.setdefault(reference, cycle.id)
        return asked

    def asked_by(self, cycle: Cycle) -> Iterator[str]:
        """The agencies and groups that a cycle asks, as named in the plan."""
        if cycle.ask == "document":
            yield from cycle.to
            return
        for task in self.tasks_of(cycle):
            yield from self.asked_for_task(cycle, task)

    def asked_for_task(self, cycle: Cycle, task: Task) -> tuple[str, ...]:
        """Whom a cycle asks about one task."""
        asks_support = task.ask_support or cycle.ask == "lead+support"
        return (*task.lead, *task.support) if asks_support else task.lead

    def tasks_of(self, cycle: Cycle) -> Iterable[Task]:
        """The tasks that a cycle asks about."""
        if cycle.tasks is None:
            return self.plan.tasks.values()
        return [self.plan.tasks[number] for number in cycle.tasks if number in self.plan.tasks]

    def with_heirs(self, agencies: Iterable[str]) -> Iterator[str]:
        """The agencies and whoever takes their place while the plan lasts."""
        waiting, seen = list(agencies), set[str]()
        while waiting:
            agency = self.plan.agencies.get(waiting.pop(0))
            if agency is None or agency.id in seen:
                continue
            seen.add(agency.id)
            yield agency.id
            if self.ends_early(agency):
                waiting.extend(agency.successor)

    def ends_early(self, agency: Agency) -> bool:
        """Whether the agency ends before the plan does."""
        return agency.until is not None and agency.until < self.plan.ends
