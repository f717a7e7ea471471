"""Mails as bytes, piece by piece: a head, parts, and the files inside them."""

from __future__ import annotations

import io
import zipfile
from base64 import encodebytes

from collectors.mime import parse_mail
from dondoc.mail import InboundMail

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


def parse(raw: bytes) -> InboundMail:
    return parse_mail(raw, received_at=None)


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
