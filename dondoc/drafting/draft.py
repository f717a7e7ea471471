"""A plan document into a draft of plan.yaml: what was recognised, and a doubt beside what was not certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dondoc.drafting import lexicon
from dondoc.drafting.basis import read_basis
from dondoc.drafting.cycle import Cycles
from dondoc.drafting.cycles import read_cycles
from dondoc.drafting.days import read_when, read_years, says_no_more
from dondoc.drafting.document import Document, Paragraph
from dondoc.drafting.heading import PlanHead, level_of, place_of, read_head
from dondoc.drafting.listed_tasks import tasks_in_list
from dondoc.drafting.prose import aims_in, coordinator_in, sentences
from dondoc.drafting.raw_task import RawTask
from dondoc.drafting.roster import Party, Roster
from dondoc.drafting.table_tasks import tasks_in_tables
from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.plan.model import Plan
from dondoc.plan.suggest import slug

MAX_TASKS = 3000


@dataclass(slots=True)
class DraftTask:
    """One task as it will be written; `mark` is its number in the document where that is another one."""

    number: int
    mark: str
    content: str
    lead: Party
    support: Party
    when: str | None
    when_text: str
    product: str
    section: tuple[str, ...]
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Everything that will be written, and by whom the plan is run."""

    head: PlanHead
    roster: Roster
    issuer: str
    coordinator: str
    coordinator_source: str
    tasks: list[DraftTask]
    aims: list[tuple[str, str]]
    cycles: Cycles

    @property
    def is_coordinator_sure(self) -> bool:
        """Whether the document says who coordinates."""
        return bool(self.coordinator_source)


def draft_plan(document: Document, *, fallback: date, known: Plan | None = None) -> Draft:
    """Draft a plan; agencies of `known` are taken over where they are named. Raises InputError without any task."""
    in_tables = tasks_in_tables(document)
    paragraphs = [
        line
        for index, block in enumerate(document.blocks)
        if index not in in_tables.blocks
        for line in (
            [block.text] if isinstance(block, Paragraph) else [c for r in block.rows for c in dict.fromkeys(r)]
        )
    ]
    found = in_tables.tasks or tasks_in_list(paragraphs)
    raw = [task for task in found if any(char.isalpha() for char in task.content)][:MAX_TASKS]
    if not raw:
        raise InputError(
            say("no task was found: neither a table with a column of tasks and who leads them, nor numbered tasks")
        )
    lines = [line for text in paragraphs for line in text.split("\n") if line.strip()]
    years = sorted({year for task in raw for year in read_years(task.when)})
    head = read_head(lines, years, fallback=fallback)
    return _assemble(head, raw, lines, known)


def _assemble(head: PlanHead, raw: Sequence[RawTask], lines: Sequence[str], known: Plan | None) -> Draft:
    roster = Roster(place_of(head.issuer), level_of(head.issuer), known)
    issuer = roster.agency(head.issuer)
    found = coordinator_in(lines)
    parties = [(roster.party(task.lead), roster.party(task.support)) for task in raw]
    coordinator = roster.agency(found[0]) if found else _busiest(parties, roster) or issuer
    tasks = [
        _task(number, task, lead, support, head, roster, coordinator)
        for number, task, (lead, support) in zip(_numbers(raw), raw, parties, strict=True)
    ]
    texts = [sentence.text for sentence in sentences(lines)]
    contents = [(task.number, task.content) for task in tasks]
    cycles = read_cycles(texts, contents, starts=head.starts, ends=head.ends, basis=read_basis(lines))
    _address_documents(cycles, roster, coordinator)
    roster.fill_groups()
    roster.set_superior(issuer)
    aims = _with_ids(aims_in(lines))
    return Draft(head, roster, issuer, coordinator, found[1] if found else "", tasks, aims, cycles)


def _busiest(parties: Sequence[tuple[Party, Party]], roster: Roster) -> str | None:
    """The agency that leads most tasks."""
    leads = [each for lead, _ in parties for each in lead.ids if each in roster.agencies]
    return max(dict.fromkeys(leads), key=leads.count, default=None)


def _numbers(raw: Sequence[RawTask]) -> list[int]:
    """The document's own numbers where they are whole and different, else 1, 2, 3 …"""
    marks = [task.mark for task in raw]
    if all(re.fullmatch(r"0*[1-9]\d{0,4}", mark) for mark in marks) and len(set(map(int, marks))) == len(marks):
        return [int(mark) for mark in marks]
    return list(range(1, len(raw) + 1))


def _task(
    number: int, raw: RawTask, lead: Party, support: Party, head: PlanHead, roster: Roster, coordinator: str
) -> DraftTask:
    doubts = [*raw.doubts, *(f"chủ trì: {doubt}" for doubt in lead.doubts)]
    if not lead.ids:
        ids = roster.fallback(raw.lead) or (coordinator,)
        doubts.append("không có cơ quan chủ trì nêu tên, tạm ghi như dưới đây")
        lead = replace(lead, ids=tuple(dict.fromkeys(ids)))
    doubts += [f"phối hợp: {doubt}" for doubt in support.doubts if doubt.startswith("chưa chắc")]
    support = replace(support, ids=tuple(each for each in support.ids if each not in lead.ids))
    when = read_when(raw.when, head.starts.year, head.ends.year)
    if raw.when and when is None:
        doubts.append(f"thời gian “{raw.when}” chưa hiểu được, nhiệm vụ được coi là làm suốt kế hoạch")
    is_same = raw.mark.isdigit() and int(raw.mark) == number
    kept_when = "" if says_no_more(raw.when) else raw.when
    return DraftTask(
        number,
        "" if is_same else raw.mark,
        raw.content,
        lead,
        support,
        when,
        kept_when,
        raw.product,
        raw.section,
        doubts,
    )


def _address_documents(cycles: Cycles, roster: Roster, coordinator: str) -> None:
    """Whoever is asked for a document of its own: every group, or every agency but the coordinator."""
    for cycle in cycles.found.values():
        if cycle.extra.get("to") == "":
            everybody = [each for each in roster.groups if each != lexicon.EVERYBODY]
            asked = everybody or [each for each in roster.agencies if each != coordinator]
            cycle.extra["to"] = f"[{', '.join(asked)}]"


def _with_ids(texts: Sequence[str]) -> list[tuple[str, str]]:
    """An id for each objective, out of the words that follow its share."""
    found: dict[str, str] = {}
    for text in texts:
        words = (slug(re.split(r"\d\s*%", text)[-1] if "%" in text[:12] else text) or "muc-tieu").split("-")[:5]
        made = "-".join(words)
        number = 2
        while made in found:
            made = f"{'-'.join(words)}-{number}"
            number += 1
        found[made] = text
    return list(found.items())
