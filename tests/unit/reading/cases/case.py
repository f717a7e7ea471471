"""What offices write, and how a careful officer reads it: text, items expected, whether a person must look.

An item is ``task: "status"``, ``task: ("status", percent)`` or ``task: ("status", percent, figures)``; figures are compared where given.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Case(NamedTuple):
    """One text of a reply and its reading."""

    name: str
    text: str
    items: dict[int, Any]
    review: bool = False
    tasks: tuple[int, ...] = tuple(range(1, 11))


D, P, N, X = "done", "in_progress", "not_started", "not_applicable"
