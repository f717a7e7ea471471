"""A form filled in inside the quotation: told by what only a form has, with or without the text that we sent."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import folded, plain_of, words_regex
from dondoc.reading.formlines import EMPTY_BOX, TICKED_BOX, form_value, is_form_question, is_left_open
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line, unwrapped
from dondoc.reading.mentions import named_at_head
from dondoc.reading.percents import percents_in
from dondoc.reading.vocabulary import columns, naming

MAX_BLOCK = 400
FARTHEST = 3  # lines below a task: its title may be wrapped
_OUR_STATUS = words_regex(columns.FORM_EMPTY)
_OUR_WORDS = re.compile(r"[\"“”]|(?<![a-z])quy (?:co quan|don vi|so|ban|uy ban|vi)(?![a-z])")
"""An example in quotation marks, or words to the agency: ours, and no answer."""
_ROW = re.compile(r"^[\s>*]*(?:nv\s?|nhiem vu (?:so )?)0*(?P<task>\d{1,3})\s*[:.]\s*(?P<value>.*)$")
_CELL = re.compile(r"^\s*(?:nv\s?|nhiem vu (?:so )?)0*(?P<task>\d{1,3})(?:\s*[-–:.]|\s*$)")
_ARROW = re.compile(r"^[\s>*]*(?:=+>|-+>|→|➔|➜|⇒)\s*(?P<value>\S.*)$")
"""What people draw before an answer; no line of ours begins so."""
_TICKED = re.compile(rf"{TICKED_BOX}\s*(?P<label>[^\[☐□☑☒✅✔]+?)\s*(?=\[|{TICKED_BOX}|{EMPTY_BOX}|$)")
_EMPTY_BOX = re.compile(EMPTY_BOX)
_GUIDE = re.compile(r"vi du voi nhiem vu|viet moi nhiem vu mot dong|theo mau duoi day|cach tra loi")
_END = re.compile(r"^\W*(?:de xuat|kien nghi)(?:,\s*(?:kien nghi|de xuat))?\s*:|^\s*\(\d\)\s|^\s*tran trong")
_SECTION = re.compile(r"^\W*(?:kho khan|vuong mac)[^:]{0,30}:")
_POINTS_DOWN = words_regex(naming.POINTS_DOWN)


def filled_form(quoted: Sequence[Line], asked: Collection[int], index: PlanIndex, *, is_pointed: bool) -> list[Line]:
    """The lines of the quoted form where somebody filled in at least one answer; else nothing.

    A form is our template (a guide, then "NVn:" lines, then the obstacles' line), lines that offer the statuses to
    choose from, boxes of which one is ticked, tasks with an arrow and an answer below, or, where the typed text points
    to them (`is_pointed`), tasks with an answer below or in the last cell of their row.
    """
    told = (
        _template(quoted, asked) or _questions(quoted) or _boxes(quoted, asked, index) or _arrows(quoted, asked, index)
    )
    return told or (_sheet(quoted, asked, index) if is_pointed else [])


def points_down(typed: str) -> bool:
    """Whether what was typed says that the answer stands in the quotation."""
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
    end = next((i for i in range(last, len(quoted)) if _is_past_form(quoted[i])), len(quoted))
    return [replace(line, depth=0) for line in quoted[start:end]]


def _boxes(quoted: Sequence[Line], asked: Collection[int], index: PlanIndex) -> list[Line]:
    """Tasks with the box that was ticked below each, and the figures filled in there; we send boxes empty."""
    if not any(_TICKED.search(line.text) and _EMPTY_BOX.search(line.text) for line in quoted):
        return []
    found: list[Line] = []
    task: int | None = None
    is_ticked = False
    for line in quoted:
        named, ticked = _task_of(line, index, asked), _TICKED.search(line.text)
        if named is not None:
            task, is_ticked = named, False
        elif ticked is not None and task in asked:
            found.append(Line(f"NV{task}: {ticked['label'].strip()}"))
            is_ticked = True
        elif is_ticked and not _is_past_form(line) and not is_left_open(line.text):
            found.append(replace(line, depth=0))
    return found


def _is_past_form(line: Line) -> bool:
    """Whether a line below the last question is none of the form's: blank, thanks, or without a label."""
    plain = plain_of(line.text)
    return line.is_blank or ":" not in plain or _END.match(plain) is not None


def _arrows(quoted: Sequence[Line], asked: Collection[int], index: PlanIndex) -> list[Line]:
    """Answers behind an arrow, each with the task that was named last above it."""
    if not any(_ARROW.match(line.text) for line in quoted):
        return []  # names are looked for in every line, which costs more than all the rest
    found: list[Line] = []
    task: int | None = None
    for line in unwrapped(quoted):
        arrow = _ARROW.match(line.text)
        if arrow is None:
            task = _task_of(line, index, asked) or task
        elif task in asked:
            found.append(replace(line, text=f"NV{task}: {arrow['value']}", depth=0))
    return found


def _sheet(quoted: Sequence[Line], asked: Collection[int], index: PlanIndex) -> list[Line]:
    """Tasks of the request, each with its answer in the last cell of its row or close below its line."""
    found: list[Line] = []
    task: int | None = None
    below = 0
    for line in (line for line in quoted if not line.is_blank):
        named = _task_of(line, index, asked)
        task, below = (named, 0) if named is not None else (task, below + 1)
        answer = _answer(line, index, is_row=named is not None) if task in asked and below <= FARTHEST else ""
        if answer:
            found.append(Line(f"NV{task}: {answer}"))
            task = None
    return found


def _answer(line: Line, index: PlanIndex, *, is_row: bool) -> str:
    """What a task's own row says in its last cell, or a line below it; nothing for our words about how to answer."""
    if is_row:
        return line.cells[-1] if line.cells and _states(line.cells[-1], index) else ""
    value = form_value(line.text)
    if value is not None:
        return value
    return line.text.strip() if _states(line.text, index) and not _OUR_WORDS.search(plain_of(line.text)) else ""


def _task_of(line: Line, index: PlanIndex, asked: Collection[int]) -> int | None:
    """The task that a line of the quoted list names by its number, or a line or a cell by the task's words."""
    for text in line.cells or (line.text,):
        row = _ROW.match(plain_of(text)) or _CELL.match(plain_of(text))
        if row is not None:
            return int(row["task"])
        named = named_at_head(folded(text), index, asked)
        if named is not None:
            return named.tasks[0]
    return None


def _states(text: str, index: PlanIndex) -> bool:
    plain = plain_of(text)
    if _OUR_STATUS.search(plain):
        return False
    masked = index.masked(text, plain)
    return has_claim(masked) or bool(percents_in(masked).values)
