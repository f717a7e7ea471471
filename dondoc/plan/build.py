"""Checked source models into the Plan that the rest of the program works with. Pure translation, no judgement."""

from __future__ import annotations

from typing import cast

from dondoc.plan.model import (
    Agency,
    Anchor,
    AnchorUnit,
    Basis,
    CalendarOptions,
    Cycle,
    Due,
    Figure,
    Group,
    MailOptions,
    Measure,
    Objective,
    Offset,
    Plan,
    ReminderStep,
    Task,
)
from dondoc.plan.source import (
    AgencySource,
    AnchorSource,
    CycleSource,
    FigureSource,
    MeasureSource,
    TaskSource,
)
from dondoc.plan.spans import span
from dondoc.plan.structure import PlanSource

DEFAULT_OPENS = Offset(-30)
DEFAULT_CLOSES = Offset(30)


def build_plan(source: PlanSource, source_hash: str) -> Plan:
    """The plan as values, in file order."""
    head = source.header
    return Plan(
        code=head.code,
        number=head.number,
        title=head.title,
        issued_by=head.issued_by,
        issued_on=head.issued_on,
        starts=head.starts,
        ends=head.ends,
        timezone=head.timezone,
        language=head.language,
        coordinator=head.coordinator,
        reports_to=head.reports_to,
        basis={key: Basis(key, each.title, each.date) for key, each in source.basis.items()},
        agencies={key: _agency(key, each) for key, each in source.agencies.items()},
        groups={key: Group(key, each.name, each.members, each.without) for key, each in source.groups.items()},
        objectives={key: Objective(key, each.text, _measure(each.measure)) for key, each in source.objectives.items()},
        tasks={number: _task(number, each) for number, each in source.tasks.items()},
        cycles={key: _cycle(key, each) for key, each in source.cycles.items()},
        mail=MailOptions(source.mail.from_name, source.mail.working_days_only, source.mail.footer),
        calendar=CalendarOptions(source.calendar.country, source.calendar.off, source.calendar.work),
        source_hash=source_hash,
    )


def _agency(key: str, source: AgencySource) -> Agency:
    return Agency(
        id=key,
        name=source.name,
        short=source.short,
        email=source.email,
        cc=source.cc,
        accept_from=source.accept_from,
        superior=source.superior,
        since=source.since,
        until=source.until,
        successor=source.successor,
    )


def _measure(source: MeasureSource | None) -> Measure | None:
    return Measure(source.figure, source.of, goal=source.goal[0], is_percent=source.goal[1]) if source else None


def _figures(sources: dict[str, FigureSource]) -> dict[str, Figure]:
    return {key: Figure(key, each.name, each.unit, each.also, each.kind) for key, each in sources.items()}


def _task(number: int, source: TaskSource) -> Task:
    years = None if source.when is None else tuple(sorted({year for span in source.when for year in span}))
    return Task(
        number=number,
        content=source.content,
        lead=source.lead,
        support=source.support,
        support_text=source.support_text,
        lead_text=source.lead_text,
        years=years,
        ask_support=source.ask_support,
        figures=_figures(source.figures),
    )


def _cycle(key: str, source: CycleSource) -> Cycle:
    steps = tuple(ReminderStep(step.at, step.tone, step.cc) for step in source.remind)
    opens = _before(source.opens) if source.opens else _default_opens(steps)
    return Cycle(
        id=key,
        title=source.title,
        every=source.every,
        due=_due(source),
        opens=opens,
        closes=source.closes or DEFAULT_CLOSES,
        counted_to=source.counted_to,
        tasks=source.tasks,
        ask=source.ask,
        to=source.to,
        reports_on_previous=source.period == "previous",
        remind=steps,
        figures=_figures(source.figures),
        report=source.report,
    )


def _due(source: CycleSource) -> Due:
    written = source.due_before or source.due_by
    if isinstance(written, AnchorSource):
        count, unit = written.after
        return Due((Anchor(count, cast("AnchorUnit", unit), written.of),), is_before=bool(source.due_before))
    return Due(written or (), is_before=bool(source.due_before))


def _before(distance: Offset) -> Offset:
    return Offset(-distance.count, distance.unit)


def _default_opens(steps: tuple[ReminderStep, ...]) -> Offset:
    """30 days before, or the earliest reminder where that is earlier."""
    return min((DEFAULT_OPENS, *(step.at for step in steps)), key=span)
