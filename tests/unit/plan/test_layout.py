"""Shifted lines: whatever one of them does to YAML, it is one fault, in its own line."""

from __future__ import annotations

import pytest

from dondoc.plan.layout import shifted_runs
from tests.unit.plan.texts import PLAN, faults_of

LINES = PLAN.rstrip("\n").split("\n")
INDENTED = [index for index, line in enumerate(LINES) if line.startswith(" ")]


@pytest.mark.parametrize("shift", ["two less", "one less", "one more", "two more", "a tab"])
@pytest.mark.parametrize("index", INDENTED, ids=lambda index: f"line {index + 1}")
def test_shifted_line_is_at_most_one_fault_and_in_its_place(index: int, shift: str) -> None:
    line = LINES[index]
    shifted = {
        "two less": line[2:],
        "one less": line[1:],
        "one more": f" {line}",
        "two more": f"  {line}",
        "a tab": "\t" + line.lstrip(),
    }[shift]

    faults = [fault for fault in faults_of("\n".join([*LINES[:index], shifted, *LINES[index + 1 :]])) if fault.is_error]

    assert len(faults) <= 1
    assert all(abs(fault.place.line - index - 1) <= 1 for fault in faults)


def test_plan_without_slips_has_no_shifted_line() -> None:
    assert shifted_runs(LINES) == []


def test_fault_in_a_shifted_line_keeps_its_column() -> None:
    text = PLAN.replace("    lead: so-a", "  lead: so-aa")

    assert [(fault.code, fault.place.column) for fault in faults_of(text)] == [("K014", 3), ("K201", 9)]
