"""The consolidated report of a period as a value: every number in it was computed, every word said by somebody.

It judges nothing: what a person must write is left to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.plan.model import Figure, FigureKind
from dondoc.reply import ItemStatus
from dondoc.status import Timeliness

FigureNumber = Decimal | bool


@dataclass(frozen=True, slots=True)
class AgencyResult:
    """One agency in the period: what it was asked, what it answered and when."""

    id: str
    name: str
    label: str
    timeliness: Timeliness
    asked: int
    answered: int
    missing: tuple[int, ...]
    completed_on: date | None
    waiting: int
    handed_over_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One figure as one agency gave it."""

    id: str
    name: str
    unit: str | None
    value: FigureNumber


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """What one agency says of one task; `status` is None while it has said nothing."""

    agency: str
    name: str
    label: str
    status: ItemStatus | None
    percent: float | None = None
    figures: tuple[FigureCell, ...] = ()
    note: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class FigureGiven:
    """One agency's part of a total; two agencies may bear one name, before and after a merger."""

    agency: str
    name: str
    value: FigureNumber


@dataclass(frozen=True, slots=True)
class FigureTotal:
    """A figure over all agencies: `total` is the sum of numbers, or how many said yes.

    `reported` is how many agencies gave it, `asked` how many were asked; `before` is the total of the year before,
    None where it cannot be compared: `before_as` is then the figure as it was asked, in another unit, kind or name.
    """

    id: str
    name: str
    unit: str | None
    kind: FigureKind
    total: Decimal
    reported: int
    asked: int
    given: tuple[FigureGiven, ...] = ()
    before: Decimal | None = None
    before_as: Figure | None = None


@dataclass(frozen=True, slots=True)
class TaskResult:
    """One task: who was to do it, each agency's line, the counts and the sums.

    `percent` is the mean over the agencies whose percentage is known (`percent_of` of them), None where none is.
    """

    number: int
    content: str
    lead: str
    support: str
    lines: tuple[AgencyLine, ...]
    figures: tuple[FigureTotal, ...]
    percent: Decimal | None
    percent_of: int

    @property
    def asked(self) -> int:
        """How many agencies were asked."""
        return len(self.lines)

    @property
    def answers(self) -> tuple[AgencyLine, ...]:
        """The lines of agencies that said something."""
        return tuple(line for line in self.lines if line.status is not None)

    @property
    def silent(self) -> tuple[AgencyLine, ...]:
        """The lines of agencies that said nothing."""
        return tuple(line for line in self.lines if line.status is None)

    def saying(self, status: ItemStatus) -> tuple[AgencyLine, ...]:
        """The lines with this status."""
        return tuple(line for line in self.lines if line.status == status)

    @property
    def noted(self) -> tuple[AgencyLine, ...]:
        """The lines that tell something in words."""
        return tuple(line for line in self.lines if line.note)

    @property
    def is_done_by_all(self) -> bool:
        """Whether every agency has done it or has nothing to do, and at least one has done it."""
        done, idle = len(self.saying("done")), len(self.saying("not_applicable"))
        return done > 0 and done + idle == self.asked

    @property
    def goes_on(self) -> bool:
        """Whether some agency says it is under way or not begun."""
        return bool(self.saying("in_progress") or self.saying("not_started"))


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """A measured objective: where `is_percent`, `reached` is the percentage of those asked that said yes, else the sum.

    `figure` holds the counts behind it; its `asked` are the agencies the objective speaks of.
    """

    id: str
    text: str
    figure: FigureTotal
    goal: Decimal
    is_percent: bool
    reached: Decimal | None
    before: Decimal | None = None

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.reached is not None and self.reached >= self.goal


@dataclass(frozen=True, slots=True)
class Said:
    """An obstacle or a proposal: who said it, when, in their words."""

    name: str
    label: str
    text: str
    said_on: date


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """The files one agency sent in a `document` cycle."""

    name: str
    label: str
    files: tuple[str, ...]
    received_on: date | None
    timeliness: Timeliness


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts over agencies (and over single answers) of one period."""

    asked: int
    on_time: int
    late: int
    partial: int
    silent: int
    items: int
    answered_items: int
    done_items: int

    @property
    def complete(self) -> int:
        """Agencies that answered everything."""
        return self.on_time + self.late


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same counts of the period a year before; `on_time` is None where its deadline is no longer known."""

    period: str
    year: int
    asked: int
    complete: int
    on_time: int | None
    items: int
    answered_items: int
    done_items: int


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What the report says of the plan."""

    code: str
    title: str
    number: str | None
    issued_by: str
    issued_on: date
    coordinator: str
    superior: str
    reports_to: str
    basis: tuple[str, ...]
    objectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodHead:
    """What the report says of the period; `template` chooses the template set."""

    id: str
    title: str
    year: int
    every: str
    template: str
    opens_on: date
    due_on: date
    stated_on: date
    closes_on: date
    counted_to: date | None

    @property
    def is_before(self) -> bool:
        """Whether the plan says "before" the stated day."""
        return self.stated_on != self.due_on


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the documents need. Counted up to `as_of`; a progress report is one with `is_final` False."""

    plan: PlanHead
    period: PeriodHead
    as_of: date
    is_final: bool
    is_document: bool
    rates: Rates
    agencies: tuple[AgencyResult, ...]
    tasks: tuple[TaskResult, ...]
    figures: tuple[FigureTotal, ...]
    objectives: tuple[ObjectiveResult, ...]
    obstacles: tuple[Said, ...]
    proposals: tuple[Said, ...]
    documents: tuple[DocumentLine, ...]
    year_before: YearBefore | None

    @property
    def is_estimate(self) -> bool:
        """Whether figures are counted up to a day that had not come when they were asked for ("ước")."""
        return self.period.counted_to is not None and self.period.counted_to > self.period.due_on

    def by_timeliness(self, timeliness: Timeliness) -> tuple[AgencyResult, ...]:
        """The agencies of one kind, in the plan's order."""
        return tuple(agency for agency in self.agencies if agency.timeliness == timeliness)

    @property
    def waiting(self) -> tuple[AgencyResult, ...]:
        """The agencies with replies that wait for the officer."""
        return tuple(agency for agency in self.agencies if agency.waiting)

    @property
    def lines(self) -> Mapping[str, Mapping[int, AgencyLine]]:
        """The lines as a matrix: by agency, then by task."""
        matrix: dict[str, dict[int, AgencyLine]] = {agency.id: {} for agency in self.agencies}
        for task in self.tasks:
            for line in task.lines:
                matrix.setdefault(line.agency, {})[task.number] = line
        return matrix
