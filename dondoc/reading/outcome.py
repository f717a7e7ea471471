"""The outcome for a mail's text: what is certain, what is only likely, and the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.messages import Message
from dondoc.reading.folded import Folded
from dondoc.reply import ReplyItem

MAX_NOTE = 600
_NOTE_HEAD = re.compile(
    r"^[\s,.:;()\-–]*(?:(?:đã hoàn thành|hoàn thành|đã xong|xong|đang thực hiện|đang triển khai|chưa thực hiện"
    r"|chưa triển khai)(?![\w]))?[\s,.:;\-–]*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Items:
    """The outcome for a mail's text; `by_whole_alone` are tasks of which only a sentence about all of them speaks.

    `said_of_the_only_one` is what a mail says that names no task, where only one was asked: its figures are in it.
    """

    certain: dict[int, ReplyItem] = field(default_factory=dict)
    likely: dict[int, ReplyItem] = field(default_factory=dict)
    review: list[Message] = field(default_factory=list)
    by_whole_alone: set[int] = field(default_factory=set)
    said_of_the_only_one: list[Folded] = field(default_factory=list)

    def doubt(self, message: Message) -> None:
        """Add a reason once."""
        if message not in self.review:
            self.review.append(message)


def joined(texts: Sequence[Folded]) -> Folded:
    """Pieces of text one below the other."""
    if len(texts) == 1:
        return texts[0]
    text = "\n".join(piece.text for piece in texts)
    return Folded(text, "\n".join(piece.plain for piece in texts), any(piece.is_toned for piece in texts))


def note_of(texts: Sequence[Folded]) -> str:
    """The words of an answer behind its status, as the report will quote them."""
    whole = " ".join(" ".join(text.text for text in texts).split())
    return _NOTE_HEAD.sub("", whole, count=1).strip(" ;,")[:MAX_NOTE]


def short(text: str) -> str:
    """A few words to find the place by."""
    line = " ".join(text.split()).strip(" ,;:")
    return line if len(line) <= 160 else f"{line[:157]}…"
