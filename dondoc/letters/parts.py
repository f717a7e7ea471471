"""The parts that letters are made of: addresses, deadline, tasks still missing and tasks already known, the thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from dondoc.letters import drafts
from dondoc.letters.letter import AskedTask, Deadline, Draft, KnownTask, Letter, Thread
from dondoc.letters.words import figure_said_vi, figure_wanted_vi, status_vi
from dondoc.periods import Period
from dondoc.plan.model import Agency, Plan, Task
from dondoc.status import Confirmation, RequestStatus
from dondoc.workdays import WorkCalendar

_LADDER = frozenset({"first", "remind", "overdue", "escalate"})


@dataclass(frozen=True, slots=True)
class Recipients:
    """Bare addresses, each once; `copied` names the agencies in `cc`."""

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()


def recipients(plan: Plan, agency: Agency, copies: Iterable[str], bounced: Collection[str]) -> Recipients:
    """Where mail for an agency goes: its own addresses, its copies, then the agencies copied; dead ones left out."""
    copied = [plan.agencies[name] for name in copies if name in plan.agencies]
    dead = {address.casefold() for address in bounced}
    to = _distinct(agency.email, dead)
    wanted_cc = (*agency.cc, *(address for other in copied for address in other.email))
    cc = _distinct(wanted_cc, dead | {address.casefold() for address in to})
    return Recipients(to, cc, tuple(other.name for other in copied if set(other.email) & {*to, *cc}))


def _distinct(addresses: Iterable[str], without: Collection[str]) -> tuple[str, ...]:
    return tuple({a.casefold(): a for a in addresses if a.casefold() not in without}.values())


def addressee(plan: Plan, request: RequestStatus) -> Agency:
    """The agency asked; for one no longer in the plan, whoever the first mail of the request went to."""
    known = plan.agencies.get(request.agency)
    if known is not None:
        return known
    first = next(iter(request.mails.values()), None)
    return Agency(request.agency, "Quý cơ quan", email=first.queued.recipients if first else ())


def deadline_of(plan: Plan, period: Period, as_of: date) -> Deadline:
    """The period's deadline seen from `as_of`."""
    calendar = WorkCalendar(plan.calendar)
    last_working_day = calendar.before(period.due_on) if calendar.is_off(period.due_on) else None
    return Deadline(
        due_on=period.due_on,
        stated_on=period.stated_on,
        is_before=period.is_before,
        days_left=(period.due_on - as_of).days,
        last_working_day=last_working_day if last_working_day and last_working_day >= as_of else None,
        counted_to=period.counted_to,
        closes_on=period.closes_on,
    )


def base_letter(
    plan: Plan, period: Period, request: RequestStatus, *, key: str, as_of: date, reached: Recipients
) -> Letter:
    """A letter about a request with all that is known and all that is missing; its purpose is still to be set."""
    missing_tasks = [plan.tasks[number] for number in request.missing if number in plan.tasks]
    missing = tuple(_asked(plan, request.code, task, len(missing_tasks)) for task in missing_tasks)
    wanted = {name: figure for name, figure in period.cycle.figures.items() if name not in request.figures}
    figures = tuple(figure_wanted_vi(figure) for figure in wanted.values())
    known = known_tasks(plan, request)
    return Letter(
        key=key,
        purpose="remind",
        plan=plan,
        agency=addressee(plan, request),
        as_of=as_of,
        to=reached.to,
        cc=reached.cc,
        copied=reached.copied,
        code=request.code,
        period=period,
        deadline=deadline_of(plan, period, as_of),
        is_document=request.is_document,
        sequence=request.changes,
        missing=missing,
        known=known,
        figures=figures,
        known_figures=_known_figures(period, request),
        documents=tuple(file.name for file in request.documents),
        drafts=_drafts(request, missing, figures),
        correction=drafts.correction_draft(request.code, known),
        blanks=tuple(drafts.blanks(missing, figures)) if missing else (),
        examples=drafts.examples(missing_tasks),
        sent_on=ladder_days(request),
        thread=thread_of(request),
    )


def _drafts(request: RequestStatus, missing: tuple[AskedTask, ...], figures: tuple[str, ...]) -> tuple[Draft, ...]:
    if request.is_document:
        return (drafts.document_draft(request.code),)
    return drafts.all_drafts(request.code, missing, figures)


def _asked(plan: Plan, code: str, task: Task, count: int) -> AskedTask:
    return AskedTask(
        number=task.number,
        content=task.content,
        support=task.support_text or "; ".join(plan.name_of(name) for name in task.support),
        figures=tuple(figure_wanted_vi(figure) for figure in task.figures.values()),
        drafts=drafts.task_drafts(code, task) if count <= drafts.MOST_BUTTONS else (),
    )


def known_tasks(plan: Plan, request: RequestStatus) -> tuple[KnownTask, ...]:
    """What was recorded of the tasks asked, in the order they are asked."""
    told = {mail.queued.reply for mail in request.mails.values()}
    return tuple(
        _known(plan, plan.tasks[number], request.confirmations[number], request.agency, told)
        for number in request.tasks
        if number in request.confirmations and number in plan.tasks
    )


def _known(plan: Plan, task: Task, said: Confirmation, agency: str, told: Collection[str | None]) -> KnownTask:
    given = {name: figure for name, figure in task.figures.items() if name in said.figures}
    needs_figures = said.status in {"done", "in_progress"}
    return KnownTask(
        number=task.number,
        content=task.content,
        said=status_vi(said),
        said_on=said.said_on,
        figures=tuple(figure_said_vi(figure, said.figures[name]) for name, figure in given.items()),
        wanting=tuple(
            figure_wanted_vi(figure) for name, figure in task.figures.items() if needs_figures and name not in given
        ),
        note=said.note,
        said_by=plan.name_of(said.agency) if said.agency != agency else "",
        is_new=said.reply not in told,
    )


def _known_figures(period: Period, request: RequestStatus) -> tuple[str, ...]:
    wanted = period.cycle.figures
    return tuple(figure_said_vi(wanted[name], value) for name, value in request.figures.items() if name in wanted)


def ladder_days(request: RequestStatus) -> tuple[date, ...]:
    """The days on which mails of the ladder went out since the request was last opened."""
    return tuple(
        dict.fromkeys(
            mail.queued.on
            for mail in request.mails.values()
            if mail.queued.purpose in _LADDER and mail.queued.round == request.round and mail.state == "sent"
        )
    )


def thread_of(request: RequestStatus, answering: str | None = None) -> Thread:
    """All mails of a request hang on its first one, so that mail programs show one conversation."""
    first = next((mail.queued.message_id for mail in request.mails.values()), None)
    references = tuple(dict.fromkeys(name for name in (first, answering) if name))
    return Thread(answering or first, references)
