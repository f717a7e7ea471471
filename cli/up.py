"""`dondoc up`: the office as a service: Prefect server, schedules, and the sandbox where no mail server is set."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.letterhead import identity_of
from app.reading_room import day_of
from app.sandbox import MailSandbox
from app.settings import Settings
from app.wiring import desk_office
from cli.context import CommandContext
from dondoc.messages import say
from dondoc.plan.model import Plan
from flows.server import ServerPlace, enter_environment, password_in, running_server
from flows.tether import alone_in, ending_without


@click.command("up")
@click.pass_context
def up_command(ctx: click.Context) -> None:
    """Start the server and the schedules; runs until Ctrl-C. Settings come from the environment and .env."""
    context: CommandContext = ctx.obj
    settings = Settings()
    plan = desk_office(settings=settings).plan  # the one adopted last, where plan.yaml has faults
    password = settings.ui_password.get_secret_value() if settings.ui_password else password_in(settings.home)
    place = ServerPlace(settings.home / "prefect", settings.ui_port, password)
    with alone_in(settings.home), _mail_world(context, settings, plan), running_server(place) as server:
        enter_environment(place)
        context.tell(
            say(
                "Prefect UI: {url} (user admin; the password is in {file})",
                url=place.url,
                file=str(settings.home / "ui-password"),
            )
        )
        from flows.serve import serve_forever

        with ending_without(server, place.log):
            serve_forever(plan.timezone)


@contextmanager
def _mail_world(context: CommandContext, settings: Settings, plan: Plan) -> Iterator[None]:
    """Without SMTP settings, a sandbox on loopback: nothing leaves the machine."""
    if not settings.is_sandbox:
        yield
        return
    office = identity_of(settings, plan, day_of(None, plan)).address
    with MailSandbox(settings.home / "mail") as sandbox:
        os.environ.update(  # noqa: TID251 — the flows, in processes of their own, read their settings from there
            {
                "DONDOC_SMTP__HOST": "127.0.0.1",
                "DONDOC_SMTP__PORT": str(sandbox.port),
                "DONDOC_SMTP__SECURITY": "none",
                "DONDOC_MAILDIR": str(sandbox.maildir(office).resolve()),
            }
        )
        context.tell(say("no SMTP server is set: mail stays in {folder}", folder=str(settings.home / "mail")))
        yield
