"""Tasks out of tables: rows cut by page breaks are joined, headings between rows become sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.drafting.columns import Column, Heading, find_heading, key_of
from dondoc.drafting.document import Document, Table
from dondoc.drafting.lexicon import HEADS
from dondoc.drafting.raw_task import RawTask, labelled_parts, roles_in
from dondoc.reading.folded import plain_of

_KEPT: tuple[Column, ...] = ("number", "content", "lead", "support", "when", "product")
_SECTION_MARK = re.compile(r"^(?:[IVXLC]+|[A-ZĐ])[.)]?$")
_LOWER_MARK = re.compile(r"^(?:[a-zđ][.)]?|[-+*•]|\d+(?:\.\d+)+[.)]?)$")
_SIGNS = " .)"

Cells = dict[Column, str]


@dataclass(frozen=True, slots=True)
class TableTasks:
    """The tasks of every task table, and which blocks of the document those tables are."""

    tasks: tuple[RawTask, ...]
    blocks: frozenset[int]


def tasks_in_tables(document: Document) -> TableTasks:
    """Read every task table; one without a heading goes on with the table before it, if it is as wide."""
    tasks: list[RawTask] = []
    blocks: set[int] = set()
    heading: Heading | None = None
    width = 0
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table):
            continue
        own = find_heading(block.rows)
        if own is None and (heading is None or len(block.rows[0]) != width):
            continue
        heading, width = own or heading, len(block.rows[0])
        if heading is not None:
            blocks.add(index)
            body = block.rows[own.rows :] if own else block.rows
            _TableReader(heading, tasks).read(body)
    return TableTasks(tuple(tasks), frozenset(blocks))


class _TableReader:
    def __init__(self, heading: Heading, tasks: list[RawTask]) -> None:
        self._heading = heading
        self._tasks = tasks
        self._has_numbers = "number" in heading.columns
        self._section: list[str] = []
        self._parent = RawTask()
        self._is_open = bool(tasks)  # the last row may go on in the next one

    def read(self, rows: Sequence[Sequence[str]]) -> None:
        """Read all rows below the heading."""
        kept = [row for row in rows if any(cell.strip() for cell in row) and not self._heading.is_repeated_in(row)]
        cells = [self._cells(row) for row in kept]
        for index, (row, found) in enumerate(zip(kept, cells, strict=True)):
            below = cells[index + 1] if index + 1 < len(cells) else {}
            self._take(row, found, below)

    def _cells(self, row: Sequence[str]) -> Cells:
        cells: Cells = {}
        for column, cell in zip(self._heading.columns, row, strict=False):
            if column in _KEPT and cell.strip() and cell.strip() not in cells.get(column, "").split("\n"):
                cells[column] = f"{cells[column]}\n{cell.strip()}" if column in cells else cell.strip()
        return cells

    def _take(self, row: Sequence[str], cells: Cells, below: Cells) -> None:
        last = self._tasks[-1] if self._tasks and self._is_open else None
        if last is not None and self._goes_on(last, cells):
            _join(last, cells)
        elif self._is_section(row, cells, below):
            self._open_section(row, cells)
        elif (
            last is not None
            and cells.get("number", "") == last.mark != ""
            and _same(cells.get("content"), last.content)
        ):
            _add_lines(last, cells)  # one task over several rows
        elif cells.get("content"):
            self._tasks.append(self._task(cells))
            self._is_open = True

    def _goes_on(self, last: RawTask, cells: Cells) -> bool:
        """Whether the row is the rest of the one above: a page break went through it."""
        if cells.get("number"):
            return False
        content = cells.get("content", "")
        if not content:
            return True
        if _begins_low(content) and not content.startswith(("-", "+")):
            return True
        if not self._has_numbers:
            return False
        lead = cells.get("lead", "")
        is_cut = not last.content.rstrip().endswith((".", ";", ":"))
        is_lead_cut = last.lead.rstrip().endswith(",") or (lead != "" and _begins_low(lead))
        return is_lead_cut or (is_cut and not lead)

    def _is_section(self, row: Sequence[str], cells: Cells, below: Cells) -> bool:
        """A row that heads those below it: one merged text, a Roman number, or numbered one level above the next."""
        texts = {key_of(cell) for cell in row if cell.strip()}
        is_number = [column == "number" for column in self._heading.columns]
        others = [key_of(cell) for cell, is_mark in zip(row, is_number, strict=False) if cell.strip() and not is_mark]
        if len(set(others)) <= 1 and (len(others) > 1 or not cells.get("content")):
            return True
        mark = cells.get("number", "")
        is_bare = not (cells.get("lead") or cells.get("when") or cells.get("product"))
        if _SECTION_MARK.match(mark) and (is_bare or not cells.get("lead")):
            return True
        if not is_bare and cells.get("lead"):
            return False
        return len(texts) <= 2 and _is_below(mark, below.get("number", ""))

    def _open_section(self, row: Sequence[str], cells: Cells) -> None:
        texts = list(dict.fromkeys(" ".join(cell.split()) for cell in row if cell.strip()))
        mark = cells.get("number", "").strip()
        text = " ".join(texts)
        if mark and not _SECTION_MARK.match(mark) and self._section:
            self._section = [*self._section[:1], text]
        else:
            self._section = [text]
        self._parent = RawTask(lead=cells.get("lead", ""), support=cells.get("support", ""), when=cells.get("when", ""))
        self._is_open = False

    def _task(self, cells: Cells) -> RawTask:
        written, parts = labelled_parts(cells.get("lead", ""))
        lead, beside = roles_in(written)
        task = RawTask(
            mark=cells.get("number", "").strip(_SIGNS),
            content=_flowing(cells.get("content", "")),
            lead=_listed("\n".join(filter(None, (lead, parts.get("lead"))))),
            support=_listed("\n".join(filter(None, (cells.get("support"), beside, parts.get("support"))))),
            when=_flowing(cells.get("when", "")),
            product=_flowing(cells.get("product", "")),
            section=tuple(self._section),
        )
        task.lead = task.lead or self._parent.lead
        task.support = task.support or self._parent.support
        task.when = task.when or self._parent.when
        return task


def _join(task: RawTask, cells: Cells) -> None:
    """Put the rest of a row behind its beginning."""
    for name in ("content", "lead", "support", "when", "product"):
        rest = _flowing(cells.get(name, ""))
        known = getattr(task, name)
        if rest:
            joint = "; " if name in {"lead", "support"} and _begins_another(known, rest) else " "
            setattr(task, name, f"{known}{joint}{rest}".strip(" ;"))


def _begins_another(known: str, rest: str) -> bool:
    """Whether a list of names was cut between two of them, and not within one."""
    last = re.split(r"[;,]", known)[-1].strip()
    is_whole = last != "" and not HEADS.fullmatch(plain_of(last)) and not known.endswith((" và", " -"))
    return is_whole and rest[:1].isupper() and HEADS.match(plain_of(rest)) is not None


def _add_lines(task: RawTask, cells: Cells) -> None:
    """Further cells of a task whose own cell spans several rows."""
    for name in ("lead", "support", "when", "product"):
        found, known = _listed(cells.get(name, "")), getattr(task, name)
        if found and found not in known.split("; "):
            setattr(task, name, f"{known}; {found}" if known else found)


def _flowing(cell: str) -> str:
    return " ".join(cell.split())


def _listed(cell: str) -> str:
    """The lines of a cell as one list; a line that ends with a comma or begins low is no entry of its own."""
    return "".join(_parts(cell)).strip(" ;")


def _parts(cell: str) -> Iterator[str]:
    before = ""
    for line in filter(None, (" ".join(part.split()) for part in cell.split("\n"))):
        text = line.lstrip("-+*• ")
        if before:
            yield " " if before.endswith((",", ";", ":", ".")) or _is_wrapped(text) else "; "
        yield text
        before = text


def _begins_low(text: str) -> bool:
    return next((char.islower() for char in text if char.isalpha()), False) and text[:1].isalpha()


def _same(one: str | None, other: str) -> bool:
    return one is not None and _flowing(one) == other


def _is_below(mark: str, following: str) -> bool:
    """Whether `following` numbers the level below `mark`: 1 and 1.1, 1 and a, 1 and -."""
    following = following.strip()
    if not mark or not following:
        return False
    own = mark.strip(_SIGNS)
    if re.match(r"\d+(?:\.\d+)*$", own):
        return (following.startswith(f"{own}.") and following.strip(_SIGNS) != own) or bool(
            re.match(r"^(?:[a-zđ][.)]?|[-+*•])$", following)
        )
    return bool(_SECTION_MARK.match(mark) and (_LOWER_MARK.match(following) or following.strip(_SIGNS).isdigit()))


def _is_wrapped(line: str) -> bool:
    """Whether a line of a list only goes on: it begins low, and not with "các …"."""
    return _begins_low(line) and not key_of(line).startswith(("cac ", "don vi", "co quan"))
