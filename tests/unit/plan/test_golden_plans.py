"""Faulty plans as officers write them, with the exact words they get; read the diff after --update-golden."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GOLDEN, Golden
from tests.unit.plan.texts import faults_of

PLANS = sorted((GOLDEN / "plans").glob("*.yaml"))


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_faulty_plan_gets_exactly_these_words(file: Path, golden: Golden) -> None:
    faults = faults_of(file.read_bytes())

    golden(f"plans/{file.stem}.txt", "".join(f"{fault}\n" for fault in faults))
