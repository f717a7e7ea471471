"""What a change of plan.yaml means for people, as values: sentences with what they are about, and mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dondoc.events.mails import MailPurpose
from dondoc.messages import Message

ChangeKind = Literal[
    "opened",
    "amended",
    "withdrawn",
    "handed-over",
    "asked",
    "released",
    "period",
    "deadline",
    "renamed",
    "figure",
    "address",
    "office",
    "life",
    "wording",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes different; `periods`, `agencies` and `tasks` are the ids it is about."""

    kind: ChangeKind
    message: Message
    periods: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MailChange:
    """Mails of one kind on one day: agencies that get one with the new plan only, and with the old plan only."""

    on: date
    period: str
    purpose: MailPurpose
    more: tuple[str, ...]
    fewer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """All changes as of a day; mails are compared up to `until`, as if nobody answered from now on."""

    as_of: date
    until: date
    changes: tuple[Change, ...]
    mails: tuple[MailChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes for anybody."""
        return not self.changes and not self.mails
