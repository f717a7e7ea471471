"""What a text says of other years than the one reported on: sentences about them, and numbers set beside the result."""

from __future__ import annotations

import re
from itertools import pairwise

from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded, put_together, words_regex
from dondoc.reading.vocabulary import doubts

_PIECE = re.compile(r"[,;.](?=\s)|\n")
_YEAR = re.compile(r"(?<!so voi )(?<!tu )(?<!hon )(?<!voi )nam\s+(20\d\d|nay|truoc|ngoai)(?![a-z0-9/])")
_ENDS = re.compile(r"(?<=[;.])(?=\s)|(?<=\n)")
_PIECES = re.compile(r"(?=[,(])|(?<=\))")
_AMOUNT = re.compile(r"(?<![\d/])\d")
_OTHER_TIME = words_regex(doubts.OTHER_TIME)
_LEFTOVER = words_regex(doubts.LEFTOVER)
_AT_HEAD = re.compile(r"[\W_]*(?:trong\s+|den\s+|con\s+|rieng\s+|nhung\s+|cua\s+)?(?=nam\s)")


def answer_of(text: Folded, year: int | None) -> Folded:
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
    return put_together(kept, text)


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


def without_comparisons(plain: str, year: int | None) -> str:
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


def said_of(plain: str, year: int) -> str:
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
