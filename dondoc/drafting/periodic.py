"""Cycles that come back, out of the deadlines of a sentence; where a day is missing, one is proposed with a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dondoc.drafting.cycle import DraftCycle
from dondoc.drafting.deadlines import Day, Deadlines
from dondoc.reading.folded import plain_of

_ALL = {"tasks": "all"}
_PREVIOUS = {"for": "previous", "tasks": "all"}
_TITLE = "Báo cáo kết quả thực hiện {period}"
_ENDS_OF_QUARTERS = (3, 6, 9, 12)
_STARTS_OF_QUARTERS = (1, 4, 7, 10)
_AFTER_QUARTER = re.compile(r"thang dau(?: tien)?(?: cua)? quy|quy (?:sau|tiep)")


def periodic_cycles(deadlines: Deadlines, text: str, *, has_other_day: bool) -> list[DraftCycle]:
    """One cycle for each kind of report; without any day of its own a kind counts only where no other day is named."""
    days = deadlines.days
    is_dated = has_other_day or any(days.values())
    found: list[DraftCycle] = []
    if days.get("month"):
        found.append(_monthly(text, days["month"][0]))
    if days.get("quarter") or ("quarter" in days and not has_other_day):
        found.append(_quarterly(text, days["quarter"]))
    if days.get("half") or ("half" in days and not has_other_day):
        found.append(_half_yearly(text, deadlines))
    if days.get("year"):
        found += _yearly(text, days["year"])
    return found if is_dated or len(found) < 2 else found[:1]


def _key(day: Day) -> str:
    return "due_before" if day.is_before else "due_by"


def _monthly(text: str, day: Day) -> DraftCycle:
    return DraftCycle(
        "thang", _TITLE, "month", _key(day), str(day.day), {"opens": "10d", "closes": "15d", "tasks": "all"}, text
    )


def _quarterly(text: str, days: Sequence[Day]) -> DraftCycle:
    named = sorted((day for day in days if day.month), key=lambda day: (day.month, day.day))
    if len(named) == len({(_last_good_month(day) - 1) // 3 for day in named}) == len(_ENDS_OF_QUARTERS):
        due = ", ".join(f"{day.day}/{day.month}" for day in named)
        extra = _PREVIOUS if tuple(day.month for day in named) == _STARTS_OF_QUARTERS else _ALL
        return DraftCycle("quy", _TITLE, "quarter", _key(named[0]), f"[{due}]", dict(extra), text)
    found = next((day for day in days if not day.month and day.day <= 30), None)
    doubts = [] if found else ["văn bản không nêu ngày báo cáo quý, tạm đặt ngày 15 tháng cuối quý"]
    is_after = bool(_AFTER_QUARTER.search(plain_of(text)))
    months = _STARTS_OF_QUARTERS if is_after else _ENDS_OF_QUARTERS
    day = found.day if found else 15
    key = _key(found) if found else "due_by"
    if key == "due_before" and day == 1:
        doubts.append("hạn trước ngày 01 nghĩa là hết tháng trước, xem lại")
        key = "due_by"
    due = f"[{', '.join(f'{day}/{month}' for month in months)}]"
    return DraftCycle("quy", _TITLE, "quarter", key, due, dict(_PREVIOUS if is_after else _ALL), text, doubts)


def _half_yearly(text: str, deadlines: Deadlines) -> DraftCycle:
    """Both halves where two days are set; only the first where that is what is said, or the year has its own report."""
    days = sorted(deadlines.days["half"], key=lambda day: (day.month, day.day))
    if len(days) == 2 and len({_last_good_month(day) > 6 for day in days}) == 2:
        due = f"[{', '.join(f'{day.day}/{day.month}' for day in days)}]"
        extra = _PREVIOUS if days[0].month == 1 else _ALL
        return DraftCycle("nua-nam", _TITLE, "half", _key(days[0]), due, dict(extra), text)
    has_year = bool(deadlines.days.get("year"))
    if days or deadlines.is_first_half or has_year:
        return _first_half(text, days, is_told=deadlines.is_first_half or has_year)
    doubts = ["văn bản không nêu hạn của hai nửa năm, xem lại hạn tạm đặt dưới đây"]
    return DraftCycle("nua-nam", _TITLE, "half", "due_by", "[15/6, 15/12]", dict(_ALL), text, doubts)


def _first_half(text: str, days: Sequence[Day], *, is_told: bool) -> DraftCycle:
    title = "Báo cáo kết quả thực hiện 6 tháng đầu năm {year}"
    if not days:
        doubts = ["văn bản không nêu hạn của báo cáo 6 tháng, tạm đặt 15/6"]
        return DraftCycle("sau-thang", title, "year", "due_by", "15/6", dict(_ALL), text, doubts)
    day = days[0]
    doubts = [] if is_told else ["văn bản chỉ nêu một hạn của báo cáo 6 tháng; nếu có cả 6 tháng cuối năm thì thêm"]
    return DraftCycle("sau-thang", title, "year", _key(day), f"{day.day}/{day.month}", dict(_ALL), text, doubts)


def _last_good_month(day: Day) -> int:
    """The month of the last good day: before the 1st means the month before."""
    stated = date(2023, day.month, min(day.day, 28))
    return (stated - timedelta(days=day.is_before)).month


def _yearly(text: str, days: Sequence[Day]) -> Iterator[DraftCycle]:
    """The first day named; a further one comes to nothing but a remark, since one year has one report of a kind."""
    for day in days:
        extra = _PREVIOUS if day.is_next_year else _ALL
        yield DraftCycle(
            "nam",
            "Báo cáo kết quả thực hiện năm {year}",
            "year",
            _key(day),
            f"{day.day}/{day.month}",
            dict(extra),
            text,
        )
