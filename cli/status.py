"""`dondoc status`: the matrix agencies × tasks of a period, and who is still missing. Changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from app.reading_room import View, look
from cli.context import CommandContext, as_of_option, echo_json, json_option, plan_option
from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.periods import find_period, periods_open_on
from dondoc.report.build import build_report
from dondoc.report.model import AgencyLine, Report

_SIGNS = {
    "done": ("●", "green"),
    "in_progress": ("◐", "yellow"),
    "not_started": ("○", "red"),
    "not_applicable": ("–", "dim"),
}
_TIMELINESS = {
    "on_time": (say("on time"), "green"),
    "late": (say("late"), "yellow"),
    "partial": (say("partial"), "yellow"),
    "silent": (say("no answer"), "red"),
}


@click.command("status")
@click.argument("period", required=False)
@plan_option
@as_of_option
@json_option
@click.pass_context
def status_command(
    ctx: click.Context, period: str | None, plan_file: Path | None, as_of: date | None, *, as_json: bool
) -> None:
    """Show the matrix of PERIOD (such as nam-2026); of every open period where it is left out."""
    context: CommandContext = ctx.obj
    view = look(plan_file, as_of)
    wanted = [period] if period else [one.id for one in periods_open_on(view.plan, view.as_of)]
    reports = [_report(view, name) for name in wanted]
    if as_json:
        echo_json([_as_json(report) for report in reports])
        return
    if period and period not in view.status.periods:
        context.tell(say("period {id} has not been opened yet: nobody has been asked", id=period))
        return
    if not reports:
        context.tell(say("no period is open on {day}", day=view.as_of.isoformat()))
    for report in reports:
        _tell(context, report)


def _report(view: View, name: str) -> Report:
    period = find_period(view.plan, name)
    if period is None:
        raise InputError(say("the plan has no period {id}", id=name))
    return build_report(view.plan, view.status, period, as_of=view.as_of, previous=None)


def _tell(context: CommandContext, report: Report) -> None:
    rates = report.rates
    context.tell(
        say(
            "{title}: {complete} of {asked} complete ({on_time} on time, {late} late), "
            "{partial} partial, {silent} silent",
            title=report.period.title,
            complete=rates.complete,
            asked=rates.asked,
            on_time=rates.on_time,
            late=rates.late,
            partial=rates.partial,
            silent=rates.silent,
        )
    )
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(context.words(say("agency")))
    for task in report.tasks:
        table.add_column(str(task.number), justify="center")
    table.add_column(context.words(say("answer")))
    lines = report.lines
    for agency in report.agencies:
        cells = [_cell(lines[agency.id].get(task.number)) for task in report.tasks]
        words, colour = _TIMELINESS[agency.timeliness]
        waiting = " ?" * agency.waiting
        table.add_row(agency.label, *cells, Text(context.words(words) + waiting, style=colour))
    context.console.print(table)
    context.tell(say("● done  ◐ in progress  ○ not started  – not applicable  · no answer  ? waiting for review"))


def _cell(line: AgencyLine | None) -> Text:
    if line is None:
        return Text("")
    if line.status is None:
        return Text("·", style="red")
    sign, colour = _SIGNS[line.status]
    return Text(sign, style=colour)


def _as_json(report: Report) -> dict[str, object]:
    lines = report.lines
    return {
        "period": report.period.id,
        "due_on": report.period.due_on,
        "asked": report.rates.asked,
        "on_time": report.rates.on_time,
        "late": report.rates.late,
        "partial": report.rates.partial,
        "silent": report.rates.silent,
        "agencies": [
            {
                "agency": agency.id,
                "answer": agency.timeliness,
                "missing": agency.missing,
                "waiting": agency.waiting,
                "tasks": {
                    number: {"status": line.status, "percent": line.percent}
                    for number, line in lines[agency.id].items()
                },
            }
            for agency in report.agencies
        ],
    }
