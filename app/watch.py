"""Writing to the officer about what cannot wait until somebody looks: once a matter, several in one mail."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.attention import plan_matters
from app.deliver import mails_in_doubt
from app.language import in_language
from app.letters import queued_mail
from app.office import Office
from dondoc.alarms import QUIET_AT_LEAST, Alarm, alarms_of, ended, raised, untold
from dondoc.letters.letter import Matter
from dondoc.letters.officer import fault_matter, officer_letter
from dondoc.mail import sha256_of
from dondoc.messages import say
from dondoc.status import RequestStatus

QUIET, DISK, UNREAD = "quiet", "disk", "plan/unread"
_LONGEST_WORDS = 300
_MEGABYTE = 1_000_000
_WORK = {"remind": " (nhắc việc)", "collect": " (thu thư trả lời)", "report": " (báo cáo)", "watch": " (trông coi)"}


@dataclass(frozen=True, slots=True)
class Machinery:
    """What is seen of the machinery: `flows` maps each to what its latest run failed of, "" where it did not.

    `collected_at` is the end of the last good collect, or the moment since which none has been; None when unknown.
    """

    flows: dict[str, str]
    collected_at: datetime | None
    least_free_mb: int


def watch(office: Office, seen: Machinery) -> tuple[str, ...]:
    """Look at everything, tell what is new, note what is over; the keys of the mails queued by it."""
    conditions = (*_plan_alarms(office), *_conditions(office, seen))
    status = office.status()
    looked_at = (UNREAD, QUIET, DISK, *(_flow_alarm(name) for name in seen.flows))
    over = ended(looked_at, conditions, status.alarms)
    if over:
        office.record(*over)
    doubtful = mails_in_doubt(office, status)
    known = alarms_of(office.plan, status, doubtful, office.clock.now())
    return tell_officer(office, (*known, *conditions))


def tell_of_plan(office: Office) -> tuple[str, ...]:
    """Tell the officer why plan.yaml is not followed as it stands: once a text. The keys of the mails queued by it."""
    return tell_officer(office, _plan_alarms(office))


def tell_officer(office: Office, alarms: Iterable[Alarm]) -> tuple[str, ...]:
    """Queue one letter about those alarms that nobody was told of; two watchers at once tell them once."""
    status = office.status()
    fresh = untold(alarms, status.alarms, office.clock.now())
    if not fresh:
        return ()
    events = [raised(alarm, status.alarms) for alarm in fresh]
    name = sha256_of("\n".join(event.key for event in events).encode())[:12]
    letter = officer_letter(
        office.plan,
        office.coordinator,
        [matter for alarm in fresh for matter in alarm.matters],
        key=f"officer/{office.today().isoformat()}/{name}",
        as_of=office.today(),
        bounced=status.bounced,
    )
    queued = queued_mail(office, letter, RequestStatus("", ""))
    return (queued.mail,) if office.record(*events, queued) else ()


def _plan_alarms(office: Office) -> Iterator[Alarm]:
    found = plan_matters(office)
    if office.unread is not None:
        yield Alarm(UNREAD, found, can_return=True)
    elif found:
        version = f"/{office.proposal.version}" if office.proposal else ""
        yield Alarm(f"plan/{office.file_hash}{version}", found)


def _conditions(office: Office, seen: Machinery) -> Iterator[Alarm]:
    """What may be over and come back."""
    for name, words in seen.flows.items():
        if words:
            matter = fault_matter(
                f"lượt chạy “{name}”{_WORK.get(name, '')}", _in_words(words, office)[:_LONGEST_WORDS], office.today()
            )
            yield Alarm(_flow_alarm(name), (matter,), can_return=True)
    if seen.collected_at is not None and office.clock.now() - seen.collected_at >= QUIET_AT_LEAST:
        moment = seen.collected_at.astimezone(ZoneInfo(office.plan.timezone))
        since = say("no mail was collected since {moment}", moment=f"{moment:%H:%M, %d/%m/%Y}")
        yield Alarm(QUIET, (Matter("quiet", office.identity.address, office.today(), (since,)),), can_return=True)
    free = free_mb(office.home)
    if free < seen.least_free_mb:
        left = say("{free} MB are left", free=free)
        yield Alarm(DISK, (Matter("disk", str(office.home), office.today(), (left,)),), can_return=True)


def _in_words(words: str, office: Office) -> str:
    """What a run failed of in the plan's language, without the name that only programmers know the error by."""
    kind, colon, said = words.partition(": ")
    if not colon or not kind.isidentifier():
        return words
    told = in_language(said, office.plan.language)
    return told if told != said else words


def _flow_alarm(name: str) -> str:
    return f"flow/{name}"


def free_mb(folder: Path) -> int:
    """Free space, in MB, where a folder is."""
    return shutil.disk_usage(folder).free // _MEGABYTE
