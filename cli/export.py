"""`dondoc export`: the archive (hồ sơ) of a period, readable without this program."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from app.archive import Export, plan_in_record
from app.clock import SystemClock, local_day
from app.settings import Settings
from app.shelf import put_away
from app.wiring import open_existing_ledger, open_files
from cli.context import CommandContext
from cli.findings import tell_faults
from dondoc.errors import InputError
from dondoc.messages import say
from ledger.rows import Row


@click.command("export")
@click.argument("period")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="A new folder, or a file ending in .zip.")
@click.option("--code", default=None, help="The plan's code, where the record holds several plans.")
@click.pass_context
def export_command(ctx: click.Context, period: str, out: Path | None, code: str | None) -> None:
    """Write everything sent, received and reported in PERIOD, with an index and hashes."""
    context: CommandContext = ctx.obj
    settings = Settings()
    with closing(open_existing_ledger(settings)) as ledger:
        rows = tuple(ledger.rows())
    plan = plan_in_record(rows, code or _only_plan(rows))
    day = local_day(SystemClock().now(), plan.timezone)
    export = Export(open_files(settings), plan, rows, period, day)
    target = out or Path(f"ho-so-{period}")
    count = put_away(export, target)
    context.tell(say("{count} files written to {folder}", count=count, folder=str(target)))
    tell_faults(ctx, [say("a file is missing from the record: {file}", file=sha256) for sha256 in export.missing])


def _only_plan(rows: tuple[Row, ...]) -> str:
    codes = sorted({row.plan for row in rows})
    if len(codes) != 1:
        raise InputError(say("say which plan: --code, one of {codes}", codes=", ".join(codes) or "-"))
    return codes[0]
