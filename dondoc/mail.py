"""Mail as values, on both sides of the wire: what came in, and what is ready to go out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dondoc.form import FormAnswer
from dondoc.messages import Message


def sha256_of(content: bytes) -> str:
    """The hash by which raw mails and attachments are named, in lower-case hex."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file; `name` is cleaned (no folder, no control character), `warnings` says what is odd about it."""

    name: str
    media_type: str
    content: bytes
    warnings: tuple[Message, ...] = ()

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """Lower-case hex."""
        return sha256_of(self.content)


@dataclass(frozen=True, slots=True)
class AttachedText:
    """The text found in an attached document: shown to the officer, never recorded by itself."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class InboundMail:
    """A mail that came in, decoded; nothing in it is trusted and nothing in it was executed.

    `sender` is the bare From address in lower case. `recipients` holds To, Cc, Delivered-To and X-Original-To.
    `references` holds In-Reply-To first, then References from newest to oldest, without angle brackets.
    `headers` are lower-case name and decoded value in order of appearance. `received_at` is the word of our own server.
    `delivery_status` holds the text of message/delivery-status parts and the headers of the returned mail.
    """

    raw_sha256: str
    size: int
    message_id: str | None = None
    sender: str | None = None
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    references: tuple[str, ...] = ()
    sent_at: datetime | None = None
    received_at: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    text: str | None = None
    html: str | None = None
    attachments: tuple[Attachment, ...] = ()
    delivery_status: tuple[str, ...] = ()
    forms: tuple[FormAnswer, ...] = ()
    documents: tuple[AttachedText, ...] = ()
    faults: tuple[Message, ...] = ()

    @property
    def id(self) -> str:
        """What makes this mail one mail: its Message-ID, or the raw hash where there is none."""
        return self.message_id or f"sha256:{self.raw_sha256}"

    def header(self, name: str) -> str | None:
        """First value of a header, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)


@dataclass(frozen=True, slots=True)
class OutboundMail:
    """A mail ready to go: composed bytes and envelope; sent again, it keeps its Message-ID."""

    message_id: str
    envelope_from: str
    recipients: tuple[str, ...]
    subject: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class RawMail:
    """What a Collector hands over before anybody has looked inside; `handle` lets it be moved later."""

    handle: str
    raw: bytes
    received_at: datetime


@dataclass(frozen=True, slots=True)
class SendResult:
    """What became of a mail: `refused` maps each refused recipient to the server's code and words."""

    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def put_off(self) -> Mapping[str, int]:
        """Of the refused recipients those whom the server will take later (RFC 5321, 4.2.1: 4yz), and its code."""
        return {address: int(words[:3]) for address, words in self.refused.items() if words.startswith("4")}
