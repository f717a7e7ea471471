"""What needs a person: waiting replies, dead addresses, mails in doubt or failed, mail put aside, the plan's faults."""

from __future__ import annotations

from dataclasses import dataclass

from app.deliver import mails_in_doubt
from app.office import Office
from dondoc.adoption import summary
from dondoc.letters.letter import Matter
from dondoc.letters.officer import matters_of
from dondoc.letters.words import matter_vi
from dondoc.messages import Message
from dondoc.plan.faults import Fault


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that waits for the officer; `title` says what kind and about whom, `name` how it is called."""

    title: str
    reasons: tuple[Message, ...]
    name: str = ""


def matters(office: Office) -> tuple[Matter, ...]:
    """Everything that waits for a person, as the letter to the officer needs it."""
    status = office.status()
    return (*plan_matters(office), *matters_of(office.plan, status, mails_in_doubt(office, status)))


def plan_matters(office: Office) -> tuple[Matter, ...]:
    """Why plan.yaml is not followed as it stands, if it is not."""
    if office.unread is not None:
        return (Matter("plan", "plan.yaml", None, (office.unread,)),)
    faults = tuple(_fault(fault) for fault in office.faults if fault.is_error)
    if office.proposal is None:
        return faults
    reasons = summary(office.proposal.plan, office.proposal.consequences)
    return (*faults, Matter("proposal", f"bản số {office.proposal.version}", None, reasons, office.proposal.name))


def _fault(fault: Fault) -> Matter:
    where = f"{fault.file}, dòng {fault.place.line} ({fault.code})"
    return Matter("plan", where, None, (*fault.subject, fault.message, fault.remedy))


def attention(office: Office) -> tuple[Attention, ...]:
    """Everything that waits for a person, in words."""
    return tuple(Attention(f"{matter_vi(one.kind)}: {one.about}", one.reasons, one.name) for one in matters(office))
