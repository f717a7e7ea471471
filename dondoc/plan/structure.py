"""The tree against the source models: every field fault of the file, and models good enough to check the rest with.

A misspelt key is read as the one that was meant, and a faulty value is replaced by the model's own example while its
path is marked broken, so that one slip hides no other and causes no second message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dondoc.plan.checks.findings import Findings
from dondoc.plan.field_faults import keys_beside, note_field_fault, note_unknown_key, path_of
from dondoc.plan.guesses import task_number_meant
from dondoc.plan.misplaced import ENTRIES, Moved, put_back
from dondoc.plan.paths import Path, find_branch
from dondoc.plan.salvage import salvage
from dondoc.plan.scalars import is_id, is_task_number
from dondoc.plan.source import (
    AgencySource,
    BasisSource,
    CalendarSource,
    CycleSource,
    GroupSource,
    HeaderSource,
    MailSource,
    ObjectiveSource,
    Source,
    TaskSource,
    known_keys,
)
from dondoc.plan.suggest import near_key, slug
from dondoc.plan.tree import Branch, Twig, plain, respell

S = TypeVar("S", bound=Source)

REQUIRED_SECTIONS = ("plan", "agencies", "tasks", "cycles")
NUMBERS: Path = ("tasks", "[numbers]")  # broken when the number of some task cannot be read
SECTIONS = ("plan", "basis", "agencies", "groups", "objectives", "tasks", "cycles", "mail", "calendar")


@dataclass(frozen=True, slots=True)
class PlanSource:
    """The whole file as source models, faulty values replaced."""

    header: HeaderSource
    agencies: Mapping[str, AgencySource]
    tasks: Mapping[int, TaskSource]
    cycles: Mapping[str, CycleSource]
    basis: Mapping[str, BasisSource] = field(default_factory=dict)
    groups: Mapping[str, GroupSource] = field(default_factory=dict)
    objectives: Mapping[str, ObjectiveSource] = field(default_factory=dict)
    mail: MailSource = field(default_factory=MailSource)
    calendar: CalendarSource = field(default_factory=CalendarSource)


class StructureReader:
    """Reads one tree, section by section."""

    def __init__(self, root: Branch, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._respelt: dict[str, str] = {}

    def read(self) -> PlanSource | None:
        """The source models, or None where the file has no keys at the top."""
        if not isinstance(self._root.value, dict):
            self._findings.note("K006", ())
            return None
        for moved in put_back(self._root.value):
            self._note_moved(moved)
        self._check_sections(self._root.value)
        for section in ENTRIES:
            self._check_ids(section)
        respell(self._root, self._respelt)
        return PlanSource(
            header=self._model(HeaderSource, ("plan",)),
            basis=self._entries(BasisSource, "basis"),
            agencies=self._entries(AgencySource, "agencies"),
            groups=self._entries(GroupSource, "groups"),
            objectives=self._entries(ObjectiveSource, "objectives"),
            tasks={int(key): task for key, task in self._entries(TaskSource, "tasks").items()},
            cycles=self._entries(CycleSource, "cycles"),
            mail=self._model(MailSource, ("mail",)),
            calendar=self._model(CalendarSource, ("calendar",)),
        )

    def _note_moved(self, moved: Moved) -> None:
        if moved.missing is None:
            self._findings.place_fault("K014", moved.twig.key_place, {}, path=moved.path)
        else:
            self._findings.place_fault("K103", moved.twig.key_place, {"key": moved.missing}, path=moved.path)

    def _check_sections(self, sections: dict[str, Twig]) -> None:
        for key in list(sections):
            if key not in SECTIONS:
                self._rename_or_refuse(sections, (key,), SECTIONS)
        for key in SECTIONS:
            is_required = key in REQUIRED_SECTIONS
            if key not in sections:
                if is_required:
                    self._findings.note("K103", (key,), key=key)
            elif sections[key].branch.value is None:
                self._note_empty((key,), is_required=is_required)

    def _note_empty(self, path: Path, *, is_required: bool) -> None:
        if is_required:
            self._findings.note("K104", path, on_key=True)
        else:
            self._findings.note("W101", path, on_key=True, key=str(path[-1]))

    def _rename_or_refuse(self, twigs: dict[str, Twig], path: Path, known: Sequence[str]) -> bool:
        """Report an unknown key; whether it was renamed to the missing key that was surely meant."""
        key = str(path[-1])
        near = near_key(key, known)
        note_unknown_key(self._findings, self._root, path, known=known, near=near)
        if near is None or near in twigs:
            return False
        twigs[near] = twigs.pop(key)
        return True

    def _entries(self, model: type[S], section: str) -> dict[str, S]:
        branch = find_branch(self._root, (section,))
        if branch is None or branch.value is None:
            return {}
        if not isinstance(branch.value, dict):
            self._findings.note("K105", (section,))
            return {}
        return {key: self._model(model, (section, key)) for key in branch.value}

    def _check_ids(self, section: str) -> None:
        branch = find_branch(self._root, (section,))
        twigs = branch.value if branch is not None else None
        if not isinstance(twigs, dict):
            return
        for key in list(twigs):
            if section == "tasks":
                self._check_number(twigs, key)
            elif not is_id(key):
                self._check_id(twigs, key, section)

    def _check_id(self, twigs: dict[str, Twig], key: str, section: str) -> None:
        """Note a key that cannot be an id; wherever it is named, the id it should be is read in its stead."""
        if "{" in key:  # a bare key would be an entry with its keys in braces: its colon is missing
            self._findings.place_fault("K024", twigs.pop(key).key_place, {}, path=(section,))
            self._findings.mark_broken((section,))
            return
        near = slug(key)
        self._findings.place_fault("K108", twigs[key].key_place, {"value": key}, near=near, path=(section,))
        if near is not None and near not in twigs:
            twigs[near] = twigs.pop(key)
            self._respelt[key] = near

    def _check_number(self, twigs: dict[str, Twig], key: str) -> None:
        if not is_task_number(key):
            place, near = twigs.pop(key).key_place, task_number_meant(key)
            self._findings.place_fault("K116", place, {"value": key}, path=("tasks",), near=near)
            self._findings.mark_broken(NUMBERS)
        elif (number := str(int(key))) != key:
            if number in twigs:
                first = twigs[number].key_place.line
                self._findings.note("K102", ("tasks", key), on_key=True, key=key, first=first)
                self._findings.mark_broken(NUMBERS)
                del twigs[key]
            else:
                twigs[number] = twigs.pop(key)

    def _model(self, model: type[S], path: Path) -> S:
        branch = find_branch(self._root, path)
        if branch is None or (branch.value is None and len(path) == 1):
            return salvage(model, {}, [])
        if not isinstance(branch.value, dict):
            self._findings.note("K105", path)
            return salvage(model, {}, [])
        self._note_empty_keys(model, branch.value, path)
        return self._checked(model, branch, path)

    def _note_empty_keys(self, model: type[Source], twigs: dict[str, Twig], path: Path) -> None:
        for key, name in known_keys(model).items():
            if key in twigs and twigs[key].branch.value is None:
                self._note_empty((*path, key), is_required=model.model_fields[name].is_required())

    def _checked(self, model: type[S], branch: Branch, path: Path) -> S:
        """The validated model; after renaming misspelt keys once more, else salvaged."""
        try:
            return model.model_validate(plain(branch))
        except ValidationError as error:
            details = error.errors(include_url=False)
        if self._rename_keys(model, details, path):
            return self._checked(model, branch, path)
        for detail in details:
            note_field_fault(self._findings, self._root, path, detail, model)
        return salvage(model, plain(branch), details)

    def _rename_keys(self, model: type[Source], details: Sequence[ErrorDetails], path: Path) -> bool:
        was_renamed = False
        for detail in details:
            if detail["type"] == "extra_forbidden":
                place = path_of(self._root, path, detail["loc"])
                parent = find_branch(self._root, place[:-1])
                if parent is not None and isinstance(parent.value, dict):
                    known = keys_beside(model, detail["loc"])
                    was_renamed |= self._rename_or_refuse(parent.value, place, known)
        return was_renamed
