"""Every text of a reply with the reading that a careful officer gives it."""

from __future__ import annotations

from tests.unit.reading.cases import chapters, dittos, figures, letters, naming, offices, places, statuses, traps, turns

CASES = (
    *naming.CASES,
    *statuses.CASES,
    *letters.CASES,
    *offices.CASES,
    *figures.CASES,
    *dittos.CASES,
    *chapters.CASES,
    *traps.CASES,
    *turns.CASES,
)
PLACED = places.CASES
"""Texts whose meaning depends on the list of tasks that the writer saw: here none but that of the request."""
