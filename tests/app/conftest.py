"""The office of these tests: in memory, before its first run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """An office that never ran, on the day the period of 2026 opens."""
    return make_room(tmp_path)
