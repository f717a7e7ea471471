"""Single words of status in a clause: what is asserted, and what takes the assertion back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dondoc.reading.folded import pattern_of, words_regex
from dondoc.reading.vocabulary import quantities, status

ClaimKind = Literal["done", "progress", "not_started", "not_applicable", "not_done", "partial", "vague"]

_DO = r"(?:thuc hien|trien khai|tien hanh|to chuc|lam|bat dau|th[i_] cong|khoi dong)"
_XONG = r"(?:\s+\w+){0,3}?\s+(?:xong|het|day du|triet de|dut diem|toan bo|dong bo|dat|nhieu|rong rai|sau rong|manh)"
_NOT_DONE = (
    r"chua\s+(?:\w+\s+){0,3}?(?:hoan\s+(?:thanh|tat|thien)|xong|ht)|khong\s+(?:the\s+|kip\s+)?hoan\s+thanh"
    rf"|chua\s+(?:\w+\s+){{0,2}}?{_DO}{_XONG}\b"
)
_HINDERED = r"(?:(?:duoc|kip|the|co the|he|co dieu kien|co kinh phi|co kinh phi de)\s+){0,2}"
_NOT_STARTED = rf"chua\s+{_HINDERED}{_DO}|{pattern_of(status.NOT_STARTED)}"
_KINDS: tuple[tuple[ClaimKind, str], ...] = (
    ("not_done", _NOT_DONE),
    ("not_done", pattern_of(status.NOT_DONE)),
    ("partial", pattern_of(status.PARTIAL)),
    ("partial", r"hoan\s+thanh\s+(?:duoc\s+)?\d+\s*/\s*\d+|(?:duoc|xong)\s+\d+\s*/\s*\d+"),
    ("not_started", _NOT_STARTED),
    ("not_applicable", pattern_of(status.NOT_APPLICABLE)),
    ("progress", rf"da\s+va\s+dang|{pattern_of(status.PROGRESS)}"),
    ("done", pattern_of(status.DONE)),
    ("vague", pattern_of(status.VAGUE)),
)  # fmt: skip
_CLAIM = re.compile(
    "|".join(f"(?P<k{i}>(?<![a-z0-9])(?:{pattern})(?![a-z0-9_]))" for i, (_, pattern) in enumerate(_KINDS))
)
_DOING = re.compile(r"(?<![a-z0-9])dang\s+([a-z]+(?:\s+[a-z]+)?)")
_NOT_DOING = words_regex(status.NOT_DOING)
_AFTER_DONE = re.compile(rf"\s*(?:$|[^a-z0-9\s_]|(?:{pattern_of(status.AFTER_DONE)})(?![a-z0-9_]))")
_BARE_END = re.compile(r"\s*(?:$|[^a-z0-9\s_]|(?:a|nhe|roi|xong|theo|tu|vao|dung|day du|tot|ngay|thang)(?![a-z0-9_]))")
_NA_AFTER = re.compile(
    r"\s*(?:(?:vu viec|vu|truong hop|su viec|viec|gi)(?:\s+(?:nao|gi|moi))*\s*)?"
    r"(?:$|[^a-z0-9\s_]|(?:trong|tai|nam|ky|quy|o|nhiem vu|viec|cua|a|doi voi|do|vi|nen|nhu|thang|hoat dong"
    r"|noi dung|cong viec)(?![a-z0-9_]))"
)
_THING = re.compile(r"\s+(?:(?:cac|vu|truong hop|nhung|them)\s+)*([a-z]+\s+[a-z]+)")
_PROBLEM = words_regex(status.PROBLEMS)
_TIME_AFTER = re.compile(r"\s*(?:truoc|trong|vao|cuoi|den|ngay|quy|thang)\b")
_NO_COUNT = pattern_of((*status.PART_SUBJECTS, *status.PART_UNITS))
_COUNTED = re.compile(
    r"\s+(?:duoc\s+|xong\s+|tong\s+(?:so|cong)\s+)?(?:\d{1,3}(?:[., ]\d{3})+|\d+(?:[.,]\d{1,2})?"
    rf"|(?:{pattern_of(quantities.NUMBER_WORDS)})(?![a-z0-9_]))(?:\s*\([^)]{{1,20}}\))?\s*(?!(?:{_NO_COUNT})(?![a-z0-9_]))[a-z]"
)
_MEASURED = re.compile(r"[^a-z]*(?:km|ha|hec|m|met|m2|m3|tan|kg|trieu|ty|sao)(?![a-z])")
_ALL = re.compile(r"(?<!\d)100(?:[.,]0+)?\s*%")
_SHARE_BEFORE = re.compile(r"(?<!\d)(?!100)\d{1,3}(?:[.,]\d+)?\s*%\s*$")
_PARTS_DONE = re.compile(r"\s*(?:khoang|duoc|tren|hon|gan|uoc|uoc dat|dat|toi|~)?\s*\d{1,3}(?:[.,]\d+)?\s*%")


@dataclass(frozen=True, slots=True)
class Claim:
    """One status word: its kind and place; `is_explicit` when it stands for the task and not for a part of it.

    `act` is the verb of "đang …"; `is_counted` says "đã hoàn thành 08 lớp", which is all unless a target is near.
    """

    kind: ClaimKind
    start: int
    end: int
    is_explicit: bool = True
    act: str = ""
    is_counted: bool = False


def claims_in(plain: str) -> list[Claim]:
    """Status words of a clause, in order; `plain` is masked where the plan's own words stand."""
    return [_weighed(plain, match) for match in _CLAIM.finditer(plain)] or _doing(plain)


def has_claim(plain: str) -> bool:
    """Whether any status word stands in the text."""
    return _CLAIM.search(plain) is not None


def first_claim(plain: str) -> int:
    """Where the first status word begins; the text's length where there is none."""
    match = _CLAIM.search(plain)
    return match.start() if match else len(plain)


def _weighed(plain: str, match: re.Match[str]) -> Claim:
    kind = _KINDS[int(str(match.lastgroup)[1:])][0]
    found = match.group()
    rest = plain[match.end() :]
    if kind == "done":
        return _weigh_done(plain, match, rest)
    if kind == "vague" and found.split() == ["da", "thuc", "hien"]:
        if parts := _PARTS_DONE.match(rest):
            return Claim("done" if _ALL.search(parts.group()) else "progress", match.start(), match.end())
        if _BARE_END.match(rest):
            return Claim("done", match.start(), match.end())
    if kind == "not_applicable" and "phat" in found and not _NA_AFTER.match(rest):
        return _weigh_none_arose(match, rest)
    return Claim(kind, match.start(), match.end())


def _weigh_none_arose(match: re.Match[str], rest: str) -> Claim:
    """ "không phát sinh phản ánh nào" answers a task about "phản ánh"; "không phát sinh vướng mắc" answers none."""
    thing = _THING.match(rest)
    if thing is None or _PROBLEM.search(thing.group(1)):
        return Claim("vague", match.start(), match.end(), is_explicit=False)
    return Claim("not_applicable", match.start(), match.end(), is_explicit=False, act=thing.group(1))


def _weigh_done(plain: str, match: re.Match[str], rest: str) -> Claim:
    """ "hoàn thành 80%" is on the way; "hoàn thành hồ sơ" is a part; "hoàn thành trước 30/11" is an order."""
    start, end = match.span()
    parts = _PARTS_DONE.match(rest)
    if parts is not None:
        return Claim("done" if _ALL.search(parts.group()) else "progress", start, end)
    if _SHARE_BEFORE.search(plain[:start]):
        return Claim("progress", start, end)
    is_past = (
        match.group().startswith("da ") or re.search(r"\bda\s+(?:duoc\s+|c[o_] ban\s+)?$", plain[:start]) is not None
    )
    if not is_past and _TIME_AFTER.match(rest) and "xong" not in match.group():
        return Claim("vague", start, end)
    if not _AFTER_DONE.match(rest):
        is_head = not plain[:start].strip(" :-+*")
        is_counted = _COUNTED.match(rest) is not None and (is_past or (is_head and not _MEASURED.match(rest)))
        return Claim("done", start, end, is_explicit=False, is_counted=is_counted)
    return Claim("done", start, end)


def _doing(plain: str) -> list[Claim]:
    """ "đang lắp đặt …" says that it is on the way, where nothing else does; "đang chờ …" does not."""
    return [
        Claim("progress", match.start(), match.end(), is_explicit=False, act=match.group(1))
        for match in _DOING.finditer(plain)
        if not _NOT_DOING.match(match.group(1))
    ]
