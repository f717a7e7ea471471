"""The plan as the rest of the program sees it: checked, complete, frozen.

Everything here was validated by `dondoc.plan.load`; a Plan in hand has no fault. Ids are ASCII slugs, dates are local
to the plan's timezone, and mappings keep the order of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from dondoc.text import name_key

FigureKind = Literal["number", "yesno"]
Every = Literal["year", "half", "quarter", "month", "once"]
Ask = Literal["lead", "lead+support", "document"]
Tone = Literal["first", "remind", "overdue", "escalate"]
OffsetUnit = Literal["d", "wd", "w"]
AnchorUnit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Offset:
    """A signed distance in days (d), working days (wd) or weeks (w)."""

    count: int
    unit: OffsetUnit = "d"

    def __str__(self) -> str:
        return f"{self.count:+d}{self.unit}"


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day of the year such as 30/11; in a month without that day it means the month's last."""

    day: int
    month: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """So long after a dated entry of the legal basis; clamped to the end of the month."""

    count: int
    unit: AnchorUnit
    of: str


DueDay = DayMonth | date | Anchor | int  # int: a bare day of the month, for monthly cycles


@dataclass(frozen=True, slots=True)
class Due:
    """When a cycle falls due: one day, or one a period for halves and quarters; `is_before` excludes the day itself."""

    days: tuple[DueDay, ...]
    is_before: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A number (or a yes/no answer) wanted with a confirmation."""

    id: str
    name: str
    unit: str | None = None
    also: tuple[str, ...] = ()
    kind: FigureKind = "number"

    def counts_like(self, other: Figure) -> bool:
        """Whether values of both may be set side by side: of one kind, in one unit, under one name however spelt."""
        own, others = (
            (name_key(self.name), name_key(self.unit or "")),
            (name_key(other.name), name_key(other.unit or "")),
        )
        return self.kind == other.kind and own == others


@dataclass(frozen=True, slots=True)
class Agency:
    """Somebody who is asked, copied or reported to; it exists from `since` to `until`, both inclusive."""

    id: str
    name: str
    short: str | None = None
    email: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    accept_from: tuple[str, ...] = ()
    superior: str | None = None
    since: date | None = None
    until: date | None = None
    successor: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Group:
    """Agencies named together; `members` and `without` (the key `except`) may name groups."""

    id: str
    name: str
    members: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis; a dated one can anchor a cycle."""

    id: str
    title: str
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How an objective is measured: a figure, of whom, and the goal (a percentage where `is_percent`)."""

    figure: str
    of: tuple[str, ...]
    goal: Decimal
    is_percent: bool


@dataclass(frozen=True, slots=True)
class Objective:
    """What the plan promises as a whole."""

    id: str
    text: str
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the task table; `years` is None for all-year tasks, else the years it runs in."""

    number: int
    content: str
    lead: tuple[str, ...]
    support: tuple[str, ...] = ()
    support_text: str | None = None
    lead_text: str | None = None
    years: tuple[int, ...] | None = None
    ask_support: bool = False
    figures: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReminderStep:
    """One step of the ladder: so far from the last good day, in this tone, with copies to `cc` (`superior` or ids)."""

    at: Offset
    tone: Tone = "remind"
    cc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cycle:
    """A reporting cycle; `tasks` is None for all tasks, `opens` and `closes` are distances from the last good day."""

    id: str
    title: str
    every: Every
    due: Due
    opens: Offset
    closes: Offset
    counted_to: DayMonth | date | None = None
    tasks: tuple[int, ...] | None = None
    ask: Ask = "lead"
    to: tuple[str, ...] = ()
    reports_on_previous: bool = False
    remind: tuple[ReminderStep, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    report: str = "nam"


@dataclass(frozen=True, slots=True)
class MailOptions:
    """The key `mail`: how mails look and when they may go out."""

    from_name: str | None = None
    working_days_only: bool = True
    footer: str | None = None


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """The key `calendar`: whose public holidays, further days off, make-up working days."""

    country: str = "VN"
    off: tuple[date, ...] = ()
    work: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan; `source_hash` is the SHA-256 of the text it was read from."""

    code: str
    title: str
    issued_by: str
    issued_on: date
    starts: date
    ends: date
    timezone: str
    language: str
    coordinator: str
    reports_to: str
    agencies: Mapping[str, Agency]
    tasks: Mapping[int, Task]
    cycles: Mapping[str, Cycle]
    number: str | None = None
    groups: Mapping[str, Group] = field(default_factory=dict)
    basis: Mapping[str, Basis] = field(default_factory=dict)
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    mail: MailOptions = field(default_factory=MailOptions)
    calendar: CalendarOptions = field(default_factory=CalendarOptions)
    source_hash: str = ""

    def name_of(self, reference: str) -> str:
        """The full name of an agency or a group; the id itself where the plan no longer knows it."""
        found = self.agencies.get(reference) or self.groups.get(reference)
        return found.name if found else reference
