"""Lists of agencies, tasks and periods as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dondoc.plan.model import Plan

_MOST_NAMED = 8


def names_of(plans: Iterable[Plan], agencies: Sequence[str]) -> str:
    """The short names, by whichever plan knows the agency first; of more than eight only how many there are."""
    known = {name: agency.label for plan in reversed(tuple(plans)) for name, agency in plan.agencies.items()}
    return shortened([known.get(name, name) for name in agencies])


def shortened(names: Sequence[str]) -> str:
    """All of them, or the first eight and how many there are in all."""
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMED])} … ({len(names)})"


def numbers_of(tasks: Iterable[int]) -> str:
    """``1, 2, 13``."""
    return ", ".join(map(str, tasks))
