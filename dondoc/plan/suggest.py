"""What was probably meant: the nearest key, id or value, and ids made out of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from dondoc.plan.synonyms import synonym
from dondoc.text import fold, name_key, nearest

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_CLOSE_ENOUGH = 0.7
_SEPARATORS = (re.compile(r"\s*[,;，、/+&]\s*"), re.compile(r"\s*[,;]\s*|\s+(?:và|and)\s+"), re.compile(r"\s+"))
_MAX_COMPARISONS = 200_000


def slug(text: str) -> str | None:
    """An id made of `text`, None where nothing of it can stand in one."""
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-") or None


def near_key(key: str, known: Iterable[str]) -> str | None:
    """The known key or value that was meant: misspelt, in other words, or in Vietnamese."""
    names = list(known)
    return synonym(key, names) or _with_letters_of(key, names) or nearest(key, names)


def _with_letters_of(key: str, known: Iterable[str]) -> str | None:
    """The known word with the same letters in another order: ``ot`` for ``to``."""
    return next((name for name in known if sorted(name) == sorted(key.lower())), None)


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
        return self._by_name.get(name_key(text)) or self._most_similar(fold(text)) or self._by_first_words(as_id)

    def _by_first_words(self, as_id: str | None) -> str | None:
        """The only id whose name begins with these words, two at least: ``so-giao-duc`` of Sở Giáo dục và Đào tạo."""
        if as_id is None or "-" not in as_id:
            return None
        found = [each for each, name in self._slugs.items() if name.startswith(f"{as_id}-")]
        return found[0] if len(found) == 1 else None

    def several(self, text: str) -> list[str]:
        """The ids of several names run together in one text; none where any part is unknown, or the whole is a name."""
        if slug(text) in self._names or name_key(text) in self._by_name:
            return []
        for separator in _SEPARATORS:
            parts = [self._exactly(part) for part in separator.split(text.strip(" -,;"))]
            if len(parts) > 1 and all(parts):
                return [part for part in parts if part]
        return []

    def _exactly(self, text: str) -> str | None:
        as_id = slug(text)
        return as_id if as_id in self._names else self._by_name.get(name_key(text))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name_key(name): each for each, name in reversed(list(self._names.items()))}

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return {each: slug(name) or "" for each, name in self._names.items()}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(each): each for each in self._names}

    def _most_similar(self, text: str) -> str | None:
        self._comparisons += len(self._names)
        if self._comparisons > _MAX_COMPARISONS:
            return None
        found = get_close_matches(text, list(self._folded), n=1, cutoff=_CLOSE_ENOUGH)
        return self._folded[found[0]] if found else None
