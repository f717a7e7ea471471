"""What we wrote, prepared for comparison: words of ours that come back are never an answer, however wrapped."""

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
MAX_INSERTED_WORDS = 8


def key_of(text: str) -> str:
    """Words of a line, whatever the marks, tones and spaces between."""
    return _NOT_WORD.sub(" ", plain_of(clean(text))).strip()


@dataclass(frozen=True, slots=True)
class SentText:
    """Our earlier mails to the writer: whole lines, labels to be filled in, all words, and which two follow."""

    lines: frozenset[str]
    labels: frozenset[str]
    words: str
    pairs: frozenset[tuple[str, str]]

    def __bool__(self) -> bool:
        return bool(self.words)

    def has(self, text: str) -> bool:
        """Whether the line is one of ours, or a piece of one that was wrapped on its way."""
        key = key_of(text)
        if not key or key in self.lines:
            return bool(key)
        return key.count(" ") >= 3 and _ANSWER.match(key) is None and f" {key} " in self.words

    def are_ours(self, texts: Sequence[str]) -> list[bool]:
        """For each of consecutive lines whether it is ours, also as a word or two that fell off a line of ours."""
        keys = [key_of(text).split() for text in texts]
        ours = [self.has(text) for text in texts]
        return [is_ours or self._is_scrap(keys, index) for index, is_ours in enumerate(ours)]

    def _is_scrap(self, keys: Sequence[list[str]], index: int) -> bool:
        """Whether a line's words follow each other as in ours, and so do those across its ends."""
        words = keys[index]
        if not words or _ANSWER.match(" ".join(words)) or not all(pair in self.pairs for pair in pairwise(words)):
            return False
        before, after = _last_before(keys, index), _first_behind(keys, index)
        joins = ((before, words[0]) in self.pairs) + ((words[-1], after) in self.pairs)
        return joins == 2 or (joins == 1 and len(words) > 1)

    def typed_inside(self, texts: Sequence[str]) -> list[int] | None:
        """Which lines of our quoted mail somebody typed or filled in; None where the mail is not ours."""
        ours = self.are_ours(texts)
        known = [index for index, is_ours in enumerate(ours) if is_ours]
        if not known or len(known) * 2 < len(texts):
            return None
        keys = [key_of(text).split() for text in texts]
        return [
            index
            for index, text in enumerate(texts)
            if not ours[index]
            and (self._is_filled(text) or (known[0] < index < known[-1] and self._is_stranger(keys, index, ours)))
        ]

    def is_run(self, texts: Sequence[str]) -> bool:
        """Whether consecutive lines of ours are too many to have been typed again by chance."""
        return len(texts) >= MIN_RUN_LINES or sum(len(key_of(text).split()) for text in texts) >= MIN_RUN_WORDS

    def _is_filled(self, text: str) -> bool:
        """Whether the line is one of ours whose value somebody filled in or replaced."""
        label = _LABEL.match(clean(text))
        return label is not None and not _BLANK_VALUE.match(label.group(2)) and key_of(label.group(1)) in self.labels

    def _is_stranger(self, keys: Sequence[list[str]], index: int, ours: Sequence[bool]) -> bool:
        """Whether the line was surely not ours: few of its word pairs are, or it parts two lines of ours."""
        words = keys[index]
        pairs = list(pairwise(words))
        if not pairs:
            is_odd = bool(words) and f" {words[0]} " not in self.words
        else:
            is_odd = sum(pair in self.pairs for pair in pairs) * 2 <= len(pairs)
        return is_odd or (0 < len(words) <= MAX_INSERTED_WORDS and self._parts(keys, index, ours))

    def _parts(self, keys: Sequence[list[str]], index: int, ours: Sequence[bool]) -> bool:
        start = next((at for at in range(index, -1, -1) if ours[at]), None)
        end = next((at for at in range(index, len(keys)) if ours[at]), None)
        if start is None or end is None or not keys[start] or not keys[end]:
            return False
        before, after = keys[start][-1], keys[end][0]
        is_joined = (before, keys[index][0]) in self.pairs or (keys[index][-1], after) in self.pairs
        return (before, after) in self.pairs and not is_joined


def _last_before(keys: Sequence[list[str]], index: int) -> str:
    return next((words[-1] for words in reversed(keys[:index]) if words), "")


def _first_behind(keys: Sequence[list[str]], index: int) -> str:
    return next((words[0] for words in keys[index + 1 :] if words), "")


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
    whole = " ".join(filter(None, words))
    return SentText(
        frozenset(lines), frozenset(labels), f" {whole} " if lines else "", frozenset(pairwise(whole.split()))
    )
