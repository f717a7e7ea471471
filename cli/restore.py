"""`dondoc restore`: a home folder out of a backup, proven to be what was saved."""

from __future__ import annotations

from pathlib import Path

import click

from app.backup import restore
from cli.context import CommandContext
from dondoc.messages import say


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--into", required=True, type=click.Path(path_type=Path), help="A new or empty folder: the office's home."
)
@click.option("--ledger-url", default=None, help="An empty database for the events; SQLite in the folder by default.")
@click.pass_context
def restore_command(ctx: click.Context, file: Path, into: Path, ledger_url: str | None) -> None:
    """Restore FILE.tar into a new folder; nothing that exists is touched."""
    context: CommandContext = ctx.obj
    count = restore(file, into, ledger_url=ledger_url)
    context.tell(say("{count} events restored into {folder}; nothing was altered", count=count, folder=str(into)))
    if not (into / "secret.key").exists():
        context.tell(say("the backup holds no key: copy secret.key into {folder} if you have it", folder=str(into)))
