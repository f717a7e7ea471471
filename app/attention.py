"""What needs a person: waiting replies, dead addresses, mails in doubt or failed, mail put aside, the plan's faults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.deliver import mails_in_doubt
from app.language import translator
from app.office import Office
from dondoc.adoption import summary
from dondoc.letters.letter import Matter
from dondoc.letters.officer import matters_of
from dondoc.letters.words import matter_vi
from dondoc.messages import Message, Translate, say
from dondoc.plan.faults import Fault

_MOST_FAULTS = 20
"""More than this nobody mends out of a mail."""


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
    if office.proposal is not None:
        reasons = summary(office.proposal.plan, office.proposal.consequences)
        return (Matter("proposal", f"bản số {office.proposal.version}", None, reasons, office.proposal.name),)
    errors = [fault for fault in office.faults if fault.is_error]
    shown = tuple(_fault(fault, translator(office.plan.language)) for fault in errors[:_MOST_FAULTS])
    rest = len(errors) - len(shown)
    more = Matter("plan", f"và {rest} lỗi khác", None, (say("read them with: dondoc check"),))
    return (*shown, more) if rest else shown


def _fault(fault: Fault, translate: Translate) -> Matter:
    where = f"{Path(fault.file).name}, dòng {fault.place.line} ({fault.code})"
    mend = f"{translate('how to mend')}: {fault.remedy.render(translate)}"
    return Matter("plan", where, None, tuple(_said(words) for words in (fault.words(translate), mend)))


def _said(words: str) -> Message:
    """Words that are in the reader's language already."""
    return Message("{words}", {"words": words})


def attention(office: Office) -> tuple[Attention, ...]:
    """Everything that waits for a person, in words."""
    return tuple(Attention(f"{matter_vi(one.kind)}: {one.about}", one.reasons, one.name) for one in matters(office))
