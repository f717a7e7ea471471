"""The report as one self-contained HTML page that prints well and reads on a phone; no script, nothing fetched."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dondoc.numbers_vi import count_vi, day_vi, share_vi
from dondoc.report.model import Report
from renderers.annexes import annexes
from renderers.outline import TEMPLATES, outline
from renderers.plain import one_line
from renderers.tables import table
from renderers.words import plan_words, subject_of


class HtmlRenderer:
    """The report as a page, in UTF-8."""

    def render(self, report: Report) -> bytes:
        """The .html file."""
        page = _environment().get_template("page.html")
        return page.render(
            report=report,
            subject=one_line(subject_of(report)),
            plan=one_line(plan_words(report)),
            blocks=outline(report),
            annexes=annexes(report),
            table_of=lambda name: table(name, report),
        ).encode()


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(count=count_vi, day=day_vi, line=one_line)
    environment.globals["share"] = share_vi
    return environment
