"""Sentences and clauses of a text, and which of them ask something."""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE = re.compile(r"(?<=[a-z0-9_%)\]\x00\"'])(?:\./\.|[.!;?]+)(?=\s|$)|\n|(?<=\?)|\s\.\s")
_CLAUSE = re.compile(
    r",\s|\s-\s|\(|\)|:\s|(?<![a-z0-9])(?:nhung|tuy nhien|song|(?<!khong )con|rieng|but|however)(?![a-z0-9_])"
)
_QUESTION = re.compile(
    r"\?|(?<![a-z0-9])(?:cho hoi|xin hoi|cho em hoi|muon hoi|phai khong|dung khong|hay chua|co phai la)(?![a-z0-9_])"
    r"|\b(?:co|da)\b.*\b(?:khong|chua)\s*(?:a|nhi|vay|ha)\s*$"
)


def sentences(plain: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends; the mark that ends it is part of it."""
    spans, start = [], 0
    for match in _SENTENCE.finditer(plain):
        if match.end() > start:
            spans.append((start, match.end()))
        start = match.end()
    if start < len(plain):
        spans.append((start, len(plain)))
    return [(first, last) for first, last in spans if plain[first:last].strip(" .;!\n")]


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence; the word or mark that begins one is part of it."""
    starts = [0, *(match.start() for match in _CLAUSE.finditer(sentence)), len(sentence)]
    return [sentence[start:end] for start, end in pairwise(starts)]


def is_question(plain: str) -> bool:
    """Whether the sentence asks something."""
    return _QUESTION.search(plain) is not None
