"""From pieces of text to items: what is certain, what is only likely, and why a person must look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dondoc.messages import say
from dondoc.plan.model import Figure
from dondoc.reading.asides import without_names, without_yesno
from dondoc.reading.by_task import by_task_asked
from dondoc.reading.claims import has_claim
from dondoc.reading.dittos import Ditto, ditto_of, taken_over
from dondoc.reading.figure_index import FigureIndex, figure_index
from dondoc.reading.figures import Figures, figures_in, label_places
from dondoc.reading.folded import MASK, Folded, folded
from dondoc.reading.index import PlanIndex, TaskIndex
from dondoc.reading.list_numbers import without_list_numbers
from dondoc.reading.moments import When
from dondoc.reading.outcome import Items, joined, note_of, short
from dondoc.reading.pairing import Scope
from dondoc.reading.retractions import as_meant
from dondoc.reading.scoped import Scoped
from dondoc.reading.shares import is_share
from dondoc.reading.stocks import without_stocks
from dondoc.reading.verdict import ASKED, DIFFERS, MIXED, PLANNED, UNCLEAR, Verdict, verdict_on
from dondoc.reading.wholes import counted, is_of_one_left, without_full_share
from dondoc.reply import ReplyItem

_CELL_PERCENT = re.compile(r"(?:[|\t\u2192]|->)\s*(100|\d{1,2}(?:[.,]\d{1,2})?)\s*%\s*(?=[|\t\u2192,;\n]|$)")
_LONE_PERCENT = re.compile(r"^\s*\d{1,3}(?:[.,]\d{1,2})?\s*%\s*$", re.MULTILINE)
MAX_SCOPE = 6000


def items_of(scoped: Scoped, index: PlanIndex, asked: tuple[int, ...], when: When) -> Items:
    """Judge every task that the text speaks of; `when` is the year reported on and the day of writing."""
    items = Items()
    scopes = without_list_numbers(list(scoped.scopes), asked, items)
    by_task = by_task_asked(scopes, index, asked, items, when)
    whole = _whole_verdicts(scoped, by_task, asked, items, when)
    items.said_of_the_only_one = _said_of_the_only_one(scoped, by_task, asked)
    for task in sorted({*by_task, *whole}):
        if not any(ditto_of(scope) for scope in by_task.get(task, ())):
            _judge(task, by_task.get(task, []), whole.get(task), index, items, when)
    _take_over(scopes, by_task, index, items, when)
    for heard in scoped.heard:
        for task in heard.tasks:
            if task in asked and task not in items.certain:
                items.doubt(say(UNCLEAR, task=task, words=short(heard.text.text)))
    for unplaced in scoped.unplaced:
        items.doubt(
            say(
                "“{words}” may mean any of the tasks {tasks}: by its number, or by its place in a list",
                tasks=" / ".join(map(str, unplaced.tasks)),
                words=short(unplaced.text.text),
            )
        )
    for question in scoped.questions:
        items.doubt(say("the agency asks a question: “{words}”", words=short(question)))
    return items


def _said_of_the_only_one(scoped: Scoped, by_task: Mapping[int, list[Scope]], asked: tuple[int, ...]) -> list[Folded]:
    if len(asked) > 1 or by_task:
        return []
    return [*(statement.text for statement in scoped.wholes), *scoped.loose]


def _take_over(
    scopes: Sequence[Scope], by_task: Mapping[int, list[Scope]], index: PlanIndex, items: Items, when: When
) -> None:
    """Give every "-nt-" the status of the answer that it points to, in order; to a person where that is not clear."""
    for place, scope in enumerate(scopes):
        ditto = ditto_of(scope)
        if ditto is None:
            continue
        source = _pointed_at(ditto, scopes, place)
        found = [items.certain[task] for task in source if task in items.certain]
        for task in (task for task in scope.tasks if task in by_task):
            item = taken_over(ditto, found, scope) if len(found) == len(source) else None
            if item is None or scope.heading or len(by_task[task]) > 1:
                items.doubt(say(UNCLEAR, task=task, words=short(joined(scope.texts).text)))
                continue
            figures = _figures([scope], task, index, when.year)
            _settle(items, index.tasks[task], Verdict(item.status, item.percent), figures, joined(scope.texts))


def _pointed_at(ditto: Ditto, scopes: Sequence[Scope], place: int) -> Sequence[int]:
    """The tasks of the answer that a scope points to: on its own line the one before, else all of the line above."""
    if ditto.task is not None:
        return (ditto.task,)
    if not place or scopes[place - 1].line == scopes[place].line:
        return scopes[place - 1].tasks if place else ()
    line = scopes[place - 1].line
    above = [scope for scope in scopes[:place] if scope.line == line]
    return [task for scope in above for task in scope.tasks] if all(scope.tasks for scope in above) else ()


def _whole_verdicts(
    scoped: Scoped, by_task: Mapping[int, list[Scope]], asked: tuple[int, ...], items: Items, when: When
) -> dict[int, Verdict]:
    """What sentences about all (or the other) tasks say of each."""
    verdicts: dict[int, Verdict] = {}
    for statement in scoped.wholes:
        verdict = verdict_on(without_full_share(statement.text.plain), when=when)
        number = counted(statement.text.plain)
        left = [task for task in asked if task not in by_task]
        meant = {"all": len(asked), "rest": len(left)}.get(statement.whole, number)
        is_miscounted = number is not None and number != meant
        is_miscounted |= verdict.percent is not None and len(left) > 1 and is_of_one_left(statement.text.plain)
        if verdict.reason == PLANNED and by_task and statement.whole != "rest":
            continue
        if (
            statement.whole == "vague"
            or (statement.whole == "one" and len(asked) > 1)
            or verdict.status is None
            or is_miscounted
        ):
            items.doubt(
                say("a sentence about several tasks does not say which: “{words}”", words=short(statement.text.text))
            )
            continue
        excepted = {task for task, scopes in by_task.items() if any(scope.is_turn for scope in scopes)}
        covered = [task for task in asked if task not in excepted]
        if statement.whole == "rest":
            covered = left
        covered = [task for task in covered if not any(task in unplaced.tasks for unplaced in scoped.unplaced)]
        for task in covered:
            same = verdicts.get(task)
            if same is not None and same.status != verdict.status:
                verdict = Verdict(reason=UNCLEAR)
            verdicts[task] = verdict
    return verdicts


def _judge(
    task: int, scopes: Sequence[Scope], whole: Verdict | None, index: PlanIndex, items: Items, when: When
) -> None:
    text = as_meant(joined([text for scope in scopes for text in scope.texts]), when.year)
    entry = index.tasks[task]
    if len(text.text) > MAX_SCOPE:
        items.doubt(say("task {task}: the answer is too long to be read by a machine", task=task))
        return
    figures = _figures(scopes, task, index, when.year)
    if not scopes and whole is not None:
        items.by_whole_alone.add(task)
        if items.said_of_the_only_one:
            said = as_meant(joined(items.said_of_the_only_one), when.year)
            figures = figures_in(said, entry.figures, when.year)
        _settle(items, entry, whole, figures, text)
        return
    heading = _heading_of(scopes)
    verdict = _with_cell_percent(_verdict(scopes, text, entry, index, when), text)
    if verdict.percent is not None and _lacks_share(entry, figures):
        verdict = _without_bare_percent(verdict, text, heading)
    if whole is not None:
        verdict = _with_whole(verdict, whole, text)
    if any(scope.is_mixed for scope in scopes):
        verdict = Verdict(
            guess=verdict.status or verdict.guess,
            reason=MIXED,
        )
    _settle(items, entry, verdict, figures, text)


def _verdict(scopes: Sequence[Scope], text: Folded, task: TaskIndex, index: PlanIndex, when: When) -> Verdict:
    plain = index.masked(text.text, text.plain)
    figures = task.figures.figures.values()
    plain = without_names(plain, figures)
    plain = without_stocks(without_yesno(_without_labels(text, plain, task.figures), figures), figures)
    heading = _heading_of(scopes)
    if heading and not has_claim(plain):
        plain = f"{heading.rstrip(' :')}\n{plain}"
    return verdict_on(plain, task.plain, text.plain, when=when)


def _lacks_share(task: TaskIndex, figures: Figures) -> bool:
    """Whether a bare percentage may be the figure that the task asks for, and not how far the task is."""
    asked = [figure.id for figure in task.figures.figures.values() if is_share(figure)]
    return any(figure not in figures.values for figure in asked)


def _heading_of(scopes: Sequence[Scope]) -> str:
    """The status above the list or the lines of a table in which the task stands."""
    return next((scope.heading for scope in scopes if scope.heading), "")


def _without_bare_percent(verdict: Verdict, text: Folded, heading: str) -> Verdict:
    """The verdict where a percentage with no word of the task's progress around it may be the figure asked for."""
    if not has_claim(text.plain) and not has_claim(heading):
        return Verdict(guess=verdict.status or verdict.guess, reason=UNCLEAR)
    return replace(verdict, percent=None) if _LONE_PERCENT.search(text.plain) else verdict


def _without_labels(text: Folded, plain: str, figures: FigureIndex) -> str:
    for start, end in label_places(text, figures):
        plain = f"{plain[:start]}{MASK * (end - start)}{plain[end:]}"
    return plain


def _with_cell_percent(verdict: Verdict, text: Folded) -> Verdict:
    """A percentage that fills a cell (or stands behind an arrow) by itself is the task's."""
    if verdict.status != "in_progress" or verdict.percent is not None:
        return verdict
    found = _CELL_PERCENT.findall(text.plain)
    return replace(verdict, percent=float(found[0].replace(",", "."))) if len(found) == 1 else verdict


def _with_whole(verdict: Verdict, whole: Verdict, text: Folded) -> Verdict:
    """A sentence about all tasks beside words about this one: silence takes it over, difference is for a person."""
    if verdict.status is None and verdict.reason == UNCLEAR and verdict.guess is None and not has_claim(text.plain):
        return whole
    if verdict.status is not None and verdict.status != whole.status:
        return Verdict(
            guess=verdict.status,
            percent=verdict.percent,
            reason=DIFFERS,
        )
    return verdict


def _figures(scopes: Sequence[Scope], task: int, index: PlanIndex, year: int | None) -> Figures:
    """Figures of the task; where several tasks share the words, only figures that no other of them asks for."""
    text = as_meant(joined([text for scope in scopes for text in scope.texts]), year)
    found = figures_in(text, index.tasks[task].figures, year)
    shared = {other for scope in scopes for other in scope.tasks if other != task and other in index.tasks}
    for other in shared:
        for figure in figures_in(text, index.tasks[other].figures, year).values:
            found.values.pop(figure, None)
    return found


def _settle(items: Items, entry: TaskIndex, verdict: Verdict, figures: Figures, text: Folded) -> None:
    task, note = entry.number, note_of([text])
    if verdict.status is None:
        reason = verdict.reason or UNCLEAR
        items.doubt(say(reason, task=task, words=short(text.text)))
        if verdict.guess is not None:
            items.likely[task] = ReplyItem(task, verdict.guess, verdict.percent, figures.values, note)
        return
    if verdict.status == "not_applicable" and any(value for value in figures.values.values()):
        items.doubt(
            say("task {task}: said not to apply, but with figures: “{words}”", task=task, words=short(text.text))
        )
        items.likely[task] = ReplyItem(task, verdict.status, None, figures.values, note)
        return
    items.certain[task] = ReplyItem(task, verdict.status, verdict.percent, dict(figures.values), note)
    if verdict.is_delay_asked:
        items.doubt(say(ASKED, task=task, words=short(text.text)))
    for figure in sorted(figures.doubtful):
        items.doubt(
            say(
                "task {task}: the figure “{figure}” is not exact or is given twice: “{words}”",
                task=task,
                figure=entry.figures.figures[figure].name,
                words=short(text.text),
            )
        )


def cycle_figures(text: str, figures: Mapping[str, Figure], *, is_toned: bool) -> Figures:
    """Figures asked once of the agency, wherever they stand in the text."""
    return figures_in(folded(text, toned=is_toned), figure_index(figures)) if figures else Figures()
