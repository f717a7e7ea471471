"""Slips of every day: each is one fault, where it was made, with what a colleague would say."""

from __future__ import annotations

import pytest

from tests.unit.plan.texts import PLAN, faults_of, with_change

SO_B = "  so-b: {name: Sở B, email: b@tinh.example, superior: ubnd}\n"
TASK_2 = """\
  2:
    content: Tập huấn
    lead: so-a
    support: so-b
    figures:
      lop: {name: Số lớp, unit: lớp}
"""
SLIPS = {
    # a key in Vietnamese, in other words or in another spelling
    "chủ trì": (with_change("    lead: so-a", "    chủ trì: so-a"), "32 K101", 'write "lead"'),
    "chu-tri": (with_change("    lead: so-a", "    chu-tri: so-a"), "32 K101", 'write "lead"'),
    "nhiem_vu": (with_change("tasks:\n", "nhiem_vu:\n"), "23 K101", 'write "tasks"'),
    "deadline": (with_change("due_before:", "deadline:"), "40 K101", 'write "due_by"'),
    "hằng năm": (with_change("every: year", "every: hằng năm"), "39 K109", 'write "year"'),
    "hidden character": (with_change("  language", "  langu\u200bage"), "9 K101", 'write "language"'),
    # ids
    "id with underscores": (with_change("  cac-so:", "  cac_so:"), "20 K108", 'write "cac-so"'),
    "id with spaces, named with them": (PLAN.replace("so-b", "so b"), "17 K108", 'write "so-b"'),
    "id out of the first words of a name": (
        with_change("name: Sở B", "name: Sở Giáo dục và Đào tạo").replace("support: so-b", "support: so-giao-duc"),
        "33 K201",
        'write "so-b", or add "so-giao-duc" to agencies',
    ),
    "names without commas": (
        with_change("[so-a, so-b, so-c]", "[so-a so-b so-c]"),
        "20 K208",
        "put a comma between them, in [ ]: so-a, so-b, so-c",
    ),
    "names in one text": (
        with_change("lead: so-a", "lead: so-a; Sở B"),
        "32 K208",
        "put a comma between them, in [ ]: so-a, so-b",
    ),
    "agency under a taken id": (
        with_change("  so-b: {", "  so-a: {"),
        "17 K102",
        "delete one of the two, or give this one another name",
    ),
    "group under an agency's id": (with_change("  cac-so: {", "  so-c: {"), "20 K205", "give the group another id"),
    "section written twice": (
        PLAN + "agencies:\n  so-d: {name: Sở D, email: d@tinh.example, superior: ubnd}\n",
        "49 K102",
        "delete one of the two, or give this one another name",
    ),
    # wrong level
    "task at the left edge": (with_change(TASK_2, TASK_2.replace("\n  ", "\n")[2:]), "30 K014", None),
    "task as a key of the one before": (with_change(TASK_2, "  " + TASK_2.replace("\n  ", "\n    ")), "30 K014", None),
    "section among the tasks": (with_change("cycles:\n", "  cycles:\n"), "36 K014", None),
    "line indented too little": (with_change("    content: Tập huấn", "  content: Tập huấn"), "31 K014", None),
    "figure beside its heading": (with_change("      lop: {", "    lop: {"), "35 K014", None),
    "measure beside its heading": (
        PLAN.replace(
            "measure: {figure: co-quy-che, of: cac-so, goal: 100%}}",
            "measure: , figure: co-quy-che, of: cac-so, goal: 100%}",
        ),
        "22 K014",
        None,
    ),
    "section heading deleted": (with_change("agencies:\n", ""), "14 K103", None),
    "heading of groups deleted": (with_change("groups:\n", ""), "19 K103", None),
    "heading of groups among the agencies": (with_change("groups:\n", "  groups:\n"), "19 K014", None),
    "empty heading among the agencies": (with_change("groups:\n  cac-so", "  groups:\n  cac-so"), "19 K014", None),
    "heading of mail deleted": (PLAN + "  from_name: Sở A\n  footer: Không mật\n", "49 K103", None),
    "heading of the reminders deleted": (
        with_change("    remind: [-14d, {at: +7d, tone: escalate, cc: superior}]", "      - -14d\n      - {at: +7d}"),
        "43 K024",
        None,
    ),
    "entry in braces without its colon": (with_change("  so-b: {", "  so-b {"), "17 K012", None),
    "key cut short": (with_change("language: vi", "langua"), "9 K024", None),
    "deadline cut short": (with_change("due_before: 30/11", "due_bef"), "40 K024", None),
    "two keys in one line": (
        with_change("  title: Kế hoạch thử nghiệm\n", "  title: Kế hoạch thử nghiệm"),
        "3 K012",
        None,
    ),
    "heads at the left edge": (with_change("  reports_to", "reports_to"), "11 K014", None),
    "second line of a text": (with_change("content: Tập huấn", "content: Tập huấn\ncho cán bộ mới"), "32 K014", None),
    # colons, hyphens, quotation marks
    "heading without colon": (with_change("groups:\n", "groups\n"), "19 K024", None),
    "entry without colon": (with_change("  nam:\n", "  nam\n"), "37 K024", None),
    "equals sign": (with_change("language: vi", "language = vi"), "9 K024", None),
    "no space in { }": (with_change("Số lớp, unit: lớp", "Số lớp, unit:lớp"), "35 K024", None),
    "hyphens without space": (with_change("lead: so-a", "lead:\n      -so-a\n      -so-c"), "33 K024", None),
    "signs taken for hyphens": (
        with_change("remind: [-14d, {at: +7d, tone: escalate, cc: superior}]", "remind:\n      -14d\n      -7d"),
        "44 K024",
        None,
    ),
    "text after a pipe": (with_change("title: Sơ kết", "title: | Sơ kết"), "45 K015", None),
    "quotation marks within": (with_change("title: Sơ kết", 'title: "Sơ kết "ba năm""'), "45 K029", None),
    "typographic marks around an id": (with_change("lead: so-a", "lead: “so-a”"), "32 K201", 'write "so-a"'),
    "three dashes within": (with_change("tasks:\n", "---\ntasks:\n"), "23 K005", None),
    # values
    "day and month exchanged": (
        with_change("30/11", "11/30"),
        "40 K111",
        'write "30/11", or correct the day or the month',
    ),
    "monthly deadline with its month": (
        with_change("every: year", "every: month"),
        "40 K130",
        "write the bare day: 30; a month without that day takes its last",
    ),
    "yearly deadline with its year": (
        with_change("30/11", "2025-11-30"),
        "40 K122",
        "write day/month: 30/11; a plain date needs every: once",
    ),
    "missing key": (with_change("    every: year\n", ""), "37 K103", 'add a line such as "every: year"'),
    "one name in brackets": (
        with_change("coordinator: so-a", "coordinator: [so-a]"),
        "10 K107",
        "write so-a, without brackets",
    ),
    "no task": (with_change("tasks: 2", "tasks: []"), "48 K123", "write the number of at least one task, or all"),
    "country in words": (PLAN + "calendar: {country: Việt Nam}\n", "49 K127", 'write "VN"'),
    "domain without @": (
        with_change("name: Sở B,", "name: Sở B, accept_from: tinh.example,"),
        "17 K115",
        'write "@tinh.example"',
    ),
    "two addresses in one text": (
        with_change("b@tinh.example", '"b@tinh.example, c@so.example"'),
        "17 K114",
        'write "[b@tinh.example, c@so.example]"',
    ),
    "city that names no timezone": (
        with_change("Asia/Ho_Chi_Minh", "Asia/Hanoi"),
        "8 K125",
        'write "Asia/Ho_Chi_Minh"',
    ),
    "hours for a timezone": (with_change("Asia/Ho_Chi_Minh", "GMT+7"), "8 K125", 'write "Asia/Ho_Chi_Minh"'),
    "digits of full width": (
        with_change("every: year", "every: month").replace("30/11", "\uff12\uff15"),
        "40 K112",
        'write "25"; where every is once, write year-month-day',
    ),
    "number with a zero in front": (with_change("  2:\n", "  01:\n"), "30 K102", None),
    "text of nothing but a space": (with_change("title: Sơ kết", 'title: " "'), "45 K104", None),
    "years run backwards": (with_change("when: 2023-2028", "when: 2028-2023"), "27 K118", "write 2023-2028"),
    "bare day beyond the month": (with_change("every: year", "every: month").replace("30/11", "32"), "40 K111", None),
    "nothing in the years": (with_change("when: 2023-2028", "when: []"), "27 K118", None),
    "task under a taken number, measured by an objective": (with_change("  2:\n", "  1:\n"), "30 K102", None),
    "successor that ended before it began": (
        with_change(SO_B, SO_B.replace("superior", "until: 2024-12-31, successor: so-d, superior")).replace(
            "groups:", "  so-d: {name: Sở D, email: d@tinh.example, from: 2025-01-01, until: 2023-12-31}\ngroups:"
        ),
        "19 K302",
        None,
    ),
    "tag without a text": (with_change("code: KH", "code: !!python/name:os.system"), "2 K018", None),
    "text that begins in brackets": (
        with_change("title: Sơ kết", "title: [Dự thảo] Sơ kết"),
        "45 K015",
        "put the text in quotation marks",
    ),
    "placeholder never closed": (with_change("năm {year}", "năm {year"), "38 W307", None),
    "issued after the end": (with_change("issued_on: 2023", "issued_on: 2032"), "5 W303", None),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slip_is_one_fault_with_the_remedy_of_a_colleague(slip: str) -> None:
    text, place, remedy = SLIPS[slip]

    (fault,) = faults_of(text)

    assert f"{fault.place.line} {fault.code}" == place
    assert remedy in {None, str(fault.remedy)}


def test_hidden_characters_are_shown_by_their_number() -> None:
    (fault,) = faults_of(with_change("lead: so-a", "lead: so\u2011a"))

    assert '"so<U+2011>a"' in str(fault)


def test_strangers_beyond_those_a_doubled_id_explains_are_all_named() -> None:
    text = with_change("  so-b: {", "  so-a: {").replace("lead: so-a", "lead: [so-a, cong-an]")

    assert [fault.code for fault in faults_of(text)] == ["K102", "K201"]


def test_files_of_many_slips_lose_none_of_them() -> None:
    text = (
        PLAN.replace("    lead: so-a", "    chủ trì: so-a")
        .replace("every: year", "every: năm")
        .replace("  cac-so:", "  cac_so:")
        .replace("ends: 2028-12-31", "ends: 31/12/2028")
        .replace("b@tinh.example", "b@@tinh.example")
        .replace("tasks: 2\n", "tasks: 1-2\n")
        .replace("language: vi", "language：vi")
        .replace("title: Sơ kết", "title: Sơ kết: ba năm")
    )

    assert [f"{fault.place.line} {fault.code}" for fault in faults_of(text)] == [
        "7 K110", "9 K026", "17 K114", "20 K108", "32 K101", "39 K109", "45 K012", "48 K116",
    ]  # fmt: skip


def test_tabs_in_a_run_of_lines_are_one_fault() -> None:
    indented = PLAN.replace(
        "  2:\n    content: Tập huấn\n    lead: so-a\n", "\t2:\n\t\tcontent: Tập huấn\n\t\tlead: so-a\n"
    )

    assert [f"{fault.place.line} {fault.code}" for fault in faults_of(indented)] == ["30 K011"]
