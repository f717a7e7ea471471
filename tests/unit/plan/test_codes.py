"""Every code of the book: raised once by one slip, at the right line."""

from __future__ import annotations

import re

import pytest

from dondoc.plan.codes.book import FAULT_KINDS, message_ids
from dondoc.plan.daysoff import deadline_warnings
from dondoc.plan.load import load_plan
from dondoc.plan.tree import MAX_DEPTH
from tests.unit.plan.texts import PLAN, faults_of, shown, with_change

SO_B = "  so-b: {name: Sở B, email: b@tinh.example, superior: ubnd}\n"
SLIPS: dict[str, tuple[str | bytes, int]] = {
    "K001": ("# only a comment\n", 1),
    "K002": (PLAN.encode("utf-16"), 1),
    "K003": (with_change("KH\n", "K\x07H\n"), 2),
    "K004": ("a: b\n" * 500_000, 1),
    "K005": (PLAN + "---\n" + PLAN, 49),
    "K006": ("- plan\n- tasks\n", 1),
    "K007": (PLAN.encode("utf-8").replace("Sơ kết".encode(), "Sơ kết".encode("utf-16-be")[1:]), 45),
    "K008": (b"PK\x03\x04\x14\x00", 1),
    "K010": (with_change("title: Kế hoạch", 'title: "Kế hoạch'), 3),
    "K011": (with_change("  language", "\tlanguage"), 9),
    "K012": (with_change("title: Sơ kết", "title: Sơ kết: ba năm"), 45),
    "K013": (with_change("{after: 3 years, of: qd}", "{after: 3 years, of: qd"), 47),
    "K014": (with_change("  issued_by", " issued_by"), 4),
    "K015": (with_change("title: Sơ kết", "title: @Sơ kết"), 45),
    "K016": (with_change("support: so-b", "support: *so-b"), 33),
    "K017": (with_change("title: Sơ kết", 'title: "Sơ \\kết"'), 45),
    "K018": (with_change("title: Sơ kết", "title: !vn Sơ kết"), 45),
    "K019": (
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
        ),
        6,
    ),
    "K020": ("a: " + "[" * 100_000, 1),
    "K021": (with_change("  qd: {", "  qd: {<<: x, "), 13),
    "K022": (with_change("  code: KH", "  [a]: b\n  code: KH"), 2),
    "K023": (with_change("plan:\n", "%YAML 3.0\n---\nplan:\n"), 1),
    "K024": (with_change("language: vi", "language:vi"), 9),
    "K025": (with_change("  language", "\xa0\xa0language"), 9),
    "K026": (with_change("language: vi", "language：vi"), 9),
    "K027": (with_change("  1:\n", "  - 1:\n"), 24),
    "K028": (with_change("so-c]}", "so-c]}}"), 20),
    "K029": (with_change("title: Sơ kết", 'title: "Sơ kết" ba năm'), 45),
    "K030": (with_change("  language: vi\n", "<<<<<<< HEAD\n  language: vi\n=======\n  language: en\n>>>>>>> x\n"), 9),
    "K031": (with_change("  2:\n", ""), 30),
    "K032": (PLAN.replace("tasks:\n  1:\n", "tasks:\n"), 24),
    "K101": (with_change("    content: Tập", "    contents: Tập"), 31),
    "K102": (with_change("  starts:", "  starts: 2023-01-01\n  starts:"), 7),
    "K103": (with_change("    content: Tập huấn\n", ""), 30),
    "K104": (with_change("content: Tập huấn", "content:"), 31),
    "K105": (with_change(SO_B, "  so-b: Sở B\n"), 17),
    "K106": (with_change("remind: [-14d, {at: +7d, tone: escalate, cc: superior}]", "remind: {at: -14d}"), 43),
    "K107": (with_change("title: Sơ kết", "title: [Sơ kết]"), 45),
    "K108": (with_change("  so-ket:", "  Sơ_kết:"), 44),
    "K109": (with_change("every: year", "every: yearly"), 39),
    "K110": (with_change("starts: 2023-03-27", "starts: 27/3/2023"), 6),
    "K111": (with_change("ends: 2028-12-31", "ends: 2028-02-30"), 7),
    "K112": (with_change("30/11", "30-11"), 40),
    "K113": (with_change("opens: 30d", "opens: 30 ngày"), 41),
    "K114": (with_change("b@tinh.example", "b.tinh.example"), 17),
    "K115": (with_change("name: Sở B,", "name: Sở B, accept_from: tinh.example,"), 17),
    "K116": (with_change("  2:\n", "  hai:\n"), 30),
    "K117": (with_change("support: so-b", "support: so-b\n    ask_support: có"), 34),
    "K118": (with_change("when: 2023-2028", "when: 2028-2023"), 27),
    "K119": (with_change("goal: 100%", "goal: tất cả"), 22),
    "K120": (with_change("3 years", "3 năm"), 47),
    "K121": (with_change("due_before: 30/11\n", "due_before: 30/11\n    due_by: 29/11\n"), 41),
    "K122": (with_change("30/11", "2025-11-30"), 40),
    "K123": (with_change("lead: so-a", "lead: []"), 32),
    "K124": (with_change("name: Số lớp,", "name: Số lớp, khóa,"), 35),
    "K125": (with_change("Asia/Ho_Chi_Minh", "GMT+7 Hà Nội"), 8),
    "K126": (with_change("code: KH", "code: kế hoạch"), 2),
    "K127": (PLAN + "calendar: {country: Việt Nam}\n", 49),
    "K128": (with_change("every: year", "every: half"), 40),
    "K129": (with_change("every: year", "every: quarter"), 40),
    "K130": (with_change("every: year", "every: month"), 40),
    "K131": (with_change("every: year", "every: once"), 40),
    "K132": (with_change("ends: 2028-12-31", "ends: 9999-12-31"), 7),
    "K201": (with_change("lead: so-a", "lead: so-aa"), 32),
    "K202": (with_change("coordinator: so-a", "coordinator: so-aa"), 10),
    "K203": (with_change("coordinator: so-a", "coordinator: cac-so"), 10),
    "K204": (with_change("[so-a, so-b, so-c]", "[so-a, so-b, so-c, cac-so]"), 20),
    "K205": (with_change("  cac-so: {", "  so-a: {name: Sở A, members: so-a}\n  cac-so: {"), 20),
    "K206": (with_change("of: qd", "of: qdd"), 47),
    "K207": (with_change("tasks: 2", "tasks: 3"), 48),
    "K208": (with_change("[so-a, so-b, so-c]", "[so-a so-b, so-c]"), 20),
    "K209": (with_change("  so-a: {", "  os-a: {"), 16),
    "K210": (with_change("email: b@tinh.example, ", ""), 17),
    "K211": (with_change("email: a@tinh.example, ", ""), 16),
    "K212": (with_change(", email: ubnd@tinh.example", "").replace("reports_to: ubnd", "reports_to: so-a"), 15),
    "K213": (with_change("b@tinh.example, superior: ubnd", "b@tinh.example, superior: so-b"), 17),
    "K214": (with_change("name: Sở B,", "name: Sở B, until: 2025-02-28, successor: so-b,"), 17),
    "K301": (with_change("ends: 2028-12-31", "ends: 2022-12-31"), 7),
    "K302": (with_change("name: Sở B,", "name: Sở B, from: 2025-03-01, until: 2025-02-28,"), 17),
    "K303": (
        with_change("name: Sở B,", "name: Sở B, until: 2025-02-28, successor: so-c,").replace(
            "name: Sở C,", "name: Sở C, from: 2025-07-01,"
        ),
        17,
    ),
    "K304": (with_change("3 years", "30 years"), 47),
    "K305": (with_change("when: 2023-2028", "when: 2018-2020"), 27),
    "K306": (with_change("  so-ket:", "  nam-2025:"), 44),
    "K307": (with_change("-14d", "-45d"), 43),
    "K308": (with_change(", date: 2022-09-14", ""), 47),
    "K309": (with_change("every: year\n    due_before: 30/11", "every: half\n    due_by: [15/3, 15/6]"), 40),
    "K310": (with_change("every: once", "every: once\n    for: previous"), 47),
    "K311": (with_change("tasks: all", "tasks: all\n    to: so-a"), 43),
    "K312": (PLAN + "calendar:\n  off: 2026-08-22\n  work: 2026-08-22\n", 51),
    "K313": (with_change("    due_before: 30/11\n", ""), 37),
    "K401": (with_change("figure: co-quy-che", "figure: co-quy-chee"), 22),
    "K402": (with_change("co-quy-che: {name: Đã", "lop: {name: Số lớp, unit: khóa}\n      co-quy-che: {name: Đã"), 36),
    "K403": (with_change("goal: 100%", "goal: 100"), 22),
    "K404": (with_change("goal: 100%", "goal: 150%"), 22),
    "W101": (with_change("name: Sở B,", "name: Sở B, short: ,"), 17),
    "W102": (with_change("title: Sơ kết", "title: “Sơ kết”"), 45),
    "K215": (PLAN.replace("  ubnd: {name: UBND tỉnh, email: ubnd@tinh.example}\n", ""), 11),
    "W201": (
        with_change("  cac-so: {", "  trong: {name: Trống, members: []}\n  cac-so: {").replace(
            "so-b\n", "[so-b, trong]\n"
        ),
        20,
    ),
    "W202": (with_change(SO_B, SO_B + "  so-d: {name: Sở D, email: d@tinh.example}\n"), 18),
    "W203": (with_change("  cac-so: {", "  khac: {name: Khác, members: so-a}\n  cac-so: {"), 20),
    "W204": (with_change("name: UBND tỉnh,", "name: UBND tỉnh, until: 2025-06-30, successor: so-c,"), 11),
    "W205": (with_change("name: UBND tỉnh,", "name: UBND tỉnh, until: 2025-06-30,"), 15),
    "W206": (with_change("name: Sở B,", "name: Sở B, successor: so-c,"), 17),
    "W207": (with_change("b@tinh.example", "a@tinh.example"), 17),
    "W208": (
        with_change(", email: ubnd@tinh.example", "").replace(", cc: superior", ""),
        15,
    ),
    "W209": (with_change("support: so-b", "support: [so-b, so-b]"), 33),
    "W210": (PLAN.replace(", superior: ubnd", ""), 43),
    "W211": (
        with_change("[so-a, so-b, so-c]}", "[so-a, so-b, so-c]}\n  mot: {name: Một, members: so-b}")
        .replace("name: Sở B,", "name: Sở B, until: 2025-02-28,")
        .replace("lead: so-a", "lead: mot"),
        33,
    ),
    "W212": (with_change("[so-a, so-b, so-c]", "[so-a, so-b, so-c], except: ubnd"), 20),
    "W302": (with_change("opens: 30d", "closes: 5d"), 43),
    "W303": (PLAN + "calendar: {off: 2035-01-01}\n", 49),
    "W304": (with_change("when: 2023-2028", "when: 2022-2024"), 27),
    "W305": (
        with_change("ends: 2028-12-31", "ends: 2023-10-31")
        .replace("3 years", "8 months")
        .replace("when: 2023-2028", "when: 2023"),
        40,
    ),
    "W306": (with_change("tasks: 2", "tasks: 2\n    ask: document\n    to: so-b"), 48),
    "W307": (with_change("năm {year}", "năm {nam}"), 38),
    "W308": (with_change("[-14d,", "[-14d, -2w,"), 43),
    "W309": (with_change("at: +7d", "at: -7d"), 43),
    "W310": (with_change("[-14d,", "[14d,"), 43),
    "W311": (with_change("support: so-b", "support: so-b\n    when: 2024"), 49),
    "W401": (with_change("of: cac-so", "of: ubnd"), 22),
}
FOUND_APART = {"W301"}  # by deadline_warnings, which alone needs the calendar of holidays
PLACES = re.compile(r"(?<!\{)\{(\w+)\}")


def test_the_plan_without_slips_has_no_fault() -> None:
    assert shown(PLAN) == []


@pytest.mark.parametrize("code", SLIPS)
def test_one_slip_is_one_fault_at_its_line(code: str) -> None:
    text, line = SLIPS[code]

    assert shown(text) == [f"{line} {code}"]


def test_every_code_of_the_book_can_be_raised() -> None:
    assert SLIPS.keys() | FOUND_APART == FAULT_KINDS.keys()


@pytest.mark.parametrize("code", SLIPS)
def test_every_fault_can_be_put_into_words(code: str) -> None:
    (fault,) = faults_of(SLIPS[code][0])

    assert str(fault)
    assert set(PLACES.findall(fault.message.text)) <= fault.message.values.keys()
    assert set(PLACES.findall(fault.remedy.text)) <= fault.remedy.values.keys()


def test_codes_stand_in_the_order_of_their_numbers_within_a_family() -> None:
    families = [code[0] + code[1] for code in FAULT_KINDS]

    assert [
        code for family in dict.fromkeys(families) for code in sorted(FAULT_KINDS) if code.startswith(family)
    ] == list(FAULT_KINDS)


def test_no_sentence_of_the_book_has_a_brace_that_formatting_trips_over() -> None:
    for text in message_ids():
        values = dict.fromkeys(PLACES.findall(text), "x")

        assert text.format_map(values)


def test_deepest_nesting_that_is_read_is_deeper_than_any_plan() -> None:
    assert MAX_DEPTH > 10


def test_deadline_on_a_day_off_is_a_warning_that_names_the_days() -> None:
    loaded = load_plan(PLAN)

    (nam, so_ket) = deadline_warnings(loaded)

    assert (nam.place.line, nam.code) == (40, "W301")
    assert nam.message.values["days"] == "2025-11-29, 2026-11-29"
    assert so_ket.message.values["days"] == "2025-09-14"
