"""The warning that a deadline falls on a day off (W301); apart from the other checks since only it needs holidays."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dondoc.periods import all_periods
from dondoc.plan.checks.findings import Findings
from dondoc.plan.faults import Fault
from dondoc.plan.load import LoadedPlan
from dondoc.workdays import WorkCalendar

_MOST_NAMED = 6


def deadline_warnings(loaded: LoadedPlan) -> tuple[Fault, ...]:
    """One warning a cycle whose last good day is a day off in some period, naming the days."""
    calendar = WorkCalendar(loaded.plan.calendar)
    days: defaultdict[str, list[date]] = defaultdict(list)
    for period in all_periods(loaded.plan):
        if calendar.is_off(period.due_on):
            days[period.cycle.id].append(period.due_on)
    findings = Findings(loaded.file, loaded.root)
    for cycle, off in days.items():
        key = "due_before" if loaded.plan.cycles[cycle].due.is_before else "due_by"
        named = ", ".join(map(str, off[:_MOST_NAMED])) + (" …" if len(off) > _MOST_NAMED else "")
        findings.add("W301", ("cycles", cycle, key), days=named)
    return findings.warnings()
