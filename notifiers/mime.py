"""Writes a mail as bytes by hand: ASCII on the wire, CRLF, folded headers, the same input always the same bytes.

The stdlib's modern EmailMessage builds 200-400 mails a second and its older classes do not fold what Outlook needs;
what is written here is the small part of RFC 5322, 2045-2047 and 2231 that our mails use.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from urllib.parse import quote

from dondoc.mail import Attachment
from dondoc.text import plain

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_WIDTH = 76
_NAME_BUDGET = 60
_SPECIALS = re.compile(r'[()<>@,:;".\[\]\\]')


@dataclass(frozen=True, slots=True)
class Field:
    """One header; `value` is ASCII already except for `text` headers, which are encoded as a whole."""

    name: str
    value: str
    is_text: bool = False


def build_mime(headers: Sequence[Field], text: str, html: str, attachments: Sequence[Attachment]) -> bytes:
    """The whole mail: text and HTML as alternatives, then the attachments."""
    seed = hashlib.sha256("\n".join(field.value for field in headers).encode("utf-8")).hexdigest()[:24]
    body = _alternative(text, html, f"=_alt_{seed}")
    if attachments:
        body = _multipart("mixed", f"=_mix_{seed}", [body, *(_attachment(file) for file in attachments)])
    head = [_folded(field) for field in (*headers, Field("MIME-Version", "1.0"))]
    return "".join([*head, body]).encode("ascii")


def mailbox(name: str, address: str) -> str:
    """``Tên <addr>`` with only the name encoded; the stock way encodes the address too when the name is not ASCII."""
    name, address = clean(name), clean(address).replace(" ", "")
    if not name:
        return address
    if name.isascii():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{address}>' if _SPECIALS.search(name) else f"{name} <{address}>"
    return f"{_encoded(name, 0)} <{address}>"


def clean(value: str) -> str:
    """A header value on one line: control characters and line separators become one space, what nobody sees nothing."""
    return plain(_CONTROL.sub(" ", value)).strip()


def _folded(field: Field) -> str:
    """``Name: value`` with its line end, folded at spaces; a single word longer than a line stays whole."""
    value = clean(field.value)
    words = (_encoded_tail(value, len(field.name) + 2) if field.is_text else value).split(" ")
    lines = [f"{field.name}: {words[0]}"]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > _WIDTH:
            lines.append(f" {word}")
        else:
            lines[-1] = f"{lines[-1]} {word}"
    return "\r\n".join(lines) + "\r\n"


def _encoded_tail(text: str, used: int) -> str:
    """`text` from its first word that is not ASCII on as encoded words; what stands before stays readable."""
    if text.isascii():
        return text
    plain = text[: next(index for index, char in enumerate(text) if not char.isascii())].rpartition(" ")[0]
    return f"{plain} {_encoded(text[len(plain) + 1 :], 0)}" if plain else _encoded(text, used)


def _encoded(text: str, used: int) -> str:
    """RFC 2047 in UTF-8, no encoded word above 75 characters and no character cut in two, one space between words."""
    name = "x" * max(used - 2, 0)
    return Header(text, "utf-8", maxlinelen=_WIDTH - 1, header_name=name).encode(linesep="\n").replace("\n ", " ")


def _alternative(text: str, html: str, boundary: str) -> str:
    return _multipart("alternative", boundary, [_text_part("plain", text), _text_part("html", html)])


def _text_part(subtype: str, text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8")
    return f"Content-Type: text/{subtype}; charset=utf-8\r\n" + _base64(lines)


def _multipart(subtype: str, boundary: str, parts: Sequence[str]) -> str:
    head = f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'
    return head + "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"


def _attachment(file: Attachment) -> str:
    """The name twice: RFC 2231 for the world, RFC 2047 in `name=` for Outlook."""
    name = clean(file.name).replace('"', "'").replace("\\", "_")
    method = "; method=PUBLISH" if file.media_type == "text/calendar" else ""
    charset = "; charset=utf-8" if file.media_type.startswith("text/") else ""
    if name.isascii():
        type_name, disposition = f'name="{name}"', f'filename="{name}"'
    else:
        type_name = 'name="' + _encoded(name, 8).replace(" ", "\r\n ") + '"'
        disposition = _rfc2231("filename", name)
    return (
        f"Content-Type: {clean(file.media_type)}{charset}{method};\r\n {type_name}\r\n"
        f"Content-Disposition: attachment;\r\n {disposition}\r\n" + _base64(file.content)
    )


def _rfc2231(parameter: str, value: str) -> str:
    """``filename*=utf-8''…``, in numbered pieces when it does not fit one line."""
    whole = quote(value, safe="")
    if len(whole) <= _NAME_BUDGET:
        return f"{parameter}*=utf-8''{whole}"
    pieces = re.findall(rf"(?:%..|[^%]){{1,{_NAME_BUDGET // 3}}}", whole)
    named = [f"{parameter}*{index}*={piece}" for index, piece in enumerate(pieces)]
    named[0] = named[0].replace("=", "=utf-8''", 1)
    return ";\r\n ".join(named)


def _base64(content: bytes) -> str:
    encoded = base64.encodebytes(content).decode("ascii").replace("\n", "\r\n")
    return f"Content-Transfer-Encoding: base64\r\n\r\n{encoded}"
