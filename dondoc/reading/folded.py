"""Text and its toneless twin of the same length, so that what matches in one can be looked up in the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dondoc.reading.vocabulary.tones import GUARDED, SURNAMES
from dondoc.text import name_key

MASK = "\x00"
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\v\f\r]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f]")


class _Plain(dict[int, str]):
    """One lower-case character without diacritic for each character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFD", "d" if char in "đĐðÐ" else char)[0].lower()[:1]
        self[code] = plain
        return plain


_PLAIN = _Plain()
_PLAIN.update({ord(sign): plain for sign, plain in {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"}.items()})
_GUARDED_WORD = re.compile(
    r"(?<![a-z0-9])(?:" + "|".join(word for word in GUARDED if " " not in word) + r")(?![a-z0-9])"
)
_TONED = re.compile("[\u00e0-\u01b0\u1ea0-\u1ef9\u00c0-\u00dd]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A clean NFC `text` and `plain`: lower case, toneless, equally long; `is_toned` when the writer uses tone marks.

    In a toned text a one-syllable word that only looks like one of GUARDED without its tones is spoilt in `plain`
    ("chùa" is no "chưa"), so that patterns on `plain` need not look at the tones again.
    """

    text: str
    plain: str
    is_toned: bool

    def slice(self, start: int, end: int) -> Folded:
        """The part from `start` to `end`."""
        return Folded(self.text[start:end], self.plain[start:end], self.is_toned)


def clean(text: str) -> str:
    """NFC, one kind of space, no invisible characters and no combining mark left over."""
    if text.isascii():
        return _INVISIBLE.sub("", _ODD_SPACES.sub(" ", text))
    composed = unicodedata.normalize("NFC", text)
    composed = _INVISIBLE.sub("", _ODD_SPACES.sub(" ", composed))
    return composed if not _has_marks(composed) else "".join(c for c in composed if not unicodedata.combining(c))


_MARKS = re.compile("[\u0300-\u036f]")


def _has_marks(text: str) -> bool:
    return _MARKS.search(text) is not None


def plain_of(text: str) -> str:
    """Lower case, toneless, as long as `text`."""
    return text.translate(_PLAIN)


def is_toned(text: str) -> bool:
    """Whether the writer uses Vietnamese tone marks."""
    return len(_TONED.findall(text)) * 20 >= len(text)


_CALLED = re.compile(r"(?<!\w)(\w+)(\s+\w+)?\s+(?:Hoàn Thành|HOÀN THÀNH)(?!\w)")


def is_surname(word: str) -> bool:
    """Whether a word is one of the common family names."""
    return plain_of(word) in SURNAMES


def _without_names(text: str, plain: str) -> str:
    """Spoil "Hoàn Thành" where it is what somebody is called: behind a family name in capital letters."""
    for match in _CALLED.finditer(text):
        if match.group(1)[0].isupper() and is_surname(match.group(1)):
            plain = f"{plain[: match.end() - 1]}_{plain[match.end() :]}"
    return plain


def folded(text: str, *, toned: bool | None = None) -> Folded:
    """Fold clean text; `toned` is what is known of the whole mail, where this is a part of it."""
    plain = plain_of(text)
    if "oàn Th" in text or "OÀN TH" in text:
        plain = _without_names(text, plain)
    if toned is None:
        toned = is_toned(text)
    return Folded(text, _spoil(text, plain) if toned else plain, toned)


def _spoil(text: str, plain: str) -> str:
    spoilt: list[str] | None = None
    for match in _GUARDED_WORD.finditer(plain):
        if not _is_meant(text[match.start() : match.end()].lower(), match.group()):
            spoilt = spoilt if spoilt is not None else list(plain)
            spoilt[match.end() - 1] = "_"
    return plain if spoilt is None else "".join(spoilt)


@lru_cache(maxsize=4096)
def _is_meant(written: str, plain: str) -> bool:
    return written in GUARDED[plain]


@lru_cache(maxsize=8192)
def same_tones(written: str, phrase: str) -> bool:
    """Whether both are the same word with its tones, wherever the tone mark is placed."""
    return name_key(written) == name_key(phrase)


def pattern_of(phrases: Iterable[str]) -> str:
    """An alternation over toneless phrases, longest first, white space free; put your own boundaries around it."""
    unique = {" ".join(_spoilable(word) for word in clean(phrase).split()) for phrase in phrases}
    return "|".join(phrase.replace(" ", r"\s+") for phrase in sorted(unique, key=lambda p: (-len(p), p)))


def _spoilable(word: str) -> str:
    """A word's pattern in `plain`, where one that only resembles a GUARDED word stands with its last letter spoilt."""
    plain = plain_of(word)
    if plain in GUARDED and word.lower() not in GUARDED[plain]:
        return f"{plain[:-1]}[{plain[-1]}_]"
    return re.escape(plain)


def words_regex(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole phrases from a word list, to be searched in `plain`."""
    return re.compile(rf"(?<![a-z0-9])(?:{pattern_of(phrases)})(?![a-z0-9_])")
