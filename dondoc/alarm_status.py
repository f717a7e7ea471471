"""What the officer was told of and what still lies aside: folds over the few events that are about the officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.events.records import Body, Record
from dondoc.events.replies import MailQuarantined, QuarantineSettled


@dataclass(frozen=True, slots=True)
class AlarmStatus:
    """The latest occurrence of an alarm."""

    count: int
    raised_at: datetime
    is_over: bool = False


def still_aside(bodies: Iterable[Body]) -> tuple[MailQuarantined, ...]:
    """Mails put aside that nobody has settled."""
    aside: dict[str, MailQuarantined] = {}
    for body in bodies:
        match body:
            case MailQuarantined():
                aside[body.sha256] = body
            case QuarantineSettled():
                aside.pop(body.sha256, None)
            case _:
                pass
    return tuple(aside.values())


def fold_alarms(records: Iterable[Record]) -> dict[str, AlarmStatus]:
    """The latest occurrence of each alarm, by its name."""
    alarms: dict[str, AlarmStatus] = {}
    for record in records:
        match record.body:
            case AlarmRaised(alarm=name, count=count):
                alarms[name] = AlarmStatus(count, record.event.at)
            case AlarmEnded(alarm=name) if name in alarms:
                alarms[name] = replace(alarms[name], is_over=True)
            case _:
                pass
    return alarms
