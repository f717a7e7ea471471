"""Texts as plan.yaml writes them: bare where that is safe, in quotation marks everywhere else; comments on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from dondoc.text import squeeze

LOOK = "CẦN XEM LẠI"
_BARE = re.compile(r"[^\W_][^\x00-\x1f\x7f\x85\u2028\u2029\ufeff]*")
_NOT_BARE = re.compile(r":(?:\s|$)|\s#|[{}\[\],]|^null$", re.IGNORECASE)
_NOT_BARE_IN_LINE = re.compile(r":(?:\s|$)|\s#|[\s:]$")
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text on one line, without what YAML refuses."""
    return squeeze(_UNPRINTABLE.sub("", text))


def inline(text: str) -> str:
    """A text within { } or [ ]."""
    text = printable(text)
    is_bare = bool(_BARE.fullmatch(text)) and not _NOT_BARE.search(text)
    return text if is_bare else json.dumps(text, ensure_ascii=False)


def alone(text: str) -> str:
    """A text on a line of its own behind a key."""
    text = printable(text)
    is_bare = bool(_BARE.fullmatch(text)) and not _NOT_BARE_IN_LINE.search(text)
    return text if is_bare and not re.fullmatch(r"[\d.,:/-]+|~|null", text) else json.dumps(text, ensure_ascii=False)


def comment(text: str, indent: str = "") -> str:
    """A comment line."""
    return f"{indent}# {printable(text)}"


def look(text: str, indent: str = "") -> str:
    """A comment on what a person has to look at."""
    return comment(f"{LOOK}: {text}", indent)


def ids(names: Iterable[str]) -> str:
    """A list of ids on one line."""
    return f"[{', '.join(names)}]"
