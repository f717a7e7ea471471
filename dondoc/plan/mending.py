"""Broken YAML made readable for the rest of the check, so that one run names the faults behind it too.

What is mended here is never adopted: the fault that called for it is reported, and the lines touched are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dondoc.plan.tree import Knot

_KEY = re.compile(r"(\s*(?:- +)*[\w-]+:) +(.*)$")
_KEY_WITHOUT_SPACE = re.compile(r"(\s*(?:- +)*[a-z_]+):(\S.*)$")
_KEY_WITHOUT_COLON = re.compile(r"(\s*(?:- +)*[a-z_]+) +(\S.*)$")
_ITEM_WITHOUT_SPACE = re.compile(r"(\s*)-(\S.*)$")
_VALUE_IN_FLOW = re.compile(r"[^,\]}]*")
_CLOSING = {"[": "]", "{": "}"}


def mended(text: str, knot: Knot) -> str | None:
    """`text` with the line of the fault made readable and as many lines as before; None where nothing helps."""
    lines = text.split("\n")
    index = knot.place.line - 1
    if knot.code == "K005":
        return "\n".join(lines[:index])
    mend = _MENDERS.get(knot.code)
    if mend is None or index >= len(lines):
        return None
    lines[index] = mend(lines, index, knot.place.column - 1)
    changed = "\n".join(lines)
    return changed if changed != text else None


def _close_quote(lines: list[str], index: int, column: int) -> str:
    return lines[index].rstrip() + lines[index][column]


def _space_for_tab(lines: list[str], index: int, _column: int) -> str:
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
    starts = [line.rfind(mark, 0, column) + 1 for mark in "{[,"]
    start = max(starts)
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
    for pattern, written in (
        (_KEY_WITHOUT_SPACE, r"\1: \2"),
        (_ITEM_WITHOUT_SPACE, r"\1- \2"),
        (_KEY_WITHOUT_COLON, r"\1: \2"),
    ):
        if pattern.match(line):
            return pattern.sub(written, line)
    return ""


def _ordinary_space(lines: list[str], index: int, column: int) -> str:
    line = lines[index]
    return line[:column] + " " + line[column + 1 :]


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
}
