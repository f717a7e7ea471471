"""Vietnamese text compared the way people mean it: whatever the encoding form, tone marks or their placement."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_DOTLESS = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_SPACES = re.compile(r"\s+")
# XML 1.0 forbids the control characters, U+FFFE/F and lone surrogates; bidi overrides reorder what a reader sees.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def plain(text: str) -> str:
    """What outside people wrote, NFC, without anything unseen that a program acts on; line ends are ``\\n``."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _HARMFUL.sub("", _NEWLINES.sub("\n", text)))


def fold(text: str) -> str:
    """Lower case without any diacritic: ``Hoà`` = ``Hòa`` = ``hoa``; the length may differ from the original's."""
    plain = unicodedata.normalize("NFD", text.translate(_DOTLESS))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def squeeze(text: str) -> str:
    """NFC with every run of white space as one space and none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def name_key(text: str) -> str:
    """What two spellings of one name share: NFC, one space, case folded, tones kept but not their placement."""
    decomposed = unicodedata.normalize("NFD", squeeze(text).casefold())
    return " ".join(_tone_last(word) for word in decomposed.split(" "))


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def _tone_last(word: str) -> str:
    tones = "".join(char for char in word if char in _TONES)
    return "".join(char for char in word if char not in _TONES) + tones


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be, or None."""
    candidates = {fold(name): name for name in known}
    found = get_close_matches(fold(word), list(candidates), n=1, cutoff=0.7)
    return candidates[found[0]] if found else None


def initials(slug: str) -> str:
    """Capital initials of an id's parts, for request codes: ``so-y-te`` gives ``SYT``, ``so-tnmt`` gives ``STNMT``."""
    return "".join(part if _is_abbreviation(part) else part[0] for part in slug.split("-")).upper()


def _is_abbreviation(part: str) -> bool:
    """A number, or a part without any vowel: no Vietnamese word lacks one."""
    return part.isdigit() or not set(part) & set("aeiouy")
