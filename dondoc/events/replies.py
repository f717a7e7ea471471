"""What came in by mail, what was understood of it, and what the officer made of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dondoc.events.base import EventBody, Reason
from dondoc.reply import ItemStatus


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
