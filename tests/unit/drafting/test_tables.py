"""Task tables of other styles: no numbers, sections, sub-numbers, two tables, labels inside cells, pages in between."""

from __future__ import annotations

import pytest

from dondoc.drafting.document import Document, Table
from dondoc.drafting.plain_text import read_plain_text
from dondoc.drafting.raw_task import RawTask
from dondoc.drafting.table_tasks import tasks_in_tables

HEADING = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")


def tasks(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> tuple[RawTask, ...]:
    return tasks_in_tables(Document((Table((heading, *rows)),))).tasks


@pytest.mark.parametrize(
    "heading",
    [
        ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Tiến độ"),
        ("Số TT", "NHIỆM VỤ, GIẢI PHÁP", "Cơ quan thực hiện", "Phối hợp", "Thời gian hoàn thành"),
        ("TT", "Tên nhiệm vụ", "Phân công", "Cơ quan phối hợp thực hiện", "Thời hạn"),
    ],
)
def test_columns_are_known_by_their_usual_headings(heading: tuple[str, ...]) -> None:
    (task,) = tasks(("1", "Tập huấn", "Sở Y tế", "Sở Nội vụ", "2024"), heading=heading)

    assert (task.mark, task.content, task.lead) == ("1", "Tập huấn", "Sở Y tế")
    assert (task.support, task.when) == ("Sở Nội vụ", "2024")


def test_row_cut_by_a_page_break_is_one_task_again() -> None:
    (task,) = tasks(
        ("1", "Phổ biến Quyết định của Thủ", "Sở Y tế, UBND các huyện, thị xã,", "Công", "2024"),
        ("", "tướng Chính phủ", "thành phố", "an tỉnh", ""),
    )

    assert task.content == "Phổ biến Quyết định của Thủ tướng Chính phủ"
    assert (task.lead, task.support) == ("Sở Y tế, UBND các huyện, thị xã, thành phố", "Công an tỉnh")


def test_merged_row_is_the_section_of_the_tasks_below() -> None:
    found = tasks(
        ("I", "Hạ tầng số", "Hạ tầng số", "Hạ tầng số", "Hạ tầng số"),
        ("1", "Phủ sóng", "Sở Y tế", "", "2024"),
    )

    assert [(task.content, task.section) for task in found] == [("Phủ sóng", ("I Hạ tầng số",))]


def test_subtasks_inherit_the_lead_that_stands_at_their_heading_only() -> None:
    found = tasks(
        ("A", "Truyền thông", "", "", ""),
        ("1", "Nhóm việc", "", "", ""),
        ("1.1", "In tờ rơi", "Sở Y tế", "", "2024"),
        ("1.2", "Phát thanh", "Sở Nội vụ", "", "2024"),
    )

    assert [(task.mark, task.lead) for task in found] == [("1.1", "Sở Y tế"), ("1.2", "Sở Nội vụ")]


def test_one_task_over_several_merged_rows_gathers_all_who_lead() -> None:
    (task,) = tasks(("1", "Kiểm tra", "Sở Y tế", "", "2024"), ("1", "Kiểm tra", "Sở Nội vụ", "", "2024"))

    assert task.lead == "Sở Y tế; Sở Nội vụ"


def test_labels_inside_the_cell_tell_lead_from_support() -> None:
    (task,) = tasks(
        ("1", "Kiểm tra", "Chủ trì: Sở Y tế\nPhối hợp: Công an tỉnh"), heading=("TT", "Nội dung", "Cơ quan thực hiện")
    )

    assert (task.lead, task.support) == ("Sở Y tế", "Công an tỉnh")


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với UBND cấp xã", "Sở Nội vụ", "UBND cấp xã"),
        ("Sở Y tế (chủ trì); Hội Nông dân tỉnh, Sở Nội vụ (phối hợp)", "Sở Y tế", "Hội Nông dân tỉnh, Sở Nội vụ"),
        ("Sở Y tế, Sở Nội vụ (đồng chủ trì); Công an tỉnh (phối hợp)", "Sở Y tế, Sở Nội vụ", "Công an tỉnh"),
        ("Sở Y tế (chủ trì), Công an tỉnh", "Sở Y tế", "Công an tỉnh"),
        ("Công an tỉnh (phối hợp); Sở Y tế (chủ trì)", "Sở Y tế", "Công an tỉnh"),
        ("Sở Y tế phối hợp với Công an tỉnh", "Sở Y tế", "Công an tỉnh"),
    ],
)
def test_words_inside_the_cell_tell_lead_from_support(cell: str, lead: str, support: str) -> None:
    (task,) = tasks(("1", "Kiểm tra", cell), heading=("TT", "Nội dung", "Cơ quan thực hiện"))

    assert (task.lead, task.support) == (lead, support)


def test_heading_repeated_on_each_page_and_numbers_of_columns_are_no_tasks() -> None:
    found = tasks(
        ("(1)", "(2)", "(3)", "(4)", "(5)"), ("1", "A", "Sở Y tế", "", ""), HEADING, ("2", "B", "Sở Y tế", "", "")
    )

    assert [task.content for task in found] == ["A", "B"]


def test_table_without_a_heading_goes_on_with_the_one_before_it() -> None:
    first = Table((HEADING, ("1", "A", "Sở Y tế", "", "")))
    second = Table((("2", "B", "Sở Nội vụ", "", ""),))

    assert [task.mark for task in tasks_in_tables(Document((first, second))).tasks] == ["1", "2"]


def test_table_of_something_else_is_left_alone() -> None:
    table = Table((("Họ và tên", "Chức vụ"), ("Nguyễn Văn An", "Giám đốc")))

    assert tasks_in_tables(Document((table,))).tasks == ()


def test_rows_of_a_text_table_survive_blank_lines_and_page_numbers_between_them() -> None:
    document = read_plain_text("TT\tNội dung\tChủ trì\n1.\tViệc một\tSở Y tế\n\n12\n\n2.\tViệc hai\tSở Nội vụ\n")

    assert [task.content for task in tasks_in_tables(document).tasks] == ["Việc một", "Việc hai"]


def test_heading_of_two_rows_parts_the_merged_cell() -> None:
    rows = (
        ("TT", "Nội dung", "Đơn vị thực hiện", "Đơn vị thực hiện", "Thời gian"),
        ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        ("1", "In tờ rơi", "Sở Y tế", "Sở Nội vụ", "2024"),
    )

    (task,) = tasks_in_tables(Document((Table(rows),))).tasks

    assert (task.lead, task.support) == ("Sở Y tế", "Sở Nội vụ")


def test_second_row_that_is_empty_for_a_column_keeps_what_stood_above() -> None:
    rows = (
        ("TT", "Nội dung", "Phân công", "", "Thời gian"),
        ("", "", "Chủ trì", "Phối hợp", ""),
        ("1", "In tờ rơi", "Sở Y tế", "Sở Nội vụ", "2024"),
    )

    (task,) = tasks_in_tables(Document((Table(rows),))).tasks

    assert (task.content, task.lead, task.support, task.when) == ("In tờ rơi", "Sở Y tế", "Sở Nội vụ", "2024")


@pytest.mark.parametrize(
    ("content", "lead", "further", "also", "whole", "leads"),
    [
        ("Tập huấn cho", "Sở Y tế,", "Cán bộ", "Sở Nội vụ", "Tập huấn cho Cán bộ", "Sở Y tế, Sở Nội vụ"),
        ("Tập huấn cho", "Sở Y tế", "Cán bộ", "", "Tập huấn cho Cán bộ", "Sở Y tế"),
        ("Tập huấn", "Sở Y tế", "", "Sở Nội vụ", "Tập huấn", "Sở Y tế; Sở Nội vụ"),
        ("Tập huấn", "Sở Giáo dục và", "", "Đào tạo", "Tập huấn", "Sở Giáo dục và Đào tạo"),
        ("Tập huấn", "Sở Y tế; Hội", "", "Liên hiệp Phụ nữ", "Tập huấn", "Sở Y tế; Hội Liên hiệp Phụ nữ"),
    ],
    ids=["the list of leads goes on", "the sentence goes on", "another lead", "a cut name", "a cut name of a union"],
)
def test_row_without_a_number_that_goes_on_is_no_task(
    content: str, lead: str, further: str, also: str, whole: str, leads: str
) -> None:
    (task,) = tasks(("1", content, lead, "", ""), ("", further, also, "", ""))

    assert (task.content, task.lead) == (whole, leads)


def test_row_without_a_number_behind_a_finished_sentence_is_a_task_of_its_own() -> None:
    found = tasks(("1", "Tập huấn.", "Sở Y tế", "", ""), ("", "Kiểm tra.", "Sở Nội vụ", "", ""))

    assert [task.content for task in found] == ["Tập huấn.", "Kiểm tra."]


def test_table_of_another_width_is_no_continuation() -> None:
    first = Table((("TT", "Nội dung", "Chủ trì"), ("1", "Tập huấn", "Sở Y tế")))
    other = Table((("1", "2"),))

    assert len(tasks_in_tables(Document((first, other))).tasks) == 1
