"""Ready answers: what a press of a button opens."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.letters.drafts import LONGEST_URL, MOST_BUTTONS, all_drafts, correction_draft, examples, mailto, task_drafts
from dondoc.letters.letter import AskedTask, Draft
from dondoc.plan.model import Figure, Task
from tests.unit.letters.cases import CODE, OPENED, PLAN, TASKS
from tests.unit.letters.every import acknowledgement, reminder

OFFICE = "nhacviec+QCN-2026-SYT-7KF3@stttt.khanhhoa.example"


def opened(url: str) -> tuple[str, str, str]:
    """What a mail program makes of the link: address, subject, body."""
    parts = urlsplit(url)
    fields = parse_qs(parts.query.replace("+", "%2B"), keep_blank_values=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def asked(count: int) -> list[AskedTask]:
    return [AskedTask(number, f"Nhiệm vụ {number}") for number in range(1, count + 1)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4))
def test_link_opens_exactly_the_draft(lines: list[str]) -> None:
    draft = Draft("Báo", "[QCN] Trả lời & hỏi?", tuple(lines))

    url = mailto(OFFICE, draft)

    address, subject, body = opened(url)
    assert url.isascii()
    assert (address, subject) == (OFFICE, "[QCN] Trả lời & hỏi?")
    assert body == unicodedata.normalize("NFC", "\r\n".join(lines))


def test_line_breaks_are_written_as_rfc_6068_wants_them() -> None:
    url = mailto("a@b.example", Draft("", "s", ("một", "hai")))

    assert url == "mailto:a@b.example?subject=s&body=m%E1%BB%99t%0D%0Ahai"


def test_each_status_has_its_draft_with_code_and_task() -> None:
    drafts = task_drafts(CODE, TASKS[12])

    assert [draft.lines for draft in drafts] == [
        (f"Mã: {CODE}", "", "NV12: đã hoàn thành"),
        (f"Mã: {CODE}", "", "NV12: đang thực hiện, đạt ...%"),
        (f"Mã: {CODE}", "", "NV12: không phát sinh"),
    ]


def test_figures_are_left_open_where_there_is_something_to_count() -> None:
    done, _, nothing = task_drafts(CODE, TASKS[1])

    assert done.lines[2:] == (
        "NV1: đã hoàn thành",
        "Số hội nghị phổ biến (hội nghị): ",
        "Số cuộc thi đã phát động (cuộc thi): ",
    )
    assert nothing.lines[-1] == "NV1: không phát sinh"


def test_label_of_a_button_is_never_what_an_agency_would_type() -> None:
    labels = {draft.label for draft in task_drafts(CODE, TASKS[1])}

    assert all(label.startswith("Báo ") for label in labels)


@pytest.mark.parametrize("count", [1, 2, 13, 60, 400])
def test_no_link_is_longer_than_outlook_takes(count: int) -> None:
    drafts = all_drafts(CODE, asked(count), ["Kinh phí thực hiện (triệu đồng)"])

    assert all(len(mailto(OFFICE, draft)) <= LONGEST_URL for draft in drafts)


def test_many_figures_give_way_before_the_link_grows_too_long() -> None:
    figures = {str(n): Figure(str(n), f"Số lượng sản phẩm truyền thông loại {n}", "sản phẩm") for n in range(20)}

    done = task_drafts(CODE, Task(7, "", ("so-y-te",), figures=figures))[0]

    assert done.lines[-1] == "NV7: đã hoàn thành"


def test_many_tasks_are_answered_in_one_line() -> None:
    done = all_drafts(CODE, asked(60), [])[0]

    assert done.lines[-1].startswith("NV1, NV2, ")
    assert done.lines[-1].endswith("NV60: đã hoàn thành")


def test_one_task_needs_no_button_for_all() -> None:
    drafts = all_drafts(CODE, asked(1), [])

    assert [draft.label for draft in drafts] == ["Mở thư trả lời có sẵn từng dòng"]


def test_nothing_missing_needs_no_answer() -> None:
    assert all_drafts(CODE, [], []) == ()
    assert examples([]) == ()


def test_examples_count_what_the_agency_counts_for_a_task_that_is_nobodys() -> None:
    assert examples([TASKS[12], TASKS[1]]) == (
        "NV99: đã hoàn thành, 2 hội nghị, 3 cuộc thi",
        "NV99: đang thực hiện, đạt 60%, còn chờ kinh phí",
    )


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("n", "Số người tham dự"), "Số người tham dự: 120"),
        (Figure("n", "Đã ban hành quy chế", kind="yesno"), "Đã ban hành quy chế: có"),
    ],
)
def test_figure_without_unit_is_named_in_the_example(figure: Figure, said: str) -> None:
    task = Task(4, "", ("so-y-te",), figures={"n": figure})

    assert examples([task])[0] == f"NV99: đã hoàn thành, {said}"


def test_correction_repeats_what_was_understood() -> None:
    letter = acknowledgement()

    assert letter.correction is not None
    assert letter.correction.lines[2:] == (
        "NV1: đã hoàn thành; Số hội nghị phổ biến: 2 hội nghị; Số cuộc thi đã phát động: 1 cuộc thi",
        "NV6: đang thực hiện, đạt 60%",
    )


def test_nothing_understood_needs_no_correction() -> None:
    assert correction_draft(CODE, ()) is None


def test_tasks_get_buttons_until_the_mail_would_be_cut_off() -> None:
    tasks = {number: replace(TASKS[12], number=number) for number in range(1, MOST_BUTTONS + 2)}
    plan = replace(PLAN, tasks=tasks)

    few = reminder(replace(OPENED, tasks=tuple(tasks)[:MOST_BUTTONS]), plan=plan)
    many = reminder(replace(OPENED, tasks=tuple(tasks)), plan=plan)

    assert all(task.drafts for task in few.missing)
    assert not any(task.drafts for task in many.missing)
