"""The only place that asks the machine for the time; everything else is given it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the moment, aware and in UTC."""

    def now(self) -> datetime:
        """The moment."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 — the composition root's one look at the clock


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for replays of a day that is not today, and for tests."""

    moment: datetime

    def now(self) -> datetime:
        """Always the same moment."""
        return self.moment


def local_day(moment: datetime, timezone: str) -> date:
    """The calendar day of a moment where the plan lives."""
    return moment.astimezone(ZoneInfo(timezone)).date()
