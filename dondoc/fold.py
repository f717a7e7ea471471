"""The fold over the ledger's events: from what happened to where everything stands.

Folding is linear: events are put into one heap a request first, then each heap is folded by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dondoc.alarm_status import fold_alarms, still_aside
from dondoc.events.mails import MailBounced, MailClaimed, MailFailed, MailQueued, MailSent
from dondoc.events.periods import (
    PeriodClosed,
    PeriodOpened,
    RequestAmended,
    RequestHandedOver,
    RequestOpened,
    RequestWithdrawn,
)
from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Record
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    ReplyReceived,
    ReplyRefused,
    ReplyReviewed,
    ReplyUnclear,
    StatementRecorded,
)
from dondoc.events.reports import ReportApproved, ReportRendered
from dondoc.reply import RequestRef
from dondoc.status import (
    Confirmation,
    MailState,
    MailStatus,
    PeriodStatus,
    ReplyStatus,
    RequestStatus,
    Statement,
    Status,
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
            put_off_at = record.event.at if failed.is_temporary and not failed.is_of_server else None
            mails[key] = replace(
                mails[key],
                state=state,
                is_final=not failed.is_temporary,
                words=failed.words,
                put_off_at=mails[key].put_off_at or put_off_at,
            )
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
