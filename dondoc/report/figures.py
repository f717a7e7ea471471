"""Sums of figures over agencies and against the plan's objectives. Sums are of typed decimals and know no order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dondoc.numbers_vi import exact, exact_sum
from dondoc.plan.model import Figure, Measure, Objective, Plan
from dondoc.reply import FigureValue
from dondoc.report.model import FigureCell, FigureGiven, FigureNumber, FigureTotal, ObjectiveResult
from dondoc.status import RequestStatus

Given = Mapping[str, FigureNumber]
"""A figure's value by agency."""


def number_of(figure: Figure, value: FigureValue | None) -> FigureNumber | None:
    """The value where it is of the figure's kind: a yes/no where a number is wanted is not a number."""
    if value is None or isinstance(value, bool) != (figure.kind == "yesno"):
        return None
    return value if isinstance(value, bool) else exact(value)


def cells_of(figures: Mapping[str, Figure], values: Mapping[str, FigureValue]) -> tuple[FigureCell, ...]:
    """The figures an agency gave of one task, in the plan's order."""
    numbers = ((figure, number_of(figure, values.get(name))) for name, figure in figures.items())
    return tuple(
        FigureCell(figure.id, figure.name, figure.unit, number) for figure, number in numbers if number is not None
    )


def of_task(figure: Figure, task: int, requests: Iterable[RequestStatus]) -> Given:
    """What each agency gave for this figure of this task."""
    found = ((request.agency, request.confirmations.get(task)) for request in requests)
    numbers = ((agency, number_of(figure, item.figures.get(figure.id))) for agency, item in found if item)
    return {agency: number for agency, number in numbers if number is not None}


def asked_once(figure: Figure, requests: Iterable[RequestStatus]) -> Given:
    """What each agency gave for this figure of the cycle."""
    numbers = ((request.agency, number_of(figure, request.figures.get(figure.id))) for request in requests)
    return {agency: number for agency, number in numbers if number is not None}


def total_of(given: Given) -> Decimal:
    """The sum of the numbers; how many said yes."""
    return exact_sum(Decimal(int(value)) if isinstance(value, bool) else value for value in given.values())


@dataclass(frozen=True, slots=True)
class Before:
    """What was given a year before for a figure, and the figure as it was asked then."""

    figure: Figure
    given: Given


def totalled(figure: Figure, given: Given, names: Mapping[str, str], *, asked: int, before: Before) -> FigureTotal:
    """The figure over all agencies; what was given a year before is summed only where it was the same figure."""
    is_same = before.figure.counts_like(figure)
    return FigureTotal(
        id=figure.id,
        name=figure.name,
        unit=figure.unit,
        kind=figure.kind,
        total=total_of(given),
        reported=len(given),
        asked=asked,
        given=tuple(FigureGiven(agency, names.get(agency, agency), value) for agency, value in given.items()),
        before=total_of(before.given) if before.given and is_same else None,
        before_as=before.figure if before.given and not is_same else None,
    )


def find_figure(plan: Plan, cycle_figures: Mapping[str, Figure], name: str) -> Figure | None:
    """The figure with this id, of a task or of the cycle; one id means one figure throughout the plan."""
    tables = (cycle_figures, *(task.figures for task in plan.tasks.values()))
    return next((table[name] for table in tables if name in table), None)


def over_everything(figure: Figure, requests: Iterable[RequestStatus], among: Collection[str]) -> Given:
    """What each agency of `among` gave for this figure anywhere: numbers summed, one yes is a yes."""
    found: dict[str, FigureNumber] = {}
    for request in requests:
        values = (request.figures.get(figure.id), *(i.figures.get(figure.id) for i in request.confirmations.values()))
        numbers = [number for number in (number_of(figure, value) for value in values) if number is not None]
        if request.agency in among and numbers:
            found[request.agency] = any(numbers) if figure.kind == "yesno" else exact_sum(numbers)
    return found


def measured(objective: Objective, measure: Measure, total: FigureTotal, *, asked_before: int) -> ObjectiveResult:
    """The objective against its goal; those who did not answer have not said yes. Nothing is rounded here."""
    return ObjectiveResult(
        id=objective.id,
        text=objective.text,
        figure=total,
        goal=measure.goal,
        is_percent=measure.is_percent,
        reached=_reached(measure, total.total if total.reported else None, total.asked),
        before=_reached(measure, total.before, asked_before),
    )


def _reached(measure: Measure, total: Decimal | None, asked: int) -> Decimal | None:
    if total is None:
        return None
    if not measure.is_percent:
        return total
    return 100 * total / asked if asked else None
