"""`dondoc preview`: any mail, form or report as it would look for an agency on a day. Sends and records nothing."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args

import click

from app.enclosure import FormMaker, empty_form
from app.preview import preview_due, preview_step
from app.settings import Settings
from app.sight import Sight, look_ahead, subject_of
from cli.context import CommandContext, as_of_option, plan_option
from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.periods import periods_open_on
from dondoc.plan.model import Tone
from notifiers.compose import Composed

What = Literal["due", "form", "report"] | Tone
_WHAT = ("due", *get_args(Tone), "form", "report")
_FORMATS = ("text", "eml", "html", "xlsx", "docx")
# Imported only where they are wanted: Word and Excel take longer to load than everything else here together.
_DOCUMENTS, _FORMS = "app.preview_documents", "app.forms"
_SUFFIXES = {"text": ".md", "html": ".html", "xlsx": ".xlsx", "docx": ".docx"}


@click.command("preview")
@click.argument("agency", required=False)
@click.option("--period", "period_id", default=None, help="The period, such as nam-2026; the next by default.")
@click.option("--what", type=click.Choice(_WHAT), default="due", help="Which mail, the form, or the report.")
@click.option("--format", "kind", type=click.Choice(_FORMATS), default=None, help="text (default), eml, html, …")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write to this file.")
@click.option("--open", "opens", is_flag=True, help="Show it in the browser.")
@plan_option
@as_of_option
@click.pass_context
def preview_command(
    ctx: click.Context,
    agency: str | None,
    period_id: str | None,
    what: What,
    kind: str | None,
    out: Path | None,
    plan_file: Path | None,
    as_of: date | None,
    *,
    opens: bool,
) -> None:
    """Show the mail that would be due to AGENCY, or any other mail, its form, or the period's report."""
    context: CommandContext = ctx.obj
    sight = look_ahead(as_of, Settings(plan=plan_file) if plan_file else Settings())
    chosen = kind or ("html" if opens else _default_format(what))
    content = _content(sight, agency, period_id, what, chosen)
    if chosen == "text" and out is None and not opens:
        click.echo(content.decode("utf-8"))
        return
    file = _write(content, out, chosen)
    context.tell(say("written: {file}", file=str(file)))
    if opens:
        webbrowser.open(file.resolve().as_uri())


def _default_format(what: What) -> str:
    return {"form": "xlsx", "report": "docx"}.get(what, "text")


def _content(sight: Sight, agency: str | None, period_id: str | None, what: What, kind: str) -> bytes:
    if what == "report":
        return _of_report(import_module(_DOCUMENTS).preview_report(sight, period_id or _running_period(sight)), kind)
    if agency is None:
        raise InputError(say("say which agency: dondoc preview AGENCY"))
    subject = subject_of(sight, agency, period_id)
    if what == "form":
        if kind != "xlsx":
            raise InputError(say("{what} is not shown as {format}", what=what, format=kind))
        form: bytes = import_module(_DOCUMENTS).preview_form(subject)
        return form
    form_with: FormMaker = import_module(_FORMS).form_with if kind == "eml" else empty_form
    composed = preview_due(subject, form_with) if what == "due" else preview_step(subject, what, form_with)
    return _of_mail(composed, kind)


def _running_period(sight: Sight) -> str:
    running = periods_open_on(sight.plan, sight.day)
    if not running:
        raise InputError(say("no period is open on {day}", day=sight.day.isoformat()))
    return running[0].id


def _of_report(documents: Mapping[str, bytes], kind: str) -> bytes:
    found = [content for name, content in documents.items() if name.endswith(_SUFFIXES.get(kind, "-"))]
    if not found:
        raise InputError(say("{what} is not shown as {format}", what="report", format=kind))
    return found[0]


def _of_mail(composed: Composed, kind: str) -> bytes:
    match kind:
        case "text":
            recipients = ", ".join(composed.mail.recipients)
            return f"{composed.mail.subject}\n→ {recipients}\n\n{composed.text}".encode()
        case "eml":
            return composed.mail.raw
        case "html":
            return composed.html.encode()
        case _:
            raise InputError(say("{what} is not shown as {format}", what="mail", format=kind))


def _write(content: bytes, out: Path | None, kind: str) -> Path:
    """Into the file named, else into a new one that stays."""
    if out is not None:
        try:
            out.write_bytes(content)
        except OSError as error:
            raise InputError(say("cannot write {file}: {reason}", file=str(out), reason=str(error.strerror))) from error
        return out
    suffix = ".txt" if kind == "text" else f".{kind}"
    with tempfile.NamedTemporaryFile(prefix="dondoc-", suffix=suffix, delete=False) as stream:
        stream.write(content)
    return Path(stream.name)
