"""yagmail with its connection kept, our own bytes and envelope, and every failure raised instead of slept over.

Stock yagmail opens a connection a mail, builds its own MIME, does not verify certificates, and retries a mail whose
fate is unknown after sleeping; a public office can afford none of these. Callers still call `send`.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import yagmail

from dondoc.errors import UncertainMailError
from dondoc.mail import OutboundMail
from dondoc.messages import say

_ACCEPTED = range(200, 300)
_GO_AHEAD = 354
_CLOSING = 421


class SmtpSession(yagmail.SMTP):  # type: ignore[misc]  # yagmail carries no types
    """One connection to one server, opened when first needed and opened anew after it was lost; for one thread."""

    smtp: Any  # smtplib.SMTP between login and drop, else None

    def __init__(
        self,
        *,
        host: str,
        port: int,
        user: str | None,
        password: str,
        tls: ssl.SSLContext | None,
        is_ssl: bool,
        timeout_seconds: float,
    ) -> None:
        super().__init__(
            user=user or "",
            password=password,
            host=host,
            port=port,
            smtp_starttls={"context": tls} if tls and not is_ssl else False,
            smtp_ssl=is_ssl,
            smtp_skip_login=user is None,
            soft_email_validation=False,
            timeout=timeout_seconds,
            local_hostname=_own_name(),
            **({"context": tls} if is_ssl else {}),
        )
        self._was_used = False
        self.user = user or ""  # yagmail completes a login name without "@" to an address at gmail.com

    @property
    def is_connected(self) -> bool:
        """Whether a connection is believed to be open; only the next command tells."""
        return self.smtp is not None and self.smtp.sock is not None

    def login(self) -> None:
        """Connect and log in, unless that was done before."""
        if self.is_connected:
            return
        try:
            super().login()
            self._was_used = False
            self.smtp.ehlo_or_helo_if_needed()
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Let go of the connection without a word, as after a failure whose extent is unknown."""
        self.is_closed = True
        if self.smtp is not None:
            self.smtp.close()
        self.smtp = None

    def close(self) -> None:
        """Say goodbye; a server that is gone already does not mind."""
        if self.is_connected:
            with suppress(smtplib.SMTPException, OSError):
                self.smtp.quit()
        self.drop()

    def prepare_send(self, to: Any = None, _subject: Any = None, contents: Any = None, *_rest: Any) -> Any:
        """Hand on `contents`, a composed OutboundMail, as it is (yagmail would build a mail of its own)."""
        return to, contents

    def _attempt_send(self, recipients: Sequence[str], mail: OutboundMail) -> Mapping[str, str]:
        """One attempt; returns refused recipients and the server's words, raises when the mail was not taken."""
        try:
            self._begin(mail)
            refused = self._address(mail, recipients)
            self._hand_over(mail.raw)
        except (smtplib.SMTPSenderRefused, smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError):
            self._forget_transaction()
            raise
        except BaseException:
            self.drop()
            raise
        return refused

    def _begin(self, mail: OutboundMail) -> None:
        """MAIL FROM; a kept connection that the server has closed meanwhile is opened anew, once."""
        code, words = self._mail_from(mail)
        if code == _CLOSING and self._was_used:
            self.drop()
            self.login()
            code, words = self._mail_from(mail)
        self._was_used = True
        if code not in _ACCEPTED:
            raise smtplib.SMTPSenderRefused(code, words, mail.envelope_from)

    def _mail_from(self, mail: OutboundMail) -> tuple[int, bytes]:
        options = [f"size={len(mail.raw)}"] if self.smtp.has_extn("size") else []
        try:
            answer: tuple[int, bytes] = self.smtp.mail(mail.envelope_from, options)
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            if not self._was_used:
                raise
            return _CLOSING, str(error).encode()
        return answer

    def _address(self, mail: OutboundMail, recipients: Sequence[str]) -> dict[str, str]:
        """RCPT TO for each; a mail that nobody but the office itself would get is not sent at all."""
        refusals: dict[str, tuple[int, bytes]] = {}
        for recipient in recipients:
            code, words = self.smtp.rcpt(recipient) if recipient.isascii() else (553, b"not an ASCII address")
            if code == _CLOSING:
                raise smtplib.SMTPRecipientsRefused({recipient: (code, words)})
            if code not in _ACCEPTED:
                refusals[recipient] = (code, words)
        own = _without_tag(mail.envelope_from)
        others = [recipient for recipient in recipients if recipient != own] or list(recipients)
        if all(recipient in refusals for recipient in others):
            raise smtplib.SMTPRecipientsRefused({recipient: refusals[recipient] for recipient in others})
        return {recipient: f"{code} {words_of(words)}" for recipient, (code, words) in refusals.items()}

    def _hand_over(self, raw: bytes) -> None:
        """DATA; from the moment the text leaves, only the server's answer tells whether it has the mail."""
        code, words = self.smtp.docmd("DATA")
        if code != _GO_AHEAD:
            raise smtplib.SMTPDataError(code, words)
        try:
            self.smtp.send(_as_smtp_data(raw))
            code, words = self.smtp.getreply()
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise UncertainMailError(
                say("the connection ended while the server was taking the mail: {reason}", reason=str(error))
            ) from error
        if code not in _ACCEPTED:
            raise smtplib.SMTPDataError(code, words)

    def _forget_transaction(self) -> None:
        """RSET, so that the next mail starts clean; a server that cannot even do that is left."""
        try:
            code, _ = self.smtp.rset()
        except (smtplib.SMTPServerDisconnected, OSError):
            code = _CLOSING
        if code not in _ACCEPTED:
            self.drop()


def words_of(words: bytes | str) -> str:
    """The server's words as one line of text without control characters."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()


def _without_tag(address: str) -> str:
    """``office+CODE@x`` is ``office@x``: where the office's own copies go whatever the envelope sender."""
    local, at, domain = address.rpartition("@")
    return local.partition("+")[0] + at + domain


def _as_smtp_data(raw: bytes) -> bytes:
    """CRLF line ends, leading dots doubled, the final dot (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)
    stuffed = re.sub(rb"(?m)^\.", b"..", lines)
    return stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n")


def _own_name() -> str:
    """The name for EHLO; asking the name service, as smtplib does, can hang for seconds in an office network."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"
