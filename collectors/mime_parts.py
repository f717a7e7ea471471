"""The parts of a mail: its texts, its files, what a server reports; walked within limits, nothing is executed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message as MimePart

from collectors.documents import text_of_document
from collectors.excel_form import read_form
from collectors.mime_headers import FAULTS, raw_header
from collectors.mime_text import decoded, header_text
from collectors.mime_tnef import read_tnef
from collectors.mime_types import DOCX, XLSX, clean_name, kind_of_file
from collectors.weight import MAX_WEIGHT, weight_of
from dondoc.form import FormAnswer
from dondoc.mail import AttachedText, Attachment
from dondoc.messages import Message, say

MAX_PARTS = 300
MAX_DEPTH = 40
MAX_BODY = 2_000_000
MAX_OPENED = 10
MAX_ATTACHED_TEXT = 300_000


@dataclass(slots=True)
class Found:
    """What the parts hold."""

    texts: list[str] = field(default_factory=list)
    htmls: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    delivery_status: list[str] = field(default_factory=list)
    forms: list[FormAnswer] = field(default_factory=list)
    documents: list[AttachedText] = field(default_factory=list)
    faults: list[Message] = field(default_factory=list)
    opened: int = 0
    weight: int = 0

    def fault(self, message: Message) -> None:
        """Name what is wrong, once."""
        if message not in self.faults:
            self.faults.append(message)

    def attach(self, name: str | None, declared: str, content: bytes) -> None:
        """Keep a file under a clean name; read what may be read."""
        cleaned = clean_name(name, declared, len(self.attachments) + 1)
        kind = kind_of_file(cleaned, declared, content)
        self.attachments.append(Attachment(cleaned, kind.media_type, content, kind.warnings))
        if not kind.warnings and self.opened < MAX_OPENED:
            self.open(cleaned, kind.media_type, content)

    def open(self, name: str, media_type: str, content: bytes) -> None:
        """Read our own form, or the text of a document, as long as the mail's files together are no heavy work."""
        if media_type not in {DOCX, XLSX}:
            return
        self.weight += weight_of(content)
        if self.weight > MAX_WEIGHT:
            self.fault(say("the attached file {name} is too large to be read by a machine", name=name))
            return
        form = read_form(content) if media_type == XLSX else None
        if form is not None:
            self.opened += 1
            self.forms.append(form)
            return
        text = text_of_document(content, media_type)
        if text is not None:
            self.opened += 1
            self.documents.append(AttachedText(name, text[: self.room_for_text()]))

    def room_for_text(self) -> int:
        """How much more text of attached files a mail may bring: a person would read no more."""
        return max(0, MAX_ATTACHED_TEXT - sum(len(document.text) for document in self.documents))


def collect(message: MimePart, found: Found) -> None:
    """Walk the parts without recursion, in order, within limits."""
    pending: list[tuple[MimePart, int, bool]] = [(message, 0, False)]
    count = 0
    while pending:
        part, depth, is_returned = pending.pop()
        count += 1
        if count > MAX_PARTS or depth > MAX_DEPTH:
            found.fault(say("the mail has too many parts to be read"))
            return
        children = _children(part, found, is_returned=is_returned)
        is_report = part.get_content_type() == "multipart/report"
        pending.extend((child, depth + 1, is_returned or is_report) for child in reversed(children))


def _children(part: MimePart, found: Found, *, is_returned: bool) -> list[MimePart]:
    kind = part.get_content_type()
    payload = part.get_payload()
    if kind == "message/delivery-status" or kind == "message/disposition-notification":
        found.delivery_status.append(_plain_payload(part))
        return []
    if kind in {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"}:
        _take_message(part, found, is_returned=is_returned)
        return []
    if part.is_multipart() and isinstance(payload, list):
        return [child for child in payload if isinstance(child, MimePart)]
    try:
        _take_leaf(part, kind, found)
    except FAULTS:
        found.fault(say("a part of the mail is damaged"))
    return []


def _plain_payload(part: MimePart) -> str:
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n\n".join(_header_lines(child) for child in payload if isinstance(child, MimePart))
    return decoded(_content(part), _charset(part))[:100_000]


def _header_lines(part: MimePart) -> str:
    lines = "\n".join(f"{name}: {value}" for name, value in part.items())
    body = part.get_payload()
    return f"{lines}\n{body[:20_000]}" if isinstance(body, str) and body.strip() else lines


def _take_message(part: MimePart, found: Found, *, is_returned: bool) -> None:
    """A returned mail is read for its headers and code; a mail attached by hand is kept, and its text offered."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload and isinstance(payload[0], MimePart) else None
    if is_returned:
        text = _header_lines(inner) if inner is not None else decoded(_content(part), _charset(part))
        found.delivery_status.append(text[:100_000])
        return
    if inner is None:
        found.attach(_file_name(part), part.get_content_type(), _content(part))
        return
    name = _file_name(part) or f"{header_text(raw_header(inner, 'subject'))[:80] or 'thu'}.eml"
    found.attach(name, "message/rfc822", _as_bytes(inner))
    inside = Found()
    collect(inner, inside)
    text = joined(inside.texts) or re.sub(r"<[^>]{0,500}>", " ", joined(inside.htmls) or "")
    if text.strip():
        found.documents.append(AttachedText(name, text[:100_000]))
    found.attachments.extend(inside.attachments[:20])
    found.forms.extend(inside.forms)


def _as_bytes(message: MimePart) -> bytes:
    try:
        return message.as_bytes()
    except FAULTS:
        return str(message.get_payload())[:MAX_BODY].encode("utf-8", "replace")


def _take_leaf(part: MimePart, kind: str, found: Found) -> None:
    content = _content(part)
    name = _file_name(part)
    is_attached = part.get_content_disposition() == "attachment" or bool(name)
    if kind in {"application/ms-tnef", "application/vnd.ms-tnef"} or (name or "").lower() == "winmail.dat":
        _open_tnef(content, name, kind, found)
    elif kind == "text/html" and not is_attached:
        found.htmls.append(decoded(content[:MAX_BODY], _html_charset(part, content)))
    elif kind == "text/plain" and not is_attached:
        found.texts.append(_flowed(part, decoded(content[:MAX_BODY], _charset(part))))
    elif content or is_attached:
        found.attach(name, kind, content)


def _open_tnef(content: bytes, name: str | None, kind: str, found: Found) -> None:
    inside = read_tnef(content)
    if inside is None:
        found.attach(name, kind, content)
        return
    if inside.text and not found.texts:
        found.texts.append(inside.text)
    if inside.html and not found.htmls:
        found.htmls.append(inside.html)
    for file in inside.files:
        found.attach(file.name, file.media_type, file.content)


def _content(part: MimePart) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except FAULTS:
        payload = None
    if isinstance(payload, bytes):
        return payload
    text = part.get_payload()
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else b""


def _charset(part: MimePart) -> str | None:
    try:
        charset = part.get_param("charset")
    except FAULTS:
        return None
    return str(charset[2] if isinstance(charset, tuple) else charset) if charset else None


def _html_charset(part: MimePart, content: bytes) -> str | None:
    declared = _charset(part)
    meta = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", content[:3000], re.IGNORECASE)
    return declared or (meta.group(1).decode("ascii", "replace") if meta else None)


def _file_name(part: MimePart) -> str | None:
    try:
        name = part.get_filename()
    except FAULTS:
        name = None
    return header_text(name) if name else None


def joined(texts: list[str]) -> str | None:
    """Texts as one, within bounds."""
    return "\n".join(texts)[:MAX_BODY] if texts else None


def _flowed(part: MimePart, text: str) -> str:
    """Soft line breaks of format=flowed (RFC 3676) undone."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        before = lines[-1] if lines else ""
        is_soft = (
            before.endswith(" ") and before != "-- " and bool(before.strip("> ")) and _depth(before) == _depth(line)
        )
        if is_soft:
            lines[-1] = before + line.lstrip("> ") if _depth(line) else before + line.removeprefix(" ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(">"))
