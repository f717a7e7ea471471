"""Amounts of money brought to the unit the plan asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.reading.folded import Folded, plain_of
from dondoc.reading.numbers import Number, numbers_in

_SCALE = (
    (re.compile(r"\b(?:ty|ti)\b"), 1_000_000_000),
    (re.compile(r"\b(?:trieu|tr)\b"), 1_000_000),
    (re.compile(r"\b(?:nghin|ngan)\b"), 1_000),
    (re.compile(r"\b(?:dong|vnd|d)\b"), 1),
)
_DONG = re.compile(r"\s*(?:dong|vnd|d)(?![a-z0-9_])")
_TENTH = re.compile(r"\s*(\d)(?=\s*(?:dong|vnd|d)?\s*(?:$|[^\w\s]))")
_ENDS = re.compile(
    r"\s*(?:$|[^a-z0-9\s_]|(?:tu|cho|nguon|kinh|ngan|cua|de|va|trong|gom|von|mua|chi|do|thuoc|nam|dat|cap|xa|con|nhe|a)(?![a-z0-9_]))"
)
MIN_BARE = 1_000_000
"""A million and more is money by itself; "3 nghìn" may count anything."""
MAX_BARE = 10_000_000
"""A bare number so large is not in millions, whatever the plan asks for."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in đồng and where it stands; `value` is None where it is a range."""

    value: float | None
    start: int
    end: int


def is_money(unit: str | None) -> bool:
    """Whether the unit is an amount in đồng."""
    return unit is not None and re.search(r"\b(?:dong|vnd)\b", plain_of(unit)) is not None


def scale_of(words: str) -> int | None:
    """How many đồng the first unit of money in the text stands for."""
    plain = plain_of(words)
    found = [(match.start(), scale) for pattern, scale in _SCALE if (match := pattern.search(plain))]
    return min(found)[1] if found else None


def amounts_in(text: Folded) -> Iterator[Amount]:
    """Every amount that names its unit: 1,5 tỷ đồng; 12 triệu 500 nghìn; 1 tỷ 200 triệu đồng; 450.000 đồng; 1tr2."""
    numbers = list(numbers_in(text))
    position = 0
    while position < len(numbers):
        count = _run(text.plain, numbers[position:])
        amount = _amount(text.plain, numbers[position : position + count])
        if amount is not None:
            yield amount
        position += count


def _run(plain: str, numbers: Sequence[Number]) -> int:
    """How many of the numbers make up one amount: each of a smaller scale, with nothing but a space between."""
    count = 1
    while (
        count < len(numbers)
        and 1 < numbers[count].scale < numbers[count - 1].scale
        and not plain[numbers[count - 1].end : numbers[count].start].strip()
    ):
        count += 1
    return count


def _amount(plain: str, parts: Sequence[Number]) -> Amount | None:
    start, end = parts[0].start, parts[-1].end
    value = None if any(part.value is None for part in parts) else sum(part.value or 0 for part in parts)
    tenth = _TENTH.match(plain, end)
    if tenth is not None and value is not None and parts[-1].scale >= MIN_BARE:
        value, end = value + int(tenth.group(1)) * parts[-1].scale / 10, tenth.end()
    dong = _DONG.match(plain, end)
    if dong is None and (parts[0].scale < MIN_BARE or not _ENDS.match(plain, end)):
        return None
    return Amount(value, start, dong.end() if dong else end)


def money_in(value: Folded, unit: str) -> float | None:
    """The one amount in the value of a label, in `unit`; a bare number is in that unit already. None where unsure."""
    wanted = scale_of(unit) or 1
    amounts = list(amounts_in(value))
    if amounts:
        first = amounts[0].value
        return None if first is None else round(first / wanted, 6)
    number = next(numbers_in(value), None)
    if number is None or number.value is None or (wanted > 1 and number.value >= MAX_BARE):
        return None
    return number.value
