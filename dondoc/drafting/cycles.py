"""Reporting cycles out of sentences such as "báo cáo định kỳ trước ngày 30/11" and "tổng kết sau 05 năm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dondoc.drafting.basis import basis_in
from dondoc.drafting.days import make_day
from dondoc.plan.model import Anchor, Basis, DayMonth
from dondoc.plan.spans import anchored
from dondoc.reading.folded import plain_of

_FULL_DAY = re.compile(
    r"(truoc\s+)?(?:ngay\s+)?(?<!\d)(\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+nam\s+)(\d{4})"
)
_DAY_MONTH = re.compile(
    r"(truoc\s+)?(?:ngay\s+)?(?<![\d/])(\d{1,2})(?:\s*/\s*|\s+thang\s+)(\d{1,2})(?![\d/]|\s*nam \d|\s*[/%]|\w)"
)
_DAY_OF_MONTH = re.compile(r"(truoc\s+)?ngay\s+(\d{1,2})(?!\s*[/\d]|\s+thang\s+\d)")
_AFTER = re.compile(
    r"(so ket|tong ket)(?:(?!so ket|tong ket)[^.]){0,60}?sau\s+(?:khi\s+)?(\d{1,2}|mot|hai|ba"
    r"|bon|nam|muoi)\s+(nam|thang)(?![a-z])"
)
_IN_YEAR = re.compile(
    r"(so ket|tong ket)(?:(?!so ket|tong ket)[^.]){0,60}?(?:vao |trong |cuoi )?(?:nam|quy \w+/|thang \d+/)\s*(20\d{2})"
)
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "muoi": 10}
_NAMES = {"so ket": ("so-ket", "Sơ kết"), "tong ket": ("tong-ket", "Tổng kết")}
_OWN_PLAN = re.compile(r"(?:xay dung|ban hanh)[^.;]{0,60}ke hoach|ke hoach (?:thuc hien|trien khai|cu the)")
_HALF = re.compile(r"(?<!\d)0?6 thang|sau thang dau|nua nam")
_UNEXPECTED = re.compile(r"dot xuat")
_LADDERS = {
    "year": ("-30d", "-14d", "-7d", "-1d"), "half": ("-14d", "-7d", "-1d"), "quarter": ("-10d", "-5d", "-1d"),
    "month": ("-5d", "-1d"), "once": ("-30d", "-14d", "-3d"),
}  # fmt: skip
_LATE = ("{at: +1d, tone: overdue}", "{at: +7d, tone: escalate, cc: [superior]}")


@dataclass(slots=True)
class DraftCycle:
    """One cycle as it will be written; `source` is the sentence it was read from, `doubts` what to look at."""

    id: str
    title: str
    every: str
    due_key: str
    due: str
    extra: dict[str, str] = field(default_factory=dict)
    source: str = ""
    doubts: list[str] = field(default_factory=list)

    @property
    def remind(self) -> tuple[str, ...]:
        """The ladder that suits how often it comes."""
        return (*_LADDERS[self.every], *_LATE)


@dataclass(slots=True)
class Cycles:
    """What was found: cycles by id, further bases they count from, remarks for the head of the section."""

    starts: date
    ends: date
    basis: list[Basis]
    found: dict[str, DraftCycle] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def add(self, cycle: DraftCycle) -> None:
        """Enter a cycle; a second one under the same id is only remarked on."""
        if cycle.id in self.found:
            if self.found[cycle.id].due != cycle.due:
                self.remarks.append(f"văn bản còn nêu hạn khác cho cùng loại báo cáo: “{cycle.source}”")
        else:
            self.found[cycle.id] = cycle


def read_cycles(
    texts: Iterable[str], tasks: Sequence[tuple[int, str]], *, starts: date, ends: date, basis: list[Basis]
) -> Cycles:
    """The cycles that the running text and the tasks announce; a yearly one where there is none."""
    cycles = Cycles(starts, ends, basis)
    for number, content in tasks:
        _read_reviews(cycles, content, number)
    for text in texts:
        _read_reviews(cycles, text, None)
        _read_report(cycles, text)
    if not any(cycle.every != "once" or cycle.id.startswith("bao-cao") for cycle in cycles.found.values()):
        cycles.add(_yearly_by_default())
    cycles.found = dict(sorted(cycles.found.items(), key=lambda pair: pair[1].every == "once"))
    return cycles


def _yearly_by_default() -> DraftCycle:
    doubt = "văn bản không nêu hạn báo cáo định kỳ; tạm đặt 15/12 hằng năm"
    return DraftCycle(
        "nam", "Báo cáo kết quả thực hiện năm {year}", "year", "due_by", "15/12", {"tasks": "all"}, doubts=[doubt]
    )


def _read_reviews(cycles: Cycles, text: str, task: int | None) -> None:
    """Phrases such as "Sơ kết sau 03 năm", "tổng kết vào năm 2030": once, of that task or of all."""
    plain = plain_of(text)
    if task is None and not re.search(r"bao cao|to chuc|tham muu", plain):
        return
    for match in _AFTER.finditer(plain):
        _add_review(cycles, text, task, match)
    for match in _IN_YEAR.finditer(plain):
        name, title = _NAMES[match[1]]
        due = min(date(int(match[2]), 12, 15), cycles.ends)
        if cycles.starts <= due and name not in cycles.found:
            cycle = DraftCycle(name, f"{title} năm {match[2]}", "once", "due_by", str(due), _asked(task), text)
            cycle.doubts.append("văn bản chỉ nêu năm, xem lại ngày đến hạn")
            cycles.add(cycle)


def _add_review(cycles: Cycles, text: str, task: int | None, match: re.Match[str]) -> None:
    name, title = _NAMES[match[1]]
    count = int(match[2]) if match[2].isdigit() else _COUNTS[match[2]]
    unit, word = ("years", "năm") if match[3] == "nam" else ("months", "tháng")
    basis = _anchor_of(cycles, text[match.end() :])
    day = anchored(
        basis.date if basis and basis.date else cycles.starts, Anchor(count, "year" if unit == "years" else "month", "")
    )
    if not cycles.starts <= day <= cycles.ends:
        cycles.remarks.append(
            f"“{match[1]} sau {count} {word}” rơi vào {day:%d/%m/%Y}, ngoài thời gian của kế hoạch, nên chưa lập chu kỳ"
        )
        return
    what = f" thực hiện {_short(basis)}" if basis else " thực hiện Kế hoạch"
    due = f"{{after: {count} {unit}, of: {basis.id}}}" if basis else str(day)
    cycle = DraftCycle(name, f"{title} {count:02d} {word}{what}", "once", "due_by", due, _asked(task), text)
    cycle.doubts.append(
        f"tính ra ngày {day:%d/%m/%Y}; xem lại mốc tính" if basis else f"tính từ ngày {cycles.starts:%d/%m/%Y}"
    )
    cycles.add(cycle)


def _anchor_of(cycles: Cycles, rest: str) -> Basis | None:
    """The dated document named behind the phrase; a new one joins the basis."""
    found = basis_in(rest)
    if found is None:
        return None
    same = next((each for each in cycles.basis if each.id == found.id), None)
    if same is None and found.date:
        cycles.basis.append(found)
        return found
    return same if same and same.date else None


def _short(basis: Basis) -> str:
    return re.split(r",? ngày ", basis.title)[0]


def _asked(task: int | None) -> dict[str, str]:
    return {"tasks": f"[{task}]", "ask": "lead+support"} if task else {"tasks": "all"}


def _read_report(cycles: Cycles, text: str) -> None:
    plain = plain_of(text)
    once = [match for match in _FULL_DAY.finditer(plain) if not _is_citation(plain, match.start())]
    if _OWN_PLAN.search(plain) and _read_own_plans(cycles, text, once):
        return
    if "bao cao" not in plain:
        return
    if _UNEXPECTED.search(plain):
        cycles.remarks.append("văn bản còn nêu báo cáo đột xuất: khi cần, thêm một chu kỳ every: once")
    is_month, is_quarter = "hang thang" in plain and bool(_DAY_OF_MONTH.search(plain)), _names_quarter(text.lower())
    if is_month:
        cycles.add(_monthly(text, plain))
    if is_quarter:
        cycles.add(_quarterly(text, plain))
    if not _read_dated(cycles, text, is_counted=is_month or is_quarter) and once and not (is_month or is_quarter):
        _add_once(cycles, text, once[0], "bao-cao", "Báo cáo kết quả thực hiện")


def _read_dated(cycles: Cycles, text: str, *, is_counted: bool) -> bool:
    """A half-yearly or a yearly report, by the days named; whether there is one, or nothing left to be read."""
    plain = plain_of(text)
    days = [
        (match[1], DayMonth(int(match[2]), int(match[3])))
        for match in _DAY_MONTH.finditer(plain)
        if _is_day(match[2], match[3])
    ]
    if _HALF.search(plain):
        cycles.add(_half_yearly(text, days))
        return True
    if days and not is_counted:
        cycles.add(_yearly(text, plain, days[0]))
    return bool(days)


def _read_own_plans(cycles: Cycles, text: str, once: Sequence[re.Match[str]]) -> bool:
    """Each agency's own plan is a document asked once; whether that is all the sentence says."""
    if once:
        _add_once(cycles, text, once[0], "ke-hoach-don-vi", "Kế hoạch thực hiện của từng cơ quan, đơn vị")
        return True
    if re.search(r"(?:cac|don vi|dia phuong) [^.]{0,120}(?:xay dung|ban hanh)[^.;]{0,30}ke hoach", plain_of(text)):
        cycles.remarks.append(
            f"văn bản yêu cầu từng đơn vị có kế hoạch riêng, không nêu hạn: “{text[:120]} …”; nếu "
            f"cần, thêm một chu kỳ ask: document"
        )
    return False


def _is_citation(plain: str, place: int) -> bool:
    """Whether a day is the date of a document cited, as in "Quyết định số … ngày 14/9/2022"."""
    return bool(re.search(r"so \S+\s*,?\s*$|/[a-z-]+\s*$", plain[:place])) or (
        "ngay" not in plain[place : place + 12] and "truoc" not in plain[max(0, place - 8) : place + 8]
    )


def _names_quarter(low: str) -> bool:
    return bool(
        re.search(r"(?:hằng|hàng|mỗi|định kỳ|báo cáo|,|và|theo) quý\b|cuối (?:của )?(?:mỗi )?quý\b|quý i\b", low)
    )


def _is_day(day: str, month: str) -> bool:
    return make_day(day, month, "2024") is not None


def _key(before: str | None) -> str:
    return "due_before" if before else "due_by"


def _yearly(text: str, plain: str, found: tuple[str | None, DayMonth]) -> DraftCycle:
    before, day = found
    extra = {"for": "previous"} if day.month == 1 or "nam sau" in plain else {}
    title = "Báo cáo kết quả thực hiện năm {year}"
    return DraftCycle("nam", title, "year", _key(before), f"{day.day}/{day.month}", {**extra, "tasks": "all"}, text)


def _half_yearly(text: str, days: Sequence[tuple[str | None, DayMonth]]) -> DraftCycle:
    before = days[0][0] if days else None
    pair = sorted({(day.month, day.day) for _, day in days[:2]})
    doubts: list[str] = []
    halves = {_last_good_month(month, day, is_before=bool(before)) > 6 for month, day in pair}
    if len(pair) != 2 or len(halves) != 2:
        day = pair[0][1] if pair else 15
        doubts = ["văn bản không nêu đủ hai hạn của hai nửa năm, xem lại hạn tạm đặt dưới đây"]
        pair = [(6, min(day, 30)), (12, min(day, 30))]
    extra = {"for": "previous"} if pair[0][0] == 1 else {}
    due = f"[{', '.join(f'{day}/{month}' for month, day in pair)}]"
    title = "Báo cáo kết quả thực hiện {period}"
    return DraftCycle("nua-nam", title, "half", _key(before), due, {**extra, "tasks": "all"}, text, doubts)


def _last_good_month(month: int, day: int, *, is_before: bool) -> int:
    stated = date(2023, month, min(day, 28))
    return (stated - timedelta(days=is_before)).month


def _quarterly(text: str, plain: str) -> DraftCycle:
    match = _DAY_OF_MONTH.search(plain)
    doubts = [] if match else ["văn bản không nêu ngày báo cáo quý, tạm đặt ngày 15 tháng cuối quý"]
    day = int(match[2]) if match and 1 <= int(match[2]) <= 30 else 15
    is_after = bool(re.search(r"thang dau(?: cua)? quy (?:sau|tiep)|quy sau|thang dau quy", plain))
    months = (1, 4, 7, 10) if is_after else (3, 6, 9, 12)
    due = f"[{', '.join(f'{day}/{month}' for month in months)}]"
    key = _key(match[1] if match else None)
    if key == "due_before" and day == 1:
        doubts.append("hạn trước ngày 01 nghĩa là hết tháng trước, xem lại")
        key = "due_by"
    extra = {"for": "previous", "tasks": "all"} if is_after else {"tasks": "all"}
    return DraftCycle("quy", "Báo cáo kết quả thực hiện {period}", "quarter", key, due, extra, text, doubts)


def _monthly(text: str, plain: str) -> DraftCycle:
    match = _DAY_OF_MONTH.search(plain)
    day = int(match[2]) if match and 1 <= int(match[2]) <= 31 else 25
    extra = {"opens": "10d", "closes": "15d", "tasks": "all"}
    title = "Báo cáo kết quả thực hiện {period}"
    return DraftCycle("thang", title, "month", _key(match[1] if match else None), str(day), extra, text)


def _add_once(cycles: Cycles, text: str, match: re.Match[str], name: str, title: str) -> None:
    day = make_day(match[2], match[3], match[4])
    if day is None or not cycles.starts < day - timedelta(days=bool(match[1])) <= cycles.ends:
        return
    extra = {"tasks": "all"}
    if name == "ke-hoach-don-vi":
        extra = {"ask": "document", "to": ""}
    else:
        name = f"{name}-{day.year}-{day.month}-{day.day}"
        title = f"{title} (hạn {day:%d/%m/%Y})"
    cycles.add(DraftCycle(name, title, "once", _key(match[1]), str(day), extra, text))
