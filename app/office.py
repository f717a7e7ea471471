"""One office at work: the plan it follows and the doors to its ledger, files and mail. Holds no state of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.clock import Clock, local_day
from dondoc.errors import DuplicateEvent
from dondoc.events import Body, Event
from dondoc.letters.identity import OfficeIdentity
from dondoc.plan.faults import Fault
from dondoc.plan.model import Plan
from dondoc.ports import Collector, FileStore, Ledger, Notifier
from dondoc.status import Status, fold
from notifiers.compose import Composer
from renderers.signature import Signature

SYSTEM = "dondoc"
"""Who did what no person did."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where mails go once they are settled, by the names of the mail server."""

    done: str
    quarantine: str


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a use case needs. `faults` are those of plan.yaml while the text adopted before is followed."""

    plan: Plan
    plan_text: str
    ledger: Ledger
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

    def today(self) -> date:
        """The day where the plan lives."""
        return local_day(self.clock.now(), self.plan.timezone)

    def status(self) -> Status:
        """The state of everything, as of the last event."""
        return fold(record for record in self.ledger.records() if record.event.plan == self.plan.code)

    def record(self, *bodies: Body, by: str = SYSTEM) -> bool:
        """Record these events, all or none; False when another worker did so first."""
        moment = self.clock.now()
        try:
            self.ledger.append(*(Event(body, self.plan.code, moment, by) for body in bodies))
        except DuplicateEvent:
            return False
        return True
