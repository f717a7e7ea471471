"""What else people will notice: addresses, the office itself, and the wording of tasks and names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from dondoc.diff.model import Change
from dondoc.diff.names import names_of
from dondoc.messages import say
from dondoc.plan.model import Agency, Plan

_EXCERPT = 60


def address_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Agencies whose mail goes elsewhere from now on."""
    for name, agency in new.agencies.items():
        before = old.agencies.get(name)
        if before is None or _addresses(before) == _addresses(agency):
            continue
        message = say(
            "mail for {agency} goes to {new} instead of {old}",
            agency=agency.label,
            new=_addresses(agency) or "–",
            old=_addresses(before) or "–",
        )
        yield Change("address", message, agencies=(name,))


def _addresses(agency: Agency) -> str:
    copies = [f"cc {address}" for address in agency.cc]
    return ", ".join((*agency.email, *copies))


def office_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """The plan's own identity: its code, who coordinates, who is reported to, whose name the mails bear."""
    codes = {"old": old.code, "new": new.code}
    coordinators = {"old": old.name_of(old.coordinator), "new": new.name_of(new.coordinator)}
    receivers = {"old": old.name_of(old.reports_to), "new": new.name_of(new.reports_to)}
    senders = {"old": _sender(old), "new": _sender(new)}
    numbers = {"old": old.number or "–", "new": new.number or "–"}
    sentences = (
        say("the plan's code changes from {old} to {new}: nothing recorded so far belongs to it", **codes),
        say("{new} coordinates instead of {old}", **coordinators),
        say("reports go to {new} instead of {old}", **receivers),
        say("mails bear the name “{new}” instead of “{old}”", **senders),
        say("the plan's number is {new} instead of {old}", **numbers),
    )
    yield from (Change("office", message) for message in sentences if message.values["old"] != message.values["new"])


def _sender(plan: Plan) -> str:
    return plan.mail.from_name or plan.name_of(plan.coordinator)


def life_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Agencies that begin or end on another day than before; those of one day share a sentence."""
    ends: dict[date, list[str]] = {}
    begins: dict[date, list[str]] = {}
    for name, agency in new.agencies.items():
        before = old.agencies.get(name)
        if agency.until is not None and (before is None or before.until != agency.until):
            ends.setdefault(agency.until, []).append(name)
        if agency.since is not None and (before is None or before.since != agency.since):
            begins.setdefault(agency.since, []).append(name)
    for day, agencies in sorted(ends.items()):
        message = say("exist until {day}: {agencies}", day=day.isoformat(), agencies=names_of((new,), agencies))
        yield Change("life", message, agencies=tuple(agencies))
    for day, agencies in sorted(begins.items()):
        message = say("exist from {day}: {agencies}", day=day.isoformat(), agencies=names_of((new,), agencies))
        yield Change("life", message, agencies=tuple(agencies))


def wording_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Titles, names and task texts that read otherwise, shortened to what differs."""
    for number, task in new.tasks.items():
        if number in old.tasks and old.tasks[number].content != task.content:
            before, after = difference(old.tasks[number].content, task.content)
            message = say("task {task} reads “{new}” instead of “{old}”", task=number, old=before, new=after)
            yield Change("wording", message, tasks=(number,))
    for name, agency in new.agencies.items():
        if name in old.agencies and old.agencies[name].name != agency.name:
            message = say("{old} is called {new} from now on", old=old.agencies[name].name, new=agency.name)
            yield Change("wording", message, agencies=(name,))
    for name, cycle in new.cycles.items():
        if name in old.cycles and old.cycles[name].title != cycle.title:
            message = say(
                "cycle {cycle} is titled “{new}” instead of “{old}”",
                cycle=name,
                old=old.cycles[name].title,
                new=cycle.title,
            )
            yield Change("wording", message)


def difference(before: str, after: str) -> tuple[str, str]:
    """What stands in one text and not in the other, in whole words with a little of what is around it."""
    old, new = before.split(), after.split()
    start = _alike(old, new)
    rest = _alike(old[start:][::-1], new[start:][::-1])
    begin = max(start - 2, 0)
    return _excerpt(old, begin, len(old) - rest), _excerpt(new, begin, len(new) - rest)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words from the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _excerpt(words: list[str], begin: int, end: int) -> str:
    text = " ".join(words[begin : min(end + 2, len(words))])
    text = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rpartition(' ')[0]}…"
    return f"…{text}" if begin else text
