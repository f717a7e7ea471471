"""A world without mail: carries out what `decide` says, straight into events, and lets agencies answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dondoc.actions import Acknowledge, Action, RenderReport, SendReminder
from dondoc.due import decide
from dondoc.effects import effect_of
from dondoc.events import (
    Body,
    DocumentReceived,
    Event,
    ItemConfirmed,
    MailBounced,
    MailQueued,
    MailSent,
    ReceivedAttachment,
    Record,
    RecordedItem,
    ReplyReceived,
    ReportRendered,
)
from dondoc.plan.model import Plan
from dondoc.status import Status, fold


class Play:
    """One plan, one ledger in memory; `sent` lists every reminder with the day it went out."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.records: list[Record] = []
        self.keys: set[str] = set()
        self.sent: list[tuple[date, SendReminder]] = []
        self.done: list[Action] = []

    def status(self) -> Status:
        return fold(self.records)

    def decide(self, day: date) -> tuple[Action, ...]:
        return decide(self.plan, self.status(), day)

    def run(self, day: date) -> tuple[Action, ...]:
        """Carry out everything due on a day."""
        actions = self.decide(day)
        for action in actions:
            self._carry_out(action, day)
        return actions

    def run_days(self, first: date, last: date) -> None:
        while first <= last:
            self.run(first)
            first += timedelta(days=1)

    def answer(self, period: str, agency: str, task: int, day: date, status: str = "done") -> None:
        name = f"{agency}-{task}-{day}-{len(self.records)}"
        item = RecordedItem(task=task, status=status)  # type: ignore[arg-type]  # a literal from the test
        place = {"period": period, "agency": agency, "reply": name, "on": day}
        self._record(
            ReplyReceived(**place, mail_kind="reply", sha256="0" * 64, is_known_sender=True),
            day,
        )
        self._record(ItemConfirmed(**place, item=item), day)

    def file(self, period: str, agency: str, day: date) -> None:
        """The document asked for comes in."""
        place = {"period": period, "agency": agency, "reply": f"{agency}-file-{day}", "on": day}
        file = ReceivedAttachment(name="bao-cao.pdf", size=1, sha256="f" * 64)
        self._record(DocumentReceived(**place, files=(file,)), day)

    def bounce(self, address: str, day: date) -> None:
        """A mail came back: nobody lives there."""
        self._record(MailBounced(reply=f"bounce-{address}", address=address, is_hard=True), day)

    def _carry_out(self, action: Action, day: date) -> None:
        self.done.append(action)
        match action:
            case SendReminder():
                self.sent.append((day, action))
                self._mail(action, day, purpose=action.purpose, due_on=action.due_on, round=action.round)
            case Acknowledge():
                purpose = "question" if action.is_question else "acknowledge"
                self._mail(action, day, purpose=purpose, reply=action.reply)
            case RenderReport():
                self._record(ReportRendered(period=action.period.id, on=day, edition=1, files={}), day)
            case _:
                code = f"{action.period.id}-{getattr(action, 'agency', '')}"
                self._record(effect_of(action, on=day, code=code), day)

    def _mail(self, action: SendReminder | Acknowledge, day: date, **values: object) -> None:
        queued = MailQueued.model_validate(
            {
                "period": action.period.id,
                "agency": action.agency,
                "mail": action.key,
                "on": day,
                "message_id": f"<{action.key}@tinh.example>",
                "envelope_from": "office@tinh.example",
                "recipients": (f"{action.agency}@tinh.example",),
                "subject": "",
                "sha256": "0" * 64,
                **values,
            }
        )
        self._record(queued, day)
        self._record(MailSent(period=action.period.id, agency=action.agency, mail=action.key), day)

    def _record(self, body: Body, day: date) -> None:
        event = Event(body, self.plan.code, datetime.combine(day, time(1), UTC), "test")
        assert event.key not in self.keys, f"recorded twice: {event.key}"
        self.keys.add(event.key)
        self.records.append(Record(len(self.records) + 1, event))
