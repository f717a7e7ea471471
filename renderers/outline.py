"""The report's running text, written once in a template and shown by every document: Word, HTML and Markdown.

A template gives one block a line; its first sign says which kind. What agencies wrote is put in as one line of plain
text, so it can never begin a block of its own.

    # heading I.   ## heading 1.   ### heading a)   . paragraph   - list item   ~ legal basis   ! place for the officer
    @ name         a table of renderers.tables
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.numbers_vi import count_vi, day_vi, long_day_vi, number_vi, rounded, share_vi
from dondoc.report.model import FigureTotal, Report
from renderers.annexes import annexes
from renderers.plain import one_line
from renderers.tables import TABLES
from renderers.words import STATUS_WORDS, figure_words, plan_words, subject_of

TEMPLATES = Path(__file__).parent / "templates"
DEFAULT_SET = "nam"
OUTLINE = "outline.txt"

Kind = Literal["heading1", "heading2", "heading3", "paragraph", "item", "basis", "place", "table"]
_SIGNS: dict[str, Kind] = {
    "#": "heading1",
    "##": "heading2",
    "###": "heading3",
    ".": "paragraph",
    "-": "item",
    "~": "basis",
    "!": "place",
    "@": "table",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the report; the text of a `table` is its name."""

    kind: Kind
    text: str


def outline(report: Report, folder: Path = TEMPLATES) -> tuple[Block, ...]:
    """The report's text by the template set of its cycle; raises InputError where the office's template is at fault."""
    name = report.period.template
    try:
        template = _environment(folder, name).get_template(OUTLINE)
        labels = {annex.name: annex.label for annex in annexes(report)}
        text = template.render(
            report=report,
            subject=subject_of(report),
            plan=plan_words(report),
            annex=lambda of: labels.get(of, "Phụ lục kèm theo"),
        )
    except TemplateError as error:
        raise InputError(say("report template {name}: {reason}", name=name, reason=str(error))) from error
    return tuple(_blocks(name, text))


def _blocks(name: str, text: str) -> Iterator[Block]:
    for line in text.splitlines():
        sign, _, rest = line.strip().partition(" ")
        if sign and sign not in _SIGNS:
            raise InputError(say("report template {name}: no sign begins the line “{line}”", name=name, line=line[:80]))
        if sign == "@" and rest.strip() not in TABLES:
            raise InputError(say("report template {name}: there is no table “{table}”", name=name, table=rest[:80]))
        if rest.strip():
            yield Block(_SIGNS[sign], " ".join(rest.split()))


def _environment(folder: Path, name: str) -> SandboxedEnvironment:
    """The chosen set first, then the default one, file by file; in a sandbox, since offices edit templates."""
    sets = dict.fromkeys((Path(name).name, DEFAULT_SET))
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder / each) for each in sets]),
        undefined=StrictUndefined,
        finalize=_as_line,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # plain text; each document escapes in its own way
    )
    environment.filters.update(
        count=count_vi,
        number=number_vi,
        day=day_vi,
        long_day=long_day_vi,
        names=_names,
        percent=lambda value: f"{number_vi(rounded(Decimal(value), 1))}%",
        lower_first=lambda text: text[:1].lower() + text[1:],
        said=lambda status: STATUS_WORDS[status],
        figure=figure_words,
        given=_given,
    )
    environment.globals["share"] = share_vi
    return environment


def _as_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


def _names(parties: Iterable[object]) -> str:
    """Agencies by their full names, separated as in running text."""
    return "; ".join(getattr(party, "name", str(party)) for party in parties)


def _given(figures: Iterable[FigureTotal]) -> tuple[FigureTotal, ...]:
    """The figures that anybody gave."""
    return tuple(figure for figure in figures if figure.reported)
