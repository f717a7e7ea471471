"""Everything that ever happened, as past-tense values; the ledger holds nothing else.

Each event has a key that is unique in the ledger: an event that is there already is not recorded again, and this is the
whole concurrency control. `TypeAdapter` turns bodies into JSON and back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.events.mails import MailBounced, MailClaimed, MailFailed, MailQueued, MailSent
from dondoc.events.periods import (
    PeriodClosed,
    PeriodOpened,
    RequestAmended,
    RequestHandedOver,
    RequestOpened,
    RequestWithdrawn,
)
from dondoc.events.plans import PlanAdopted, PlanProposed
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    MailQuarantined,
    QuarantineSettled,
    ReadingFailed,
    ReplyReceived,
    ReplyRefused,
    ReplyReviewed,
    ReplyUnclear,
    StatementRecorded,
)
from dondoc.events.reports import ReportApproved, ReportRendered

Body = Annotated[
    PlanAdopted
    | PlanProposed
    | PeriodOpened
    | PeriodClosed
    | RequestOpened
    | RequestAmended
    | RequestWithdrawn
    | RequestHandedOver
    | MailQueued
    | MailClaimed
    | MailSent
    | MailFailed
    | MailBounced
    | ReplyReceived
    | ItemConfirmed
    | StatementRecorded
    | DocumentReceived
    | ReplyUnclear
    | ReplyReviewed
    | ReplyRefused
    | ReadingFailed
    | MailQuarantined
    | QuarantineSettled
    | AlarmRaised
    | AlarmEnded
    | ReportRendered
    | ReportApproved,
    Field(discriminator="kind"),
]
BODY: TypeAdapter[Body] = TypeAdapter(Body)


@dataclass(frozen=True, slots=True)
class Event:
    """An event about to be recorded: its body, the plan's code, the moment (aware, UTC) and who did it."""

    body: Body
    plan: str
    at: datetime
    by: str

    @property
    def key(self) -> str:
        """Unique in the ledger, within the plan."""
        return f"{self.plan}:{self.body.key}"


@dataclass(frozen=True, slots=True)
class Record:
    """An event as it stands in the ledger; `seq` rises by time of recording."""

    seq: int
    event: Event

    @property
    def body(self) -> Body:
        """What happened."""
        return self.event.body


def body_to_json(body: Body) -> dict[str, Any]:
    """The body as JSON values, without its kind, period and agency (columns of their own)."""
    return body.model_dump(mode="json", exclude={"kind", "period", "agency"})


def body_from_json(kind: str, period: str, agency: str, values: dict[str, Any]) -> Body:
    """The inverse of `body_to_json`; raises pydantic's ValidationError where kind or values do not fit."""
    return BODY.validate_python({"kind": kind, "period": period, "agency": agency, **values})
