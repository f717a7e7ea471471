"""A form filled in inside the quotation: told by what only a form has, with or without the text that we sent."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from dondoc.reading.folded import plain_of
from dondoc.reading.formlines import form_value, is_form_question
from dondoc.reading.lines import Line

MAX_BLOCK = 400
_ROW = re.compile(r"^[\s>*]*(?:nv\s?|nhiem vu (?:so )?)0*(?P<task>\d{1,3})\s*[:.]\s*(?P<value>.*)$")
_ARROW = re.compile(r"^[\s>*]*(?:=+>|-+>|→|➔|➜|⇒)\s*(?P<value>\S.*)$")
"""What people draw before an answer; no line of ours begins so."""
_GUIDE = re.compile(r"vi du voi nhiem vu|viet moi nhiem vu mot dong|theo mau duoi day|cach tra loi")
_END = re.compile(r"^\W*(?:de xuat|kien nghi)(?:,\s*(?:kien nghi|de xuat))?\s*:|^\s*\(\d\)\s|^\s*tran trong")
_SECTION = re.compile(r"^\W*(?:kho khan|vuong mac)[^:]{0,30}:")
_POINTS_DOWN = re.compile(
    r"(?<![a-z0-9])(?:da dien|xin dien|dien (?:vao|o|ben|du|day|truc tiep|theo|trong|phieu|bieu|mau|xong)"
    r"|(?:ben|o|phia) duoi|phieu|chu do"
    r"|chu xanh|trong (?:mau|bieu|thu)|theo mau|filled|inline|below)(?![a-z0-9_])"
)


def filled_form(quoted: Sequence[Line], asked: Collection[int], typed: str) -> list[Line]:
    """The lines of the quoted form where somebody filled in at least one answer; else nothing.

    A form is our template (a guide, then "NVn:" lines, then the obstacles' line), lines that offer the statuses to
    choose from, tasks with an arrow and an answer below, or, where the typed text points to them, tasks with an answer
    line below each.
    """
    told = _template(quoted, asked) or _questions(quoted) or _arrows(quoted, asked)
    return told or (_sheet(quoted, asked) if _points_down(typed) else [])


def _points_down(typed: str) -> bool:
    return _POINTS_DOWN.search(plain_of(typed)) is not None


def _template(quoted: Sequence[Line], asked: Collection[int]) -> list[Line]:
    plains = [plain_of(line.text) for line in quoted]
    guide = max((i for i, plain in enumerate(plains) if _GUIDE.search(plain)), default=None)
    if guide is None:
        return []
    start = next((i for i in range(guide + 1, len(quoted)) if _ROW.match(plains[i])), None)
    section = next((i for i in range(guide + 1, len(quoted)) if _SECTION.match(plains[i])), None)
    if start is None or section is None or section < start:
        return []
    rows = [match for plain in plains[start:section] if (match := _ROW.match(plain))]
    tasks = [int(row["task"]) for row in rows]
    if (
        not set(tasks) <= set(asked)
        or len(set(tasks)) < len(tasks)
        or not any(row["value"].strip(" ._…") for row in rows)
    ):
        return []
    return [replace(line, depth=0) for line in quoted[start : _end_of(plains, section)]]


def _end_of(plains: Sequence[str], section: int) -> int:
    """Behind the proposals: at the next blank line, or where our own words go on."""
    is_last = False
    for index in range(section, min(len(plains), section + MAX_BLOCK)):
        if is_last and (not plains[index].strip() or _END.match(plains[index])):
            return index
        is_last = is_last or (_END.match(plains[index]) is not None)
    return min(len(plains), section + 2)


def _questions(quoted: Sequence[Line]) -> list[Line]:
    questions = [line for line in quoted if is_form_question(line.text)]
    if not any(form_value(line.text) for line in questions):
        return []
    first = quoted.index(questions[0])
    start = max((i for i in range(first) if quoted[i].is_blank), default=max(first - 3, 0))
    last = max(i for i, line in enumerate(quoted) if is_form_question(line.text))
    end = next((i for i in range(last, len(quoted)) if quoted[i].is_blank), len(quoted))
    return [replace(line, depth=0) for line in quoted[start:end]]


def _arrows(quoted: Sequence[Line], asked: Collection[int]) -> list[Line]:
    """Answers behind an arrow, each with the task that was named last above it."""
    found: list[Line] = []
    task: int | None = None
    for line in quoted:
        row, arrow = _ROW.match(plain_of(line.text)), _ARROW.match(line.text)
        if row is not None:
            task = int(row["task"])
        elif arrow is not None and task in asked:
            found.append(replace(line, text=f"NV{task}: {arrow['value']}", depth=0))
    return found


def _sheet(quoted: Sequence[Line], asked: Collection[int]) -> list[Line]:
    """Tasks of the request, each with its answer on a line of its own below."""
    filled = [line for line in quoted if not line.is_blank]
    found: list[Line] = []
    for above, line in pairwise(filled):
        row = _ROW.match(plain_of(above.text))
        value = form_value(line.text) if row is not None and int(row["task"]) in asked else None
        if row is not None and value:
            found.append(replace(above, text=f"NV{int(row['task'])}: {value}", depth=0))
    return found
