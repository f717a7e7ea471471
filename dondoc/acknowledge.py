"""Whether a reply is owed a word back, and which. Pure; the hourly limit belongs to whoever knows the time."""

from __future__ import annotations

from dondoc.actions import Acknowledge
from dondoc.periods import Period
from dondoc.status import ReplyStatus, RequestStatus


def acknowledgement_due(period: Period, request: RequestStatus) -> Acknowledge | None:
    """The word owed for the newest reply: one covers all replies before it; machines and strangers get none.

    A question is never asked twice in a row: after one, another unclear reply waits for the officer.
    """
    replies = [reply for reply in request.replies.values() if _deserves_a_word(reply)]
    if not replies:
        return None
    newest = replies[-1]
    words = [mail.queued for mail in request.mails.values() if mail.queued.reply is not None]
    if any(word.reply == newest.received.reply for word in words):
        return None
    is_question = _is_unclear(newest) and not request.is_complete
    if is_question and words and words[-1].purpose == "question":
        return None
    return Acknowledge(period, request.agency, newest.received.reply, is_question)


def _deserves_a_word(reply: ReplyStatus) -> bool:
    return reply.received.mail_kind == "reply" and reply.received.is_known_sender


def _is_unclear(reply: ReplyStatus) -> bool:
    """Nothing was understood and nothing came with it that a person could look at."""
    return reply.is_waiting and not reply.items and not reply.received.attachments
