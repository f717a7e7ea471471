"""The offices of these tests, in memory: one before its first run, one a day into its period."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import OPENS, PLAN, Room, make_room
from tests.app.editing import NEXT_DAY, Desk


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """An office that never ran, on the day the period of 2026 opens."""
    return make_room(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A period that opened yesterday: both agencies have their first mail."""
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml")
    desk.write(PLAN)
    desk.run(OPENS)
    desk.room.clock.turn_to(NEXT_DAY)
    return desk
