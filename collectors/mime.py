"""Raw bytes to InboundMail: whatever comes in, something comes out, in bounded time; nothing is executed or fetched."""

from __future__ import annotations

import email
import re
from datetime import datetime
from email.message import Message as MimePart
from email.policy import Compat32

from collectors.mime_headers import (
    FAULTS,
    MAX_HEADERS,
    first_id,
    headers_of,
    raw_header,
    recipients,
    references,
    sender,
    sent_at,
)
from collectors.mime_parts import MAX_DEPTH, MAX_PARTS, Found, collect, joined
from collectors.mime_text import header_text
from dondoc.mail import InboundMail, sha256_of
from dondoc.messages import say

MAX_RAW = 80_000_000
MAX_HEADER_BYTES = 1_000_000
_BOUNDARIES = re.compile(rb"^--", re.MULTILINE)
_LONG_HEADERS = (b"\ncontent-type:", b"\ncontent-disposition:")
_LONGEST_LINE = 6_000
_MANY_PARAMETERS = re.compile(rb";(?:\s*;){399}")


class _AsWritten(Compat32):
    """Gives headers as they stand: the stock policy puts a mark of its own in the place of letters sent as UTF-8."""

    # The library passes both by position.
    def header_fetch_parse(self, _name: str, value: str) -> str:
        return value


_AS_WRITTEN = _AsWritten()


def parse_mail(raw: bytes, *, received_at: datetime | None) -> InboundMail:
    """Decode a mail; faults of its form are named in the result and never raised."""
    found = Found()
    message = _parsed(raw, found)
    headers = tuple(headers_of(message))
    try:
        collect(message, found)
    except FAULTS:
        found.fault(say("the mail's parts are damaged"))
    name, address = sender(message)
    return InboundMail(
        raw_sha256=sha256_of(raw),
        size=len(raw),
        message_id=first_id(message, "message-id"),
        sender=address,
        sender_name=name,
        recipients=tuple(recipients(message)),
        subject=header_text(raw_header(message, "subject")),
        references=tuple(references(message)),
        sent_at=sent_at(message),
        received_at=received_at,
        headers=headers,
        text=joined(found.texts),
        html=joined(found.htmls),
        attachments=tuple(found.attachments),
        delivery_status=tuple(found.delivery_status),
        forms=tuple(found.forms),
        documents=tuple(found.documents),
        faults=tuple(found.faults),
    )


def _parsed(raw: bytes, found: Found) -> MimePart:
    content = raw
    if len(content) > MAX_RAW:
        found.fault(say("the mail is too large to be read whole"))
        content = content[:MAX_RAW]
    if _is_bomb(content):
        found.fault(say("the mail has too many parts to be read"))
        content = _head_only(content)
    try:
        return email.message_from_bytes(content, policy=_AS_WRITTEN)
    except FAULTS:
        found.fault(say("the mail's parts are damaged"))
        return MimePart()


def _is_bomb(content: bytes) -> bool:
    head_end = content.find(b"\n\n", 0, MAX_HEADER_BYTES + 2)
    crlf_end = content.find(b"\r\n\r\n", 0, MAX_HEADER_BYTES + 2)
    if head_end < 0 and crlf_end < 0 and len(content) > MAX_HEADER_BYTES:
        return True
    folded = content.lower()
    return (
        any(_has_long_line(folded, name) for name in _LONG_HEADERS)
        or _MANY_PARAMETERS.search(content) is not None
        or folded.count(b"boundary=") > 4 * MAX_DEPTH
        or sum(1 for _ in _BOUNDARIES.finditer(content)) > 40 * MAX_PARTS
    )


def _has_long_line(folded: bytes, name: bytes) -> bool:
    """Whether such a header has a line that the standard library would chew on; looked for without a pattern."""
    at = 0 if folded.startswith(name[1:]) else folded.find(name)
    while at >= 0:
        end = folded.find(b"\n", at + 1)
        if (len(folded) if end < 0 else end) - at > _LONGEST_LINE:
            return True
        at = folded.find(name, at + 1)
    return False


def _head_only(content: bytes) -> bytes:
    """The headers and the beginning of the body as plain text."""
    head, separator, body = content[:MAX_HEADER_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")
    kept = [line for line in head.split(b"\n")[:MAX_HEADERS] if not line.lower().startswith(b"content-type")]
    return b"\n".join(kept) + (separator or b"\n\n") + body[:20_000]
