"""Tables as offices make them: merged cells, units, plans and other years beside results, tasks across the top."""

from __future__ import annotations

import pytest

from tests.unit.reading.plans import read
from tests.unit.reading.tables import D, N, P, reading, table

COURSES = {"lop": 4, "hoc-vien": 210}
RESULT_BESIDE_OTHERS = {
    "task over two rows": (
        "STT | Nhiệm vụ | Chỉ tiêu | Đơn vị tính | Kết quả | Tình trạng",
        "1 | 2v NV3. Tập huấn kỹ năng số cho cán bộ | Số lớp tập huấn | Lớp | 4 | 2v Đã hoàn thành",
        "2 | Số học viên | Học viên | 210",
    ),
    "plan and last year under one head": (
        "2v NV | 2v Nội dung | 2v ĐVT | 3h Số lượng | 2v Tiến độ",
        "Kế hoạch | Thực hiện | TH năm 2025",
        "NV3 | Số lớp tập huấn | lớp | 5 | 4 | 3 | Đã hoàn thành",
        " | Số học viên | người | 250 | 210 | 150 | ",
    ),
    "two years": (
        "Nhiệm vụ | Tình trạng | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026 | Tăng, giảm",
        "2v NV3 | 2v Đã hoàn thành | Số lớp tập huấn | lớp | 3 | 4 | 1",
        "Số học viên | học viên | 150 | 210 | 60",
    ),
    "plan beside result under each figure": (
        "2v STT | 2v Nhiệm vụ | 2h Số lớp tập huấn | 2h Số học viên | 2v Tình trạng",
        "KH | TH | KH | TH",
        "3 | Tập huấn kỹ năng số cho cán bộ, công chức | 5 | 4 | 250 | 210 | Đã hoàn thành",
    ),
    "figures below the task": (
        "TT | Nội dung | Đơn vị | Kết quả năm trước | Kết quả năm nay | Ghi chú",
        "1 | Tập huấn kỹ năng số cho cán bộ, công chức, viên chức |  |  | Đã hoàn thành | ",
        " | - Số lớp tập huấn | lớp | 3 | 4 | ",
        " | - Số học viên | học viên | 150 | 210 | ",
    ),
    "quarters and the year": (
        "NV | Tình trạng | Số liệu | Quý I | Quý II | Quý III | Cả năm",
        "2v NV3 | 2v Đã hoàn thành | Số lớp tập huấn | 1 | 2 | 1 | 4",
        "Số học viên | 60 | 100 | 50 | 210",
    ),
    "columns are numbered": (
        "STT | Nhiệm vụ | Kết quả thực hiện | Số lớp | Số học viên",
        "(1) | (2) | (3) | (4) | (5)",
        "1 | NV3 | Đã hoàn thành | 4 | 210",
    ),
    "plan, result and share of each figure": (
        "STT | Nhiệm vụ | Chỉ tiêu | ĐVT | Chỉ tiêu giao | Kết quả | Đạt (%) | Tình trạng",
        "1 | 2v NV3 | Số lớp | lớp | 4 | 4 | 100 | 2v Đã hoàn thành",
        "2 | Số học viên | học viên | 200 | 210 | 105",
    ),
    "group titles between": (
        "STT | Nhiệm vụ | Số liệu | ĐVT | Kế hoạch năm 2026 | Thực hiện | Tình trạng",
        "7h I. Nhiệm vụ thường xuyên",
        "1 | 2v NV3 | Số lớp | lớp | 6 | 4 | 2v Đã hoàn thành",
        "a) | Số học viên | học viên | 300 | 210",
    ),
    "text with empty cells": (
        "Nhiệm vụ | Tình trạng | Số lớp | Số lớp (KH) | Số học viên | Học viên năm 2025",
        "NV3 | Đã hoàn thành | 4 | 6 | 210 | 180",
    ),
    "only a unit beside the number": (
        "Nhiệm vụ | Kết quả | Đơn vị tính | Tình trạng",
        "2v NV3 | 4 | lớp | 2v Đã hoàn thành",
        "210 | học viên",
    ),
    "name with the task's own words": (
        "Nhiệm vụ | Chỉ tiêu | ĐVT | Thực hiện | Tình trạng",
        "2v NV3 | Số lớp tập huấn kỹ năng số | lớp | 4 | 2v Đã hoàn thành",
        "Số học viên | người | 210",
    ),
    "tasks across the top": (
        "Nội dung | NV3 | NV7",
        "Tình trạng | Đã hoàn thành | Chưa có gì mới",
        "Số lớp | 4 | ",
        "Số học viên | 210 | ",
    ),
}


@pytest.mark.parametrize("rows", RESULT_BESIDE_OTHERS.values(), ids=RESULT_BESIDE_OTHERS)
def test_only_the_result_of_this_year_counts(rows: tuple[str, ...]) -> None:
    status, percent, figures = reading(None, html=table(*rows))[3]

    assert (status, figures) == (D, COURSES)
    assert percent in {None, 100}


def test_the_same_is_read_from_a_table_pasted_as_text() -> None:
    text = (
        "STT\tNội dung\tĐVT\tKế hoạch\tThực hiện\tTình trạng\n"
        "1\tTập huấn kỹ năng số cho cán bộ, công chức\t\t\t\tĐã hoàn thành\n"
        "\tSố lớp tập huấn\tlớp\t5\t4\t\n"
        "\tSố học viên\thọc viên\t250\t210\t\n"
        "2\tSố hóa hồ sơ, kết quả giải quyết thủ tục hành chính\t\t\t\tĐang thực hiện\n"
        "\tSố hồ sơ đã số hóa\thồ sơ\t3000\t1.250\t"
    )

    assert reading(text) == {3: (D, None, COURSES), 4: (P, None, {"ho-so": 1250})}


def test_tasks_across_the_top_have_their_own_column_each() -> None:
    html = table(
        "Chỉ tiêu | NV3 | NV2 | NV4",
        "Tình trạng | Đã hoàn thành | Đang thực hiện | Chưa thực hiện",
        "Tỷ lệ (%) | 100 | 60 | ",
        "Số lớp tập huấn | 4 |  | ",
        "Số tin bài đã đăng |  | 12 | ",
        "Ghi chú |  | còn 3 pano | chờ kinh phí",
    )

    assert reading(None, html=html) == {3: (D, 100, {"lop": 4}), 2: (P, 60, {"tin-bai": 12}), 4: (N, None, {})}


def test_a_status_merged_over_tasks_is_that_of_each_and_a_number_of_none() -> None:
    html = table(
        "Nhiệm vụ | Tình trạng | Số lớp | Số tin bài",
        "NV2 | 2v Đã hoàn thành | | 2v 12",
        "NV3 | 4",
        "NV4 | Đang thực hiện | | ",
    )

    assert reading(None, html=html) == {2: (D, None, {}), 3: (D, None, {"lop": 4}), 4: (P, None, {})}


def test_a_row_of_another_task_ends_the_figures_of_the_one_above() -> None:
    html = table(
        "STT | Nhiệm vụ | ĐVT | Kết quả | Tình trạng",
        "1 | NV3 |  |  | Đã hoàn thành",
        "2 | Tập huấn phòng cháy, chữa cháy cho hộ kinh doanh |  |  | Đã xong",
        " | Số lớp | lớp | 9 | ",
    )

    assert reading(None, html=html) == {3: (D, None, {})}


LEFT_OUT = {
    "a part of the figure": ("NV | Chỉ tiêu | ĐVT | Kết quả | Tình trạng", "NV3 | Số lớp nâng cao | lớp | 2 | Đã hoàn thành"),
    "the plan alone": ("NV | Chỉ tiêu | ĐVT | Kế hoạch | Tình trạng", "NV3 | Số lớp | lớp | 5 | Đã hoàn thành"),
    "another year alone": ("NV | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Tình trạng", "NV3 | Số lớp | lớp | 3 | Đã hoàn thành"),
    "two results": ("NV | Chỉ tiêu | Kết quả | Số lượng | Tình trạng", "NV3 | Số lớp | 4 | 5 | Đã hoàn thành"),
    "quarters alone": ("NV | Chỉ tiêu | Quý I | Quý II | Tình trạng", "NV3 | Số lớp | 1 | 2 | Đã hoàn thành"),
    "what both years differ by": ("NV | Chỉ tiêu | ĐVT | Tăng/giảm | Tình trạng", "NV3 | Số lớp | lớp | 2 | Đã hoàn thành"),
    "a number without name or unit": ("NV | Kết quả | Tình trạng", "NV3 | 4 | Đã hoàn thành"),
    "what is left": ("NV | Tình trạng | Số lớp còn lại", "NV3 | Đã hoàn thành | 4"),
    "last year in words": ("NV | Tình trạng | Kết quả năm trước", "NV3 | Đã hoàn thành | 3 lớp, 150 học viên"),
    "plan of each figure": ("NV | Tình trạng | Số lớp (kế hoạch)", "NV3 | Đã hoàn thành | 5"),
    "one number for two figures": (
        "NV | Chỉ tiêu | Kết quả | Tình trạng",
        "2v NV3 | Số lớp | 2v 4 | 2v Đã hoàn thành",
        "Số học viên",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_number_that_is_not_surely_the_result_is_left_out(rows: tuple[str, ...]) -> None:
    assert reading(None, html=table(*rows)) == {3: (D, None, {})}


def test_a_total_below_is_no_task() -> None:
    html = table("NV | Tình trạng | Số lớp", "NV3 | Đã hoàn thành | 4", "Tổng cộng | | 12")

    assert reading(None, html=html) == {3: (D, None, {"lop": 4})}


def test_figures_that_reached_different_shares_speak_against_done() -> None:
    rows = (
        "NV | Chỉ tiêu | ĐVT | KH | TH | Tỷ lệ (%) | Tình trạng",
        "2v NV3 | Số lớp | lớp | 5 | 4 | 80 | 2v {}",
        "Số học viên | người | 210 | 210 | 100",
    )

    done = read(None, html=table(*rows).replace("{}", "Đã hoàn thành"))
    under_way = reading(None, html=table(*rows).replace("{}", "Đang thực hiện"))

    assert (done.items, bool(done.review)) == ((), True)
    assert under_way == {3: (P, None, COURSES)}


def test_yes_and_no_are_answers_of_a_table() -> None:
    html = table(
        "NV | Chỉ tiêu | Kết quả | Tình trạng", "NV5 | Đã kết nối nền tảng dùng chung | Có | Đang thực hiện, đạt 40%"
    )

    assert reading(None, html=html) == {5: (P, 40, {"ket-noi": True})}


def test_a_status_above_a_group_is_that_of_its_rows() -> None:
    html = table(
        "STT | Nhiệm vụ | Kết quả cụ thể",
        "3h I. Nhiệm vụ đã hoàn thành",
        "1 | NV3 | 4 lớp, 210 học viên",
        "3h II. Nhiệm vụ đang thực hiện",
        "2 | NV2 | 12 tin bài",
    )

    assert reading(None, html=html) == {3: (D, None, COURSES), 2: (P, None, {"tin-bai": 12})}


def test_a_row_whose_task_is_not_known_goes_to_a_person() -> None:
    html = table(
        "STT | Nội dung | Tình trạng",
        "1 | Tập huấn kỹ năng số cho cán bộ, công chức | Đã hoàn thành",
        "2 | Công tác khác về hạ tầng | Đã hoàn thành",
    )
    reply = read(None, html=html)

    assert [item.task for item in reply.items] == [3]
    assert "hạ tầng" in str(reply.review[0].values) or "hoàn thành" in str(reply.review[0].values)
    assert len(reply.review) == 1


@pytest.mark.parametrize("attribute", ['rowspan="99999999"', 'colspan="1000000"', 'rowspan="x"', 'rowspan="0"'])
def test_odd_spans_take_no_time_and_raise_nothing(attribute: str) -> None:
    html = f"<table><tr><td {attribute}>NV3</td><td>Đã hoàn thành</td></tr><tr><td>NV2</td><td>xong</td></tr></table>"

    assert read(None, html=html).kind == "reply"


def test_two_columns_named_by_their_year_are_told_apart() -> None:
    figure = table("NV | Tình trạng | Số lớp 2025 | Số lớp 2026", "NV3 | Đã hoàn thành | 3 | 4")
    status = table("Nhiệm vụ | Năm 2025 | Năm 2026", "NV3 | Đã hoàn thành | Đang thực hiện")
    period = table("Nhiệm vụ | Kỳ trước | Kỳ này", "NV3 | Đang thực hiện 50% | Đã hoàn thành")

    assert reading(None, html=figure) == {3: (D, None, {"lop": 4})}
    assert reading(None, html=status) == {3: (P, None, {})}
    assert reading(None, html=period) == {3: (D, None, {})}


def test_running_numbers_of_figures_are_no_tasks() -> None:
    html = table(
        "STT | Chỉ tiêu | ĐVT | Thực hiện | Ghi chú",
        "1 | Số lớp tập huấn | lớp | 4 | Đã hoàn thành",
        "2 | Số tin bài đã đăng | tin bài | 12 | Đã hoàn thành",
    )
    reply = read(None, html=html)

    assert (reply.items, bool(reply.review)) == ((), True)


def test_figures_and_status_below_the_task_are_its_own() -> None:
    html = table(
        "Nội dung | Kết quả",
        "NV3 | ",
        "- Số lớp | 4",
        "- Số học viên | 210",
        "- Tình trạng | Đã hoàn thành",
        "NV2 | ",
        "- Số tin bài đã đăng | 12",
        "- Tình trạng | Đang thực hiện",
    )

    assert reading(None, html=html) == {3: (D, None, COURSES), 2: (P, None, {"tin-bai": 12})}


def test_results_beside_crosses_are_read() -> None:
    html = table(
        "TT | Nội dung | Đã hoàn thành | Đang thực hiện | Số liệu",
        "1 | NV3 | x | | 4 lớp",
        "2 | NV2 | | x | 12 tin bài",
    )

    assert reading(None, html=html) == {3: (D, None, {"lop": 4}), 2: (P, None, {"tin-bai": 12})}


def test_a_share_below_a_number_is_not_taken_for_the_number() -> None:
    assert reading("NV3: Đã tổ chức 04 lớp, 210 học viên\nđạt 100%") == {3: (D, 100, COURSES)}


def test_tables_that_follow_each_other_have_their_own_columns() -> None:
    first = table("NV | Tình trạng | Số lớp", "NV3 | Đã hoàn thành | 4")
    second = table("NV | Kế hoạch | Tình trạng", "NV2 | 20 tin bài | Đang thực hiện").partition("<table")[2]

    assert reading(None, html=f"{first}<table{second}") == {3: (D, None, {"lop": 4}), 2: (P, None, {})}


def test_values_under_a_column_of_data_are_read_as_they_stand() -> None:
    found = reading(
        "| Tình trạng | Số liệu | Nhiệm vụ |\n|---|---|---|\n| Đã hoàn thành | 22 lớp, 3.105 học viên | NV3 |\n"
        "| Đang thực hiện | đạt 70% | NV4 |\n| Chưa thực hiện | | NV7 |"
    )

    assert found == {
        3: (D, None, {"lop": 22, "hoc-vien": 3105}),
        4: (P, 70, {}),
        7: (N, None, {}),
    }
