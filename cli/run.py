"""`dondoc remind`, `collect` and `report`: one run of a flow, now, on the server of `dondoc up` or one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from app.settings import Settings
from cli.context import CommandContext, as_of_option
from dondoc.messages import say
from flows.server import ServerPlace, enter_environment, is_healthy, password_in, running_server


@click.command("remind")
@as_of_option
@click.pass_context
def remind_command(ctx: click.Context, as_of: date | None) -> None:
    """Send everything due up to a day; running it twice sends nothing twice."""
    with _server():
        from flows.remind import remind

        context: CommandContext = ctx.obj
        context.tell(say("{count} mails sent", count=remind(as_of=as_of)))


@click.command("collect")
@as_of_option
@click.pass_context
def collect_command(ctx: click.Context, as_of: date | None) -> None:
    """Take in the replies that wait in the mailbox."""
    with _server():
        from flows.collect import collect

        context: CommandContext = ctx.obj
        context.tell(say("{count} replies recorded", count=collect(as_of=as_of)))


@click.command("report")
@as_of_option
@click.pass_context
def report_command(ctx: click.Context, as_of: date | None) -> None:
    """Draft the report of every period that has closed, and refresh the progress in the UI."""
    with _server():
        from flows.report import report

        context: CommandContext = ctx.obj
        drafted = report(as_of=as_of)
        context.tell(say("reports drafted: {periods}", periods=", ".join(drafted) or "-"))


@contextmanager
def _server() -> Iterator[None]:
    """The running server if there is one, else one for this run; Prefect must be imported inside."""
    settings = Settings()
    password = settings.ui_password.get_secret_value() if settings.ui_password else password_in(settings.home)
    place = ServerPlace(settings.home / "prefect", settings.ui_port, password)
    if is_healthy(place):
        enter_environment(place)
        yield
        return
    with running_server(place):
        enter_environment(place)
        yield
