"""From decisions to queued mail: carry out what is due, compose, store and queue each letter. Sends nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.adoption import adopt_plan
from app.letters import queued_mail
from app.office import Office
from dondoc.actions import (
    Acknowledge,
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    OpenPeriod,
    OpenRequest,
    RenderReport,
    SendReminder,
    WithdrawRequest,
    ref_of,
)
from dondoc.due import decide
from dondoc.effects import StructuralAction, effect_of
from dondoc.events.mails import MailQueued
from dondoc.events.records import Body
from dondoc.letters.choose import Telling, letter_for
from dondoc.letters.letter import Letter
from dondoc.requests import request_code
from dondoc.status import RequestStatus, Status

ONE_WORD_EVERY = timedelta(hours=1)
"""An agency gets at most one acknowledgement in this time, however often it writes."""


def queue_due(office: Office, as_of: date) -> tuple[str, ...]:
    """Carry out everything due up to `as_of` but reports; the keys of the mails queued by it, in order."""
    version = adopt_plan(office)
    actions = decide(office.plan, office.status(), as_of)
    batch = _Batch(office, as_of, version)
    batch.restructure(
        [action for action in actions if not isinstance(action, SendReminder | Acknowledge | RenderReport)]
    )
    batch.write([action for action in actions if isinstance(action, SendReminder | Acknowledge)])
    return tuple(batch.queued)


def queue_acknowledgements(office: Office, as_of: date) -> tuple[str, ...]:
    """Queue the words owed for replies, and nothing else; the keys of the mails queued by it."""
    actions = decide(office.plan, office.status(), as_of)
    batch = _Batch(office, as_of, 0)
    batch.write([action for action in actions if isinstance(action, Acknowledge)])
    return tuple(batch.queued)


@dataclass(slots=True)
class _Batch:
    """One run of `queue_due`: what was handed over in it, and what was queued."""

    office: Office
    as_of: date
    plan_version: int
    queued: list[str] = field(default_factory=list)
    handed_over: list[HandOverRequest] = field(default_factory=list)

    def restructure(self, actions: list[StructuralAction]) -> None:
        """Change who is asked what. A change and the mail that tells of it are recorded together or not at all."""
        self.handed_over = [action for action in actions if isinstance(action, HandOverRequest)]
        status = self.office.status()
        codes = {request.code for request in status.requests}
        openings: list[Body] = []
        for action in actions:
            match action:
                case OpenPeriod():
                    openings.append(effect_of(action, on=self.as_of))
                case OpenRequest():
                    openings.append(effect_of(action, on=self.as_of, code=self._code(action, status, codes)))
                case ClosePeriod():
                    self._record(effect_of(action, on=self.as_of, plan_version=self.plan_version))
                case _:
                    self._record(effect_of(action, on=self.as_of), *self._told(action, status))
        self._record(*openings)

    def write(self, actions: list[SendReminder | Acknowledge]) -> None:
        """Queue reminders and acknowledgements, one by one: a mail that is queued is complete."""
        status = self.office.status()
        for action in actions:
            request = status.request(ref_of(action))
            if request is None or (isinstance(action, Acknowledge) and self._had_a_word(request)):
                continue
            letter = self._letter(action, request, status)
            due_on, reply = _cause(action)
            if letter is not None and letter.to:  # every address may have bounced; the officer knows
                self._record(queued_mail(self.office, letter, request, due_on=due_on, reply=reply))

    def _record(self, *bodies: Body) -> None:
        if bodies and self.office.record(*bodies):
            self.queued += [body.mail for body in bodies if isinstance(body, MailQueued)]

    def _code(self, action: OpenRequest, status: Status, codes: set[str]) -> str:
        """A request that is opened again keeps its code: the agency's earlier mails stay valid."""
        known = status.request(ref_of(action))
        if known is not None and known.code:
            return known.code
        office = self.office
        code = request_code(office.plan, action.period, action.agency, secret=office.secret, taken=codes)
        codes.add(code)
        return code

    def _told(self, action: AmendRequest | WithdrawRequest | HandOverRequest, status: Status) -> Iterator[MailQueued]:
        """The mail that tells of a change, to whoever had a mail of the request before."""
        request = status.request(ref_of(action))
        letter = self._letter(action, request, status) if request is not None else None
        if request is not None and letter is not None and letter.to:
            yield queued_mail(self.office, letter, request)

    def _letter(self, action: Telling, request: RequestStatus, status: Status) -> Letter | None:
        return letter_for(self.office.plan, status, request, action, handed_over=self.handed_over, as_of=self.as_of)

    def _had_a_word(self, request: RequestStatus) -> bool:
        """Whether the agency got an acknowledgement within the hour; the next run answers for all its replies."""
        since = self.office.clock.now() - ONE_WORD_EVERY
        return any(mail.queued.reply is not None and mail.queued_at > since for mail in request.mails.values())


def _cause(action: SendReminder | Acknowledge) -> tuple[date | None, str | None]:
    """The ladder day a mail stands for, or the reply it answers."""
    return (action.due_on, None) if isinstance(action, SendReminder) else (None, action.reply)
