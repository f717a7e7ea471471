"""Numbers and days as Vietnamese offices write them: ``1.250``, ``12,5 %``, ``ngày 05 tháng 10 năm 2026``.

Sums go through Decimal, so that 0,1 + 0,2 is 0,3; nothing is rounded unless a caller says to how many places.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

_EVERY_DIGIT = 700  # from the largest float's first digit to the smallest one's last: nothing is ever rounded off

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def exact(value: float | Decimal) -> Decimal:
    """The decimal a person typed: the shortest one that reads back as the same float."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def exact_sum(values: Iterable[float | Decimal]) -> Decimal:
    """The sum of the typed decimals, whatever their order."""
    with localcontext(prec=_EVERY_DIGIT):
        return sum((exact(value) for value in values), Decimal(0))


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero, as accountants round."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def number_vi(value: float | Decimal) -> str:
    """``1250`` is ``1.250`` and ``12.5`` is ``12,5``; no trailing zeros."""
    plain = f"{exact(value):,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,"))


def count_vi(value: int) -> str:
    """A count in running text: below 10 with a leading zero (Decree 30/2020/NĐ-CP for numbers; usage for counts)."""
    return f"{value:02d}" if 0 < value < 10 else number_vi(value)


def share_vi(part: int, whole: int) -> str:
    """`part` of `whole` in percent with at most one decimal, ``95,6%``; a dash where there is no whole.

    All but one of ten thousand is 99,9%: rounding never makes a part look like the whole.
    """
    if not whole:
        return "-"
    share = rounded(Decimal(100 * part) / whole, 1)
    return f"{number_vi(min(share, Decimal('99.9')) if part < whole else share)}%"


def day_vi(day: date) -> str:
    """``05/10/2026``; the month keeps its zero only where Decree 30/2020/NĐ-CP wants one (1 and 2)."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def long_day_vi(day: date) -> str:
    """``ngày 05 tháng 10 năm 2026``."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def weekday_vi(day: date) -> str:
    """``thứ Hai`` … ``Chủ nhật``."""
    return WEEKDAYS[day.weekday()]


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)
