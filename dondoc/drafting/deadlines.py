"""Which day a sentence sets for which kind of report: "6 tháng (trước 15/6) và hằng năm (trước 30/11)" sets two.

A day belongs to the kind named right behind it, else to the last one named before it. Nothing is made up here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from dondoc.drafting.days import make_day
from dondoc.plan.model import DayMonth
from dondoc.reading.folded import plain_of

Kind = Literal["month", "quarter", "half", "year"]
_ORDER: tuple[Kind, ...] = ("month", "quarter", "half", "year")
# Written on toneless text in which only "quý" keeps its tone, since "quy" begins many other words.
_KIND = re.compile(
    r"(?P<month>(?:hang|moi|theo|tung|bao cao|dinh ky) thang(?! \d))"
    r"|(?P<quarter>(?:(?:hang|moi|theo|tung|dinh ky|bao cao|cuoi|cua|va)\s+|[,;]\s*)quý(?!\s*[/\d])"
    r"|quý(?=\s*(?:[(,:]|i\b)))"
    r"|(?P<half>(?<![\d/])0?6 thang(?: (?:dau|cuoi) nam)?|sau thang dau(?: nam)?|nua nam)"
    r"|(?P<year>(?:hang|moi|ca|theo|tung) nam"
    r"|(?:(?:bao cao|dinh ky|va)\s+|[,;)]\s*)(?:ket qua )?(?:ca |0?1 |mot )?nam(?!\s*\d|\w| (?:sau|thu|tiep))"
    r"|(?<!\d )(?<!dau )(?<!cuoi )\bnam(?=\s*[(:]))"
)
_KIND_BEHIND = re.compile(
    r"\s*(?:cua\s+)?(?:(?P<quarter>thang (?:cuoi|dau)(?: tien)?(?: cua)? (?:moi |tung |hang )?quý"
    r"|(?:moi|hang|tung) quý)"
    r"|(?P<month>(?:hang|moi|tung) thang)|(?P<year>(?:hang|moi|tung) nam|nam sau))"
)
_DAYS = re.compile(
    r"(?P<before>truoc\s+)?(?P<word>ngay\s+)?(?<![\d/.])(?P<day>\d{1,2})"
    r"(?:(?:\s*/\s*|\s+thang\s+)(?P<month>\d{1,2}))?(?:(?:\s*/\s*|\s+nam\s+)(?P<year>\d{4}))?(?![\d/%]|\s*[/%]|\w)"
)
_LEAP_YEAR = "2024"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a sentence names it; month 0 where only the day of the month is said."""

    day: int
    month: int
    is_before: bool
    is_next_year: bool

    @property
    def day_month(self) -> DayMonth:
        """As the plan language has it."""
        return DayMonth(self.day, self.month)


@dataclass(slots=True)
class Deadlines:
    """The kinds of report that a sentence names, each with its days; whether it says "6 tháng đầu năm"."""

    days: dict[Kind, list[Day]] = field(default_factory=dict)
    is_first_half: bool = False


def deadlines_in(text: str) -> Deadlines:
    """Every kind of report in a sentence with the days set for it; a day without any kind is yearly or monthly."""
    plain = _with_quarters(text)
    kinds = list(_KIND.finditer(plain))
    found = Deadlines({_kind_of(each): [] for each in kinds})
    found.is_first_half = any(each.group().endswith("dau nam") or "sau thang dau" in each.group() for each in kinds)
    for match in _DAYS.finditer(plain):
        day = _day(match, plain[match.end() :])
        kind = _kind_for(match, day, plain, kinds) if day else None
        if day and kind:
            found.days.setdefault(kind, []).append(day)
    _share_out(found.days)
    return found


def _with_quarters(text: str) -> str:
    """Toneless lower case, but "quý" as it is; as long as `text`."""
    plain = plain_of(text)
    for match in re.finditer(r"(?<!\w)(?:quý|qúy)(?!\w)", text.lower()):
        plain = f"{plain[: match.start()]}quý{plain[match.end() :]}"
    return plain


def _kind_of(match: re.Match[str]) -> Kind:
    return next(kind for kind in _ORDER if match.groupdict().get(kind))


def _day(match: re.Match[str], behind: str) -> Day | None:
    """A real day without a year: with one it comes only once."""
    month = match["month"]
    if match["year"] or (month is None and not match["word"]):
        return None
    if make_day(match["day"], month or "1", _LEAP_YEAR) is None:
        return None
    is_next_year = bool(re.match(r"\s*(?:cua )?nam (?:sau|tiep)", behind)) or month in {"1", "01"}
    return Day(int(match["day"]), int(month or 0), bool(match["before"]), is_next_year)


def _kind_for(match: re.Match[str], day: Day, plain: str, kinds: Sequence[re.Match[str]]) -> Kind | None:
    behind = _KIND_BEHIND.match(plain, match.end())
    before = [each for each in kinds if each.start() < match.start()]
    if behind and not (before and _kind_of(before[-1]) == "half" and behind["year"]):
        kind = _kind_of(behind)
    elif before or kinds:
        kind = _kind_of(before[-1] if before else kinds[0])
    else:
        kind = "year"
    if day.month:
        return "year" if kind == "month" else kind
    return kind if kind in {"month", "quarter"} else None


def _share_out(days: dict[Kind, list[Day]]) -> None:
    """Where only the last kind has days, one for each that was named, the earlier day is of the shorter kind."""
    dated = [kind for kind in _ORDER if days.get(kind) and kind in {"half", "year"}]
    bare = [kind for kind in ("half", "year") if kind in days and not days[kind]]
    if len(dated) == 1 and len(bare) == 1 and len(days[dated[0]]) == 2:
        first, second = sorted(days[dated[0]], key=lambda day: (day.is_next_year, day.month, day.day))
        days["half"], days["year"] = [first], [second]
