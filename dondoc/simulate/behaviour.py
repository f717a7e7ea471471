"""How simulated agencies answer: shares of them, each so far from the last good day; the rest stays silent."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from dondoc.errors import InputError
from dondoc.messages import say
from dondoc.plan.model import Offset, OffsetUnit
from dondoc.reply import RequestRef

_SHARE = re.compile(r"(?P<percent>\d{1,3}(?:\.\d+)?)%@(?P<count>[+-]?\d{1,4})(?P<unit>d|wd|w)")
_UNITS: Mapping[str, OffsetUnit] = {"d": "d", "wd": "wd", "w": "w"}
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Share:
    """So many percent of the agencies answer everything on this day."""

    percent: Fraction
    at: Offset


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Who answers when. One agency in one period always does the same, whatever else is in the plan."""

    shares: tuple[Share, ...] = ()
    seed: int = 0

    def answers_at(self, request: RequestRef) -> Offset | None:
        """How far from the last good day the agency answers; None when it stays silent."""
        lot = _lot(self.seed, request)
        bounds = accumulate(share.percent for share in self.shares)
        return next((share.at for share, bound in zip(self.shares, bounds, strict=True) if lot < bound), None)


SILENCE = Behaviour()
"""Nobody answers: every step of every ladder is climbed."""


def _lot(seed: int, request: RequestRef) -> Fraction:
    """A number from 0 up to 100, evenly spread over requests."""
    digest = hashlib.sha256(f"{seed}\0{request.period}\0{request.agency}".encode()).digest()
    return Fraction(int.from_bytes(digest[:8], "big"), 2**64) * _WHOLE


def read_behaviour(text: str, seed: int) -> Behaviour:
    """Read ``80%@-5d,15%@+4d``; raises InputError saying what is not understood."""
    shares = tuple(_shares(text))
    if sum(share.percent for share in shares) > _WHOLE:
        raise InputError(say("{text}: the shares are more than 100%", text=text))
    return Behaviour(shares, seed)


def _shares(text: str) -> Iterator[Share]:
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = _SHARE.fullmatch(part)
        if found is None:
            raise InputError(say("{part}: expected a share and a distance, such as 80%@-5d or 15%@+4d", part=part))
        yield Share(Fraction(found["percent"]), Offset(int(found["count"]), _UNITS[found["unit"]]))
