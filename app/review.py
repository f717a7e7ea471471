"""Settling replies that wait for a person: accept what was suggested, set what was said, or refuse. All recorded."""

from __future__ import annotations

from collections.abc import Sequence

from app.office import Office
from dondoc.errors import InputError
from dondoc.events.records import Body
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    MailQuarantined,
    QuarantineSettled,
    RecordedItem,
    ReplyRefused,
    ReplyReviewed,
)
from dondoc.letters import officer
from dondoc.messages import say
from dondoc.reply import RequestRef
from dondoc.status import ReplyStatus, RequestStatus, Status


def short_name(reply: ReplyStatus) -> str:
    """What a waiting reply is called: the beginning of the raw mail's hash."""
    return officer.short_name(reply.received.sha256)


def waiting_reply(status: Status, name: str) -> ReplyStatus:
    """The waiting reply with this (beginning of a) name; raises InputError where there is none or more than one."""
    found = [reply for reply in status.waiting if name and reply.received.sha256.startswith(name.lower())]
    if len(found) != 1:
        known = ", ".join(short_name(reply) for reply in status.waiting) or "-"
        raise InputError(say("no single waiting reply is called {name}; waiting: {known}", name=name, known=known))
    return found[0]


def accept(office: Office, name: str, *, by: str, reason: str = "", request: RequestRef | None = None) -> None:
    """Record what was suggested; for a document cycle, take the attached files as the document asked for."""
    status = office.status()
    reply = waiting_reply(status, name)
    target = _target(status, reply, request)
    suggestions = reply.unclear.suggestions if reply.unclear else ()
    if not suggestions and not target.is_document:
        raise InputError(say("nothing is suggested for {name}: say what it means with --set", name=short_name(reply)))
    _settle(office, reply, target, suggestions, by=by, reason=reason)


def set_items(
    office: Office,
    name: str,
    items: Sequence[RecordedItem],
    *,
    by: str,
    reason: str = "",
    request: RequestRef | None = None,
) -> None:
    """Record what the officer read out of the reply; raises InputError for tasks or figures that were not asked."""
    status = office.status()
    reply = waiting_reply(status, name)
    target = _target(status, reply, request)
    tasks = [item.task for item in items]
    if not tasks or len(set(tasks)) != len(tasks):
        raise InputError(say("say what the reply means, each task once"))
    for item in items:
        _check(office, target, item)
    _settle(office, reply, target, items, by=by, reason=reason)


def refuse(office: Office, name: str, *, by: str, reason: str = "") -> None:
    """Record nothing of the mail, a waiting reply or one put aside unread, but that somebody looked at it, and why."""
    status = office.status()
    if aside := _put_aside(status, name):
        office.record(QuarantineSettled(sha256=aside.sha256, on=office.today(), reason=reason), by=by)
        return
    reply = waiting_reply(status, name)
    received = reply.received
    place = {"period": received.period, "agency": received.agency, "reply": received.reply}
    if not office.record(ReplyRefused(**place, on=office.today(), reason=reason, settlement=1), by=by):
        raise _settled_meanwhile(reply)


def _put_aside(status: Status, name: str) -> MailQuarantined | None:
    """The one mail put aside that is called this."""
    found = [kept for kept in status.quarantined if name and kept.sha256.startswith(name.lower())]
    return found[0] if len(found) == 1 else None


def _target(status: Status, reply: ReplyStatus, asked: RequestRef | None) -> RequestStatus:
    ref = asked or RequestRef(reply.received.period, reply.received.agency)
    request = status.request(ref)
    if request is None or not ref.agency:
        raise InputError(say("say which request {name} answers: --request PERIOD/AGENCY", name=short_name(reply)))
    return request


def _check(office: Office, request: RequestStatus, item: RecordedItem) -> None:
    if item.task not in request.tasks:
        asked = ", ".join(str(task) for task in request.tasks)
        raise InputError(say("task {task} was not asked of this agency; asked: {asked}", task=item.task, asked=asked))
    if item.task not in office.plan.tasks:
        raise InputError(say("task {task} is no longer in the plan", task=item.task))
    known = office.plan.tasks[item.task].figures
    unknown = next((figure for figure in item.figures if figure not in known), None)
    if unknown:
        figures = ", ".join(known) or "-"
        raise InputError(
            say("task {task} has no figure {figure}; it has: {known}", task=item.task, figure=unknown, known=figures)
        )
    for name, value in item.figures.items():
        if (known[name].kind == "yesno") != isinstance(value, bool):
            raise InputError(
                say(
                    "figure {figure} of task {task}: a number, or yes or no, as the plan asks it",
                    figure=name,
                    task=item.task,
                )
            )


def _settle(
    office: Office,
    reply: ReplyStatus,
    request: RequestStatus,
    items: Sequence[RecordedItem],
    *,
    by: str,
    reason: str,
) -> None:
    """One transaction. The day is the reply's: an agency is not late because the officer looked later."""
    received = reply.received
    place = {"period": request.period, "agency": request.agency}
    source = f"{received.reply}#reviewed"
    bodies: list[Body] = [ItemConfirmed(**place, reply=source, on=received.on, item=item) for item in items]
    if request.is_document and received.attachments:
        bodies.append(DocumentReceived(**place, reply=source, on=received.on, files=received.attachments))
    settled = ReplyReviewed(
        period=received.period, agency=received.agency, reply=received.reply, on=office.today(), reason=reason
    )
    if not office.record(*bodies, settled, by=by):
        raise _settled_meanwhile(reply)


def _settled_meanwhile(reply: ReplyStatus) -> InputError:
    return InputError(say("somebody else has settled {name} meanwhile", name=short_name(reply)))
