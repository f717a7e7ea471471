"""The last look before a reading is given out: a task that the text names by its number is never lost in silence, and
never confirmed by a sentence about all tasks alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dondoc.messages import say
from dondoc.reading.folded import folded, is_toned
from dondoc.reading.index import PlanIndex
from dondoc.reading.mentions import mentions_in
from dondoc.reading.outcome import Items, short
from dondoc.reading.verdict import MIXED, UNCLEAR

_BLANK = re.compile(r":[\s.…_]*\Z")
"""A line of our form that was left open."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where each task is named first."""

    lines: Mapping[int, str]


def named_in(text: str, index: PlanIndex) -> Named:
    """The tasks that a text names after a word for task (NV3, nhiệm vụ 3, lists and ranges of them)."""
    toned = is_toned(text)
    lines: dict[int, str] = {}
    for line in text.splitlines():
        mentions = mentions_in(folded(line, toned=toned))
        if not mentions or _BLANK.search(line) or index.is_title(line):
            continue
        for mention in mentions:
            for task in mention.tasks if not (mention.is_range or mention.is_ordinal) else ():
                lines.setdefault(task, line)
    return Named(lines)


def check_named(items: Items, named: Named, asked: Collection[int]) -> None:
    """Put to review what a sentence about all tasks said of a task named for itself, and what nothing was read of.

    "Ngoài NV4 và NV8 đang triển khai, các nhiệm vụ còn lại đã hoàn thành": whatever becomes of NV4 and NV8, they are
    not done because the rest is.
    """
    spoken_of = {message.values.get("task") for message in items.review}
    for task in sorted(set(asked) & set(named.lines)):
        words = short(named.lines[task])
        if task in items.by_whole_alone and task in items.certain:
            items.likely[task] = items.certain.pop(task)
            items.doubt(say(MIXED, task=task, words=words))
        elif task not in items.certain and task not in spoken_of:
            items.doubt(say(UNCLEAR, task=task, words=words))
