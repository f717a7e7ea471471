"""The actual state: a fold over the ledger's events, never stored.

Folding is linear: events are put into one heap a request first, then each heap is folded by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from dondoc.alarm_status import AlarmStatus, fold_alarms, still_aside
from dondoc.events import (
    DocumentReceived,
    ItemConfirmed,
    MailBounced,
    MailClaimed,
    MailFailed,
    MailQuarantined,
    MailQueued,
    MailSent,
    PeriodClosed,
    PeriodOpened,
    PlanAdopted,
    Reason,
    ReceivedAttachment,
    Record,
    RecordedItem,
    ReplyReceived,
    ReplyRefused,
    ReplyReviewed,
    ReplyUnclear,
    ReportApproved,
    ReportRendered,
    RequestAmended,
    RequestHandedOver,
    RequestOpened,
    RequestWithdrawn,
    StatementRecorded,
)
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
    """Where one of our mails stands; `claimed` without a word since is *in doubt*. `attempt` counts claims."""

    queued: MailQueued
    queued_at: datetime
    state: MailState
    attempt: int = 0
    claimed_at: datetime | None = None
    sent_at: datetime | None = None
    is_final: bool = False
    words: str = ""
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


def fold(records: Iterable[Record]) -> Status:
    """The state after these records, which come in order of their sequence numbers."""
    folding = Folding()
    for record in records:
        folding.add(record)
    return folding.status()


@dataclass(slots=True)
class Folding:
    """A fold that goes on: records sorted by what they speak of; only heaps that grew are folded again."""

    _by_request: dict[RequestRef, list[Record]] = field(default_factory=dict)
    _by_period: dict[str, list[Record]] = field(default_factory=dict)
    _rest: list[Record] = field(default_factory=list)
    _folded: dict[RequestRef, RequestStatus] = field(default_factory=dict)
    _bounced: dict[str, MailBounced] = field(default_factory=dict)
    _last_seq: int = 0

    def add(self, record: Record) -> None:
        """Take in the next record."""
        body = record.body
        if body.agency:
            ref = RequestRef(body.period, body.agency)
            self._by_request.setdefault(ref, []).append(record)
            self._folded.pop(ref, None)
        elif body.period:
            self._by_period.setdefault(body.period, []).append(record)
        else:
            self._rest.append(record)
        if isinstance(body, MailBounced) and body.is_hard:
            self._bounced[body.address] = body
        self._last_seq = max(self._last_seq, record.seq)

    def status(self) -> Status:
        """The state after what was added so far."""
        requests = [self._request(ref) for ref in self._by_request]
        periods = {name: _fold_period(PeriodStatus(name), heap) for name, heap in self._by_period.items()}
        for name in {request.period for request in requests} - periods.keys():
            periods[name] = PeriodStatus(name)
        of_period: dict[str, dict[str, RequestStatus]] = {name: {} for name in periods}
        for request in requests:
            of_period[request.period][request.agency] = request
        loose = _fold_request(RequestRef("", ""), self._rest)
        mails = {key: mail for request in (*requests, loose) for key, mail in request.mails.items()}
        bodies = [record.body for record in self._rest]
        return Status(
            periods={name: replace(period, requests=of_period[name]) for name, period in periods.items()},
            mails=mails,
            unmatched=loose.replies,
            bounced=dict(self._bounced),
            quarantined=still_aside(bodies),
            adopted=max((b for b in bodies if isinstance(b, PlanAdopted)), key=lambda b: b.version, default=None),
            alarms=fold_alarms(self._rest),
            last_seq=self._last_seq,
        )

    def _request(self, ref: RequestRef) -> RequestStatus:
        if ref not in self._folded:
            self._folded[ref] = _fold_request(ref, self._by_request[ref])
        return self._folded[ref]


def _fold_period(period: PeriodStatus, heap: Iterable[Record]) -> PeriodStatus:
    for record in heap:
        match record.body:
            case PeriodOpened() as opened:
                period = replace(period, opened=opened)
            case PeriodClosed(on=on, plan_version=version):
                period = replace(period, closed_on=on, plan_version=version)
            case ReportRendered() as rendered:
                period = replace(period, reports=(*period.reports, rendered))
            case ReportApproved() as approved:
                period = replace(period, approved=(*period.approved, approved))
            case _:
                pass
    return period


def _fold_request(ref: RequestRef, heap: Iterable[Record]) -> RequestStatus:
    request = RequestStatus(ref.period, ref.agency)
    mails: dict[str, MailStatus] = {}
    replies: dict[str, ReplyStatus] = {}
    for record in heap:
        request = _apply_answer(_apply_request(request, record), record)
        _apply_mail(mails, record)
        _apply_reply(replies, record)
    return replace(request, mails=mails, replies=replies)


def _apply_request(request: RequestStatus, record: Record) -> RequestStatus:
    match record.body:
        case RequestOpened() as opened:
            return replace(
                request,
                code=opened.code,
                tasks=opened.tasks,
                is_document=opened.is_document,
                opened_on=opened.on,
                round=opened.round,
                withdrawn_on=None,
                handed_over=None,
            )
        case RequestAmended(tasks=tasks, change=change):
            return replace(request, tasks=tasks, changes=change)
        case RequestWithdrawn(on=on):
            return replace(request, withdrawn_on=on)
        case RequestHandedOver() as handed_over:
            return replace(request, handed_over=handed_over)
        case _:
            return request


def _apply_answer(request: RequestStatus, record: Record) -> RequestStatus:
    match record.body:
        case ItemConfirmed() as said:
            return replace(request, confirmations=_with_confirmation(request, said))
        case StatementRecorded() as said:
            return replace(
                request,
                figures={**request.figures, **said.figures},
                obstacles=_with_statement(request.obstacles, said.obstacles, said),
                proposals=_with_statement(request.proposals, said.proposals, said),
            )
        case DocumentReceived(on=on, files=files):
            return replace(
                request, documents=(*request.documents, *files), documents_on=min(request.documents_on or on, on)
            )
        case _:
            return request


def _with_confirmation(request: RequestStatus, said: ItemConfirmed) -> dict[int, Confirmation]:
    """What was said on the latest day counts, of one day what was recorded last; figures it does not repeat stay.

    An older reply may be recorded after a newer one, when the officer settles it: it fills gaps and replaces nothing.
    """
    told = _confirmation(said)
    known = request.confirmations.get(told.task)
    if known is not None:
        older, newer = (known, told) if told.said_on >= known.said_on else (told, known)
        told = replace(
            newer,
            figures={**older.figures, **newer.figures},
            note=newer.note or older.note,
            first_on=min(older.first_on, newer.first_on),
        )
    return {**request.confirmations, told.task: told}


def _confirmation(said: ItemConfirmed) -> Confirmation:
    return Confirmation(
        task=said.item.task,
        status=said.item.status,
        percent=said.item.percent,
        figures=said.item.figures,
        note=said.item.note,
        agency=said.agency,
        first_on=said.on,
        said_on=said.on,
        reply=said.reply,
    )


def _with_statement(known: tuple[Statement, ...], text: str | None, said: StatementRecorded) -> tuple[Statement, ...]:
    if not text or any(statement.text == text for statement in known):
        return known
    return (*known, Statement(text, said.on, said.reply))


def _apply_mail(mails: dict[str, MailStatus], record: Record) -> None:
    match record.body:
        case MailQueued() as queued:
            mails[queued.mail] = MailStatus(queued, record.event.at, "queued")
        case MailClaimed(mail=key, attempt=attempt) if key in mails:
            mails[key] = replace(mails[key], state="claimed", attempt=attempt, claimed_at=record.event.at)
        case MailSent(mail=key, refused=refused) if key in mails:
            mails[key] = replace(mails[key], state="sent", sent_at=record.event.at, is_final=True, refused=refused)
        case MailFailed(mail=key) as failed if key in mails:
            state: MailState = "queued" if failed.is_temporary else "failed"
            mails[key] = replace(mails[key], state=state, is_final=not failed.is_temporary, words=failed.words)
        case _:
            pass


def _apply_reply(replies: dict[str, ReplyStatus], record: Record) -> None:
    match record.body:
        case ReplyReceived() as received:
            replies[received.reply] = ReplyStatus(received, record.event.at)
        case ItemConfirmed(reply=reply, item=item) if reply in replies:
            replies[reply] = replace(replies[reply], items=(*replies[reply].items, item))
        case ReplyUnclear(reply=reply) as unclear if reply in replies:
            replies[reply] = replace(replies[reply], unclear=unclear)
        case (ReplyReviewed(reply=reply) | ReplyRefused(reply=reply)) as settled if reply in replies:
            replies[reply] = replace(replies[reply], settled=settled)
        case _:
            pass
