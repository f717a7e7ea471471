"""The `dondoc` command: finds the module of a subcommand and hands over; imports nothing before it is needed."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

import click

from app.language import LANGUAGES
from cli.context import CommandContext
from dondoc.errors import DondocError, InputError, MessageError, PlanError
from dondoc.messages import Translate
from dondoc.text import plain

COMMANDS = {
    "init": "cli.init",
    "import": "cli.import_plan",
    "check": "cli.check",
    "due": "cli.due",
    "diff": "cli.diff",
    "preview": "cli.preview",
    "simulate": "cli.simulate",
    "status": "cli.status",
    "read": "cli.read",
    "review": "cli.review",
    "adopt": "cli.adopt",
    "remind": "cli.run",
    "collect": "cli.run",
    "report": "cli.run",
    "verify": "cli.verify",
    "backup": "cli.backup",
    "restore": "cli.restore",
    "export": "cli.export",
    "demo": "cli.demo",
    "up": "cli.up",
    "doctor": "cli.doctor",
}
"""Each subcommand and the module that holds it under its own name."""

_PLAN_OR_INPUT_AT_FAULT = 1
_SYSTEM_AT_FAULT = 2
_ENDED = 128 + signal.SIGTERM


class LazyGroup(click.Group):
    """A group whose subcommands are imported when they are called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every subcommand, in the order of COMMANDS."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one subcommand."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), f"{cmd_name}_command")
        assert isinstance(command, click.Command)  # noqa: S101 — a wrong table entry is a bug, not an input
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; an error of ours is told in words and becomes the exit code."""
        try:
            return super().invoke(ctx)
        except DondocError as error:
            click.echo(plain(in_words(error, ctx.obj.translate)), err=True)
            ctx.exit(_PLAN_OR_INPUT_AT_FAULT if isinstance(error, PlanError | InputError) else _SYSTEM_AT_FAULT)


def in_words(error: DondocError, translate: Translate) -> str:
    """What an error says in the reader's language."""
    match error:
        case PlanError():
            return "\n".join(fault.render(translate) for fault in error.faults)
        case MessageError():
            return error.message.render(translate)
        case _:
            return str(error)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang", type=click.Choice(LANGUAGES), envvar="DONDOC_LANGUAGE", default="vi", help="Language of output."
)
@click.pass_context
def dondoc(ctx: click.Context, lang: str) -> None:
    """Đôn Đốc: follow up, urge and consolidate a government plan, by mail."""
    ctx.obj = CommandContext(lang)


def main() -> None:
    """Run the command; exit 0 fine, 1 the plan or the input is at fault, 2 the system is."""
    os.umask(0o077)  # whatever is written holds official correspondence
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_ENDED))  # so that children end and files are closed
    try:
        code = dondoc.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(_PLAN_OR_INPUT_AT_FAULT)
    except click.ClickException as error:
        error.show()
        sys.exit(_PLAN_OR_INPUT_AT_FAULT)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
