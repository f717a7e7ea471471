"""Sentences in the reader's language: gettext catalogs with English message ids; Vietnamese is the default."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path
from string import Formatter

from dondoc.messages import Translate, untranslated

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = ("vi", "en")


@cache
def translator(language: str = "vi") -> Translate:
    """The function that puts message ids into `language`; English ids are their own text.

    A missing catalog raises FileNotFoundError: a silent fall back to English would hide a broken installation.
    """
    if language == "en":
        return untranslated
    return gettext.translation("dondoc", LOCALE_FOLDER, languages=[language]).gettext


def in_language(text: str, language: str) -> str:
    """A sentence of ours that somebody kept in English, as Prefect does with errors; any other text stays as it is."""
    for pattern, translation in _sentences(language):
        found = pattern.fullmatch(text[:_LONGEST])
        if found:
            return translation.format_map(found.groupdict())
    return text


_LONGEST = 2_000
_FEWEST_LETTERS = 12
"""A sentence that is little but places would be recognised everywhere."""


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What each sentence looks like in English and its translation; those that say most come first."""
    translate = translator(language)
    known = gettext.translation("dondoc", LOCALE_FOLDER, languages=["vi"])
    ids = [text for text in known._catalog if isinstance(text, str) and text]  # type: ignore[attr-defined]  # it has no other list
    shaped = [(_letters(text), text) for text in ids]
    told = sorted((one for one in shaped if one[0] >= _FEWEST_LETTERS), reverse=True)
    return tuple((_shape(text), translate(text)) for _, text in told)


def _letters(text: str) -> int:
    return sum(len(literal.strip()) for literal, *_ in Formatter().parse(text))


def _shape(text: str) -> re.Pattern[str]:
    """The sentence with anything in its places."""
    pieces: list[str] = []
    seen: set[str] = set()
    for literal, place, *_ in Formatter().parse(text):
        pieces.append(re.escape(literal))
        if place:
            pieces.append(f"(?P={place})" if place in seen else f"(?P<{place}>.*?)")
            seen.add(place)
    return re.compile("".join(pieces), re.DOTALL)
