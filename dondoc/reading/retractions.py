"""A text without what it takes back itself: mistakes owned up to, denials, and what is said of other years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, pattern_of, words_regex
from dondoc.reading.formlines import EMPTY_BOX, TICKED_BOX
from dondoc.reading.vocabulary import doubts

_MISTAKE = words_regex(doubts.MISTAKE)
_REPORTED_BEFORE = re.compile(
    r"\W*(?:\w+\s+){0,3}?(?:(?:hom|tuan|thang|ky|lan|thu) truoc|hom qua|hom no|truoc day|truoc d[o_])\s"
    r"[^.;\n]{0,30}?\bbao(?![a-z0-9_])"
)
_ENDS_IN_MISTAKE = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(doubts.MISTAKE)})\W*$")
_CORRECTING = words_regex(doubts.CORRECTING)
_TRUTH = words_regex(doubts.TRUTH)
_DENIED = re.compile(
    r"[,(]?\s*(?:ch[u_]\s+)?khong\s+phai\s+(?:la\s+)?(?=\d|(?:da|dang|chua|hoan thanh|xong)(?![a-z0-9_]))"
    r"(?:(?!\sma\s)[^,.;()\n])*(?:\sma\s+(?:la\s+)?)?\)?"
)
_OWNED_UP = re.compile(r"\([^()]*(?<![a-z])(?:nham|sai)\s+(?:lan\s+)?(?:thanh|la)\s+\d[^()]*\)")
_BEFORE_THIS = re.compile(
    rf"{_OWNED_UP.pattern}|\([^()]*(?<![a-z])(?:truoc|hom qua|hom no|lan 1)\s[^()]*(?:nham|sai)\W*\)"
)
"""In a mail that puts something right: "(thư trước em ghi nhầm)" too."""
_NOT_ALL = re.compile(r"(?<![a-z0-9])(chua\s+(?:hoan\s+thanh|dat|xong|thuc\s+hien))\s+(?:duoc\s+)?100\s*%")
_TICKED = re.compile(TICKED_BOX)
_EMPTY_BOX = re.compile(rf"{EMPTY_BOX}[^\[\](☐☑☒□✅✔|\n]*")
_NONE_UNDONE = re.compile(
    r"(?<![a-z])(?:khong|ko|chang)\s+(?:con|co)\s+(?:nhiem vu|noi dun[g_]|viec|cong viec|muc|chi tieu)\s+nao\s+"
    r"(?:(?:ma|la|con|bi)\s+)?chua\s+(?:duoc\s+)?(?:hoan thanh|xong|thuc hien|lam|trien khai)(?:\s+xong)?(?![a-z_])"
)
_STATE = r"(?:(?:da |chua )?hoan thanh|(?:dang |chua )?(?:thuc hien|trien khai)|khong phat sinh|chua bat dau)"
_CHOICES = re.compile(rf"\(?\s*{_STATE}(?:\s*/\s*{_STATE})+\s*\)?\s*:(?=\s*[a-z])")
"""The statuses that a form offers, left standing before the one that was chosen."""
_NOT_COUNTED = re.compile(r"(?<![a-z0-9])(?:chua|khong)\s+(?:ke|tinh|bao gom)\s+(?:den\s+|ca\s+)?\d[^,.;()\n]*")
_NEVER_SO = re.compile(
    r"(?<![a-z0-9])chua\s+(?:nam|lan|khi|ky|bao gio)(?:\s+nao)?\s[^,.;\n]*?\s(?:nhu|bang)\s[^,.;\n]*"
)
_THEN_RIGHT = re.compile(r"(?<![a-z0-9])moi\s+(?:dun[g_]|chinh xac|phai)(?![a-z0-9])")
""" "à em gõ nhầm, đạt 80% mới đúng"."""
_ANSWERED_NO = re.compile(r"(?<![a-z0-9])(?:da\s+)?(?:hoan thanh|xong)\s*:\s*(?:khong|chua|ko|no)\s*(?=$|[.,;\n])")
""" "Hoàn thành: không"."""
_TOGETHER = words_regex(doubts.TAKEN_TOGETHER)
_NO_MORE = re.compile(r"(?<![a-z])(?:khong|het)\s+(?:con\s+)?(?:\w+\s+)?(?:d[o_] dan[g_]|dan[g_] d[o_])(?![a-z_])")
_PIECE = re.compile(r"[,;.](?=\s)|\n")
_YEAR = re.compile(r"(?<!so voi )(?<!tu )(?<!hon )(?<!voi )nam\s+(20\d\d|nay|truoc|ngoai)(?![a-z0-9/])")
_ENDS = re.compile(r"(?<=[;.])(?=\s)|(?<=\n)")
_PIECES = re.compile(r"(?=[,(])|(?<=\))")
_AMOUNT = re.compile(r"(?<![\d/])\d")
_OTHER_TIME = words_regex(doubts.OTHER_TIME)
_LEFTOVER = words_regex(doubts.LEFTOVER)
_AT_HEAD = re.compile(r"[\W_]*(?:trong\s+|den\s+|con\s+|rieng\s+|nhung\s+|cua\s+)?(?=nam\s)")


def as_meant(text: Folded, year: int | None) -> Folded:
    """The text without what it owns up to have said wrongly before: "21 căn (thư trước gõ nhầm thành 12 căn)".

    Without sentences about another year than `year` too, where they follow an answer or one about `year` is given.
    """
    pieces, start = [], 0
    owned_up = _BEFORE_THIS if _CORRECTING.search(text.plain) else _OWNED_UP
    for match in owned_up.finditer(text.plain):
        pieces.append(text.slice(start, match.start()))
        start = match.end()
    pieces.append(text.slice(start, len(text.text)))
    return _of_this_year(_put_together(pieces, text), year)


def owns_up(plain: str) -> bool:
    """Whether a text ends in owning up to a mistake ("… ở trên em ghi nhầm")."""
    return _ENDS_IN_MISTAKE.search(plain) is not None


def tells_of_before(plain: str) -> bool:
    """Whether a text begins with what was reported another day ("Hôm trước Sở có báo …")."""
    return _REPORTED_BEFORE.match(plain) is not None


def _put_together(pieces: Sequence[Folded], text: Folded) -> Folded:
    return Folded("".join(p.text for p in pieces), "".join(p.plain for p in pieces), text.is_toned)


def _of_this_year(text: Folded, year: int | None) -> Folded:
    """ "đang làm, đạt 80%. Năm 2025 mở 18 lớp, vượt kế hoạch.": the sentence about 2025 is no part of the answer."""
    ends = [match.end() for match in _ENDS.finditer(text.plain)] if year is not None else []
    if year is None or not ends:
        return text
    kept: list[Folded] = []
    pieces = [text.slice(start, end) for start, end in pairwise([0, *ends, len(text.plain)])]
    is_answered = any(_is_headed_by(piece.plain, year) and has_claim(piece.plain) for piece in pieces)
    for piece in pieces:
        if not (is_answered and is_headed_by_another_year(piece.plain, year)):
            kept.append(piece)
            is_answered |= has_claim(piece.plain)
    return _put_together(kept, text)


def is_headed_by_another_year(plain: str, year: int) -> bool:
    """Whether a sentence begins with a year other than `year` and does not come to it ("Năm 2025 Sở mở 18 lớp")."""
    is_other = _year_at_head(plain, year) not in {None, year}
    return is_other and all(_as_year(named, year) != year for named in _YEAR.findall(plain))


def _is_headed_by(plain: str, year: int) -> bool:
    return _year_at_head(plain, year) == year


def _year_at_head(plain: str, year: int) -> int | None:
    head = _AT_HEAD.match(plain)
    named = _YEAR.match(plain, head.end()) if head else None
    return _as_year(named.group(1), year) if named else None


def as_it_is_now(plain: str, year: int | None) -> str:
    """What the text stands by, of the year reported on."""
    kept = plain if year is None else re.sub(rf"(?<![a-z])(?:buoc\s+)?sang\s+(?=nam\s+{year}\b)", "", plain)
    kept = _NOT_ALL.sub(r"\1", _DENIED.sub(" ", _NO_MORE.sub(" ", _put_right(_as_ticked(kept)))))
    for aside in (_CHOICES, _NOT_COUNTED, _NEVER_SO, _NONE_UNDONE):
        kept = aside.sub(" ", kept)
    kept = _taken_together(_ANSWERED_NO.sub("chua hoan thanh", kept))
    kept = _without_comparisons(kept, year)
    return kept if year is None else _of_year(kept, year)


def _without_comparisons(plain: str, year: int | None) -> str:
    """The text without numbers of another time set beside the result: "đã hoàn thành, 5 lớp (năm trước 3 lớp)"."""
    return "".join(_compared_off(sentence, year) for sentence in _ENDS.split(plain))


def _compared_off(sentence: str, year: int | None) -> str:
    """A sentence without what it only compares with, behind its status, or anywhere where it says none."""
    kept: list[str] = []
    is_behind, amounts = not has_claim(sentence), 0
    for piece in _PIECES.split(sentence):
        is_said, amounts = has_claim(piece), amounts + len(_AMOUNT.findall(_YEAR.sub(" ", piece)))
        if not (is_behind and not is_said and amounts > 1 and _is_of_another_time(piece, year)):
            kept.append(piece)
        is_behind |= is_said
    return "".join(kept)


def _is_of_another_time(piece: str, year: int | None) -> bool:
    if _LEFTOVER.search(piece) is not None:
        return False
    return _OTHER_TIME.search(piece) is not None or (year is not None and other_years(piece, year))


def other_years(plain: str, year: int) -> bool:
    """Whether the text speaks of another year than `year`, not only to compare."""
    return any(found.isdigit() and int(found) != year for found in _YEAR.findall(plain))


def _as_ticked(plain: str) -> str:
    """ "[x] Đã hoàn thành [ ] Đang thực hiện": only what is ticked, where boxes are ticked and left empty."""
    return _EMPTY_BOX.sub(" ", plain) if _TICKED.search(plain) and _EMPTY_BOX.search(plain) else plain


def _put_right(plain: str) -> str:
    """ "báo đã hoàn thành là nhầm, thực tế đang thực hiện": only what is said to be the truth."""
    mistake = _MISTAKE.search(plain)
    truth = _TRUTH.search(plain, mistake.end()) if mistake else None
    if mistake and truth is None and _THEN_RIGHT.search(plain, mistake.end()):
        plain = plain[mistake.end() :]
    return plain[truth.end() :] if truth else _THEN_RIGHT.sub("", plain)


def _taken_together(plain: str) -> str:
    """ "gói 1 đã xong, gói 2 mới 30%; tính chung cả nhiệm vụ đang thực hiện": only what is said of the whole."""
    match = _TOGETHER.search(plain)
    return plain[match.end() :] if match and has_claim(plain[match.end() :]) else plain


def _of_year(plain: str, year: int) -> str:
    """ "năm 2025 …, năm nay …": only what is said of `year`, where the text sets the years apart itself."""
    pieces, start = [], 0
    for match in _PIECE.finditer(plain):
        pieces.append(plain[start : match.end()])
        start = match.end()
    pieces.append(plain[start:])
    years: list[int | None] = []
    running: int | None = None
    for piece in pieces:
        found = _YEAR.search(piece)
        named = None if found is None else _as_year(found.group(1), year)
        years.append(running if named is None else named)
        if named is not None:
            running = named if _AT_HEAD.match(piece) else None
    if year not in years or not {*years} - {year, None}:
        return plain
    return "".join(piece for piece, of in zip(pieces, years, strict=True) if of in {None, year})


def _as_year(written: str, year: int) -> int:
    if written.isdigit():
        return int(written)
    return year if written == "nay" else year - 1
