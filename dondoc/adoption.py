"""What following a changed plan would do at once, beyond what the plan in force does anyway; and whether that may be.

A change that would write to many agencies, or take back what some were asked, waits for the officer's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.actions import (
    Action,
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    SendReminder,
    WithdrawRequest,
    ref_of,
)
from dondoc.change_mails import purpose_of_change, purpose_of_reminder
from dondoc.due import decide
from dondoc.events.mails import MailPurpose
from dondoc.messages import Message, say
from dondoc.periods import find_period
from dondoc.plan.model import Plan
from dondoc.reply import RequestRef
from dondoc.status import Status

_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail to one agency, other than a word for its reply."""

    period: str
    agency: str
    purpose: MailPurpose


@dataclass(frozen=True, slots=True)
class Consequences:
    """What adoption does on the day it happens, and the plan in force would not do that day.

    `moved` are open periods whose last good day becomes another; `replaces` is the code of the plan that is left.
    """

    mails: tuple[Notice, ...] = ()
    withdrawn: tuple[RequestRef, ...] = ()
    handed_over: tuple[RequestRef, ...] = ()
    amended: tuple[RequestRef, ...] = ()
    closed: tuple[str, ...] = ()
    moved: tuple[tuple[str, date, date], ...] = ()
    replaces: str | None = None

    def needs_word(self, most_mails: int) -> bool:
        """Whether a person must agree: more mails than that, a request changed or taken back, or another plan."""
        touches_requests = self.withdrawn or self.handed_over or self.amended or self.closed
        return len(self.mails) > most_mails or bool(touches_requests) or self.replaces is not None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A changed plan.yaml that waits for the officer's word; `version` is the one it would become."""

    plan: Plan
    text: str
    version: int
    consequences: Consequences

    @property
    def name(self) -> str:
        """What the officer calls it by: the beginning of its hash."""
        return self.plan.source_hash[:8]


def consequences(old: Plan, new: Plan, status: Status, as_of: date) -> Consequences:
    """Compare what both plans would do on `as_of`; `status` is that of the new plan's code."""
    is_same_plan = old.code == new.code
    before = decide(old, status, as_of) if is_same_plan else ()
    after = decide(new, status, as_of)
    known = {_identity(action) for action in before}
    fresh = [action for action in after if _identity(action) not in known]
    told = set(notices(old, status, before)) if is_same_plan else set()
    return Consequences(
        mails=tuple(notice for notice in notices(new, status, after) if notice not in told),
        withdrawn=tuple(ref_of(action) for action in fresh if isinstance(action, WithdrawRequest)),
        handed_over=tuple(ref_of(action) for action in fresh if isinstance(action, HandOverRequest)),
        amended=tuple(ref_of(action) for action in fresh if isinstance(action, AmendRequest)),
        closed=tuple(action.period.id for action in fresh if isinstance(action, ClosePeriod)),
        moved=tuple(_moved(old, new, status)) if is_same_plan else (),
        replaces=None if is_same_plan else old.code,
    )


def _identity(action: Action) -> tuple[str, tuple[int, ...]]:
    """Two plans may amend the same request in different ways."""
    return action.key, action.tasks if isinstance(action, AmendRequest | HandOverRequest) else ()


def notices(plan: Plan, status: Status, actions: Sequence[Action]) -> Iterator[Notice]:
    """The mails that carrying out these actions sends, words for replies aside."""
    handed_over = [action for action in actions if isinstance(action, HandOverRequest)]
    for action in actions:
        match action:
            case SendReminder():
                yield Notice(action.period.id, action.agency, purpose_of_reminder(action, handed_over))
            case AmendRequest() | WithdrawRequest() | HandOverRequest():
                purpose = purpose_of_change(plan, status, action, status.request(ref_of(action)), handed_over)
                if purpose is not None:
                    yield Notice(action.period.id, action.agency, purpose)
            case _:
                pass


def _moved(old: Plan, new: Plan, status: Status) -> Iterator[tuple[str, date, date]]:
    for state in status.periods.values():
        before, after = find_period(old, state.id), find_period(new, state.id)
        if state.is_open and before and after and before.due_on != after.due_on:
            yield state.id, before.due_on, after.due_on


def summary(plan: Plan, found: Consequences) -> tuple[Message, ...]:
    """The consequences in sentences, with the names of the agencies; nothing where nothing happens at once."""
    return tuple(_sentences(plan, found))


def _sentences(plan: Plan, found: Consequences) -> Iterator[Message]:
    if found.replaces is not None:
        yield say("another plan: {code} instead of {old}", code=plan.code, old=found.replaces)
    if found.mails:
        names = _names(plan, (mail.agency for mail in found.mails))
        yield say("{count} mails go out at once: {names}", count=len(found.mails), names=names)
    if found.withdrawn:
        names = _names(plan, (ref.agency for ref in found.withdrawn))
        yield say("{count} requests are withdrawn: {names}", count=len(found.withdrawn), names=names)
    if found.handed_over:
        names = _names(plan, (ref.agency for ref in found.handed_over))
        yield say("{count} requests pass to a successor: {names}", count=len(found.handed_over), names=names)
    if found.amended:
        names = _names(plan, (ref.agency for ref in found.amended))
        yield say("{count} agencies are asked about other tasks: {names}", count=len(found.amended), names=names)
    if found.closed:
        yield say("these periods end at once: {periods}", periods=", ".join(found.closed))
    for period, before, after in found.moved:
        days = {"before": f"{before:%d/%m/%Y}", "after": f"{after:%d/%m/%Y}"}
        yield say("the last day of {period} moves from {before} to {after}", period=period, **days)


def _names(plan: Plan, agencies: Iterable[str]) -> str:
    """Each once, a handful of them in full."""
    names = list(dict.fromkeys(_label(plan, agency) for agency in agencies))
    return ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")


def _label(plan: Plan, agency: str) -> str:
    known = plan.agencies.get(agency)
    return known.label if known else agency
