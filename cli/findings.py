"""What was found amiss in the record, one line each on standard error, and the exit code that says so."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cli.context import CommandContext
from dondoc.messages import Message

SYSTEM_AT_FAULT = 2


def tell_faults(ctx: click.Context, faults: Sequence[Message]) -> None:
    """Name every fault and end with 2; no fault, no end."""
    context: CommandContext = ctx.obj
    for fault in faults:
        click.echo(context.words(fault), err=True)
    if faults:
        ctx.exit(SYSTEM_AT_FAULT)
