"""Looking without touching: the plan, and the ledger's state where there is one, for commands that change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.clock import SystemClock, local_day
from app.settings import Settings
from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.status import Status, fold


@dataclass(frozen=True, slots=True)
class View:
    """The plan as the file has it now, the state of everything, and the day looked from."""

    plan: Plan
    status: Status
    as_of: date


def look(plan_file: Path | None, as_of: date | None, settings: Settings | None = None) -> View:
    """Read plan and ledger; an office that never ran has an empty state. Raises PlanError, InputError, LedgerError."""
    settings = settings or Settings()
    file = plan_file or settings.plan
    try:
        plan = load_plan(file.read_bytes(), file=str(file)).plan
    except OSError as error:
        raise InputError(say("cannot read {file}: {reason}", file=str(file), reason=error.strerror or "")) from error
    day = as_of or local_day(SystemClock().now(), plan.timezone)
    return View(plan, _status(settings, plan), day)


def _status(settings: Settings, plan: Plan) -> Status:
    file = settings.home / "ledger.sqlite"
    if settings.ledger_url is None and not file.exists():
        return Status()
    from ledger.sql import SqlLedger  # noqa: PLC0415 — SQLAlchemy takes longer to import than the whole answer without it

    ledger = SqlLedger.open(settings.ledger_url or f"sqlite:///{file.resolve()}")
    return fold(record for record in ledger.records() if record.event.plan == plan.code)
