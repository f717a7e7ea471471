"""Faults of YAML are shown where the officer must look, not where a parser gave up."""

from __future__ import annotations

import pytest

from tests.unit.plan.texts import PLAN, faults_of, with_change


def in_list(*items: str) -> str:
    """The plan with its reminders one below the other."""
    old = "remind: [-14d, {at: +7d, tone: escalate, cc: superior}]"
    return with_change(old, "\n".join(["remind:", *items]))


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param(with_change("title: Kế", 'title: "Kế'), "K010", 3, 10, id="quote open to the end"),
        pytest.param(PLAN.replace("title: Kế", 'title: "Kế') + 'mail: {footer: "x"}', "K010", 3, 10, id="next quote"),
        pytest.param(with_change("title: Kế", "title: 'Kế"), "K010", 3, 10, id="single quote"),
        pytest.param(with_change("  code: KH", "  code:KH"), "K024", 2, 3, id="no space after the first colon"),
        pytest.param(with_change("  code: KH", "  code KH"), "K024", 2, 3, id="no colon in the first line"),
        pytest.param(with_change("    lead: so-a", "    lead so-a"), "K024", 32, 5, id="no colon in the middle"),
        pytest.param(with_change("  title: Kế", "   title: Kế"), "K014", 3, 4, id="one space too many"),
        pytest.param(with_change("  title: Kế", " title: Kế"), "K014", 3, 2, id="one space too few"),
        pytest.param(with_change("  title: Kế", "\ttitle: Kế"), "K011", 3, 1, id="tab alone"),
        pytest.param(with_change("  title: Kế", "  \ttitle: Kế"), "K011", 3, 3, id="tab after spaces"),
        pytest.param(with_change("title: Kế", "title: Kế: x"), "K012", 3, 12, id="colon in a text"),
        pytest.param(with_change("[so-a, so-b, so-c]", "[so-a, so-b, so-c"), "K013", 20, 35, id="list not closed"),
        pytest.param(with_change("coordinator: so-a", "coordinator:\xa0so-a"), "K025", 10, 15, id="no-break space"),
        pytest.param(with_change("title: Kế", "title: !Kế"), "K018", 3, 10, id="exclamation mark"),
        pytest.param(with_change("title: Kế", "title: %Kế"), "K015", 3, 10, id="percent sign"),
        pytest.param(in_list("    - -14d", "      - -7d", "      - {at: +1d}"), "K014", 44, 5, id="item to the left"),
        pytest.param(
            in_list("      - -14d", "      - -7d", "         - {at: +1d}"), "K014", 46, 10, id="item too deep"
        ),
        pytest.param(in_list("      --14d", "      - -7d", "      - {at: +1d}"), "K024", 44, 7, id="no space in item"),
        pytest.param(PLAN.replace("plan:", "--- plan:", 1), "K014", 1, 1, id="dashes before the first key"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(1500)), "K020", 41, 41, id="deep indentation"),
    ],
)
def test_fault_is_placed_where_the_slip_is(text: str, code: str, line: int, column: int) -> None:
    faults = [(fault.code, fault.place.line, fault.place.column) for fault in faults_of(text)]

    assert faults == [(code, line, column)]


def test_file_beyond_the_limit_is_not_parsed() -> None:
    (fault,) = faults_of("x: &a [1]\n" * 1_000_000)

    assert (fault.code, fault.message.values["size"]) == ("K004", 10_000_000)


def test_remedy_turns_a_date_round() -> None:
    (fault,) = faults_of(with_change("starts: 2023-03-27", "starts: 7/3/2023"))

    assert str(fault.remedy) == "write year-month-day: 2023-03-07"


def test_name_written_in_place_of_an_id_gets_the_id() -> None:
    (fault,) = faults_of(with_change("lead: so-a", "lead: Sở A"))

    assert str(fault.remedy) == 'write "so-a"'


def test_name_with_its_tone_placed_the_old_way_gets_the_id() -> None:
    text = PLAN.replace("name: Sở C", "name: Ban Hòa Giải").replace("support: so-b", "support: Ban Hoà Giải")

    (fault,) = faults_of(text)

    assert 'write "so-c"' in str(fault.remedy)
