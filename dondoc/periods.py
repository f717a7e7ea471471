"""The occurrences of a cycle: ids, days, and who reports on what. Pure calendar arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dondoc.plan.model import Cycle


@dataclass(frozen=True, slots=True)
class Period:
    """One occurrence of a cycle. All days are local to the plan and inclusive.

    `due_on` is the last good day; `stated_on` is the day written in the plan (the day after it for `due_before`).
    `year` is the year reported on; `counted_to` the day figures are counted up to, where the plan says one.
    """

    id: str
    cycle: Cycle
    year: int
    title: str
    opens_on: date
    due_on: date
    stated_on: date
    closes_on: date
    counted_to: date | None = None

    @property
    def is_before(self) -> bool:
        """Whether the plan says "before" the stated day rather than "by" it."""
        return self.stated_on != self.due_on
