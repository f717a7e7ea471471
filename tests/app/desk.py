"""A small office in memory: a plan of three agencies, a notifier that records, a mailbox to put mail into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from app.collect import Taken, collect
from app.deliver import Outcome, deliver_all, waiting_mails
from app.language import translator
from app.office import Folders, History, Office
from app.remind import queue_acknowledgements, queue_due
from collectors.memory import MemoryCollector
from dondoc.events.records import Body
from dondoc.letters.identity import OfficeIdentity
from dondoc.plan.load import load_plan
from dondoc.status import MailStatus, ReplyStatus, RequestStatus
from ledger.memory import MemoryFileStore, MemoryLedger
from notifiers.compose import Composer
from notifiers.recording import RecordingNotifier
from renderers.signature import BLANK

OFFICE = "office@so-a.example"
OPENS, DUE, CLOSES = date(2026, 10, 30), date(2026, 11, 29), date(2026, 12, 29)
PERIOD = "nam-2026"
PLAN = """\
plan:
  code: KH
  title: Kế hoạch thử nghiệm
  issued_by: Ủy ban nhân dân tỉnh
  issued_on: 2023-03-27
  starts: 2023-03-27
  ends: 2028-12-31
  timezone: Asia/Ho_Chi_Minh
  language: vi
  coordinator: so-a
  reports_to: ubnd
agencies:
  ubnd: {name: Ủy ban nhân dân tỉnh, email: ubnd@tinh.example}
  so-a: {name: Sở An, email: office@so-a.example, superior: ubnd}
  so-b: {name: Sở Bình, email: so-b@tinh.example, superior: ubnd}
  so-c: {name: Sở Cường, email: [so-c@tinh.example, so-c2@tinh.example], superior: ubnd}
tasks:
  1: {content: Phổ biến quyết định, lead: [so-b, so-c], figures: {lop: {name: Số lớp, unit: lớp}}}
  2:
    content: Ban hành quy chế phát ngôn
    lead: so-b
    figures: {co-quy-che: {name: Đã ban hành quy chế, kind: yesno}}
cycles:
  nam:
    title: Báo cáo năm {year}
    every: year
    due_before: 30/11
    tasks: all
    remind: [-30d, -14d, -7d, -1d, {at: +1d, tone: overdue}, {at: +7d, tone: escalate, cc: [superior]}]
"""


_BEFORE, _, _AFTER = PLAN.partition("  so-b:")
_TASKS = _AFTER[_AFTER.index("tasks:") :]


def crowded_plan(agencies: int) -> str:
    """The small plan with so many agencies that lead its first task."""
    names = [f"dv-{number}" for number in range(agencies)]
    listed = "".join(f"  {name}: {{name: Đơn vị {name}, email: {name}@tinh.example}}\n" for name in names)
    tasks = _TASKS.replace("lead: [so-b, so-c]", f"lead: [{', '.join(names)}]").replace("lead: so-b", "lead: dv-0")
    return f"{_BEFORE}{listed}{tasks}"


@dataclass
class MovingClock:
    """A clock that the test turns."""

    moment: datetime

    def now(self) -> datetime:
        """Where the test turned it."""
        return self.moment

    def turn_to(self, day: date, hour: int = 8) -> None:
        """An hour of a day where the plan lives."""
        self.moment = datetime.combine(day, time(hour), ZoneInfo("Asia/Ho_Chi_Minh")).astimezone(UTC)

    def forward(self, **parts: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**parts)


@dataclass
class Room:
    """The office and everything around it that a test touches."""

    office: Office
    clock: MovingClock
    notifier: RecordingNotifier
    inbox: MemoryCollector
    files: MemoryFileStore
    ledger: MemoryLedger
    numbers: list[int] = field(default_factory=list)

    def remind(self, day: date) -> dict[str, Outcome]:
        """What the remind flow does on a day, at eight."""
        self.clock.turn_to(day)
        queue_due(self.office, day)
        return deliver_all(self.office, waiting_mails(self.office.status()))

    def run_days(self, first: date, last: date) -> None:
        """The remind flow, every day."""
        while first <= last:
            self.remind(first)
            first += timedelta(days=1)

    def collect(self, day: date) -> list[Taken]:
        """What the collect flow does on a day, without the words back."""
        return list(collect(self.office, day))

    def acknowledge(self, day: date) -> tuple[str, ...]:
        """Queue and send the words owed."""
        keys = queue_acknowledgements(self.office, day)
        deliver_all(self.office, keys)
        return keys

    def write(
        self,
        sender: str,
        text: str,
        *,
        agency: str = "so-b",
        subject: str | None = None,
        message_id: str | None = None,
        headers: dict[str, str] | None = None,
        files: dict[str, bytes] | None = None,
    ) -> bytes:
        """A mail comes in, in answer to the agency's request unless another subject is given."""
        self.numbers.append(1)
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, OFFICE
        mail["Subject"] = subject if subject is not None else f"Re: [{self.request(agency).code}] Báo cáo"
        mail["Message-ID"] = message_id or f"<{len(self.numbers)}@mail.example>"
        for name, value in (headers or {}).items():
            mail[name] = value
        mail.set_content(text)
        for name, content in (files or {}).items():
            mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
        raw = mail.as_bytes()
        self.inbox.deliver(raw, self.clock.now())
        return raw

    def request(self, agency: str) -> RequestStatus:
        """The request of an agency in the period of 2026."""
        return self.office.status().periods[PERIOD].requests[agency]

    def mails(self, purpose: str, agency: str = "so-b") -> list[MailStatus]:
        """The mails of a kind to an agency ("" for the office), in order."""
        every = self.office.status().mails.values()
        return [mail for mail in every if (mail.queued.purpose, mail.queued.agency) == (purpose, agency)]

    def waiting(self) -> tuple[ReplyStatus, ...]:
        """Replies that wait for the officer."""
        return self.office.status().waiting

    def kinds(self) -> list[str]:
        """The kinds of all events, in order."""
        return [record.body.kind for record in self.ledger.records()]

    def bodies(self, kind: str) -> list[Body]:
        """The events of a kind."""
        return [record.body for record in self.ledger.records() if record.body.kind == kind]

    def follow(self, plan_text: str) -> None:
        """plan.yaml was changed."""
        plan = load_plan(plan_text).plan
        self.office = replace(self.office, plan=plan, plan_text=plan_text, history=History(self.ledger, plan.code))


def make_room(home: Path, plan_text: str = PLAN) -> Room:
    """An office that never ran, on the day the period of 2026 opens."""
    plan = load_plan(plan_text).plan
    clock = MovingClock(datetime(2026, 10, 30, 1, tzinfo=UTC))
    ledger, files, inbox, notifier = MemoryLedger(), MemoryFileStore(), MemoryCollector(), RecordingNotifier()
    identity = OfficeIdentity("Sở An", OFFICE)
    office = Office(
        plan=plan,
        plan_text=plan_text,
        ledger=ledger,
        history=History(ledger, plan.code),
        files=files,
        notifier=notifier,
        collector=inbox,
        folders=Folders("done", "quarantine"),
        clock=clock,
        identity=identity,
        composer=Composer(identity, translate=translator("vi")),
        signature=BLANK,
        secret=b"k" * 32,
        home=home,
    )
    return Room(office, clock, notifier, inbox, files, ledger)
