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
from tests.app.editing import Desk

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


def deadline_moved_earlier(text: str) -> str:
    return text.replace("due_before: 30/11", "due_before: 18/11")


def deadline_moved_into_the_past(text: str) -> str:
    return text.replace("due_before: 30/11", "due_before: 09/11")


def quarters_added(text: str) -> str:
    due = "due_by: [15/3, 15/6, 15/9, 15/12]"
    return f"{text}  quy: {{title: Báo cáo quý, every: quarter, {due}, opens: 20d, tasks: [2], remind: [-10d, -2d]}}\n"


def figure_renamed(text: str) -> str:
    return text.replace("lop: {", "so-lop: {")


def task_renumbered(text: str) -> str:
    return text.replace("  2:\n", "  5:\n")


def task_removed(text: str) -> str:
    return text.replace(text[text.index("  2:\n") : text.index("cycles:")], "")


def coordinator_changed(text: str) -> str:
    return text.replace("coordinator: so-a", "coordinator: so-c")


def ladder_changed(text: str) -> str:
    return text.replace("-14d, -7d, -1d,", "-10d, -3d,")


def group_made(text: str) -> str:
    """Both agencies out of one list into a group, the group then without one of them."""
    grouped = text.replace("lead: [so-b, so-c]", "lead: [cac-so]")
    return grouped.replace(
        "tasks:\n", "groups:\n  cac-so: {name: Các sở, members: [so-b, so-c], except: [so-b]}\ntasks:\n", 1
    )


def superior_changed(text: str) -> str:
    return text.replace(f"{ENDS}}}", ENDS.replace("superior: ubnd", "superior: so-a}"))


def successor_changed(text: str) -> str:
    return MERGED.replace("successor: so-d", "successor: so-b") if text == PLAN else text


EDITS = [
    lead_changed,
    agency_dropped,
    deadline_moved,
    deadline_moved_earlier,
    deadline_moved_into_the_past,
    task_added,
    task_removed,
    task_renumbered,
    id_renamed,
    figure_renamed,
    cycle_added,
    quarters_added,
    coordinator_changed,
    ladder_changed,
    group_made,
    superior_changed,
    lambda text: MERGED,
    successor_changed,
]
CASES = [*((edit, True) for edit in EDITS), *((edit, False) for edit in EDITS[:5])]
NAMES = [getattr(edit, "__name__", "").replace("<lambda>", "agency_ends") for edit, _ in CASES]
SILENT_EDITS = {figure_renamed, superior_changed, task_removed, coordinator_changed, group_made}
"""Nobody is mailed for these: the next mail asks for less or something else, or a copy goes elsewhere."""


@pytest.mark.parametrize(("edit", "answered"), CASES, ids=NAMES)
def test_what_diff_says_of_an_edit_in_a_running_period_is_what_is_mailed(
    edit: Edit,
    answered: bool,
    tmp_path: Path,
) -> None:
    room, usual = make_room(tmp_path / "edited"), make_room(tmp_path / "left")
    for one in (room, usual):
        one.run_days(OPENS, RUNNING - timedelta(days=1))
        if answered:
            answer_everything(one, "so-b")
    found = diff_plans(room.office.plan, load_plan(edit(PLAN)).plan, tuple(room.ledger.records()), RUNNING)

    room.follow(edit(PLAN))
    for one in (room, usual):
        one.run_days(RUNNING, found.until)

    assert mails_of(found) == (posted(room) - posted(usual), posted(usual) - posted(room))
    assert bool(found.mails) == (edit not in SILENT_EDITS)
    assert found.changes or edit is ladder_changed  # whose mails say it all


def test_a_file_broken_and_mended_in_a_running_period_changes_no_mail_to_an_agency(tmp_path: Path) -> None:
    desk, usual = Desk(make_room(tmp_path / "edited"), tmp_path / "plan.yaml"), make_room(tmp_path / "left")
    texts = {OPENS: PLAN, RUNNING: PLAN.replace("lead: so-b\n", "lead: so-b: x\n"), RUNNING + timedelta(days=9): PLAN}

    day = OPENS
    while day <= CLOSES:
        if day in texts:
            desk.write(texts[day])
        desk.run(day)
        usual.remind(day)
        day += timedelta(days=1)

    to_agencies = Counter({mail: count for mail, count in posted(desk.room).items() if mail[3] != "officer"})
    assert to_agencies == posted(usual)
    assert [mail.queued.on for mail in desk.room.mails("officer", "")] == [RUNNING]


def answer_everything(room: Room, agency: str) -> None:
    """A real mail that says so, the day before the edit."""
    day = RUNNING - timedelta(days=1)
    room.clock.turn_to(day, 10)
    tasks = "\n".join(f"NV{task}: Đã hoàn thành" for task in room.request(agency).missing)
    room.write(room.office.plan.agencies[agency].email[0], tasks, agency=agency)
    room.collect(day)
    room.acknowledge(day)


def mails_of(found: PlanDiff) -> tuple[Posted, Posted]:
    more = Counter((one.on, one.period, name, str(one.purpose)) for one in found.mails for name in one.more)
    fewer = Counter((one.on, one.period, name, str(one.purpose)) for one in found.mails for name in one.fewer)
    return more, fewer
