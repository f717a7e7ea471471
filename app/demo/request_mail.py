"""What a clerk sees of our request mail: its code, its ready answers, its form; read from the mail alone."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import html as lxml_html

_TASK = re.compile(r"^\s*NV\s?(\d+)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """One mailto link of the mail."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class RequestMail:
    """A request as it lies in the agency's mailbox."""

    message_id: str
    subject: str
    sender: str
    to: str
    reply_to: str
    date: str
    text: str
    html: str
    tasks: tuple[int, ...]
    answers: tuple[ReadyAnswer, ...]
    form: bytes | None


def read_request_mail(raw: bytes) -> RequestMail:
    """Take the mail apart as a mail program would."""
    message = email.message_from_bytes(raw)
    text, html = _body(message, "text/plain"), _body(message, "text/html")
    return RequestMail(
        message_id=str(message["Message-ID"]).strip(),
        subject=_words(message["Subject"]),
        sender=_words(message["From"]),
        to=str(message["To"]),
        reply_to=_words(message["Reply-To"] or message["From"]),
        date=str(message["Date"]),
        text=text,
        html=html,
        tasks=tuple(dict.fromkeys(int(number) for number in _TASK.findall(text))),
        answers=_answers(html),
        form=_form(message),
    )


def _words(header: str | None) -> str:
    return re.sub(r"\s+", " ", str(make_header(decode_header(header or "")))).strip()


def _body(message: Message, kind: str) -> str:
    for part in message.walk():
        if part.get_content_type() == kind and not part.get_filename():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)  # noqa: S101 — a text part is never multipart
            return content.decode(part.get_content_charset() or "utf-8", "replace")
    return ""


def _answers(html: str) -> tuple[ReadyAnswer, ...]:
    if not html:
        return ()
    hrefs = (str(link) for link in lxml_html.fromstring(html).xpath("//a/@href"))  # type: ignore[union-attr]  # strings
    links = (urlsplit(link) for link in hrefs if link.startswith("mailto:"))
    found = []
    for link in links:
        fields = parse_qs(link.query)
        if "body" in fields:
            body = fields["body"][0].replace("\r\n", "\n")
            found.append(ReadyAnswer(unquote(link.path), fields.get("subject", [""])[0], body))
    return tuple(found)


def _form(message: Message) -> bytes | None:
    for part in message.walk():
        if (part.get_filename() or "").endswith(".xlsx"):
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else None
    return None
