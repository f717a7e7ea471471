"""The plans that were in force before: a closed period keeps the plan it was run under, whatever plan.yaml says now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dondoc.errors import PlanError
from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Record
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.status import PeriodStatus


def adopted_plan(records: Iterable[Record], version: int | None) -> Plan | None:
    """The plan adopted as this version, None where none was; raises PlanError where it can no longer be read."""
    found = (record.body for record in records if isinstance(record.body, PlanAdopted))
    adopted = next((body for body in found if body.version == version), None)
    return load_plan(adopted.text).plan if adopted else None


def plans_of_periods(records: Iterable[Record], periods: Iterable[PeriodStatus], current: Plan) -> Mapping[str, Plan]:
    """The plan of each period: that of its close, `current` for one that is open or whose plan cannot be read."""
    kept = tuple(record for record in records if isinstance(record.body, PlanAdopted))
    by_version: dict[int | None, Plan] = {None: current}
    found: dict[str, Plan] = {}
    for period in periods:
        version = period.plan_version
        if version not in by_version:
            by_version[version] = _readable(kept, version) or current
        found[period.id] = by_version[version]
    return found


def _readable(records: Iterable[Record], version: int | None) -> Plan | None:
    """A plan of a language older than this program's cannot be compared with: it does not stop the rest."""
    try:
        return adopted_plan(records, version)
    except PlanError:
        return None
