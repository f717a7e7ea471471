"""Drafting the consolidated report of a period: computed from the ledger, rendered, kept by hash, put in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from renderers.documents import render_all
from renderers.signature import Signature

from app.office import Office
from dondoc.errors import InputError
from dondoc.events import PeriodClosed, ReportRendered
from dondoc.messages import say
from dondoc.periods import Period, all_periods, find_period
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.report.build import build_report
from dondoc.report.model import Report
from dondoc.status import PeriodStatus, Status, fold


@dataclass(frozen=True, slots=True)
class Drafted:
    """An edition of the report: the value and where its files are."""

    report: Report
    edition: int
    files: tuple[Path, ...]


def period_named(plan: Plan, period_id: str) -> Period:
    """The period with this id; raises InputError naming the known ones."""
    period = find_period(plan, period_id)
    if period is None:
        known = ", ".join(one.id for one in all_periods(plan))
        raise InputError(say("the plan has no period {id}; it has: {known}", id=period_id, known=known))
    return period


def report_of(office: Office, period_id: str, as_of: date) -> Report:
    """The report as a value: of a closed period as it was at its close and by its plan, of an open one as it stands."""
    status = office.status()
    plan = office.plan
    state = status.periods.get(period_id)
    if state is not None and state.closed_on is not None:
        status, plan, as_of = _at_close(office, period_id), _plan_of(office, state), state.closed_on
    period = period_named(plan, period_id)
    return build_report(plan, status, period, as_of=as_of, previous=_previous(status, period))


def _at_close(office: Office, period_id: str) -> Status:
    """The state when the period closed: what came later belongs to no report."""
    records = [record for record in office.ledger.records() if record.event.plan == office.plan.code]
    closed = next(r.seq for r in records if isinstance(r.body, PeriodClosed) and r.body.period == period_id)
    return fold(record for record in records if record.seq <= closed)


def _plan_of(office: Office, state: PeriodStatus) -> Plan:
    """The plan a closed period was run under."""
    for record in office.ledger.records():
        body = record.body
        if body.kind == "PlanAdopted" and record.event.plan == office.plan.code and body.version == state.plan_version:
            return load_plan(body.text).plan
    return office.plan


def _previous(status: Status, period: Period) -> PeriodStatus | None:
    """The period of the same cycle a year before, where the ledger knows it."""
    return status.periods.get(period.id.replace(f"-{period.year}", f"-{period.year - 1}", 1))


def draft_report(office: Office, period_id: str, as_of: date, signature: Signature) -> Drafted:
    """Render every document of the period, keep it, and put copies into the reports folder under its edition."""
    report = report_of(office, period_id, as_of)
    state = office.status().periods.get(period_id, PeriodStatus(period_id))
    edition = len(state.reports) + 1
    folder = office.home / "reports" / period_id / f"ban-{edition}"
    folder.mkdir(parents=True, exist_ok=True)
    hashes: dict[str, str] = {}
    for name, content in render_all(report, signature).items():
        hashes[name] = office.files.put(content)
        (folder / name).write_bytes(content)
    office.record(ReportRendered(period=period_id, on=as_of, edition=edition, files=hashes))
    return Drafted(report, edition, tuple(folder / name for name in hashes))
