"""Sections of a report: where obstacles, proposals and what is no result begin, and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from dondoc.reading.folded import Folded, pattern_of, plain_of
from dondoc.reading.vocabulary import headings

SectionKind = Literal["results", "obstacles", "proposals", "other"]
_BULLET = r"^\s*(?:[-+*•·●○▪►#]\s*)*(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])\s*[.)/]\s*)*"
_LISTS: tuple[tuple[SectionKind, tuple[str, ...]], ...] = (
    ("obstacles", headings.OBSTACLES),
    ("proposals", headings.PROPOSALS),
    ("other", headings.OTHER_SECTIONS),
    ("results", headings.RESULTS),
)
_HEADINGS = tuple(
    (kind, re.compile(
        rf"{_BULLET}\**(?:ve\s+)?(?:cac\s+|nhung\s+|mot so\s+"
        rf"|phan\s+)?(?:{pattern_of(names)})(?:\s*,?\s*(?:va\s+)?(?:{pattern_of(names)}))*"
        rf"(?:,?\s+(?:{pattern_of(headings.HEADING_TAILS)}|20\d\d|\d{{1,2}}/20\d\d|[ivx]+))*\**\s*(?P<colon>:|$|-\s)"
    ))
    for kind, names in _LISTS
)  # fmt: skip
_SPOKEN = re.compile(
    r"^\s*(?:[-+*•]\s*)?(?:tuy nhien,?\s+)?(?:kinh\s+)?(?:de nghi|kien nghi|de xuat)\s+(?!gia han|cho phep|lui"
    r"|xac nhan)[a-z]"
)
_INLINE = tuple(
    (kind, re.compile(rf"(?:^|[.;]\s+|\n|\s-\s|,\s)(?:{pattern_of(names)})\s*:"))
    for kind, names in _LISTS[:2]
)  # fmt: skip
_OF_A_YEAR = re.compile(
    rf"{_BULLET}\**(?:{pattern_of(headings.AHEAD)})(?![a-z0-9_])[^.;:\d]{{0,40}}?nam\s+(?P<year>20\d\d)\**\s*:?\s*$"
)
MAX_TITLE = 14
_CHAPTER = re.compile(r"\s*\**(?:[IVX]{1,4}|[A-H])\s*[.:/)-]\s*[^\W\d]")
_CHAPTER_NUMBER = re.compile(r"\s*\(?(?:phan\s+)?(\d{1,2})\s*[.)/:]\s*(?=[a-z])")
_NOTHING = frozenset(plain_of(word) for word in headings.NOTHING)


@dataclass(slots=True)
class Sections:
    """Text collected under headings."""

    texts: dict[SectionKind, list[str]] = field(default_factory=dict)

    def add(self, kind: SectionKind, text: str) -> None:
        """Keep one line; a line that says "none" is nothing."""
        stripped = text.strip().lstrip("-+*•:").strip()
        if stripped and plain_of(stripped).strip(" .") not in _NOTHING:
            self.texts.setdefault(kind, []).append(stripped)

    def text(self, kind: SectionKind) -> str | None:
        """All that was said under one kind of heading."""
        return "\n".join(self.texts.get(kind, ())) or None


def heading_of(text: str, year: int | None = None) -> tuple[SectionKind, int] | None:
    """The kind of section a line opens and where its own text begins; None for any other line.

    A title about a year after `year`, the one reported on, opens what is no result.
    """
    plain = plain_of(text)
    ahead = _OF_A_YEAR.match(plain)
    if ahead is not None and year is not None and int(ahead["year"]) > year:
        return "other", ahead.end()
    for kind, pattern in _HEADINGS:
        match = pattern.match(plain)
        if match is not None:
            return kind, match.end()
    spoken = _SPOKEN.match(plain)
    return ("proposals", 0) if spoken is not None else None


def is_chapter(written: str) -> bool:
    """Whether a line is a title with a Roman number or a capital letter ("II. KẾT QUẢ CỤ THỂ")."""
    is_title = len(written.split()) <= MAX_TITLE and not written.rstrip().endswith((".", ";"))
    return is_title and _CHAPTER.match(written) is not None


@dataclass(slots=True)
class Chapters:
    """Numbers at the head of lines that count the chapters of a report ("1. Đánh giá chung"), and no tasks.

    `last` is the latest chapter; `is_listing` once another count begins in it, which may be one of tasks.
    """

    last: int | None = None
    is_listing: bool = False

    def open(self, number: int) -> None:
        """A chapter with a heading of its own begins."""
        self.last, self.is_listing = number, False

    def goes_on(self, number: int) -> bool:
        """Whether a number is that of the next chapter, whatever its heading."""
        if self.last is not None and number == self.last + 1 and not self.is_listing:
            self.last = number
            return True
        self.is_listing = self.last is not None
        return False


def chapter_number(plain: str) -> int | None:
    """The number before a heading ("2. Kết quả thực hiện"); None where there is none."""
    match = _CHAPTER_NUMBER.match(plain)
    return int(match.group(1)) if match else None


def split_inline(text: Folded) -> tuple[Folded, list[tuple[SectionKind, str]]]:
    """Cut "… Khó khăn: …; Đề xuất: …" off a task's own line."""
    if ":" not in text.text:
        return text, []
    cuts = sorted(
        (match.start(), match.end(), kind)
        for kind, pattern in _INLINE
        for match in pattern.finditer(plain_of(text.text))
    )
    if not cuts:
        return text, []
    ends = [start for start, _, _ in cuts[1:]] + [len(text.text)]
    pieces = [(kind, text.text[begin:end]) for (_, begin, kind), end in zip(cuts, ends, strict=True)]
    return text.slice(0, cuts[0][0]), pieces
