"""Sentences that name no task, but use words that only one task's title has: that one may be meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dondoc.reading.claims import first_claim, has_claim
from dondoc.reading.folded import Folded
from dondoc.reading.index import PlanIndex

MAX_SUBJECT = 12


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence under one task that may speak of another, `task`."""

    task: int
    text: Folded


def hinted_task(text: Folded, masked: str, index: PlanIndex, asked: Collection[int]) -> int | None:
    """The asked task that the words before a sentence's status hint at."""
    if not has_claim(masked):
        return None
    subject = text.text[: first_claim(masked)]
    task = index.hinted(subject) if len(subject.split()) <= MAX_SUBJECT else None
    return task if task in asked else None
