"""An officer edits plan.yaml while a period runs: what is followed, what waits, what is sent as announced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.adoption import InForce, adopt_plan, agree, plan_in_force
from app.attention import attention
from app.report import draft_report, report_of
from app.watch import tell_of_plan
from dondoc.adoption import Consequences, Notice, Proposal
from dondoc.errors import InputError, PlanError
from dondoc.events import Event, PlanAdopted, PlanProposed
from dondoc.reply import RequestRef
from ledger.memory import MemoryLedger
from tests.app.desk import CLOSES, OPENS, PERIOD, PLAN, Room, make_room

NEXT_DAY = OPENS + timedelta(days=1)
MONDAY = date(2026, 11, 2)
LEAD_CHANGED = PLAN.replace("    lead: so-b\n", "    lead: so-c\n")
AGENCY_DROPPED = PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]")
ID_RENAMED = PLAN.replace("so-c:", "so-cuong:").replace("[so-b, so-c]", "[so-b, so-cuong]")
TASK_ADDED = PLAN.replace("cycles:\n", "  3: {content: Tập huấn cán bộ, lead: so-c}\ncycles:\n")
DEADLINE_MOVED = PLAN.replace("due_before: 30/11", "due_before: 10/11")
CYCLE_RENAMED = PLAN.replace("  nam:\n", "  hang-nam:\n")
REWORDED = PLAN.replace("Phổ biến quyết định", "Phổ biến Quyết định số 1079").replace("so-b@tinh", "vanthu.so-b@tinh")
LATER_CYCLE = PLAN + "  so-ket: {title: Báo cáo sơ kết, every: once, due_by: 2027-03-01, tasks: [2], remind: [-5d]}\n"
BROKEN = PLAN.replace("lead: so-b\n", "lead: so-bb\n")
OTHER_CODE = PLAN.replace("code: KH\n", "code: KH2\n")


@dataclass
class Desk:
    """The office with its plan.yaml in a file, read anew whenever somebody looks."""

    room: Room
    file: Path
    most_mails: int = 10

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        self.look()

    def look(self) -> None:
        found = plan_in_force(
            self.file, self.room.ledger, most_mails=self.most_mails, day_of=lambda _: self.room.office.today()
        )
        self.room.office = replace(
            self.room.office,
            plan=found.plan,
            plan_text=found.text,
            history=found.history,
            faults=found.faults,
            proposal=found.proposal,
            file_hash=found.file_hash,
            unread=found.unread,
        )

    def run(self, day: date) -> list[Notice]:
        """One day of the remind flow: what it mailed to agencies."""
        self.room.clock.turn_to(day)
        self.look()
        before = set(self.room.office.status().mails)
        self.room.remind(day)
        tell_of_plan(self.room.office)
        mails = self.room.office.status().mails
        new = [mails[key].queued for key in mails if key not in before]
        return [Notice(mail.period, mail.agency, mail.purpose) for mail in new if mail.purpose != "officer"]

    @property
    def proposal(self) -> Proposal:
        assert self.room.office.proposal is not None
        return self.room.office.proposal

    @property
    def announced(self) -> Consequences:
        return self.proposal.consequences

    def letters(self) -> list[str]:
        """The texts of what was written to the officer."""
        return [mail.queued.body for mail in self.room.mails("officer", "")]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A period that opened yesterday: both agencies have their first mail."""
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml")
    desk.write(PLAN)
    desk.run(OPENS)
    desk.room.clock.turn_to(NEXT_DAY)
    return desk


def test_the_first_plan_is_followed_without_a_word(tmp_path: Path) -> None:
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml", most_mails=0)
    desk.write(PLAN)

    mailed = desk.run(OPENS)

    assert [notice.agency for notice in mailed] == ["so-b", "so-c"]
    assert desk.room.office.proposal is None


def test_a_first_plan_with_faults_is_refused(tmp_path: Path) -> None:
    desk = Desk(make_room(tmp_path), tmp_path / "plan.yaml")

    with pytest.raises(PlanError):
        desk.write(BROKEN)


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
    tasks = "".join(f"  {number}: {{content: Việc {number}, lead: so-khong-co}}\n" for number in range(3, 33))
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
