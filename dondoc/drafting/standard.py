"""The usual agencies by any of their spellings; ids and short names of others by the same rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dondoc.drafting.lexicon import AGENCIES, DEPARTMENTS, Known
from dondoc.plan.suggest import slug
from dondoc.reading.folded import clean, plain_of
from dondoc.text import squeeze

_JOINT = re.compile(r"\s+(?:và|&)\s+|\s*&\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_COMPACT = re.compile(r"[^A-ZĐÀ-Ỹ]")
_MAX_SYLLABLES = 3
_LONG_ID = 28
_LONGEST = 120

DEPARTMENT_KEYS = frozenset(plain_of(name) for name in DEPARTMENTS)


def short_of(name: str) -> str | None:
    """The usual short name of a department with a long one: Sở Thông tin và Truyền thông, Sở TT&TT."""
    head, _, rest = name.partition(" ")
    if plain_of(head) != "so" or len(_WORD.findall(rest)) <= _MAX_SYLLABLES:
        return None
    return f"{head} {'&'.join(_initials(part) for part in _JOINT.split(rest))}"


def id_of(name: str) -> str:
    """An id by the habit of this plan language: so-noi-vu, so-tttt, van-ninh for its committee."""
    plain = plain_of(squeeze(name))
    place = re.match(r"(?:ubnd|uy ban nhan dan) (?:huyen|thi xa|thanh pho|quan|xa|phuong|thi tran|dac khu) (.+)", plain)
    if place:
        return slug(place.group(1)) or "don-vi"
    head, _, rest = squeeze(name).partition(" ")
    syllables = [word for word in _WORD.findall(rest) if plain_of(word) not in {"va", "cua", "tinh"}]
    if plain_of(head) in {"so", "hoi", "dai"} and len(syllables) > _MAX_SYLLABLES:
        return f"{slug(head)}-{slug(''.join(word[0] for word in syllables))}"
    made = slug(name) or "don-vi"
    if len(made) <= _LONG_ID:
        return made
    initials = slug("".join(word[0] for word in syllables))
    return f"{slug(head) or 'don-vi'}-{initials}" if initials else made[:_LONG_ID].strip("-")


def _initials(part: str) -> str:
    return "".join(word[0].upper() for word in _WORD.findall(part))


def abbreviation_of(name: str) -> str | None:
    """Head and capitals of an abbreviated department: Sở TT&TT, Sở TT-TT and Sở TTTT give "so tttt"."""
    head, _, rest = squeeze(name).partition(" ")
    letters = _JOINT.sub("", rest)
    is_short = bool(letters) and not any(char.islower() for char in letters)
    return f"{plain_of(head)} {plain_of(_COMPACT.sub('', letters))}" if plain_of(head) == "so" and is_short else None


@cache
def spellings() -> tuple[tuple[str, Known], ...]:
    """Every way to write a usual agency, longest first, toneless."""
    found = [(plain_of(spelling), known) for known in known_agencies() for spelling in _spellings_of(known)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def known_agencies() -> tuple[Known, ...]:
    """The usual agencies, departments first."""
    departments = [Known(id_of(f"Sở {stem}"), f"Sở {stem}", short_of(f"Sở {stem}")) for stem in DEPARTMENTS]
    return (*departments, *AGENCIES)


def _spellings_of(known: Known) -> Iterator[str]:
    names = {known.name, *known.also, *filter(None, (known.short,))}
    for name in names:
        yield name
        bare = name.removesuffix(" tỉnh")
        yield from (bare, *(f"{bare} {level}" for level in ("tỉnh", "thành phố", "huyện", "thị xã", "quận")))
        if " - " in name:
            yield name.replace(" - ", ", ")
            yield name.replace(" - ", "-")
        if " và " in name:
            yield name.replace(" và ", " & ")
            yield name.replace(" và ", " - ")


@cache
def _by_head() -> dict[str, list[str]]:
    """Spellings by their first two letters, longest first."""
    found: dict[str, list[str]] = {}
    for spelling, _ in spellings():
        found.setdefault(spelling[:2], []).append(spelling)
    return found


def longest_known(text: str, place: int, less: int = 0) -> int | None:
    """How long the longest usual name at `place` is, `less` so many letters; None where there is none."""
    plain = plain_of(text[place : place + _LONGEST])
    if text[place : place + 1].islower():
        return None
    for spelling in _by_head().get(plain[:2], ()):
        if plain.startswith(spelling) and not plain[len(spelling) : len(spelling) + 1].isalnum():
            return max(len(spelling) - less, 0)
    return None


@cache
def _lookup() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for spelling, known in reversed(spellings()):
        found.setdefault(spelling, known)
    for known in reversed(known_agencies()):
        abbreviation = abbreviation_of(known.short) if known.short else None
        if abbreviation:
            found[abbreviation] = known
    return found


def find_known(name: str) -> Known | None:
    """The usual agency that `name` writes, in full or abbreviated."""
    cleaned = squeeze(clean(name))
    found = _lookup().get(plain_of(cleaned))
    abbreviation = abbreviation_of(cleaned)
    return found or (_lookup().get(abbreviation) if abbreviation else None)
