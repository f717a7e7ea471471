"""What was probably meant: the nearest key, id or value, and ids made out of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dondoc.text import fold, name_key, nearest

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str | None:
    """An id made of `text`, None where nothing of it can stand in one."""
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-") or None


def near_key(key: str, known: Iterable[str]) -> str | None:
    """The known key that a misspelt one was meant to be."""
    return nearest(key, known)


def near_id(text: str, names: Mapping[str, str]) -> str | None:
    """The id that was meant, by its spelling or by the name written in its place; `names` maps ids to names."""
    as_id = slug(text)
    if as_id in names:
        return as_id
    wanted = name_key(text)
    by_name = next((each for each, name in names.items() if name_key(name) == wanted), None)
    return by_name or nearest(text, names)
