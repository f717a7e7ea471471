"""Who is to be asked what in a period, by the plan alone; and the codes that requests carry."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from dondoc.periods import Period
from dondoc.plan.model import Plan, Task
from dondoc.plan.resolve import Resolver
from dondoc.text import initials


@dataclass(frozen=True, slots=True)
class ExpectedRequest:
    """One agency to be asked in a period; `tasks` is empty for a document."""

    agency: str
    tasks: tuple[int, ...]
    is_document: bool = False


def asking_day(period: Period, as_of: date) -> date:
    """The day on which the plan is asked who is to answer: `as_of`, but not before the opening nor after the deadline.

    An agency that begins after the deadline is not asked anew; it may still take over what another left open.
    """
    return max(period.opens_on, min(as_of, period.due_on))


def expected_requests(plan: Plan, resolver: Resolver, period: Period, as_of: date) -> Mapping[str, ExpectedRequest]:
    """The requests of a period as the plan wants them on `as_of`, by agency, in the plan's order."""
    day = asking_day(period, as_of)
    if period.cycle.ask == "document":
        agencies = resolver.agencies_on(period.cycle.to, day)
        return {agency: ExpectedRequest(agency, (), is_document=True) for agency in agencies}
    places: dict[tuple[str, ...], list[int]] = {}
    numbers = tuple(task.number for task in tasks_of(plan, period))
    for place, number in enumerate(numbers):
        places.setdefault(_asked_of(plan.tasks[number], period), []).append(place)
    lists: dict[str, list[int]] = {}
    for which, references in enumerate(places):
        for agency in resolver.agencies_on(references, day):
            lists.setdefault(agency, []).append(which)
    tasks = _TasksOfLists(numbers, tuple(places.values()))
    return {agency: ExpectedRequest(agency, tasks.of(tuple(which))) for agency, which in lists.items()}


@dataclass(slots=True)
class _TasksOfLists:
    """Tasks that ask the same are listed once: thousands of agencies share a few tuples of task numbers."""

    numbers: tuple[int, ...]
    places: tuple[list[int], ...]
    known: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)

    def of(self, lists: tuple[int, ...]) -> tuple[int, ...]:
        """The tasks of these lists, in the plan's order."""
        if lists not in self.known:
            places = sorted(place for which in lists for place in self.places[which])
            self.known[lists] = tuple(self.numbers[place] for place in places)
        return self.known[lists]


def tasks_of(plan: Plan, period: Period) -> tuple[Task, ...]:
    """The tasks a period asks about: those its cycle names that run in its year, in the plan's order."""
    wanted = period.cycle.tasks
    return tuple(
        task
        for task in plan.tasks.values()
        if (wanted is None or task.number in wanted) and (task.years is None or period.year in task.years)
    )


def _asked_of(task: Task, period: Period) -> tuple[str, ...]:
    asks_support = task.ask_support or period.cycle.ask == "lead+support"
    return (*task.lead, *task.support) if asks_support else task.lead


def inherited_only(plan: Plan, resolver: Resolver, period: Period, as_of: date, agency: str) -> frozenset[int]:
    """The tasks an agency is asked only because it succeeds a named lead, not in its own right."""
    day = asking_day(period, as_of)
    return frozenset(
        task.number
        for task in tasks_of(plan, period)
        if agency not in resolver.agencies_on(_asked_of(task, period), day, follow_successors=False)
    )


_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Base 32 without 0, 1, I, O: nothing that a person reads two ways."""

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_ALPHABET = str.maketrans(_STANDARD, _ALPHABET)
_CHECK_LENGTH = 4


def request_code(plan: Plan, period: Period, agency: str, *, secret: bytes, taken: Collection[str]) -> str:
    """The code of a request, such as ``QCN-2026-SYT-7KF3``: keyed, so that nobody can guess another agency's.

    `taken` are the codes in use; a code that would be the same as one of them is drawn again.
    """
    head = f"{plan.code}-{_short_period(period)}-{initials(agency)}".upper()
    for attempt in count():
        message = f"{plan.code}\0{period.id}\0{agency}\0{attempt}".encode()
        digest = hmac.new(secret, message, hashlib.sha256).digest()
        check = base64.b32encode(digest).decode("ascii").translate(_TO_ALPHABET)[:_CHECK_LENGTH]
        if f"{head}-{check}" not in taken:
            break
    return f"{head}-{check}"


def _short_period(period: Period) -> str:
    """``2026`` for a year, ``2026Q3``, ``2026H1``, ``202607``; the cycle's id for what happens once."""
    if period.cycle.every == "once":
        return re.sub(r"[^a-z0-9]", "", period.cycle.id)
    return period.id.removeprefix(f"{period.cycle.id}-").replace("-", "")
