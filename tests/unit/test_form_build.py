"""The form asks for every task, and shows what is known already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dondoc.form import FormFigure, FormRow
from dondoc.form_build import build_form, deadline_vi
from tests.unit.report.builder import period, plan, request, said, statement


def test_known_answers_are_filled_in() -> None:
    asked = request("so-tttt", (3, 11), said(3, "in_progress", 60, {"lop": 2}, "Đã mở 02 lớp"))

    form = build_form(plan(), replace(asked, figures={"kinh-phi": 12.5}), period())

    assert form.rows[0] == FormRow(
        task=3,
        content="Tập huấn kiến thức, kỹ năng",
        status="in_progress",
        percent=60,
        figures=(
            FormFigure("lop", "Số lớp tập huấn", "lớp", "number", 2),
            FormFigure("luot-nguoi", "Số lượt người tham dự", "lượt người", "number"),
        ),
        note="Đã mở 02 lớp",
    )
    assert form.rows[1] == FormRow(task=11, content="Tổ chức triển lãm")
    assert form.figures == (FormFigure("kinh-phi", "Kinh phí thực hiện", "triệu đồng", "number", 12.5),)


def test_obstacles_said_before_are_not_said_again() -> None:
    asked = replace(request("so-tttt", (3,)), obstacles=(statement("Thiếu kinh phí"),))

    assert build_form(plan(), asked, period()).obstacles == ""


def test_a_task_the_plan_no_longer_has_is_not_asked() -> None:
    assert build_form(plan(), request("so-tttt", (3, 99)), period()).rows[-1].task == 3


def test_the_deadline_says_what_before_means() -> None:
    by_the_day = replace(period(), due_on=date(2026, 9, 14), stated_on=date(2026, 9, 14))

    assert deadline_vi(period()) == "trước ngày 30/11/2026 (chậm nhất Chủ nhật, 29/11/2026)"
    assert deadline_vi(by_the_day) == "thứ Hai, ngày 14/9/2026"
