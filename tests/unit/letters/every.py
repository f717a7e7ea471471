"""One letter of each kind, written about the requests of `cases`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dondoc.actions import Acknowledge, AmendRequest, HandOverRequest, SendReminder, WithdrawRequest
from dondoc.events.periods import RequestHandedOver
from dondoc.letters import build
from dondoc.letters.letter import Letter
from dondoc.letters.officer import fault_matter, matters_of, officer_letter
from dondoc.periods import Period
from dondoc.plan.model import Offset, Plan
from dondoc.status import PeriodStatus, RequestStatus, Status
from tests.unit.letters.cases import (
    COMPLETE,
    DOCUMENT,
    DOCUMENT_PERIOD,
    MAILED,
    OPENED,
    PARTLY_ANSWERED,
    PERIOD,
    PLAN,
    REPLY_ID,
    confirmation,
    reply,
    sent_mail,
    unclear,
)


def reminder(
    request: RequestStatus = OPENED,
    purpose: str = "first",
    as_of: date = date(2026, 10, 30),
    *,
    is_first: bool = False,
    cc: tuple[str, ...] = (),
    period: Period = PERIOD,
    plan: Plan = PLAN,
) -> Letter:
    action = SendReminder(
        period=period,
        agency=request.agency,
        purpose=purpose,  # type: ignore[arg-type]  # spelt as a purpose in each case
        due_on=as_of,
        step=Offset(-30),
        is_first=is_first or purpose == "first",
        round=request.round,
        cc=cc,
    )
    return build.reminder_letter(plan, request, action, as_of=as_of)


def acknowledgement(
    request: RequestStatus = PARTLY_ANSWERED, *, is_question: bool = False, as_of: date = date(2026, 11, 20)
) -> Letter:
    return build.acknowledgement_letter(
        PLAN, request, Acknowledge(PERIOD, "so-y-te", REPLY_ID, is_question), as_of=as_of
    )


def amendment() -> Letter:
    action = AmendRequest(PERIOD, "so-y-te", (1, 2, 6, 12), added=(12,), removed=(4,), change=1)
    return build.amendment_letter(PLAN, replace(MAILED, changes=1), action, as_of=date(2026, 11, 16))


def withdrawal(plan: Plan = PLAN) -> Letter:
    action = WithdrawRequest(PERIOD, "so-y-te", 1)
    request = replace(PARTLY_ANSWERED, withdrawn_on=date(2026, 11, 21))
    return build.withdrawal_letter(plan, request, action, as_of=date(2026, 11, 21))


def hand_over() -> HandOverRequest:
    return HandOverRequest(PERIOD, "so-dan-so", ("so-y-te",), (12,))


def handed_over() -> Letter:
    request = replace(
        OPENED,
        agency="so-dan-so",
        tasks=(1, 12),
        confirmations={1: confirmation(1, "done")},
        handed_over=RequestHandedOver(
            period="nam-2026", agency="so-dan-so", on=date(2026, 11, 16), to=("so-y-te",), tasks=(12,)
        ),
    )
    return build.hand_over_letter(PLAN, request, hand_over(), as_of=date(2026, 11, 16))


def taken_over() -> Letter:
    return build.take_over_letter(PLAN, MAILED, hand_over(), as_of=date(2026, 11, 16), is_first=False)


def to_the_officer() -> Letter:
    waiting = replace(MAILED, replies={REPLY_ID: unclear(reply(), "the reply says two different things")})
    failed = replace(sent_mail("third", date(2026, 11, 23)), state="failed", words="550 no such user")
    status = Status(
        periods={"nam-2026": PeriodStatus("nam-2026", requests={"so-y-te": waiting})}, mails={"third": failed}
    )
    matters = (
        *matters_of(PLAN, status, in_doubt=[sent_mail("fourth", date(2026, 11, 23))]),
        fault_matter("lượt chạy “collect”", "không kết nối được máy chủ thư", date(2026, 11, 23)),
    )
    return officer_letter(PLAN, "so-tttt", matters, key="officer/2026-11-23", as_of=date(2026, 11, 23))


def every_letter() -> dict[str, Letter]:
    """One letter of each kind, by the name of its golden file."""
    return {
        "first": reminder(),
        "remind": reminder(PARTLY_ANSWERED, "remind", date(2026, 11, 22)),
        "remind-last-day": reminder(MAILED, "remind", date(2026, 11, 29)),
        "overdue": reminder(MAILED, "overdue", date(2026, 11, 30)),
        "overdue-first": reminder(OPENED, "overdue", date(2026, 12, 2), is_first=True),
        "escalate": reminder(PARTLY_ANSWERED, "escalate", date(2026, 12, 6), cc=("ubnd-tinh",)),
        "document-first": reminder(DOCUMENT, period=DOCUMENT_PERIOD),
        "document-overdue": reminder(DOCUMENT, "overdue", date(2026, 12, 1), period=DOCUMENT_PERIOD),
        "acknowledge": acknowledgement(),
        "acknowledge-complete": acknowledgement(COMPLETE),
        "question": acknowledgement(
            replace(MAILED, replies={REPLY_ID: unclear(reply(), "no status was found")}), is_question=True
        ),
        "amend": amendment(),
        "withdraw": withdrawal(),
        "hand-over": handed_over(),
        "take-over": taken_over(),
        "officer": to_the_officer(),
    }
