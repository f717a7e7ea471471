"""Text of Vietnamese programs older than Unicode, and UTF-8 read twice, set right; only where the result is sure."""

from __future__ import annotations

import re
import unicodedata

# TCVN 5712:1993 (VN3): the characters of the bytes 0xA1-0xFE; "\0" where a byte is not used in text.
_TCVN = (
    "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0\u00e0ảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ"
)  # fmt: skip
_TCVN_TABLE = {0xA1 + offset: char for offset, char in enumerate(_TCVN) if char != "\0"}
_TCVN_TYPICAL = re.compile(
    rb"\xae[\xb5-\xd7\xdc-\xfe]|[\xb5-\xb9\xbb-\xbe\xc6-\xd7\xdc-\xdf\xe1-\xef\xf1-\xfe](?:[a-z]|\b)"
    rb"|\xad[\xea-\xee\xe8-\xee]"
)
# VISCII 1.1 (RFC 1456): the characters of the bytes 0x80-0xFF.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_TABLE = {0x80 + offset: char for offset, char in enumerate(_VISCII)}
# VNI: a letter of Latin-1 behind a vowel is its mark; a few letters stand alone.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = dict(zip("âáàåãä", ("\u0302", *(f"\u0302{t}" for t in "\u0301\u0300\u0309\u0303\u0323")), strict=True))
_VNI_BOWLS = dict(zip("êéèúüë", ("\u0306", *(f"\u0306{t}" for t in "\u0301\u0300\u0309\u0303\u0323")), strict=True))
_VNI_ALONE = {
    "ñ": "đ",
    "Ñ": "Đ",
    "ö": "ư",
    "Ö": "Ư",
    "ô": "ơ",
    "Ô": "Ơ",
    "æ": "ỉ",
    "Æ": "Ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}
_VNI_LETTER = re.compile(
    "([aA])([âáàåãäêéèúüëùøûõï])|([eEoO])([âáàåãäùøûõï])|([uUyYöÖôÔ])([ùøûõï])|[ñÑöÖôÔæÆóòî]", re.IGNORECASE
)
_VNI_TYPICAL = re.compile(
    r"\b(?:ñaõ|ñang|chöa|hoaøn|thaønh|nhieäm|vuï|thöïc|hieän|khoâng|ñöôïc|baùo|caùo|göûi|vaø|cuûa|caùc|ngaøy)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:đã|đang|chưa|hoàn|thành|thực|hiện|nhiệm|vụ|các|của|không|và|được|báo|cáo|số|gửi|ngày|kính)\b", re.IGNORECASE
)
_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf]|\u00c4[\u0090\u0091\u0083]|\u00e1[\u00ba\u00bb][\u0080-\u00bf]|Ã[\u00a0-\u00bf¡-¿]|á»|áº|Ä‘|Æ°|Æ¡"
)
_MOJIBAKE_SIGNS = ("Ã", "Ä", "Æ", "á»", "áº", "\u00e1\u00ba", "\u00e1\u00bb")
_VIETNAMESE = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]", re.IGNORECASE)
MIN_WORDS = 3


def words_in(text: str) -> int:
    """How many of the commonest Vietnamese words stand in a text."""
    return len(_WORDS.findall(unicodedata.normalize("NFC", text)))


def is_mojibake(text: str) -> bool:
    """Whether letters stand together as only UTF-8 read by another table leaves them."""
    return any(sign in text for sign in _MOJIBAKE_SIGNS) and _MOJIBAKE.search(text) is not None


def tcvn(content: bytes) -> str | None:
    """TCVN3 text, which no codec of Python knows; None where bytes occur that it does not use."""
    return _by_table(content, _TCVN_TABLE) if _TCVN_TYPICAL.search(content) else None


def viscii(content: bytes) -> str | None:
    """VISCII text, which no codec of Python knows either."""
    return _by_table(content, _VISCII_TABLE)


def _by_table(content: bytes, table: dict[int, str]) -> str | None:
    chars = [chr(byte) if byte < 0x80 else table.get(byte) for byte in content]
    return None if None in chars else "".join(filter(None, chars))


def restored(text: str) -> str:
    """The text, set right where it was surely written by an old program or read by the wrong table."""
    if text.isascii():
        return text
    if is_mojibake(text):
        return _read_once(text) or "\n".join(_read_once(line) or line for line in text.split("\n"))
    if ("ñ" in text or "ö" in text) and len(_VNI_TYPICAL.findall(text)) >= MIN_WORDS + words_in(text):
        return _from_vni(text)
    if _WORDS.search(text):
        return text
    content = _as_bytes(text)
    old = tcvn(content) if content is not None else None
    return old if old is not None and words_in(old) >= MIN_WORDS else text


def _read_once(text: str) -> str | None:
    """UTF-8 that was read by a table of the West and written as UTF-8 again; None where it was not."""
    content = _as_bytes(text) if is_mojibake(text) else None
    try:
        once = content.decode("utf-8") if content is not None else ""
    except UnicodeDecodeError:
        return None
    return once if _VIETNAMESE.search(once) else None


def _as_bytes(text: str) -> bytes | None:
    """The bytes that windows-1252 or Latin-1 would have shown so."""
    content = bytearray()
    for char in text:
        try:
            content += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            content.append(ord(char))
    return bytes(content)


def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    pair = next(((match[at], match[at + 1]) for at in (1, 3, 5) if match[at]), None)
    if pair is None:
        return _VNI_ALONE.get(match.group(), match.group())
    vowel, mark = pair
    marks = _VNI_BOWLS if vowel in "aA" and mark.lower() in _VNI_BOWLS else _VNI_HATS
    return unicodedata.normalize("NFC", _VNI_ALONE.get(vowel, vowel) + (_VNI_TONES | marks)[mark.lower()])
