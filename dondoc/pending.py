"""Which queued mails still have a purpose when their turn comes: much may have happened since they were written."""

from __future__ import annotations

from dondoc.reply import RequestRef
from dondoc.status import MailStatus, RequestStatus, Status


def still_wanted(status: Status, mail: MailStatus) -> bool:
    """Whether a waiting mail is to be sent: nobody is reminded of what is answered, withdrawn, closed or reminded anew.

    Mails that are no step of the ladder (a word back, a change, the officer's) are always wanted.
    """
    queued = mail.queued
    period = status.periods.get(queued.period)
    request = status.request(RequestRef(queued.period, queued.agency))
    if queued.due_on is None or period is None or request is None:
        return True
    return (
        period.closed_on is None
        and request.is_open
        and request.round == queued.round
        and not request.is_complete
        and not _has_newer(request, mail)
    )


def _has_newer(request: RequestStatus, mail: MailStatus) -> bool:
    """Whether a later step of the ladder was queued since."""
    steps = [other.queued for other in request.mails.values() if other.queued.round == mail.queued.round]
    return any(step.due_on is not None and step.due_on > (mail.queued.due_on or step.due_on) for step in steps)
