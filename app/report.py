"""Drafting the consolidated report of a period: computed from the ledger, rendered, kept by hash, put in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from mimetypes import guess_type
from pathlib import Path

from app.letters import queued_mail
from app.office import Office
from app.shelf import write_private
from dondoc.actions import RenderReport
from dondoc.due import decide
from dondoc.errors import InputError
from dondoc.events.periods import PeriodClosed
from dondoc.events.reports import ReportApproved, ReportRendered
from dondoc.fold import fold
from dondoc.letters.letter import Letter, Matter
from dondoc.letters.officer import officer_letter
from dondoc.mail import Attachment
from dondoc.messages import say
from dondoc.periods import period_named
from dondoc.plan.model import Plan
from dondoc.report.build import build_report
from dondoc.report.earlier import earlier_of
from dondoc.report.model import Report
from dondoc.status import PeriodStatus, RequestStatus, Status
from dondoc.versions import adopted_plan
from renderers.documents import render_all


@dataclass(frozen=True, slots=True)
class Drafted:
    """An edition of the report: the value and where its files are."""

    report: Report
    edition: int
    files: tuple[Path, ...]


def report_of(office: Office, period_id: str, as_of: date) -> Report:
    """The report as a value: of a closed period as it was at its close and by its plan, of an open one as it stands."""
    status = office.status()
    plan = office.plan
    state = status.periods.get(period_id)
    if state is not None and state.closed_on is not None:
        status, plan, as_of = _at_close(office, period_id), _plan_of(office, state), state.closed_on
    period = period_named(plan, period_id)
    previous = earlier_of(period, status, office.history.records(), plan)
    return build_report(plan, status, period, as_of=as_of, previous=previous)


def _at_close(office: Office, period_id: str) -> Status:
    """The state when the period closed: what came later belongs to no report."""
    records = office.history.records()
    closed = next(r.seq for r in records if isinstance(r.body, PeriodClosed) and r.body.period == period_id)
    return fold(record for record in records if record.seq <= closed)


def _plan_of(office: Office, state: PeriodStatus) -> Plan:
    """The plan a closed period was run under."""
    return adopted_plan(office.history.records(), state.plan_version) or office.plan


def reports_due(office: Office, as_of: date) -> tuple[str, ...]:
    """Closed periods whose report nobody has drafted yet."""
    actions = decide(office.plan, office.status(), as_of)
    closed = {period.id for period in office.status().periods.values() if period.closed_on is not None}
    due = (action.period.id for action in actions if isinstance(action, RenderReport))
    return tuple(period_id for period_id in due if period_id in closed)


def reports_to_approve(office: Office) -> tuple[str, ...]:
    """Periods whose newest edition waits for the officer's approval."""
    return tuple(
        period.id
        for period in office.status().periods.values()
        if period.reports and all(one.edition != period.reports[-1].edition for one in period.approved)
    )


def draft_report(office: Office, period_id: str, as_of: date) -> Drafted:
    """Render every document of the period, keep it, and put copies into the reports folder under its edition."""
    report = report_of(office, period_id, as_of)
    state = office.status().periods.get(period_id, PeriodStatus(period_id))
    edition = len(state.reports) + 1
    folder = office.home / "reports" / period_id / f"ban-{edition}"
    hashes: dict[str, str] = {}
    for name, content in render_all(report, office.signature).items():
        hashes[name] = office.files.put(content)
        write_private(folder / name, content)
    office.record(ReportRendered(period=period_id, on=as_of, edition=edition, files=hashes))
    return Drafted(report, edition, tuple(folder / name for name in hashes))


def approve_report(office: Office, period_id: str, *, comment: str, by: str = "cán bộ đầu mối") -> tuple[str, ...]:
    """Record the approval of the newest edition and queue it to the office's own mailbox; the keys of the mails."""
    status = office.status()
    state = status.periods.get(period_id)
    if state is None or not state.reports:
        raise InputError(say("no report of {id} has been drafted yet", id=period_id))
    rendered = state.reports[-1]
    letter = _approved_letter(office, period_id, rendered.edition)
    files = tuple(
        Attachment(name, guess_type(name)[0] or "application/octet-stream", office.files.get(sha256))
        for name, sha256 in rendered.files.items()
    )
    approved = ReportApproved(period=period_id, on=office.today(), edition=rendered.edition, comment=comment)
    queued = queued_mail(office, letter, RequestStatus("", ""), attachments=files)
    return (queued.mail,) if office.record(approved, queued, by=by) else ()


def _approved_letter(office: Office, period_id: str, edition: int) -> Letter:
    """To the coordinating office itself: the leader signs there, and sends it on in the office's own way."""
    title = period_named(office.plan, period_id).title
    matter = Matter("report", title, office.today())
    key = f"{period_id}/report/{edition}"
    return officer_letter(office.plan, office.coordinator, (matter,), key=key, as_of=office.today())
