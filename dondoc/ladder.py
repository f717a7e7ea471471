"""The ladder of reminders: on which day each step falls, and which one is due. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dondoc.periods import Period
from dondoc.plan.model import Offset, ReminderStep, Tone
from dondoc.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Rung:
    """One step on its day; the opening of the period is the first one and has no offset of its own."""

    on: date
    tone: Tone
    at: Offset | None = None
    cc: tuple[str, ...] = ()


def ladder(period: Period, calendar: WorkCalendar, *, working_days_only: bool) -> tuple[Rung, ...]:
    """Every step of a period by day: the opening first. A step that falls on the opening day is the opening."""
    steps = [
        Rung(_day_of(step, period, calendar, working_days_only=working_days_only), step.tone, step.at, step.cc)
        for step in period.cycle.remind
    ]
    opening = Rung(period.opens_on, "first")
    later = sorted((rung for rung in steps if rung.on > period.opens_on), key=lambda rung: rung.on)
    return (opening, *(rung for rung in later if rung.on <= period.closes_on))


def _day_of(step: ReminderStep, period: Period, calendar: WorkCalendar, *, working_days_only: bool) -> date:
    """On a day off: the working day before (never before the opening), after it once the deadline has passed."""
    day = calendar.shift(period.due_on, step.at)
    if not working_days_only:
        return day
    if day > period.due_on:
        return calendar.after(day)
    return max(calendar.before(day), period.opens_on)


def due_rung(rungs: tuple[Rung, ...], as_of: date, last_mailed_on: date | None) -> Rung | None:
    """The latest step that is due and not older than the last mail of the ladder; missed ones before it are dropped."""
    reached = [rung for rung in rungs if rung.on <= as_of]
    if not reached:
        return None
    latest = reached[-1]
    return latest if last_mailed_on is None or latest.on > last_mailed_on else None
