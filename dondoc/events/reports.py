"""What happened to the reports of a period."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dondoc.events.base import EventBody


class ReportRendered(EventBody):
    """The consolidated report of a period was written; `files` maps names to hashes."""

    kind: Literal["ReportRendered"] = "ReportRendered"
    on: date
    edition: int
    files: dict[str, str]

    @property
    def key(self) -> str:
        """Editions count from 1."""
        return f"report/{self.period}/rendered/{self.edition}"


class ReportApproved(EventBody):
    """The officer approved an edition of the report."""

    kind: Literal["ReportApproved"] = "ReportApproved"
    on: date
    edition: int
    comment: str = ""

    @property
    def key(self) -> str:
        """An edition is approved once."""
        return f"report/{self.period}/approved/{self.edition}"
