"""How numbers of an Excel sheet show, by the workbook's styles: 0.6 as 60%, 46022 as a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

_EPOCH = date(1899, 12, 30)
_LAST_DAY = 73_050  # the year 2099
_TOO_MUCH = 10**6
_PERCENT_IDS = frozenset({9, 10})
_DAY_IDS = frozenset({14, 15, 16, 17, 22})
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY_CODE = re.compile(r"[dy]", re.IGNORECASE)

Show = Callable[[str], str]


def shows_of(styles: Iterable[Element]) -> tuple[Show, ...]:
    """For each style of `xl/styles.xml` how it shows a number; `styles` are the part's elements as they end."""
    codes: dict[int, str] = {}
    used: Sequence[int] = ()
    for element in styles:
        match element.tag.rpartition("}")[2]:
            case "numFmt":
                codes[_number(element.get("numFmtId"))] = element.get("formatCode") or ""
            case "cellXfs":
                used = [_number(style.get("numFmtId")) for style in element]
    return tuple(_show(number, codes.get(number, "")) for number in used)


def as_written(value: str) -> str:
    """A number in a format of no meaning; whole ones without their ".0"."""
    return value.removesuffix(".0")


def _number(written: str | None) -> int:
    return int(written) if written is not None and written.isascii() and written.isdigit() and len(written) < 6 else 0


def _show(number: int, code: str) -> Show:
    bare = _LITERAL.sub("", code)
    if number in _PERCENT_IDS or "%" in bare:
        return _as_percent
    if number in _DAY_IDS or _DAY_CODE.search(bare):
        return _as_day
    return as_written


def _as_percent(value: str) -> str:
    try:
        percent = Decimal(value) * 100
    except InvalidOperation:
        return value
    if not percent.is_finite() or abs(percent) >= _TOO_MUCH:
        return value
    return f"{round(percent, 2).normalize():f}%".replace(".", ",")


def _as_day(value: str) -> str:
    whole = value.partition(".")[0]
    days = int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 6 else 0
    return f"{_EPOCH + timedelta(days=days):%d/%m/%Y}" if 0 < days <= _LAST_DAY else as_written(value)
