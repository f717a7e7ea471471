"""`dondoc verify`: proof that no event and no file of the record was altered. Mends nothing."""

from __future__ import annotations

import click

from app.settings import Settings
from app.soundness import verify
from cli.context import CommandContext, echo_json, json_option
from cli.findings import tell_faults
from dondoc.messages import say


@click.command("verify")
@json_option
@click.pass_context
def verify_command(ctx: click.Context, *, as_json: bool) -> None:
    """Check the chain of events and every file; exit 2 where something was altered or is missing."""
    context: CommandContext = ctx.obj
    found = verify(Settings())
    if as_json:
        faults = [context.words(fault) for fault in found.faults]
        echo_json({"events": found.events, "files": found.files, "chain": found.chain, "faults": faults})
    else:
        context.tell(
            say(
                "{events} events, {files} files; the last link of the chain is {chain}",
                events=found.events,
                files=found.files,
                chain=found.chain,
            )
        )
    tell_faults(ctx, found.faults)
    if not as_json:
        context.tell(say("nothing was altered"))
