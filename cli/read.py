"""`dondoc read`: what is understood of one mail. Changes nothing and needs no ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from cli.context import CommandContext, echo_json, json_option, plan_option, read_text_file
from dondoc.errors import InputError
from dondoc.mail import InboundMail
from dondoc.messages import Message, Translate, say
from dondoc.plan.model import Plan
from dondoc.reply import Bounce, FigureValue, Reply, ReplyItem, RequestRef

_STATUSES = {
    "done": say("done"),
    "in_progress": say("in progress"),
    "not_started": say("not started"),
    "not_applicable": say("not applicable"),
}


@click.command("read")
@click.argument("mail_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.eml")
@plan_option
@click.option("--request", "wanted", default=None, metavar="PERIOD/AGENCY", help="The request the mail answers.")
@json_option
@click.pass_obj
def read_command(
    context: CommandContext, mail_file: Path, plan_file: Path | None, wanted: str | None, *, as_json: bool
) -> None:
    """Show what is understood of the mail FILE.eml."""
    from collectors.mime import parse_mail

    mail = parse_mail(read_text_file(mail_file), received_at=None)
    reply = _read(mail, plan_file, wanted)
    if as_json:
        echo_json(as_values(reply, mail, context.translate))
    else:
        _show(context, reply, mail)


def _read(mail: InboundMail, plan_file: Path | None, wanted: str | None) -> Reply:
    from dondoc.reading.context import context_for
    from dondoc.reading.reader import read_reply

    if wanted is not None:
        plan = _plan(plan_file)
        ref = _ref(wanted)
        context = context_for(plan, ref)
        if context is None:
            raise InputError(say("the plan has no request {request}", request=wanted))
        return replace(read_reply(mail, plan=plan, context=context), matched_by="given")
    return _read_as_recorded(mail, plan_file)


def _plan(plan_file: Path | None) -> Plan:
    from app.settings import Settings
    from dondoc.plan.load import load_plan

    file = plan_file or Settings().plan
    return load_plan(read_text_file(file), file=str(file)).plan


def _ref(wanted: str) -> RequestRef:
    period, slash, agency = wanted.partition("/")
    if not slash or not period or not agency:
        raise InputError(
            say("write the request as PERIOD/AGENCY, such as nam-2026/so-y-te; not {request}", request=wanted)
        )
    return RequestRef(period, agency)


def _read_as_recorded(mail: InboundMail, plan_file: Path | None) -> Reply:
    """Find the request in the ledger and hold back what `collect` would."""
    from app.misgivings import misgivings
    from app.reading_room import look
    from app.settings import Settings
    from dondoc.authentication import withheld
    from dondoc.reading.context import context_for
    from dondoc.reading.match import book_of, match_request
    from dondoc.reading.reader import read_reply

    view = look(plan_file, None)
    match = match_request(mail, book_of(view.status))
    context = context_for(view.plan, match.request) if match else None
    request = view.status.request(match.request) if match else None
    texts: Sequence[str] = ()
    if context is not None and request is not None:
        context = replace(context, tasks=request.tasks, is_document=request.is_document, code=request.code)
        texts = tuple(sent.queued.body for sent in request.mails.values())
    reply = read_reply(mail, plan=view.plan, context=context, sent_texts=texts)
    reply = withheld(reply, misgivings(mail, reply, request, Settings().authserv_id))
    return replace(reply, matched_by=match.matched_by if match else None)


def as_values(reply: Reply, mail: InboundMail, translate: Translate) -> dict[str, Any]:
    """The reading as JSON values; keys as documented in docs/reference/replies.md."""
    return {
        "kind": reply.kind,
        "request": {"period": reply.request.period, "agency": reply.request.agency} if reply.request else None,
        "matched_by": reply.matched_by,
        "sender": {"address": reply.sender.address, "known": reply.sender.is_known} if reply.sender else None,
        "text": reply.text,
        "items": [_item(item) for item in reply.items],
        "figures": dict(reply.figures),
        "obstacles": reply.obstacles,
        "proposals": reply.proposals,
        "attachments": [{"name": file.name, "size": file.size, "sha256": file.sha256} for file in mail.attachments],
        "suggestions": [_item(item) for item in reply.suggestions],
        "bounce": _bounce(reply.bounces[0]) if reply.bounces else None,
        "bounces": [_bounce(bounce) for bounce in reply.bounces],
        "review": [message.render(translate) for message in reply.review],
    }


def _bounce(bounce: Bounce) -> dict[str, Any]:
    return {"address": bounce.address, "hard": bounce.is_hard}


def _item(item: ReplyItem) -> dict[str, Any]:
    return {
        "task": item.task,
        "status": item.status,
        "percent": item.percent,
        "figures": dict(item.figures),
        "note": item.note,
    }


def _show(context: CommandContext, reply: Reply, mail: InboundMail) -> None:
    console = context.console
    sender = reply.sender.address if reply.sender else "?"
    context.tell(
        say(
            "{kind} from {sender}, request {request}", kind=reply.kind, sender=sender, request=str(reply.request or "?")
        )
    )
    if reply.text:
        console.print(reply.text, markup=False, style="dim")
    for title, items in ((say("Understood"), reply.items), (say("To be checked"), reply.suggestions)):
        if items:
            console.print(_table(context, title, items))
    for title, text in ((say("Obstacles"), reply.obstacles), (say("Proposals"), reply.proposals)):
        if text:
            console.print(f"{context.words(title)}: {text}", markup=False)
    for file in mail.attachments:
        console.print(f"📎 {file.name} · {file.size:,} B · {file.sha256[:12]}", markup=False)
    for message in reply.review:
        console.print(f"⚠ {context.words(message)}", markup=False)


def _table(context: CommandContext, title: Message, items: Sequence[ReplyItem]) -> Table:
    table = Table(title=context.words(title), title_justify="left")
    for column in (say("Task"), say("Status"), "%", say("Figures"), say("Note")):
        table.add_column(column if isinstance(column, str) else context.words(column))
    for item in items:
        percent = "" if item.percent is None else f"{item.percent:g}"
        figures = ", ".join(f"{name} {_shown(value)}" for name, value in item.figures.items())
        table.add_row(str(item.task), context.words(_STATUSES[item.status]), percent, figures, item.note)
    return table


def _shown(value: FigureValue) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:g}"
