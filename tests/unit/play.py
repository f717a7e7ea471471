"""The simulated world with a notebook: what was done and sent on which day, and no event recorded twice."""

from __future__ import annotations

from datetime import date, timedelta

from dondoc.actions import Action, SendReminder
from dondoc.due import decide
from dondoc.events.mails import MailBounced
from dondoc.events.records import Body, Record
from dondoc.events.replies import DocumentReceived, ItemConfirmed, ReceivedAttachment, RecordedItem, ReplyReceived
from dondoc.plan.model import Plan
from dondoc.reply import ItemStatus
from dondoc.simulate.world import World


class Play(World):
    """One plan in memory; `sent` lists every reminder with the day it went out."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.records: list[Record] = []
        self.sent: list[tuple[date, SendReminder]] = []
        self.done: list[Action] = []

    def decide(self, day: date) -> tuple[Action, ...]:
        return decide(self.plan, self.status(), day)

    def run(self, day: date) -> tuple[Action, ...]:
        """Carry out everything due on a day."""
        actions = super().run(day)
        self.done += actions
        self.sent += [(day, action) for action in actions if isinstance(action, SendReminder)]
        return actions

    def run_days(self, first: date, last: date) -> None:
        while first <= last:
            self.run(first)
            first += timedelta(days=1)

    def answer(self, period: str, agency: str, task: int, day: date, status: ItemStatus = "done") -> None:
        name = f"{agency}-{task}-{day}-{len(self.records)}"
        item = RecordedItem(task=task, status=status)
        received = ReplyReceived(
            period=period,
            agency=agency,
            reply=name,
            on=day,
            mail_kind="reply",
            sha256="0" * 64,
            is_known_sender=True,
        )
        self.record(received, day)
        self.record(ItemConfirmed(period=period, agency=agency, reply=name, on=day, item=item), day)

    def figure(self, period: str, agency: str, task: int, day: date, **figures: float | bool) -> None:
        """The agency says it once more, with figures."""
        name = f"{agency}-{task}-{day}-figures"
        item = RecordedItem(task=task, status="done", figures=figures)
        self.record(ItemConfirmed(period=period, agency=agency, reply=name, on=day, item=item), day)

    def file(self, period: str, agency: str, day: date) -> None:
        """The document asked for comes in."""
        file = ReceivedAttachment(name="bao-cao.pdf", size=1, sha256="f" * 64)
        reply = f"{agency}-file-{day}"
        self.record(DocumentReceived(period=period, agency=agency, reply=reply, on=day, files=(file,)), day)

    def bounce(self, address: str, day: date) -> None:
        """A mail came back: nobody lives there."""
        self.record(MailBounced(reply=f"bounce-{address}", address=address, is_hard=True), day)

    def record(self, body: Body, day: date) -> Record:
        record = super().record(body, day)
        assert all(record.event.key != known.event.key for known in self.records), f"recorded twice: {body.key}"
        self.records.append(record)
        return record
