"""`dondoc doctor`: is everything in order here, and if not, what to do about it. Sends no mail and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from app.clock import SystemClock
from app.doctor import Finding, Level, examine
from app.settings import Settings
from cli.context import CommandContext, echo_json, json_option
from dondoc.errors import SettingsError
from dondoc.messages import Message, say
from flows.server import ServerPlace, is_healthy, password_in

_SIGNS: Mapping[Level, tuple[str, str]] = {
    "fine": ("✓", "green"),
    "warning": ("!", "yellow"),
    "wrong": ("✗", "red"),
    "broken": ("✗", "red"),
}
_EXIT: Mapping[Level, int] = {"fine": 0, "warning": 0, "wrong": 1, "broken": 2}


@click.command("doctor")
@json_option
@click.pass_context
def doctor_command(ctx: click.Context, *, as_json: bool) -> None:
    """Check settings, plan, mail servers, record, clock and disk; say how to mend what is not in order."""
    context: CommandContext = ctx.obj
    found: list[Finding] = []
    for finding in _findings():
        found.append(finding)
        if not as_json:
            _tell(context, finding)
    if as_json:
        echo_json([_as_json(context, finding) for finding in found])
    ctx.exit(max(_EXIT[finding.level] for finding in found))


def _findings() -> Iterator[Finding]:
    try:
        settings = Settings()
    except SettingsError as error:
        remedy = say("look it up in docs/reference/settings.md, and mend it in .env")
        yield Finding("wrong", say("settings"), error.message, remedy)
        return
    yield from examine(settings, SystemClock().now())
    if settings.home.is_dir():  # else it was named above, and no service can run
        yield _service(settings)


def _service(settings: Settings) -> Finding:
    about = say("service")
    password = settings.ui_password.get_secret_value() if settings.ui_password else password_in(settings.home)
    place = ServerPlace(settings.home / "prefect", settings.ui_port, password)
    if is_healthy(place):
        return Finding("fine", about, say("it runs at {url}", url=place.url))
    remedy = say("start it: dondoc up (docs/howto/run-as-a-service.md)")
    return Finding("warning", about, say("nothing answers at {url}: no schedule runs", url=place.url), remedy)


def _tell(context: CommandContext, finding: Finding) -> None:
    sign, colour = _SIGNS[finding.level]
    click.echo(f"{click.style(sign, fg=colour)} {context.words(finding.about)}: {context.words(finding.said)}")
    if finding.remedy is not None:
        click.echo(f"    {context.words(say('how to mend'))}: {context.words(finding.remedy)}")


def _as_json(context: CommandContext, finding: Finding) -> dict[str, object]:
    def words(message: Message | None) -> str | None:
        return None if message is None else context.words(message)

    return {
        "level": finding.level,
        "about": words(finding.about),
        "said": words(finding.said),
        "remedy": words(finding.remedy),
    }
