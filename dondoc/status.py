"""The actual state: a fold over the ledger's events, never stored.

Folding is linear: events are put into one heap a request first, then each heap is folded by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from dondoc.alarm_status import AlarmStatus
from dondoc.events.base import Reason
from dondoc.events.mails import MailBounced, MailQueued
from dondoc.events.periods import PeriodOpened, RequestHandedOver
from dondoc.events.plans import PlanAdopted
from dondoc.events.replies import (
    MailQuarantined,
    ReceivedAttachment,
    RecordedItem,
    ReplyReceived,
    ReplyRefused,
    ReplyReviewed,
    ReplyUnclear,
)
from dondoc.events.reports import ReportApproved, ReportRendered
from dondoc.reply import FigureValue, ItemStatus, RequestRef

MailState = Literal["queued", "claimed", "sent", "failed"]
Timeliness = Literal["on_time", "late", "partial", "silent"]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an agency said of one task last; `first_on` is the day it first said anything, which decides timeliness."""

    task: int
    status: ItemStatus
    percent: float | None
    figures: Mapping[str, FigureValue]
    note: str
    agency: str
    first_on: date
    said_on: date
    reply: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Free text of an agency (an obstacle, a proposal) and the reply it stands in."""

    text: str
    said_on: date
    reply: str


@dataclass(frozen=True, slots=True)
class MailStatus:
    """Where one of our mails stands; `claimed` without a word since is *in doubt*. `attempt` counts claims.

    `put_off_at` is when the server first would not take this very mail yet; a server that is away puts off no mail.
    """

    queued: MailQueued
    queued_at: datetime
    state: MailState
    attempt: int = 0
    claimed_at: datetime | None = None
    sent_at: datetime | None = None
    is_final: bool = False
    words: str = ""
    put_off_at: datetime | None = None
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The mail's key."""
        return self.queued.mail


@dataclass(frozen=True, slots=True)
class ReplyStatus:
    """A mail that came in and what became of it; `unclear` stands while (and after) a person had to look."""

    received: ReplyReceived
    received_at: datetime
    items: tuple[RecordedItem, ...] = ()
    unclear: ReplyUnclear | None = None
    settled: ReplyReviewed | ReplyRefused | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the officer still has to settle it."""
        return self.unclear is not None and self.settled is None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why a person must look."""
        return self.unclear.reasons if self.unclear else ()


@dataclass(frozen=True, slots=True)
class RequestStatus:
    """One agency in one period: `tasks` are asked now; `confirmations` keep answers to tasks asked earlier too.

    `statements` hold the latest figures asked once of the agency; obstacles and proposals accumulate, latest last.
    """

    period: str
    agency: str
    code: str = ""
    tasks: tuple[int, ...] = ()
    is_document: bool = False
    opened_on: date | None = None
    round: int = 0
    changes: int = 0
    withdrawn_on: date | None = None
    handed_over: RequestHandedOver | None = None
    mails: Mapping[str, MailStatus] = field(default_factory=dict)
    replies: Mapping[str, ReplyStatus] = field(default_factory=dict)
    confirmations: Mapping[int, Confirmation] = field(default_factory=dict)
    figures: Mapping[str, FigureValue] = field(default_factory=dict)
    obstacles: tuple[Statement, ...] = ()
    proposals: tuple[Statement, ...] = ()
    documents: tuple[ReceivedAttachment, ...] = ()
    documents_on: date | None = None

    @property
    def ref(self) -> RequestRef:
        """Period and agency."""
        return RequestRef(self.period, self.agency)

    @property
    def is_open(self) -> bool:
        """Whether it is still asked (neither withdrawn nor handed over)."""
        return self.opened_on is not None and self.withdrawn_on is None and self.handed_over is None

    @property
    def ended_on(self) -> date | None:
        """The day it was withdrawn or handed over, if it was."""
        return self.handed_over.on if self.handed_over else self.withdrawn_on

    @property
    def kept_tasks(self) -> tuple[int, ...]:
        """The tasks asked that were not handed over to a successor."""
        handed = self.handed_over.tasks if self.handed_over else ()
        return tuple(task for task in self.tasks if task not in handed)

    @property
    def missing(self) -> tuple[int, ...]:
        """The tasks asked of which nothing was said yet, in plan order; a document request misses task 0."""
        if self.is_document:
            return () if self.documents else (0,)
        return tuple(task for task in self.tasks if task not in self.confirmations)

    @property
    def is_complete(self) -> bool:
        """Whether nothing asked is missing."""
        if self.is_document:
            return bool(self.documents)
        return all(task in self.confirmations for task in self.tasks)

    @property
    def has_answered(self) -> bool:
        """Whether anything asked was answered."""
        return bool(self.documents) or any(task in self.confirmations for task in self.tasks)

    @property
    def completed_on(self) -> date | None:
        """The day the last missing item was first answered; None while something is missing."""
        if not self.is_complete:
            return None
        if self.is_document:
            return self.documents_on
        return max((self.confirmations[task].first_on for task in self.tasks), default=None)

    @property
    def waiting(self) -> tuple[ReplyStatus, ...]:
        """Replies that the officer still has to settle, oldest first."""
        return tuple(reply for reply in self.replies.values() if reply.is_waiting)

    def timeliness(self, due_on: date) -> Timeliness:
        """on_time: all items answered by the last good day; late: all, but later; partial: some; silent: none."""
        completed = self.completed_on
        if completed is not None:
            return "on_time" if completed <= due_on else "late"
        return "partial" if self.has_answered else "silent"


@dataclass(frozen=True, slots=True)
class PeriodStatus:
    """One period: opened, closed, every request ever opened in it by agency, and its reports."""

    id: str
    opened: PeriodOpened | None = None
    closed_on: date | None = None
    plan_version: int | None = None
    requests: Mapping[str, RequestStatus] = field(default_factory=dict)
    reports: tuple[ReportRendered, ...] = ()
    approved: tuple[ReportApproved, ...] = ()

    @property
    def opened_on(self) -> date | None:
        """The day it began."""
        return self.opened.on if self.opened else None

    @property
    def is_open(self) -> bool:
        """Whether it has begun and not ended."""
        return self.opened_on is not None and self.closed_on is None

    @property
    def changed_on(self) -> date | None:
        """The latest day on which it was opened, or somebody in it was asked, let go or followed by another."""
        ended = (day for request in self.requests.values() for day in (request.opened_on, request.ended_on))
        return max((day for day in (self.opened_on, *ended) if day is not None), default=None)

    @property
    def counted(self) -> tuple[RequestStatus, ...]:
        """The requests that count: neither withdrawn nor handed over, or answered before they were."""
        return tuple(request for request in self.requests.values() if request.is_open or request.has_answered)


@dataclass(frozen=True, slots=True)
class Status:
    """All that is known. `unmatched` are mails of no request; `bounced` maps dead addresses to the bounce."""

    periods: Mapping[str, PeriodStatus] = field(default_factory=dict)
    mails: Mapping[str, MailStatus] = field(default_factory=dict)
    unmatched: Mapping[str, ReplyStatus] = field(default_factory=dict)
    bounced: Mapping[str, MailBounced] = field(default_factory=dict)
    quarantined: tuple[MailQuarantined, ...] = ()
    adopted: PlanAdopted | None = None
    alarms: Mapping[str, AlarmStatus] = field(default_factory=dict)
    last_seq: int = 0

    def request(self, ref: RequestRef) -> RequestStatus | None:
        """The request, or None where it was never opened."""
        period = self.periods.get(ref.period)
        return period.requests.get(ref.agency) if period else None

    @property
    def requests(self) -> Iterable[RequestStatus]:
        """Every request of every period."""
        return (request for period in self.periods.values() for request in period.requests.values())

    @property
    def waiting(self) -> tuple[ReplyStatus, ...]:
        """Every reply that waits for the officer, requests first, then unmatched mails."""
        return (
            *(reply for request in self.requests for reply in request.waiting),
            *(reply for reply in self.unmatched.values() if reply.is_waiting),
        )
