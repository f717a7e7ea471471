"""Bytes of a mail as text: declared charsets, false ones, and the old Vietnamese encodings. Never raises."""

from __future__ import annotations

import codecs
import email.errors
import email.header
import re
import unicodedata

from collectors.mime_legacy import is_mojibake, restored, tcvn, viscii, words_in

_ALIASES = {
    "x-unknown": "utf-8",
    "unknown-8bit": "utf-8",
    "default": "utf-8",
    "utf8mb4": "utf-8",
    "cp-1258": "cp1258",
    "x-windows-1258": "cp1258",
    "tcvn": "tcvn",
    "tcvn3": "tcvn",
    "tcvn-5712": "tcvn",
    "x-viet-tcvn": "tcvn",
    "x-viet-tcvn5712": "tcvn",
    "viscii1.1-1": "viscii",
    "csviscii": "viscii",
    "x-viet-viscii": "viscii",
}


_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Python's own encodings: no mail program writes them, and some take minutes or give what is no text."""


def decoded(content: bytes, charset: str | None) -> str:
    """The text of a part: as declared where that makes sense, else as Vietnamese habits suggest; NFC."""
    if content[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return _nfc(content.decode("utf-16", "replace"))
    name = (charset or "").strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    text = _strict(content, name) if name not in {"", "us-ascii", "ascii", "tcvn", "viscii"} else None
    if text is None or _looks_false(text, content, name):
        text = _guessed(content, name, text)
    return restored(_nfc(text))


def _guessed(content: bytes, name: str, declared: str | None) -> str:
    """Try what Vietnamese programs write; the candidate with most Vietnamese words wins, the declared one on a tie."""
    utf8 = _strict(content, "utf-8")
    if utf8 is not None and (declared is None or not content.isascii()):
        return utf8
    candidates = [declared, tcvn(content), _strict(content, "cp1258"), viscii(content)]
    if name == "viscii":
        candidates.reverse()
    best = max((text for text in candidates if text is not None), key=words_in, default=None)
    if best is not None and (declared is not None or words_in(best)):
        return best
    return content.decode("utf-8" if name in {"", "utf-8"} else "latin-1", "replace")


def _strict(content: bytes, name: str) -> str | None:
    try:
        if codecs.lookup(name).name.replace("-", "_") in _NO_CHARSETS:
            return None
        text = content.decode(name)
        text.encode("utf-8")  # UTF-7 can spell half a character, which no record can hold
    except (LookupError, ValueError, TypeError):
        return None
    return text


def _looks_false(text: str, content: bytes, name: str) -> bool:
    """Whether declared text may be another encoding's bytes: UTF-8 or an old Vietnamese table called latin-1."""
    return not content.isascii() and (is_mojibake(text) or name not in {"utf-8", "utf8"})


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def header_text(raw: object, limit: int = 4000) -> str:
    """A header's value with RFC 2047 words decoded, on one line, without control characters."""
    value = str(raw)[: limit * 4]
    if any("\udc80" <= char <= "\udcff" for char in value):
        value = decoded(value.encode("ascii", "surrogateescape"), None)
    try:
        parts = email.header.decode_header(value) if "=?" in value else [(value, None)]
        text = "".join(part if isinstance(part, str) else decoded(part, charset) for part, charset in parts)
    except (ValueError, LookupError, AssertionError, email.errors.HeaderParseError):
        text = value
    return _nfc(re.sub(r"[\x00-\x1f\x7f\s]+", " ", text)).strip()[:limit]
