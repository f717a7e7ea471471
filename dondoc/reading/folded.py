"""Text and its toneless twin of the same length, so that what matches in one can be looked up in the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dondoc.reading.vocabulary.shorthand import ABBREVIATIONS, SHORTHAND
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
_PLAIN.update({ord("²"): "2", ord("³"): "3"})
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


def put_together(pieces: Sequence[Folded], text: Folded) -> Folded:
    """What is left of `text`, whose pieces these are."""
    return Folded("".join(piece.text for piece in pieces), "".join(piece.plain for piece in pieces), text.is_toned)


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
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def is_toned(text: str) -> bool:
    """Whether the writer uses Vietnamese tone marks."""
    return len(_TONED.findall(text)) * 20 >= len(text)


_BEFORE_STATUS = frozenset(["da", "chua", "dang", "se", "duoc", "deu"])
_CALLED = re.compile(r"(?<!\w)(\w+)(\s+\w+)?\s+(?:Hoàn Thành|HOÀN THÀNH)(?!\w)")


_NAMED = re.compile(
    r"(?<!\w)(?i:đồng chí|dong chi|đ/c|ông|ong|bà|ba|anh|chị|chi|cô|co|chú|chu|công ty|cong ty"
    r"|doanh nghiệp|doanh nghiep|hợp tác xã|hop tac xa|nhà thầu|nha thau|tnhh|htx)"
    r"\s+((?:\w+\s+){0,5}?)Ho[àa]n Th[àa]nh(?!\w)"
)


def is_surname(word: str) -> bool:
    """Whether a word is one of the common family names."""
    return plain_of(word) in SURNAMES


def _without_names(text: str, plain: str) -> str:
    """Spoil "Hoàn Thành" where it is what somebody is called: behind a family name in capital letters."""
    for match in _NAMED.finditer(text):
        if not _BEFORE_STATUS & set(plain_of(match.group(1)).split()):
            plain = f"{plain[: match.end() - 1]}_{plain[match.end() :]}"
    for match in _CALLED.finditer(text):
        middle = plain_of((match.group(2) or "").strip())
        if match.group(1)[0].isupper() and is_surname(match.group(1)) and middle not in _BEFORE_STATUS:
            plain = f"{plain[: match.end() - 1]}_{plain[match.end() :]}"
    return plain


def folded(text: str, *, toned: bool | None = None) -> Folded:
    """Fold clean text; `toned` is what is known of the whole mail, where this is a part of it."""
    plain = plain_of(text)
    if "oàn Th" in text or "oan Th" in text or "OÀN TH" in text:
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
    return _tree(sorted({tuple(map(_spoilable, clean(phrase).split())) for phrase in phrases}))


def spoken_pattern(phrases: Iterable[str]) -> str:
    """The same for phrases that people also write in the shorthand of telephones ("ch lm" for "chưa làm")."""
    return _tree(sorted({tuple(_shortened(clean(phrase).lower().split())) for phrase in phrases}))


def abbreviations_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """How offices abbreviate phrases of a list by their first letters."""
    return tuple(short for phrase in phrases for short in ABBREVIATIONS.get(phrase, ()))


def _tree(rows: Sequence[tuple[str, ...]]) -> str:
    """One branch for all phrases that begin with the same word: few words are tried at each place of a text."""
    branches: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        branches.setdefault(row[0], []).append(row[1:])
    patterns = []
    for head in sorted(branches, key=lambda head: (-len(head), head)):
        longer = [rest for rest in branches[head] if rest]
        tail = rf"\s+(?:{_tree(longer)})" if longer else ""
        patterns.append(head + (f"(?:{tail})?" if longer and len(longer) < len(branches[head]) else tail))
    return "|".join(patterns)


def _shortened(words: Sequence[str]) -> Iterator[str]:
    """A pattern for each word, or pair of words, that has a shorthand; the word's own pattern for any other."""
    position = 0
    while position < len(words):
        size = 2 if " ".join(words[position : position + 2]) in SHORTHAND else 1
        written = " ".join(words[position : position + size])
        ways = [r"\s+".join(map(_spoilable, way.split())) for way in (written, *SHORTHAND.get(written, ()))]
        yield f"(?:{'|'.join(dict.fromkeys(ways))})" if len(ways) > 1 else ways[0]
        position += size


def _spoilable(word: str) -> str:
    """A word's pattern in `plain`, where one that only resembles a GUARDED word stands with its last letter spoilt."""
    plain = plain_of(word)
    if plain in GUARDED and word.lower() not in GUARDED[plain]:
        return f"{plain[:-1]}[{plain[-1]}_]"
    return re.escape(plain)


def words_regex(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole phrases from a word list, to be searched in `plain`."""
    return re.compile(rf"(?<![a-z0-9])(?:{pattern_of(phrases)})(?![a-z0-9_])")
