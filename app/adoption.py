"""Which plan is followed: plan.yaml where it has no fault and its change is small, else the text adopted last.

A faulty file changes nothing. A change with consequences waits until the officer agrees; going back to the adopted
text, or on to another, lets it drop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.office import History, Office
from dondoc.adoption import Consequences, Proposal, consequences, summary
from dondoc.errors import InputError, PlanError
from dondoc.events.base import Reason
from dondoc.events.plans import PlanAdopted, PlanProposed
from dondoc.events.records import Record
from dondoc.fold import fold
from dondoc.mail import sha256_of
from dondoc.messages import Message, say
from dondoc.plan.faults import Fault
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.ports import Ledger


@dataclass(frozen=True, slots=True)
class InForce:
    """The plan that is followed; why plan.yaml is not, if it is not: unreadable, faulty, or waiting for a word."""

    plan: Plan
    text: str
    history: History
    file_hash: str
    faults: tuple[Fault, ...] = ()
    proposal: Proposal | None = None
    unread: Message | None = None


def plan_in_force(file: Path, ledger: Ledger, *, most_mails: int, day_of: Callable[[Plan], date]) -> InForce:
    """Read plan.yaml anew and judge it; raises PlanError or InputError only where no plan was ever adopted."""
    try:
        raw = _read(file)
    except InputError as error:
        return _as_before(ledger, error, unread=error.message)
    return _judge(raw, file, ledger, most_mails=most_mails, day_of=day_of)


def _judge(raw: bytes, file: Path, ledger: Ledger, *, most_mails: int, day_of: Callable[[Plan], date]) -> InForce:
    sha256 = sha256_of(raw)
    try:
        plan = load_plan(raw, file=str(file)).plan
    except PlanError as error:
        return _as_before(ledger, error, code=_code_in(raw), file_hash=sha256, faults=error.faults)
    text, history = raw.decode("utf-8-sig"), History(ledger, plan.code)
    records = history.records()
    adopted = last_adopted(records) or _adopted_before(ledger, plan.code)
    if adopted is None or adopted.text == text:
        return InForce(plan, text, history, sha256)
    before = _still_readable(adopted)
    if before is None:
        return InForce(plan, text, history, sha256)
    found = consequences(before, plan, fold(records), day_of(plan))
    if not found.needs_word(most_mails):
        return InForce(plan, text, history, sha256)
    own = history if before.code == plan.code else History(ledger, before.code)
    return InForce(before, adopted.text, own, sha256, proposal=_proposal(plan, text, records, found))


def _as_before(
    ledger: Ledger,
    error: PlanError | InputError,
    *,
    code: str = "",
    file_hash: str = "",
    faults: tuple[Fault, ...] = (),
    unread: Message | None = None,
) -> InForce:
    """The plan adopted last goes on; without one, the error stands."""
    adopted = _adopted_before(ledger, code)
    if adopted is None:
        raise error
    plan = load_plan(adopted.text).plan
    return InForce(plan, adopted.text, History(ledger, plan.code), file_hash, faults, unread=unread)


def _code_in(raw: bytes) -> str:
    """The plan's code in a text that may be full of faults."""
    found = re.search(rb"^plan:.*?^[ \t]+code:[ \t]*[\"']?([^\s\"'#]+)", raw, re.MULTILINE | re.DOTALL)
    return found[1].decode("utf-8", "replace") if found else ""


def _adopted_before(ledger: Ledger, code: str) -> PlanAdopted | None:
    """The text adopted last under this code; under another one only where no other plan shares the record."""
    replaced: dict[str, str] = {}
    in_force: dict[str, PlanAdopted] = {}
    for record in ledger.records():
        match record.body:
            case PlanProposed(sha256=sha256, summary=reasons):
                replaced[sha256] = next((str(one.values["old"]) for one in reasons if "old" in one.values), "")
            case PlanAdopted() as adopted:
                in_force.pop(replaced.get(adopted.sha256, ""), None)
                in_force[record.event.plan] = adopted
            case _:
                pass
    only = next(iter(in_force.values())) if len(in_force) == 1 else None
    return in_force.get(code, only)


def last_adopted(records: Iterable[Record]) -> PlanAdopted | None:
    """The version adopted last."""
    bodies = [record.body for record in records if isinstance(record.body, PlanAdopted)]
    return bodies[-1] if bodies else None


def _still_readable(adopted: PlanAdopted) -> Plan | None:
    """The adopted plan; None where a newer program finds faults in it, so that it cannot go on."""
    try:
        return load_plan(adopted.text).plan
    except PlanError:
        return None


def _proposal(plan: Plan, text: str, records: Iterable[Record], found: Consequences) -> Proposal:
    own = last_adopted(records)
    return Proposal(plan, text, own.version + 1 if own else 1, found)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(say("cannot read {file}: {reason}", file=str(file), reason=error.strerror or "")) from error


def adopt_plan(office: Office) -> int:
    """Record the text that is followed from now on, and the one that waits; the version followed, from 1."""
    if office.proposal is not None:
        _propose(office, office.proposal)
    adopted = office.status().adopted
    if adopted is not None and adopted.text == office.plan_text:
        return adopted.version
    version = adopted.version + 1 if adopted else 1
    office.record(PlanAdopted(version=version, sha256=office.plan.source_hash, text=office.plan_text))
    return version


def _propose(office: Office, proposal: Proposal) -> None:
    said = summary(proposal.plan, proposal.consequences)
    office.record(
        PlanProposed(
            on=office.today(),
            version=proposal.version,
            sha256=proposal.plan.source_hash,
            text=proposal.text,
            summary=tuple(Reason(text=one.text, values=dict(one.values)) for one in said),
        )
    )


def _is_called(proposal: Proposal, name: str) -> bool:
    """The (beginning of a) name that the officer was shown."""
    return bool(name) and proposal.plan.source_hash.startswith(name)


def agree(office: Office, *, by: str, name: str | None = None) -> PlanAdopted:
    """Adopt the proposal that waits, in the officer's name; `name`, where given, must be what the officer was shown."""
    proposal = office.proposal
    if proposal is None or (name is not None and not _is_called(proposal, name)):
        waiting = proposal.name if proposal else "-"
        raise InputError(say("no changed plan {name} waits; waiting: {waiting}", name=name or "", waiting=waiting))
    _propose(office, proposal)
    adopted = PlanAdopted(version=proposal.version, sha256=proposal.plan.source_hash, text=proposal.text)
    if not replace(office, plan=proposal.plan).record(adopted, by=by):
        raise InputError(say("version {version} was adopted by somebody else meanwhile", version=proposal.version))
    return adopted
