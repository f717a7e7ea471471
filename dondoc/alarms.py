"""Which matters are pressing enough to write to the officer about, and each of them only once. Pure.

An alarm is named after what it is about, so that whoever looks next finds it told already. What can come back (a full
disk, a failing flow) is told anew after it was over, yet never twice within a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dondoc.alarm_status import AlarmStatus
from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.letters.letter import Matter
from dondoc.letters.officer import bounce_matter, doubt_matter, failed_matters, quarantine_matter, review_matter
from dondoc.plan.model import Plan
from dondoc.status import MailStatus, Status

REVIEW_WAITS_AT_MOST = timedelta(days=2)
QUIET_AT_LEAST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing to tell; `can_return` where it may be over and begin again under the same name."""

    name: str
    matters: tuple[Matter, ...]
    can_return: bool = False


def alarms_of(plan: Plan, status: Status, in_doubt: Iterable[MailStatus], now: datetime) -> Iterator[Alarm]:
    """What the ledger itself knows: mails in doubt or refused, dead addresses, mail put aside, replies left lying."""
    for mail in in_doubt:
        yield Alarm(f"doubt/{mail.key}/{mail.attempt}", (doubt_matter(mail),))
    for mail, matters in failed_matters(status):
        if mail.queued.purpose != "officer":  # a letter about a letter that failed would fail for the same reason
            yield Alarm(f"failed/{mail.key}/{mail.attempt}", matters)
    for address, bounce in status.bounced.items():
        yield Alarm(f"bounce/{address}", (bounce_matter(plan, bounce),))
    for kept in status.quarantined:
        yield Alarm(f"quarantine/{kept.sha256}", (quarantine_matter(kept),))
    for reply in status.waiting:
        if now - reply.received_at > REVIEW_WAITS_AT_MOST:
            yield Alarm(f"review/{reply.received.reply}", (review_matter(plan, reply),))


def untold(alarms: Iterable[Alarm], known: Mapping[str, AlarmStatus], now: datetime) -> tuple[Alarm, ...]:
    """The alarms that nobody was told of, or that came back."""
    return tuple(alarm for alarm in alarms if _is_untold(alarm, known.get(alarm.name), now))


def _is_untold(alarm: Alarm, known: AlarmStatus | None, now: datetime) -> bool:
    if known is None:
        return True
    return alarm.can_return and known.is_over and now - known.raised_at >= QUIET_AT_LEAST


def raised(alarm: Alarm, known: Mapping[str, AlarmStatus]) -> AlarmRaised:
    """The event of telling it."""
    before = known.get(alarm.name)
    return AlarmRaised(alarm=alarm.name, count=before.count + 1 if before else 1)


def ended(
    conditions: Iterable[str], alarms: Iterable[Alarm], known: Mapping[str, AlarmStatus]
) -> tuple[AlarmEnded, ...]:
    """The ends of those `conditions` that were looked at and hold no more."""
    holding = {alarm.name for alarm in alarms}
    return tuple(
        AlarmEnded(alarm=name, count=known[name].count)
        for name in conditions
        if name in known and not known[name].is_over and name not in holding
    )
