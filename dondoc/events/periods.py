"""What happened to periods and their requests."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dondoc.events.base import EventBody


class PeriodOpened(EventBody):
    """A reporting period began, with these days; they stay known when the cycle leaves the plan."""

    kind: Literal["PeriodOpened"] = "PeriodOpened"
    on: date
    title: str
    year: int
    opens_on: date
    due_on: date
    stated_on: date
    closes_on: date

    @property
    def key(self) -> str:
        """A period opens once."""
        return f"period/{self.period}/opened"


class PeriodClosed(EventBody):
    """A period ended; later answers are kept but belong to no report. `plan_version` is the plan it was run under."""

    kind: Literal["PeriodClosed"] = "PeriodClosed"
    on: date
    plan_version: int

    @property
    def key(self) -> str:
        """A period closes once."""
        return f"period/{self.period}/closed"


class RequestOpened(EventBody):
    """An agency is asked; `round` counts re-openings after a withdrawal, from 1."""

    kind: Literal["RequestOpened"] = "RequestOpened"
    on: date
    code: str
    tasks: tuple[int, ...]
    is_document: bool = False
    round: int = 1

    @property
    def key(self) -> str:
        """Once a round."""
        return f"request/{self.period}/{self.agency}/opened/{self.round}"


class RequestAmended(EventBody):
    """The tasks asked of an open request changed with the plan; `change` counts changes, from 1."""

    kind: Literal["RequestAmended"] = "RequestAmended"
    on: date
    tasks: tuple[int, ...]
    change: int

    @property
    def key(self) -> str:
        """Once a change."""
        return f"request/{self.period}/{self.agency}/amended/{self.change}"


class RequestWithdrawn(EventBody):
    """The agency is no longer asked; what it answered stays."""

    kind: Literal["RequestWithdrawn"] = "RequestWithdrawn"
    on: date
    round: int = 1

    @property
    def key(self) -> str:
        """Once a round."""
        return f"request/{self.period}/{self.agency}/withdrawn/{self.round}"


class RequestHandedOver(EventBody):
    """The agency ended: its unanswered tasks went to its successors."""

    kind: Literal["RequestHandedOver"] = "RequestHandedOver"
    on: date
    to: tuple[str, ...]
    tasks: tuple[int, ...]

    @property
    def key(self) -> str:
        """An agency ends once."""
        return f"request/{self.period}/{self.agency}/handed-over"
