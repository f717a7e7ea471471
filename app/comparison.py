"""Finds the two plans that are to be compared, and what happened so far, and compares them. Changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.reading_room import day_of, read_plan_file, records_of
from app.settings import Settings
from dondoc.diff.compare import diff_plans
from dondoc.diff.model import PlanDiff
from dondoc.errors import InputError
from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Record
from dondoc.messages import say
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan

_VERSION = re.compile(r"v(?P<number>\d+)")


def compare_plans(
    old_name: str | None, new_name: str | None, as_of: date | None, settings: Settings | None = None
) -> PlanDiff:
    """Compare two plans, each a file or a version such as ``v3``.

    Where `old_name` is left out, the plan adopted last; where `new_name` is left out, plan.yaml. Raises PlanError with
    the faults of either, InputError where there is no such plan.
    """
    settings = settings or Settings()
    records = records_of(settings)
    new = _plan(new_name, records) if new_name else read_plan_file(settings.plan)
    old = _plan(old_name, records) if old_name else _adopted(records, new.code, None)
    return diff_plans(old, new, records, day_of(as_of, new))


def _plan(name: str, records: Sequence[Record]) -> Plan:
    version = _VERSION.fullmatch(name)
    if version is None or Path(name).exists():
        return read_plan_file(Path(name))
    return _adopted(records, None, int(version["number"]))


def _adopted(records: Sequence[Record], code: str | None, version: int | None) -> Plan:
    """The plan adopted as this version, or last; rather one with the code, where any has it."""
    found = [(record.event.plan, record.body) for record in records if isinstance(record.body, PlanAdopted)]
    own = [adopted for plan, adopted in found if plan == code] or [adopted for _, adopted in found]
    wanted = [adopted for adopted in own if version in {None, adopted.version}]
    if not wanted:
        known = ", ".join(f"v{adopted.version}" for adopted in own) or "–"
        raise InputError(say("no such plan was adopted (adopted so far: {known}); name a file", known=known))
    return load_plan(wanted[-1].text, file=f"v{wanted[-1].version}").plan
