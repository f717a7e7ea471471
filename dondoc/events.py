"""Everything that ever happened, as past-tense values; the ledger holds nothing else.

Each event has a key that is unique in the ledger: an event that is there already is not recorded again, and this is the
whole concurrency control. `TypeAdapter` turns bodies into JSON and back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from dondoc.reply import ItemStatus

MailPurpose = Literal[
    "first", "remind", "overdue", "escalate", "acknowledge", "question", "amend", "withdraw", "hand-over", "officer"
]


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


class PlanAdopted(EventBody):
    """A flow saw this version of plan.yaml and works by it from now on."""

    kind: Literal["PlanAdopted"] = "PlanAdopted"
    version: int
    sha256: str
    text: str

    @property
    def key(self) -> str:
        """One version number is adopted once."""
        return f"plan/{self.version}"


class PlanProposed(EventBody):
    """plan.yaml was changed in a way that waits for the officer's word; `version` is the one it would become."""

    kind: Literal["PlanProposed"] = "PlanProposed"
    on: date
    version: int
    sha256: str
    text: str
    summary: tuple[Reason, ...]

    @property
    def key(self) -> str:
        """A text is proposed once as the successor of a version."""
        return f"plan/{self.version}/proposed/{self.sha256}"


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


class MailEvent(EventBody):
    """Something happened to one of our mails; `mail` is its key."""

    mail: str


class MailQueued(MailEvent):
    """A mail was composed and stored. `due_on` is the ladder day it stands for; `reply` what it answers."""

    kind: Literal["MailQueued"] = "MailQueued"
    purpose: MailPurpose
    on: date
    due_on: date | None = None
    message_id: str
    envelope_from: str
    recipients: tuple[str, ...]
    subject: str
    sha256: str
    body: str = ""
    round: int = 1
    reply: str | None = None

    @property
    def key(self) -> str:
        """A mail is queued once."""
        return f"mail/{self.mail}/queued"


class MailClaimed(MailEvent):
    """A worker took the mail to send it; nobody else may."""

    kind: Literal["MailClaimed"] = "MailClaimed"
    attempt: int = 1

    @property
    def key(self) -> str:
        """One worker an attempt: the whole concurrency control of sending."""
        return f"mail/{self.mail}/claimed/{self.attempt}"


class MailSent(MailEvent):
    """The server took the mail; `refused` maps recipients it did not take to its words."""

    kind: Literal["MailSent"] = "MailSent"
    refused: dict[str, str] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """A mail is sent once."""
        return f"mail/{self.mail}/sent"


class MailFailed(MailEvent):
    """The server did not take the mail; it goes back to the queue when `is_temporary`."""

    kind: Literal["MailFailed"] = "MailFailed"
    attempt: int
    is_temporary: bool
    code: int = 0
    words: str = ""

    @property
    def key(self) -> str:
        """Once an attempt."""
        return f"mail/{self.mail}/failed/{self.attempt}"

    @property
    def is_of_server(self) -> bool:
        """Whether the refusal is about the server and not the mail: no connection, no login, or 421."""
        return self.code == 421 or not 400 <= self.code < 500


class MailBounced(EventBody):
    """A mail of ours came back; a hard bounce stops further mail to the address until plan.yaml changes it."""

    kind: Literal["MailBounced"] = "MailBounced"
    reply: str
    address: str
    is_hard: bool
    words: str = ""

    @property
    def key(self) -> str:
        """Once a returned mail and address."""
        return f"bounce/{self.reply}/{self.address}"


class ReceivedAttachment(BaseModel):
    """A file that came with a reply, kept by its hash."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    size: int
    sha256: str


class RecordedItem(BaseModel):
    """What was read, or suggested, of one task."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    task: int
    status: ItemStatus
    percent: float | None = None
    figures: dict[str, float | bool] = Field(default_factory=dict)
    note: str = ""


class ReplyReceived(EventBody):
    """A mail came in and was kept; `reply` is its Message-ID or hash, `on` the day our server got it."""

    kind: Literal["ReplyReceived"] = "ReplyReceived"
    reply: str
    mail_kind: Literal["reply", "auto-reply", "bounce", "other"]
    on: date
    sha256: str
    sender: str = ""
    is_known_sender: bool = False
    matched_by: str | None = None
    message_id: str | None = None
    references: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    attachments: tuple[ReceivedAttachment, ...] = ()

    @property
    def key(self) -> str:
        """A mail is received once, however often it is delivered."""
        return f"reply/{self.reply}"


class ItemConfirmed(EventBody):
    """An agency said this of one task; the latest one counts and the earlier ones stay. `on` decides timeliness."""

    kind: Literal["ItemConfirmed"] = "ItemConfirmed"
    reply: str
    on: date
    item: RecordedItem

    @property
    def key(self) -> str:
        """One reply confirms one task once; a review of it counts as a reply of its own."""
        return f"item/{self.reply}/{self.period}/{self.agency}/{self.item.task}"


class StatementRecorded(EventBody):
    """Said beside the tasks: figures asked once of an agency, obstacles, proposals; None where nothing was said."""

    kind: Literal["StatementRecorded"] = "StatementRecorded"
    reply: str
    on: date
    figures: dict[str, float | bool] = Field(default_factory=dict)
    obstacles: str | None = None
    proposals: str | None = None

    @property
    def key(self) -> str:
        """Once a reply."""
        return f"statement/{self.reply}/{self.period}/{self.agency}"


class DocumentReceived(EventBody):
    """The file asked for by a document cycle came."""

    kind: Literal["DocumentReceived"] = "DocumentReceived"
    reply: str
    on: date
    files: tuple[ReceivedAttachment, ...]

    @property
    def key(self) -> str:
        """Once a reply."""
        return f"document/{self.reply}/{self.period}/{self.agency}"


class ReplyUnclear(EventBody):
    """A person must look at this reply, for these reasons; `suggestions` may be accepted."""

    kind: Literal["ReplyUnclear"] = "ReplyUnclear"
    reply: str
    on: date
    reasons: tuple[Reason, ...]
    suggestions: tuple[RecordedItem, ...] = ()

    @property
    def key(self) -> str:
        """Once a reply."""
        return f"unclear/{self.reply}"


class ReplyReviewed(EventBody):
    """The officer settled a waiting reply: accepted or set what it says."""

    kind: Literal["ReplyReviewed"] = "ReplyReviewed"
    reply: str
    on: date
    reason: str = ""
    settlement: int = 1

    @property
    def key(self) -> str:
        """Once a settlement; a later one is a new event."""
        return f"reviewed/{self.reply}/{self.settlement}"


class ReplyRefused(EventBody):
    """The officer looked and recorded nothing. Like ReplyReviewed it is a settlement; 0 only in old records."""

    kind: Literal["ReplyRefused"] = "ReplyRefused"
    reply: str
    on: date
    reason: str = ""
    settlement: int = 0

    @property
    def key(self) -> str:
        """That of a reviewed reply: of two officers who settle one reply at once, in whatever way, one does."""
        return f"reviewed/{self.reply}/{self.settlement}" if self.settlement else f"refused/{self.reply}"


class ReadingFailed(EventBody):
    """Reading a mail broke; it is tried again at the next run, and put aside after a few attempts."""

    kind: Literal["ReadingFailed"] = "ReadingFailed"
    sha256: str
    attempt: int
    error: str

    @property
    def key(self) -> str:
        """Once an attempt."""
        return f"reading-failed/{self.sha256}/{self.attempt}"


class MailQuarantined(EventBody):
    """A mail that could not be read was put aside and stays before the officer."""

    kind: Literal["MailQuarantined"] = "MailQuarantined"
    on: date
    sha256: str
    error: str

    @property
    def key(self) -> str:
        """Once a mail."""
        return f"quarantine/{self.sha256}"


class QuarantineSettled(EventBody):
    """The officer looked at a mail that was put aside; nothing more is asked of anybody."""

    kind: Literal["QuarantineSettled"] = "QuarantineSettled"
    on: date
    sha256: str
    reason: str = ""

    @property
    def key(self) -> str:
        """Once a mail."""
        return f"quarantine/{self.sha256}/settled"


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
