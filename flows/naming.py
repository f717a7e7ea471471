"""Names for people: what the Prefect UI shows of a run before anybody opens it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from prefect.runtime import flow_run

from app.clock import local_day
from app.office import Office
from app.wiring import current_office
from dondoc.actions import SendReminder
from dondoc.due import decide
from dondoc.errors import DondocError


def day_of_run(office: Office, as_of: date | None) -> date:
    """The day a run is about: `as_of` if given, else the day it was scheduled for where the plan lives."""
    if as_of is not None:
        return as_of
    scheduled = flow_run.get_scheduled_start_time()
    return local_day(scheduled, office.plan.timezone) if scheduled else office.today()


def _day_asked() -> tuple[Office, date]:
    asked = (flow_run.get_parameters() or {}).get("as_of")
    as_of = date.fromisoformat(str(asked)) if asked else None
    office = current_office(as_of)
    return office, day_of_run(office, as_of)


def _named(plain: str, words: Callable[[Office, date], str]) -> str:
    """A name that cannot be found ends the run without a reason; the flow itself fails next, with one."""
    try:
        return words(*_day_asked())
    except DondocError:
        return plain


def remind_name() -> str:
    """``nhắc nam-2026 · 41 đơn vị · 30/10/2026``."""
    return _named("nhắc", _reminders)


def _reminders(office: Office, day: date) -> str:
    actions = decide(office.plan, office.status(), day)
    counts = Counter(action.period.id for action in actions if isinstance(action, SendReminder))
    what = " + ".join(f"nhắc {period} · {count} đơn vị" for period, count in counts.items()) or "không có thư nhắc"
    return f"{what} · {day:%d/%m/%Y}"


def collect_name() -> str:
    """``thu thư · 30/10/2026``."""
    return _named("thu thư", lambda _office, day: f"thu thư · {day:%d/%m/%Y}")


def report_name() -> str:
    """``báo cáo · 30/12/2026``."""
    return _named("báo cáo", lambda _office, day: f"báo cáo · {day:%d/%m/%Y}")


def watch_name() -> str:
    """``trông coi · 30/12/2026``."""
    return _named("trông coi", lambda _office, day: f"trông coi · {day:%d/%m/%Y}")
