"""What the numbers given for one figure come to; nothing where they leave a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dondoc.reading.counts import Count
from dondoc.reading.folded import words_regex
from dondoc.reading.roles import Role
from dondoc.reading.vocabulary import figures as words

_ABOVE = re.compile(r"(?<![a-z0-9])tren\s*$")
_OWN_PART = re.compile(
    r"(?<![a-z0-9])(?:(?<!xay )(?<!lam )(?<!mua )moi|nam nay|ky nay|trong nam|trong ky|nam 20\d\d)(?![a-z0-9_])"
)
_RAISED = words_regex(words.RAISED)
_MANY_YEARS = words_regex(words.OF_MANY_YEARS)
_UNASKED: frozenset[Role] = frozenset({"planned", "compared", "each", "part", "of-total", "under-way"})


def settled(counts: Sequence[Count]) -> tuple[float | None, ...]:
    """The figure's value, None where it is not certain; empty where all numbers are something else."""
    counts = _without_denominators(counts)
    kept = [count for count in counts if count.place.role not in _UNASKED and not count.is_received]
    if not kept:
        return (None,) if any(count.is_received for count in counts) else ()
    if any(count.place.role == "other-year" for count in counts):
        kept = [count for count in kept if count.place.is_own_year]
    if _is_part_in_question(counts) or _is_raised(kept):
        return (None,)
    ranked = next(filter(None, _by_rank(kept)), None)
    return (_agreed(ranked, kept) if ranked else None,)


def _by_rank(counts: Sequence[Count]) -> Iterator[list[Count]]:
    """The most telling numbers first: behind the figure's own verb, totals, this year's, all others but parts."""
    plain = [count for count in counts if count.place.role in {"reached", "listed", "total"}]
    yield [count for count in plain if count.is_own]
    yield [count for count in plain if count.place.role == "total"]
    yield [count for count in plain if count.place.is_own_year and _has_cumulative(counts)]
    yield [count for count in plain if count.place.role == "reached"]
    yield plain
    yield [count for count in counts if count.place.role == "cumulative" and not _MANY_YEARS.search(count.place.before)]


def _has_cumulative(counts: Sequence[Count]) -> bool:
    return any(count.place.role == "cumulative" for count in counts)


def _agreed(ranked: Sequence[Count], counts: Sequence[Count]) -> float | None:
    """The one value that these numbers give, or their sum where they are all parts of a whole, numbered from one."""
    values = {count.value for count in ranked}
    total = _sum_of_parts([count for count in counts if count.place.role in {"reached", "listed"}])
    if ranked[0].place.role == "total" and total is not None and values != {total}:
        return None
    if len(values) == 1:
        return values.pop()
    if total is not None and ranked[0].place.role != "total":
        return total
    named = {count.value for count in ranked if count.unit is not None and count.unit.is_named}
    others = [count for count in ranked if count.unit is None or not count.unit.is_named]
    if len(named) == 1 and all(count.unit is not None and count.unit.is_qualified for count in others):
        return named.pop()
    return None


def _sum_of_parts(counts: Sequence[Count]) -> float | None:
    """ "đợt 1: 30 lượt; đợt 2: 45 lượt" are 75."""
    parts = [count.place.part for count in counts]
    kinds = {part[0] for part in parts if part is not None}
    numbers = sorted(part[1] for part in parts if part is not None)
    if len(counts) < 2 or len(kinds) != 1 or numbers != list(range(1, len(counts) + 1)):
        return None
    if any(count.value is None for count in counts):
        return None
    return sum(count.value or 0 for count in counts)


def _without_denominators(counts: Sequence[Count]) -> list[Count]:
    """ "9 vụ trên 12 vụ": what stands behind "trên" right after the same figure is its whole."""
    kept: list[Count] = []
    for count in counts:
        is_whole = kept and _ABOVE.search(count.place.before) and kept[-1].place.sentence == count.place.sentence
        if not is_whole:
            kept.append(count)
    return kept


def _is_raised(counts: Sequence[Count]) -> bool:
    """ "thành lập 2 tổ, nâng tổng số lên 12 tổ": whether the new ones or all of them are asked, a person must say."""
    raised = [count for count in counts if count.place.role == "cumulative" and _RAISED.search(count.place.before)]
    return bool(raised) and len({count.value for count in counts}) > 1


def _is_part_in_question(counts: Iterable[Count]) -> bool:
    """ "hiện có 118 trạm, trong đó 37 trạm mới": whether the new ones or all of them are asked, a person must say."""
    return any(
        count.place.role == "part" and _OWN_PART.search(f"{count.place.before} {count.place.after}") for count in counts
    )
