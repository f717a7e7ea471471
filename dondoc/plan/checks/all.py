"""Every check of a plan as a whole, in the order of docs/reference/errors.md."""

from __future__ import annotations

from dondoc.plan.checks.findings import Findings
from dondoc.plan.model import Plan
from dondoc.plan.structure import PlanSource


def run_checks(source: PlanSource, plan: Plan, findings: Findings) -> None:
    """Note every fault that only the whole plan shows."""
