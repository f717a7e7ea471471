"""pydantic's errors about single fields as faults of plan.yaml: the code, the place, the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic_core import ErrorDetails

from dondoc.plan.checks.findings import Findings
from dondoc.plan.codes.book import FAULT_KINDS
from dondoc.plan.paths import Path, find_branch
from dondoc.plan.source import AnchorSource, FigureSource, MeasureSource, ReminderSource, Source, known_keys
from dondoc.plan.suggest import near_key, slug
from dondoc.plan.tree import Branch

_QUOTED = re.compile(r"'([^']*)'")
_WRONG_SHAPE = {
    "model_type": "K105",
    "model_attributes_type": "K105",
    "dict_type": "K105",
    "tuple_type": "K106",
    "list_type": "K106",
}
_NESTED: dict[str, type[Source]] = {
    "figures": FigureSource,
    "measure": MeasureSource,
    "remind": ReminderSource,
    "due_by": AnchorSource,
    "due_before": AnchorSource,
}
_UNION_TAGS = frozenset({"anchor", "days"})
_KEY_MARK = "[key]"


def path_of(root: Branch, head: Path, loc: tuple[str | int, ...]) -> Path:
    """Where in the file pydantic's `loc` under `head` is; its own marks for unions and keys are left out."""
    path = head
    for step in loc:
        is_mark = step == _KEY_MARK or (step in _UNION_TAGS and find_branch(root, (*path, step)) is None)
        if not is_mark:
            path = (*path, step)
    return path


def keys_beside(model: type[Source], loc: tuple[str | int, ...]) -> list[str]:
    """The keys known where `loc` points to, in `model` or in the mapping nested in it."""
    return list(known_keys(model if len(loc) == 1 else _NESTED[str(loc[0])]))


def note_unknown_key(findings: Findings, root: Branch, path: Path, *, known: Iterable[str], near: str | None) -> None:
    """An unknown key, or what a comma inside { } made one."""
    key, branch, parent = str(path[-1]), find_branch(root, path), find_branch(root, path[:-1])
    is_comma_slip = branch is not None and branch.value is None and parent is not None and parent.is_flow
    if is_comma_slip and re.match(r"[a-z_]+:\S", key):
        findings.note_once("K024", path)
    elif is_comma_slip:
        findings.note_once("K124", path, key=key)
    else:
        findings.note("K101", path, on_key=True, near=near, key=key, known=", ".join(known))


def _example(model: type[Source], loc: tuple[str | int, ...]) -> str | None:
    """What the missing key at `loc` may look like, where that fits on a line."""
    owner = model if len(loc) == 1 else _NESTED[str(loc[0])]
    name = known_keys(owner).get(str(loc[-1]), "")
    examples = owner.model_fields[name].examples if name else None
    return examples[0] if examples and isinstance(examples[0], str) else None


def note_field_fault(findings: Findings, root: Branch, head: Path, detail: ErrorDetails, model: type[Source]) -> None:
    """Note one of pydantic's errors about `model`, which stands at `head`."""
    path, kind, found = path_of(root, head, detail["loc"]), detail["type"], detail["input"]
    values = detail.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return  # noted while keys were renamed
        case "missing" if not findings.has_run_together(path[:-1]):
            findings.add("K103", path, near=_example(model, detail["loc"]), key=str(path[-1]))
        case "missing":
            return  # what is missing stands in the text that ran together
        case "literal_error" if isinstance(found, str):
            known = _QUOTED.findall(str(values["expected"]))
            near = near_key(found, known)
            findings.note("K109", path, near=near, value=found, known=", ".join(known))
        case "K108":
            findings.note("K108", path, on_key=detail["loc"][-1] == _KEY_MARK, near=slug(str(found)), **values)
        case "K107":
            is_alone = isinstance(found, list) and len(found) == 1 and isinstance(found[0], str)
            findings.note("K107", path, near=found[0] if is_alone else None)
        case _ if kind in FAULT_KINDS:
            findings.note(kind, path, **values)
        case _:
            findings.note(_WRONG_SHAPE.get(kind, "K107"), path)
