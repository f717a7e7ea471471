"""docs/reference/plan.md and errors.md, written from the source models and the book of faults: never stale."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dondoc.messages import Translate, untranslated
from dondoc.plan.codes.book import FAULT_KINDS
from dondoc.plan.codes.kind import FaultKind
from dondoc.plan.reference_text import AFTERWORD, FOREWORD, SECTION_NOTES
from dondoc.plan.schema import ENTRY_NAMES, plan_schema

_SECTIONS = (
    ("plan", "HeaderSource"),
    ("basis", "BasisSource"),
    ("agencies", "AgencySource"),
    ("groups", "GroupSource"),
    ("objectives", "ObjectiveSource"),
    ("objectives.*.measure", "MeasureSource"),
    ("tasks", "TaskSource"),
    ("figures", "FigureSource"),
    ("cycles", "CycleSource"),
    ("cycles.*.due_by, due_before", "AnchorSource"),
    ("cycles.*.remind", "ReminderSource"),
    ("mail", "MailSource"),
    ("calendar", "CalendarSource"),
)
_FAMILIES = (
    ("K0", "The file and its YAML"),
    ("K1", "Keys and values"),
    ("K2", "Agencies, groups and whatever is named"),
    ("K3", "Dates, cycles and the calendar"),
    ("K4", "Figures and objectives"),
    ("W1", "Warnings: keys and values"),
    ("W2", "Warnings: agencies and groups"),
    ("W3", "Warnings: dates, cycles and the calendar"),
)


def plan_reference() -> str:
    """docs/reference/plan.md: every key of plan.yaml, in Vietnamese, as the officer's editor shows them."""
    schema = plan_schema()
    parts = [FOREWORD]
    for key, name in _SECTIONS:
        parts.append(f"## `{key}`: {ENTRY_NAMES[name]}\n")
        parts.append("\n".join(_table(schema["$defs"][name])) + "\n")
        if key in SECTION_NOTES:
            parts.append(SECTION_NOTES[key])
    parts.append(AFTERWORD)
    return "\n".join(parts)


def schema_text() -> str:
    """schema/plan.schema.json."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _table(entry: dict[str, Any]) -> Iterable[str]:
    yield "| khóa | bắt buộc | ý nghĩa | thí dụ |"
    yield "|---|---|---|---|"
    required = entry.get("required", [])
    for key, field in entry["properties"].items():
        must = "có" if key in required else ""
        default = f" Mặc định: `{_written(field['default'])}`." if "default" in field else ""
        example = f"`{_cell(_written(field['examples'][0]))}`" if field.get("examples") else ""
        yield f"| `{key}` | {must} | {_cell(field.get('description', '') + default)} | {example} |"


def _written(value: object) -> str:
    """A value as it is written in plan.yaml."""
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "{" + ", ".join(f"{key}: {_written(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_written, value)) + "]"
        case str() if value.startswith("@"):
            return f'"{value}"'
        case _:
            return str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def errors_reference(translate: Translate = untranslated) -> str:
    """docs/reference/errors.md: every code, what it says, how to mend it, why it matters, an example."""
    parts = [_ERRORS_FOREWORD]
    for prefix, title in _FAMILIES:
        parts.append(f"## {title}\n")
        parts.extend(_entry(kind, translate) for code, kind in FAULT_KINDS.items() if code.startswith(prefix))
    return "\n".join(parts)


def _entry(kind: FaultKind, translate: Translate) -> str:
    message, remedy = (translate(text).replace("{{", "{").replace("}}", "}") for text in (kind.message, kind.remedy))
    return (
        f"### {kind.code}\n\n{message}\n\n- How to mend: {remedy}\n- Why: {kind.why}\n\n```yaml\n{kind.example}\n```\n"
    )


_ERRORS_FOREWORD = """# Faults of plan.yaml

Generated from `dondoc/plan/codes/` by `make generated`; do not edit.

`dondoc check` names every fault in one run, as `file:line:column: CODE message` with the remedy on the next line.
Codes that begin with K are errors: the plan is not adopted. Codes that begin with W are warnings and change nothing.
A code never changes its meaning. What only follows from another fault is not reported: mend and check again. In
`{braces}` stands what the message names in the case at hand.
"""
