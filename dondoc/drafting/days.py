"""Days, years and spans of years as Vietnamese documents write them."""

from __future__ import annotations

import re
from datetime import date

from dondoc.reading.folded import plain_of

DAY = r"(?P<d>\d{1,2})\s*(?:[/.-]\s*|\s+thang\s+)(?P<m>\d{1,2})\s*(?:[/.-]\s*|\s*,?\s*nam\s+)(?P<y>\d{4})(?!\d)"
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d{2}(?![\d])|(?<=[/.-])20\d{2}(?!\d)")
_SPAN = re.compile(r"((?:19|20)\d{2})\s*(?:-|den(?:\s+het)?(?:\s+nam)?)\s*((?:19|20)\d{2})")
_UNTIL = re.compile(r"(?:den(?: het)?|truoc|trong)(?: nam)? (20\d{2})")
_ONWARDS = re.compile(r"(?:nam tiep theo|cac nam sau|tro di|tiep theo)")
_ALL_YEAR = re.compile(
    r"thuong xuyen|h[aà]ng nam|hang nam|lien tuc|hang (?:quy|thang|tuan|ngay)|dinh ky|ca nam|trong nam$"
)
_EXACT = re.compile(
    r"^(?:tu )?(?:giai doan |cac nam |nam )?(?:tu (?:nam )?)?(?:20\d{2})(?:\s*(?:-|den|den nam)\s*20\d{2})?\.?$"
    r"|^(?:thuong xuyen|hang nam)(?:,? trong nam|,? hang nam|,? lien tuc)?\.?$"
)


def make_day(day: str, month: str, year: str) -> date | None:
    """A day out of its written parts."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_span(text: str) -> tuple[int, int] | None:
    """Years such as "2023 - 2028" or "từ năm 2023 đến năm 2028"."""
    match = _SPAN.search(plain_of(text))
    if match is None or match[2] < match[1]:
        return None
    return int(match[1]), int(match[2])


def read_years(text: str) -> tuple[int, ...]:
    """Every year named, once, in order."""
    return tuple(sorted({int(year) for year in _YEAR.findall(plain_of(text))}))


def read_when(text: str, starts: int, ends: int) -> str | None:
    """The value of the key `when`; None where nothing certain can be said. Never wholly outside the plan."""
    plain = " ".join(plain_of(text).split())
    span, years = read_span(plain), read_years(plain)
    if span is None and len(years) == 1:
        if _UNTIL.search(plain) and not _has_day_or_part(plain) and years[0] >= starts:
            span = (starts, years[0])
        elif _ONWARDS.search(plain) and years[0] <= ends:
            span = (years[0], ends)
    if span is not None:
        return _written_span(*span) if span[0] <= ends and span[1] >= starts else None
    inside = [year for year in years if starts <= year <= ends]
    if inside:
        return str(inside[0]) if len(inside) == 1 else f"[{', '.join(map(str, inside))}]"
    if not years and _ALL_YEAR.search(plain):
        return "all-year"
    return str(starts) if not years and starts == ends and _has_day_or_part(plain) else None


def says_no_more(text: str) -> bool:
    """Whether the key `when` holds all that `text` says."""
    return bool(_EXACT.match(" ".join(plain_of(text).split())))


def _has_day_or_part(plain: str) -> bool:
    return bool(re.search(r"quy|thang|ngay|\d\s*/\s*20\d{2}", plain))


def _written_span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
