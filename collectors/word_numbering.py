"""The numbers that Word draws in front of paragraphs and does not keep as text, such as those of a column "TT"."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BULLET = "-"

_Level = tuple[str, str, int]  # format, text such as "%1.%2.", first number


class Numbering:
    """Counts each list of a document as its paragraphs go by, in reading order."""

    def __init__(self, word: Any) -> None:  # Any: python-docx has no usable types
        root = _numbering_of(word)
        found = root.findall(qn("w:abstractNum")) if root is not None else ()
        abstracts = {each.get(qn("w:abstractNumId")): each for each in found}
        self._levels: dict[str, list[_Level]] = {}
        self._list_of: dict[str, str] = {}
        for number in root.findall(qn("w:num")) if root is not None else ():
            link = number.find(qn("w:abstractNumId"))
            key = link.get(qn("w:val")) if link is not None else None
            name = number.get(qn("w:numId"))
            if key in abstracts and key is not None and name is not None:
                self._levels[name] = [_level(each) for each in abstracts[key].findall(qn("w:lvl"))]
                has_own_start = number.find(qn("w:lvlOverride")) is not None
                self._list_of[name] = f"own {name}" if has_own_start else key
        self._styles = dict(_styles_with_numbers(word))
        self._counts: dict[str, list[int]] = {}

    def mark_of(self, paragraph: Any) -> str:
        """The mark of the next paragraph, empty where it has none."""
        place = _place_of(paragraph.find(qn("w:pPr")))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if place is None and style is not None:
            place = self._styles.get(style.get(qn("w:val")))
        if place is None or place[0] not in self._levels or place[1] >= len(self._levels[place[0]]):
            return ""
        return self._next(*place)

    def _next(self, name: str, level: int) -> str:
        levels = self._levels[name]
        counts = self._counts.setdefault(self._list_of[name], [first - 1 for _, _, first in levels])
        counts[level] += 1
        for lower in range(level + 1, min(len(levels), len(counts))):
            counts[lower] = levels[lower][2] - 1
        form, text, _ = levels[level]
        if form == "bullet":
            return _BULLET
        if form == "none":
            return ""
        return re.sub(r"%([1-9])", lambda found: self._written(levels, counts, int(found[1]) - 1), text)

    def _written(self, levels: list[_Level], counts: list[int], level: int) -> str:
        if level >= len(levels) or level >= len(counts):
            return ""
        return _in_form(max(counts[level], levels[level][2]), levels[level][0])


def _numbering_of(word: Any) -> Any:
    for relation in word.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _level(element: Any) -> _Level:
    form, text, start = (element.find(qn(name)) for name in ("w:numFmt", "w:lvlText", "w:start"))
    first = start.get(qn("w:val"), "1") if start is not None else "1"
    return (
        form.get(qn("w:val"), "decimal") if form is not None else "decimal",
        (text.get(qn("w:val")) or "") if text is not None else "",
        int(first) if first.isdigit() else 1,
    )


def _place_of(properties: Any) -> tuple[str, int] | None:
    """List and level of a paragraph or a style; list 0 means none."""
    found = properties.find(qn("w:numPr")) if properties is not None else None
    if found is None:
        return None
    number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    name = number.get(qn("w:val"), "") if number is not None else ""
    depth = level.get(qn("w:val"), "0") if level is not None else "0"
    return (name, int(depth) if depth.isdigit() else 0)


def _styles_with_numbers(word: Any) -> list[tuple[str, tuple[str, int]]]:
    found = []
    for style in word.styles.element.findall(qn("w:style")):
        place = _place_of(style.find(qn("w:pPr")))
        if place is not None:
            found.append((style.get(qn("w:styleId")), place))
    return found


def _in_form(number: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letter = _LETTERS[(number - 1) % len(_LETTERS)]
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            return _roman(number).upper() if form == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value and len(written) < 20:
            written, number = written + sign, number - value
    return written
