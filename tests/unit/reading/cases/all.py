"""Every text of a reply with the reading that a careful officer gives it."""

from __future__ import annotations

from tests.unit.reading.cases import figures, letters, naming, offices, statuses

CASES = (*naming.CASES, *statuses.CASES, *letters.CASES, *offices.CASES, *figures.CASES)
