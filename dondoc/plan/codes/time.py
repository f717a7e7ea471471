"""Faults of dates, cycles and the calendar (K3, W3)."""

from __future__ import annotations

from dondoc.plan.codes.kind import FaultKind

TIME_KINDS = (
    FaultKind(
        "K301",
        "the plan ends on {ends}, before it starts on {starts}",
        "correct starts or ends",
        "A plan lasts at least a day.",
        "starts: 2028-01-01\nends: 2023-12-31",
    ),
    FaultKind(
        "K302",
        "until ({until}) is before from ({since})",
        "correct one of the two dates",
        "The agency would never exist.",
        "from: 2025-03-01\nuntil: 2025-02-28",
    ),
    FaultKind(
        "K303",
        'the successor "{value}" does not exist on {day}, the day after until',
        "correct from: and until: of the two agencies, or name another successor",
        "What is open must pass on without a gap.",
        "so-a: {until: 2025-02-28, successor: so-b}\nso-b: {from: 2025-07-01}",
    ),
    FaultKind(
        "K304",
        "the deadline {day} is outside the plan ({starts} to {ends})",
        "correct the date, or starts and ends of the plan",
        "A cycle that happens once must fall into the plan.",
        "every: once\ndue_by: 2032-01-01",
    ),
    FaultKind(
        "K305",
        "none of these years is within the plan ({first}-{last})",
        "correct the years",
        "The task would never be asked about.",
        "when: 2018-2020",
    ),
    FaultKind(
        "K306",
        'the period "{period}" is already that of the cycle "{other}"',
        "give this cycle another id",
        "Requests and reports are known by the id of their period.",
        "nam-2026: {every: once, …}\nnam: {every: year, …}",
    ),
    FaultKind(
        "K307",
        "the reminder {offset} falls before the period opens ({opens} before the deadline)",
        "open earlier (opens:) or remind later",
        "Nobody can be reminded of what has not been asked yet.",
        "opens: 14d\nremind: [-30d]",
    ),
    FaultKind(
        "K308",
        'the legal basis "{value}" has no date',
        "add date: to it under basis",
        "The deadline is counted from that date.",
        "of: cv-5768",
    ),
    FaultKind(
        "K309",
        "two deadlines fall into the same period: {first} and {second}",
        "state one deadline a period; due_before counts by the day before",
        "Each half-year or quarter has one deadline.",
        "every: quarter\ndue_by: [15/3, 20/3, 15/9, 15/12]",
    ),
    FaultKind(
        "K310",
        "a cycle that happens once has no previous period",
        "delete for: previous",
        "Only repeated cycles can report on the period before.",
        "every: once\nfor: previous",
    ),
    FaultKind(
        "K311",
        "to: belongs only to cycles with ask: document",
        "delete it, or write ask: document; who leads the tasks is asked otherwise",
        "Elsewhere the lead agencies of the tasks are asked.",
        "ask: lead\nto: [so-a]",
    ),
    FaultKind(
        "K312",
        "the day {day} is both off and work",
        "delete it in one of the two lists",
        "A day is one or the other.",
        "off: [2026-08-22]\nwork: [2026-08-22]",
    ),
    FaultKind(
        "K313",
        "neither due_before nor due_by is given",
        "add due_before: or due_by: with the deadline",
        "A cycle without a deadline cannot be urged.",
        "nam: {title: …, every: year, tasks: all}",
    ),
    FaultKind(
        "W301",
        "the deadline falls on a day off: {days}",
        "nothing needs to be done; reminders are sent on working days",
        "Agencies will answer on the working day before, or late.",
        "due_by: 30/11",
    ),
    FaultKind(
        "W302",
        "the reminder {offset} falls after the period closes ({closes} after the deadline)",
        "close later (closes:) or delete the reminder",
        "It is never sent.",
        "closes: 5d\nremind: [+7d]",
    ),
    FaultKind(
        "W303",
        "the day {day} is outside the plan ({starts} to {ends})",
        "correct the date, or delete it",
        "It has no effect.",
        "off: [2035-01-01]",
    ),
    FaultKind(
        "W304",
        "some of these years are outside the plan ({first}-{last})",
        "correct the years, if they are not meant so",
        "Nothing is asked in the years outside.",
        "when: 2022-2024",
    ),
    FaultKind(
        "W305",
        "no deadline of this cycle falls into the plan ({starts} to {ends})",
        "correct the deadline, or starts and ends of the plan",
        "The cycle never asks anybody.",
        "starts: 2023-12-01\nends: 2024-10-31\ndue_by: 30/11",
    ),
)
