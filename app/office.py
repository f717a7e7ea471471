"""One office at work: the plan it follows and the doors to its ledger, files and mail. Holds no state of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from app.clock import Clock, local_day
from dondoc.adoption import Proposal
from dondoc.errors import DuplicateEvent
from dondoc.events.records import Body, Event, Record
from dondoc.fold import Folding
from dondoc.letters.identity import OfficeIdentity
from dondoc.messages import Message
from dondoc.plan.faults import Fault
from dondoc.plan.model import Plan
from dondoc.plan.resolve import holder_on
from dondoc.ports import Collector, FileStore, Ledger, Notifier
from dondoc.status import Status
from notifiers.compose import Composer
from renderers.signature import Signature

InDoubt = Literal["hold", "resend"]
"""What becomes of a mail that may have been sent: it waits for the officer, or goes out again under its Message-ID."""

SYSTEM = "dondoc"
"""Who did what no person did."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where mails go once they are settled, by the names of the mail server."""

    done: str
    quarantine: str


class History:
    """The plan's own part of the ledger, read once and then only onwards: what is recorded never changes."""

    def __init__(self, ledger: Ledger, plan_code: str) -> None:
        self._ledger = ledger
        self._plan_code = plan_code
        self._records: list[Record] = []
        self._last_seq = 0
        self._folding = Folding()
        self._folded = 0

    def records(self) -> Sequence[Record]:
        """Every event of the plan, up to the last one recorded."""
        for record in self._ledger.records(after=self._last_seq):
            self._last_seq = record.seq
            if record.event.plan == self._plan_code:
                self._records.append(record)
        return self._records

    def status(self) -> Status:
        """The state of everything, as of the last event; only what is new is folded in."""
        records = self.records()
        for record in records[self._folded :]:
            self._folding.add(record)
        self._folded = len(records)
        return self._folding.status()


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a use case needs. `faults` are those of plan.yaml while the text adopted before is followed.

    `proposal` is what plan.yaml says while it waits for the officer's word; `file_hash` is that of the file as it is;
    `unread` says why there is no file to read.
    """

    plan: Plan
    plan_text: str
    ledger: Ledger
    history: History
    files: FileStore
    notifier: Notifier
    collector: Collector
    folders: Folders
    clock: Clock
    identity: OfficeIdentity
    composer: Composer
    signature: Signature
    secret: bytes
    home: Path
    faults: tuple[Fault, ...] = ()
    proposal: Proposal | None = None
    unread: Message | None = None
    file_hash: str = ""
    in_doubt: InDoubt = "hold"
    authserv_id: str | None = None
    mails_per_hour: int | None = None

    def today(self) -> date:
        """The day where the plan lives."""
        return local_day(self.clock.now(), self.plan.timezone)

    @property
    def coordinator(self) -> str:
        """The agency that coordinates today."""
        return holder_on(self.plan, self.plan.coordinator, self.today()).id

    def status(self) -> Status:
        """The state of everything, as of the last event."""
        return self.history.status()

    def record(self, *bodies: Body, by: str = SYSTEM) -> bool:
        """Record these events, all or none; False when another worker did so first."""
        moment = self.clock.now()
        try:
            self.ledger.append(*(Event(body, self.plan.code, moment, by) for body in bodies))
        except DuplicateEvent:
            return False
        return True
