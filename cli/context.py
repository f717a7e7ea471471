"""What every subcommand shares: the language, the terminal, and the options --plan, --as-of and --json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from app.language import translator
from dondoc.errors import InputError
from dondoc.messages import Message, Translate, say
from dondoc.text import plain

UNFOLDED = 1_000  # characters: wider than any table, so that what is piped or saved is one line a row
F = TypeVar("F", bound=Callable[..., Any])  # a click decorator takes and gives back any function


class PlainConsole(Console):
    """A terminal that obeys us alone: what agencies wrote is shown, whatever commands to terminals it holds."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The pieces to be written; what is not ours to command is taken out of each."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=plain(segment.text))


@dataclass(frozen=True)
class CommandContext:
    """The language of a run and the terminal it writes to."""

    language: str

    @property
    def translate(self) -> Translate:
        """Message id to sentence."""
        return translator(self.language)

    @cached_property
    def console(self) -> Console:
        """Standard output; plain text where it is no terminal, and lines as long as they are."""
        console = PlainConsole(highlight=False, soft_wrap=True, markup=False, emoji=False)
        if not console.is_terminal:
            console.width = UNFOLDED
        return console

    def words(self, message: Message) -> str:
        """A sentence in the reader's language."""
        return plain(message.render(self.translate))

    def tell(self, message: Message) -> None:
        """Print one sentence."""
        click.echo(self.words(message))


class DayParam(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say what a day looks like."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-29", param, ctx)


def plan_option(function: F) -> F:
    """--plan FILE; where it is left out, the settings say which."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--plan", "plan_file", type=kind, default=None, help="The plan, plan.yaml by default.")(
        function
    )


def as_of_option(function: F) -> F:
    """--as-of DAY, today where it is left out."""
    return click.option("--as-of", type=DayParam(), default=None, help="The day to look from; today by default.")(
        function
    )


def json_option(function: F) -> F:
    """--json: the same, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def echo_json(value: object) -> None:
    """Print a value as JSON, Vietnamese letters as they are."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    click.echo("".join(char if char == plain(char) or char == "\n" else f"\\u{ord(char):04x}" for char in text))


def read_text_file(path: Path) -> bytes:
    """The content of a file named on the command line; raises InputError where there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(_unreadable(path, error)) from error


def _unreadable(path: Path, error: OSError) -> Message:
    """Why a file cannot be read; the usual reasons in the reader's language."""
    match error:
        case FileNotFoundError():
            return say("cannot read {file}: there is no such file", file=str(path))
        case IsADirectoryError():
            return say("cannot read {file}: it is a folder", file=str(path))
        case PermissionError():
            return say("cannot read {file}: there is no permission to", file=str(path))
        case _:
            return say("cannot read {file}: {reason}", file=str(path), reason=error.strerror or "")
