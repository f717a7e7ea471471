"""plan.yaml into a Plan, or every one of its faults at once. Reads text, never files."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dondoc.errors import PlanError
from dondoc.plan.build import build_plan
from dondoc.plan.checks.all import run_checks
from dondoc.plan.checks.findings import Findings
from dondoc.plan.faults import Fault, Place
from dondoc.plan.layout import Run, shifted_runs, straightened
from dondoc.plan.lost_lines import Lost, is_placeholder, keys_of_sections, lost_lines, placeholders, restored
from dondoc.plan.model import Plan
from dondoc.plan.paths import find_place, twigs_at
from dondoc.plan.reader import DEFAULT_MAX_BYTES, decoded, read_text
from dondoc.plan.structure import NUMBERS, StructureReader
from dondoc.plan.tree import Branch, Knot, UnreadableError

_MOST_TRIED = 12  # runs of shifted lines that are each tried as they are written


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
    """Everything found in `text`, and the plan as far as it could be read: it may hold stand-ins for faulty values.

    Where some lines taken as indented wrongly or as lost explain the faults with fewer, these lines are the faults.
    """
    findings, loaded = _read(text, file, max_bytes)
    if not findings.has_errors():
        return findings, loaded
    other = _with_lines_straight(text, file, max_bytes, findings.errors())
    other = _with_lines_restored(text, file, max_bytes, (other or findings).errors()) or other
    return (other, None) if other is not None else (findings, loaded)


def _read(text: str | bytes, file: str, max_bytes: int) -> tuple[Findings, tuple[Plan, Branch] | None]:
    reading = read_text(text, max_bytes)
    root = reading.root or Branch(Place(1, 1), None)
    findings = Findings(file, root)
    for knot in reading.knots:
        findings.place_fault(knot.code, knot.place, knot.values)
    if reading.root is None:
        return findings, None
    if reading.mended_lines:
        lines = decoded(text, sys.maxsize).split("\n")
        findings.leave_alone({number: lines[number - 1] for number in reading.mended_lines})
    findings.lost_names = _lost_names(root, reading.knots)
    if any(knot.code in {"K031", "K102"} for knot in reading.knots):
        findings.mark_broken(NUMBERS)  # the task that is missed may be the one that stands under another number
    source = StructureReader(root, findings).read()
    if source is None:
        return findings, None
    plan = build_plan(source, _hash_of(text))
    run_checks(source, plan, findings)
    return findings, (plan, root)


def _with_lines_straight(text: str | bytes, file: str, max_bytes: int, errors: Sequence[Fault]) -> Findings | None:
    """The faults with the shifted lines put right, those lines among them; None where that explains nothing better.

    It does with fewer faults, or with as many where YAML alone was at fault: its parser errs about the line.
    """
    most = len(errors) + all(each.code < "K1" for each in errors)
    try:
        lines = decoded(text, max_bytes).split("\n")
    except UnreadableError:
        return None
    runs = shifted_runs(lines)
    found = _read_straight(lines, runs, file) if 0 < len(runs) < most else None
    if found is None or len(found.errors()) + len(runs) >= most:
        return None
    for run in runs if len(runs) <= _MOST_TRIED else ():
        fewer = [each for each in runs if each is not run]
        without = _read_straight(lines, fewer, file)
        if len(without.errors()) <= len(found.errors()):
            runs, found = fewer, without
    found.take_as_shifted(lines, runs)
    return found


def _with_lines_restored(text: str | bytes, file: str, max_bytes: int, errors: Sequence[Fault]) -> Findings | None:
    """The faults with lost headings put back, these headings among them; None where that explains nothing better."""
    most = len(errors) + all(each.code < "K1" for each in errors)
    try:
        lines = decoded(text, max_bytes).split("\n")
    except UnreadableError:
        return None
    lost = lost_lines(lines)
    if not 0 < len(lost) < most:
        return None
    taken = keys_of_sections(lines)
    unnamed = placeholders(lost, taken, {})
    strangers = _named_but_missing(_read_straight(restored(lines, lost, unnamed)[0], (), file), lost)
    keys = placeholders(lost, taken, strangers)
    whole, put = restored(lines, lost, keys)
    found = _read_straight(whole, (), file)
    found.forget_lines(put, [key for key in keys if is_placeholder(key)])
    if len(found.errors()) + len(lost) >= most:
        return None
    for each, key in zip(lost, keys, strict=True):
        _note_lost(found, each, key, lines)
    return found


def _note_lost(findings: Findings, lost: Lost, key: str, lines: Sequence[str]) -> None:
    line = lines[lost.index]
    place = Place(lost.index + 1, len(line) - len(line.lstrip()) + 1)
    if lost.key:
        findings.place_fault("K103", place, {"key": lost.key}, path=(lost.section,))
    elif lost.repeats:
        findings.place_fault("K031", place, dict(zip(("key", "first"), lost.repeats, strict=True)))
    else:
        findings.place_fault("K032", place, {}, near=None if is_placeholder(key) else key)


def _named_but_missing(findings: Findings, lost: Iterable[Lost]) -> dict[str, str]:
    """Ids that are named but not there, each with the section that lost a heading and may have held it."""
    homes = {
        "K201": ("agencies", "groups"),
        "K215": ("agencies", "groups"),
        "K202": ("agencies",),
        "K206": ("basis",),
        "K401": ("figures",),
    }
    short = {each.section for each in lost}
    missing = [(fault.message.values.get("value"), homes.get(fault.code, ())) for fault in findings.errors()]
    return {str(value): home for value, may in missing for home in may[::-1] if home in short}


def _read_straight(lines: Sequence[str], runs: Sequence[Run], file: str) -> Findings:
    return _read("\n".join(straightened(lines, runs)), file, sys.maxsize)[0]


def _lost_names(root: Branch, knots: Iterable[Knot]) -> list[str]:
    """The names of agencies and groups that stand under an id which another had taken already, or under none."""
    first: dict[object, str | None] = {}
    for section in ("agencies", "groups"):
        for key, entry in twigs_at(root, (section,)).items():
            name = twigs_at(entry.branch, ()).get("name")
            first[key, entry.key_place.line] = str(name.branch.value) if name else None
    doubled = [(knot, (knot.values["key"], knot.values["first"])) for knot in knots if knot.code == "K102"]
    return [
        *(str(knot.values["name"]) for knot in knots if knot.code == "K031"),
        *(
            str(knot.values["name"])
            for knot, taken in doubled
            if taken in first and first[taken] != knot.values["name"]
        ),
    ]


def _hash_of(text: str | bytes) -> str:
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()
