"""What every event has: its kind, its place, its key; and sentences kept in the record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class EventBody(BaseModel):
    """What an event says; `period` and `agency` are columns of their own in the ledger, "" where they do not apply."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: str
    period: str = ""
    agency: str = ""

    @property
    def key(self) -> str:
        """Unique in the ledger."""
        raise NotImplementedError


class Reason(BaseModel):
    """A sentence kept in the ledger: English message id and its values."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    values: dict[str, str | int | float] = Field(default_factory=dict)
