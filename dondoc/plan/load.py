"""plan.yaml into a Plan, or every one of its faults at once. Reads text, never files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dondoc.errors import PlanError
from dondoc.plan.build import build_plan
from dondoc.plan.checks.all import run_checks
from dondoc.plan.checks.findings import Findings
from dondoc.plan.faults import Fault, Place
from dondoc.plan.model import Plan
from dondoc.plan.reader import DEFAULT_MAX_BYTES, read_text
from dondoc.plan.structure import StructureReader
from dondoc.plan.tree import Branch, find_place


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan without faults, its warnings in file order, and where everything stands in the file."""

    plan: Plan
    warnings: tuple[Fault, ...]
    file: str
    root: Branch = field(repr=False, compare=False)

    def place_of(self, *path: str | int, on_key: bool = False) -> Place:
        """Where the value at `path` is written, such as ``place_of("tasks", 3, "lead")``."""
        return find_place(self.root, path, on_key=on_key)


def load_plan(text: str | bytes, *, file: str = "plan.yaml", max_bytes: int = DEFAULT_MAX_BYTES) -> LoadedPlan:
    """The plan written in `text`; raises PlanError with all faults, errors first, each part in file order."""
    findings, loaded = read_plan(text, file=file, max_bytes=max_bytes)
    if loaded is None or findings.errors():
        raise PlanError((*findings.errors(), *findings.warnings()))
    plan, root = loaded
    return LoadedPlan(plan, findings.warnings(), file, root)


def read_plan(text: str | bytes, *, file: str, max_bytes: int) -> tuple[Findings, tuple[Plan, Branch] | None]:
    """Everything found in `text`, and the plan as far as it could be read: it may hold stand-ins for faulty values."""
    reading = read_text(text, max_bytes)
    root = reading.root or Branch(Place(1, 1), None)
    findings = Findings(file, root)
    for knot in reading.knots:
        findings.place_fault(knot.code, knot.place, knot.values)
    if reading.root is None:
        return findings, None
    findings.leave_alone(reading.mended_lines)
    source = StructureReader(root, findings).read()
    if source is None:
        return findings, None
    plan = build_plan(source, _hash_of(text))
    run_checks(source, plan, findings)
    return findings, (plan, root)


def _hash_of(text: str | bytes) -> str:
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()
