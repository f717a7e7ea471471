"""Single words of status in a clause: what is asserted, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dondoc.reading.folded import MASK, abbreviations_of, pattern_of, plain_of, spoken_pattern, words_regex
from dondoc.reading.moments import When, is_past
from dondoc.reading.vocabulary import figures, shorthand, status

ClaimKind = Literal["done", "progress", "not_started", "not_applicable", "not_done", "partial", "vague"]

_DO = (
    rf"(?:{spoken_pattern(status.WORK_VERBS)}"
    r"|bo tri(?!\s+(?:duoc\s+)?(?:kinh phi|von|nguon|ngan sach)))"
)
_CHUA = r"(?:chua|ch)"
_ENOUGH = rf"(?:{pattern_of(status.ENOUGH)})"
_NOT_DONE = (
    r"chua\s+(?:\w+\s+){0,3}?(?:hoan\s+(?:thanh|tat|thien)|xong|ht)|khong\s+(?:the\s+|kip\s+)?hoan\s+thanh"
    rf"|chua\s+(?:\w+\s+){{0,2}}?{_DO}(?!\s+(?:gi|chi|chi_|chut)\s)(?:\s+\w+){{0,3}}?\s+{_ENOUGH}\b"
)
_HINDERED = (
    r"(?:(?:duoc|kip|the|co the|he|(?:co (?:dieu kien|kinh phi|nguon)|(?:bo tri duoc|duoc bo tri|duoc cap) kinh phi)"
    r"(?: de)?)\s+){0,2}"
)
_YEARS_ON = (
    r"(?:(?:chuyen|doi|lui|de|sang|den|qua)\s+)*(?:nam|quy|thang)\s+(?:(?:20\d\d|sau|toi|[ivx]+|\d{1,2})\s+){0,2}moi\s+"
    rf"{_DO}|(?:chuyen|lui|doi|hoan)\s+(?:\w+\s+){{0,3}}?sang\s+(?:nam|quy)\s+(?:20\d\d|sau|toi|[ivx]+)"
)
_ONLY_SO_MUCH = r"moi\s+(?:chi\s+)?(?!bo tri|cap|giai ngan|phan bo)(?:\w+\s+){0,2}?duoc(?=\s+\d)"
_ABBREVIATED_BEFORE = "".join(rf"|(?<=\b{plain_of(word)} )" for word in shorthand.BEFORE_ABBREVIATION)
_SHARE_BEHIND = r"[\s:,(\-]{0,3}(?:dat|duoc|khoang)?\s*\d{1,3}(?:[.,]\d{1,2})?\s*%"


def _abbreviated(letters: Iterable[str]) -> str:
    """Abbreviations where a status stands: at the head, behind a mark or a few words, and not before another noun."""
    head = rf"(?:\A|(?<=[:;|>=\-(\n{MASK}])|(?<=[:;|>=\-(\n{MASK}] )|(?<=\A )|(?<=\A[-:.] ){_ABBREVIATED_BEFORE})"
    tail = rf"(?=\s*(?:$|[^a-z0-9\s_]|\d|(?:{pattern_of(shorthand.AFTER_ABBREVIATION)})(?![a-z0-9_])))"
    return rf"(?={pattern_of(letters)}){head}(?:{pattern_of(letters)}){tail}"


_NOT_HANDED_ON = r"(?!\s+(?:lai|nhiem vu|cong viec|viec|ho so|noi dun[g_]|phan viec)(?![a-z0-9_]))"
_NOBODY_CONCERNED = (
    rf"(?:khong|ko)\s+(?:co|con)\s+(?!(?:{pattern_of(status.PROBLEMS)})(?![a-z_]))(?:\w+\s+){{1,4}}?(?:nao\s+)?"
    rf"(?:{pattern_of(status.CONCERNED)})"
)
_KINDS: tuple[tuple[ClaimKind, str], ...] = (
    ("not_started", _YEARS_ON),
    ("not_done", _NOT_DONE),
    ("not_done", spoken_pattern(status.NOT_DONE)),
    ("progress", _ONLY_SO_MUCH),
    ("progress", rf"da\s+va\s+dang|{spoken_pattern(status.PROGRESS)}"),
    ("partial", pattern_of(status.PARTIAL)),
    ("partial", r"hoan\s+thanh\s+(?:duoc\s+)?\d+\s*/\s*\d+|(?:duoc|xong)\s+\d+\s*/\s*\d+"),
    ("not_started", rf"{_CHUA}\s+{_HINDERED}{_DO}|{spoken_pattern(status.NOT_STARTED)}"),
    ("not_applicable", spoken_pattern(status.NOT_APPLICABLE)),
    ("not_applicable", _NOBODY_CONCERNED),
    ("done", spoken_pattern(status.DONE)),
    ("done", rf"(?:{pattern_of(status.DONE_UNLESS_MORE)}){_NOT_HANDED_ON}"),
    ("vague", pattern_of(status.VAGUE)),
    ("not_done", _abbreviated(abbreviations_of(status.NOT_DONE))),
    ("not_started", _abbreviated(abbreviations_of(status.NOT_STARTED))),
    ("not_applicable", _abbreviated(abbreviations_of(status.NOT_APPLICABLE))),
    ("done", _abbreviated(abbreviations_of(status.DONE))),
    ("progress", rf"{_abbreviated(shorthand.AMBIGUOUS)}(?={_SHARE_BEHIND})"),
    ("vague", _abbreviated(shorthand.AMBIGUOUS)),
)  # fmt: skip
_UNLESS_MORE = 11  # the place of DONE_UNLESS_MORE in _KINDS
_CLAIM = re.compile(
    rf"(?<![a-z0-9])(?:{'|'.join(f'(?P<k{i}>{pattern})' for i, (_, pattern) in enumerate(_KINDS))})(?![a-z0-9_])"
)
_AFTER_DONE = re.compile(
    rf"\s*(?:$|(?:viec|cong tac)\s+{MASK}|(?:ke hoach|chi tieu|muc tieu)\s*(?:$|[^\w\s])"
    rf"|[^a-z0-9\s_]|(?:{pattern_of(status.AFTER_DONE)})(?![a-z0-9_]))"
)
_BARE_END = re.compile(rf"\s*(?:$|[^a-z0-9\s_]|(?:{pattern_of(status.AFTER_BARE_ACT)})(?![a-z0-9_]))")
_NA_AFTER = re.compile(
    r"\s*(?:(?:vu viec|vu|truong hop|su viec|viec|gi)(?:\s+(?:nao|gi|moi))*\s*)?"
    rf"(?:$|[^a-z0-9\s_]|(?:{pattern_of(status.AFTER_NOT_APPLICABLE)})(?![a-z0-9_]))"
)
_THING = re.compile(r"\s+(?:(?:cac|vu|truong hop|nhung|them)\s+)*([a-z_]+\s+[a-z_]+)")
_PROBLEM = words_regex(status.PROBLEMS)
_TIME_AFTER = re.compile(r"\s*(?:truoc|trong|vao|cuoi|den|ngay|quy|thang|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d\d)")
_IN_TIME = re.compile(r"\s*truoc\s+(?:thoi\s+)?(?:han|ke hoach|tien do|thoi gian)\b")
_NO_COUNT = pattern_of((*status.PART_SUBJECTS, *status.PART_UNITS))
_COUNTED = re.compile(
    r"\s+(?:duoc\s+|xong\s+|tong\s+(?:so|cong)\s+)?(?:\d{1,3}(?:[., ]\d{3})+|\d+(?:[.,]\d{1,2})?"
    rf"|(?:{pattern_of(figures.NUMBER_WORDS)})(?![a-z0-9_]))(?:\s*\([^)]{{1,20}}\))?\s*(?!(?:{_NO_COUNT})(?![a-z0-9_]))[a-z]"
)
_MEASURED = re.compile(r"[^a-z]*(?:km|ha|hec|m|met|m2|m3|tan|kg|trieu|ty|sao)(?![a-z_])")
_ALL = re.compile(r"(?<!\d)100(?:[.,]0+)?\s*%")
_SHARE_BEFORE = re.compile(r"(?<!\d)(?!100)\d{1,3}(?:[.,]\d+)?\s*%\s*$")
_PARTS_DONE = re.compile(r"\s*(?:khoang|duoc|tren|hon|gan|uoc|uoc dat|dat|toi|~)?\s*\d{1,3}(?:[.,]\d+)?\s*%")
_EXCEEDED = re.compile(r"\bvuot\b")
_AS_PLANNED = re.compile(r"theo\s+(?:ke hoach|tien do|hop dong|yeu cau|lich)")
_NEXT_AFTER = re.compile(rf"\s+(?:{pattern_of(status.NEXT_AFTER)})(?![a-z0-9_])")
_LATER = re.compile(r"\s+(?:by\s+(?:next|the end|tomorrow|\w+day|\w+ber)|next|soon|tomorrow)\b")
_DAY_BEFORE = re.compile(
    r"(?<!tu )(?<!hoi )((?:cuoi\s+|dau\s+|giua\s+)?(?:thang|nam|tuan|quy)(?:\s+(?:\d{1,2}|[ivx]+))?(?:/20\d\d)?"
    r"|mai|ngay kia|tet|(?:ngay\s+)?\d{1,2}/\d{1,2}(?:/20\d\d)?)(?:\s+(?:nay|la|thi|moi))*\s*$"
)
_STILL_TO_GO = re.compile(
    r"(?<![a-z0-9])con\s+(?:khoang\s+|lai\s+)?(?:\d+(?:[.,]\d+)?\s*%?|mot|hai|ba|bon|nam|vai|may|it)\s+(?:\w+\s+){0,4}?nua\s+(?:la|moi|thi|se)\s+"
    r"(?:co\s+the\s+|se\s+)?$|(?<![a-z0-9])con\s+(?!lai)(?:\w+\s+){1,6}?(?:la|moi)\s+$"
)
_NOT_BEFORE = re.compile(
    r"(?<![a-z0-9])(?:den|toi|phai|qua|sang|het|cho)\s+(?:(?:het|cuoi|dau|giua|sau)\s+)?(?:thang|nam|tuan|quy|tet)"
    r"(?:\s+[\w/]+){0,3}?\s+moi\s+(?:co\s+the\s+)?$"
)
_NEWS = re.compile(r"\s+(?:moi|khac|thay doi|them|dang ke|de bao cao|vuong)(?![a-z0-9])")
_NOT_ITS_TIME = re.compile(r"\s+(?:bao cao|thanh toan|nghiem thu|tong ket|quyet toan)")
_OF_US = re.compile(
    r"\s*(?:$|[^a-z\s_]|(?:den|toi)\s+(?:don v[i_]|so|huyen|xa|phuong|nganh|chuc nang|dia phuong|dia ban|ben)\b)"
)
_OBJECT = re.compile(r"\s+(?:(?:viec|cong tac|nhiem vu)\s+)?([a-z_]+\s+[a-z_]+)")
_VERB_BEFORE = re.compile(r"(?:^|[^a-z])da\s+((?:[a-z]+\s+){0,2}[a-z]+)\s+$")


@dataclass(frozen=True, slots=True)
class Claim:
    """One status word: its kind and place; `is_explicit` when it stands for the task and not for a part of it.

    `act` is the verb of "đang …" or "đã … xong", which the task's title may name; `is_counted` says "đã hoàn thành
    08 lớp" or "đã bàn giao", which is all unless a target or a rest is near.
    """

    kind: ClaimKind
    start: int
    end: int
    is_explicit: bool = True
    act: str = ""
    is_counted: bool = False


def claims_in(plain: str, when: When = When()) -> list[Claim]:  # noqa: B008 — a frozen value
    """Status words of a clause, in order; `plain` is masked where the plan's own words stand."""
    return [_weighed(plain, match, when) for match in _CLAIM.finditer(plain)]


def has_claim(plain: str) -> bool:
    """Whether any status word stands in the text."""
    return _CLAIM.search(plain) is not None


def is_claim_at(plain: str, position: int) -> bool:
    """Whether a status word begins right there."""
    return _CLAIM.match(plain, position) is not None


def first_claim(plain: str) -> int:
    """Where the first status word begins; the text's length where there is none."""
    match = _CLAIM.search(plain)
    return match.start() if match else len(plain)


def _weighed(plain: str, match: re.Match[str], when: When) -> Claim:
    place = int(str(match.lastgroup)[1:])
    kind = _KINDS[place][0]
    found = match.group()
    rest = plain[match.end() :]
    if kind == "done":
        return _weigh_done(plain, match, when, is_sure=place != _UNLESS_MORE)
    if kind == "vague" and found.split() in _BARE_ACTS:
        if parts := _PARTS_DONE.match(rest):
            return Claim("done" if _ALL.search(parts.group()) else "progress", match.start(), match.end())
        if _BARE_END.match(rest):
            return Claim("done", match.start(), match.end())
    if kind == "progress" and found.startswith("moi") and re.match(r"\s+(?:xong|hoan tat)", rest):
        return Claim("done", match.start(), match.end())
    if _is_of_something_else(kind, found, rest):
        return Claim("vague", match.start(), match.end())
    if kind == "not_applicable" and _ARISE.search(found) and not _NA_AFTER.match(rest):
        return _weigh_none_arose(match, rest)
    return Claim(kind, match.start(), match.end())


_BARE_ACTS = (["da", "thuc", "hien"], ["da", "lam"])
"""Alone they say that the task was done; with an object, only what was."""
_ARISE = re.compile(r"phat|p/?s|fs|p\.s")


def _is_of_something_else(kind: ClaimKind, found: str, rest: str) -> bool:
    """ "chưa đến kỳ báo cáo", "không liên quan đến việc chậm": not said of the task."""
    if kind == "not_started":
        is_of_news = found.endswith("co gi") and _NEWS.match(rest) is not None
        return is_of_news or _NOT_ITS_TIME.match(rest) is not None
    return kind == "not_applicable" and found.endswith("lien quan") and _OF_US.match(rest) is None


def _weigh_none_arose(match: re.Match[str], rest: str) -> Claim:
    """ "không phát sinh phản ánh nào" answers a task about "phản ánh"; "không phát sinh vướng mắc" answers none."""
    thing = _THING.match(rest)
    if thing is None or _PROBLEM.search(thing.group(1)):
        return Claim("vague", match.start(), match.end(), is_explicit=False)
    return Claim("not_applicable", match.start(), match.end(), is_explicit=False, act=thing.group(1))


def _weigh_done(plain: str, match: re.Match[str], when: When, *, is_sure: bool) -> Claim:
    """ "hoàn thành 80%" is on the way; "hoàn thành hồ sơ" is a part; "hoàn thành trước 30/11" is an order."""
    start, end = match.span()
    rest = plain[end:]
    parts = _PARTS_DONE.match(rest)
    if parts is not None and not _EXCEEDED.search(match.group()):
        return Claim("done" if _ALL.search(parts.group()) else "progress", start, end)
    if _SHARE_BEFORE.search(plain[:start]):
        return Claim("progress", start, end)
    if _STILL_TO_GO.search(plain[:start]) or (_NOT_BEFORE.search(plain[:start]) and _is_due(plain[:start], when)):
        return Claim("progress", start, end)
    if match.group() == "ket thuc" and plain[:start].strip(" ,:-+*()"):
        return Claim("vague", start, end)
    has_happened = _is_perfect(plain, match) or (is_past(rest, when) and not _AS_PLANNED.search(rest))
    if not has_happened and _is_to_come(plain, match, when):
        return Claim("vague", start, end)
    is_timed = _TIME_AFTER.match(rest) is not None and _IN_TIME.match(rest) is None
    if is_timed and not has_happened:
        return Claim("vague", start, end)
    if not _AFTER_DONE.match(rest) and not (is_timed and has_happened):
        is_head = not plain[:start].strip(" :-+*")
        is_counted = _COUNTED.match(rest) is not None and (has_happened or (is_head and not _MEASURED.match(rest)))
        thing = _OBJECT.match(rest)
        return Claim("done", start, end, is_explicit=False, is_counted=is_counted, act=thing.group(1) if thing else "")
    act = _other_act(plain[:start]) if match.group().startswith("xong") else ""
    return Claim("done", start, end, is_explicit=is_sure and not act, act=act, is_counted=not is_sure)


def _is_to_come(plain: str, match: re.Match[str], when: When) -> bool:
    """ "mai xong", "xong thì báo lại": what is to be done first, or on a day to come."""
    rest = plain[match.end() :]
    is_first = match.group().endswith("xong") and _NEXT_AFTER.match(rest) is not None
    return is_first or _LATER.match(rest) is not None or _is_due(plain[: match.start()], when)


def _is_due(before: str, when: When) -> bool:
    """Whether a day to come stands before a bare "xong"."""
    day = _DAY_BEFORE.search(before)
    return day is not None and not is_past(f" {day.group(1)}", when)


def _is_perfect(plain: str, match: re.Match[str]) -> bool:
    """ "đã hoàn thành", "đã được hoàn thành": a fact, whatever day follows."""
    before = plain[: match.start()]
    if match.group().startswith("xong") and _VERB_BEFORE.search(before):
        return True
    return match.group().startswith("da ") or re.search(r"\bda\s+(?:duoc\s+|c[o_] ban\s+)?$", before) is not None


def _other_act(before: str) -> str:
    """The verb of "đã … xong", which may be no more than a part of the task."""
    verb = _VERB_BEFORE.search(before)
    return verb.group(1) if verb else ""
