"""What has to be done up to a day: `decide` compares the plan with the ledger's state. Pure; empty after its own deeds.

Nobody is reminded of what is confirmed; of several missed steps only the latest is sent; a period that nobody opened
while it ran is not opened afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dondoc.acknowledge import acknowledgement_due
from dondoc.actions import (
    Action,
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    OpenPeriod,
    OpenRequest,
    RenderReport,
    SendReminder,
    WithdrawRequest,
)
from dondoc.events.mails import MailQueued
from dondoc.events.periods import RequestHandedOver
from dondoc.ladder import Rung, due_rung, ladder
from dondoc.periods import Period, all_periods, period_as_opened
from dondoc.plan.model import Plan
from dondoc.plan.resolve import Resolver
from dondoc.requests import ExpectedRequest, expected_requests, inherited_only
from dondoc.status import PeriodStatus, RequestStatus, Status
from dondoc.workdays import WorkCalendar


def decide(plan: Plan, status: Status, as_of: date) -> tuple[Action, ...]:
    """Everything due up to `as_of`, in the order it is to be done: by period, withdrawals, openings, mails."""
    view = _View(plan, status, as_of, Resolver(plan), WorkCalendar(plan.calendar))
    known = {period.id for period in all_periods(plan)}
    removed = (state for state in status.periods.values() if state.is_open and state.id not in known)
    return (
        *(action for state in removed for action in _abandon(state)),
        *(action for period in all_periods(plan) for action in _decide_period(view, period)),
    )


@dataclass(frozen=True, slots=True)
class _View:
    """What every decision looks at."""

    plan: Plan
    status: Status
    as_of: date
    resolver: Resolver
    calendar: WorkCalendar


def _abandon(state: PeriodStatus) -> Iterator[Action]:
    """The cycle left the plan while its period was open: everybody is told, then the period ends without a report."""
    if state.opened is None:
        return
    period = period_as_opened(state.opened)
    yield from (
        WithdrawRequest(period, request.agency, request.round) for request in state.requests.values() if request.is_open
    )
    yield ClosePeriod(period)


def _decide_period(view: _View, period: Period) -> Iterator[Action]:
    state = view.status.periods.get(period.id, PeriodStatus(period.id))
    if state.opened_on is None:
        if not period.opens_on <= view.as_of <= period.closes_on:
            return
        yield OpenPeriod(period)
    if state.closed_on is None and view.as_of <= period.closes_on:
        yield from _keep_open(view, period, state)
    elif state.closed_on is None:
        yield ClosePeriod(period)
    yield from _acknowledge(period, state)
    if (state.closed_on is not None or view.as_of > period.closes_on) and not state.reports:
        yield RenderReport(period)


def _acknowledge(period: Period, state: PeriodStatus) -> Iterator[Action]:
    for request in state.requests.values():
        due = acknowledgement_due(period, request)
        if due is not None:
            yield due


def _keep_open(view: _View, period: Period, state: PeriodStatus) -> Iterator[Action]:
    """Requests as the plan wants them, then the mails that are due for them as they will then be.

    A clock set back undoes nothing: on a day before the latest change, nothing is due.
    """
    if state.changed_on is not None and view.as_of < state.changed_on:
        return
    expected = expected_requests(view.plan, view.resolver, period, view.as_of)
    ended = tuple(_end_requests(view, period, state, expected))
    yield from ended
    wanted = _wanted(view, period, state, expected, ended)
    after: dict[str, RequestStatus] = {}
    for agency, want in wanted.items():
        action, request = _adjust(view, period, state.requests.get(agency), want, ended)
        after[agency] = request
        if action is not None:
            yield action
    yield from _remind(view, period, after)


def _end_requests(
    view: _View, period: Period, state: PeriodStatus, expected: Mapping[str, ExpectedRequest]
) -> Iterator[HandOverRequest | WithdrawRequest]:
    taken_over = _taken_over(view, state)
    for request in state.requests.values():
        if not request.is_open:
            continue
        agency = view.plan.agencies.get(request.agency)
        has_ended = agency is not None and not agency.exists_on(view.as_of)
        if has_ended and request.is_complete:
            continue
        heirs = view.resolver.successors_on(request.agency, view.as_of) if has_ended else ()
        if heirs:
            yield HandOverRequest(period, request.agency, heirs, request.missing)
        elif has_ended or (request.agency not in expected and request.agency not in taken_over):
            yield WithdrawRequest(period, request.agency, request.round)


def _taken_over(
    view: _View, state: PeriodStatus, ended: tuple[HandOverRequest | WithdrawRequest, ...] = ()
) -> dict[str, set[int]]:
    """Tasks handed over so far that the plan still has, by the agency that took them (0 stands for a document)."""
    every: list[HandOverRequest | RequestHandedOver] = [a for a in ended if isinstance(a, HandOverRequest)]
    every += [request.handed_over for request in state.requests.values() if request.handed_over is not None]
    taken: dict[str, set[int]] = {}
    for handed in every:
        tasks = {task for task in handed.tasks if task == 0 or task in view.plan.tasks}
        for heir in handed.to:
            if tasks and heir in view.plan.agencies:
                taken.setdefault(heir, set()).update(tasks)
    return taken


def _wanted(
    view: _View,
    period: Period,
    state: PeriodStatus,
    expected: Mapping[str, ExpectedRequest],
    ended: tuple[HandOverRequest | WithdrawRequest, ...],
) -> Mapping[str, ExpectedRequest]:
    """The plan's requests of agencies that exist, with what they take over, without what their predecessor answered."""
    wanted = {agency: want for agency, want in expected.items() if view.plan.agencies[agency].exists_on(view.as_of)}
    for heir, tasks in _taken_over(view, state, ended).items():
        if view.plan.agencies[heir].exists_on(view.as_of):
            wanted[heir] = _with_tasks(view.plan, wanted.get(heir), heir, tasks)
    answered = _answered_by_predecessors(view, state)
    return {agency: want for agency in wanted if (want := _without_answered(view, period, wanted[agency], answered))}


def _with_tasks(plan: Plan, want: ExpectedRequest | None, agency: str, tasks: set[int]) -> ExpectedRequest:
    if 0 in tasks:
        return ExpectedRequest(agency, (), is_document=True)
    every = tasks | set(want.tasks if want else ())
    return ExpectedRequest(agency, tuple(number for number in plan.tasks if number in every))


def _answered_by_predecessors(view: _View, state: PeriodStatus) -> Mapping[str, set[int]]:
    """Tasks an ended agency had confirmed, by each of its successors: what it said stays its own."""
    answered: dict[str, set[int]] = {}
    for request in state.requests.values():
        agency = view.plan.agencies.get(request.agency)
        if agency is not None and agency.until is not None and agency.until < view.as_of and request.confirmations:
            for heir in view.resolver.successors_on(request.agency, view.as_of):
                answered.setdefault(heir, set()).update(request.confirmations)
    return answered


def _without_answered(
    view: _View, period: Period, want: ExpectedRequest, answered: Mapping[str, set[int]]
) -> ExpectedRequest | None:
    settled = answered.get(want.agency)
    if not settled:
        return want
    only_inherited = inherited_only(view.plan, view.resolver, period, view.as_of, want.agency)
    tasks = tuple(task for task in want.tasks if not (task in settled and task in only_inherited))
    return replace(want, tasks=tasks) if tasks or want.is_document else None


def _adjust(
    view: _View,
    period: Period,
    request: RequestStatus | None,
    want: ExpectedRequest,
    ended: tuple[HandOverRequest | WithdrawRequest, ...],
) -> tuple[OpenRequest | AmendRequest | None, RequestStatus]:
    """What makes the request what the plan wants, and the request as it will then be."""
    if request is None or not request.is_open:
        known = request or RequestStatus(period.id, want.agency)
        sources = tuple(a.agency for a in ended if isinstance(a, HandOverRequest) and want.agency in a.to)
        opening = OpenRequest(period, want.agency, want.tasks, want.is_document, known.round + 1, sources)
        opened = replace(
            known,
            tasks=want.tasks,
            is_document=want.is_document,
            opened_on=view.as_of,
            round=known.round + 1,
            withdrawn_on=None,
            handed_over=None,
        )
        return opening, opened
    if request.tasks == want.tasks:
        return None, request
    added = tuple(task for task in want.tasks if task not in request.tasks)
    removed = tuple(task for task in request.tasks if task not in want.tasks)
    change = AmendRequest(period, want.agency, want.tasks, added, removed, request.changes + 1)
    return change, replace(request, tasks=want.tasks)


def _remind(view: _View, period: Period, requests: Mapping[str, RequestStatus]) -> Iterator[SendReminder]:
    rungs = ladder(period, view.calendar, working_days_only=view.plan.mail.working_days_only)
    for agency, request in requests.items():
        if request.is_complete or not reachable(view.plan, view.status, agency):
            continue
        mailed = [mail for mail in request.mails.values() if _is_of_ladder(mail.queued, request)]
        rung = due_rung(rungs, view.as_of, max((mail.queued.on for mail in mailed), default=None))
        if rung is not None:
            is_first = not any(mail.state in ("sent", "claimed") for mail in mailed)
            yield _reminder(view, period, request, rung, is_first=is_first)


def _is_of_ladder(mail: MailQueued, request: RequestStatus) -> bool:
    """Whether the mail is a step of the ladder since the request was last opened."""
    return mail.due_on is not None and mail.round == request.round


def reachable(plan: Plan, status: Status, agency: str) -> tuple[str, ...]:
    """The addresses of an agency that mail still reaches, in the plan's order."""
    return tuple(address for address in plan.agencies[agency].email if address not in status.bounced)


def _reminder(view: _View, period: Period, request: RequestStatus, rung: Rung, *, is_first: bool) -> SendReminder:
    """An agency that never had a mail is asked (or told it is late) before anybody is told about it."""
    tone = rung.tone
    if is_first:
        tone = "first" if view.as_of <= period.due_on else "overdue"
    copies = copies_of(view.plan, view.resolver, request.agency, rung, view.as_of) if tone == rung.tone else ()
    return SendReminder(
        period=period,
        agency=request.agency,
        purpose=tone,
        due_on=rung.on,
        step=rung.at,
        is_first=is_first,
        round=request.round,
        cc=copies,
    )


def copies_of(plan: Plan, resolver: Resolver, agency: str, rung: Rung, day: date) -> tuple[str, ...]:
    """The agencies that get a copy: `superior` stands for the agency's own; whoever ended is followed."""
    superior = plan.agencies[agency].superior
    named = [superior if name == "superior" else name for name in rung.cc]
    return resolver.agencies_on(tuple(name for name in named if name), day)
