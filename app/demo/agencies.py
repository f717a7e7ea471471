"""Simulated agencies for the demonstration: who answers when, and in which of the ways real offices do."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dondoc.periods import Period


class Habit(Enum):
    """How an agency behaves; the value says it in words, for the summary."""

    LINES = "trả lời từng dòng theo nhiệm vụ"
    SENTENCE = "trả lời một câu cho tất cả nhiệm vụ"
    BUTTON = "bấm liên kết trả lời sẵn (mailto)"
    FORM = "điền biểu mẫu Excel gửi lại"
    PARTIAL = "trả lời một phần, bổ sung sau"
    CORRECTION = "trả lời rồi đính chính"
    LATE = "trả lời sau hạn"
    SILENT = "không trả lời"
    AWAY = "trả lời tự động vắng mặt, sau đó trả lời"
    BOUNCING = "địa chỉ không tồn tại"
    FORGED = "bị giả mạo (thư từ địa chỉ lạ)"
    SCAN = "chỉ gửi bản quét đính kèm"
    UNREADABLE = "thư không đọc được"
    UNCLEAR = "trả lời không rõ ý"


_ONE_EACH = (
    Habit.AWAY,
    Habit.BOUNCING,
    Habit.FORGED,
    Habit.SCAN,
    Habit.UNREADABLE,
    Habit.UNCLEAR,
    Habit.LATE,
    Habit.LATE,
    Habit.LATE,
    Habit.SILENT,
    Habit.SILENT,
    Habit.SILENT,
    Habit.SILENT,
    Habit.CORRECTION,
    Habit.CORRECTION,
    Habit.PARTIAL,
    Habit.PARTIAL,
    Habit.PARTIAL,
)
"""The special cases every demonstration shows; whoever is left answers in one of the common ways."""

_COMMON = (Habit.LINES, Habit.SENTENCE, Habit.BUTTON, Habit.FORM)


@dataclass(frozen=True, slots=True)
class Errand:
    """What an agency does on a day: `turn` counts its mails of the period from 1."""

    agency: str
    habit: Habit
    turn: int
    on: date


def habits_of(agencies: Sequence[str], coordinator: str, seed: int) -> Mapping[str, Habit]:
    """A habit for every agency, the same for the same seed; the coordinator itself answers line by line."""
    chance = random.Random(seed)  # noqa: S311 — a play, not a secret
    others = [agency for agency in agencies if agency != coordinator]
    chance.shuffle(others)
    habits = dict(zip(others, _ONE_EACH, strict=False))
    for place, agency in enumerate(others[len(_ONE_EACH) :]):
        habits[agency] = _COMMON[place % len(_COMMON)]
    if coordinator in agencies:
        habits[coordinator] = Habit.LINES
    return habits


def errands(habits: Mapping[str, Habit], period: Period, seed: int) -> tuple[Errand, ...]:
    """Every mail that agencies will send in the period, by day."""
    chance = random.Random(seed)  # noqa: S311 — a play, not a secret
    found: list[Errand] = []
    for agency, habit in habits.items():
        first = period.opens_on + timedelta(days=chance.choice((3, 4, 10, 17, 18, 24, 25)))
        found += [Errand(agency, habit, turn, day) for turn, day in enumerate(_days(habit, first, period), 1)]
    return tuple(sorted(found, key=lambda errand: (errand.on, errand.agency)))


def _days(habit: Habit, first: date, period: Period) -> tuple[date, ...]:
    match habit:
        case Habit.SILENT | Habit.BOUNCING:
            return ()
        case Habit.LATE:
            return (period.due_on + timedelta(days=4),)
        case Habit.PARTIAL | Habit.CORRECTION:
            return (period.opens_on + timedelta(days=4), period.opens_on + timedelta(days=18))
        case Habit.AWAY:
            return (period.opens_on, period.opens_on + timedelta(days=18))
        case _:
            return (first,)
