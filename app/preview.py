"""Any mail as it would look on a day, without sending, recording or needing a mail server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.enclosure import FormMaker
from app.letterhead import composer_of, identity_of
from app.sight import Sight, Subject
from dondoc.actions import (
    Acknowledge,
    Action,
    AmendRequest,
    HandOverRequest,
    OpenRequest,
    SendReminder,
    WithdrawRequest,
)
from dondoc.due import copies_of, decide
from dondoc.errors import InputError
from dondoc.ladder import Rung, ladder
from dondoc.letters.choose import Telling, letter_for
from dondoc.letters.letter import Letter
from dondoc.messages import say
from dondoc.periods import Period
from dondoc.plan.model import Tone
from dondoc.plan.resolve import Resolver
from dondoc.simulate.behaviour import SILENCE
from dondoc.simulate.play import simulate
from dondoc.status import RequestStatus, Status
from dondoc.workdays import WorkCalendar
from notifiers.compose import Composed

_MORNING = time(7, 30)
_ONE_DAY = timedelta(days=1)


def preview_due(subject: Subject, form_with: FormMaker) -> Composed:
    """The mail that is due to the agency on the day; raises InputError where none is."""
    sight, day = subject.sight, subject.day
    decided = decide(sight.plan, sight.status, day)
    actions = [action for action in decided if action.period.id == subject.period.id]
    handed_over = [action for action in actions if isinstance(action, HandOverRequest)]
    for action in _telling(actions, subject.agency):
        request = _as_opened(subject.request, actions) if isinstance(action, SendReminder) else subject.request
        letter = letter_for(sight.plan, sight.status, request, action, handed_over=handed_over, as_of=day)
        if letter is not None:
            return _compose(sight, letter, request, form_with)
    raise InputError(
        say(
            "no mail to {agency} is due in {period} on {day}; see one with --what first, remind, overdue or escalate",
            agency=subject.agency,
            period=subject.period.id,
            day=day.isoformat(),
        )
    )


def _telling(actions: Sequence[Action], agency: str) -> Iterator[Telling]:
    """What the agency would be written about: a reminder before a change, a change before a word for its reply."""
    for kind in (SendReminder, AmendRequest | WithdrawRequest | HandOverRequest, Acknowledge):
        yield from (action for action in actions if isinstance(action, kind) and action.agency == agency)


def _as_opened(request: RequestStatus, actions: Sequence[Action]) -> RequestStatus:
    """The request as it stands once today's changes are made."""
    for action in actions:
        if isinstance(action, OpenRequest | AmendRequest) and action.agency == request.agency:
            return replace(request, tasks=action.tasks)
    return request


def preview_step(subject: Subject, tone: Tone, form_with: FormMaker) -> Composed:
    """A mail of the ladder as it would look if the agency stayed silent until that step."""
    sight, period, agency = subject.sight, subject.period, subject.agency
    rung = _rung(subject, tone)
    day = sight.day if sight.is_day_named else rung.on
    status = _played_until(sight, period, day)
    played = status.request(subject.request.ref)
    request = replace(played, code=subject.request.code) if played and played.is_open else subject.request
    action = SendReminder(
        period=period,
        agency=agency,
        purpose=tone,
        due_on=rung.on,
        step=rung.at,
        is_first=tone == "first" or not request.mails,
        round=request.round,
        cc=copies_of(sight.plan, Resolver(sight.plan), agency, rung, day),
    )
    letter = letter_for(sight.plan, status, request, action, handed_over=(), as_of=day)
    if letter is None:
        raise ValueError(tone)  # a reminder always has a letter
    return _compose(sight, letter, request, form_with)


def _rung(subject: Subject, tone: Tone) -> Rung:
    """The step of this tone: the last one due by the day, else the first; raises InputError where there is none."""
    plan = subject.sight.plan
    rungs = ladder(subject.period, WorkCalendar(plan.calendar), working_days_only=plan.mail.working_days_only)
    of_tone = [rung for rung in rungs if rung.tone == tone]
    if not of_tone:
        raise InputError(say("cycle {cycle} has no step {tone}", cycle=subject.period.cycle.id, tone=tone))
    reached = [rung for rung in of_tone if rung.on <= subject.day]
    return reached[-1] if reached else of_tone[0]


def _played_until(sight: Sight, period: Period, day: date) -> Status:
    """The state on the morning of `day` when nobody answers from now on."""
    first = max(period.opens_on, sight.records[-1].event.at.date() + _ONE_DAY) if sight.records else period.opens_on
    if day <= first:
        return sight.status
    return simulate(sight.plan, first, day - _ONE_DAY, SILENCE, records=sight.records).status


def _compose(sight: Sight, letter: Letter, request: RequestStatus, form_with: FormMaker) -> Composed:
    identity = identity_of(sight.settings, sight.plan, letter.as_of)
    at = datetime.combine(letter.as_of, _MORNING, ZoneInfo(sight.plan.timezone)).astimezone(UTC)
    composer = composer_of(sight.settings, sight.plan, identity)
    return composer.compose(letter, form_with(sight.plan, letter, request), at)
