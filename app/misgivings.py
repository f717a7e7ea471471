"""Why a reply is not recorded by itself, whatever it says: who wrote it, where to, and in what letters."""

from __future__ import annotations

from dondoc.authentication import sender_doubts
from dondoc.disguise import disguises_in
from dondoc.mail import InboundMail
from dondoc.messages import Message, say
from dondoc.reply import Reply
from dondoc.status import RequestStatus


def misgivings(
    mail: InboundMail, reply: Reply, request: RequestStatus | None, authserv_id: str | None
) -> tuple[Message, ...]:
    """Everything that only a person may pass over; `request` is the one that the mail answers."""
    return (*sender_doubts(mail, authserv_id), *_no_longer_asked(request), *disguises_in(reply.text, mail))


def _no_longer_asked(request: RequestStatus | None) -> tuple[Message, ...]:
    """An answer to a withdrawn request would put its agency back into the report."""
    if request is None or request.withdrawn_on is None:
        return ()
    day = f"{request.withdrawn_on:%d/%m/%Y}"
    return (say("the request was withdrawn on {day}: this agency is no longer asked", day=day),)
