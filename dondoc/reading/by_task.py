"""The pieces of a text sorted by the tasks they speak of, without what a mail itself puts right or sets apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dondoc.messages import Message, say
from dondoc.reading.claims import has_claim
from dondoc.reading.index import PlanIndex
from dondoc.reading.list_numbers import claims_anything
from dondoc.reading.moments import When
from dondoc.reading.outcome import Items
from dondoc.reading.pairing import Scope
from dondoc.reading.retractions import owns_up, tells_of_before
from dondoc.reading.years import is_headed_by_another_year


def by_task_asked(
    scopes: Iterable[Scope], index: PlanIndex, asked: tuple[int, ...], items: Items, when: When
) -> dict[int, list[Scope]]:
    """Scopes sorted by task; those about tasks that were not asked only leave a remark."""
    by_task: dict[int, list[Scope]] = {}
    for scope in scopes:
        if not scope.heading and all(index.is_title(text.text) for text in scope.texts):
            continue
        for task in scope.tasks:
            if task in asked:
                by_task.setdefault(task, []).append(scope)
            elif not scope.is_range and _says_anything(scope):
                items.doubt(_not_asked(task, index))
    return {task: _apart(_corrected(_of_this_year(found, when))) for task, found in by_task.items()}


def _corrected(scopes: list[Scope]) -> list[Scope]:
    """ "NV7: đã xong … NV7 ở trên em ghi nhầm, NV7 đang làm": what is said behind the mistake."""
    for place in reversed(range(len(scopes))):
        texts = scopes[place].texts
        if len(texts) > 1 and owns_up(texts[0].plain):
            return [replace(scopes[place], texts=texts[1:]), *scopes[place + 1 :]]
        behind = scopes[place + 1 :]
        is_past = bool(texts) and (owns_up(texts[-1].plain) or tells_of_before(texts[0].plain))
        if is_past and any(claims_anything(scope) for scope in behind):
            return behind
    return scopes


def _of_this_year(scopes: list[Scope], when: When) -> list[Scope]:
    """ "Năm 2025 đã hoàn thành NV3 …; năm 2026 NV3 chưa làm": what is said of this year, where that is an answer."""
    year = when.year
    if year is None or len(scopes) == 1:
        return scopes
    kept = [scope for scope in scopes if not (scope.texts and is_headed_by_another_year(scope.texts[0].plain, year))]
    return kept if any(claims_anything(scope) for scope in kept) else scopes


def _apart(scopes: list[Scope]) -> list[Scope]:
    """ "NV1 đến NV5 …, riêng NV4 …": what sets one task apart stands instead of what was said of many."""
    turns = [scope for scope in scopes if scope.is_turn and len(scope.tasks) == 1 and claims_anything(scope)]
    return [scope for scope in scopes if len(scope.tasks) == 1] if turns else scopes


def _not_asked(task: int, index: PlanIndex) -> Message:
    if task in index.tasks:
        return say("task {task} was answered, but this agency was not asked about it", task=task)
    return say("the reply names a task {task} that the plan does not have", task=task)


def _says_anything(scope: Scope) -> bool:
    return any(
        has_claim(text.plain) or "%" in text.plain or any(c.isdigit() for c in text.plain) for text in scope.texts
    )
