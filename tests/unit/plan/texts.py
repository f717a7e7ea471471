"""A small plan as text, and ways to put one fault in it."""

from __future__ import annotations

from dondoc.errors import PlanError
from dondoc.plan.faults import Fault
from dondoc.plan.load import load_plan

PLAN = """\
plan:
  code: KH
  title: Kế hoạch thử nghiệm
  issued_by: Ủy ban nhân dân tỉnh
  issued_on: 2023-03-27
  starts: 2023-03-27
  ends: 2028-12-31
  timezone: Asia/Ho_Chi_Minh
  language: vi
  coordinator: so-a
  reports_to: ubnd
basis:
  qd: {title: Quyết định, date: 2022-09-14}
agencies:
  ubnd: {name: UBND tỉnh, email: ubnd@tinh.example}
  so-a: {name: Sở A, email: a@tinh.example, superior: ubnd}
  so-b: {name: Sở B, email: b@tinh.example, superior: ubnd}
  so-c: {name: Sở C, email: c@tinh.example, superior: ubnd}
groups:
  cac-so: {name: Các sở, members: [so-a, so-b, so-c]}
objectives:
  quy-che: {text: Mọi sở có quy chế, measure: {figure: co-quy-che, of: cac-so, goal: 100%}}
tasks:
  1:
    content: Ban hành quy chế
    lead: cac-so
    when: 2023-2028
    figures:
      co-quy-che: {name: Đã có quy chế, kind: yesno}
  2:
    content: Tập huấn
    lead: so-a
    support: so-b
    figures:
      lop: {name: Số lớp, unit: lớp}
cycles:
  nam:
    title: Báo cáo năm {year}
    every: year
    due_before: 30/11
    opens: 30d
    tasks: all
    remind: [-14d, {at: +7d, tone: escalate, cc: superior}]
  so-ket:
    title: Sơ kết
    every: once
    due_by: {after: 3 years, of: qd}
    tasks: 2
"""


def with_change(old: str, new: str, text: str = PLAN) -> str:
    """The plan with one passage replaced."""
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    """Every error and warning of a text."""
    try:
        return load_plan(text).warnings
    except PlanError as error:
        return error.faults


def shown(text: str | bytes) -> list[str]:
    """Each fault as ``line CODE``."""
    return [f"{fault.place.line} {fault.code}" for fault in faults_of(text)]
