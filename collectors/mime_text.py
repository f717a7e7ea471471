"""Bytes of a mail as text: declared charsets, false ones, and the old Vietnamese encodings. Never raises."""

from __future__ import annotations

import codecs
import email.errors
import email.header
import re
import unicodedata

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
}
# TCVN 5712:1993 (VN3): the characters of the bytes 0xA1-0xFE; "\0" where a byte is not used in text.
_TCVN = (
    "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0\u00e0ảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ"
)  # fmt: skip
_TCVN_TABLE = {0xA1 + offset: char for offset, char in enumerate(_TCVN) if char != "\0"}
_TCVN_TYPICAL = re.compile(
    rb"\xae[\xb5-\xd7\xdc-\xfe]|[\xb5-\xb9\xbb-\xbe\xc6-\xd7\xdc-\xdf\xe1-\xef\xf1-\xfe](?:[a-z]|\b)"
    rb"|\xad[\xea-\xee\xe8-\xee]"
)
_WORDS = re.compile(
    r"\b(?:đã|đang|chưa|hoàn|thành|thực|hiện|nhiệm|vụ|các|của|không|và|được|báo|cáo|số|gửi|ngày|kính)\b", re.IGNORECASE
)
_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf]|\u00c4[\u0090\u0091\u0083]|\u00e1[\u00ba\u00bb][\u0080-\u00bf]|Ã[\u00a0-\u00bf¡-¿]|á»|áº"
)


def decoded(content: bytes, charset: str | None) -> str:
    """The text of a part: as declared where that makes sense, else as Vietnamese habits suggest; NFC."""
    if content[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return _nfc(content.decode("utf-16", "replace"))
    name = (charset or "").strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    text = _strict(content, name) if name not in {"", "us-ascii", "ascii", "tcvn"} else None
    if text is None or _looks_false(text, content):
        text = _guessed(content, name, text)
    return _nfc(text)


def _guessed(content: bytes, name: str, declared: str | None) -> str:
    """Try what Vietnamese programs write; the candidate with most Vietnamese words wins, the declared one on a tie."""
    utf8 = _strict(content, "utf-8")
    if utf8 is not None and (declared is None or not content.isascii()):
        return utf8
    candidates = [text for text in (declared, tcvn(content), _strict(content, "cp1258")) if text is not None]
    best = max(candidates, key=lambda text: len(_WORDS.findall(_nfc(text))), default=None)
    if best is not None and (declared is not None or _WORDS.search(_nfc(best))):
        return best
    return content.decode("utf-8" if name in {"", "utf-8"} else "latin-1", "replace")


def tcvn(content: bytes) -> str | None:
    """TCVN3 text, which no codec of Python knows; None where bytes occur that it does not use."""
    if not _TCVN_TYPICAL.search(content):
        return None
    chars = []
    for byte in content:
        char = chr(byte) if byte < 0x80 else _TCVN_TABLE.get(byte)
        if char is None:
            return None
        chars.append(char)
    return "".join(chars)


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (LookupError, ValueError, TypeError):
        return None


def _looks_false(text: str, content: bytes) -> bool:
    """Whether declared text reads as another encoding's bytes: UTF-8 called latin-1, or TCVN3 called anything."""
    if content.isascii():
        return False
    return _MOJIBAKE.search(text) is not None or (_WORDS.search(_nfc(text)) is None and tcvn(content) is not None)


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
