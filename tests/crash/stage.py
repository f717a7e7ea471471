"""An office that is killed: runs one act of an office in a forked process, which dies at the n-th crash point it meets.

`python -m tests.crash.stage` reads one order a line and answers with one line each; imports are paid once.
A crash point is a call through a port (ledger, files, mail out, mail in) that leaves something behind: between two of
them nothing outlives the process. Each has a name; tests/golden/crash-points/ lists those of each act.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.clock import FixedClock
from app.collect import collect
from app.deliver import deliver_all, ready_mails, waiting_mails
from app.office import Office
from app.remind import queue_acknowledgements, queue_due
from app.report import approve_report, draft_report, reports_due, reports_to_approve
from app.settings import Account, Settings
from app.wiring import current_office
from dondoc.events.records import Body, Event, Record
from dondoc.mail import OutboundMail, RawMail, SendResult
from dondoc.ports import Collector, FileStore, Ledger, Notifier, nothing
from ledger.sql import SqlLedger


@dataclass(frozen=True, slots=True)
class Order:
    """What to do, where, on which day and hours after eight, and at which step to die (0: never)."""

    act: str
    home: str
    ledger_url: str
    smtp_port: int
    inbox: str
    day: str
    hours: int = 0
    die_at: int = 0

    def settings(self) -> Settings:
        home = Path(self.home)
        return Settings(
            plan=home / "plan.yaml",
            home=home,
            ledger_url=self.ledger_url,
            smtp=Account(host="127.0.0.1", port=self.smtp_port, security="none"),
            maildir=Path(self.inbox),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The signal that ended the act (0: none), and the crash points that a whole one met."""

    signal: int
    points: list[str] = field(default_factory=list)


class Steps:
    """Names the crash points in the order they are met, and kills the process at one of them, before it is passed.

    `die_at` is the number of that point, or how its name begins.
    """

    def __init__(self, die_at: int | str) -> None:
        self.die_at = die_at
        self.names: list[str] = []

    def take(self, name: str) -> None:
        self.names.append(name)
        is_it = name.startswith(self.die_at) if isinstance(self.die_at, str) else len(self.names) == self.die_at
        if is_it:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalLedger:
    """Dies before an append."""

    def __init__(self, ledger: Ledger, steps: Steps) -> None:
        self._ledger, self._steps = ledger, steps

    def append(self, *events: Event) -> tuple[Record, ...]:
        self._steps.take(f"record {' + '.join(_told(event.body) for event in events)}")
        return self._ledger.append(*events)

    def records(self, after: int = 0) -> Iterator[Record]:
        return self._ledger.records(after)

    def has(self, key: str) -> bool:
        return self._ledger.has(key)


class MortalFiles:
    """Dies before a file is stored."""

    def __init__(self, files: FileStore, steps: Steps) -> None:
        self._files, self._steps = files, steps

    def put(self, content: bytes) -> str:
        self._steps.take(f"keep {_sort_of(content)}")
        return self._files.put(content)

    def get(self, sha256: str) -> bytes:
        return self._files.get(sha256)

    def names(self) -> list[str]:
        return self._files.names()


class MortalNotifier:
    """Dies before a mail is handed over; to die after it is to die before the next append."""

    def __init__(self, notifier: Notifier, steps: Steps) -> None:
        self._notifier, self._steps = notifier, steps

    @contextmanager
    def connected(self) -> Iterator[Notifier]:
        with self._notifier.connected() as line:
            yield MortalNotifier(line, self._steps)

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        self._steps.take(f"send to {mail.recipients[0]}")
        return self._notifier.send(mail, meanwhile=meanwhile)


class MortalCollector:
    """Dies before a mail is looked at and before it is moved."""

    def __init__(self, collector: Collector, steps: Steps) -> None:
        self._collector, self._steps = collector, steps

    def fetch(self) -> Iterator[RawMail]:
        for mail in self._collector.fetch():
            self._steps.take("take a mail in")
            yield mail

    def settle(self, mail: RawMail, folder: str) -> None:
        self._steps.take(f"move it to {folder}")
        self._collector.settle(mail, folder)


def _told(body: Body) -> str:
    """An event by its kind and, where there is one, its agency."""
    return f"{body.kind}({body.agency})" if body.agency else str(body.kind)


def _sort_of(content: bytes) -> str:
    """What is kept, by its first bytes."""
    sorts = {b"PK": "an Office file", b"%PDF": "a PDF", b"<!": "a page", b"#": "a text"}
    return next((sort for begin, sort in sorts.items() if content.startswith(begin)), "a mail")


def remind(office: Office, day: date) -> None:
    queue_due(office, day)
    deliver_all(office, waiting_mails(office.status()))


def take_in(office: Office, day: date) -> None:
    list(collect(office, day))
    queue_acknowledgements(office, day)
    deliver_all(office, ready_mails(office.status(), office.clock.now()))


def report(office: Office, day: date) -> None:
    queue_due(office, day)
    for period in reports_due(office, day):
        draft_report(office, period, day)
    for period in reports_to_approve(office):
        approve_report(office, period, comment="đồng ý")
    deliver_all(office, waiting_mails(office.status()))


ACTS = {"remind": remind, "collect": take_in, "report": report}


def perform(order: Order) -> list[str]:
    """Play the act; the crash points it met."""
    day = date.fromisoformat(order.day)
    morning = datetime(day.year, day.month, day.day, 1, tzinfo=UTC) + timedelta(hours=order.hours)
    office, steps = current_office(day, order.settings()), Steps(order.die_at)
    ACTS[order.act](replace(mortal(office, steps), clock=FixedClock(morning)), day)
    if isinstance(office.ledger, SqlLedger):
        office.ledger.close()
    return steps.names


def mortal(office: Office, steps: Steps) -> Office:
    """The same office, whose every call through a port is a crash point."""
    return replace(
        office,
        ledger=MortalLedger(office.ledger, steps),
        files=MortalFiles(office.files, steps),
        notifier=MortalNotifier(office.notifier, steps),
        collector=MortalCollector(office.collector, steps),
    )


def in_child(order: Order) -> int:
    """Play the act in a forked process: the signal that ended it (0: none)."""
    child = os.fork()
    if not child:
        perform(order)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def main() -> None:
    """Answer orders until there are none. Who does not die plays here, and leaves compiled templates to the next."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        answer = Answer(in_child(order)) if order.die_at else Answer(0, perform(order))
        print(json.dumps(asdict(answer)), flush=True)


def as_line(order: Order) -> str:
    return json.dumps(asdict(order)) + "\n"


if __name__ == "__main__":
    main()
