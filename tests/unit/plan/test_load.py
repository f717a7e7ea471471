"""What a text means when it is read: exactly what an officer sees, and nothing guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.errors import PlanError
from dondoc.plan.faults import Place
from dondoc.plan.load import load_plan
from dondoc.plan.model import Anchor, DayMonth, Due, Measure, Offset, ReminderStep
from tests.unit.plan.texts import PLAN, faults_of, shown, with_change


def test_plan_is_read_into_values() -> None:
    plan = load_plan(PLAN).plan

    assert (plan.code, plan.starts, plan.coordinator) == ("KH", date(2023, 3, 27), "so-a")
    assert plan.agencies["so-b"].email == ("b@tinh.example",)
    assert plan.groups["cac-so"].members == ("so-a", "so-b", "so-c")
    assert plan.objectives["quy-che"].measure == Measure("co-quy-che", ("cac-so",), Decimal(100), is_percent=True)
    assert plan.tasks[1].years == (2023, 2024, 2025, 2026, 2027, 2028)
    assert plan.tasks[2].years is None
    assert plan.tasks[2].figures["lop"].unit == "lớp"


def test_cycle_is_read_with_signed_distances_from_the_last_good_day() -> None:
    cycle = load_plan(PLAN).plan.cycles["nam"]

    assert cycle.due == Due((DayMonth(30, 11),), is_before=True)
    assert (cycle.opens, cycle.closes) == (Offset(-30), Offset(30))
    assert cycle.remind == (ReminderStep(Offset(-14)), ReminderStep(Offset(7), "escalate", ("superior",)))
    assert cycle.tasks is None


def test_anchor_counts_from_a_legal_basis() -> None:
    assert load_plan(PLAN).plan.cycles["so-ket"].due.days == (Anchor(3, "year", "qd"),)


def test_cycle_without_opens_opens_thirty_days_before() -> None:
    assert load_plan(PLAN).plan.cycles["so-ket"].opens == Offset(-30)


@pytest.mark.parametrize(
    ("earliest", "opens"), [("-60d", Offset(-60)), ("-6w", Offset(-6, "w")), ("-25wd", Offset(-25, "wd"))]
)
def test_cycle_without_opens_opens_at_its_earliest_reminder_where_that_is_earlier(earliest: str, opens: Offset) -> None:
    text = with_change("    tasks: 2", f"    tasks: 2\n    remind: [{earliest}, -1d]")

    assert load_plan(text).plan.cycles["so-ket"].opens == opens


@pytest.mark.parametrize(
    "written", ["1e3", "2842", "no", "on", "12:30", "~", "null", "2023-03-27", "0x10", "'true'", '"3"']
)
def test_text_is_taken_exactly_as_written(written: str) -> None:
    plan = load_plan(with_change("title: Kế hoạch thử nghiệm", f"title: {written}")).plan

    assert plan.title == written.strip("'\"")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "\ufeff" + text, id="byte-order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="CR"),
        pytest.param(lambda text: "---\n" + text + "...\n", id="document marks"),
        pytest.param(lambda text: text.encode("utf-8"), id="bytes"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="bytes with a byte-order mark"),
        pytest.param(
            lambda text: text.replace("  2:\n", '  "2":\n').replace("tasks: 2", 'tasks: ["2"]'), id="quoted numbers"
        ),
        pytest.param(lambda text: text.replace("  2:\n", "  02:\n"), id="leading nought"),
    ],
)
def test_same_plan_in_another_dress_is_the_same(change: Callable[[str], str | bytes]) -> None:
    plain = load_plan(PLAN).plan

    dressed = load_plan(change(PLAN)).plan

    assert (dressed.title, dressed.tasks, dressed.cycles) == (plain.title, plain.tasks, plain.cycles)


def test_crlf_does_not_move_a_fault() -> None:
    text = with_change("lead: so-a", "lead: so-x").replace("\n", "\r\n")

    assert shown(text) == ["32 K201"]


def test_line_separators_pasted_into_a_text_do_not_move_a_fault() -> None:
    text = with_change("title: Kế hoạch", "title: Kế\u2028hoạch").replace("lead: so-a", "lead: so-x")

    assert shown(text) == ["32 K201"]


def test_merged_keys_can_be_overridden() -> None:
    text = with_change("  so-b: {name: Sở B", "  so-b: &chung {name: Sở B").replace(
        "  so-c: {name: Sở C, email: c@tinh.example, superior: ubnd}",
        "  so-c: {<<: *chung, name: Sở C, email: c@tinh.example}",
    )

    agency = load_plan(text).plan.agencies["so-c"]

    assert (agency.name, agency.superior) == ("Sở C", "ubnd")


def test_alias_repeats_a_value() -> None:
    text = with_change("lead: cac-so", "lead: &ai cac-so").replace("support: so-b", "support: *ai")

    assert load_plan(text).plan.tasks[2].support == ("cac-so",)


def test_decomposed_unicode_is_the_same_plan_for_the_checks() -> None:
    assert shown(unicodedata.normalize("NFD", PLAN)) == []


def test_place_of_a_value_is_known_after_loading() -> None:
    loaded = load_plan(PLAN)

    assert loaded.place_of("tasks", 2, "lead") == Place(32, 11)
    assert loaded.place_of("tasks", 2, "lead", on_key=True) == Place(32, 5)


def test_faults_come_in_file_order_with_warnings_apart() -> None:
    text = (
        with_change("support: so-b", "support: [so-b, so-b]")
        .replace("code: KH", "code: k")
        .replace("tasks: 2", "tasks: 9")
    )

    assert shown(text) == ["2 K126", "48 K207", "33 W209"]


def test_error_names_file_line_column_and_remedy() -> None:
    with pytest.raises(PlanError) as raised:
        load_plan(with_change("lead: so-a", "lead: so-aa"), file="ke-hoach.yaml")

    assert str(raised.value) == (
        'ke-hoach.yaml:32:11: K201 task 2, lead: no agency or group is called "so-aa"\n'
        '    how to mend: write "so-a", or add "so-aa" to agencies'
    )


def test_misspelt_section_is_read_as_the_one_meant() -> None:
    text = with_change("\ntasks:\n", "\ntask:\n").replace("lead: so-a", "lead: so-x")

    assert shown(text) == ["23 K101", "32 K201"]


def test_slip_in_one_field_hides_no_slip_beside_it() -> None:
    text = with_change("    lead: so-a\n", "    lead: so-x\n    when: 20233\n").replace("unit: lớp", "unitt: lớp")

    assert shown(text) == ["32 K201", "33 K118", "36 K101"]


def test_missing_section_brings_no_fault_about_what_names_it() -> None:
    start, end = PLAN.index("agencies:"), PLAN.index("groups:")

    assert shown(PLAN[:start] + PLAN[end:]) == ["1 K103"]


def test_faulty_figure_brings_no_fault_about_its_objective() -> None:
    assert shown(with_change("kind: yesno", "kind: yes")) == ["29 K109"]


@pytest.mark.parametrize(
    "text", ["{}", "[]", "x", '"x"', "1: 2", "plan: 3", "a: &a [*a]", "? [x]\n: y", "\ud800", "*", "&", "!", "%"]
)
def test_nonsense_is_refused_in_words(text: str) -> None:
    assert all(str(fault) for fault in faults_of(text))
    assert faults_of(text)


_TOKENS = st.sampled_from([*"[]{}:#&*!|>'\"%@`,?-~\t\n é\u200b\xa0", "<<: ", "- ", ": ", "2023-02-31", "[[", "{a: b}"])


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, len(PLAN)), length=st.integers(0, 30), tokens=st.lists(_TOKENS, max_size=4))
def test_no_slip_of_the_hand_breaks_the_reader(at: int, length: int, tokens: list[str]) -> None:
    text = PLAN[:at] + "".join(tokens) + PLAN[at + length :]

    faults = faults_of(text)

    assert all(str(fault) and 1 <= fault.place.line <= text.count("\n") + 2 for fault in faults)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert all(str(fault) for fault in faults_of(data))
