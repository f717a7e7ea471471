from __future__ import annotations

import io
import random
import struct
import time
import unicodedata
import zipfile
from base64 import encodebytes
from pathlib import Path

import pytest

from collectors.mime import parse_mail
from collectors.mime_text import decoded
from dondoc.mail import InboundMail

SAMPLES = Path(__file__).parents[1] / "golden" / "samples"
HEAD = (
    b"From: =?utf-8?b?U+G7nyBZIHThur8=?= <VanThu@SYT.example>\r\n"
    b"To: nhac+abc@office.example\r\n"
    b"Subject: =?utf-8?q?Re=3A_=5BQCN=5D_=C4=90=E1=BB=81?=\r\n =?utf-8?q?_ngh=E1=BB=8B?=\r\n"
    b"Message-ID: <m1@syt.example>\r\n"
    b"In-Reply-To: <r2@office.example>\r\n"
    b"References: <r1@office.example> <r2@office.example>\r\n"
    b"Date: Fri, 13 Nov 2026 07:30:00 +0700\r\n"
    b"MIME-Version: 1.0\r\n"
)
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


def parse(raw: bytes) -> InboundMail:
    return parse_mail(raw, received_at=None)


def tcvn3(text: str) -> bytes:
    table = {char: 0xA1 + place for place, char in enumerate(LETTERS)}
    table |= {char: start + place for start, chars in TONED.items() for place, char in enumerate(chars)}
    return bytes(table.get(char) or ord(char) for char in text)


def part(content: bytes, name: str, kind: str = "application/octet-stream") -> bytes:
    head = f'Content-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n'
    return head.encode() + b"Content-Transfer-Encoding: base64\r\n\r\n" + encodebytes(content)


def mail_with(*parts: bytes) -> InboundMail:
    body = b"".join(b"--x\r\n" + piece + b"\r\n" for piece in (b"Content-Type: text/plain\r\n\r\nhi", *parts))
    return parse(HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + body + b"--x--")


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return zipped(word__document_dot_xml=f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'.encode())


def test_headers_are_decoded() -> None:
    mail = parse(HEAD + b"\r\nhi")

    assert (mail.sender, mail.sender_name, mail.subject) == ("vanthu@syt.example", "Sở Y tế", "Re: [QCN] Đề nghị")
    assert (mail.message_id, mail.references) == ("m1@syt.example", ("r2@office.example", "r1@office.example"))
    assert mail.recipients == ("nhac+abc@office.example",)
    assert str(mail.sent_at) == "2026-11-13 00:30:00+00:00"


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


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"Content-Disposition: attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o.docx", "Báo cáo.docx"),
        (b"Content-Disposition: attachment; filename*0*=utf-8''B%C3%A1o; filename*1*=%20c%C3%A1o.docx", "Báo cáo.docx"),
        (b'Content-Type: application/x; name="=?utf-8?b?QsOhbyBjw6FvLmRvY3g=?="', "Báo cáo.docx"),
        (b'Content-Disposition: attachment; filename="..\\\\..\\\\C:\\\\Win\\\\a.docx"', "a.docx"),
        (b'Content-Disposition: attachment; filename="/etc/passwd"', "passwd"),
        (b'Content-Disposition: attachment; filename="a\x01b\tc.docx"', "a b c.docx"),
        (b"Content-Disposition: attachment; filename*=utf-8''a%E2%80%AExcod.exe", "a_xcod.exe"),
        (b"Content-Disposition: attachment", "tep-1.txt"),
    ],
    ids=str,
)
def test_names_of_files_are_decoded_and_cleaned(raw: bytes, name: str) -> None:
    (file,) = parse(HEAD + raw + b"\r\n\r\nx").attachments

    assert file.name == name


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", zipped(a=b"x"), "archive"),
        ("a.rar", b"Rar!\x1a\x07\x00x", "archive"),
        ("a.docx", zipped(word__document_dot_xml=b"<a/>", word__vbaProject_dot_bin=b"x"), "macros"),
        ("a.xlsm", zipped(xl__workbook_dot_xml=b"<a/>"), "macros"),
        ("a.pdf", b"MZ\x90\x00", "program"),
        ("a.pdf.exe", b"x", "program"),
        ("a.js", b"x", "program"),
        ("a.html", b"<html>", "program"),
        ("Bao cao.docx", b"<html><script>", "not what its name says"),
    ],
)
def test_dangerous_files_are_kept_but_flagged_and_never_opened(name: str, content: bytes, words: str) -> None:
    mail = mail_with(part(content, name))

    (file,) = mail.attachments
    assert file.content == content
    assert words in str(file.warnings[0])
    assert mail.documents == ()


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.docx", "a.xlsx", "a.doc"])
def test_ordinary_files_carry_no_warning(name: str) -> None:
    contents = {
        "a.pdf": b"%PDF-1.7",
        "a.jpg": b"\xff\xd8\xff",
        "a.docx": word("x"),
        "a.xlsx": zipped(xl__workbook_dot_xml=b"<a/>"),
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x",
    }

    (file,) = mail_with(part(contents[name], name)).attachments

    assert file.warnings == ()


def test_text_of_word_files_is_offered() -> None:
    (document,) = mail_with(part(word("NV1: đã hoàn thành", "NV3: 60%"), "Bao cao.docx")).documents

    assert document.text == "NV1: đã hoàn thành\nNV3: 60%"


def test_text_of_sheets_is_offered_row_by_row() -> None:
    sheet = b'<s><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1"><v>12</v></c></row></sheetData></s>'
    content = zipped(
        xl__workbook_dot_xml=b"<a/>",
        xl__worksheets__sheet1_dot_xml=sheet,
        xl__sharedStrings_dot_xml="<s><si><t>NV3: đã hoàn thành</t></si></s>".encode(),
    )

    (document,) = mail_with(part(content, "a.xlsx")).documents

    assert document.text == "| NV3: đã hoàn thành |  | 12 |"


@pytest.mark.parametrize(
    "document",
    [
        b"<a>" + b"x" * 60_000_000 + b"</a>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<a>" + b"<p>" * 3_000_000,
        b"<a><b></a>",
    ],
    ids=["bomb", "entity", "deep", "broken"],
)
def test_hostile_documents_are_kept_unread(document: bytes) -> None:
    mail = mail_with(part(zipped(word__document_dot_xml=document), "a.docx"))

    assert (len(mail.attachments), mail.documents) == (1, ())


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    body = b"".join(struct.pack("<BII", level, name, len(value)) + value + b"\0\0" for level, name, value in attributes)
    return struct.pack("<IH", 0x223E9F78, 1) + body


def test_winmail_dat_is_opened() -> None:
    long_name = "Báo cáo.docx".encode("utf-16-le") + b"\0\0"
    properties = struct.pack("<IHHII", 1, 0x001F, 0x3707, 1, len(long_name)) + long_name + b"\0" * (-len(long_name) % 4)
    content = tnef(
        (1, 0x0002800C, b"NV1: xong\0"),
        (2, 0x00069002, b"\0" * 14),
        (2, 0x00018010, b"BAOCAO~1.DOC\0"),
        (2, 0x0006800F, word("x")),
        (2, 0x00069005, properties),
    )

    mail = parse(
        HEAD
        + b"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + encodebytes(content)
    )

    assert mail.text == "NV1: xong"
    assert [file.name for file in mail.attachments] == ["Báo cáo.docx"]


@pytest.mark.parametrize("cut", range(0, 120, 7))
def test_damaged_winmail_dat_raises_nothing(cut: int) -> None:
    content = tnef((1, 0x0002800C, b"NV1: xong\0"), (2, 0x00069002, b"\0" * 14), (1, 0x00069003, b"\xff" * 40))[:cut]

    assert parse(
        HEAD
        + b"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + encodebytes(content)
    ).sender


def test_flowed_lines_are_joined_and_quotations_kept() -> None:
    body = b"NV1: \xc4\x91\xc3\xa3 ho\xc3\xa0n \r\nth\xc3\xa0nh.\r\n> abc \r\n> def\r\n-- \r\nAn"

    mail = parse(HEAD + b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n" + body)

    assert mail.text == "NV1: đã hoàn thành.\n> abc def\n-- \nAn"


def test_mail_attached_by_hand_is_kept_and_offered_as_text() -> None:
    head = b"From: a@b.example\r\nSubject: cu\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    inner = head + "NV1: đã hoàn thành".encode()

    mail = mail_with(b"Content-Type: message/rfc822\r\n\r\n" + inner)

    assert [file.name for file in mail.attachments] == ["cu.eml"]
    assert [document.text for document in mail.documents] == ["NV1: đã hoàn thành"]


def test_every_sample_is_parsed_without_fault() -> None:
    for file in SAMPLES.rglob("*.eml"):
        assert parse(file.read_bytes()).faults == ()


MIXED = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
NESTED = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
CONTINUED = b"name*%d*=utf-8''%%41;"
HOSTILE = {
    "nested multiparts": b"".join(NESTED % (i, i) for i in range(2000)),
    "nested messages": b"Content-Type: message/rfc822\r\n\r\n" * 900,
    "thousands of parts": MIXED + b"--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n" * 50_000,
    "headers without end": b"X-A: b\r\n" * 200_000,
    "encoded words": b"X-A: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\n",
    "recipients": b"Cc: " + b'"a" <a@b>, ' * 100_000 + b"\r\n\r\n",
    "parentheses": b"Cc: " + b"(" * 200_000 + b"\r\n\r\n",
    "parameters": b"Content-Type: text/plain" + b";" * 300_000 + b"\r\n\r\nx",
    "continuations": b"Content-Type: application/pdf; " + b"".join(CONTINUED % i for i in range(20_000)) + b"\r\n\r\nx",
    "odd parameters": b"Content-Type: application/pdf; name*999999999999999=x; name*=x'y'z; charset*=a'b'c\r\n\r\nx",
    "one long line": b"\r\n" + b"A" * 10_000_000,
    "uuencode": b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\n" + b'#0V%T\r\n' * 50_000,
    "nothing": b"",
    "null bytes": b"\0" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_is_read_in_bounded_time(name: str) -> None:
    started = time.process_time()

    mail = parse(HEAD + HOSTILE[name])

    assert time.process_time() - started < 2
    assert mail.raw_sha256


def test_a_thousand_damaged_mails_raise_nothing() -> None:
    chance = random.Random(2026)
    raws = [file.read_bytes() for file in sorted(SAMPLES.rglob("*.eml"))]
    slowest = 0.0
    for _ in range(1000):
        raw = damaged(chance, bytearray(chance.choice(raws)))
        started = time.process_time()
        parse(raw)
        slowest = max(slowest, time.process_time() - started)

    assert slowest < 2


def damaged(chance: random.Random, raw: bytearray) -> bytes:
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(raw) + 1)
        match chance.randrange(4):
            case 0:
                raw[place:place] = chance.randbytes(chance.randint(1, 40))
            case 1:
                del raw[place : place + chance.randint(1, 200)]
            case 2:
                raw[place:place] = raw[: chance.randint(1, 300)]
            case _:
                raw[place:place] = chance.choice(
                    [
                        b"\r\n\r\n",
                        b"--",
                        b"=?utf-8?b?",
                        b"\0",
                        b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n",
                        b"*0*=",
                    ]
                )
    return bytes(raw)
