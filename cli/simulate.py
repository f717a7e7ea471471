"""`dondoc simulate`: years of the plan played in seconds, without mail, files or database. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import click
from rich.table import Table

from app.settings import Settings
from cli.context import CommandContext, DayParam, echo_json, json_option, plan_option, read_text_file
from cli.purposes import PURPOSES
from dondoc.errors import InputError
from dondoc.messages import Message, say
from dondoc.periods import all_periods
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.simulate.behaviour import read_behaviour
from dondoc.simulate.outlook import Outlook, Post, outlook_of
from dondoc.simulate.play import Simulation, simulate

_MOST_AGENCIES = 10


@click.command("simulate")
@click.option("--from", "first", type=DayParam(), default=None, help="The first day; the plan's first by default.")
@click.option("--to", "last", type=DayParam(), default=None, help="The last day; when all is closed by default.")
@click.option("--answer", default="", help="Who answers when: 80%@-5d,15%@+4d; the rest, or everybody, stays silent.")
@click.option("--seed", type=int, default=0, help="Another number lets other agencies be the punctual ones.")
@plan_option
@json_option
@click.pass_context
def simulate_command(
    ctx: click.Context,
    first: date | None,
    last: date | None,
    answer: str,
    seed: int,
    plan_file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Play the plan from a day to a day: every mail it would send, the load, how each period would end."""
    context: CommandContext = ctx.obj
    file = plan_file or Settings().plan
    plan = load_plan(read_text_file(file), file=str(file)).plan
    begins, ends = _days(plan, first, last)
    played = simulate(plan, begins, ends, read_behaviour(answer, seed))
    outlook = outlook_of(played)
    if as_json:
        echo_json({"from": begins, "to": ends, "answer": answer, "seed": seed, **asdict(outlook)})
    else:
        _tell(context, played, outlook)


def _days(plan: Plan, first: date | None, last: date | None) -> tuple[date, date]:
    begins = first or min((period.opens_on for period in all_periods(plan)), default=plan.starts)
    closing = max((period.closes_on for period in all_periods(plan)), default=plan.ends)
    ends = last or max(closing + timedelta(days=1), begins)
    if ends < begins:
        raise InputError(say("{last} lies before {first}", first=begins.isoformat(), last=ends.isoformat()))
    return begins, ends


def _tell(context: CommandContext, played: Simulation, outlook: Outlook) -> None:
    context.tell(
        say(
            "{mails} mails to {agencies} agencies from {first} to {last}",
            mails=outlook.mails,
            agencies=len(outlook.by_agency),
            first=played.first.isoformat(),
            last=played.last.isoformat(),
        )
    )
    if outlook.mails:
        context.console.print(_calendar(context, outlook))
        context.console.print(_rates(context, outlook))
        _tell_load(context, played.plan, outlook)
        _tell_warnings(context, outlook)


def _calendar(context: CommandContext, outlook: Outlook) -> Table:
    table = _table(context, (say("day"), say("period"), say("what"), say("mails"), say("remark")), numbers=(3,))
    off, holidays = set(outlook.on_days_off), set(outlook.in_long_holidays)
    for post in outlook.calendar:
        table.add_row(
            post.on.isoformat(),
            post.period,
            context.words(PURPOSES[post.purpose]),
            str(len(post.agencies)),
            ", ".join(context.words(remark) for remark in _remarks(post, off, holidays)),
        )
    return table


def _remarks(post: Post, off: set[Post], holidays: set[Post]) -> Iterable[Message]:
    if post in off:
        yield say("day off")
    if post in holidays:
        yield say("week of a long holiday")


def _rates(context: CommandContext, outlook: Outlook) -> Table:
    headings = (say("period"), say("due"), say("asked"), say("on time"), say("late"), say("partial"))
    table = _table(context, (*headings, say("no answer"), say("mails")), numbers=range(2, 8))
    for rates in outlook.periods:
        counts = (rates.asked, rates.on_time, rates.late, rates.partial, rates.silent, rates.mails)
        table.add_row(rates.period, rates.due_on.isoformat(), *map(str, counts))
    return table


def _table(context: CommandContext, headings: Iterable[Message], *, numbers: Iterable[int]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    right = set(numbers)
    for place, heading in enumerate(headings):
        table.add_column(context.words(heading), justify="right" if place in right else "left")
    return table


def _tell_load(context: CommandContext, plan: Plan, outlook: Outlook) -> None:
    days = ", ".join(f"{day.isoformat()} ({count})" for day, count in outlook.busiest)
    most = outlook.by_agency[:_MOST_AGENCIES]
    names = ", ".join(f"{plan.agencies[name].label} ({count})" for name, count in most)
    context.tell(say("busiest days: {days}", days=days))
    context.tell(say("agencies with the most mails: {names}", names=names))


def _tell_warnings(context: CommandContext, outlook: Outlook) -> None:
    """What an officer may want to move: mails on days off, before Tết, several a day to one agency."""
    for bunch in outlook.bunches:
        context.tell(
            say(
                "{day}: {agencies} agencies get mails about several periods at once",
                day=bunch.on.isoformat(),
                agencies=len(bunch.agencies),
            )
        )
    if outlook.on_days_off:
        context.tell(say("{mails} mails fall on days off", mails=_mails(outlook.on_days_off)))
    if outlook.in_long_holidays:
        context.tell(
            say("{mails} mails fall into weeks of a long holiday (Tết)", mails=_mails(outlook.in_long_holidays))
        )


def _mails(posts: Iterable[Post]) -> int:
    return sum(len(post.agencies) for post in posts)
