"""Text as Vietnamese offices really send it: old encodings, false charsets, letters read twice."""

from __future__ import annotations

import unicodedata

import pytest

from collectors.mime_text import decoded

SENTENCE = "Kính gửi Sở, nhiệm vụ 3 đã hoàn thành, đang thực hiện các việc khác."
LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"
TONED = {
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}


def tcvn3(text: str) -> bytes:
    table = {char: 0xA1 + place for place, char in enumerate(LETTERS)}
    table |= {char: start + place for start, chars in TONED.items() for place, char in enumerate(chars)}
    return bytes(table.get(char) or ord(char) for char in text)


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (SENTENCE.encode(), "utf-8"),
        (SENTENCE.encode(), "us-ascii"),
        (SENTENCE.encode(), "iso-8859-1"),
        (SENTENCE.encode(), "no-such-charset"),
        (SENTENCE.encode(), None),
        (SENTENCE.encode("utf-16"), "utf-16"),
        (SENTENCE.encode("utf-16"), None),
        (tcvn3(SENTENCE), "us-ascii"),
        (tcvn3(SENTENCE), "iso-8859-1"),
        (tcvn3(SENTENCE), "windows-1252"),
        (tcvn3(SENTENCE), "x-viet-tcvn"),
        (unicodedata.normalize("NFD", SENTENCE).encode(), "utf-8"),
    ],
    ids=str,
)
def test_text_is_decoded_whatever_charset_is_claimed(content: bytes, charset: str | None) -> None:
    assert decoded(content, charset) == SENTENCE


VISCII = {"à": 0xE0, "á": 0xE1, "ã": 0xE3, "ê": 0xEA, "í": 0xED, "ô": 0xF4, "đ": 0xF0, "ụ": 0xF8, "ử": 0xD8}
VISCII |= {"ệ": 0xAE, "ở": 0xB7, "ự": 0xF1, "ư": 0xDF}


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "us-ascii", "viscii", "utf-8", None])
def test_viscii_is_told_by_its_words(charset: str | None) -> None:
    content = bytes(VISCII.get(char) or ord(char) for char in SENTENCE)

    assert decoded(content, charset) == SENTENCE


def test_utf_8_read_twice_is_set_right() -> None:
    twice = SENTENCE.encode().decode("latin-1").encode()

    assert decoded(twice, "utf-8") == SENTENCE


def test_a_line_read_twice_is_set_right_beside_one_that_was_not() -> None:
    twice = SENTENCE.encode().decode("latin-1")

    assert decoded(f"{SENTENCE}\n{twice}".encode(), "utf-8") == f"{SENTENCE}\n{SENTENCE}"


def test_tcvn_letters_sent_as_unicode_are_set_right() -> None:
    assert decoded(tcvn3(SENTENCE).decode("latin-1").encode(), "utf-8") == SENTENCE


def test_vni_letters_sent_as_unicode_are_set_right() -> None:
    vni = "Kính göûi Sôû, nhieäm vuï 3 ñaõ hoaøn thaønh, ñang thöïc hieän caùc vieäc khaùc."

    assert decoded(vni.encode(), "utf-8") == SENTENCE


def test_windows_1258_becomes_nfc() -> None:
    written = "Nhiệm vụ 2 đang thực hiện".translate({ord("ệ"): "ê\u0323", ord("ụ"): "u\u0323", ord("ự"): "ư\u0323"})

    assert decoded(written.encode("cp1258"), "windows-1258") == "Nhiệm vụ 2 đang thực hiện"


@pytest.mark.parametrize("text", ["Réponse: terminé", "naïve café", "Grüße aus Köln"])
def test_other_languages_in_latin_1_stay_what_they_are(text: str) -> None:
    assert decoded(text.encode("latin-1"), "iso-8859-1") == text
