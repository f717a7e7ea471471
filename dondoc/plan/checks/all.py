"""Every check of a plan as a whole, in the order of docs/reference/errors.md."""

from __future__ import annotations

from dondoc.plan.checks.agencies import check_agencies
from dondoc.plan.checks.cycles import check_cycles
from dondoc.plan.checks.dates import check_dates
from dondoc.plan.checks.draft import Draft
from dondoc.plan.checks.figures import check_figures
from dondoc.plan.checks.findings import Findings
from dondoc.plan.checks.references import check_references
from dondoc.plan.model import Plan
from dondoc.plan.structure import PlanSource


def run_checks(source: PlanSource, plan: Plan, findings: Findings) -> None:
    """Note every fault that only the whole plan shows."""
    draft = Draft(source, plan, findings)
    check_references(draft)
    check_dates(draft)
    check_cycles(draft)
    check_figures(draft)
    check_agencies(draft)
