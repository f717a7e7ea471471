"""Small plans made by hand, for tests of what happens after loading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dondoc.plan.model import (
    Agency,
    Basis,
    Cycle,
    DayMonth,
    Due,
    DueDay,
    Every,
    Figure,
    Group,
    Offset,
    Plan,
    ReminderStep,
    Task,
)

OPENS, CLOSES = date(2026, 10, 30), date(2026, 12, 29)  # the yearly cycle in 2026
LADDER = (
    ReminderStep(Offset(-30)),
    ReminderStep(Offset(-14)),
    ReminderStep(Offset(-7)),
    ReminderStep(Offset(-1)),
    ReminderStep(Offset(1), "overdue"),
    ReminderStep(Offset(7), "escalate", ("superior",)),
)


def agency(name: str, *, since: date | None = None, until: date | None = None, successor: str = "") -> Agency:
    return Agency(
        id=name,
        name=f"Cơ quan {name.upper()}",
        email=(f"{name}@tinh.example",),
        superior=None if name == "ubnd" else "ubnd",
        since=since,
        until=until,
        successor=(successor,) if successor else (),
    )


def cycle(
    name: str = "nam",
    every: Every = "year",
    days: tuple[DueDay, ...] = (DayMonth(30, 11),),
    *,
    is_before: bool = True,
    reports_on_previous: bool = False,
) -> Cycle:
    return Cycle(
        id=name,
        title="Báo cáo năm {year}",
        every=every,
        due=Due(days, is_before),
        opens=Offset(-30),
        closes=Offset(30),
        remind=LADDER,
        reports_on_previous=reports_on_previous,
    )


def small_plan() -> Plan:
    """Three agencies that answer, one that coordinates, one that is reported to; two tasks, one yearly cycle."""
    return Plan(
        code="KH",
        title="Kế hoạch thử nghiệm",
        issued_by="Ủy ban nhân dân tỉnh",
        issued_on=date(2023, 3, 27),
        starts=date(2023, 3, 27),
        ends=date(2028, 12, 31),
        timezone="Asia/Ho_Chi_Minh",
        language="vi",
        coordinator="so-a",
        reports_to="ubnd",
        agencies={name: agency(name) for name in ("ubnd", "so-a", "so-b", "so-c")},
        groups={"so": Group("so", "Các sở", ("so-a", "so-b", "so-c"))},
        basis={"qd": Basis("qd", "Quyết định", date(2022, 9, 14))},
        tasks={
            1: Task(1, "Phổ biến quyết định", ("so",), figures={"lop": Figure("lop", "Số lớp", "lớp")}),
            2: Task(2, "Tổ chức tập huấn", ("so-a",), ("so-b",)),
        },
        cycles={"nam": cycle()},
    )


def with_cycle(plan: Plan, wanted: Cycle) -> Plan:
    return replace(plan, cycles={wanted.id: wanted})


def with_task(plan: Plan, task: Task) -> Plan:
    return replace(plan, tasks={**plan.tasks, task.number: task})


def ending(plan: Plan, ends: date, *heirs: str, name: str = "so-a") -> Plan:
    """`name` ends on a day; its heirs (so-d where none is named) begin the day after."""
    heirs = heirs or ("so-d",)
    old = replace(plan.agencies[name], until=ends, successor=heirs)
    new = {heir: agency(heir, since=ends + timedelta(days=1)) for heir in heirs}
    return replace(plan, agencies={**new, **plan.agencies, name: old})
