"""Cycles: what they ask, when they fall due, when they remind (K103, K121-K131, K304-K313, W302, W305-W311)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import assert_never

from dondoc.plan.checks.dates import is_within
from dondoc.plan.checks.draft import Draft
from dondoc.plan.model import Anchor, Cycle, DayMonth, DueDay, Every, ReminderStep
from dondoc.plan.paths import Path
from dondoc.plan.source import CycleSource
from dondoc.plan.spans import anchored, in_year, is_surely_before

_DUE_KEYS = ("due_before", "due_by")
_SHAPES: dict[Every, tuple[str, int]] = {
    "year": ("K122", 1),
    "half": ("K128", 2),
    "quarter": ("K129", 4),
    "month": ("K130", 1),
    "once": ("K131", 1),
}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}?|\}")
_KNOWN_PLACEHOLDERS = frozenset({"{year}", "{period}"})


def check_cycles(draft: Draft) -> None:
    """Note what is wrong with each cycle, then between them."""
    for cycle in draft.plan.cycles.values():
        check = _CycleCheck(draft, cycle, draft.source.cycles[cycle.id])
        check.whom()
        check.title()
        check.deadline()
        check.ladder()
    _check_period_ids(draft)


class _CycleCheck:
    def __init__(self, draft: Draft, cycle: Cycle, source: CycleSource) -> None:
        self.draft = draft
        self.findings = draft.findings
        self.cycle = cycle
        self.head: Path = ("cycles", cycle.id)
        self.given = source.model_fields_set
        self.due_key = "due_before" if cycle.due.is_before else "due_by"

    def whom(self) -> None:
        """A document is asked of `to`, everything else of those who lead the tasks."""
        ask, every = (*self.head, "ask"), (*self.head, "every")
        if self.cycle.ask == "document":
            if not self.cycle.to:
                self.findings.add("K103", (*self.head, "to"), relies_on=[ask], key="to")
            if "tasks" in self.given:
                self.findings.add("W306", (*self.head, "tasks"), on_key=True, relies_on=[ask])
        else:
            if "to" in self.given:
                self.findings.add("K311", (*self.head, "to"), on_key=True, relies_on=[ask])
            if "tasks" not in self.given and "to" not in self.given:
                self.findings.add("K103", (*self.head, "tasks"), relies_on=[ask], key="tasks")
            elif self.cycle.tasks == ():
                self.findings.add("K123", (*self.head, "tasks"), on_key=True, near="all")
        if self.cycle.every == "once" and self.cycle.reports_on_previous:
            self.findings.add("K310", (*self.head, "for"), relies_on=[every])

    def title(self) -> None:
        """Only {year} and {period} are filled in."""
        for found in _PLACEHOLDER.findall(self.cycle.title):
            if found not in _KNOWN_PLACEHOLDERS:
                self.findings.add("W307", (*self.head, "title"), value=found)

    def deadline(self) -> None:
        """One deadline, of the shape that `every` needs, within the plan."""
        both: list[Path] = [(*self.head, key) for key in _DUE_KEYS]
        if all(key in self.given for key in _DUE_KEYS):
            self.findings.add("K121", max(both, key=self.findings.place_of))
        elif not any(key in self.given for key in _DUE_KEYS):
            self.findings.add("K313", self.head, on_key=True, relies_on=both)
        elif self._has_right_shape():
            self._check_when_due()

    def _has_right_shape(self) -> bool:
        code, count = _SHAPES[self.cycle.every]
        days = self.cycle.due.days
        is_right = len(days) == count and all(_suits(day, self.cycle.every) for day in days)
        if not is_right:
            near = _meant(days[0], self.cycle.every) if len(days) == 1 else None
            self.findings.add(code, (*self.head, self.due_key), relies_on=[(*self.head, "every")], near=near)
        return is_right

    def _check_when_due(self) -> None:
        path: Path = (*self.head, self.due_key)
        relies: list[Path] = [(*self.head, "every"), ("plan", "starts"), ("plan", "ends")]
        starts, ends = str(self.draft.plan.starts), str(self.draft.plan.ends)
        if self.cycle.every == "once":
            due_on = self._once_due_on()
            if due_on is not None and not is_within(self.draft, due_on):
                self.findings.add("K304", path, relies_on=relies, day=str(due_on), starts=starts, ends=ends)
            elif due_on is not None:
                self._check_years_asked({due_on.year})
            return
        self._check_parts(path)
        due_years = {day.year for day in self._days_due() if is_within(self.draft, day)}
        if self.cycle.reports_on_previous:
            self._check_years_asked({*due_years, *(year - 1 for year in due_years)})
        elif due_years:
            self._check_years_asked(due_years)
        else:
            self.findings.add("W305", path, relies_on=relies, starts=starts, ends=ends)

    def _check_years_asked(self, years: set[int]) -> None:
        """Whether any task of the cycle runs in a year that it asks about."""
        tasks = () if self.cycle.ask == "document" else self.draft.tasks_of(self.cycle)
        spans = [task.years for task in tasks]
        is_idle = bool(spans) and not any(span is None or years.intersection(span) for span in spans)
        if is_idle and not self.draft.may_be_incomplete:
            self.findings.add("W311", (*self.head, "tasks"))

    def _once_due_on(self) -> date | None:
        """The last good day of a cycle that happens once; None where it cannot be told."""
        due = self.cycle.due.days[0]
        if isinstance(due, Anchor):
            basis = self.draft.plan.basis.get(due.of)
            if basis is None:
                return None
            if basis.date is None:
                path: Path = (*self.head, self.due_key, "of")
                self.findings.add("K308", path, relies_on=[("basis", due.of, "date")], value=due.of)
                return None
            due = anchored(basis.date, due)
        return self._last_good(due) if isinstance(due, date) else None

    def _last_good(self, stated: date) -> date:
        return stated - timedelta(days=self.cycle.due.is_before and stated > date.min)

    def _days_due(self) -> Iterator[date]:
        for year in range(self.draft.plan.starts.year, self.draft.plan.ends.year + 1):
            for due in self.cycle.due.days:
                for month in range(1, 13) if isinstance(due, int) else (1,):
                    yield self._last_good(_in_year(due, year, month))

    def _check_parts(self, path: Path) -> None:
        """Two deadlines of one cycle in the same half-year or quarter."""
        parts = {"half": 2, "quarter": 4}.get(self.cycle.every)
        if parts is None:
            return
        seen: dict[int, DayMonth] = {}
        for index, due in enumerate(self.cycle.due.days):
            if isinstance(due, DayMonth):
                part = (self._last_good(date(2023, due.month, min(due.day, 28))).month - 1) * parts // 12
                if part in seen:
                    first, second = _written(seen[part]), _written(due)
                    self.findings.add("K309", (*path, index), first=first, second=second)
                seen.setdefault(part, due)

    def ladder(self) -> None:
        """Reminders lie between opening and closing."""
        opens: Path = (*self.head, "opens")
        for index, step in enumerate(self.cycle.remind):
            path: Path = (*self.head, "remind", index, "at")
            offset = str(step.at)
            if "opens" in self.given and is_surely_before(step.at, self.cycle.opens):
                written = str(self.cycle.opens).lstrip("-")
                self.findings.add("K307", path, relies_on=[opens], offset=offset, opens=written)
            if is_surely_before(self.cycle.closes, step.at):
                closes = str(self.cycle.closes).lstrip("+")
                self.findings.add("W302", path, relies_on=[(*self.head, "closes")], offset=offset, closes=closes)
            self._check_step(path, step)
        self._check_doubled_steps()

    def _check_step(self, path: Path, step: ReminderStep) -> None:
        """A step without its sign, or one that speaks of a passed deadline before it."""
        written = self.findings.written_at(path) or ""
        if step.at.count and written[:1].isdigit():
            self.findings.add("W310", path, value=written)
        elif step.at.count <= 0 and step.tone in {"overdue", "escalate"}:
            self.findings.add("W309", path, offset=str(step.at), tone=step.tone)

    def _check_doubled_steps(self) -> None:
        seen: dict[tuple[int, bool], str] = {}
        for index, step in enumerate(self.cycle.remind):
            day = (step.at.count * (7 if step.at.unit == "w" else 1), step.at.unit == "wd")
            if day in seen:
                path: Path = (*self.head, "remind", index, "at")
                self.findings.add("W308", path, offset=str(step.at), other=seen[day])
            seen.setdefault(day, str(step.at))


def _suits(due: DueDay, every: Every) -> bool:
    match every:
        case "year" | "half" | "quarter":
            return isinstance(due, DayMonth)
        case "month":
            return isinstance(due, int)
        case "once":
            return isinstance(due, date | Anchor)
        case _:
            assert_never(every)


def _meant(due: DueDay, every: Every) -> str | None:
    """A deadline of the wrong shape in the right one, where all that is wanted is written."""
    if every == "year" and isinstance(due, date):
        return f"{due.day}/{due.month}"
    return str(due.day) if every == "month" and isinstance(due, DayMonth | date) else None


def _in_year(due: DueDay, year: int, month: int) -> date:
    match due:
        case DayMonth():
            return in_year(due, year)
        case int():
            return in_year(DayMonth(due, month), year)
        case _:
            raise TypeError(due)  # a repeated cycle of the right shape has no other deadline


def _written(due: DayMonth) -> str:
    return f"{due.day}/{due.month}"


def _check_period_ids(draft: Draft) -> None:
    """A cycle that happens once and carries the id of another cycle's period."""
    for once in draft.plan.cycles.values():
        match = _PERIOD_ID.fullmatch(once.id)
        other = draft.plan.cycles.get(match["cycle"]) if match else None
        if once.every != "once" or other is None or match is None:
            continue
        years = range(draft.plan.starts.year - 1, draft.plan.ends.year + 1)
        if _PARTS_OF[other.every] == _part_kind(match["part"]) and int(match["year"]) in years:
            relies: list[Path] = [("cycles", each, "every") for each in (once.id, other.id)]
            draft.findings.add(
                "K306", ("cycles", once.id), on_key=True, relies_on=relies, period=once.id, other=other.id
            )


_PERIOD_ID = re.compile(r"(?P<cycle>.+)-(?P<year>\d{4})(?P<part>-h[12]|-q[1-4]|-(?:0[1-9]|1[0-2]))?")
_PARTS_OF: dict[Every, str] = {"year": "", "half": "h", "quarter": "q", "month": "m", "once": "none"}


def _part_kind(part: str | None) -> str:
    if not part:
        return ""
    return part[1] if part[1] in {"h", "q"} else "m"
