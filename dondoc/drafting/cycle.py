"""A reporting cycle as a draft holds it, before it is written; and all of them, with what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dondoc.plan.model import Basis

_LADDERS = {
    "year": ("-30d", "-14d", "-7d", "-1d"), "half": ("-14d", "-7d", "-1d"), "quarter": ("-10d", "-5d", "-1d"),
    "month": ("-5d", "-1d"), "once": ("-30d", "-14d", "-3d"),
}  # fmt: skip
_LATE = ("{at: +1d, tone: overdue}", "{at: +7d, tone: escalate, cc: [superior]}")


@dataclass(slots=True)
class DraftCycle:
    """One cycle as it will be written; `source` is the sentence it was read from, `doubts` what to look at."""

    id: str
    title: str
    every: str
    due_key: str
    due: str
    extra: dict[str, str] = field(default_factory=dict)
    source: str = ""
    doubts: list[str] = field(default_factory=list)

    @property
    def remind(self) -> tuple[str, ...]:
        """The ladder that suits how often it comes."""
        return (*_LADDERS[self.every], *_LATE)


@dataclass(slots=True)
class Cycles:
    """What was found: cycles by id, further bases they count from, remarks for the head of the section."""

    starts: date
    ends: date
    basis: list[Basis]
    found: dict[str, DraftCycle] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def add(self, cycle: DraftCycle) -> None:
        """Enter a cycle; of two under one id the certain one stays, and another certain one is only remarked on."""
        known = self.found.get(cycle.id)
        if known is not None and not (known.doubts and not cycle.doubts):
            if known.due != cycle.due and not cycle.doubts:
                self.remarks.append(f"văn bản còn nêu hạn khác cho cùng loại báo cáo: “{cycle.source}”")
        else:
            self.found[cycle.id] = cycle
