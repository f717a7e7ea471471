"""`dondoc adopt`: what a changed plan.yaml would do at once, and the officer's word that it may."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path

import click

from app.adoption import adopt_plan, agree
from app.office import Office
from app.settings import Settings
from app.wiring import desk_office
from cli.context import CommandContext, as_of_option, echo_json, json_option, plan_option
from dondoc.adoption import Proposal, summary
from dondoc.errors import InputError, PlanError
from dondoc.messages import say


@click.command("adopt")
@click.option("--yes", "is_agreed", is_flag=True, help="Agree without being asked.")
@click.option("--by", default=None, help="Who agrees; the account's name by default.")
@plan_option
@as_of_option
@json_option
@click.pass_context
def adopt_command(
    ctx: click.Context, by: str | None, plan_file: Path | None, as_of: date | None, *, is_agreed: bool, as_json: bool
) -> None:
    """Show what plan.yaml would change at once, and follow it from now on once you agree."""
    context: CommandContext = ctx.obj
    office = desk_office(as_of, Settings(plan=plan_file) if plan_file else None)
    if office.unread is not None:
        raise InputError(office.unread)
    if office.faults:
        raise PlanError(office.faults)
    proposal = office.proposal
    if proposal is None:
        _follow(context, office, as_json=as_json)
        return
    if as_json:
        echo_json(_as_json(context, proposal, is_adopted=is_agreed))
    else:
        _tell(context, proposal)
    if is_agreed or (not as_json and click.confirm(context.words(say("Follow this plan from now on?")))):
        agree(office, by=by or getpass.getuser())
        if not as_json:
            _tell_adopted(context, proposal.version)


def _follow(context: CommandContext, office: Office, *, as_json: bool) -> None:
    """Nothing waits for a word: what the file says is followed, if it was not before."""
    version = adopt_plan(office)
    if as_json:
        echo_json({"version": version, "name": None, "summary": [], "is_adopted": True})
    else:
        context.tell(say("nothing waits: version {version} of the plan is followed", version=version))


def _tell(context: CommandContext, proposal: Proposal) -> None:
    context.tell(say("changed plan {name}, version {version}:", name=proposal.name, version=proposal.version))
    for sentence in summary(proposal.plan, proposal.consequences):
        click.echo(f"  - {context.words(sentence)}")
    context.tell(say("every change, day by day: dondoc diff"))


def _tell_adopted(context: CommandContext, version: int) -> None:
    context.tell(say("version {version} is followed; its mails leave with the next run of remind", version=version))


def _as_json(context: CommandContext, proposal: Proposal, *, is_adopted: bool) -> dict[str, object]:
    sentences = summary(proposal.plan, proposal.consequences)
    return {
        "version": proposal.version,
        "name": proposal.name,
        "summary": [context.words(sentence) for sentence in sentences],
        "is_adopted": is_adopted,
    }
