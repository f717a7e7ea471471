"""What was surely meant by a value that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dondoc.plan import guesses

MEANT: dict[Callable[[str], str | None], dict[str, str | None]] = {
    guesses.day_meant: {
        "2026-1-15": "2026-01-15",
        "15/01/2026": "2026-01-15",
        "2026/01/15": "2026-01-15",
        "ngày 15 tháng 01 năm 2026": "2026-01-15",
        "2026-01-15 08:00": "2026-01-15",
        "31/02/2026": "2026-02-31",
        "2026": None,
        "cuối năm": None,
    },
    guesses.day_month_meant: {
        "10-12": "10/12",
        "10,12": "10/12",
        "10/12/2026": "10/12",
        "10 tháng 12": "10/12",
        "trước ngày 30/11 hằng năm": "30/11",
        "12/25": "25/12",
        "cuối tháng 12": None,
    },
    guesses.distance_meant: {
        "20 ngày": "20d",
        "-30": "-30d",
        "–30d": "-30d",
        "-30D": "-30d",
        "5 ngày làm việc": "5wd",
        "2 tuần": "2w",
        "trước 14 ngày": "-14d",
        "sau hạn": None,
        "-1m": None,
    },
    guesses.length_meant: {
        "3 năm": "3 years",
        "36 tháng": "36 months",
        "5y": "5 years",
        "sau 03 năm": "3 years",
        "3": None,
    },
    guesses.years_meant: {
        "hằng năm": "all-year",
        "Thường xuyên": "all-year",
        "2028-2026": "2026-2028",
        "từ năm 2026 đến năm 2028": "2026-2028",
        "2026-28": "2026-2028",
        "2026, 2028": "[2026, 2028]",
        "năm 2026": "2026",
        "Quý IV/2026": None,
    },
    guesses.goal_meant: {"5.000": "5000", "5000 ha": "5000", "tất cả": "100%", "nhiều": None},
    guesses.addresses_meant: {
        "a@@x.example": "a@x.example",
        "sởa@x.example": "soa@x.example",
        "Sở A <a@x.example>": "a@x.example",
        "a@x.example; b@x.example": "[a@x.example, b@x.example]",
        "a@x..example": "a@x.example",
        "a.x.example": None,
    },
    guesses.flag_meant: {"có": "true", "yes": "true", "True": "true", "không": "false", "off": "false", "maybe": None},
    guesses.code_meant: {"Rừng": "RUNG", "KH 12/2026": "KH122026", "1": None},
    guesses.task_number_meant: {"IV": "4", "Nhiệm vụ 4": "4", "04.": "4", "3a": None, "0": None},
    guesses.task_numbers_meant: {
        "1-3": "[1, 2, 3]",
        "1, 3": "[1, 3]",
        "1 và 3": "[1, 3]",
        "tất cả": "all",
        "hai": None,
    },
}
CASES = [(guess, written, meant) for guess, cases in MEANT.items() for written, meant in cases.items()]


@pytest.mark.parametrize(("guess", "written", "meant"), CASES, ids=lambda each: getattr(each, "__name__", repr(each)))
def test_what_was_meant_is_found_or_nothing(
    guess: Callable[[str], str | None], written: str, meant: str | None
) -> None:
    assert guess(written) == meant


@pytest.mark.parametrize(
    ("day", "month", "nearest"), [(31, 11, "30/11"), (31, 2, "29/2"), (12, 25, "25/12"), (40, 1, None), (0, 5, None)]
)
def test_impossible_day_of_the_year_is_brought_to_the_nearest(day: int, month: int, nearest: str | None) -> None:
    assert guesses.existing_day_month(day, month) == nearest


def test_impossible_date_is_brought_to_the_last_day_of_its_month() -> None:
    assert guesses.existing_day(2026, 2, 31) == "2026-02-28"
    assert guesses.existing_day(2026, 14, 31) is None
