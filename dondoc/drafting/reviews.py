"""Reviews that come once, out of phrases such as "sơ kết sau 03 năm" and "năm 2030 tổng kết"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dondoc.drafting.basis import basis_in
from dondoc.drafting.cycle import Cycles, DraftCycle
from dondoc.drafting.days import make_day
from dondoc.plan.model import Anchor, Basis
from dondoc.plan.spans import anchored
from dondoc.reading.folded import plain_of

_NAME = r"(so ket|tong ket)(?:(?!so ket|tong ket)[^.;])"
_NUMBER = r"\d{1,2}|mot|hai|ba|bon|nam|muoi"
_AFTER = re.compile(rf"{_NAME}{{0,60}}?sau\s+(?:khi\s+)?({_NUMBER})\s+(nam|thang)(?![a-z])")
_IN_YEAR = re.compile(rf"{_NAME}{{0,60}}?(?:vao |trong |cuoi )?(?:nam|quy \w+/|thang \d+/)\s*(20\d{{2}})")
_ON_DAY = re.compile(
    rf"{_NAME}{{0,60}}?(truoc\s+)?ngay\s+(\d{{1,2}})\s*(?:/|thang)\s*(\d{{1,2}})\s*(?:/|nam)\s*(20\d{{2}})"
)
_TIME_FIRST = re.compile(
    rf"(?P<time>sau (?:khi )?(?:{_NUMBER}) (?:nam|thang)|(?:vao |trong |cuoi |den )?nam 20\d{{2}})"
    r"(?P<between>(?: thuc hien)?,? (?:(?:se )?(?:to chuc|tien hanh) )?(?:hoi nghi )?)(?P<name>so ket|tong ket)"
)
_ANNOUNCES = re.compile(
    r"bao cao|to chuc|tham muu|tien hanh|(?:^|[,;:+-])\s*(?:sau \S+ nam,? |nam 20\d{2},? )?(?:so|tong) ket"
)
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "muoi": 10}
_NAMES = {"so ket": ("so-ket", "Sơ kết"), "tong ket": ("tong-ket", "Tổng kết")}


def read_reviews(cycles: Cycles, text: str, task: int | None) -> None:
    """Enter what a sentence, or the content of a task, says of reviews: of that task or of all."""
    plain = _TIME_FIRST.sub(_name_first, plain_of(text))
    if task is None and not _ANNOUNCES.search(plain):
        return
    for match in _ON_DAY.finditer(plain):
        _add_on_day(cycles, text, task, match)
    for match in _AFTER.finditer(plain):
        _add_after(cycles, text, task, match)
    for match in _IN_YEAR.finditer(plain):
        _add_in_year(cycles, text, task, match)


def _name_first(match: re.Match[str]) -> str:
    """The name and its time exchanged, as long as before; not where the time belongs to a review named earlier."""
    clause = re.split(r"[,;.]", match.string[: match.start()])[-1]
    if re.search(r"so ket|tong ket", clause):
        return match.group()
    return f"{match['name']}{match['between']}{match['time']}"


def _add_on_day(cycles: Cycles, text: str, task: int | None, match: re.Match[str]) -> None:
    name, title = _NAMES[match[1]]
    day = make_day(match[3], match[4], match[5])
    if day is not None and cycles.starts < day - timedelta(days=bool(match[2])) <= cycles.ends:
        key = "due_before" if match[2] else "due_by"
        cycles.add(DraftCycle(name, f"{title} năm {day.year}", "once", key, str(day), _asked(task), text))


def _add_in_year(cycles: Cycles, text: str, task: int | None, match: re.Match[str]) -> None:
    name, title = _NAMES[match[1]]
    due = min(date(int(match[2]), 12, 15), cycles.ends)
    if cycles.starts <= due and name not in cycles.found:
        cycle = DraftCycle(name, f"{title} năm {match[2]}", "once", "due_by", str(due), _asked(task), text)
        cycle.doubts.append("văn bản chỉ nêu năm, xem lại ngày đến hạn")
        cycles.add(cycle)


def _add_after(cycles: Cycles, text: str, task: int | None, match: re.Match[str]) -> None:
    name, title = _NAMES[match[1]]
    count = int(match[2]) if match[2].isdigit() else _COUNTS[match[2]]
    unit, word = ("years", "năm") if match[3] == "nam" else ("months", "tháng")
    basis = _anchor_of(cycles, text[match.end() :])
    anchor = Anchor(count, "year" if unit == "years" else "month", "")
    day = anchored(basis.date if basis and basis.date else cycles.starts, anchor)
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
