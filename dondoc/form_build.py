"""Builds the Excel form of a request: every task asked, with what is already known filled in."""

from __future__ import annotations

from collections.abc import Mapping

from dondoc.form import Form, FormFigure, FormRow
from dondoc.numbers_vi import day_vi, weekday_vi
from dondoc.periods import Period
from dondoc.plan.model import Figure, Plan
from dondoc.reply import FigureValue
from dondoc.status import RequestStatus


def build_form(plan: Plan, request: RequestStatus, period: Period) -> Form:
    """The form of one request; tasks the plan no longer knows are left out.

    Obstacles and proposals stay blank: they accumulate, and what was said before would come back as said twice.
    """
    return Form(
        code=request.code,
        title=period.title,
        agency=plan.name_of(request.agency),
        deadline=deadline_vi(period),
        rows=tuple(_row(plan, request, task) for task in request.tasks if task in plan.tasks),
        figures=_figures(period.cycle.figures, request.figures),
    )


def deadline_vi(period: Period) -> str:
    """``trước ngày 30/11/2026 (chậm nhất Chủ nhật, 29/11/2026)``: the day as the plan puts it and what it means."""
    if period.is_before:
        return f"trước ngày {day_vi(period.stated_on)} (chậm nhất {weekday_vi(period.due_on)}, {day_vi(period.due_on)})"
    return f"{weekday_vi(period.due_on)}, ngày {day_vi(period.due_on)}"


def _row(plan: Plan, request: RequestStatus, number: int) -> FormRow:
    task, known = plan.tasks[number], request.confirmations.get(number)
    return FormRow(
        task=number,
        content=task.content,
        status=known.status if known else None,
        percent=known.percent if known else None,
        figures=_figures(task.figures, known.figures if known else {}),
        note=known.note if known else "",
    )


def _figures(wanted: Mapping[str, Figure], known: Mapping[str, FigureValue]) -> tuple[FormFigure, ...]:
    return tuple(
        FormFigure(id=name, name=figure.name, unit=figure.unit, kind=figure.kind, value=known.get(name))
        for name, figure in wanted.items()
    )
