"""Looking without touching: the plan, and the ledger's state where there is one, for commands that change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.clock import SystemClock, local_day
from app.settings import Settings
from dondoc.errors import InputError
from dondoc.events.records import Record
from dondoc.fold import fold
from dondoc.messages import say
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.status import Status


@dataclass(frozen=True, slots=True)
class View:
    """The plan as the file has it now, the state of everything, and the day looked from."""

    plan: Plan
    status: Status
    as_of: date


def look(plan_file: Path | None, as_of: date | None, settings: Settings | None = None) -> View:
    """Read plan and ledger; an office that never ran has an empty state. Raises PlanError, InputError, LedgerError."""
    settings = settings or Settings()
    plan = read_plan_file(plan_file or settings.plan)
    status = fold(record for record in records_of(settings) if record.event.plan == plan.code)
    return View(plan, status, day_of(as_of, plan))


def read_plan_file(file: Path) -> Plan:
    """The plan in a file; raises PlanError with its faults, InputError where it cannot be read."""
    try:
        return load_plan(file.read_bytes(), file=str(file)).plan
    except OSError as error:
        raise InputError(say("cannot read {file}: {reason}", file=str(file), reason=error.strerror or "")) from error


def day_of(as_of: date | None, plan: Plan) -> date:
    """The day looked from: today where the plan lives unless another is named."""
    return as_of or local_day(SystemClock().now(), plan.timezone)


def records_of(settings: Settings) -> tuple[Record, ...]:
    """Everything recorded so far; nothing where no office ever ran."""
    file = settings.home / "ledger.sqlite"
    if settings.ledger_url is None and not file.exists():
        return ()
    from ledger.sql import SqlLedger  # noqa: PLC0415 — SQLAlchemy takes longer to import than the whole answer without it

    ledger = SqlLedger.open(settings.ledger_url or f"sqlite:///{file.resolve()}")
    return tuple(ledger.records())
