"""A text without what it takes back itself: mistakes owned up to, denials, and asides that assert nothing."""

from __future__ import annotations

import re

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, pattern_of, put_together, words_regex
from dondoc.reading.formlines import EMPTY_BOX, TICKED_BOX, without_choices
from dondoc.reading.vocabulary import doubts
from dondoc.reading.years import answer_of, said_of, without_comparisons

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
    return answer_of(put_together(pieces, text), year)


def owns_up(plain: str) -> bool:
    """Whether a text ends in owning up to a mistake ("… ở trên em ghi nhầm")."""
    return _ENDS_IN_MISTAKE.search(plain) is not None


def tells_of_before(plain: str) -> bool:
    """Whether a text begins with what was reported another day ("Hôm trước Sở có báo …")."""
    return _REPORTED_BEFORE.match(plain) is not None


def as_it_is_now(plain: str, year: int | None) -> str:
    """What the text stands by, of the year reported on."""
    kept = plain if year is None else re.sub(rf"(?<![a-z])(?:buoc\s+)?sang\s+(?=nam\s+{year}\b)", "", plain)
    kept = _NOT_ALL.sub(r"\1", _DENIED.sub(" ", _NO_MORE.sub(" ", _put_right(_as_ticked(without_choices(kept))))))
    for aside in (_NOT_COUNTED, _NEVER_SO, _NONE_UNDONE):
        kept = aside.sub(" ", kept)
    kept = _taken_together(_ANSWERED_NO.sub("chua hoan thanh", kept))
    kept = without_comparisons(kept, year)
    return kept if year is None else said_of(kept, year)


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
