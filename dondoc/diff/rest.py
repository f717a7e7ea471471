"""What is left of a change: small things people see in mails, forms and reports, each by its place in plan.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from dondoc.diff.model import Change
from dondoc.diff.names import names_of
from dondoc.diff.texts import difference
from dondoc.messages import Message, say
from dondoc.plan.model import Cycle, Plan

_SHORT = 60
T = TypeVar("T")
Seen = Iterator[tuple[str, str]]
"""Places in plan.yaml, each with what people see of it."""


def copy_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Who is copied when an agency is late, and whose answers are taken for its own."""
    moved: dict[tuple[str, str], list[str]] = {}
    for name, (before, after) in _common(old.agencies, new.agencies):
        if before.superior != after.superior:
            moved.setdefault((_named(old, before.superior), _named(new, after.superior)), []).append(name)
        if before.accept_from != after.accept_from:
            accepted = {"old": ", ".join(before.accept_from) or "–", "new": ", ".join(after.accept_from) or "–"}
            message = say(
                "answers of {agency} are also taken from {new} instead of {old}", agency=after.label, **accepted
            )
            yield Change("address", message, agencies=(name,))
    for (was, now), agencies in moved.items():
        message = say(
            "escalations about {agencies} are copied to {new} instead of {old}",
            agencies=names_of((new,), agencies),
            old=was,
            new=now,
        )
        yield Change("address", message, agencies=tuple(agencies))


def small_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Texts and settings that differ, by their place."""
    before, after = dict(_seen(old)), dict(_seen(new))
    for place, now in after.items():
        if place in before and before[place] != now:
            yield Change("wording", _otherwise(place, before[place], now))


def _otherwise(place: str, old: str, new: str) -> Message:
    was, now = difference(old, new) if len(new) > _SHORT else (old, new)
    return say("{place} is “{new}” instead of “{old}”", place=place, old=was or "–", new=now or "–")


def _common(old: Mapping[str, T], new: Mapping[str, T]) -> Iterator[tuple[str, tuple[T, T]]]:
    return ((name, (old[name], one)) for name, one in new.items() if name in old)


def _named(plan: Plan, agency: str | None) -> str:
    return plan.name_of(agency) if agency else "–"


def _seen(plan: Plan) -> Seen:
    for key in ("title", "issued_by", "issued_on", "language", "timezone"):
        yield f"plan.{key}", str(getattr(plan, key))
    yield "mail.footer", plan.mail.footer or ""
    yield from ((f"basis.{each.id}.title", each.title) for each in plan.basis.values())
    yield from ((f"agencies.{each.id}.short", each.short or "") for each in plan.agencies.values())
    yield from ((f"groups.{each.id}.name", each.name) for each in plan.groups.values())
    yield from _objectives(plan)
    for task in plan.tasks.values():
        yield f"tasks.{task.number}.support", task.support_text or ", ".join(task.support)
        yield f"tasks.{task.number}.lead_text", task.lead_text or ""
    for cycle in plan.cycles.values():
        yield from _of_cycle(cycle)


def _objectives(plan: Plan) -> Seen:
    for each in plan.objectives.values():
        yield f"objectives.{each.id}.text", each.text
        if each.measure:
            sign = "%" if each.measure.is_percent else ""
            yield f"objectives.{each.id}.measure.goal", f"{each.measure.goal}{sign}"
            yield f"objectives.{each.id}.measure.figure", each.measure.figure
            yield f"objectives.{each.id}.measure.of", ", ".join(each.measure.of)


def _of_cycle(cycle: Cycle) -> Seen:
    yield f"cycles.{cycle.id}.report", cycle.report
    for step in cycle.remind:
        at = f"{step.at.count:+d}{step.at.unit}"
        yield f"cycles.{cycle.id}.remind.{at}.cc", ", ".join(step.cc)
