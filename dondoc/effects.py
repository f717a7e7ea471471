"""The events that carrying out an action leaves behind: one place for the office and for every simulation of it."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from dondoc.actions import AmendRequest, ClosePeriod, HandOverRequest, OpenPeriod, OpenRequest, WithdrawRequest
from dondoc.events.periods import (
    PeriodClosed,
    PeriodOpened,
    RequestAmended,
    RequestHandedOver,
    RequestOpened,
    RequestWithdrawn,
)
from dondoc.events.records import Body

StructuralAction = OpenPeriod | OpenRequest | AmendRequest | WithdrawRequest | HandOverRequest | ClosePeriod
"""An action that changes who is asked what, as against one that only sends a mail or writes a report."""


def effect_of(action: StructuralAction, *, on: date, code: str = "", plan_version: int = 0) -> Body:
    """The event of an action carried out on a day; `code` is that of a request being opened."""
    period = action.period
    match action:
        case OpenPeriod():
            return PeriodOpened(
                period=period.id,
                on=on,
                title=period.title,
                year=period.year,
                opens_on=period.opens_on,
                due_on=period.due_on,
                stated_on=period.stated_on,
                closes_on=period.closes_on,
            )
        case OpenRequest(agency=agency, tasks=tasks, is_document=is_document, round=count):
            return RequestOpened(
                period=period.id, agency=agency, on=on, code=code, tasks=tasks, is_document=is_document, round=count
            )
        case AmendRequest(agency=agency, tasks=tasks, change=change):
            return RequestAmended(period=period.id, agency=agency, on=on, tasks=tasks, change=change)
        case WithdrawRequest(agency=agency, round=count):
            return RequestWithdrawn(period=period.id, agency=agency, on=on, round=count)
        case HandOverRequest(agency=agency, to=to, tasks=tasks):
            return RequestHandedOver(period=period.id, agency=agency, on=on, to=to, tasks=tasks)
        case ClosePeriod():
            return PeriodClosed(period=period.id, on=on, plan_version=plan_version)
        case _:
            assert_never(action)
