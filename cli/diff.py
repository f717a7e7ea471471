"""`dondoc diff`: what a change of plan.yaml means for people. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from app.comparison import compare_plans
from app.settings import Settings
from cli.context import CommandContext, as_of_option, echo_json, json_option, plan_option
from cli.purposes import PURPOSES
from dondoc.diff.model import Change, ChangeKind, MailChange, PlanDiff
from dondoc.messages import Message, say

_SECTIONS: tuple[tuple[Message, frozenset[ChangeKind]], ...] = (
    (say("The office"), frozenset({"office"})),
    (say("Agencies that begin or end"), frozenset({"life"})),
    (say("Ids rewritten"), frozenset({"renamed"})),
    (say("Open requests, at the next run"), frozenset({"opened", "amended", "withdrawn", "handed-over"})),
    (say("Periods and deadlines"), frozenset({"period", "deadline"})),
    (say("Who will be asked"), frozenset({"asked", "released"})),
    (say("Figures of earlier periods"), frozenset({"figure"})),
    (say("Addresses"), frozenset({"address"})),
    (say("Wording"), frozenset({"wording"})),
)

_MOST_NAMED = 6


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown, for a review.")
@plan_option
@as_of_option
@json_option
@click.pass_context
def diff_command(
    ctx: click.Context,
    old: str | None,
    new: str | None,
    plan_file: Path | None,
    as_of: date | None,
    *,
    as_markdown: bool,
    as_json: bool,
) -> None:
    """Show what changes for people from OLD to NEW: who is asked what, open requests, mails, deadlines, figures.

    OLD and NEW are files or adopted versions (v3). By default: the plan adopted last, and plan.yaml.
    """
    context: CommandContext = ctx.obj
    settings = Settings(plan=plan_file) if plan_file else Settings()
    found = compare_plans(old, new, as_of, settings)
    if as_json:
        echo_json(_as_json(context, found))
        return
    heading, bullet = ("## ", "- ") if as_markdown else ("", "  ")
    for line in _lines(context, found, heading, bullet):
        click.echo(line)


def _lines(context: CommandContext, found: PlanDiff, heading: str, bullet: str) -> Iterator[str]:
    if found.is_empty:
        yield context.words(say("nothing changes for anybody as of {day}", day=found.as_of.isoformat()))
        return
    for title, kinds in _SECTIONS:
        changes = [change for change in found.changes if change.kind in kinds]
        if changes:
            yield f"{heading}{context.words(title)}"
            yield from (f"{bullet}{context.words(change.message)}" for change in changes)
            yield ""
    yield f"{heading}{context.words(_mails_title(found))}"
    yield from (f"{bullet}{_mail(context, change)}" for change in found.mails)
    if not found.mails:
        none = say("no mail more or less")
        yield f"{bullet}{context.words(none)}"


def _mails_title(found: PlanDiff) -> Message:
    return say(
        "Mails from {day} to {until}, if nobody answers: {more} more, {fewer} fewer",
        day=found.as_of.isoformat(),
        until=found.until.isoformat(),
        more=sum(len(change.more) for change in found.mails),
        fewer=sum(len(change.fewer) for change in found.mails),
    )


def _mail(context: CommandContext, change: MailChange) -> str:
    counts = [f"{sign}{len(names)}" for sign, names in (("+", change.more), ("−", change.fewer)) if names]
    signed = [*(f"+{name}" for name in change.more), *(f"−{name}" for name in change.fewer)]
    names = f" ({', '.join(signed)})" if len(signed) <= _MOST_NAMED else ""
    what = context.words(PURPOSES[change.purpose])
    return f"{change.on.isoformat()}  {change.period}  {what}: {' '.join(counts)}{names}"


def _as_json(context: CommandContext, found: PlanDiff) -> dict[str, object]:
    return {
        "as_of": found.as_of,
        "until": found.until,
        "changes": [_change_as_json(context, change) for change in found.changes],
        "mails": [
            {"on": one.on, "period": one.period, "purpose": one.purpose, "more": one.more, "fewer": one.fewer}
            for one in found.mails
        ],
    }


def _change_as_json(context: CommandContext, change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "message": context.words(change.message),
        "periods": change.periods,
        "agencies": change.agencies,
        "tasks": change.tasks,
    }
