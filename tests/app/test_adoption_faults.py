"""An officer leaves plan.yaml faulty, or loses it: the plan adopted last goes on, and the officer is told once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from dondoc.errors import PlanError
from tests.app.desk import PLAN, make_room
from tests.app.editing import NEXT_DAY, Desk

BROKEN = PLAN.replace("lead: so-b\n", "lead: so-bb\n")


def test_a_first_plan_with_faults_is_refused(tmp_path: Path) -> None:
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml")

    with pytest.raises(PlanError):
        desk.write(BROKEN)


def test_a_broken_file_changes_nothing_and_is_told_once_a_text(desk: Desk) -> None:
    reminder_day = date(2026, 11, 15)
    desk.write(BROKEN)

    assert len(desk.run(reminder_day)) == 2, "the plan adopted last goes on"
    desk.run(reminder_day + timedelta(days=1))
    assert len(desk.letters()) == 1
    assert "so-bb" in desk.letters()[0]
    desk.write(BROKEN + "\n")
    desk.run(reminder_day + timedelta(days=2))
    assert len(desk.letters()) == 2
    desk.write(PLAN)
    desk.run(reminder_day + timedelta(days=3))
    assert len(desk.room.bodies("PlanAdopted")) == 1


def test_of_many_faults_the_mail_names_a_handful_and_counts_the_rest(desk: Desk) -> None:
    tasks = "".join(f"  {number}: {{content: Việc {number}, lead: khong-co-{number}}}\n" for number in range(3, 33))
    desk.write(PLAN.replace("cycles:\n", f"{tasks}cycles:\n"))

    desk.run(NEXT_DAY)

    (letter,) = desk.letters()
    assert "nhiệm vụ 3, chủ trì: không có" in " ".join(letter.split())
    assert "và 10 lỗi khác" in letter


def test_a_file_that_is_gone_changes_nothing_and_is_told_once(desk: Desk) -> None:
    reminder_day = date(2026, 11, 15)
    desk.file.unlink()

    assert len(desk.run(reminder_day)) == 2
    desk.run(reminder_day + timedelta(days=1))
    assert len(desk.letters()) == 1
