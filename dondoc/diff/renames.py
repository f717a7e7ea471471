"""Ids that were rewritten although the thing stayed: to the record the old and the new id are two things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from dondoc.diff.model import Change
from dondoc.messages import say
from dondoc.plan.model import Agency, Cycle, Figure, Plan, Task
from dondoc.text import name_key

K = TypeVar("K", str, int)
V = TypeVar("V")


def rename_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Agencies, tasks, cycles and figures whose id changed and nothing else that would tell them apart."""
    for before, after in _renamed(old.agencies, new.agencies, _is_same_agency):
        message = say(
            "agency {old} is now called {new}: to the record these are two agencies; open requests are withdrawn and"
            " opened anew, and what was answered stays with {old}. To rename it, keep the id and change its name",
            old=before,
            new=after,
        )
        yield Change("renamed", message, agencies=(before, after))
    for number, now in _renamed(old.tasks, new.tasks, _is_same_task):
        message = say(
            "task {old} is now number {new}: what was answered stays with number {old}, and {new} is asked anew",
            old=number,
            new=now,
        )
        yield Change("renamed", message, tasks=(number, now))
    for before, after in _renamed(old.cycles, new.cycles, _is_same_cycle):
        message = say(
            "cycle {old} is now called {new}: periods running as {old} end without a report, and begin anew as {new}",
            old=before,
            new=after,
        )
        yield Change("renamed", message)


def renamed_figures(old: Mapping[str, Figure], new: Mapping[str, Figure]) -> dict[str, str]:
    """Figures of one task or cycle whose id changed, by the old id."""
    return dict(_renamed(old, new, _is_same_figure))


def _renamed(old: Mapping[K, V], new: Mapping[K, V], is_same: Callable[[V, V], bool]) -> Iterator[tuple[K, K]]:
    added = {name: one for name, one in new.items() if name not in old}
    for name, one in old.items():
        if name in new:
            continue
        found = next((other for other, candidate in added.items() if is_same(one, candidate)), None)
        if found is not None:
            del added[found]
            yield name, found


def _is_same_agency(one: Agency, other: Agency) -> bool:
    return name_key(one.name) == name_key(other.name) or bool(set(one.email) & set(other.email))


def _is_same_task(one: Task, other: Task) -> bool:
    return name_key(one.content) == name_key(other.content)


def _is_same_cycle(one: Cycle, other: Cycle) -> bool:
    return one.every == other.every and (name_key(one.title) == name_key(other.title) or one.due == other.due)


def _is_same_figure(one: Figure, other: Figure) -> bool:
    return name_key(one.name) == name_key(other.name) and one.kind == other.kind
