"""What the officer was alarmed about, and what is over."""

from __future__ import annotations

from typing import Literal

from dondoc.events.base import EventBody


class AlarmRaised(EventBody):
    """The officer was told of something that needs a person; `alarm` names it, `count` its occurrences, from 1."""

    kind: Literal["AlarmRaised"] = "AlarmRaised"
    alarm: str
    count: int = 1

    @property
    def key(self) -> str:
        """Once an occurrence."""
        return f"alarm/{self.alarm}/{self.count}"


class AlarmEnded(EventBody):
    """What an alarm was raised for is over; if it comes back it is told anew."""

    kind: Literal["AlarmEnded"] = "AlarmEnded"
    alarm: str
    count: int

    @property
    def key(self) -> str:
        """Once an occurrence."""
        return f"alarm/{self.alarm}/{self.count}/ended"
