"""An officer edits plan.yaml while a period runs: what is followed, what waits, what is sent as announced."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.adoption import adopt_plan, agree
from app.attention import attention
from app.report import draft_report, report_of
from dondoc.adoption import Consequences, Notice
from dondoc.errors import InputError
from dondoc.events.plans import PlanAdopted, PlanProposed
from dondoc.reply import RequestRef
from tests.app.desk import CLOSES, OPENS, PERIOD, PLAN, make_room
from tests.app.editing import NEXT_DAY, Desk

MONDAY = date(2026, 11, 2)
LEAD_CHANGED = PLAN.replace("    lead: so-b\n", "    lead: so-c\n")
AGENCY_DROPPED = PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]")
ID_RENAMED = PLAN.replace("so-c:", "so-cuong:").replace("[so-b, so-c]", "[so-b, so-cuong]")
TASK_ADDED = PLAN.replace("cycles:\n", "  3: {content: Tập huấn cán bộ, lead: so-c}\ncycles:\n")
DEADLINE_MOVED = PLAN.replace("due_before: 30/11", "due_before: 10/11")
CYCLE_RENAMED = PLAN.replace("  nam:\n", "  hang-nam:\n")
REWORDED = PLAN.replace("Phổ biến quyết định", "Phổ biến Quyết định số 1079").replace("so-b@tinh", "vanthu.so-b@tinh")
LATER_CYCLE = PLAN + "  so-ket: {title: Báo cáo sơ kết, every: once, due_by: 2027-03-01, tasks: [2], remind: [-5d]}\n"
OTHER_CODE = PLAN.replace("code: KH\n", "code: KH2\n")


def test_the_first_plan_is_followed_without_a_word(tmp_path: Path) -> None:
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml", most_mails=0)
    desk.write(PLAN)

    mailed = desk.run(OPENS)

    assert [notice.agency for notice in mailed] == ["so-b", "so-c"]
    assert desk.room.office.proposal is None


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        pytest.param(
            LEAD_CHANGED,
            Consequences(
                mails=(Notice(PERIOD, "so-c", "amend"),),
                amended=(RequestRef(PERIOD, "so-b"), RequestRef(PERIOD, "so-c")),
            ),
            id="another lead",
        ),
        pytest.param(
            AGENCY_DROPPED,
            Consequences(mails=(Notice(PERIOD, "so-c", "withdraw"),), withdrawn=(RequestRef(PERIOD, "so-c"),)),
            id="an agency dropped",
        ),
        pytest.param(
            ID_RENAMED,
            Consequences(
                mails=(Notice(PERIOD, "so-c", "withdraw"), Notice(PERIOD, "so-cuong", "first")),
                withdrawn=(RequestRef(PERIOD, "so-c"),),
            ),
            id="an id renamed",
        ),
        pytest.param(
            TASK_ADDED,
            Consequences(mails=(Notice(PERIOD, "so-c", "amend"),), amended=(RequestRef(PERIOD, "so-c"),)),
            id="a task added",
        ),
        pytest.param(
            CYCLE_RENAMED,
            Consequences(
                mails=(
                    Notice(PERIOD, "so-b", "withdraw"),
                    Notice(PERIOD, "so-c", "withdraw"),
                    Notice("hang-nam-2026", "so-b", "first"),
                    Notice("hang-nam-2026", "so-c", "first"),
                ),
                withdrawn=(RequestRef(PERIOD, "so-b"), RequestRef(PERIOD, "so-c")),
                closed=(PERIOD,),
            ),
            id="a cycle renamed",
        ),
    ],
)
def test_a_change_of_open_requests_waits_and_then_mails_what_was_announced(
    desk: Desk, text: str, announced: Consequences
) -> None:
    desk.write(text)

    assert desk.announced == announced
    assert desk.run(NEXT_DAY) == [], "while it waits, nothing of it is sent"
    agree(desk.room.office, by="Lê Văn An", name=desk.proposal.name)
    assert sorted(desk.run(NEXT_DAY), key=str) == sorted(announced.mails, key=str)
    assert desk.room.office.proposal is None
    assert desk.run(NEXT_DAY + timedelta(days=1)) == []


def test_the_officer_is_told_of_a_proposal_once_and_agrees_by_name(desk: Desk) -> None:
    desk.write(AGENCY_DROPPED)
    desk.run(NEXT_DAY)
    desk.run(NEXT_DAY)

    (letter,) = desk.letters()
    assert "Kế hoạch sửa đổi chờ đồng ý" in " ".join(letter.split())
    assert desk.proposal.name in letter
    assert [one.name for one in attention(desk.room.office)] == [desk.proposal.name]
    for wrong in ("deadbeef", ""):
        with pytest.raises(InputError):
            agree(desk.room.office, by="Lê Văn An", name=wrong)
    agree(desk.room.office, by="Lê Văn An", name=desk.proposal.name)
    adopted = [record for record in desk.room.ledger.records() if isinstance(record.body, PlanAdopted)]
    assert [(record.body.kind, record.event.by) for record in adopted] == [
        ("PlanAdopted", "dondoc"),
        ("PlanAdopted", "Lê Văn An"),
    ]


def test_a_proposal_is_kept_with_its_text_and_its_consequences(desk: Desk) -> None:
    desk.write(AGENCY_DROPPED)
    desk.run(NEXT_DAY)

    (proposed,) = desk.room.bodies("PlanProposed")

    assert isinstance(proposed, PlanProposed)
    assert (proposed.text, proposed.version, proposed.on) == (AGENCY_DROPPED, 2, NEXT_DAY)
    assert [reason.text for reason in proposed.summary] == [
        "{count} mails go out at once: {names}",
        "{count} requests are withdrawn: {names}",
    ]


def test_going_back_to_the_adopted_text_lets_the_proposal_drop(desk: Desk) -> None:
    desk.write(AGENCY_DROPPED)
    desk.run(NEXT_DAY)

    desk.write(PLAN)

    assert desk.room.office.proposal is None
    assert adopt_plan(desk.room.office) == 1
    with pytest.raises(InputError):
        agree(desk.room.office, by="Lê Văn An")


@pytest.mark.parametrize(
    "text", [pytest.param(REWORDED, id="wording and address"), pytest.param(LATER_CYCLE, id="a cycle that opens later")]
)
def test_a_small_change_is_followed_at_the_next_run(desk: Desk, text: str) -> None:
    desk.write(text)

    assert desk.run(NEXT_DAY) == []
    adopted = desk.room.office.status().adopted
    assert adopted is not None
    assert (adopted.version, adopted.text) == (2, text)
    assert desk.letters() == []


def test_a_moved_deadline_is_followed_as_long_as_it_mails_few(desk: Desk) -> None:
    desk.room.clock.turn_to(MONDAY)

    desk.write(DEADLINE_MOVED)

    assert [(notice.agency, notice.purpose) for notice in desk.run(MONDAY)] == [
        ("so-b", "remind"),
        ("so-c", "remind"),
    ]


def test_a_moved_deadline_that_mails_many_waits(desk: Desk) -> None:
    desk.most_mails = 1
    desk.room.clock.turn_to(MONDAY)

    desk.write(DEADLINE_MOVED)

    assert len(desk.announced.mails) == 2
    assert desk.announced.moved == ((PERIOD, date(2026, 11, 29), date(2026, 11, 9)),)
    assert desk.run(MONDAY) == []


def test_what_the_plan_in_force_sends_anyway_is_not_held_against_a_change(desk: Desk) -> None:
    desk.most_mails = 0
    reminder_day = date(2026, 11, 15)
    desk.room.clock.turn_to(reminder_day)

    desk.write(REWORDED)

    assert desk.room.office.proposal is None
    assert len(desk.run(reminder_day)) == 2


def test_a_byte_order_mark_is_no_new_version(desk: Desk) -> None:
    desk.file.write_bytes(b"\xef\xbb\xbf" + PLAN.encode())

    desk.run(NEXT_DAY)

    assert len(desk.room.bodies("PlanAdopted")) == 1


def test_another_code_is_another_plan_and_waits(desk: Desk) -> None:
    desk.write(OTHER_CODE)

    assert desk.announced.replaces == "KH"
    assert len(desk.announced.mails) == 2
    assert desk.room.office.plan.code == "KH"
    assert desk.run(NEXT_DAY) == []
    agree(desk.room.office, by="Lê Văn An")
    assert [notice.purpose for notice in desk.run(NEXT_DAY)] == ["first", "first"]
    assert desk.room.office.plan.code == "KH2"


def test_a_closed_period_keeps_the_plan_it_was_run_under(desk: Desk) -> None:
    after = CLOSES + timedelta(days=1)
    desk.run(after)
    draft_report(desk.room.office, PERIOD, after)

    desk.write(REWORDED)
    desk.run(after)

    report = report_of(desk.room.office, PERIOD, after)
    assert report.tasks[0].content == "Phổ biến quyết định"
    assert desk.room.office.plan.tasks[1].content == "Phổ biến Quyết định số 1079"
