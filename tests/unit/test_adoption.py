from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dondoc.adoption import Consequences, Notice, Proposal, consequences, summary
from dondoc.due import decide
from dondoc.plan.model import Agency, DayMonth, Due, Plan, Task
from dondoc.reply import RequestRef
from dondoc.status import Status
from tests.unit.plans import agency, small_plan
from tests.unit.play import Play

OPENS, REMINDS = date(2026, 10, 30), date(2026, 11, 15)
PERIOD = "nam-2026"


def task(number: int, *lead: str) -> Task:
    return Task(number, f"Nhiệm vụ {number}", lead)


def plan_of(*tasks: Task, agencies: tuple[Agency, ...] = ()) -> Plan:
    names = {name for one in tasks for name in one.lead}
    known = agencies or tuple(agency(name) for name in sorted(names | {"so-a"}))
    return replace(
        small_plan(),
        agencies={one.id: one for one in (agency("ubnd"), *known)},
        groups={},
        tasks={one.number: one for one in tasks},
    )


def played(day: date = OPENS) -> Play:
    play = Play(plan_of(task(1, "so-a", "so-b"), task(2, "so-a")))
    play.run(day)
    return play


def test_the_same_plan_has_no_consequences() -> None:
    play = played()

    assert consequences(play.plan, play.plan, play.status(), REMINDS) == Consequences()


def test_only_mails_beyond_those_of_the_plan_in_force_count() -> None:
    play = played()
    wider = plan_of(task(1, "so-a", "so-b", "so-c"), task(2, "so-a"))

    found = consequences(play.plan, wider, play.status(), REMINDS)

    assert found == Consequences(mails=(Notice(PERIOD, "so-c", "first"),))
    assert len([action for action in decide(wider, play.status(), REMINDS) if hasattr(action, "due_on")]) == 3


def test_a_hand_over_that_is_due_by_either_plan_needs_no_word() -> None:
    play = Play(
        plan_of(
            task(1, "so-a", "so-b"),
            agencies=(
                agency("so-a", until=date(2026, 11, 10), successor="so-b"),
                agency("so-b"),
            ),
        )
    )
    play.run(OPENS)
    reworded = replace(play.plan, title="Kế hoạch khác")

    assert consequences(play.plan, reworded, play.status(), REMINDS) == Consequences()


def test_what_a_request_is_asked_instead_needs_a_word() -> None:
    play = played()
    other = plan_of(task(1, "so-a", "so-b"), task(2, "so-b"))

    found = consequences(play.plan, other, play.status(), REMINDS)

    assert found.amended == (RequestRef(PERIOD, "so-a"), RequestRef(PERIOD, "so-b"))
    assert found.needs_word(most_mails=100)


@pytest.mark.parametrize(
    ("found", "needs"),
    [
        (Consequences(), False),
        (Consequences(mails=(Notice(PERIOD, "so-a", "first"),) * 10), False),
        (Consequences(mails=(Notice(PERIOD, "so-a", "first"),) * 11), True),
        (Consequences(withdrawn=(RequestRef(PERIOD, "so-a"),)), True),
        (Consequences(handed_over=(RequestRef(PERIOD, "so-a"),)), True),
        (Consequences(closed=(PERIOD,)), True),
        (Consequences(moved=((PERIOD, OPENS, REMINDS),)), False),
        (Consequences(replaces="KH"), True),
    ],
)
def test_a_word_is_needed_for_many_mails_or_anything_taken_back(found: Consequences, needs: bool) -> None:
    assert found.needs_word(most_mails=10) is needs


def test_another_code_is_judged_as_if_nothing_had_happened() -> None:
    play = played()
    other = replace(play.plan, code="KHAC")

    found = consequences(play.plan, other, Status(), REMINDS)

    assert found.replaces == play.plan.code
    assert [notice.purpose for notice in found.mails] == ["first", "first"]


def test_the_summary_names_each_agency_once_and_not_all_of_many() -> None:
    names = tuple(f"so-{letter}" for letter in "abcdefghijklm")
    plan = plan_of(task(1, *names))
    mails = tuple(Notice(PERIOD, name, "first") for name in (*names, *names))

    (said,) = summary(plan, Consequences(mails=mails))

    assert said.values["count"] == 26
    assert str(said.values["names"]).count(",") == 10
    assert str(said.values["names"]).endswith(", …")


def test_every_consequence_is_a_sentence_of_its_own() -> None:
    plan = plan_of(task(1, "so-a"))
    ref = (RequestRef(PERIOD, "so-a"),)
    everything = Consequences(
        mails=(Notice(PERIOD, "so-a", "first"),),
        withdrawn=ref,
        handed_over=ref,
        amended=ref,
        closed=(PERIOD, "quy-2026-q3"),
        moved=((PERIOD, date(2026, 11, 29), date(2026, 12, 9)),),
        replaces="CU",
    )

    assert [str(sentence) for sentence in summary(plan, everything)] == [
        "another plan: KH instead of CU",
        "1 mails go out at once: Cơ quan SO-A",
        "1 requests are withdrawn: Cơ quan SO-A",
        "1 requests pass to a successor: Cơ quan SO-A",
        "1 agencies are asked about other tasks: Cơ quan SO-A",
        "these periods end at once: nam-2026, quy-2026-q3",
        "the last day of nam-2026 moves from 29/11/2026 to 09/12/2026",
    ]
    assert summary(plan, Consequences()) == ()


def test_moved_deadline_of_an_open_period_is_told_and_of_a_coming_one_not() -> None:
    play = played()
    later = replace(
        play.plan, cycles={"nam": replace(play.plan.cycles["nam"], due=Due((DayMonth(10, 12),), is_before=True))}
    )

    found = consequences(play.plan, later, play.status(), date(2026, 11, 5))

    assert found.moved == ((PERIOD, date(2026, 11, 29), date(2026, 12, 9)),)


def test_proposal_is_called_by_the_beginning_of_its_hash() -> None:
    plan = replace(small_plan(), source_hash="0123456789abcdef")

    assert Proposal(plan, "text", 2, Consequences()).name == "01234567"
