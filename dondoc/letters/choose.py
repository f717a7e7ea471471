"""Which letter an action calls for: the same for the office that sends it and for a preview of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from dondoc.actions import Acknowledge, AmendRequest, HandOverRequest, SendReminder, WithdrawRequest
from dondoc.change_mails import purpose_of_change, purpose_of_reminder, source_of
from dondoc.letters.build import (
    acknowledgement_letter,
    amendment_letter,
    hand_over_letter,
    reminder_letter,
    take_over_letter,
    withdrawal_letter,
)
from dondoc.letters.letter import Letter
from dondoc.plan.model import Plan
from dondoc.status import RequestStatus, Status

Telling = SendReminder | Acknowledge | AmendRequest | WithdrawRequest | HandOverRequest
"""An action that a letter may go with."""


def letter_for(
    plan: Plan,
    status: Status,
    request: RequestStatus,
    action: Telling,
    *,
    handed_over: Sequence[HandOverRequest],
    as_of: date,
) -> Letter | None:
    """The letter, or None where nobody is to be told. `handed_over` are the hand-overs of the same day.

    For a reminder `request` is as it stands after its opening, for a change as it stood before it.
    """
    bounced = status.bounced
    match action:
        case SendReminder():
            source = source_of(action.agency, action.period.id, handed_over)
            if source is None or purpose_of_reminder(action, handed_over) != "hand-over":
                return reminder_letter(plan, request, action, as_of=as_of, bounced=bounced)
            letter = take_over_letter(plan, request, source, as_of=as_of, is_first=True, bounced=bounced)
            return replace(letter, key=action.key)
        case Acknowledge():
            return acknowledgement_letter(plan, request, action, as_of=as_of, bounced=bounced)
        case AmendRequest() | WithdrawRequest() | HandOverRequest():
            if purpose_of_change(plan, status, action, request, handed_over) is None:
                return None
            return _change_letter(plan, status, request, action, handed_over, as_of)
        case _:
            assert_never(action)


def _change_letter(
    plan: Plan,
    status: Status,
    request: RequestStatus,
    change: AmendRequest | WithdrawRequest | HandOverRequest,
    handed_over: Sequence[HandOverRequest],
    as_of: date,
) -> Letter:
    bounced = status.bounced
    match change:
        case WithdrawRequest():
            return withdrawal_letter(plan, request, change, as_of=as_of, bounced=bounced)
        case HandOverRequest():
            return hand_over_letter(plan, request, change, as_of=as_of, bounced=bounced)
        case AmendRequest():
            amended = replace(request, tasks=change.tasks)
            source = source_of(change.agency, change.period.id, handed_over)
            if source is not None:
                return take_over_letter(plan, amended, source, as_of=as_of, is_first=False, bounced=bounced)
            return amendment_letter(plan, amended, change, as_of=as_of, bounced=bounced)
        case _:
            assert_never(change)
