"""What a mail server does to a mail it takes: trace headers, a file in a Maildir, a notice when it cannot deliver."""

from __future__ import annotations

import mailbox
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote, unquote

SERVER = "mail.sandbox.test"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a recipient cannot be reached: status code (RFC 3463; 4.x.x may work later) and the server's words."""

    status: str
    words: str

    @property
    def action(self) -> str:
        """RFC 3464's word for it."""
        return "delayed" if self.status.startswith("4") else "failed"


def mailbox_of(address: str) -> str:
    """The mailbox an address is delivered to: lower case, without the part after a plus sign."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def open_maildir(folder: Path, address: str) -> Path:
    """The Maildir of an address below `folder`, made where there is none; no address leads anywhere else."""
    path = folder / quote(mailbox_of(address), safe="@+")
    if not path.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        mailbox.Maildir(path)
    return path


def addresses_in(folder: Path) -> tuple[str, ...]:
    """The addresses that have a Maildir below `folder`."""
    return tuple(sorted(unquote(path.name) for path in folder.glob("*@*")))


def traced(raw: bytes, *, sender: str, recipient: str, client: str, number: str, at: datetime) -> bytes:
    """The mail with the headers of the server that delivered it: envelope, original recipient and moment."""
    trace = (
        f"Return-Path: <{sender}>\n"
        f"X-Original-To: {recipient}\n"
        f"Delivered-To: {recipient}\n"
        f"Received: from {client}\n"
        f"\tby {SERVER} with ESMTP id {number}\n"
        f"\tfor <{recipient}>; {format_datetime(at)}\n"
    )
    return trace.encode() + raw.replace(b"\r\n", b"\n")


def store(path: Path, raw: bytes, *, number: str, at: datetime) -> None:
    """Put the mail into a Maildir, whole or not at all; the file's time is `at`."""
    name = f"{int(at.timestamp())}.{number}.{SERVER}"
    temporary = path / "tmp" / name
    temporary.write_bytes(raw)
    os.utime(temporary, (at.timestamp(), at.timestamp()))
    temporary.rename(path / "new" / name)


def failure_notice(raw: bytes, *, sender: str, failures: Mapping[str, Failure], number: str, at: datetime) -> bytes:
    """The notice (RFC 3464) to the envelope sender that these recipients were not reached, as Postfix words it."""
    boundary = f"{number}/{SERVER}"
    head = (
        f"From: MAILER-DAEMON@{SERVER} (Mail Delivery System)\n"
        f"Subject: {_subject(failures)}\n"
        f"To: {sender}\n"
        f"Date: {format_datetime(at)}\n"
        f"Message-ID: <{number}.notice@{SERVER}>\n"
        "Auto-Submitted: auto-replied\n"
        "MIME-Version: 1.0\n"
        f'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="{boundary}"\n'
        "Content-Transfer-Encoding: 8bit\n"
    )
    parts = (
        ("text/plain; charset=utf-8", _explanation(failures).encode()),
        ("message/delivery-status", _delivery_status(failures, at).encode()),
        ("message/rfc822", raw.replace(b"\r\n", b"\n")),
    )
    body = b"".join(
        f"--{boundary}\nContent-Type: {media_type}\nContent-Transfer-Encoding: 8bit\n\n".encode() + content + b"\n"
        for media_type, content in parts
    )
    return f"{head}\n".encode() + body + f"--{boundary}--\n".encode()


def _subject(failures: Mapping[str, Failure]) -> str:
    if all(failure.action == "delayed" for failure in failures.values()):
        return "Delayed Mail (still being retried)"
    return "Undelivered Mail Returned to Sender"


def _explanation(failures: Mapping[str, Failure]) -> str:
    reasons = "\n\n".join(f"<{address}>: {failure.words}" for address, failure in failures.items())
    return (
        f"This is the mail system at host {SERVER}.\n\n"
        "Your message could not be delivered to one or more recipients. It is attached below.\n\n"
        f"{reasons}\n"
    )


def _delivery_status(failures: Mapping[str, Failure], at: datetime) -> str:
    groups = [f"Reporting-MTA: dns; {SERVER}\nArrival-Date: {format_datetime(at)}\n"]
    groups += (
        f"Final-Recipient: rfc822; {address}\n"
        f"Original-Recipient: rfc822; {address}\n"
        f"Action: {failure.action}\n"
        f"Status: {failure.status}\n"
        f"Diagnostic-Code: smtp; {failure.words}\n"
        for address, failure in failures.items()
    )
    return "\n".join(groups)
