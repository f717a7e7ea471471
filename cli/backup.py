"""`dondoc backup`: everything that cannot be computed again, in one file, also while the office works."""

from __future__ import annotations

from pathlib import Path

import click

from app.backup import back_up
from app.clock import SystemClock
from app.settings import Settings
from cli.context import CommandContext
from cli.findings import tell_faults
from dondoc.messages import say


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-key", is_flag=True, help="Put the key of the request codes in too; then keep the file secret.")
@click.pass_context
def backup_command(ctx: click.Context, file: Path, *, with_key: bool) -> None:
    """Write a backup to FILE.tar; replaces an earlier one of that name."""
    context: CommandContext = ctx.obj
    made = back_up(Settings(), file, at=SystemClock().now(), with_key=with_key)
    context.tell(
        say("{events} events and {files} files saved in {file}", events=made.events, files=made.files, file=str(file))
    )
    tell_faults(ctx, made.faults)
