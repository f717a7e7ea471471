"""Who is named in a cell such as "Các Sở, ban, ngành; Công an tỉnh và các cơ quan liên quan": the parts, in order.

A name may hold commas and "và" (Sở Văn hóa, Thể thao và Du lịch); a list may leave out what repeats (các Sở: Nội vụ,
Tài chính). What cannot be told apart with certainty is marked unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dondoc.drafting import lexicon
from dondoc.drafting.standard import DEPARTMENT_KEYS, longest_known
from dondoc.reading.folded import clean, plain_of
from dondoc.text import squeeze

Kind = Literal["agency", "group", "related"]
_SEPARATOR = re.compile(r"[\s,;.:+/•|-]+|(?:va|cung|cung voi|phoi hop voi|cung cac|gom|bao gom)(?=[\s:])")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_ELLIPTIC = re.compile(
    r"(?:cac )?so\s*:?\s+|(?:ubnd |uy ban nhan dan )?(?:cac )?(huyen|thi xa|thanh pho|quan|xa"
    r"|phuong|dac khu)\s*:?\s+"
)
_CUT = re.compile(r"[,;\n(:]|\.(?=\s|$)|\s+(?:va|cung)\s+")
_MAX_CELL = 4000
_PLACE_NAMES = {plain_of(unit): unit for unit in ("huyện", "thị xã", "thành phố", "quận", "xã", "phường", "đặc khu")}


@dataclass(frozen=True, slots=True)
class Named:
    """One part of a list: an agency by name, a group by its kind, or "related" ones that nobody can look up."""

    kind: Kind
    name: str
    groups: tuple[str, ...] = ()
    is_sure: bool = True


def names_in(text: str) -> tuple[Named, ...]:
    """Everybody that a cell names."""
    return tuple(_Scanner(squeeze(clean(text))[:_MAX_CELL]).scan())


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = plain_of(text)
        self._prefix = ""  # what a following bare name leaves out

    def scan(self) -> Iterator[Named]:
        """The parts in order."""
        place = 0
        while place < len(self._text):
            separator = _SEPARATOR.match(self._plain, place) or _BRACKET.match(self._plain, place)
            if separator:
                place = separator.end()
                continue
            found, end = self._group(place) or self._of_each(place) or self._agency(place)
            if found.name:
                yield found
            place = max(end, place + 1)

    def _group(self, place: int) -> tuple[Named, int] | None:
        kinds, end = _group_at(self._plain, place)
        if not kinds or self._is_list_of_names(place, end):
            return None
        area = lexicon.AREA.match(self._plain, end)
        end = area.end() if area and not self._goes_on_with_name(area.end()) else end
        related = lexicon.RELATED.match(self._plain, end)
        self._prefix = ""
        if related:
            return Named("related", self._text[place : related.end()], kinds), related.end()
        return Named("group", self._text[place:end], kinds), self._end_of_part(end)

    def _of_each(self, place: int) -> tuple[Named, int] | None:
        """What every district or commune has, as a group of its own."""
        found = lexicon.OF_EACH.match(self._plain, place)
        if found is None or self._is_list_of_names(place, found.end()) or not self._text[place].isupper():
            return None
        return Named("group", self._text[place : found.end()], is_sure=False), found.end()

    def _is_list_of_names(self, place: int, end: int) -> bool:
        """Whether names follow: "UBND các huyện Vạn Ninh, Diên Khánh" is no group."""
        rest = self._text[end:].lstrip()
        is_plain_list = self._plain[place:end].startswith(("ubnd", "uy ban", "cac so", "so", "cac "))
        return is_plain_list and (rest.startswith(":") or (rest[:1].isupper() and self._text[end : end + 1] == " "))

    def _goes_on_with_name(self, place: int) -> bool:
        return False if place >= len(self._text) else self._text[place].isalpha()

    def _end_of_part(self, place: int) -> int:
        """The end of what still belongs to a group's words: a place name, or words without a separator."""
        cut = _CUT.search(self._plain, place)
        return cut.start() if cut else len(self._text)

    def _agency(self, place: int) -> tuple[Named, int]:
        known = longest_known(self._text, place)
        elliptic = None if known else _ELLIPTIC.match(self._plain, place)
        if elliptic and self._names_follow(elliptic):
            unit = elliptic.group(1)
            self._prefix = f"UBND {_PLACE_NAMES[unit]} " if unit else "Sở "
            place = elliptic.end()
            known = longest_known(f"{self._prefix}{self._text[place:]}", 0, less=len(self._prefix))
            end = self._cut_after(place + (known or 0))
            return Named("agency", f"{self._prefix}{self._text[place:end].strip()}", is_sure=True), end
        end = self._cut_after(place + (known or 0))
        further = self._further_part(place, end) if known is None else None
        named, end = self._whole(place, further or end)
        return (replace(named, is_sure=False) if further and named.kind == "agency" else named), end

    def _further_part(self, place: int, end: int) -> int | None:
        """Where a name ends that goes on behind its comma, since no other begins there; None where it does not."""
        begins = end + len(self._text[end:]) - len(self._text[end:].lstrip(", "))
        if self._text[end : end + 1] != "," or self._begins_name(begins) or _group_at(self._plain, begins)[0]:
            return None
        is_office = lexicon.INNER_COMMA.match(self._plain, place) and self._text[begins : begins + 1].isupper()
        is_plural = self._plain.startswith("cac ", place) and self._text[begins : begins + 1].islower()
        return (
            self._cut_after(begins)
            if (is_office or is_plural) and not lexicon.RELATED.match(self._plain, begins)
            else None
        )

    def _names_follow(self, elliptic: re.Match[str]) -> bool:
        rest = self._text[elliptic.end() :]
        return rest[:1].isupper() and self._text[elliptic.start() : elliptic.end()].strip() != ""

    def _whole(self, place: int, end: int) -> tuple[Named, int]:
        name = self._text[place:end].strip(" .-")
        plain = plain_of(name)
        if not any(char.isalpha() for char in name):
            return Named("agency", ""), end
        if lexicon.HEADS.match(plain):
            self._prefix = "Sở " if plain.startswith("so ") else ""
            related = lexicon.RELATED.search(plain)
            if related and related.end() == len(plain):
                return Named("related", name), end
            if plain.startswith("cac "):
                return Named("group", name, (), is_sure=False), end
            is_sure = name[:1].isupper() and not lexicon.GENERIC.match(plain)
            return Named("agency", name, is_sure=is_sure), end
        if lexicon.RELATED.match(plain):
            return Named("related", name), end
        is_department = _stem(name) in DEPARTMENT_KEYS
        if is_department or self._prefix.startswith("UBND"):
            prefix = self._prefix if self._prefix.startswith("UBND") and not is_department else "Sở "
            return Named("agency", f"{prefix}{name}", is_sure=bool(self._prefix)), end
        return Named("agency", name, is_sure=False), end

    def _cut_after(self, place: int) -> int:
        """Where a name ends: at a sign, or at a "và" behind which another name begins."""
        for cut in _CUT.finditer(self._plain, place):
            sign = cut.group().strip()
            if sign not in {"va", "cung"} or self._begins_name(cut.end()):
                return cut.start()
        return len(self._text)

    def _begins_name(self, place: int) -> bool:
        if _stem(self._text[place:]) in DEPARTMENT_KEYS:
            return True
        if longest_known(self._text, place) or lexicon.PLACES.match(self._text, place):
            return True
        return bool(lexicon.HEADS.match(self._plain, place)) and (
            self._text[place].isupper() or self._plain.startswith(("cac ", "don vi", "co quan", "dia phuong"), place)
        )


def _stem(name: str) -> str:
    return plain_of(name).strip(" .")


def _group_at(plain: str, place: int) -> tuple[tuple[str, ...], int]:
    """The kinds of group that the words at `place` name, and where these words end."""
    found = lexicon.COMMITTEES.match(plain, place)
    if found:
        words = found.group()
        kinds = [lexicon.DISTRICTS] if lexicon.has_district(words) else []
        return (*kinds, *([lexicon.COMMUNES] if lexicon.has_commune(words) else [])), found.end()
    found = lexicon.DEPARTMENT_GROUP.match(plain, place)
    if found:
        kinds = [lexicon.OFFICES]
        if re.search(r"doan the", found.group()):
            kinds.append(lexicon.UNIONS)
        if "dia phuong" in found.group():
            kinds.append(lexicon.DISTRICTS)
        return tuple(kinds), found.end()
    for kind, _, pattern in lexicon.GROUPS:
        found = pattern.match(plain, place)
        if found:
            return (kind,), found.end()
    return (), place
