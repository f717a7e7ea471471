"""The plan's own dates, its calendar and when its tasks run (K123, K125, K127, K301, K305, K312, W303, W304)."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from zoneinfo import ZoneInfo, available_timezones

from dondoc.plan.checks.draft import Draft
from dondoc.plan.model import Task
from dondoc.plan.paths import Path
from dondoc.plan.suggest import near_key
from dondoc.text import fold

_STARTS: Path = ("plan", "starts")
_ENDS: Path = ("plan", "ends")
_VIETNAM = "VN"
_VIETNAM_TIME = "Asia/Ho_Chi_Minh"
_VIETNAM_WORDS = re.compile(r"ha[ _]?noi|ho[ _]?chi|sai[ _]?gon|viet[ _]?nam|da[ _]?nang|\bhue\b|indochina")
_PLUS_SEVEN = re.compile(r"(?:gmt|utc|ict)? ?\+?0?7(?::?00)?|ict", re.IGNORECASE)


def check_dates(draft: Draft) -> None:
    """Note dates that contradict each other or lie outside the plan."""
    plan = draft.plan
    if plan.ends < plan.starts:
        draft.findings.add("K301", _ENDS, relies_on=[_STARTS], starts=str(plan.starts), ends=str(plan.ends))
    if plan.issued_on > plan.ends:
        starts, ends = str(plan.starts), str(plan.ends)
        path: Path = ("plan", "issued_on")
        draft.findings.add("W303", path, relies_on=[_ENDS, _STARTS], day=str(plan.issued_on), starts=starts, ends=ends)
    _check_timezone(draft)
    _check_country(draft)
    _check_calendar(draft)
    for task in plan.tasks.values():
        if not task.lead:
            draft.findings.add("K123", ("tasks", task.number, "lead"), on_key=True)
        _check_years(draft, task)
    for objective in plan.objectives.values():
        if objective.measure and not objective.measure.of:
            draft.findings.add("K123", ("objectives", objective.id, "measure", "of"), on_key=True)


def _check_timezone(draft: Draft) -> None:
    name = draft.plan.timezone
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        near = _VIETNAM_TIME if _is_vietnam(draft, name) else near_key(name, available_timezones())
        draft.findings.add("K125", ("plan", "timezone"), near=near, value=name)


def _is_vietnam(draft: Draft, timezone: str) -> bool:
    """Whether Vietnam's time was meant: it has one name, whatever the city, and near ones are other countries'."""
    found = _VIETNAM_WORDS.search(fold(timezone))
    return found is not None or (draft.plan.language == "vi" and _PLUS_SEVEN.fullmatch(timezone) is not None)


def _check_country(draft: Draft) -> None:
    country = draft.plan.calendar.country
    if country != _VIETNAM and country not in _countries_known():
        is_vietnam = fold(country).replace(" ", "") in {"vietnam", "vn", "vnm"}
        near = _VIETNAM if is_vietnam else None
        draft.findings.add("K127", ("calendar", "country"), near=near, value=country)


def _countries_known() -> set[str]:
    """Loaded only for other countries' plans: the tables of holidays are slow to import."""
    return {name for name in import_module("holidays").list_supported_countries() if re.fullmatch("[A-Z]{2}", name)}


def _check_calendar(draft: Draft) -> None:
    plan, work = draft.plan, set(draft.plan.calendar.work)
    for key, days in (("off", plan.calendar.off), ("work", plan.calendar.work)):
        for index, day in enumerate(days):
            path: Path = ("calendar", key, index)
            if not plan.starts <= day <= plan.ends:
                starts, ends = str(plan.starts), str(plan.ends)
                draft.findings.add("W303", path, relies_on=[_STARTS, _ENDS], day=str(day), starts=starts, ends=ends)
            if key == "off" and day in work:
                both: list[Path] = [path, ("calendar", "work", plan.calendar.work.index(day))]
                draft.findings.add("K312", max(both, key=draft.findings.place_of), day=str(day))


def _check_years(draft: Draft, task: Task) -> None:
    first, last = draft.plan.starts.year, draft.plan.ends.year
    outside = [year for year in task.years or () if not first <= year <= last]
    if outside and task.years:
        code = "K305" if len(outside) == len(task.years) else "W304"
        draft.findings.add(
            code, ("tasks", task.number, "when"), relies_on=[_STARTS, _ENDS], first=str(first), last=str(last)
        )


def is_within(draft: Draft, day: date) -> bool:
    """Whether the plan is in force on `day`."""
    return draft.plan.starts <= day <= draft.plan.ends
