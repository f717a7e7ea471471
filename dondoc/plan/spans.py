"""How many calendar days an offset may span, without asking any calendar; and days counted from an anchor."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dondoc.plan.model import Anchor, DayMonth, Offset

_WORKING_WEEK = 5
_LONGEST_HOLIDAYS = 12  # Tết with its swaps


def span(offset: Offset) -> tuple[int, int]:
    """The least and the greatest signed number of calendar days; equal but for working days."""
    if offset.unit == "d":
        return offset.count, offset.count
    if offset.unit == "w":
        return offset.count * 7, offset.count * 7
    count = abs(offset.count)
    least = count + 2 * (count // _WORKING_WEEK)
    most = count + 2 * (count // _WORKING_WEEK + 1) + _LONGEST_HOLIDAYS
    return (least, most) if offset.count >= 0 else (-most, -least)


def is_surely_before(one: Offset, other: Offset) -> bool:
    """Whether `one` lies before `other` however weekends and holidays fall."""
    if one.unit == other.unit:
        return one.count < other.count
    return span(one)[1] < span(other)[0]


def anchored(start: date, anchor: Anchor) -> date:
    """So long after `start`, clamped to the end of the month and to the end of time."""
    if anchor.unit == "day":
        return start + timedelta(days=min(anchor.count, (date.max - start).days))
    months = start.year * 12 + start.month - 1 + anchor.count * (12 if anchor.unit == "year" else 1)
    year, month = divmod(months, 12)
    return in_year(DayMonth(start.day, month + 1), year) if year <= date.max.year else date.max


def in_year(day: DayMonth, year: int) -> date:
    """That day of a year, the month's last where it has no such day."""
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
