"""The report as Markdown, for the Prefect UI: every word of outside people escaped, so that none of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dondoc.report.model import Report
from renderers.annexes import Annex, annexes
from renderers.outline import Block, Kind, outline
from renderers.plain import one_line
from renderers.tables import Table, table
from renderers.words import plan_words, subject_of

# The last two: a bare address of the web would become a link by itself.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:[#+=-]|\d+[.)](?=\s|$))")
_SHAPES: Mapping[Kind, str] = {
    "heading1": "## {}",
    "heading2": "### {}",
    "heading3": "#### {}",
    "paragraph": "{}",
    "item": "- {}",
    "basis": "*{}*",
    "place": "> {}",
}
_ALIGN = {"left": ":---", "center": ":---:", "right": "---:"}


class MarkdownRenderer:
    """The report's text and annexes as GitHub-flavoured Markdown, in UTF-8."""

    def render(self, report: Report) -> bytes:
        """The .md file."""
        return markdown(report).encode()


def markdown(report: Report) -> str:
    """The report as one Markdown text."""
    parts = [f"# BÁO CÁO: {escape(subject_of(report))}", escape(plan_words(report))]
    parts += [_block(block, report) for block in outline(report)]
    parts += [text for annex in annexes(report) for text in _annex(annex)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """One line that Markdown shows as it is, wherever a sentence may stand."""
    return _BLOCK_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", _inside(text))


def _inside(text: str) -> str:
    """The same where something of ours stands before it on the line."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(text))


def _block(block: Block, report: Report) -> str:
    if block.kind == "table":
        return markdown_table(table(block.text, report))
    is_heading = block.kind.startswith("heading")
    return _SHAPES[block.kind].format(_inside(block.text) if is_heading else escape(block.text))


def _annex(annex: Annex) -> Iterator[str]:
    yield f"## {escape(annex.label)}. {escape(annex.title)}"
    for each in annex.tables:
        if each.caption:
            yield f"**{escape(each.caption)}**"
        yield markdown_table(each)
    if annex.note:
        yield f"*{escape(annex.note)}*"


def markdown_table(of: Table) -> str:
    """A table with everything in it escaped; a row across becomes one bold cell: Markdown tables know no other."""
    lines = [_row(tuple(column.heading for column in of.columns)), _row_of(_ALIGN[c.align] for c in of.columns)]
    for row in of.rows:
        if len(row) == 1:
            lines.append(_row_of(["", f"**{escape(row[0])}**", *[""] * (len(of.columns) - 2)]))
        else:
            lines.append(_row(row))
    return "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return _row_of(escape(cell) for cell in cells)


def _row_of(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
