"""A mail's headers as values: senders, ids, moments; a damaged one reads as absent."""

from __future__ import annotations

import email.errors
import email.utils
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message as MimePart

from collectors.mime_text import header_text

MAX_HEADERS = 500
FAULTS = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    email.errors.MessageError,
)
"""What the standard library raises on damaged mail."""
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,400})>")


def raw_header(message: MimePart, name: str) -> object:
    """A header as it stands."""
    try:
        return message.get(name, "")
    except FAULTS:
        return ""


def headers_of(message: MimePart) -> Iterator[tuple[str, str]]:
    """The names and values, decoded."""
    for name, value in list(message.items())[:MAX_HEADERS]:
        yield str(name).lower()[:100], header_text(value)


def first_id(message: MimePart, name: str) -> str | None:
    """The first message id in a header."""
    found = _MESSAGE_ID.search(str(raw_header(message, name))[:4000])
    return found.group(1) if found else None


def references(message: MimePart) -> Iterator[str]:
    """The ids this mail answers, nearest first."""
    replied = _MESSAGE_ID.findall(str(raw_header(message, "in-reply-to"))[:8000])
    older = _MESSAGE_ID.findall(str(raw_header(message, "references"))[-40_000:])
    yield from dict.fromkeys([*replied, *reversed(older)])


def _letters(value: str) -> str:
    """A header sent as bare UTF-8 (RFC 6532), whose bytes the parser keeps as half characters."""
    return value if value.isascii() else value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _addresses(message: MimePart, names: tuple[str, ...]) -> list[tuple[str, str]]:
    values = [_letters(str(value)[:20_000]) for name in names for value in message.get_all(name, [])]
    try:
        return email.utils.getaddresses(values[:50])
    except FAULTS:
        return []


def sender(message: MimePart) -> tuple[str, str | None]:
    """Name and address of who wrote it."""
    pairs = _addresses(message, ("from",)) or _addresses(message, ("sender",))
    for name, address in pairs:
        if "@" in address:
            return header_text(name), _lower(address.strip())
    found = re.search(r"[\w.+%=-]{1,100}@[\w.-]{1,200}", str(raw_header(message, "from"))[:2000])
    return header_text(raw_header(message, "from")), _lower(found.group()) if found else None


def _lower(address: str) -> str:
    """Lower case of our own alphabet only: Python makes a k of the Kelvin sign."""
    return "".join(char.lower() if char.isascii() else char for char in address)


def recipients(message: MimePart) -> Iterator[str]:
    """Every address it went to."""
    pairs = _addresses(message, ("to", "cc", "delivered-to", "x-original-to", "envelope-to"))
    yield from dict.fromkeys(address.strip().lower() for _, address in pairs if "@" in address)


def sent_at(message: MimePart) -> datetime | None:
    """When it says it was sent; a moment without a zone counts as UTC."""
    try:
        moment = email.utils.parsedate_to_datetime(str(raw_header(message, "date"))[:200])
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (*FAULTS, OverflowError):
        return None
