"""Builds the letter of each action: asking and reminding, acknowledging, changes of who is asked what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from dondoc.actions import Acknowledge, AmendRequest, HandOverRequest, SendReminder, WithdrawRequest
from dondoc.letters.letter import AnsweredReply, Change, Letter
from dondoc.letters.parts import Recipients, addressee, base_letter, recipients, thread_of
from dondoc.messages import Message
from dondoc.plan.model import Plan
from dondoc.status import ReplyStatus, RequestStatus


def reminder_letter(
    plan: Plan, request: RequestStatus, action: SendReminder, *, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Ask for what is missing, in the tone of the ladder's step; `request` is as it stands after its opening."""
    reached = recipients(plan, addressee(plan, request), action.cc, bounced)
    letter = base_letter(plan, action.period, request, key=action.key, as_of=as_of, reached=reached)
    return replace(letter, purpose=action.purpose, is_first=action.is_first)


def acknowledgement_letter(
    plan: Plan, request: RequestStatus, action: Acknowledge, *, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Say what was understood and what is still missing, or put one question.

    It goes to whoever wrote, when the address is known for the agency, and always to the agency's own mailbox, so
    that nobody can answer in its name unnoticed.
    """
    reply = request.replies[action.reply]
    reached = _to_writer(recipients(plan, addressee(plan, request), (), bounced), reply, bounced)
    letter = base_letter(plan, action.period, request, key=action.key, as_of=as_of, reached=reached)
    told = {mail.queued.reply for mail in request.mails.values()}
    return replace(
        letter,
        purpose="question" if action.is_question else "acknowledge",
        answers=_answered(reply),
        obstacles=tuple(said.text for said in request.obstacles if said.reply not in told),
        proposals=tuple(said.text for said in request.proposals if said.reply not in told),
        thread=thread_of(request, reply.received.message_id),
    )


def _to_writer(reached: Recipients, reply: ReplyStatus, bounced: Collection[str]) -> Recipients:
    writer = reply.received.sender
    if not reply.received.is_known_sender or writer.casefold() in {a.casefold() for a in (*reached.to, *bounced)}:
        return reached
    cc = tuple(address for address in (*reached.to, *reached.cc) if address.casefold() != writer.casefold())
    return Recipients((writer,), cc, reached.copied)


def _answered(reply: ReplyStatus) -> AnsweredReply:
    return AnsweredReply(
        received_on=reply.received.on,
        files=tuple(file.name for file in reply.received.attachments),
        reasons=tuple(Message(reason.text, reason.values) for reason in reply.reasons if reply.is_waiting),
    )


def amendment_letter(
    plan: Plan, request: RequestStatus, action: AmendRequest, *, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Tell an agency that its tasks changed with the plan; `request` is as it stands after the change."""
    reached = recipients(plan, addressee(plan, request), (), bounced)
    letter = base_letter(plan, action.period, request, key=action.key, as_of=as_of, reached=reached)
    return replace(letter, purpose="amend", change=Change(action.added, action.removed))


def withdrawal_letter(
    plan: Plan, request: RequestStatus, action: WithdrawRequest, *, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Tell an agency that it need not answer any more; what it answered is kept."""
    reached = recipients(plan, addressee(plan, request), (), bounced)
    letter = base_letter(plan, action.period, request, key=action.key, as_of=as_of, reached=reached)
    return replace(letter, purpose="withdraw", missing=(), figures=(), drafts=(), blanks=())


def hand_over_letter(
    plan: Plan, request: RequestStatus, action: HandOverRequest, *, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Tell an agency that ended who takes over what it left open, so that it hands over its figures."""
    reached = recipients(plan, addressee(plan, request), (), bounced)
    letter = base_letter(plan, action.period, request, key=action.key, as_of=as_of, reached=reached)
    heirs = tuple(plan.name_of(name) for name in action.to)
    return replace(
        letter, purpose="hand-over", figures=(), drafts=(), blanks=(), change=Change(action.tasks, handed_to=heirs)
    )


def take_over_letter(
    plan: Plan,
    request: RequestStatus,
    action: HandOverRequest,
    *,
    as_of: date,
    is_first: bool,
    bounced: Collection[str] = (),
) -> Letter:
    """Ask a successor for what its predecessor left open; `request` is the successor's, after it took over."""
    reached = recipients(plan, addressee(plan, request), (), bounced)
    key = f"{action.key}/to/{request.agency}"
    letter = base_letter(plan, action.period, request, key=key, as_of=as_of, reached=reached)
    change = Change(action.tasks, taken_from=(plan.name_of(action.agency),))
    return replace(letter, purpose="hand-over", is_first=is_first, change=change)
