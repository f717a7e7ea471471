"""Files that come with a mail: their names, their dangers, the text they offer, winmail.dat."""

from __future__ import annotations

import struct
from base64 import encodebytes

import pytest

from tests.adapters.raw_mails import HEAD, mail_with, parse, part, word, zipped


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


def test_mail_attached_by_hand_is_kept_and_offered_as_text() -> None:
    head = b"From: a@b.example\r\nSubject: cu\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    inner = head + "NV1: đã hoàn thành".encode()

    mail = mail_with(b"Content-Type: message/rfc822\r\n\r\n" + inner)

    assert [file.name for file in mail.attachments] == ["cu.eml"]
    assert [document.text for document in mail.documents] == ["NV1: đã hoàn thành"]
