"""Broken YAML made readable for the rest of the check, so that one run names the faults behind it too.

What is mended here is never adopted: the fault that called for it is reported, and the lines touched are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dondoc.plan.tree import Knot

_KEY = re.compile(r"(\s*(?:- +)*[\w-]+:) +(.*)$")
_KEY_WITHOUT_SPACE = re.compile(r"(\s*(?:- +)*[a-z_]+):(\S.*)$")
_BARE_KEY = re.compile(r"(\s*(?:- +)*[\w-]+)\s*$")
_KEY_WITHOUT_COLON = re.compile(r"(\s*(?:- +)*[a-z_]+) +(\S.*)$")
_ITEM_WITHOUT_SPACE = re.compile(r"(\s*)-(\S.*)$")
_SEVERAL_WORDS = re.compile(r"[^\s:=\[\]{}\"'-]+( [^\s:=\[\]{}\"']+){2,}")
_TOP_KEY = re.compile(r"[^\s#-][^:]*:")
_VALUE_IN_FLOW = re.compile(r"[^,\]}]*")
_CLOSING = {"[": "]", "{": "}"}


def mended(text: str, knot: Knot) -> str | None:
    """`text` with the line of the fault made readable and as many lines as before; None where nothing helps."""
    lines = text.split("\n")
    index = knot.place.line - 1
    if knot.code == "K005":
        return _one_document(lines, index)
    mend = _MENDERS.get(knot.code)
    if mend is None or index >= len(lines):
        return None
    lines[index] = mend(lines, index, knot.place.column - 1)
    changed = "\n".join(lines)
    return changed if changed != text else None


def _one_document(lines: list[str], index: int) -> str:
    """Both parts as one where the second goes on with other keys, else the first alone."""
    first, second = (
        {line.split(":")[0] for line in part if _TOP_KEY.match(line)} for part in (lines[:index], lines[index:])
    )
    lines[index] = ""
    return "\n".join(lines if not first & second else lines[:index])


def _close_quote(lines: list[str], index: int, column: int) -> str:
    return lines[index].rstrip() + lines[index][column]


def _space_for_tab(lines: list[str], index: int, _column: int) -> str:
    """Spaces for the tabs of the whole run of lines: each tab is one level; a single line goes with its neighbours."""
    after = index + 1
    while after < len(lines) and "\t" in lines[after][: len(lines[after]) - len(lines[after].lstrip())]:
        body = lines[after].lstrip()
        lines[after] = "  " * lines[after][: -len(body) or None].count("\t") + body
        after += 1
    if after > index + 1:
        body = lines[index].lstrip()
        return "  " * lines[index][: -len(body) or None].count("\t") + body
    body = lines[index].lstrip(" \t")
    return _indented_like_neighbours(lines, index, body)


def _indent_again(lines: list[str], index: int, _column: int) -> str:
    return _indented_like_neighbours(lines, index, lines[index].lstrip())


def _indented_like_neighbours(lines: list[str], index: int, body: str) -> str:
    """As deep as the line before; deeper below a bare key; a list item as deep as the item before."""
    before = next((line for line in reversed(lines[:index]) if line.strip() and not line.lstrip().startswith("#")), "")
    indent = len(before) - len(before.lstrip(" "))
    return " " * (indent + 2 * before.rstrip().endswith(":")) + body


def _quote_value(lines: list[str], index: int, column: int) -> str:
    """The value that holds the colon in quotation marks: the rest of the line, or its part between commas in { }."""
    line = lines[index]
    is_flow = any(mark in line[:column] for mark in "{[")
    start = max(line.rfind(mark, 0, column) + 1 for mark in "{[,") if is_flow else 0
    match = _VALUE_IN_FLOW.match(line, column) if start else None
    end = match.end() if match else len(line)
    key = _KEY.match(line[start:end])
    if key is None:
        return ""
    value = key[2].strip().replace("'", "''")
    return f"{line[:start]}{key[1]} '{value}'{line[end:]}"


def _quote_from(lines: list[str], index: int, column: int) -> str:
    """The value at `column` in quotation marks, up to the next comma or bracket where it stands in one."""
    line = lines[index]
    is_flow = any(bracket in line[:column] for bracket in "[{")
    match = _VALUE_IN_FLOW.match(line, column) if is_flow else None
    end = match.end() if match else len(line)
    value = line[column:end].strip().replace("'", "''")
    return f"{line[:column]}'{value}'{line[end:]}"


def _close_brackets(lines: list[str], index: int, _column: int) -> str:
    """Every bracket closed in its turn: before one that closes another, or at the end of the line."""
    waiting: list[str] = []
    written: list[str] = []
    for char in lines[index].rstrip().rstrip(","):
        if char in _CLOSING:
            waiting.append(_CLOSING[char])
        elif char in _CLOSING.values():
            while char in waiting and waiting[-1] != char:
                written.append(waiting.pop())
            if not waiting:
                continue
            waiting.pop()
        written.append(char)
    return "".join((*written, *reversed(waiting)))


def _space_or_colon(lines: list[str], index: int, _column: int) -> str:
    line = lines[index]
    if (bare := _BARE_KEY.match(line)) and _indent_after(lines, index) > len(line) - len(line.lstrip()):
        return f"{bare[1]}:"
    for pattern, written in (
        (_KEY_WITHOUT_SPACE, r"\1: \2"),
        (_ITEM_WITHOUT_SPACE, r"\1- \2"),
        (_KEY_WITHOUT_COLON, r"\1: \2"),
    ):
        if pattern.match(line) and not (pattern is _KEY_WITHOUT_COLON and is_continuation(lines, index)):
            return pattern.sub(written, line)
    return ""


def is_continuation(lines: list[str], index: int) -> bool:
    """Whether a line of several words goes on with the text of the key before, but is indented too little for that."""
    before = next((line for line in reversed(lines[:index]) if line.strip()), "")
    indent = len(lines[index]) - len(lines[index].lstrip())
    is_below = indent <= len(before) - len(before.lstrip())
    return is_below and bool(_KEY.match(before)) and bool(_SEVERAL_WORDS.fullmatch(lines[index].strip()))


def _indent_after(lines: list[str], index: int) -> int:
    """How deep the next line that holds anything is indented; -1 where there is none."""
    after = (line for line in lines[index + 1 :] if line.strip() and not line.lstrip().startswith("#"))
    return next((len(line) - len(line.lstrip(" ")) for line in after), -1)


def _without_hyphens(lines: list[str], index: int, column: int) -> str:
    """The entry without the hyphen before its key, like its neighbours."""
    return lines[index][:column] + lines[index][column + 1 :].lstrip()


def _ordinary_colon(lines: list[str], index: int, column: int) -> str:
    line = lines[index]
    return f"{line[:column].rstrip()}: {line[column + 1 :].lstrip()}".rstrip()


def _ordinary_space(lines: list[str], index: int, column: int) -> str:
    line = lines[index]
    return line[:column] + " " + line[column + 1 :]


def _quote_whole(lines: list[str], index: int, column: int) -> str:
    """The value from `column` on without any quotation mark of its own."""
    return lines[index][:column] + "'" + re.sub("[\"']", "", lines[index][column:]) + "'"


def _without_conflict(lines: list[str], index: int, _column: int) -> str:
    """The first of the two versions: the other's lines become empty."""
    is_second = False
    for number, line in enumerate(lines[index + 1 :], index + 1):
        is_end = line.startswith(">>>>>>>")
        is_second = is_second or line.startswith("=======")
        lines[number] = "" if is_second else line
        if is_end:
            break
    return ""


def _without_backslashes(lines: list[str], index: int, _column: int) -> str:
    return lines[index].replace("\\", "/")


def _without_char(lines: list[str], index: int, column: int) -> str:
    return lines[index][:column] + lines[index][column + 1 :]


_MENDERS: dict[str, Callable[[list[str], int, int], str]] = {
    "K003": _without_char,
    "K010": _close_quote,
    "K011": _space_for_tab,
    "K012": _quote_value,
    "K013": _close_brackets,
    "K014": _indent_again,
    "K015": _quote_from,
    "K016": _quote_from,
    "K017": _without_backslashes,
    "K018": _quote_from,
    "K024": _space_or_colon,
    "K025": _ordinary_space,
    "K026": _ordinary_colon,
    "K027": _without_hyphens,
    "K028": _without_char,
    "K029": _quote_whole,
    "K030": _without_conflict,
}
