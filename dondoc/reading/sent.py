"""What we wrote, prepared for comparison: a line of ours that comes back is never an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.reading.folded import clean, plain_of

_NOT_WORD = re.compile(r"[^a-z0-9%]+")
_BLANK_VALUE = re.compile(r"[\s.…_·:-]*$")
_LABEL = re.compile(r"^(.{2,200}?):([^:]*)$")
_ANSWER = re.compile(r"(?:nv|nhiem vu)\s?\d.*(?:hoan thanh|thuc hien|phat sinh|trien khai|xong|%)")
"""An answer in the very words of our example is the writer's, unless it is a whole line of ours."""
MIN_RUN_WORDS = 8
MIN_RUN_LINES = 3
MAX_LABEL_WORDS = 6


def key_of(text: str) -> str:
    """Words of a line, whatever the marks, tones and spaces between."""
    return _NOT_WORD.sub(" ", plain_of(clean(text))).strip()


@dataclass(frozen=True, slots=True)
class SentText:
    """Our earlier mails to the writer: whole lines, labels to be filled in, and all words in one string."""

    lines: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)

    def has(self, text: str) -> bool:
        """Whether the line is one of ours, or a piece of one that was wrapped on its way."""
        key = key_of(text)
        if not key or key in self.lines:
            return bool(key)
        return key.count(" ") >= 3 and _ANSWER.match(key) is None and f" {key} " in self.words

    def is_run(self, texts: Sequence[str]) -> bool:
        """Whether consecutive lines of ours are too many to have been typed again by chance."""
        return len(texts) >= MIN_RUN_LINES or sum(len(key_of(text).split()) for text in texts) >= MIN_RUN_WORDS

    def is_filled(self, text: str) -> bool:
        """Whether the line is one of ours whose value somebody filled in or replaced."""
        if self.has(text):
            return False
        label = _LABEL.match(clean(text))
        return label is not None and not _BLANK_VALUE.match(label.group(2)) and key_of(label.group(1)) in self.labels

    def is_foreign(self, text: str) -> bool:
        """Whether the line was surely not ours: few of its word pairs are."""
        words = key_of(text).split()
        pairs = [f" {first} {second} " for first, second in pairwise(words)]
        return bool(words) and sum(pair in self.words for pair in pairs) * 2 <= len(pairs)


def sent_text(texts: Iterable[str]) -> SentText:
    """Prepare the texts of mails we sent."""
    lines: set[str] = set()
    labels: set[str] = set()
    words: list[str] = []
    for text in texts:
        for raw in clean(text).split("\n"):
            key = key_of(raw)
            words.append(key)
            lines.add(key)
            label = _LABEL.match(raw.strip())
            if label is not None and (
                _BLANK_VALUE.match(label.group(2)) or len(label.group(1).split()) <= MAX_LABEL_WORDS
            ):
                labels.add(key_of(label.group(1)))
    lines.discard("")
    return SentText(frozenset(lines), frozenset(labels), f" {' '.join(filter(None, words))} " if lines else "")
