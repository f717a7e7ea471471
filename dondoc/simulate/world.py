"""A world without mail: carries out what `decide` says, straight into events in memory, and lets agencies answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from dondoc.actions import (
    Acknowledge,
    Action,
    AmendRequest,
    HandOverRequest,
    RenderReport,
    SendReminder,
    WithdrawRequest,
    ref_of,
)
from dondoc.change_mails import purpose_of_change, purpose_of_reminder
from dondoc.due import decide
from dondoc.effects import effect_of
from dondoc.events.mails import MailPurpose, MailQueued, MailSent
from dondoc.events.records import Body, Event, Record
from dondoc.events.replies import DocumentReceived, ReceivedAttachment, ReplyReceived
from dondoc.events.reports import ReportRendered
from dondoc.fold import Folding
from dondoc.plan.model import Plan
from dondoc.status import Confirmation, PeriodStatus, RequestStatus, Status

_NO_FILE = "0" * 64
_MORNING = time(1)


@dataclass(frozen=True, slots=True)
class Mailing:
    """One mail to one agency; `cc` holds the agencies copied, `due_on` the ladder day it stands for."""

    on: date
    purpose: MailPurpose
    period: str
    agency: str
    due_on: date | None = None
    cc: tuple[str, ...] = ()


class Answer(Mapping[int, Confirmation]):
    """Every task of a request done, said in one reply: thousands of agencies need not hold an object for each."""

    def __init__(self, agency: str, tasks: Iterable[int], on: date, earlier: Mapping[int, Confirmation]) -> None:
        self._agency = agency
        self._on = on
        self._earlier = earlier
        self._tasks = dict.fromkeys((*earlier, *tasks))

    def __getitem__(self, task: int) -> Confirmation:
        if task in self._earlier:
            return self._earlier[task]
        if task not in self._tasks:
            raise KeyError(task)
        return Confirmation(task, "done", None, {}, "", self._agency, self._on, self._on, "")

    def __contains__(self, task: object) -> bool:
        return task in self._tasks

    def __iter__(self) -> Iterator[int]:
        return iter(self._tasks)

    def __len__(self) -> int:
        return len(self._tasks)


class World:
    """One plan and its events in memory, going on from `records`; the plan may be exchanged between days."""

    def __init__(self, plan: Plan, records: Iterable[Record] = ()) -> None:
        self.plan = plan
        self.mailings: list[Mailing] = []
        self._folding = Folding()
        self._last_seq = 0
        self._answers: dict[str, dict[str, Answer]] = {}
        for record in records:
            self._folding.add(record)
            self._last_seq = max(self._last_seq, record.seq)

    def status(self) -> Status:
        """The state after everything that happened so far."""
        status = self._folding.status()
        periods = {name: replace(period, requests=self._answered(period)) for name, period in status.periods.items()}
        return replace(status, periods=periods)

    def _answered(self, period: PeriodStatus) -> dict[str, RequestStatus]:
        answers = self._answers.get(period.id, {})
        said = {agency: replace(period.requests[agency], confirmations=answer) for agency, answer in answers.items()}
        return {**period.requests, **said}

    def run(self, day: date) -> tuple[Action, ...]:
        """Carry out everything due on a day, and say what that was."""
        status = self.status()
        actions = decide(self.plan, status, day)
        handed_over = [action for action in actions if isinstance(action, HandOverRequest)]
        for action in actions:
            self._carry_out(action, day, status, handed_over)
        return actions

    def acknowledge(self, day: date) -> None:
        """Send the words owed for replies, and nothing else."""
        status = self.status()
        for action in decide(self.plan, status, day):
            if isinstance(action, Acknowledge):
                self._carry_out(action, day, status, ())

    def answer_all(self, request: RequestStatus, day: date) -> None:
        """The agency confirms all it was asked and did not confirm before, or sends the file asked for."""
        ref, name = request.ref, f"{request.period}/{request.agency}/{day}"
        received = ReplyReceived(
            period=ref.period, agency=ref.agency, reply=name, mail_kind="reply", on=day, sha256=_NO_FILE,
            is_known_sender=True,
        )  # fmt: skip
        self.record(received, day)
        if request.is_document:
            file = ReceivedAttachment(name=f"{ref.agency}.docx", size=0, sha256=_NO_FILE)
            self.record(DocumentReceived(period=ref.period, agency=ref.agency, reply=name, on=day, files=(file,)), day)
        else:
            answer = Answer(ref.agency, request.missing, day, request.confirmations)
            self._answers.setdefault(ref.period, {})[ref.agency] = answer

    def record(self, body: Body, day: date) -> Record:
        """Something happened on a day."""
        self._last_seq += 1
        moment = datetime.combine(day, _MORNING, UTC)
        record = Record(self._last_seq, Event(body, self.plan.code, moment, "simulation"))
        self._folding.add(record)
        return record

    def _carry_out(self, action: Action, day: date, status: Status, handed_over: Iterable[HandOverRequest]) -> None:
        match action:
            case SendReminder():
                purpose = purpose_of_reminder(action, handed_over)
                mailing = Mailing(day, purpose, action.period.id, action.agency, action.due_on, action.cc)
                self._mail(mailing, action.key, action.round)
            case Acknowledge():
                purpose = "question" if action.is_question else "acknowledge"
                mailing = Mailing(day, purpose, action.period.id, action.agency)
                self._mail(mailing, action.key, 1, reply=action.reply)
            case RenderReport():
                self.record(ReportRendered(period=action.period.id, on=day, edition=1, files={}), day)
            case AmendRequest() | WithdrawRequest() | HandOverRequest():
                self.record(effect_of(action, on=day), day)
                self._tell(action, day, status, handed_over)
            case _:
                self.record(effect_of(action, on=day, code=f"{action.period.id}/{action.key}"), day)

    def _tell(
        self,
        change: AmendRequest | WithdrawRequest | HandOverRequest,
        day: date,
        status: Status,
        handed_over: Iterable[HandOverRequest],
    ) -> None:
        request = status.request(ref_of(change))
        purpose = purpose_of_change(self.plan, status, change, request, handed_over)
        if purpose is not None and request is not None:
            self._mail(Mailing(day, purpose, change.period.id, change.agency), change.key, max(request.round, 1))

    def _mail(self, mailing: Mailing, key: str, count: int, reply: str | None = None) -> None:
        self.mailings.append(mailing)
        agency = self.plan.agencies.get(mailing.agency)
        place = {"period": mailing.period, "agency": mailing.agency, "mail": key}
        queued = MailQueued(
            **place, purpose=mailing.purpose, on=mailing.on, due_on=mailing.due_on, message_id=key, envelope_from="",
            recipients=agency.email if agency else (), subject="", sha256=_NO_FILE, round=count, reply=reply,
        )  # fmt: skip
        self.record(queued, mailing.on)
        self.record(MailSent(**place), mailing.on)
