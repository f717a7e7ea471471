from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dondoc.diff.compare import diff_plans
from dondoc.diff.model import Change, ChangeKind, PlanDiff
from dondoc.diff.names import shortened
from dondoc.events.periods import PeriodClosed
from dondoc.events.plans import PlanAdopted
from dondoc.plan.load import load_plan
from dondoc.plan.model import Agency, Cycle, DayMonth, Due, Figure, Plan, Task
from dondoc.simulate.behaviour import SILENCE
from dondoc.simulate.play import simulate
from tests.unit.plan.texts import PLAN, with_change
from tests.unit.plans import agency, cycle, small_plan
from tests.unit.play import Play

OPENS = date(2026, 10, 30)
RUNNING = date(2026, 11, 5)
BEFORE = date(2026, 6, 1)


def with_tasks(plan: Plan, **leads: tuple[str, ...]) -> Plan:
    changed = {number: replace(task, lead=leads.get(f"t{number}", task.lead)) for number, task in plan.tasks.items()}
    return replace(plan, tasks=changed)


def with_agencies(plan: Plan, agencies: Mapping[str, Agency]) -> Plan:
    return replace(plan, agencies={**plan.agencies, **agencies})


def with_cycles(plan: Plan, *cycles: Cycle) -> Plan:
    return replace(plan, cycles={one.id: one for one in cycles})


def running(plan: Plan) -> Play:
    """The plan a few days into its period; so-b has answered."""
    play = Play(plan)
    play.run(OPENS)
    play.answer("nam-2026", "so-b", 1, date(2026, 11, 2))
    play.run(date(2026, 11, 2))
    return play


def of_kind(found: PlanDiff, kind: ChangeKind) -> list[Change]:
    return [change for change in found.changes if change.kind == kind]


def test_the_same_plan_changes_nothing() -> None:
    play = running(small_plan())

    assert diff_plans(small_plan(), small_plan(), play.records, RUNNING).is_empty


def test_an_agency_dropped_while_it_is_asked_is_withdrawn_and_told() -> None:
    plan = small_plan()
    new = replace(plan, groups={"so": replace(plan.groups["so"], members=("so-a", "so-c"))})

    found = diff_plans(plan, new, running(plan).records, RUNNING)

    (withdrawn,) = of_kind(found, "withdrawn")
    assert (withdrawn.periods, withdrawn.agencies) == (("nam-2026",), ("so-b",))
    assert withdrawn.message.values["answered"] == 1
    assert [(mail.on, mail.purpose, mail.more) for mail in found.mails if mail.more] == [
        (RUNNING, "withdraw", ("so-b",))
    ]


def test_a_new_lead_is_asked_more_and_the_old_one_less() -> None:
    plan = small_plan()

    found = diff_plans(plan, with_tasks(plan, t2=("so-c",)), running(plan).records, RUNNING)

    amended = {change.agencies: change.tasks for change in of_kind(found, "amended")}
    assert amended == {("so-a",): (2,), ("so-c",): (2,)}
    asked = {(change.kind, change.agencies): change.periods for change in found.changes if change.kind != "amended"}
    assert asked == {
        ("asked", ("so-c",)): ("nam-2027", "nam-2028"),
        ("released", ("so-a",)): ("nam-2027", "nam-2028"),
    }


def test_before_a_period_opens_its_change_is_told_once_for_all_periods_alike() -> None:
    plan = small_plan()

    found = diff_plans(plan, with_tasks(plan, t2=("so-c",)), (), BEFORE)

    assert [(change.kind, change.agencies, change.tasks, len(change.periods)) for change in found.changes] == [
        ("asked", ("so-c",), (2,), 3),
        ("released", ("so-a",), (2,), 3),
    ]
    assert found.mails == ()


def test_a_moved_deadline_moves_the_days_and_the_mails() -> None:
    plan = small_plan()
    later = replace(plan.cycles["nam"], due=Due((DayMonth(15, 12),), is_before=True))

    found = diff_plans(plan, with_cycles(plan, later), (), BEFORE)

    assert [change.periods for change in of_kind(found, "deadline")] == [
        (f"nam-{year}",) for year in (2026, 2026, 2026, 2027, 2027, 2027, 2028, 2028, 2028)
    ]
    assert {mail.on for mail in found.mails if mail.more} & {date(2026, 11, 14), date(2026, 12, 15)}
    assert sum(len(mail.more) for mail in found.mails) == sum(len(mail.fewer) for mail in found.mails) == 18


def test_an_added_cycle_names_its_periods_and_a_removed_one_ends_them() -> None:
    plan = small_plan()
    quarter = cycle("quy", "quarter", (DayMonth(15, 3), DayMonth(15, 6), DayMonth(15, 9), DayMonth(15, 12)))

    added = diff_plans(plan, with_cycles(plan, *plan.cycles.values(), quarter), (), date(2028, 8, 1))
    removed = diff_plans(plan, with_cycles(plan, quarter), running(plan).records, RUNNING)

    assert [change.periods for change in of_kind(added, "period")] == [("quy-2028-q3",), ("quy-2028-q4",)]
    assert ("nam-2026",) in [change.periods for change in of_kind(removed, "period")]
    assert of_kind(removed, "withdrawn")[0].agencies == ("so-a", "so-b", "so-c")


def test_an_agency_that_ends_hands_over_with_a_mail_to_both() -> None:
    plan = small_plan()
    ends = RUNNING - timedelta(days=1)
    new = with_agencies(
        plan, {"so-a": agency("so-a", until=ends, successor="so-d"), "so-d": agency("so-d", since=RUNNING)}
    )

    found = diff_plans(plan, new, running(plan).records, RUNNING)

    assert [change.agencies for change in of_kind(found, "life")] == [("so-a",), ("so-d",)]
    assert [change.agencies for change in of_kind(found, "handed-over")] == [("so-a", "so-d")]
    assert {(mail.purpose, mail.more) for mail in found.mails if mail.on == RUNNING} == {
        ("hand-over", ("so-a", "so-d"))
    }


def test_a_renamed_id_is_told_as_such() -> None:
    plan = small_plan()
    agencies = {("so-x" if name == "so-c" else name): one for name, one in plan.agencies.items()}
    group = replace(plan.groups["so"], members=("so-a", "so-b", "so-x"))
    new = replace(plan, agencies=agencies, groups={"so": group})

    found = diff_plans(plan, new, running(plan).records, RUNNING)

    assert [change.agencies for change in of_kind(found, "renamed")] == [("so-c", "so-x")]
    assert [change.agencies for change in of_kind(found, "withdrawn")] == [("so-c",)]
    assert [change.agencies for change in of_kind(found, "opened")] == [("so-x",)]


def test_a_renumbered_task_and_a_renamed_cycle_are_told() -> None:
    plan = small_plan()
    tasks = {1: plan.tasks[1], 7: replace(plan.tasks[2], number=7)}
    new = replace(plan, tasks=tasks, cycles={"bao-cao": replace(plan.cycles["nam"], id="bao-cao")})

    found = diff_plans(plan, new, (), BEFORE)

    renamed = of_kind(found, "renamed")
    assert [(change.tasks, dict(change.message.values)) for change in renamed] == [
        ((2, 7), {"old": 2, "new": 7}),
        ((), {"old": "nam", "new": "bao-cao"}),
    ]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, "no longer asked"),
        (Figure("lop", "Số lớp", "khóa"), "counted in"),
        (Figure("lop", "Số lớp", kind="yesno"), "yes/no"),
        (Figure("so-lop", "Số lớp", "lớp"), "now called so-lop"),
        (Figure("lop", "Số học viên", "lớp"), "is called “Số học viên” instead of “Số lớp”"),
    ],
    ids=["gone", "another unit", "another kind", "another id", "another name"],
)
def test_a_figure_that_cannot_be_compared_any_more_is_named_with_what_it_was_given(
    figure: Figure | None, words: str
) -> None:
    plan = small_plan()
    play = running(plan)
    play.figure("nam-2026", "so-b", 1, date(2026, 11, 3), lop=2)
    task = replace(plan.tasks[1], figures={figure.id: figure} if figure else {})

    found = diff_plans(plan, replace(plan, tasks={**plan.tasks, 1: task}), play.records, RUNNING)

    difference, values = of_kind(found, "figure")
    assert words in str(difference.message)
    assert dict(values.message.values) == {"place": "tasks.1.figures.lop", "count": 1, "periods": "nam-2026"}


def test_values_of_a_closed_period_are_compared_by_the_plan_it_was_run_under() -> None:
    texts = {unit: with_change("Số lớp, unit: lớp", f"Số lớp, unit: {unit}") for unit in ("lớp", "buổi", "khóa")}
    plans = {unit: load_plan(text).plan for unit, text in texts.items()}
    play = Play(plans["lớp"])
    play.record(PlanAdopted(version=1, sha256="1" * 64, text=texts["lớp"]), date(2026, 10, 1))
    play.run(date(2026, 10, 30))
    play.figure("nam-2026", "so-a", 2, date(2026, 11, 3), lop=2)
    play.record(PeriodClosed(period="nam-2026", on=date(2026, 12, 29), plan_version=1), date(2026, 12, 30))
    play.record(PlanAdopted(version=2, sha256="2" * 64, text=texts["buổi"]), date(2027, 1, 5))

    def told(old: str, new: str) -> list[str]:
        found = diff_plans(plans[old], plans[new], play.records, date(2027, 1, 6))
        return [str(change.message).removeprefix("tasks.2.figures.lop") for change in of_kind(found, "figure")]

    assert told("lớp", "buổi") == [
        " is counted in “buổi” instead of “lớp”",
        ": 1 values given so far (nam-2026) cannot be compared with later ones",
    ]
    assert told("buổi", "lớp") == [
        " is counted in “lớp” instead of “buổi”",
        ": 1 values given so far (nam-2026) can be compared with later ones again",
    ]
    assert told("buổi", "khóa") == [" is counted in “khóa” instead of “buổi”"]


def test_another_address_and_another_wording_are_told_briefly() -> None:
    plan = small_plan()
    moved = replace(plan.agencies["so-c"], email=("moi@tinh.example",), name="Sở Mới")
    worded = replace(plan.tasks[2], content="Tổ chức hội nghị tập huấn")

    found = diff_plans(plan, replace(with_agencies(plan, {"so-c": moved}), tasks={**plan.tasks, 2: worded}), (), BEFORE)

    assert [change.kind for change in found.changes] == ["address", "wording", "wording"]
    assert "“Tổ chức hội nghị tập huấn”" in str(found.changes[1].message)


def test_the_office_itself_is_told_of_first() -> None:
    plan = small_plan()

    found = diff_plans(plan, replace(plan, coordinator="so-b", code="KH2"), running(plan).records, RUNNING)

    assert [change.kind for change in found.changes[:2]] == ["office", "office"]
    assert not of_kind(found, "withdrawn")


def test_mails_of_today_are_exactly_what_the_next_run_sends_beside_the_usual() -> None:
    plan = small_plan()
    new = with_tasks(replace(plan, tasks={**plan.tasks, 3: Task(3, "Việc mới", ("so-b",))}), t1=("so-a", "so-b"))
    day = date(2026, 11, 13)  # a reminder is due this day anyway

    found = diff_plans(plan, new, running(plan).records, day)
    told = simulate(new, day, day, SILENCE, records=running(plan).records).mailings
    usual = simulate(plan, day, day, SILENCE, records=running(plan).records).mailings

    more = {(mail.purpose, name) for mail in found.mails if mail.on == day for name in mail.more}
    fewer = {(mail.purpose, name) for mail in found.mails if mail.on == day for name in mail.fewer}
    assert {(m.purpose, m.agency) for m in told} == ({(m.purpose, m.agency) for m in usual} | more) - fewer
    assert ("amend", "so-b") in more
    assert ("withdraw", "so-c") in more


SMALL_EDITS = [
    ("title: Kế hoạch thử nghiệm", "title: Kế hoạch", "plan.title is “Kế hoạch” instead of “Kế hoạch thử nghiệm”"),
    ("name: Sở B,", "name: Sở B, short: SB,", "agencies.so-b.short is “SB” instead of “–”"),
    (
        "name: Sở B,",
        'name: Sở B, accept_from: "@b.example",',
        "answers of Sở B are also taken from @b.example instead of –",
    ),
    ("b@tinh.example, superior: ubnd", "b@tinh.example", "escalations about Sở B are copied to – instead of UBND tỉnh"),
    ("goal: 100%", "goal: 90%", "objectives.quy-che.measure.goal is “90%” instead of “100%”"),
    ("support: so-b", "support: so-c", "tasks.2.support is “so-c” instead of “so-b”"),
    ("lop: {", "so: {name: Số}\n      lop: {", "tasks.2.figures.so is asked from now on: “Số”"),
    ("cc: superior", "cc: so-c", "cycles.nam.remind.+7d.cc is “so-c” instead of “superior”"),
    ("opens: 30d", "opens: 30d\n    report: quy", "cycles.nam.report is “quy” instead of “nam”"),
]


@pytest.mark.parametrize(("old", "new", "told"), SMALL_EDITS, ids=[told for _, _, told in SMALL_EDITS])
def test_whatever_people_see_of_an_edit_is_told(old: str, new: str, told: str) -> None:
    before, after = load_plan(PLAN).plan, load_plan(with_change(old, new)).plan

    assert [str(change.message) for change in diff_plans(before, after, (), BEFORE).changes] == [told]


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    long = "Triển khai đề án truyền thông về quyền con người trên địa bàn tỉnh giai đoạn 2023 - 2028"
    before = load_plan(with_change("Kế hoạch thử nghiệm", long)).plan
    after = load_plan(with_change("Kế hoạch thử nghiệm", long.replace("2028", "2030"))).plan

    (change,) = diff_plans(before, after, (), BEFORE).changes

    assert str(change.message) == "plan.title is “…2023 - 2030” instead of “…2023 - 2028”"


def test_of_many_agencies_only_how_many_there_are_is_told() -> None:
    names = [f"so-{number}" for number in range(9)]

    assert shortened(names) == "so-0, so-1, so-2, so-3, so-4, so-5, so-6, so-7 … (9)"
    assert shortened(names[:8]) == ", ".join(names[:8])
