"""Builds the report of a period: Plan and Status in, Report out; the same values give the same report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.events.periods import PeriodOpened
from dondoc.numbers_vi import exact_sum
from dondoc.periods import Period
from dondoc.plan.model import Figure, Measure, Objective, Plan, Task
from dondoc.plan.resolve import Resolver, holder_on
from dondoc.report.answers import counted_requests, percent_of
from dondoc.report.earlier import Earlier
from dondoc.report.figures import (
    Before,
    asked_once,
    cells_of,
    find_figure,
    measured,
    of_task,
    over_everything,
    totalled,
)
from dondoc.report.model import (
    AgencyLine,
    AgencyResult,
    DocumentLine,
    FigureTotal,
    ObjectiveResult,
    PeriodHead,
    PlanHead,
    Rates,
    Report,
    Said,
    TaskResult,
    YearBefore,
)
from dondoc.report.narrative import narrative
from dondoc.status import PeriodStatus, RequestStatus, Statement, Status

Agencies = frozenset[str]


def build_report(plan: Plan, status: Status, period: Period, *, as_of: date, previous: Earlier | None) -> Report:
    """The report of `period` as known at the end of `as_of`; `previous` is the period a year before, if there is one.

    What was first said after the close belongs to no report. A `status` folded later than `as_of` shows corrections
    made since: fold the records up to `as_of` for a report of a past day.
    """
    of_period = status.periods.get(period.id, PeriodStatus(period.id))
    last_day = of_period.closed_on or period.closes_on
    order = tuple(plan.agencies)
    requests = counted_requests(of_period, order, min(as_of, last_day))
    before = counted_requests(previous.state, order, previous.state.closed_on or date.max) if previous else ()
    builder = _Builder(plan, period, requests, before, previous)
    return builder.report(min(as_of, last_day), is_final=as_of >= last_day)


@dataclass(frozen=True, slots=True)
class _Builder:
    plan: Plan
    period: Period
    requests: Sequence[RequestStatus]
    before: Sequence[RequestStatus]
    earlier: Earlier | None

    @property
    def opened_before(self) -> PeriodOpened | None:
        """The period a year before as it was opened, where that is known."""
        return self.earlier.state.opened if self.earlier else None

    def report(self, as_of: date, *, is_final: bool) -> Report:
        agencies = tuple(self.agency(request) for request in self.requests)
        return Report(
            plan=_plan_head(self.plan, as_of),
            period=_period_head(self.period),
            as_of=as_of,
            is_final=is_final,
            is_document=self.period.cycle.ask == "document",
            rates=_rates(agencies, self.requests),
            agencies=agencies,
            tasks=tuple(self.task(task) for task in self.tasks_asked()),
            figures=tuple(self.cycle_figure(figure) for figure in self.period.cycle.figures.values()),
            objectives=tuple(self.objectives()),
            obstacles=tuple(self.said((request, said) for request in self.requests for said in request.obstacles)),
            proposals=tuple(self.said((request, said) for request in self.requests for said in request.proposals)),
            documents=tuple(self.document(request) for request in self.requests if request.is_document),
            year_before=self.year_before(self.earlier.state.id) if self.earlier else None,
        )

    def agency(self, request: RequestStatus) -> AgencyResult:
        return AgencyResult(
            id=request.agency,
            name=self.plan.name_of(request.agency),
            label=self.label(request.agency),
            timeliness=request.timeliness(self.period.due_on),
            asked=1 if request.is_document else len(request.tasks),
            answered=_asked_and_answered(request),
            missing=request.missing,
            completed_on=request.completed_on,
            waiting=len(request.waiting),
            handed_over_to=tuple(map(self.label, request.handed_over.to)) if request.handed_over else (),
        )

    def tasks_asked(self) -> tuple[Task, ...]:
        """The tasks anybody was asked or spoke of, in the plan's order; then those the plan no longer has."""
        numbers = {number for request in self.requests for number in (*request.tasks, *request.confirmations)}
        known = tuple(task for task in self.plan.tasks.values() if task.number in numbers)
        gone = sorted(numbers - self.plan.tasks.keys())
        return (*known, *(Task(number, f"Nhiệm vụ {number} (không còn trong kế hoạch)", ()) for number in gone))

    def task(self, task: Task) -> TaskResult:
        asked = [r for r in self.requests if task.number in r.tasks or task.number in r.confirmations]
        items = [item for r in asked if (item := r.confirmations.get(task.number))]
        percents = [percent for percent in map(percent_of, items) if percent is not None]
        return TaskResult(
            number=task.number,
            content=task.content,
            lead=task.lead_text or self.names(task.lead),
            support=task.support_text or self.names(task.support),
            lines=tuple(self.line(task, request) for request in asked),
            figures=tuple(self.task_figure(task, figure, asked) for figure in task.figures.values()),
            percent=exact_sum(percents) / len(percents) if percents else None,
            percent_of=len(percents),
        )

    def line(self, task: Task, request: RequestStatus) -> AgencyLine:
        name, label = self.plan.name_of(request.agency), self.label(request.agency)
        item = request.confirmations.get(task.number)
        if item is None:
            return AgencyLine(request.agency, name, label, None)
        figures = cells_of(task.figures, item.figures)
        note = narrative(item.note, percent=item.percent, figures=item.figures, asked=task.figures.values())
        return AgencyLine(request.agency, name, label, item.status, item.percent, figures, note, item.said_on)

    def task_figure(self, task: Task, figure: Figure, asked: Sequence[RequestStatus]) -> FigureTotal:
        given = of_task(figure, task.number, asked)
        then = self.earlier.task_figure(task.number, figure) if self.earlier else figure
        before = Before(then, of_task(then, task.number, self.before))
        return totalled(figure, given, self.names_of(given), asked=len(asked), before=before)

    def cycle_figure(self, figure: Figure) -> FigureTotal:
        given = asked_once(figure, self.requests)
        then = self.earlier.cycle_figure(self.period.cycle.id, figure) if self.earlier else figure
        before = Before(then, asked_once(then, self.before))
        return totalled(figure, given, self.names_of(given), asked=len(self.requests), before=before)

    def objectives(self) -> Iterable[ObjectiveResult]:
        resolver = Resolver(self.plan)
        for objective in self.plan.objectives.values():
            measure = objective.measure
            figure = find_figure(self.plan, self.period.cycle.figures, measure.figure) if measure else None
            if measure and figure:
                now = _members(resolver, measure, self.period)
                before = _members(resolver, measure, self.opened_before or self.period)
                if self.asked_for(figure, self.requests, now):
                    yield self.objective(objective, measure, figure, now, before)

    def objective(
        self, objective: Objective, measure: Measure, figure: Figure, now: Agencies, before: Agencies
    ) -> ObjectiveResult:
        given = over_everything(figure, self.requests, now)
        then = self.measured_before(figure)
        total = totalled(
            figure,
            given,
            self.names_of(given),
            asked=self.asked_for(figure, self.requests, now),
            before=Before(then, over_everything(then, self.before, before)),
        )
        return measured(objective, measure, total, asked_before=self.asked_for(figure, self.before, before))

    def measured_before(self, figure: Figure) -> Figure:
        """The figure of an objective as it was asked a year before."""
        if self.earlier is None:
            return figure
        cycle = self.earlier.plan.cycles.get(self.period.cycle.id)
        return find_figure(self.earlier.plan, cycle.figures if cycle else {}, figure.id) or figure

    def asked_for(self, figure: Figure, requests: Sequence[RequestStatus], among: Agencies) -> int:
        """How many of `among` were asked for this figure."""
        if figure.id in self.period.cycle.figures:
            return sum(request.agency in among for request in requests)
        tasks = {task.number for task in self.plan.tasks.values() if figure.id in task.figures}
        return sum(request.agency in among and not tasks.isdisjoint(request.tasks) for request in requests)

    def said(self, statements: Iterable[tuple[RequestStatus, Statement]]) -> Iterable[Said]:
        for request, statement in statements:
            name, label = self.plan.name_of(request.agency), self.label(request.agency)
            yield Said(name, label, statement.text.strip(), statement.said_on)

    def document(self, request: RequestStatus) -> DocumentLine:
        return DocumentLine(
            name=self.plan.name_of(request.agency),
            label=self.label(request.agency),
            files=tuple(file.name for file in request.documents),
            received_on=request.documents_on,
            timeliness=request.timeliness(self.period.due_on),
        )

    def year_before(self, period_id: str) -> YearBefore:
        opened = self.opened_before
        items = [item for request in self.before for item in request.confirmations.values()]
        return YearBefore(
            period=period_id,
            year=opened.year if opened else self.period.year - 1,
            asked=len(self.before),
            complete=sum(request.is_complete for request in self.before),
            on_time=sum(r.timeliness(opened.due_on) == "on_time" for r in self.before) if opened else None,
            items=sum(len(request.tasks) for request in self.before),
            answered_items=sum(map(_asked_and_answered, self.before)),
            done_items=sum(item.status == "done" for item in items),
        )

    def label(self, agency: str) -> str:
        known = self.plan.agencies.get(agency)
        return known.label if known else agency

    def names_of(self, agencies: Iterable[str]) -> dict[str, str]:
        return {agency: self.plan.name_of(agency) for agency in agencies}

    def names(self, references: Iterable[str]) -> str:
        return "; ".join(map(self.plan.name_of, references))


def _members(resolver: Resolver, measure: Measure, period: Period | PeriodOpened) -> Agencies:
    """Whom an objective speaks of: its agencies as they were at any time from the opening to the deadline."""
    days = (period.opens_on, period.due_on)
    return frozenset(agency for day in days for agency in resolver.agencies_on(measure.of, day))


def _asked_and_answered(request: RequestStatus) -> int:
    if request.is_document:
        return int(bool(request.documents))
    return sum(task in request.confirmations for task in request.tasks)


def _rates(agencies: Sequence[AgencyResult], requests: Sequence[RequestStatus]) -> Rates:
    kinds = [agency.timeliness for agency in agencies]
    items = [item for request in requests for item in request.confirmations.values()]
    return Rates(
        asked=len(agencies),
        on_time=kinds.count("on_time"),
        late=kinds.count("late"),
        partial=kinds.count("partial"),
        silent=kinds.count("silent"),
        items=sum(agency.asked for agency in agencies),
        answered_items=sum(agency.answered for agency in agencies),
        done_items=sum(item.status == "done" for item in items),
    )


def _plan_head(plan: Plan, day: date) -> PlanHead:
    """Who reports to whom, as the agencies were on `day`."""
    coordinator = holder_on(plan, plan.coordinator, day)
    superior = coordinator.superior
    return PlanHead(
        code=plan.code,
        title=plan.title,
        number=plan.number,
        issued_by=plan.issued_by,
        issued_on=plan.issued_on,
        coordinator=coordinator.name,
        superior=holder_on(plan, superior, day).name if superior else plan.issued_by,
        reports_to=holder_on(plan, plan.reports_to, day).name,
        basis=tuple(basis.title for basis in plan.basis.values()),
        objectives=tuple(objective.text for objective in plan.objectives.values()),
    )


def _period_head(period: Period) -> PeriodHead:
    return PeriodHead(
        id=period.id,
        title=period.title,
        year=period.year,
        every=period.cycle.every,
        template=period.cycle.report,
        opens_on=period.opens_on,
        due_on=period.due_on,
        stated_on=period.stated_on,
        closes_on=period.closes_on,
        counted_to=period.counted_to,
    )
