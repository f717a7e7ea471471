"""`dondoc due`: what would be sent to whom and why on a day. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeGuard, assert_never

import click
from rich.table import Table

from app.reading_room import View, look
from cli.context import CommandContext, as_of_option, echo_json, json_option, plan_option
from cli.purposes import PURPOSES
from dondoc.actions import (
    Acknowledge,
    Action,
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    OpenPeriod,
    OpenRequest,
    RenderReport,
    RequestAction,
    SendReminder,
    WithdrawRequest,
    ref_of,
)
from dondoc.due import decide, reachable
from dondoc.messages import Message, say


@click.command("due")
@plan_option
@as_of_option
@json_option
@click.pass_context
def due_command(ctx: click.Context, plan_file: Path | None, as_of: date | None, *, as_json: bool) -> None:
    """Show what is due up to a day: to whom, what, and why. Nothing is sent or recorded."""
    context: CommandContext = ctx.obj
    view = look(plan_file, as_of)
    actions = decide(view.plan, view.status, view.as_of)
    if as_json:
        echo_json([_as_json(action, view, context, actions) for action in actions])
        return
    _tell(context, view, actions)


def _tell(context: CommandContext, view: View, actions: tuple[Action, ...]) -> None:
    """One row a mail; what is opened, closed or drafted without a mail is counted below."""
    if not actions:
        context.tell(say("{day}: nothing is due", day=view.as_of.isoformat()))
        return
    mails: list[RequestAction] = [action for action in actions if _is_mail(action)]
    context.tell(say("{day}: {mails} mails", day=view.as_of.isoformat(), mails=len(mails)))
    for (what, why), alike in _alike(context, mails).items():
        click.echo(f"{what} · {why}")
        context.console.print(_table(context, view, actions, alike))
    others = Counter(context.words(_what(action)) for action in actions if not _is_mail(action))
    for words, count in others.items():
        click.echo(f"{count} × {words}")


def _alike(context: CommandContext, mails: list[RequestAction]) -> dict[tuple[str, str], list[RequestAction]]:
    """Mails by what they are and why they go out: said once above them, it leaves the lines room for addresses."""
    groups: dict[tuple[str, str], list[RequestAction]] = {}
    for action in mails:
        groups.setdefault((context.words(_what(action)), context.words(_why(action))), []).append(action)
    return groups


def _table(context: CommandContext, view: View, actions: tuple[Action, ...], mails: list[RequestAction]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (say("whom"), say("address"), say("tasks")):
        table.add_column(context.words(heading), overflow="fold")
    for action in mails:
        table.add_row(
            _label(view, ref_of(action).agency),
            ", ".join(_addresses(action, view)),
            ", ".join(str(task) for task in _tasks(action, view, actions)),
        )
    return table


def _label(view: View, agency: str) -> str:
    """The short name; the bare id of an agency that left the plan."""
    found = view.plan.agencies.get(agency)
    return found.label if found else agency


def _is_mail(action: Action) -> TypeGuard[RequestAction]:
    return isinstance(action, SendReminder | Acknowledge | WithdrawRequest | HandOverRequest | AmendRequest)


def _addresses(action: Action, view: View) -> tuple[str, ...]:
    if not _is_mail(action) or action.agency not in view.plan.agencies:
        return ()
    return reachable(view.plan, view.status, action.agency)


def _as_json(action: Action, view: View, context: CommandContext, actions: tuple[Action, ...]) -> dict[str, object]:
    return {
        "action": type(action).__name__,
        "key": action.key,
        "period": action.period.id,
        "agency": getattr(action, "agency", None),
        "to": _addresses(action, view),
        "cc": action.cc if isinstance(action, SendReminder) else (),
        "tasks": _tasks(action, view, actions),
        "what": context.words(_what(action)),
        "why": context.words(_why(action)),
    }


def _tasks(action: Action, view: View, actions: tuple[Action, ...]) -> tuple[int, ...]:
    """The tasks a mail asks about: those missing, as the request will be when today's changes are made."""
    if isinstance(action, OpenRequest | AmendRequest | HandOverRequest):
        return action.tasks
    if not isinstance(action, SendReminder):
        return ()
    changes = (
        other for other in actions if isinstance(other, OpenRequest | AmendRequest) and ref_of(other) == ref_of(action)
    )
    request = view.status.request(ref_of(action))
    known = request.confirmations if request else {}
    asked = next((other.tasks for other in changes), request.tasks if request else ())
    return tuple(task for task in asked if task not in known)


_WORDS: Mapping[type[Action], Message] = {
    OpenPeriod: say("open the period"),
    OpenRequest: say("open the request"),
    AmendRequest: say("change the request"),
    WithdrawRequest: say("withdraw the request"),
    HandOverRequest: say("hand the request over"),
    ClosePeriod: say("close the period"),
    RenderReport: say("draft the report"),
}


def _what(action: Action) -> Message:
    match action:
        case SendReminder(purpose=purpose):
            return PURPOSES[purpose]
        case Acknowledge(is_question=is_question):
            return PURPOSES["question" if is_question else "acknowledge"]
        case _:
            return _WORDS[type(action)]


def _why(action: Action) -> Message:
    period = action.period
    match action:
        case SendReminder(step=None, due_on=day):
            return say("the period opens on {day}; due {due}", day=day.isoformat(), due=period.due_on.isoformat())
        case SendReminder(step=step, due_on=day):
            return say(
                "step {step} falls on {day}; due {due}",
                step=str(step),
                day=day.isoformat(),
                due=period.due_on.isoformat(),
            )
        case Acknowledge():
            return say("a reply came in")
        case OpenPeriod() | OpenRequest():
            return say(
                "open from {opens} to {closes}", opens=period.opens_on.isoformat(), closes=period.closes_on.isoformat()
            )
        case AmendRequest() | WithdrawRequest():
            return say("the plan changed")
        case HandOverRequest(to=to):
            return say("the agency ended; {heirs} takes over", heirs=", ".join(to))
        case ClosePeriod() | RenderReport():
            return say("the period ended on {day}", day=period.closes_on.isoformat())
        case _:
            assert_never(action)
