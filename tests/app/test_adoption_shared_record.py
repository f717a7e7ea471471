"""Several plans share one record: a file follows its own plan, never one of the others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adoption import InForce, plan_in_force
from dondoc.errors import InputError, PlanError
from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Event
from ledger.memory import MemoryLedger
from tests.app.desk import OPENS, PLAN


def shared_by(*codes: str) -> MemoryLedger:
    """A record in which these plans were adopted, one after the other."""
    ledger = MemoryLedger()
    for code in codes:
        body = PlanAdopted(version=1, sha256=code, text=PLAN.replace("code: KH", f"code: {code}"))
        ledger.append(Event(body, code, datetime(2026, 10, 1, tzinfo=UTC), "dondoc"))
    return ledger


def follow(file: Path, ledger: MemoryLedger) -> InForce:
    return plan_in_force(file, ledger, most_mails=5, day_of=lambda _plan: OPENS)


def test_a_faulty_file_in_a_shared_record_goes_on_by_its_own_plan(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace("lead: so-b\n", "lead: so-bb\n"), encoding="utf-8")

    assert follow(file, shared_by("KH", "XA")).plan.code == "KH"


@pytest.mark.parametrize(
    "text", [None, "plan: [", PLAN.replace("code: KH", "code: MOI").replace("lead: so-b\n", "lead: x\n")]
)
def test_a_file_that_does_not_tell_its_plan_never_follows_one_of_others(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "plan.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")

    with pytest.raises((InputError, PlanError)):
        follow(file, shared_by("KH", "XA"))
    assert follow(file, shared_by("KH")).plan.code == "KH"


def test_a_new_plan_beside_others_waits_for_none_of_them(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace("code: KH", "code: MOI"), encoding="utf-8")

    found = follow(file, shared_by("KH", "XA"))

    assert (found.plan.code, found.proposal) == ("MOI", None)
