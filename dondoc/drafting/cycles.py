"""Reporting cycles out of sentences such as "báo cáo định kỳ trước ngày 30/11" and "tổng kết sau 05 năm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dondoc.drafting.cycle import Cycles, DraftCycle
from dondoc.drafting.days import make_day
from dondoc.drafting.deadlines import deadlines_in
from dondoc.drafting.periodic import periodic_cycles
from dondoc.drafting.reviews import read_reviews
from dondoc.plan.model import Basis
from dondoc.reading.folded import plain_of

_FULL_DAY = re.compile(
    r"(truoc\s+)?(?:ngay\s+)?(?<!\d)(\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+nam\s+)(\d{4})"
)
_OWN_PLAN = re.compile(r"(?:xay dung|ban hanh)[^.;]{0,60}ke hoach|ke hoach (?:thuc hien|trien khai|cu the)")
_UNEXPECTED = re.compile(r"dot xuat")
_TO_HIGHER = re.compile(
    r"(?:(?:tong hop|tham muu)[^.]{0,60}|^[-+•\s]*)bao cao (?:cho )?"
    r"(?:ubnd|uy ban|chu tich|chinh phu|thu tuong|tinh uy|bo )"
)
_LISTED = re.compile(r"[-+*•–]|[a-zđ][.)]")


def read_cycles(
    texts: Iterable[str], tasks: Sequence[tuple[int, str]], *, starts: date, ends: date, basis: list[Basis]
) -> Cycles:
    """The cycles that the running text and the tasks announce; a yearly one where there is none.

    What the coordinator sends on to its own superior is read last: the agencies' own deadline goes before it.
    """
    cycles = Cycles(starts, ends, basis)
    for number, content in tasks:
        read_reviews(cycles, content, number)
    about = list(_about_reports(texts))
    for text, is_report in sorted(about, key=lambda each: bool(_TO_HIGHER.search(plain_of(each[0])))):
        read_reviews(cycles, text, None)
        _read_report(cycles, text, is_report=is_report)
    if not any(cycle.every != "once" or cycle.id.startswith("bao-cao") for cycle in cycles.found.values()):
        cycles.add(_yearly_by_default())
    cycles.found = dict(sorted(cycles.found.items(), key=lambda pair: pair[1].every == "once"))
    return cycles


def _about_reports(texts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each sentence, and whether it speaks of reports: by itself, or in a list that a sentence on reports begins."""
    is_list = False
    for text in texts:
        is_named = "bao cao" in plain_of(text)
        is_list = text.endswith(":") if is_named and not is_list else is_list and bool(_LISTED.match(text))
        yield text, is_named or is_list


def _yearly_by_default() -> DraftCycle:
    doubt = "văn bản không nêu hạn báo cáo định kỳ; tạm đặt 15/12 hằng năm"
    return DraftCycle(
        "nam", "Báo cáo kết quả thực hiện năm {year}", "year", "due_by", "15/12", {"tasks": "all"}, doubts=[doubt]
    )


def _read_report(cycles: Cycles, text: str, *, is_report: bool) -> None:
    plain = plain_of(text)
    once = [match for match in _FULL_DAY.finditer(plain) if not _is_citation(plain, match.start())]
    if (_OWN_PLAN.search(plain) and _read_own_plans(cycles, text, once)) or not is_report:
        return
    if _UNEXPECTED.search(plain):
        cycles.remarks.append("văn bản còn nêu báo cáo đột xuất: khi cần, thêm một chu kỳ every: once")
    found = periodic_cycles(deadlines_in(text), text, has_other_day=bool(once))
    for cycle in found:
        cycles.add(cycle)
    if once and not found and not re.search(r"(?:so|tong) ket", plain[: once[0].start()]):
        _add_once(cycles, text, once[0], "bao-cao", "Báo cáo kết quả thực hiện")


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
    key = "due_before" if match[1] else "due_by"
    cycles.add(DraftCycle(name, title, "once", key, str(day), extra, text))
