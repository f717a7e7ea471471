"""What YAML's parser says, as a fault in an officer's words: where to look, not where the parser gave up."""

from __future__ import annotations

import re

import yaml

from dondoc.plan.faults import Place
from dondoc.plan.mending import is_continuation
from dondoc.plan.tree import Knot, TreeBuilder, place_of_mark

ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"


def explained(error: yaml.MarkedYAMLError, builder: TreeBuilder, text: str) -> Knot:
    """The fault behind a parser's error: where the officer must look, not where the parser gave up."""
    place = place_of_mark(error.problem_mark) or Place(1, 1)
    context = place_of_mark(error.context_mark) or place
    words = f"{error.context or ''} | {error.problem or ''}"
    if "quoted scalar" in words and "end of stream" in words:
        return Knot(context, "K010", {})
    if opened := _swallowing_quote(builder, place):
        return Knot(opened, "K010", {})
    lines = [*text.split("\n"), ""]
    if quoted := _quoted_before(builder, place):
        is_braces = _BRACES_WITHOUT_COLON.match(lines[quoted.line - 1])
        return _refined(_at_start_of(lines, quoted.line - 1, "K024"), lines) if is_braces else Knot(quoted, "K029", {})
    for pattern, code, at_context in _EXPLANATIONS:
        if re.search(pattern, words):
            if code == "K013" and place.line == context.line and _char_at(lines, place) == ":":
                return Knot(place, "K012", {})
            if code == "K027" and not _is_list_of_keys(lines, context, place):
                return _refined(Knot(place, "K014", {}), lines)
            return _refined(Knot(context if at_context else place, code, {}), lines)
    return Knot(place, "K023", {"words": words.strip(" |")})


def _char_at(lines: list[str], place: Place) -> str:
    return lines[place.line - 1][place.column - 1 : place.column]


# What libyaml says, which fault it is, and whether to look where the construct began rather than where reading stopped.
_EXPLANATIONS = (
    ("while scanning an alias|while scanning an anchor", "K015", True),
    ("block scalar", "K015", True),
    ("found a tab character", "K011", False),
    ("escape character|escape sequence|hexdecimal", "K017", False),
    ("mapping values are not allowed", "K012", False),
    ("parsing a flow", "K013", True),
    ("cannot start any token", "K015", False),
    ("block sequence entries are not allowed", "K012", False),
    ("could not find expected ':'", "K024", True),
    ("did not find expected '-' indicator", "K027", True),
    ("did not find expected key", "K014", False),
    ("undefined tag handle|tag", "K018", True),
)


def _refined(knot: Knot, lines: list[str]) -> Knot:
    """The fault more exactly: a tab or an odd space where nothing may start, a character named, a colon misplaced."""
    line = lines[knot.place.line - 1]
    at_bracket = _at_bracket(knot, lines) if knot.code == "K014" else None
    if odd := at_bracket or _odd_character(lines, knot.place.line - 1):
        return odd
    char = _char_at(lines, knot.place)
    if knot.code in {"K014", "K015"} and (char == "\t" or line[: knot.place.column].strip(" ").startswith("\t")):
        return Knot(knot.place, "K011", {})
    if knot.code == "K012":
        knot = _misplaced_colon(lines, knot)
    if knot.code == "K024" and is_continuation(lines, knot.place.line - 1):
        return Knot(knot.place, "K014", {})
    values: dict[str, dict[str, str | int]] = {
        "K015": {"char": char or "?"},
        "K018": {"tag": line[knot.place.column - 1 :].split(" ")[0]},
    }
    return Knot(knot.place, knot.code, values.get(knot.code, knot.values))


def _at_bracket(knot: Knot, lines: list[str]) -> Knot | None:
    """A bracket that closes nothing, or a text that only begins with one: ``[Dự thảo] Sơ kết``."""
    line = lines[knot.place.line - 1]
    if opened := _TEXT_BEHIND_BRACKET.match(line, 0, knot.place.column):
        return Knot(Place(knot.place.line, opened.end("key") + 1), "K015", {"char": opened["bracket"]})
    char = _char_at(lines, knot.place)
    return Knot(knot.place, "K028", {"char": char}) if char in {"]", "}"} else None


def _is_list_of_keys(lines: list[str], start: Place, end: Place) -> bool:
    """Whether the list that begins at `start` begins with ``- 1:`` and breaks off at a key in the same column."""
    opens = re.match(r"-\s+[^\s:]+:", lines[start.line - 1][start.column - 1 :])
    return opens is not None and end.column == start.column and bool(_KEY_OR_ITEM.match(lines[end.line - 1]))


def _misplaced_colon(lines: list[str], knot: Knot) -> Knot:
    """A colon within a text, a line indented wrongly, or a line before without its own colon that ran on into this."""
    index = knot.place.line - 1
    line, before = lines[index], _line_before(lines, index)
    if not re.fullmatch(r"\s*[^\s:#][^:]*", line[: knot.place.column - 1]):
        return knot
    if before is None:
        return _at_start_of(lines, index, "K014")
    if _indent(lines[before]) < _indent(line) and not _is_without_colon(lines[before]):
        return _at_start_of(lines, before if _is_indented_too_little(lines, before) else index, "K014")
    if _ITEM.match(line) and _ITEM.match(lines[before]) and _indent(lines[before]) < _indent(line):
        return _at_start_of(lines, index, "K014")
    shifted = _item_out_of_line(lines, before)
    if shifted is not None:
        return _at_start_of(lines, shifted, "K014")
    return _at_start_of(lines, _first_that_runs_on(lines, before), "K024")


def _at_start_of(lines: list[str], index: int, code: str) -> Knot:
    return Knot(Place(index + 1, _indent(lines[index]) + 1), code, {})


_TEXT_BEHIND_BRACKET = re.compile(r"(?P<key>\s*(?:- +)*[\w-]+: +)(?P<bracket>[\[{])[^\[\]{}]*[\]}] *[^\s\]},#]$")
_BRACES_WITHOUT_COLON = re.compile(r"\s*(- +)?[\w-]+(?!: )\W? ?\{")
_ITEM = re.compile(r"\s*-\s")
_KEY_OR_ITEM = re.compile(r"\s*(-\s+\S|(-\s+)*[^\s:]+:(\s|$))")


def _is_without_colon(line: str) -> bool:
    return re.fullmatch(r"\s*(-\s+)*[\w-]+\s*", line) is not None


def _is_indented_too_little(lines: list[str], index: int) -> bool:
    """Whether `key: value` stands beside a heading such as ``3:`` that it belongs below."""
    heading = _line_before(lines, index)
    return (
        heading is not None
        and lines[heading].rstrip().endswith(":")
        and _indent(lines[heading]) == _indent(lines[index])
        and re.match(r"\s*[^\s:]+:\s+\S", lines[index]) is not None
    )


def _first_that_runs_on(lines: list[str], before: int) -> int:
    """The line that reads as no key and no item, seen from `before` upwards past the items below it."""
    index: int | None = before
    while index is not None and _ITEM.match(lines[index]):
        index = _line_before(lines, index)
    is_culprit = index is not None and not _KEY_OR_ITEM.match(lines[index])
    return index if is_culprit and index is not None else before


def _item_out_of_line(lines: list[str], before: int) -> int | None:
    """The list item, seen from `before` upwards, that stands further left than those below it."""
    index, indent = before, _indent(lines[before])
    while _ITEM.match(lines[index]):
        if _indent(lines[index]) < indent:
            return index
        above = _line_before(lines, index)
        if above is None:
            break
        index = above
    return None


def _odd_character(lines: list[str], index: int) -> Knot | None:
    """A space or colon of another kind in the indentation or after a key, in the line at fault or the one before."""
    for each in (index, _line_before(lines, index)):
        for pattern, code in ((_ODD_SPACE, "K025"), (_ODD_COLON, "K026")):
            match = pattern.match(lines[each]) if each is not None else None
            if match and each is not None:
                return Knot(Place(each + 1, match.end()), code, {"char": f"U+{ord(match[1]):04X}"})
    return None


_ODD_SPACE = re.compile(rf" *(?:-? *[a-z_0-9-]+:)?([{ODD_SPACES}])")
_ODD_COLON = re.compile(r" *(?:- *)?[a-z_0-9-]+ *([\uff1a\ufe55\ufe13\u2236\ua789\u02d0\u05c3])")


def _line_before(lines: list[str], index: int) -> int | None:
    """The last line before `index` that holds more than a comment."""
    filled = (
        each for each in range(index - 1, -1, -1) if lines[each].strip() and not lines[each].strip().startswith("#")
    )
    return next(filled, None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted_before(builder: TreeBuilder, place: Place) -> Place | None:
    """Where a quoted text begins that ends right before the error, on the same line."""
    last = builder.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
        return None
    start, end = place_of_mark(last.start_mark), place_of_mark(last.end_mark)
    is_adjacent = end is not None and end.line == place.line and 0 <= place.column - end.column <= 1
    return start if is_adjacent and start is not None and start.line == place.line else None


def _swallowing_quote(builder: TreeBuilder, place: Place) -> Place | None:
    """Where a quoted text opens that ran over several lines right up to the error: most likely its end is missing."""
    last = builder.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
        return None
    start, end = place_of_mark(last.start_mark), place_of_mark(last.end_mark)
    is_swallowing = start is not None and end is not None and start.line < end.line == place.line
    return start if is_swallowing else None
