"""plan.yaml into a Plan, or every one of its faults at once. Reads text, never files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.errors import PlanError
from dondoc.plan.build import build_plan
from dondoc.plan.checks.all import run_checks
from dondoc.plan.checks.findings import Findings
from dondoc.plan.faults import Fault, Place
from dondoc.plan.model import Plan
from dondoc.plan.reader import DEFAULT_MAX_BYTES, read_text
from dondoc.plan.structure import StructureReader
from dondoc.plan.tree import Branch, Knot, find_branch, find_place, twigs_at


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
    findings.lost_names = _lost_names(root, reading.knots)
    source = StructureReader(root, findings).read()
    if source is None:
        return findings, None
    plan = build_plan(source, _hash_of(text))
    run_checks(source, plan, findings)
    return findings, (plan, root)


def _lost_names(root: Branch, knots: Iterable[Knot]) -> list[str]:
    """The names of agencies and groups that stand under an id which another had taken already."""
    first = {
        (key, twig.key_place.line): find_branch(twig.branch, ("name",))
        for section in ("agencies", "groups")
        for key, twig in twigs_at(root, (section,)).items()
    }
    doubled = [(knot, (knot.values.get("key"), knot.values.get("first"))) for knot in knots if knot.code == "K102"]
    return [
        str(knot.values["name"])
        for knot, taken in doubled
        if taken in first and getattr(first[taken], "value", None) != knot.values["name"]
    ]


def _hash_of(text: str | bytes) -> str:
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()
