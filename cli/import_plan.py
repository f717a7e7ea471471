"""`dondoc import`: a plan document into a draft of plan.yaml that an officer then reads through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from app.clock import SystemClock, local_day
from cli.context import CommandContext, read_text_file
from cli.draft_file import refuse_existing, schema_for, write_draft
from collectors.plan_document import read_plan_document
from dondoc.drafting.draft import draft_plan
from dondoc.drafting.write import written_plan
from dondoc.drafting.yaml_text import LOOK
from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.text import plain

_TIMEZONE = "Asia/Ho_Chi_Minh"


@click.command("import")
@click.argument("document", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), default=Path("plan.yaml"), help="Where to write."
)
@click.option(
    "--agencies",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="A plan to take agencies and groups from.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def import_command(ctx: click.Context, document: Path, out: Path, agencies: Path | None, *, force: bool) -> None:
    """Draft plan.yaml from a plan document: Word (.docx), Markdown or text."""
    context: CommandContext = ctx.obj
    refuse_existing(out, is_forced=force)
    known = load_plan(read_text_file(agencies), file=str(agencies)).plan if agencies else None
    text = _drafted(context, document, schema_for(out), known)
    loaded = write_draft(out, text, is_forced=force)
    _tell(context, out, loaded.plan, text.count(f"# {LOOK}:"))
    for fault in loaded.warnings:
        click.echo(plain(fault.render(context.translate)))


def _tell(context: CommandContext, out: Path, plan: Plan, places: int) -> None:
    drafted = say(
        "{file}: {tasks} tasks, {agencies} agencies, {groups} groups, {cycles} cycles drafted",
        file=str(out),
        tasks=len(plan.tasks),
        agencies=len(plan.agencies),
        groups=len(plan.groups),
        cycles=len(plan.cycles),
    )
    context.tell(drafted)
    context.tell(say("{count} places to look at: search the file for “{mark}”", count=places, mark=LOOK))


def _drafted(context: CommandContext, document: Path, schema: str, known: Plan | None) -> str:
    content = read_text_file(document)
    first_of_year = date(local_day(SystemClock().now(), _TIMEZONE).year, 1, 1)
    try:
        draft = draft_plan(read_plan_document(content), fallback=first_of_year, known=known)
    except InputError as error:
        raise InputError(
            say("cannot draft a plan from {file}: {reason}", file=str(document), reason=context.words(error.message))
        ) from error
    return written_plan(draft, schema=schema, source=document.name)
