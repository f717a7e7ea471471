"""The plain text that a mail carries beside its HTML: whether both say the same of the tasks.

People see the HTML, and that is what is read. Where the other part says something else, nobody can tell what was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from dondoc.messages import say
from dondoc.reading.folded import clean, plain_of
from dondoc.reading.lines import Line
from dondoc.reading.outcome import Items
from dondoc.reply import ReplyItem

_WORD = re.compile(r"[^\W_]+|%")
_ADDRESS = re.compile(r"<[^>\s]+>|https?://\S+|\S+@\S+|\[[^\]\n]{0,80}\]")
_TELLING = frozenset(
    [
        "nv", "nhiem", "vu", "hoan", "thanh", "tat", "xong", "chua", "dang", "khong", "da", "dat", "trien", "khai",
        "thuc", "hien", "lam", "roi", "ok", "done", "completed", "not", "progress", "started", "%",
    ]
)  # fmt: skip
_SIGNS = (*"0123456789%", "xong", "done", "hoànth", "hoanth", "chưa", "chua", "đang", "dang", "không", "khong", "đạt")
"""Where all of these are as many in both, nothing that is recorded differs; most mails are told by them alone."""
LONGEST_AMOUNT = 4


def may_differ(lines: Sequence[Line], text: str) -> bool:
    """Whether words that tell a status, a task or a number stand in one part more often than in the other."""
    html = "\n".join(line.text for line in lines)
    one_run, other_run = ("".join(part.lower().split()).replace(">", "") for part in (html, text))
    if one_run == other_run or all(one_run.count(sign) == other_run.count(sign) for sign in _SIGNS):
        return False
    one, other = _words(html), _words(text)
    return any(_is_telling(word) for word in ((one - other) | (other - one)))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(clean(_ADDRESS.sub(" ", text)).lower()))


def _is_telling(word: str) -> bool:
    return plain_of(word) in _TELLING or (word.isdigit() and len(word) <= LONGEST_AMOUNT)


def doubt_differences(items: Items, other: Items) -> None:
    """Put to review each task of which the plain text (`other`) says something else, or which it alone answers."""
    doubted, doubted_there = _doubted(items), _doubted(other)
    for task in sorted({*items.certain, *other.certain}):
        here, there = items.certain.get(task), other.certain.get(task)
        if here is None and task in doubted:
            continue
        if here is not None and (_agree(here, there) if there is not None else task not in doubted_there):
            continue
        if here is not None:
            items.likely[task] = items.certain.pop(task)
        items.doubt(
            say("task {task}: the plain text of the mail says something else than its formatted text", task=task)
        )


def _doubted(items: Items) -> set[object]:
    return {message.values.get("task") for message in items.review}


def _agree(one: ReplyItem, other: ReplyItem) -> bool:
    """Whether two readings say the same; a figure or a percentage may be lost where a table was flattened."""
    is_same_share = one.percent == other.percent or None in {one.percent, other.percent}
    shared: Collection[str] = one.figures.keys() & other.figures.keys()
    return (
        one.status == other.status and is_same_share and all(one.figures[key] == other.figures[key] for key in shared)
    )
