"""What a figure asks: how many there are now, or how many were done; told by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.folded import MASK, clean, folded, plain_of, words_regex
from dondoc.reading.roles import Asked
from dondoc.reading.vocabulary import figures as words

_NAMES = words_regex(words.STOCK_NAMES)
_THINGS = frozenset(plain_of(thing) for thing in words.STOCK_THINGS)
_LEADING = re.compile(r"^(?:so luong|tong so|so)\s+")
_DONE = re.compile(r"(?<![a-z0-9])(?:da|duoc)(?![a-z0-9_])")


_LEFT_OVER = re.compile(
    r"(?<![a-z0-9])(?:van )?con lai(?=\s+(?:khoang\s+)?\d)|(?<![a-z0-9])van con(?=\s+(?:khoang\s+)?\d)"
)


def without_stocks(plain: str, figures: Iterable[Figure]) -> str:
    """The text without "còn lại 214 …", which is no rest to be done where a figure asks how many are left."""
    if not any(asked_by(figure) == "now" for figure in figures):
        return plain
    return _LEFT_OVER.sub(lambda match: MASK * len(match.group()), plain)


def asked_by(figure: Figure) -> Asked:
    """What the figure's name asks."""
    return _asked(figure.name)


@lru_cache(maxsize=1024)
def _asked(name: str) -> Asked:
    plain = folded(clean(name).lower(), toned=True).plain
    if _NAMES.search(plain) or _LEADING.sub("", plain) in _THINGS:
        return "now"
    return "done" if _DONE.search(plain) else "any"
