"""Numbers and days read as Vietnamese offices write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.numbers_vi import count_vi, day_vi, exact, exact_sum, long_day_vi, number_vi, share_vi, weekday_vi


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1250, "1.250"), (12.5, "12,5"), (1250.0, "1.250"), (1234567.25, "1.234.567,25"), (-0.5, "-0,5")],
)
def test_thousands_take_dots_and_decimals_a_comma(value: float, text: str) -> None:
    assert number_vi(value) == text


def test_sums_are_of_what_was_typed() -> None:
    assert exact_sum([0.1, 0.2]) == Decimal("0.3")


@given(
    st.lists(st.floats(allow_nan=False, allow_infinity=False)).flatmap(
        lambda values: st.tuples(st.just(values), st.permutations(values))
    )
)
def test_a_sum_of_shuffled_values_is_the_same(both: tuple[list[float], list[float]]) -> None:
    values, shuffled = both

    assert exact_sum(values) == exact_sum(shuffled)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_exact_decimal_reads_back_as_the_same_float(value: float) -> None:
    assert float(exact(value)) == value


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 3, "33,3%"), (3, 3, "100%"), (0, 3, "0%"), (2499, 2500, "99,9%"), (0, 0, "-")],
    ids=["a third", "all", "none", "all but one", "of nothing"],
)
def test_a_part_never_looks_like_the_whole(part: int, whole: int, text: str) -> None:
    assert share_vi(part, whole) == text


def test_days_and_counts_keep_the_zero_the_decree_wants() -> None:
    assert day_vi(date(2026, 2, 5)) == "05/02/2026"
    assert day_vi(date(2026, 3, 15)) == "15/3/2026"
    assert long_day_vi(date(2026, 11, 9)) == "ngày 09 tháng 11 năm 2026"
    assert weekday_vi(date(2026, 11, 29)) == "Chủ nhật"
    assert [count_vi(number) for number in (0, 2, 10, 1250)] == ["0", "02", "10", "1.250"]
