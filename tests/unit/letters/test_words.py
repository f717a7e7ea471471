"""Phrases of administrative Vietnamese."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dondoc.letters import words
from dondoc.letters.letter import Deadline, Matter
from dondoc.plan.model import Figure
from tests.unit.letters.cases import PLAN, confirmation

BEFORE = Deadline(date(2026, 11, 29), date(2026, 11, 30), is_before=True, days_left=14)


def test_deadline_before_a_day_names_both_days_with_their_weekdays() -> None:
    said = words.deadline_vi(BEFORE)

    assert said == "trước ngày 30/11/2026 (thứ Hai), tức chậm nhất hết Chủ nhật, ngày 29/11/2026"


def test_deadline_by_a_day_names_that_day() -> None:
    by = replace(BEFORE, stated_on=BEFORE.due_on, is_before=False)

    assert words.deadline_vi(by) == "chậm nhất hết Chủ nhật, ngày 29/11/2026"
    assert words.short_deadline_vi(by) == "hạn 29/11/2026"


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        (
            "2842/KH-UBND",
            "Triển khai Đề án truyền thông",
            "Kế hoạch số 2842/KH-UBND ngày 27/3/2023 của UBND tỉnh về triển khai Đề án truyền thông",
        ),
        (None, "Kế hoạch bảo vệ trẻ em", "Kế hoạch ngày 27/3/2023 của UBND tỉnh về bảo vệ trẻ em"),
        (
            "12/CTr-UBND",
            "Chương trình về giảm nghèo",
            "Chương trình số 12/CTr-UBND ngày 27/3/2023 của UBND tỉnh về giảm nghèo",
        ),
        (
            "7/QĐ-UBND",
            "Khánh Hòa chuyển đổi số",
            "Quyết định số 7/QĐ-UBND ngày 27/3/2023 của UBND tỉnh về Khánh Hòa chuyển đổi số",
        ),
        ("7/XX-UBND", "PCCC năm 2026", "Kế hoạch số 7/XX-UBND ngày 27/3/2023 của UBND tỉnh về PCCC năm 2026"),
    ],
)
def test_plan_is_named_as_offices_name_documents(number: str | None, title: str, said: str) -> None:
    plan = replace(PLAN, number=number, title=title, issued_by="UBND tỉnh")

    assert words.plan_vi(plan) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Báo cáo kết quả năm 2026", "báo cáo kết quả năm 2026"),
        ("Sơ kết 03 năm", "báo cáo phục vụ nội dung “Sơ kết 03 năm”"),
    ],
)
def test_title_of_a_period_becomes_what_is_asked(title: str, said: str) -> None:
    assert words.asked_vi(title) == said


@pytest.mark.parametrize(
    ("numbers", "said"), [((3,), "NV3"), ((3, 5), "NV3 và NV5"), ((1, 2, 3), "NV1, NV2 và NV3"), ((), "")]
)
def test_tasks_are_listed_in_words(numbers: tuple[int, ...], said: str) -> None:
    assert words.tasks_vi(numbers) == said


@pytest.mark.parametrize(
    ("status", "percent", "said"),
    [
        ("done", 100.0, "Đã hoàn thành"),
        ("in_progress", 62.5, "Đang thực hiện, đạt 62,5%"),
        ("in_progress", None, "Đang thực hiện"),
        ("not_applicable", 0.0, "Không phát sinh"),
    ],
)
def test_status_carries_its_percentage_only_where_it_tells_something(
    status: str, percent: float | None, said: str
) -> None:
    assert words.status_vi(confirmation(1, status, percent)) == said


@pytest.mark.parametrize(
    ("figure", "value", "wanted", "said"),
    [
        (Figure("lop", "Số lớp", "lớp"), 2.0, "Số lớp (lớp)", "Số lớp: 2 lớp"),
        (Figure("nguoi", "Số người"), 1250.0, "Số người", "Số người: 1.250"),
        (Figure("co", "Đã ban hành", kind="yesno"), True, "Đã ban hành (có/không)", "Đã ban hành: có"),
        (Figure("co", "Đã ban hành", kind="yesno"), False, "Đã ban hành (có/không)", "Đã ban hành: không"),
    ],
)
def test_figure_is_asked_and_told_with_its_unit(figure: Figure, value: float | bool, wanted: str, said: str) -> None:
    assert words.figure_wanted_vi(figure) == wanted
    assert words.figure_said_vi(figure, value) == said


def test_one_matter_is_named_and_several_are_counted() -> None:
    one = Matter("review", "Sở Y tế")

    assert words.matters_vi([one]) == "Thư trả lời cần cán bộ xem: Sở Y tế"
    assert words.matters_vi([one, one]) == "02 việc cần cán bộ xử lý"
