"""`dondoc init`: a few questions, then a small plan.yaml that passes the check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from app.clock import SystemClock, local_day
from cli.context import CommandContext, as_of_option
from cli.draft_file import refuse_existing, schema_for, write_draft
from dondoc.drafting.heading import code_of
from dondoc.drafting.starter import Answers, Contact, starter_plan
from dondoc.drafting.yaml_text import printable
from dondoc.messages import Message, say
from dondoc.plan.codes.book import FAULT_KINDS
from dondoc.plan.model import DayMonth
from dondoc.plan.scalars import parse_address, parse_code, parse_day_month, parse_years, wrong
from dondoc.plan.suggest import slug
from dondoc.text import plain

_TIMEZONE = "Asia/Ho_Chi_Minh"
_MAX_YEARS = 50
T = TypeVar("T")


@click.command("init")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), default=Path("plan.yaml"), help="Where to write."
)
@click.option("--code", default=None, help="Short code in capitals, in the subject of every mail.")
@click.option("--title", default=None, help="Title of the plan.")
@click.option("--issued-by", default=None, help="Who issued the plan and receives the report.")
@click.option("--issuer-email", default=None, help="Address of the issuer.")
@click.option("--coordinator", default=None, help="Name of the coordinating agency.")
@click.option("--email", default=None, help="Address of the coordinating agency.")
@click.option(
    "--agency", "agencies", multiple=True, help='An agency that is asked, as "Name <address>"; may be repeated.'
)
@click.option("--due", default=None, help="The yearly report is due before this day/month.")
@click.option("--until", default=None, help="Last year of the plan.")
@click.option("--yes", is_flag=True, help="Ask nothing: take the default of what is not given.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@as_of_option
@click.pass_context
def init_command(
    ctx: click.Context,
    /,
    out: Path,
    as_of: date | None,
    agencies: tuple[str, ...],
    *,
    yes: bool,
    force: bool,
    **given: str | None,
) -> None:
    """Ask a few questions and write a small valid plan with comments."""
    context: CommandContext = ctx.obj
    refuse_existing(out, is_forced=force)
    today = as_of or local_day(SystemClock().now(), _TIMEZONE)
    answers = _Interview(context, given, is_silent=yes).answers(agencies, today)
    loaded = write_draft(out, starter_plan(answers, schema=schema_for(out)), is_forced=force)
    for fault in loaded.warnings:
        click.echo(plain(fault.render(context.translate)))
    context.tell(say("{file} is written; next: fill in the tasks, then run dondoc check", file=str(out)))


class _Interview:
    """Asks what no option gave; every answer is checked, and asked again until it is right."""

    def __init__(self, context: CommandContext, given: dict[str, str | None], *, is_silent: bool) -> None:
        self._context = context
        self._given = given
        self._is_silent = is_silent

    def answers(self, agencies: tuple[str, ...], today: date) -> Answers:
        """Everything the starter plan needs."""
        title = self._ask("title", say("Title of the plan"), f"Triển khai kế hoạch công tác năm {today.year}", _text)
        code = self._ask("code", say("Short code (capitals and figures)"), code_of(title), _code)
        issuer_name = self._ask("issued_by", say("Issued by"), "Ủy ban nhân dân tỉnh", _text)
        issuer = Contact(issuer_name, self._address("issuer_email", issuer_name))
        name = self._ask("coordinator", say("Coordinating agency"), "Sở Nội vụ", _text)
        coordinator = Contact(name, self._address("email", name))
        asked = tuple(self._checked(each, _contact) for each in agencies) or self._ask_agencies()
        due = self._ask("due", say("The yearly report is due before (day/month)"), "15/12", _day_month)
        until = self._ask("until", say("Last year of the plan"), str(today.year), _year_from(today.year))
        return Answers(code, title, issuer, coordinator, asked, due, today, until)

    def _address(self, option: str, name: str) -> str:
        default = f"vanthu@{(slug(name) or 'don-vi')[:50].strip('-')}.example"
        return self._ask(option, say("E-mail of {name}", name=name), default, parse_address)

    def _ask_agencies(self) -> tuple[Contact, ...]:
        """Agencies one after the other; an empty answer ends."""
        found: list[Contact] = []
        while not self._is_silent:
            question = say("Agency that is asked, number {number} (empty to end)", number=len(found) + 1)
            name = printable(click.prompt(self._context.words(question), default="", show_default=False))
            if not name:
                break
            found.append(Contact(name, self._address("", name)))
        return tuple(found) or (Contact("Sở Tài chính", "vanthu@so-tai-chinh.example"),)

    def _ask(self, option: str, question: Message, default: str, read: Callable[[str], T]) -> T:
        given = self._given.get(option)
        if given is not None or self._is_silent:
            return self._checked(given if given is not None else default, read)

        def checked(text: str) -> T:
            return self._checked(text, read)

        return click.prompt(self._context.words(question), default=default, value_proc=checked)

    def _checked(self, text: str, read: Callable[[str], T]) -> T:
        try:
            return read(text.strip())
        except PydanticCustomError as error:
            raise click.UsageError(self._reason(error)) from None

    def _reason(self, error: PydanticCustomError) -> str:
        """What the registry of faults says of such a value, and how to mend it."""
        kind, values = FAULT_KINDS[error.type], error.context or {}
        return (
            f"{self._context.words(Message(kind.message, values))}: {self._context.words(Message(kind.remedy, values))}"
        )


def _text(text: str) -> str:
    found = printable(text)
    if not found:
        raise wrong("K104")
    return found


def _code(text: str) -> str:
    return parse_code(text.upper())


def _day_month(text: str) -> DayMonth:
    return parse_day_month(text)


def _contact(text: str) -> Contact:
    """An agency as "Name <address>"."""
    name, _, address = text.partition("<")
    return Contact(_text(name), parse_address(address.strip().removesuffix(">")))


def _year_from(first: int) -> Callable[[str], int]:
    """A year that is not before `first`."""

    def read(text: str) -> int:
        years = parse_years(text)
        if len(years) != 1 or not first <= years[0] <= first + _MAX_YEARS:
            raise wrong("K118", value=text)
        return years[0]

    return read
