"""What one mail has to say, as a value; how it says it is the business of the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dondoc.events.mails import MailPurpose
from dondoc.messages import Message
from dondoc.periods import Period
from dondoc.plan.model import Agency, Plan

MatterKind = Literal[
    "review", "bounce", "doubt", "failed", "quarantine", "fault", "report", "plan", "proposal", "quiet", "disk"
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A ready answer, opened by pressing a button: its subject and lines; the agency looks at it and presses send."""

    label: str
    subject: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last good day seen from today; `days_left` is negative once it has passed.

    `last_working_day` is the last day the office is open, where the last good day itself is a day off.
    """

    due_on: date
    stated_on: date
    is_before: bool
    days_left: int
    last_working_day: date | None = None
    counted_to: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True, slots=True)
class AskedTask:
    """A task of which nothing was said yet; `figures` names the numbers wanted, `drafts` are the ready answers."""

    number: int
    content: str
    support: str = ""
    figures: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task with what was recorded of it; `is_new` when the reply being answered said so."""

    number: int
    content: str
    said: str
    said_on: date
    figures: tuple[str, ...] = ()
    wanting: tuple[str, ...] = ()
    note: str = ""
    said_by: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredReply:
    """The mail of the agency that this letter answers."""

    received_on: date
    files: tuple[str, ...] = ()
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in who is asked what: tasks added or removed, agencies taken over from or handed over to."""

    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    taken_from: tuple[str, ...] = ()
    handed_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that needs a person of the coordinating office; `name` is what it is called when it is settled."""

    kind: MatterKind
    about: str
    on: date | None = None
    reasons: tuple[Message, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a mail hangs: Message-IDs without angle brackets, all absent for the first mail."""

    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything one mail has to say. `key` names the mail in the ledger; `to` and `cc` are bare addresses.

    `is_first` when the agency has had no mail of this request yet; `figures` are those asked once of the agency and
    not given yet; `copied` names the agencies in `cc`; `sent_on` lists the days of earlier mails of the ladder.
    """

    key: str
    purpose: MailPurpose
    plan: Plan
    agency: Agency
    as_of: date
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    code: str = ""
    period: Period | None = None
    deadline: Deadline | None = None
    is_first: bool = False
    is_document: bool = False
    sequence: int = 0
    missing: tuple[AskedTask, ...] = ()
    known: tuple[KnownTask, ...] = ()
    figures: tuple[str, ...] = ()
    known_figures: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()
    correction: Draft | None = None
    blanks: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sent_on: tuple[date, ...] = ()
    answers: AnsweredReply | None = None
    change: Change = Change()
    matters: tuple[Matter, ...] = ()
    thread: Thread = Thread()

    @property
    def asks(self) -> bool:
        """Whether something is still wanted of the reader."""
        return bool(self.missing) or (self.is_document and not self.documents)
