"""Tables to be read, and their reading."""

from __future__ import annotations

from typing import Any

from tests.unit.reading.plans import read

D, P, N = "done", "in_progress", "not_started"
Reading = dict[int, tuple[str, float | None, dict[str, Any]]]


def reading(text: str | None, *, html: str | None = None) -> Reading:
    return {item.task: (item.status, item.percent, dict(item.figures)) for item in read(text, html=html).items}


def table(*rows: str) -> str:
    """An HTML table; cells stand between bars, and "2v text" or "3h text" is merged over so many rows or columns."""
    body = "".join(f"<tr>{''.join(map(_cell, row.split('|')))}</tr>" for row in rows)
    return f"<p>Sở báo cáo kết quả như sau:</p><table border=1>{body}</table>"


def _cell(written: str) -> str:
    merge, _, text = written.strip().partition(" ")
    if len(merge) == 2 and merge[0].isdigit() and merge[1] in "vh":
        name = {"v": "rowspan", "h": "colspan"}[merge[1]]
        return f'<td {name}="{merge[0]}"><p>{text}</p></td>'
    return f"<td><p>{written.strip()}</p></td>"
