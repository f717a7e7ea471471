"""Letters to the coordinating office itself: everything that waits for a person, in one mail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from dondoc.events.mails import MailBounced
from dondoc.events.replies import MailQuarantined
from dondoc.letters.letter import Letter, Matter
from dondoc.letters.parts import recipients
from dondoc.messages import Message
from dondoc.plan.model import Plan
from dondoc.status import MailStatus, ReplyStatus, Status

SHORT = 8
"""Characters of a mail's hash that name it for people."""


def officer_letter(
    plan: Plan, coordinator: str, matters: Sequence[Matter], *, key: str, as_of: date, bounced: Collection[str] = ()
) -> Letter:
    """Tell the coordinating office what needs a person; `coordinator` is the agency that is it on `as_of`."""
    agency = plan.agencies[coordinator]
    reached = recipients(plan, agency, (), bounced)
    return Letter(
        key=key,
        purpose="officer",
        plan=plan,
        agency=agency,
        as_of=as_of,
        to=reached.to,
        cc=reached.cc,
        matters=tuple(matters),
    )


def fault_matter(what: str, reason: str, on: date) -> Matter:
    """A flow or a part of the system failed."""
    return Matter("fault", what, on, _words(reason))


def matters_of(plan: Plan, status: Status, in_doubt: Iterable[MailStatus] = ()) -> tuple[Matter, ...]:
    """Everything that waits for a person; `in_doubt` are the mails whose fate the office could not settle by itself."""
    return (
        *(review_matter(plan, reply) for reply in status.waiting),
        *(doubt_matter(mail) for mail in in_doubt),
        *(bounce_matter(plan, bounce) for bounce in status.bounced.values()),
        *(matter for _, matters in failed_matters(status) for matter in matters),
        *(quarantine_matter(kept) for kept in status.quarantined),
    )


def short_name(sha256: str) -> str:
    """What a mail is called on the command line and in the UI: the beginning of its hash."""
    return sha256[:SHORT]


def review_matter(plan: Plan, reply: ReplyStatus) -> Matter:
    """A reply that no rule could read to the end."""
    received = reply.received
    reasons = tuple(Message(reason.text, reason.values) for reason in reply.reasons)
    return Matter(
        "review", _who(plan, received.agency, received.sender), received.on, reasons, short_name(received.sha256)
    )


def doubt_matter(mail: MailStatus) -> Matter:
    """A mail that may or may not have left."""
    return Matter("doubt", mail.queued.subject, mail.queued.on, _to_whom(mail), short_name(mail.queued.sha256))


def bounce_matter(plan: Plan, bounce: MailBounced) -> Matter:
    """An address that mail does not reach."""
    return Matter("bounce", _who(plan, bounce.agency, bounce.address), reasons=_words(bounce.words))


def quarantine_matter(kept: MailQuarantined) -> Matter:
    """A mail that came in and could not be read."""
    return Matter("quarantine", kept.sha256[:12], kept.on, _words(kept.error))


def failed_matters(status: Status) -> Iterator[tuple[MailStatus, tuple[Matter, ...]]]:
    """Mails that no server takes, whole or for some recipients; those of closed periods are past mending."""
    for mail in status.mails.values():
        period = status.periods.get(mail.queued.period)
        is_past = period is not None and period.closed_on is not None
        matters = () if is_past else tuple(_failures(mail))
        if matters:
            yield mail, matters


def _failures(mail: MailStatus) -> Iterator[Matter]:
    if mail.state == "failed":
        yield Matter("failed", mail.queued.subject, mail.queued.on, (*_to_whom(mail), *_words(mail.words)))
    for address, words in mail.refused.items():
        yield Matter("failed", mail.queued.subject, mail.queued.on, _words(f"{address}: {words}"))


def _who(plan: Plan, agency: str, address: str) -> str:
    return f"{plan.name_of(agency)} ({address})" if agency else address


def _to_whom(mail: MailStatus) -> tuple[Message, ...]:
    return _words(", ".join(mail.queued.recipients))


def _words(text: str) -> tuple[Message, ...]:
    """Words that are nobody's message id: an address, what a server said."""
    return (Message("{words}", {"words": text}),) if text else ()
