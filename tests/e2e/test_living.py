"""plan.yaml over the years: what simulation and comparison say is what the office mails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from dondoc.diff.compare import diff_plans
from dondoc.diff.model import PlanDiff
from dondoc.plan.load import load_plan
from dondoc.reply import RequestRef
from dondoc.simulate.behaviour import Behaviour, read_behaviour
from dondoc.simulate.days import eventful_days
from dondoc.simulate.play import simulate
from tests.app.desk import CLOSES, OPENS, PERIOD, PLAN, Room, make_room

SHIPPED = (Path(__file__).resolve().parents[2] / "plan.yaml").read_text(encoding="utf-8")
RUNNING = date(2026, 11, 10)
ENDS = "so-c: {name: Sở Cường, email: [so-c@tinh.example, so-c2@tinh.example], superior: ubnd"
MERGED = PLAN.replace(
    f"{ENDS}}}",
    f"{ENDS}, until: 2026-11-17, successor: so-d}}\n"
    "  so-d: {name: Sở Dung, email: so-d@tinh.example, superior: ubnd, from: 2026-11-18}",
)

Posted = Counter[tuple[date, str, str, str]]


def posted(room: Room) -> Posted:
    """Every mail the office queued: day, period, agency, purpose."""
    queued = (mail.queued for mail in room.office.status().mails.values())
    return Counter((one.on, one.period, one.agency, one.purpose) for one in queued)


def live(room: Room, first: date, last: date, behaviour: Behaviour) -> None:
    """The office works and agencies write real mails, on every day on which anything can happen."""
    for day in eventful_days(room.office.plan, first, last, behaviour):
        room.remind(day)
        answering = [request.agency for request in answers_of(room, day, behaviour)]
        room.clock.turn_to(day, 10)
        for agency in answering:
            tasks = room.request(agency).missing
            sender = room.office.plan.agencies[agency].email[0]
            room.write(sender, "\n".join(f"NV{task}: Đã hoàn thành" for task in tasks), agency=agency)
        room.collect(day)
        room.acknowledge(day)


def answers_of(room: Room, day: date, behaviour: Behaviour) -> list[RequestRef]:
    """The requests whose agencies write today."""
    requests = room.office.status().periods[PERIOD].requests.values()
    asked = [request.ref for request in requests if request.is_open and not request.is_complete]
    due = date(2026, 11, 29)
    days = {ref: behaviour.answers_at(ref) for ref in asked}
    return [ref for ref, at in days.items() if at is not None and due + timedelta(days=at.count) <= day]


@pytest.mark.parametrize(
    ("text", "answer"),
    [(SHIPPED, "80%@-5d,15%@+4d"), (PLAN, ""), (MERGED, ""), (MERGED, "50%@-20d,50%@-5d")],
    ids=["the shipped plan", "nobody answers", "an agency ends, silent", "an agency ends, answering"],
)
def test_simulation_and_office_send_the_same_mails_for_the_same_answers(text: str, answer: str, tmp_path: Path) -> None:
    behaviour = read_behaviour(answer, seed=3)
    last = CLOSES + timedelta(days=2)
    room = make_room(tmp_path, text)

    live(room, OPENS, last, behaviour)

    simulated = simulate(room.office.plan, OPENS, last, behaviour).mailings
    assert posted(room) == Counter((mail.on, mail.period, mail.agency, mail.purpose) for mail in simulated)


Edit = Callable[[str], str]


def lead_changed(text: str) -> str:
    return text.replace("lead: so-b\n", "lead: so-c\n")


def agency_dropped(text: str) -> str:
    lines = [line for line in text.split("\n") if not line.startswith("  so-c:")]
    return "\n".join(lines).replace("lead: [so-b, so-c]", "lead: [so-b]")


def deadline_moved(text: str) -> str:
    return text.replace("due_before: 30/11", "due_before: 10/12")


def task_added(text: str) -> str:
    return text.replace("cycles:\n", "  3: {content: Báo cáo nhanh, lead: [so-c]}\ncycles:\n", 1)


def id_renamed(text: str) -> str:
    return text.replace("so-c:", "so-cuong:").replace("so-b, so-c]", "so-b, so-cuong]")


def cycle_added(text: str) -> str:
    return f"{text}  gap: {{title: Báo cáo nhanh, every: once, due_by: 2026-11-25, tasks: [1], remind: [-3d]}}\n"


@pytest.mark.parametrize(
    "edit", [lead_changed, agency_dropped, deadline_moved, task_added, id_renamed, cycle_added, lambda text: MERGED]
)
def test_what_diff_says_of_an_edit_in_a_running_period_is_what_is_mailed(edit: Edit, tmp_path: Path) -> None:
    room, usual = make_room(tmp_path / "edited"), make_room(tmp_path / "left")
    for one in (room, usual):
        one.run_days(OPENS, RUNNING - timedelta(days=1))
    found = diff_plans(room.office.plan, load_plan(edit(PLAN)).plan, tuple(room.ledger.records()), RUNNING)

    room.follow(edit(PLAN))
    for one in (room, usual):
        one.run_days(RUNNING, found.until)

    assert mails_of(found) == (posted(room) - posted(usual), posted(usual) - posted(room))
    assert found.mails


def mails_of(found: PlanDiff) -> tuple[Posted, Posted]:
    more = Counter((one.on, one.period, name, str(one.purpose)) for one in found.mails for name in one.more)
    fewer = Counter((one.on, one.period, name, str(one.purpose)) for one in found.mails for name in one.fewer)
    return more, fewer
