"""What happened to the mails we send: queued, claimed, sent, failed, come back."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from dondoc.events.base import EventBody

MailPurpose = Literal[
    "first", "remind", "overdue", "escalate", "acknowledge", "question", "amend", "withdraw", "hand-over", "officer"
]


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
