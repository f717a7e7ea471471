"""Attached files that would keep a machine busy: each is kept, none is read for long, and the text beside it counts."""

from __future__ import annotations

import base64
import io
import struct
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from collectors.mime import parse_mail
from collectors.mime_types import DOCX, XLSX
from dondoc.plan.load import load_plan
from dondoc.reading.context import context_for
from dondoc.reading.reader import read_reply
from dondoc.reply import Reply, RequestRef
from tests.app.desk import PLAN

SECONDS = 2.0
PLAN_READ = load_plan(PLAN).plan
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELS = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
REL = f'<Relationship Id="%s" Type="{OFFICE}/relationships/%s" Target="%s"/>'
TYPE = '<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.%s+xml"/>'


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: bytes, before: bytes = b"", **more: bytes) -> bytes:
    """A Word file whose document is `body`, whatever that is."""
    document = before + f'<w:document xmlns:w="{WORD}"><w:body>'.encode() + body + b"</w:body></w:document>"
    return zipped({"word/document.xml": document, **more})


def xlsx(rows: bytes, shared: bytes = b"", types: bytes = b"", sheet: str = "worksheets/sheet1.xml") -> bytes:
    """An Excel file that openpyxl would read too."""
    kinds = TYPE % ("xl/workbook.xml", "spreadsheetml.sheet.main") + TYPE % (f"xl/{sheet}", "spreadsheetml.worksheet")
    kinds += TYPE % ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings")
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>"
    )
    parts = REL % ("r1", "worksheet", sheet) + REL % ("r2", "sharedStrings", "sharedStrings.xml")
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{kinds}'.encode() + types + b"</Types>",
            "_rels/.rels": (RELS % REL % ("r1", "officeDocument", "xl/workbook.xml")).encode(),
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": (RELS % parts).encode(),
            f"xl/{sheet}": f'<worksheet xmlns="{MAIN}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'.encode() + shared + b"</sst>",
        }
    )


def crowd(entries: int) -> bytes:
    """A zip whose list names one small file again and again: all its entries overlap."""
    content = zipped({"word/document.xml": b"<a/>"})
    begin = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    listed = content[begin:end] * entries
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, entries % 65536, entries % 65536, len(listed), begin, 0)
    return content[:begin] + listed + tail


def tnef(body: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + body


def attribute(name: int, value: bytes) -> bytes:
    return struct.pack("<BII", 2, name, len(value)) + value + b"\0\0"


def endless_properties() -> bytes:
    one = struct.pack("<HHI", 0x101F, 0x3707, 0xFFFFFFFF) + bytes(4_000)
    properties = struct.pack("<I", 0xFFFFFFFF) + one * 500
    return tnef((attribute(0x69002, b"") + attribute(0x69005, properties)) * 5)


def mail_with(content: bytes, name: str, media_type: str, times: int = 1) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "so-b@tinh.example", "office@so-a.example", "Re: báo cáo"
    mail["Message-ID"] = "<a@tinh.example>"
    mail.set_content("1. Đã hoàn thành")
    main, _, sub = media_type.partition("/")
    for _ in range(times):
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def read(raw: bytes) -> tuple[Reply, float]:
    """The reading, and the seconds of our own work it took."""
    began = time.process_time()
    mail = parse_mail(raw, received_at=None)
    reply = read_reply(mail, plan=PLAN_READ, context=context_for(PLAN_READ, RequestRef("nam-2026", "so-b")))
    return reply, time.process_time() - began


CELL = b'<c t="s"><v>0</v></c>'
HEAVY: dict[str, Callable[[], bytes]] = {
    "a tag of 28 MB": lambda: mail_with(docx(b'<w:p x="' + b"a" * 28_000_000 + b'"/>'), "a.docx", DOCX),
    "a tag of 28 MB in a sheet": lambda: mail_with(xlsx(b'<row x="' + b"a>" * 14_000_000 + b'"/>'), "a.xlsx", XLSX),
    "a comment of 28 MB": lambda: mail_with(docx(b"<!--" + b"<a> " * 7_000_000 + b"-->"), "a.docx", DOCX),
    "a comment in UTF-16": lambda: mail_with(
        zipped({"word/document.xml": ("<!--" + ("a" * 90_000 + "<") * 140 + "--><a/>").encode("utf-16")}),
        "a.docx",
        DOCX,
    ),
    "a million attributes": lambda: mail_with(
        docx(b"<w:p " + b"".join(b'a%d="1" ' % number for number in range(500_000)) + b"/>"), "a.docx", DOCX
    ),
    "a million shared texts": lambda: mail_with(
        xlsx(b"<row>" + CELL + b"</row>", b"<si><t>a</t></si>" * 1_200_000), "a.xlsx", XLSX
    ),
    "one long text in every cell": lambda: mail_with(
        xlsx((b"<row>" + CELL * 30 + b"</row>") * 1_500, b"<si><t>" + b"ab " * 1_000_000 + b"</t></si>"), "a.xlsx", XLSX
    ),
    "a sheet under another name": lambda: mail_with(
        xlsx((b"<row>" + CELL * 30 + b"</row>") * 30_000, b"<si><t>a</t></si>", sheet="a.png"), "a.xlsx", XLSX
    ),
    "as many types as letters": lambda: mail_with(
        xlsx(b"", types=b'<Override PartName="/a" ContentType="b"/>' * 300_000), "a.xlsx", XLSX
    ),
    "ten heavy tables": lambda: mail_with(
        xlsx((b"<row>" + b"<c><v>1</v></c>" * 40 + b"</row>") * 2_000), "a.xlsx", XLSX, times=10
    ),
    "ten long documents": lambda: mail_with(
        docx(b"<w:p><w:r><w:t>1. Da hoan thanh, NV2 chua</w:t></w:r></w:p>" * 15_000), "a.docx", DOCX, times=10
    ),
    "a list of 60,000 overlapping files": lambda: mail_with(crowd(60_000), "a.docx", DOCX),
    "300 such lists": lambda: mail_with(crowd(4_000), "a.docx", DOCX, times=100),
    "endless properties in winmail.dat": lambda: mail_with(
        endless_properties(), "winmail.dat", "application/ms-tnef", times=3
    ),
    "400,000 attributes in winmail.dat": lambda: mail_with(
        tnef(attribute(0x69002, b"") * 400_000), "winmail.dat", "application/ms-tnef"
    ),
}


@pytest.mark.parametrize("name", HEAVY)
def test_no_attached_file_keeps_the_reader_busy(name: str) -> None:
    reply, seconds = read(HEAVY[name]())

    assert [(item.task, item.status) for item in reply.items] == [(1, "done")]
    assert seconds < SECONDS


def test_a_file_too_heavy_to_be_read_is_kept_and_said() -> None:
    raw = mail_with(docx(b"<w:p/>" * 500_000), "bao-cao.docx", DOCX)

    reply, _ = read(raw)

    assert "the attached file bao-cao.docx is too large to be read by a machine" in map(str, reply.review)
    assert [file.name for file in parse_mail(raw, received_at=None).attachments] == ["bao-cao.docx"]


def test_a_long_report_is_still_read() -> None:
    """A hundred pages, as Word writes them."""
    run = b'<w:r w:rsidRPr="00A77B3E"><w:rPr><w:lang w:val="vi"/></w:rPr><w:t>%s</w:t></w:r>'
    page = b'<w:p w:rsidR="00A77B3E">' + b"".join(run % b"noi" for _ in range(12)) + b"</w:p>"
    body = page * 900 + b"<w:p>" + run % "Nhiệm vụ 2: Đã hoàn thành.".encode() + b"</w:p>"

    reply, _ = read(mail_with(docx(body), "bao-cao.docx", DOCX))

    assert 2 in {item.task for item in reply.suggestions}


@pytest.mark.parametrize(
    "before",
    [
        b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a [<!ENTITY a "zzzzzzzzzz"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_no_entity_of_an_attached_file_is_followed(before: bytes) -> None:
    content = docx(b"<w:p><w:r><w:t>NV2: &a;&b;</w:t></w:r></w:p>", before)

    mail = parse_mail(mail_with(content, "a.docx", DOCX), received_at=None)

    assert not any("root:" in document.text or "zz" in document.text for document in mail.documents)


CHARSETS = (
    "punycode",
    "idna",
    "unicode_escape",
    "raw-unicode-escape",
    "undefined",
    "zlib",
    "hex",
    "utf-7",
    "rot13",
    "x",
)


@pytest.mark.parametrize("charset", CHARSETS)
def test_no_charset_keeps_the_reader_busy_or_gives_what_no_record_can_hold(charset: str) -> None:
    text = b"1. Da hoan thanh\n\\ud800 +2AA- \\x00 xn--" + b"9z" * 200_000 + b"-"
    raw = (
        b"From: so-b@tinh.example\r\nTo: office@so-a.example\r\nMessage-ID: <a@b.example>\r\n"
        b"Subject: =?%s?Q?a-9z=D8?=\r\n"
        b"Content-Type: text/plain; charset=%s\r\n\r\n%s" % (charset.encode(), charset.encode(), text)
    )

    reply, seconds = read(raw)

    assert seconds < SECONDS
    reply.text.encode("utf-8")
    parse_mail(raw, received_at=None).subject.encode("utf-8")


def test_letters_sent_as_bare_utf_8_are_read_in_headers_and_file_names() -> None:
    file = base64.b64encode(b"%PDF-1.4").decode()
    raw = (
        "From: Sở Bình <so-b@khánhhòa.example>\r\nSubject: Báo cáo\r\nMIME-Version: 1.0\r\n"
        'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="công văn.pdf"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{file}\r\n"
    )

    mail = parse_mail(raw.encode(), received_at=None)

    assert (mail.sender_name, mail.sender) == ("Sở Bình", "so-b@khánhhòa.example")
    assert mail.subject == "Báo cáo"
    assert [attachment.name for attachment in mail.attachments] == ["công văn.pdf"]
