"""Amounts of money brought to the unit the plan asks for."""

from __future__ import annotations

import re

from dondoc.reading.folded import plain_of

_SCALE = (
    (re.compile(r"\b(?:ty|ti)\b"), 1_000_000_000),
    (re.compile(r"\b(?:trieu|tr)\b"), 1_000_000),
    (re.compile(r"\b(?:nghin|ngan)\b"), 1_000),
    (re.compile(r"\b(?:dong|vnd|d)\b"), 1),
)


def is_money(unit: str | None) -> bool:
    """Whether the unit is an amount in đồng."""
    return unit is not None and re.search(r"\b(?:dong|vnd)\b", plain_of(unit)) is not None


def scale_of(words: str) -> int | None:
    """How many đồng the first unit of money in the text stands for."""
    plain = plain_of(words)
    found = [(match.start(), scale) for pattern, scale in _SCALE if (match := pattern.search(plain))]
    return min(found)[1] if found else None


def in_unit(value: float, words: str, unit: str) -> float:
    """`value` in `unit`, when `words` (from the number on) name another unit of money."""
    written, wanted = scale_of(words), scale_of(unit)
    if written is None or wanted is None:
        return value
    return round(value * written / wanted, 6)
