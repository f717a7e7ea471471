"""The text of plan.yaml into a tree, and what is wrong with its YAML in an officer's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from dondoc.plan.faults import Place
from dondoc.plan.mending import is_continuation, mended
from dondoc.plan.tree import Branch, Knot, TreeBuilder, UnreadableError, place_of_mark

DEFAULT_MAX_BYTES = 2_000_000
_MOST_MENDINGS = 30
_MOST_CHARS_READ = 3_000_000  # all attempts together: a big broken file is not read thirty times
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends for YAML 1.1 but for no editor: they arrive by pasting from Word or PDF, and would shift every line number.
_ODD_BREAKS = {"\x85": "\ue085", "\u2028": "\ue028", "\u2029": "\ue029"}
_HIDE_BREAKS = str.maketrans(_ODD_BREAKS)
_SHOW_BREAKS = str.maketrans({hidden: shown for shown, hidden in _ODD_BREAKS.items()})
_CONFLICT = re.compile(r"^<{7} .*\n(?=(?:.*\n)*?={7}\n)", re.MULTILINE)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read: the tree, the faults of the YAML in it, and the lines that had to be mended to read on."""

    root: Branch | None
    knots: tuple[Knot, ...]
    mended_lines: frozenset[int] = frozenset()


def read_text(text: str | bytes, max_bytes: int = DEFAULT_MAX_BYTES) -> Reading:
    """The tree of a file; where its YAML breaks, the fault is kept and the line mended, as far as that helps."""
    knots: list[Knot] = []
    try:
        current = decoded(text, max_bytes)
    except UnreadableError as error:
        return Reading(None, (error.knot,))
    for _ in range(max(2, min(_MOST_MENDINGS, _MOST_CHARS_READ // (len(current) + 1)))):
        try:
            root, more = read_tree(current)
        except UnreadableError as error:
            is_stuck = error.knot in knots
            knots.append(error.knot)
            repaired = None if is_stuck else mended(current, error.knot)
            if repaired is None:
                break
            current = repaired
        else:
            touched = frozenset(knot.place.line for knot in knots)
            later = (knot for knot in more if knot.place.line not in touched)
            return Reading(root, (*_one_a_line(knots), *later), touched)
    return Reading(None, _one_a_line(knots))


def _one_a_line(knots: list[Knot]) -> tuple[Knot, ...]:
    """The first fault of each line, since those after it may come of mending; of a run of shifted lines the first."""
    found = {knot.place.line: knot for knot in reversed(knots)}
    return tuple(knot for line, knot in found.items() if knot.code != "K014" or line - 1 not in found)


def read_tree(text: str) -> tuple[Branch, list[Knot]]:
    """The tree and the faults that did not stop the reading; raises UnreadableError for the one that did."""
    if conflict := _CONFLICT.search(text):
        raise UnreadableError(Knot(_place_at(text, conflict.start()), "K030", {}))
    if odd := _FORBIDDEN.search(text):
        raise UnreadableError(Knot(_place_at(text, odd.start()), "K003", {"char": f"U+{ord(odd[0]):04X}"}))
    builder = TreeBuilder(_events(text))
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_explained(error, builder, text)) from error
    if root is None or root.value is None:
        raise UnreadableError(Knot(Place(1, 1), "K001", {}))
    return root, builder.knots


def _events(text: str) -> Iterator[yaml.Event]:
    has_odd_breaks = any(odd in text for odd in _ODD_BREAKS)
    for event in yaml.parse(text.translate(_HIDE_BREAKS) if has_odd_breaks else text, Loader=_Loader):
        if has_odd_breaks and isinstance(event, yaml.ScalarEvent):
            event.value = event.value.translate(_SHOW_BREAKS)
        yield event


def decoded(text: str | bytes, max_bytes: int) -> str:
    """The text with plain line ends and no byte-order mark; raises UnreadableError where it is not UTF-8 or too big."""
    if len(text) > max_bytes:
        raise UnreadableError(Knot(Place(1, 1), "K004", {"size": len(text), "limit": max_bytes}))
    if isinstance(text, bytes):
        text = _from_utf8(text)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _from_utf8(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:4]:
        raise UnreadableError(Knot(Place(1, 1), "K002", {}))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8")
        raise UnreadableError(Knot(_place_at(readable, len(readable)), "K007", {})) from error


def _place_at(text: str, index: int) -> Place:
    before = text[:index]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _explained(error: yaml.MarkedYAMLError, builder: TreeBuilder, text: str) -> Knot:
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
    if knot.code == "K014" and _char_at(lines, knot.place) in {"]", "}"}:
        return Knot(knot.place, "K028", {"char": _char_at(lines, knot.place)})
    if odd := _odd_character(lines, knot.place.line - 1):
        return odd
    char = line[knot.place.column - 1 : knot.place.column]
    if knot.code in {"K014", "K015"} and (char == "\t" or line[: knot.place.column].strip(" ").startswith("\t")):
        return Knot(knot.place, "K011", {})
    if knot.code == "K012":
        knot = _misplaced_colon(lines, knot)
    if knot.code == "K024" and is_continuation(lines, knot.place.line - 1):
        return Knot(knot.place, "K014", {})
    if knot.code == "K015":
        return Knot(knot.place, "K015", {"char": char or "?"})
    if knot.code == "K018":
        return Knot(knot.place, "K018", {"tag": line[knot.place.column - 1 :].split(" ")[0]})
    return knot


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
    shifted = _item_out_of_line(lines, before)
    if shifted is not None:
        return _at_start_of(lines, shifted, "K014")
    return _at_start_of(lines, _first_that_runs_on(lines, before), "K024")


def _at_start_of(lines: list[str], index: int, code: str) -> Knot:
    return Knot(Place(index + 1, _indent(lines[index]) + 1), code, {})


_BRACES_WITHOUT_COLON = re.compile(r"\s*(- +)?[\w-]+(?!: )\W? ?\{")
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
    while index is not None and re.match(r"\s*-\s", lines[index]):
        index = _line_before(lines, index)
    is_culprit = index is not None and not _KEY_OR_ITEM.match(lines[index])
    return index if is_culprit and index is not None else before


def _item_out_of_line(lines: list[str], before: int) -> int | None:
    """The list item, seen from `before` upwards, that stands further left than those below it."""
    index, indent = before, _indent(lines[before])
    while re.match(r"\s*-\s", lines[index]):
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


_ODD_SPACE = re.compile(r" *(?:-? *[a-z_0-9-]+:)?([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
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
