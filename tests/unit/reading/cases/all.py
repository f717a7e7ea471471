"""Every text of a reply with the reading that a careful officer gives it."""

from __future__ import annotations

from tests.unit.reading.cases import letters, naming, offices, statuses, traps

CASES = (*naming.CASES, *statuses.CASES, *letters.CASES, *offices.CASES, *traps.CASES)
