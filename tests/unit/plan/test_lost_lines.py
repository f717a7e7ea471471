"""Deleted headings: whatever YAML makes of the rest, a lost line is one fault, where the line stood."""

from __future__ import annotations

import re

import pytest

from dondoc.plan.lost_lines import lost_lines
from tests.unit.plan.texts import faults_of

PLAN = """\
plan:
  code: DN
  title: Phòng, chống đuối nước
  issued_by: Ủy ban nhân dân tỉnh
  issued_on: 2025-02-10
  starts: 2025-03-01
  ends: 2029-12-31
  timezone: Asia/Ho_Chi_Minh
  language: vi
  coordinator: so-y-te
  reports_to: ubnd
basis:
  ct-17:
    title: Chỉ thị
    date: 2025-05-16
agencies:
  so-y-te:
    name: Sở Y tế
    email: yte@tinh.example
    superior: ubnd
  ubnd: {name: UBND tỉnh, email: ubnd@tinh.example}
  so-ld:
    name: Sở Lao động
    email: ld@tinh.example
    superior: ubnd
    until: 2026-02-28
    successor: so-nv
  # lập ngày 01/3/2026

  so-nv:
    name: Sở Nội vụ
    email: nv@tinh.example
    superior: ubnd
    from: 2026-03-01
groups:
  cac-so:
    name: Các sở
    members: [so-y-te, so-ld, so-nv]
objectives:
  day-boi:
    text: Mọi trường dạy bơi
    measure:
      figure: truong
      of: [cac-so]
      goal: 90
tasks:
  1:
    content: Tuyên truyền
    lead: so-y-te
    figures:
      buoi:
        name: Số buổi
        unit: buổi
  2:
    content: Dạy bơi
    lead: cac-so
    figures:
      truong: {name: Số trường, unit: trường}
cycles:
  nam:
    title: Báo cáo năm {year}
    every: year
    due_before: 30/11
    tasks: all
    remind: [-14d]
  quy:
    title: Báo cáo quý
    every: quarter
    due_by: [20/3, 20/6, 20/9, 20/12]
    tasks: [2]
    remind:
      - -7d
      - {at: +2d, tone: overdue}
  so-ket:
    title: Sơ kết
    every: once
    due_by: {after: 2 years, of: ct-17}
    tasks: [1]
"""
LINES = PLAN.rstrip("\n").split("\n")
HEADINGS = [index for index, line in enumerate(LINES) if re.fullmatch(r" +[\w-]+:", line) and line != "    remind:"]


def errors_without(index: int) -> list[str]:
    """The errors of the plan without one line, each as ``line CODE``, lines counted with it."""
    faults = faults_of("\n".join([*LINES[:index], *LINES[index + 1 :]]))
    return [f"{fault.place.line} {fault.code}" for fault in faults if fault.is_error]


@pytest.mark.parametrize("index", HEADINGS, ids=lambda index: LINES[index].strip())
def test_lost_heading_is_one_fault_where_it_stood(index: int) -> None:
    (error,) = errors_without(index)

    line = int(error.split()[0])
    assert index - 1 <= line <= index + 1


def test_plan_without_slips_has_lost_nothing() -> None:
    assert lost_lines(LINES) == []


def test_remedy_names_the_id_that_others_name() -> None:
    faults = faults_of(PLAN.replace("  so-y-te:\n", ""))

    assert [str(fault.remedy) for fault in faults] == [
        'write "so-y-te:" on a line above, indented like the other entries'
    ]


def test_other_faults_keep_their_line_beside_a_lost_one() -> None:
    faults = faults_of(PLAN.replace("  so-y-te:\n", "").replace("every: quarter", "every: quater"))

    assert [f"{fault.place.line} {fault.code}" for fault in faults if fault.is_error] == ["17 K032", "67 K109"]


def test_several_lost_lines_are_each_one_fault() -> None:
    text = PLAN.replace("  so-y-te:\n", "").replace("  1:\n", "").replace("  quy:\n", "")

    assert [f"{fault.place.line} {fault.code}" for fault in faults_of(text) if fault.is_error] == [
        "17 K032", "46 K032", "64 K031",
    ]  # fmt: skip


def test_heading_cut_short_is_one_fault_though_others_name_its_id() -> None:
    assert [fault.code for fault in faults_of(PLAN.replace("  so-nv:\n", "  so-n\n")) if fault.is_error] == ["K024"]


def test_lost_id_is_told_by_the_name_of_its_entry_where_others_are_missed_too() -> None:
    text = PLAN.replace("  so-y-te:\n", "").replace("  ubnd: {name: UBND tỉnh, email: ubnd@tinh.example}\n", "")

    errors = [fault for fault in faults_of(text) if fault.is_error]

    assert [(fault.place.line, fault.code) for fault in errors] == [(11, "K215"), (17, "K032")]
    assert str(errors[1].remedy) == 'write "so-y-te:" on a line above, indented like the other entries'
