"""`dondoc check`: every fault of plan.yaml at once, with where it is and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cli.context import CommandContext, echo_json, json_option, read_text_file
from dondoc.errors import PlanError
from dondoc.messages import say
from dondoc.plan.daysoff import deadline_warnings
from dondoc.plan.faults import Fault
from dondoc.plan.load import load_plan
from dondoc.text import plain


@click.command("check")
@click.argument("plan_argument", metavar="[PLAN]", type=click.Path(path_type=Path), required=False)
@click.option("--plan", "plan_file", type=click.Path(path_type=Path), default=Path("plan.yaml"), help="The plan.")
@json_option
@click.pass_context
def check_command(ctx: click.Context, plan_argument: Path | None, plan_file: Path, *, as_json: bool) -> None:
    """Check plan.yaml; exit 1 when it has errors. Warnings do not fail the check."""
    context: CommandContext = ctx.obj
    file = plan_argument or plan_file
    try:
        loaded = load_plan(read_text_file(file), file=str(file))
        faults: Sequence[Fault] = sorted((*loaded.warnings, *deadline_warnings(loaded)), key=lambda fault: fault.place)
    except PlanError as error:
        faults = error.faults
    if as_json:
        echo_json([_as_json(fault, context) for fault in faults])
    else:
        _tell(context, file, faults)
    ctx.exit(1 if any(fault.is_error for fault in faults) else 0)


def _tell(context: CommandContext, file: Path, faults: Sequence[Fault]) -> None:
    for fault in faults:
        click.echo(plain(fault.render(context.translate)))
    errors = sum(fault.is_error for fault in faults)
    context.tell(
        say(
            "{file}: {errors} errors, {warnings} warnings", file=str(file), errors=errors, warnings=len(faults) - errors
        )
    )


def _as_json(fault: Fault, context: CommandContext) -> dict[str, object]:
    return {
        "file": fault.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "code": fault.code,
        "severity": "error" if fault.is_error else "warning",
        "message": fault.words(context.translate),
        "remedy": fault.remedy.render(context.translate),
    }
