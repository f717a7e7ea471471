"""Which mail tells an agency of a change in what it is asked: the same for the office and for every simulation."""

from __future__ import annotations

from collections.abc import Iterable

from dondoc.actions import AmendRequest, HandOverRequest, SendReminder, WithdrawRequest
from dondoc.due import reachable
from dondoc.events.mails import MailPurpose
from dondoc.plan.model import Plan
from dondoc.status import RequestStatus, Status

Change = AmendRequest | WithdrawRequest | HandOverRequest


def purpose_of_change(
    plan: Plan, status: Status, change: Change, request: RequestStatus | None, handed_over: Iterable[HandOverRequest]
) -> MailPurpose | None:
    """The mail that tells of a change; None where nobody need be told: no mail before, no address, nothing added."""
    if request is None or not request.mails or not _addresses(plan, status, request):
        return None
    match change:
        case WithdrawRequest():
            return "withdraw"
        case HandOverRequest():
            return "hand-over"
        case AmendRequest():
            if source_of(change.agency, change.period.id, handed_over) is not None:
                return "hand-over"
            return "amend" if change.added else None


def _addresses(plan: Plan, status: Status, request: RequestStatus) -> tuple[str, ...]:
    """Where mail still reaches the agency; one that left the plan, where its first mail went."""
    if request.agency in plan.agencies:
        return reachable(plan, status, request.agency)
    first = next(iter(request.mails.values()))
    return tuple(address for address in first.queued.recipients if address not in status.bounced)


def purpose_of_reminder(action: SendReminder, handed_over: Iterable[HandOverRequest]) -> MailPurpose:
    """A successor's first mail tells it whose questions it takes over."""
    is_heir = action.is_first and source_of(action.agency, action.period.id, handed_over) is not None
    return "hand-over" if is_heir else action.purpose


def source_of(heir: str, period_id: str, handed_over: Iterable[HandOverRequest]) -> HandOverRequest | None:
    """What an agency takes over in a period, from among the hand-overs of a day."""
    return next((one for one in handed_over if heir in one.to and one.period.id == period_id), None)
