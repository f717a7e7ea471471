"""Figures and the objectives measured by them (K401-K404, W401)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dondoc.plan.checks.draft import Draft
from dondoc.plan.model import Figure, Measure, Objective
from dondoc.plan.paths import Path
from dondoc.plan.structure import NUMBERS
from dondoc.plan.suggest import KnownNames

_ALL = Decimal(100)
_SAME = ("name", "unit", "kind")


def check_figures(draft: Draft) -> None:
    """Note figures that contradict each other, and objectives that cannot be measured."""
    first: dict[str, tuple[Path, Figure]] = {}
    for path, figure in _figures(draft):
        if figure.id in first:
            _compare(draft, path, figure, *first[figure.id])
        else:
            first[figure.id] = (path, figure)
    known = {key: figure for key, (_, figure) in first.items()}
    for objective in draft.plan.objectives.values():
        _check_measure(draft, objective, known)


def _figures(draft: Draft) -> Iterator[tuple[Path, Figure]]:
    for task in draft.plan.tasks.values():
        for figure in task.figures.values():
            yield ("tasks", task.number, "figures", figure.id), figure
    for cycle in draft.plan.cycles.values():
        for figure in cycle.figures.values():
            yield ("cycles", cycle.id, "figures", figure.id), figure


def _compare(draft: Draft, path: Path, figure: Figure, other_path: Path, other: Figure) -> None:
    for key in _SAME:
        if getattr(figure, key) != getattr(other, key):
            where = f"{other_path[0]} {other_path[1]}"
            draft.findings.add(
                "K402", (*path, key), relies_on=[(*other_path, key)], value=figure.id, other=where, what=key
            )


def _check_measure(draft: Draft, objective: Objective, known: dict[str, Figure]) -> None:
    measure = objective.measure
    if measure is None:
        return
    head: Path = ("objectives", objective.id, "measure")
    figure = known.get(measure.figure)
    if figure is None:
        near = KnownNames({key: each.name for key, each in known.items()}).nearest(measure.figure)
        if not _may_be_described(draft, measure.figure):
            draft.findings.add("K401", (*head, "figure"), near=near, value=measure.figure)
        return
    goal = f"{measure.goal}{'%' if measure.is_percent else ''}"
    if measure.is_percent != (figure.kind == "yesno"):
        if not _may_be_described(draft, figure.id):
            draft.findings.add("K403", (*head, "goal"), goal=goal, value=figure.id, kind=figure.kind)
    elif measure.is_percent and measure.goal > _ALL:
        draft.findings.add("K404", (*head, "goal"), goal=goal)
    _check_measured(draft, objective, measure)


def _check_measured(draft: Draft, objective: Objective, measure: Measure) -> None:
    """Whether anybody whom the objective is measured on is asked for its figure."""
    if draft.may_be_incomplete:
        return
    measured = {each for name in measure.of for each in draft.resolver.members(name)}
    asked = set(
        draft.with_heirs(each for name in _asked_for(draft, measure.figure) for each in draft.resolver.members(name))
    )
    if measured and not measured & asked:
        draft.findings.add("W401", ("objectives", objective.id, "measure", "of"), value=measure.figure)


def _asked_for(draft: Draft, figure: str) -> Iterator[str]:
    """The agencies and groups that are asked for a figure, as named in the plan."""
    for cycle in draft.plan.cycles.values():
        if figure in cycle.figures:
            yield from draft.asked_by(cycle)
        for task in draft.tasks_of(cycle) if cycle.ask != "document" else ():
            if figure in task.figures:
                yield from draft.asked_for_task(cycle, task)


def _may_be_described(draft: Draft, figure: str) -> bool:
    """Whether a faulty part of the file may be what describes a figure: then nothing is concluded about it."""
    sections: list[Path] = [("tasks",), ("cycles",), NUMBERS]
    tasks: list[Path] = [("tasks", number, "figures", figure) for number in draft.plan.tasks]
    cycles: list[Path] = [("cycles", cycle, "figures", figure) for cycle in draft.plan.cycles]
    return any(map(draft.findings.is_broken, sections)) or any(map(draft.findings.is_touched, (*tasks, *cycles)))
