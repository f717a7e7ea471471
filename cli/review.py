"""`dondoc review`: the replies that wait for a person, and settling them."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path

import click
from rich.panel import Panel
from rich.text import Text

from app.doubt import Verdict, settle_doubt
from app.office import Office
from app.review import accept, refuse, set_items, short_name, waiting_reply
from app.settings import Settings
from app.wiring import desk_office
from cli.context import CommandContext, echo_json, json_option, plan_option
from dondoc.errors import InputError
from dondoc.messages import Message, say
from dondoc.reply import RequestRef
from dondoc.review_words import item_words, parse_item
from dondoc.status import ReplyStatus


@click.command("review")
@click.argument("reply", required=False)
@click.option("--accept", "is_accepted", is_flag=True, help="Record what was suggested.")
@click.option("--set", "settings", multiple=True, metavar="3=done,lop=2", help="Record this; may be given repeatedly.")
@click.option("--refuse", "is_refused", is_flag=True, help="Record nothing of it.")
@click.option("--sent", "verdict", flag_value="sent", help="The mail in doubt did leave.")
@click.option("--resend", "verdict", flag_value="resend", help="Send the mail in doubt again.")
@click.option("--request", metavar="PERIOD/AGENCY", help="Which request an unmatched mail answers.")
@click.option("--reason", default="", help="Why; kept in the ledger.")
@click.option("--by", default=None, help="Who decides; the account's name by default.")
@plan_option
@json_option
@click.pass_context
def review_command(
    ctx: click.Context,
    reply: str | None,
    settings: Sequence[str],
    request: str | None,
    reason: str,
    by: str | None,
    plan_file: Path | None,
    verdict: Verdict | None,
    *,
    is_accepted: bool,
    is_refused: bool,
    as_json: bool,
) -> None:
    """Show waiting replies; with REPLY (a mail's name) and a choice, settle a reply, a mail put aside or in doubt."""
    context: CommandContext = ctx.obj
    office = desk_office(settings=Settings(plan=plan_file) if plan_file else None)
    chosen = sum((is_accepted, bool(settings), is_refused, verdict is not None))
    if reply is None or not chosen:
        _show(context, office, reply, as_json=as_json)
        return
    if chosen != 1:
        raise InputError(say("choose one of --accept, --set, --refuse, --sent and --resend"))
    who, ref = by or getpass.getuser(), _ref(request)
    if verdict is not None:
        settle_doubt(office, reply, verdict, by=who)
    elif is_accepted:
        accept(office, reply, by=who, reason=reason, request=ref)
    elif is_refused:
        refuse(office, reply, by=who, reason=reason)
    else:
        set_items(office, reply, [parse_item(text) for text in settings], by=who, reason=reason, request=ref)
    context.tell(say("settled: {reply}", reply=reply))


def _ref(request: str | None) -> RequestRef | None:
    if request is None:
        return None
    period, _, agency = request.partition("/")
    return RequestRef(period, agency)


def _show(context: CommandContext, office: Office, name: str | None, *, as_json: bool) -> None:
    status = office.status()
    waiting = (waiting_reply(status, name),) if name else status.waiting
    if as_json:
        echo_json([_as_json(context, reply) for reply in waiting])
        return
    for reply in waiting:
        context.console.print(_panel(context, office, reply))
    context.tell(say("{count} replies wait for review", count=len(waiting)))


def _panel(context: CommandContext, office: Office, reply: ReplyStatus) -> Panel:
    received = reply.received
    why, attached, suggested = (context.words(word) for word in (say("why"), say("attached"), say("suggested")))
    parts = [f"{why}: {reason}" for reason in _reasons(context, reply)]
    parts += ["", received.text or context.words(say("(no text)"))]
    parts += [f"{attached}: {file.name} ({file.size} B)" for file in received.attachments]
    parts += [f"{suggested}: {item_words(item)}" for item in (reply.unclear.suggestions if reply.unclear else ())]
    who = office.plan.name_of(received.agency) if received.agency else context.words(say("no request"))
    title = f"{short_name(reply)} · {who} · {received.sender} · {received.on:%d/%m/%Y}"
    return Panel(Text("\n".join(parts)), title=Text(title), title_align="left")


def _reasons(context: CommandContext, reply: ReplyStatus) -> list[str]:
    return [context.words(Message(reason.text, reason.values)) for reason in reply.reasons]


def _as_json(context: CommandContext, reply: ReplyStatus) -> dict[str, object]:
    received = reply.received
    return {
        "reply": short_name(reply),
        "period": received.period,
        "agency": received.agency,
        "sender": received.sender,
        "on": received.on,
        "why": _reasons(context, reply),
        "text": received.text,
        "attachments": [file.model_dump() for file in received.attachments],
        "suggestions": [item.model_dump() for item in (reply.unclear.suggestions if reply.unclear else ())],
    }
