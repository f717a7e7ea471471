"""What a number in a sentence is: a result, a plan, a rest, a part, a comparison, something still under way."""

# ruff: noqa: E501 — patterns and their sentences are read more easily whole
from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dondoc.reading.folded import Folded, pattern_of, plain_of, same_tones, words_regex
from dondoc.reading.vocabulary import figures as words

Role = Literal[
    "reached", "planned", "compared", "each", "part", "listed", "of-total", "total", "cumulative", "under-way", "other-year"
]  # fmt: skip
Asked = Literal["now", "done", "any"]
"""What a figure asks: how many there are now, how many were done ("Số vụ đã xử lý"), or its name does not tell."""
REACH = 500
"""How far a word acts on a number; longer sentences are no work of a person, and would take the square of their time."""
_SENTENCE = re.compile(r"[;\n!?]|[.](?=\s|$)")
_CLAUSE = re.compile(
    r"[;\n!?]|[.](?=\s|$)|,\s|\s\+\s|\s-\s|\(|\)"
    r"|(?<![a-z0-9])(?:va|(?<!so )voi|cho|trong d[o_]|nhung|tuy nhien|con)(?![a-z0-9_])"
)
_BARE = re.compile(
    rf"^[\s,;.+()\-:]*(?:(?:va|voi|cung|ca|co|{pattern_of((*words.ESTIMATED, *words.BOUNDED))})(?![a-z0-9_])\s*)*$"
)
_LISTS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    ("of-total", tuple(phrase for phrase in words.OF_TOTAL if phrase != "trên")),
    ("part", words.PART),
    ("listed", words.LISTED),
    ("cumulative", (*words.CUMULATIVE, *words.RAISED)),
    ("planned", (*words.PLANNED, *words.REMAINING)),
    ("compared", words.COMPARED),
    ("each", words.EACH),
    ("total", words.TOTAL),
    ("reached", words.REACHED),
)
_MARKS = re.compile(
    rf"(?<![a-z0-9])(?:{'|'.join(f'(?P<r{i}>{pattern_of(phrases)})' for i, (_, phrases) in enumerate(_LISTS))})"
    r"(?![a-z0-9_])"
)
_SYLLABLES: dict[str, list[str]] = {}
for _, phrases in _LISTS:
    for phrase in phrases:
        if " " not in phrase or phrase in words.TONES_MATTER:
            _SYLLABLES.setdefault(plain_of(phrase), []).append(phrase)
_DENIED = words_regex(words.DENIED)
_UNDER_WAY = re.compile(r"(?<![a-z0-9])dang\s+(?P<act>[a-z]+(?:\s+[a-z]+)?)(?P<rest>(?:\s+[a-z]+){0,3})\s*$")
_UNDER_WAY_AFTER = re.compile(r"^(?:\s+[a-z_]+){1,5}?\s+(?:con\s+)?dang\s+(?P<act>[a-z]+(?:\s+[a-z]+)?)")
_KEPT_UP = re.compile(rf"(?:{pattern_of(words.KEPT_UP)})(?![a-z0-9_])")
_LEFT = re.compile(
    rf"(?<![a-z0-9])con(?:\s+(?:lai|co|la|tong cong|tong so|{pattern_of((*words.ESTIMATED, *words.BOUNDED))}))*\s*:?\s*$"
)
_ENDED_AT = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(words.ENDED_AT)})(?:\s+(?:khoang|la|con so|muc))*\s*$")
_AT_FIRST = words_regex(words.AT_FIRST)
_REARRANGED = words_regex(words.REARRANGED)
_NOT_NOW = words_regex((*words.PLANNED, *words.DENIED, *words.COMPARED))
_NOT_LEFT_AFTER = re.compile(r"(?<![a-z0-9])(?:chua|se|can|phai|du kien|cho|dang|nua)(?![a-z0-9_])")
_PIECE = re.compile(r"[,;(]")
_FROM_NUMBER = re.compile(r"(?<![a-z0-9])tu\s+\d")
_FROM = re.compile(r"(?<![a-z0-9])tu\s*$")
"""Behind "từ" stands where something began: "từ 10 tổ tăng lên 12 tổ"."""
_JUST_COMPARED = re.compile(rf"(?<![a-z0-9])(?:{pattern_of((*words.COMPARED, *words.PLANNED))})\s*$")
"""Right before a bracket: "so với năm trước (3 lớp)"."""
NEAR = 40
_RESULT = re.compile(r"(?<![a-z0-9])(?:duoc|da|dat)(?![a-z0-9_])")
_AFTER_PLANNED = re.compile(
    rf"(?<![a-z0-9])(?:(?:{pattern_of(words.AFTER_PLANNED)})(?![a-z0-9_])|chua(?!\s+co)(?:\s+[a-z_]+){{0,4}}\s*$)"
)
_YEAR_AFTER = re.compile(r"[^,;.(]{0,60}?(?<![a-z0-9])nam (?P<year>20\d\d)(?![\d/])")
_COMPARED_AFTER = re.compile(r"(?<![a-z0-9])(?:so voi|so|cung ky|hon|truoc|tu)(?![a-z0-9_])")
_AT_LAST = re.compile(r"(?<![a-z0-9])duoc\s*$")
_AFTER_REACHED = re.compile(r"^(?:\s+[a-z_]+){1,5}?\s+(?:da|duoc)(?![a-z0-9_])")
_EACH_AFTER = re.compile(r"^\s*[a-z_]+(?:\s[a-z_]+)?\s*/\s*[a-z]")
_EACH_BEFORE = re.compile(r"(?<![\w])moi\s+\w+\s*(?:co\s*)?$")
_YEAR = re.compile(
    r"(?<!so voi )(?<!hon )(?<![a-z0-9])(?P<since>tu (?:dau )?)?(?:nam (?P<year>20\d\d)(?![\d/])|(?<![\d/.,-])(?P<headed>20\d\d)(?=\s*:))"
)
_PART = re.compile(
    rf"(?<![a-z0-9])(?P<kind>{pattern_of(words.ENUMERATORS)})\s+(?P<number>\d{{1,2}}|i{{1,3}}|iv|mot|hai|ba|bon|nhat)(?![\w/])"
)
_FIRSTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "nhat": 1, "hai": 2, "ba": 3, "bon": 4}


@dataclass(frozen=True, slots=True)
class Place:
    """A number's surroundings: its sentence, what stands before it and after it in its clause, and its role.

    `part` is "đợt 2" as its kind and number; `is_own_year` when the year reported on stands with it.
    """

    role: Role
    sentence: int
    before: str
    after: str
    part: tuple[str, int] | None = None
    is_own_year: bool = False


@dataclass(slots=True)
class Sentences:
    """The clauses of a text, and the role that each passes on to a clause that only counts on."""

    text: Folded
    year: int | None
    starts: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    _last: tuple[int, Place] | None = None

    def __post_init__(self) -> None:
        plain = self.text.plain
        self.starts = [0, *(match.start() for match in _CLAUSE.finditer(plain))]
        self.sentence_starts = [0, *(match.end() for match in _SENTENCE.finditer(plain))]

    def place(self, start: int, end: int, *, begin: int | None = None, aside: str = "", of: Asked = "any") -> Place:
        """Where a number stands; numbers must be asked about in order.

        `begin` is where its label ends, if it has one, and `aside` what stands in brackets there ("Số lớp (KH): 6");
        `of` is what the figure asks.
        """
        plain = self.text.plain
        clause = bisect_right(self.starts, start) - 1
        head = max(self.starts[clause], start - REACH)
        first = head if begin is None else begin
        following = bisect_right(self.starts, end - 1)  # "96 (chín mươi sáu) trường" ends in a later clause
        last = min(self.starts[following] if following < len(self.starts) else len(plain), end + REACH)
        sentence = bisect_right(self.sentence_starts, start) - 1
        so_far = plain[max(self.sentence_starts[sentence], start - REACH) : start]
        before, after = f"{aside} {plain[first:start]}" if aside else plain[first:start], plain[end:last]
        inherited = self._inherited(sentence, plain[head:start], first) if begin is None else None
        now = None if _is_of_two(so_far, of) else _of_now(_PIECE.split(so_far)[-1], after, of)
        role = now or self._role(first, start, before, after, inherited.role if inherited else None)
        role, is_own_year = self._of_year(role, so_far, after)
        part = self._part(so_far)
        place = Place(role, sentence, before, after, part, is_own_year)
        self._last = (start, place)
        return place

    def _inherited(self, sentence: int, before: str, first: int) -> Place | None:
        """The place of the number before, where this clause does nothing but count on."""
        if self._last is None or self._last[1].sentence != sentence or not _BARE.match(before):
            return None
        is_after_bracket = self.text.plain[first : first + 1] == ")" or ")" in self.text.plain[self._last[0] : first]
        return None if is_after_bracket else self._last[1]

    def _role(self, first: int, start: int, before: str, after: str, inherited: Role | None) -> Role:
        """What the words around a number at `start` say; `first` is where those before it begin."""
        written = self.text.text[first:start].rjust(len(before))
        above = self.text.plain[max(0, first - NEAR) : first]
        if _FROM.search(before) or (before == "(" and _JUST_COMPARED.search(above)):
            return "compared"
        if _is_each(written) or _EACH_AFTER.match(after):
            return "each"
        if _is_under_way(before, after):
            return "under-way"
        if _AFTER_PLANNED.search(after):
            return "planned"
        own = _last_mark(before, written if self.text.is_toned else "")
        if own is None:
            return inherited if inherited is not None and not _AFTER_REACHED.match(after) else "reached"
        return own

    def _of_year(self, role: Role, sentence: str, after: str) -> tuple[Role, bool]:
        """Another year's number is none of this year's."""
        after_it = _YEAR_AFTER.match(after)
        if after_it is not None and _COMPARED_AFTER.search(after_it.group()):
            after_it = None
        named = after_it or next(reversed(list(_YEAR.finditer(sentence))), None)
        if (
            role == "part"
            and self.year is not None
            and re.search(rf"rieng\s+(?:trong\s+)?nam\s+(?:{self.year}|nay)\b", sentence)
        ):
            return "reached", True
        if self.year is None or named is None or role not in {"reached", "total", "listed"}:
            return role, False
        year = int(named["year"] or named["headed"]) if after_it is None else int(named["year"])
        if year == self.year:
            return role, True
        if after_it is None and named["since"] and year < self.year:
            return "cumulative", False
        is_aside = after_it is None and named.start() > sentence.rfind("(") > sentence.rfind(")")
        return "compared" if is_aside else "other-year", False

    @staticmethod
    def _part(sentence: str) -> tuple[str, int] | None:
        found = next(reversed(list(_PART.finditer(sentence))), None)
        if found is None:
            return None
        number = found["number"]
        return found["kind"].split()[0], int(number) if number.isdigit() else _FIRSTS[number]


def ends_at(before: str) -> bool:
    """Whether the number behind `before` is what something grew or fell to: "giảm xuống còn 12 vụ"."""
    return _ENDED_AT.search(before) is not None


def is_left(before: str) -> bool:
    """Whether the number behind `before` is what is left: "toàn xã còn 214 hộ nghèo"."""
    return _LEFT.search(before) is not None


def _is_of_two(sentence: str, of: Asked) -> bool:
    """ "từ 10 vườn tăng lên 12 vườn": of what was done, all or those of this year, nobody can tell."""
    return of == "done" and _FROM_NUMBER.search(sentence) is not None


def _of_now(before: str, after: str, of: Asked) -> Role | None:
    """What a number is for a figure of what there is now; None where other words decide, as for any other figure."""
    if ends_at(before):
        return "reached"
    if of == "now" and _AT_FIRST.search(before):
        return "compared"
    if not is_left(before) or of == "done" or (of == "any" and not _REARRANGED.search(before)):
        return None
    is_plain = _NOT_NOW.search(_REARRANGED.sub(" ", before)) is None and _NOT_LEFT_AFTER.search(after) is None
    return "reached" if is_plain else None


def _last_mark(before: str, written: str) -> Role | None:
    """The role that the nearest word gives; a denial is not undone by a later "được", a plan is by a later "đã".

    `written` is `before` with its tones, empty where the writer uses none: "dữ liệu" holds no "dư".
    """
    if _AT_LAST.search(before) and not _DENIED.search(before):
        return "reached"
    role: Role | None = None
    for match in _MARKS.finditer(before):
        if written and not _has_its_tones(written[match.start() : match.end()]):
            continue
        found = _LISTS[int(str(match.lastgroup)[1:])][0]
        if found == "reached" and role == "planned" and _DENIED.search(before[: match.start()]):
            continue
        role = found
    return role


@lru_cache(maxsize=2048)
def _has_its_tones(written: str) -> bool:
    """Whether what was found stands for a word of the lists and not for one that only looks like it without its tones.

    Looked at for words of one syllable, and for those whose likeness is known.
    """
    meant = _SYLLABLES.get(plain_of(written))
    return meant is None or not written.strip() or any(same_tones(written.lower(), word) for word in meant)


def _is_each(before: str) -> bool:
    """ "mỗi lớp 60 người": a number for each and not for all; without tones "mỗi" and "mới" look alike."""
    lowered = before.lower()
    return "mỗi" in lowered or _EACH_BEFORE.search(lowered) is not None


def _is_under_way(before: str, after: str) -> bool:
    """ "đang giải quyết 4 vụ", "4 vụ đang giải quyết"; "đang duy trì 8 tổ" keeps up what there is."""
    found = _UNDER_WAY.search(before)
    if found is not None and not _RESULT.search(found["rest"]) and not _RESULT.search(found["act"]):
        return _KEPT_UP.match(found["act"]) is None
    later = _UNDER_WAY_AFTER.match(after)
    return later is not None and _KEPT_UP.match(later["act"]) is None
