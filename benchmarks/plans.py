"""Plans of any size for the benchmarks, as the text of plan.yaml."""

from __future__ import annotations

from collections.abc import Iterator

_GROUP = 50


def plan_text(tasks: int, agencies: int, *, groups_a_task: int | None) -> str:
    """A yearly plan. Each task is led by that many groups of fifty agencies; None means by everybody."""
    return "\n".join(_lines(tasks, agencies, groups_a_task)) + "\n"


def _lines(tasks: int, agencies: int, groups_a_task: int | None) -> Iterator[str]:
    yield "plan: {code: BIG, title: Kế hoạch lớn, issued_by: Ủy ban nhân dân tỉnh, issued_on: 2023-01-01,"
    yield "  starts: 2023-01-01, ends: 2028-12-31, timezone: Asia/Ho_Chi_Minh, language: vi,"
    yield "  coordinator: a-0, reports_to: a-1}"
    yield "agencies:"
    for number in range(agencies):
        superior = 1 if number == 0 else 0
        yield f"  a-{number}: {{name: Cơ quan số {number}, email: vt{number}@a.example, superior: a-{superior}}}"
    count = -(-agencies // _GROUP)
    yield "groups:"
    for group in range(count):
        members = ", ".join(f"a-{n}" for n in range(group * _GROUP, min(agencies, (group + 1) * _GROUP)))
        yield f"  g-{group}: {{name: Nhóm {group}, members: [{members}]}}"
    yield f"  tat-ca: {{name: Tất cả, members: [{', '.join(f'g-{group}' for group in range(count))}]}}"
    yield from _task_lines(tasks, count, groups_a_task)
    yield "cycles:"
    yield '  nam: {title: "Báo cáo năm {year}", every: year, due_before: 30/11, tasks: all,'
    yield "    remind: [-30d, -14d, -7d, -1d, {at: +1d, tone: overdue}, {at: +7d, tone: escalate, cc: [superior]}]}"


def _task_lines(tasks: int, groups: int, groups_a_task: int | None) -> Iterator[str]:
    yield "tasks:"
    for number in range(1, tasks + 1):
        led = (
            ["tat-ca"]
            if groups_a_task is None
            else [f"g-{(number + step) % groups}" for step in range(min(groups_a_task, groups))]
        )
        yield f"  {number}:"
        yield f"    content: Nội dung nhiệm vụ số {number} của kế hoạch, dài như một nhiệm vụ thật thường dài"
        yield f"    lead: [{', '.join(led)}]"
        yield "    when: 2023-2028"
        yield "    figures:"
        yield "      lop: {name: Số lớp tập huấn, unit: lớp, also: [khóa tập huấn]}"
        yield "      luot-nguoi: {name: Số lượt người tham dự, unit: lượt người}"
