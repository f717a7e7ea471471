"""Text for people who read mail as text: lines wrapped under their own indent, and what an HTML part says in words."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from textwrap import wrap

_WIDTH = 76
_LEAD = re.compile(r"^ *(?:- |\* |\(\d+\) |\d+\. )?")
_TASK = re.compile(r"^NV\d+\. ")
_TASK_INDENT = 5
_EMPTY = re.compile(r"\n{3,}")
_HIDDEN = re.compile(r"<(head|style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/a|/?(?:p|div|td|tr|table|h\d|li))\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


def wrapped(text: str) -> str:
    """Each line at most 76 characters where its words allow, continued under its own text; one empty line at most."""
    lines = (_wrapped_line(line.rstrip()) for line in text.split("\n"))
    return _EMPTY.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


@lru_cache(maxsize=4096)  # the same tasks go to many agencies
def _wrapped_line(line: str) -> str:
    if len(line) <= _WIDTH:
        return line
    lead = _LEAD.match(line)
    indent = " " * (_TASK_INDENT if _TASK.match(line) else len(lead.group()) if lead else 0)
    for width in (_WIDTH, *range(_WIDTH - 2, _WIDTH - 16, -2)):
        pieces = wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        if " " in pieces[-1].strip():  # a word alone on its line is hard to tell from an answer when it is quoted
            break
    return "\n".join(pieces)


def words_of_html(html: str) -> list[str]:
    """The lines a reader of the HTML sees, without tags."""
    text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", html).replace("\n", " ")))
    lines = (re.sub(r"\s+", " ", line).strip() for line in unescape(text).split("\n"))
    return [line for line in lines if line]
