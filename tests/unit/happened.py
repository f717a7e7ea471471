"""A short way to write down what happened: bodies in order become the records of a ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from dondoc.events.base import Reason as WrittenReason
from dondoc.events.mails import MailQueued
from dondoc.events.periods import PeriodOpened, RequestOpened
from dondoc.events.records import Body, Event
from dondoc.events.records import Record as LedgerRecord
from dondoc.events.replies import ItemConfirmed, ReceivedAttachment, RecordedItem, ReplyReceived, ReplyUnclear
from dondoc.fold import fold
from dondoc.reply import FigureValue, ItemStatus, RequestRef
from dondoc.status import RequestStatus

PERIOD = "nam-2026"
DUE = date(2026, 11, 29)
REF = RequestRef(PERIOD, "so-a")
BEGIN = datetime(2026, 10, 30, 1, 0, tzinfo=UTC)


def records(*bodies: Body, plan: str = "KH") -> list[LedgerRecord]:
    """The bodies as records, one a minute; the moment of number n (from 1) is `moment(n)`."""
    return [LedgerRecord(n, Event(body, plan, moment(n), "test")) for n, body in enumerate(bodies, 1)]


def request_after(*bodies: Body) -> RequestStatus:
    """What is known of the request of so-a after this happened."""
    request = fold(records(*bodies)).request(REF)
    assert request is not None
    return request


def place() -> dict[str, str]:
    return {"period": PERIOD, "agency": "so-a"}


def moment(number: int) -> datetime:
    return BEGIN + timedelta(minutes=number)


def period_opened(period: str = PERIOD) -> PeriodOpened:
    return PeriodOpened(
        period=period,
        on=date(2026, 10, 30),
        title="Báo cáo năm 2026",
        year=2026,
        opens_on=date(2026, 10, 30),
        due_on=date(2026, 11, 29),
        stated_on=date(2026, 11, 30),
        closes_on=date(2026, 12, 29),
    )


def asked(
    agency: str = "so-a", *tasks: int, period: str = PERIOD, nth: int = 1, is_document: bool = False
) -> RequestOpened:
    return RequestOpened(
        period=period,
        agency=agency,
        on=date(2026, 10, 30),
        code=f"KH-2026-{agency.upper()}-AAAA",
        tasks=tasks,
        round=nth,
        is_document=is_document,
    )


def received(
    reply: str = "r1",
    agency: str = "so-a",
    *,
    period: str = PERIOD,
    on: date = date(2026, 11, 2),
    known: bool = True,
    kind: str = "reply",
    files: tuple[ReceivedAttachment, ...] = (),
) -> ReplyReceived:
    return ReplyReceived.model_validate(
        {
            "period": period,
            "agency": agency,
            "reply": reply,
            "mail_kind": kind,
            "on": on,
            "sha256": reply.ljust(64, "0"),
            "sender": f"{agency}@tinh.example",
            "is_known_sender": known,
            "attachments": files,
        }
    )


def said(
    task: int,
    status: ItemStatus = "done",
    *,
    reply: str = "r1",
    agency: str = "so-a",
    period: str = PERIOD,
    on: date = date(2026, 11, 2),
    figures: dict[str, FigureValue] | None = None,
    note: str = "",
    percent: float | None = None,
) -> ItemConfirmed:
    item = RecordedItem(task=task, status=status, figures=figures or {}, note=note, percent=percent)
    return ItemConfirmed(period=period, agency=agency, reply=reply, on=on, item=item)


def unclear(reply: str = "r1", agency: str = "so-a", *suggestions: RecordedItem, period: str = PERIOD) -> ReplyUnclear:
    return ReplyUnclear(
        period=period,
        agency=agency,
        reply=reply,
        on=date(2026, 11, 2),
        reasons=(WrittenReason(text="a word no rule knows"),),
        suggestions=suggestions,
    )


def queued(
    mail: str = "m1",
    agency: str = "so-a",
    *,
    period: str = PERIOD,
    purpose: str = "first",
    on: date = date(2026, 10, 30),
    due_on: date | None = date(2026, 10, 30),
    nth: int = 1,
    reply: str | None = None,
) -> MailQueued:
    return MailQueued.model_validate(
        {
            "period": period,
            "agency": agency,
            "mail": mail,
            "purpose": purpose,
            "on": on,
            "due_on": due_on,
            "message_id": f"<{mail}@tinh.example>",
            "envelope_from": "office@tinh.example",
            "recipients": (f"{agency}@tinh.example",),
            "subject": "",
            "sha256": "0" * 64,
            "round": nth,
            "reply": reply,
        }
    )
