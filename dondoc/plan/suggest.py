"""What was probably meant: the nearest key, id or value, and ids made out of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from dondoc.text import fold, name_key, nearest

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_CLOSE_ENOUGH = 0.7
_MAX_COMPARISONS = 200_000


def slug(text: str) -> str | None:
    """An id made of `text`, None where nothing of it can stand in one."""
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-") or None


def near_key(key: str, known: Iterable[str]) -> str | None:
    """The known key that a misspelt one was meant to be."""
    return nearest(key, known)


class KnownNames:
    """Ids with their names, asked what was meant; in a file full of slips the last ones get no suggestion."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._comparisons = 0

    def nearest(self, text: str) -> str | None:
        """The id that was meant, by its spelling or by the name written in its place."""
        as_id = slug(text)
        if as_id in self._names:
            return as_id
        return self._by_name.get(name_key(text)) or self._most_similar(fold(text))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name_key(name): each for each, name in reversed(list(self._names.items()))}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(each): each for each in self._names}

    def _most_similar(self, text: str) -> str | None:
        self._comparisons += len(self._names)
        if self._comparisons > _MAX_COMPARISONS:
            return None
        found = get_close_matches(text, list(self._folded), n=1, cutoff=_CLOSE_ENOUGH)
        return self._folded[found[0]] if found else None
