"""yagmail with its connection kept, our own bytes and envelope, and every failure raised instead of slept over.

Stock yagmail opens a connection a mail, builds its own MIME, does not verify certificates, and retries a mail whose
fate is unknown after sleeping; a public office can afford none of these. Callers still call `send`.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yagmail

from dondoc.errors import UncertainMailError
from dondoc.mail import OutboundMail
from dondoc.messages import say
from notifiers.smtp_login import Utf8Smtp, Utf8SmtpOverTls

Answer = tuple[int, bytes]
"""A reply code and the server's words."""

_ACCEPTED = range(200, 300)
_GO_AHEAD = 354
_CLOSING = 421
_NO_ADDRESS: Answer = (553, b"not an ASCII address")
_IS_PLAIN = re.compile(r"[\x20-\x7e]+")


@dataclass(frozen=True, slots=True)
class Posting:
    """A mail on its way out, and what its sender does while the server takes it: the wait is the server's disk."""

    mail: OutboundMail
    meanwhile: Callable[[], None]


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
    def connection(self) -> type[Utf8Smtp]:
        """What yagmail connects by."""
        return Utf8SmtpOverTls if self.ssl else Utf8Smtp

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
        """Hand on `contents`, a Posting, as it is (yagmail would build a mail of its own)."""
        return to, contents

    def _attempt_send(self, recipients: Sequence[str], posting: Posting) -> Mapping[str, str]:
        """One attempt; returns refused recipients and the server's words, raises when the mail was not taken."""
        try:
            refused = self._address(posting.mail, recipients)
            self._hand_over(posting)
        except (smtplib.SMTPSenderRefused, smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError):
            self._forget_transaction()
            raise
        except BaseException:
            self.drop()
            raise
        return refused

    def _address(self, mail: OutboundMail, recipients: Sequence[str]) -> dict[str, str]:
        """MAIL, RCPT for each, DATA; in one go where the server lets us (RFC 2920): waits cost more than words.

        A mail that nobody but the office itself would get is not sent at all.
        """
        possible = [recipient for recipient in recipients if _IS_PLAIN.fullmatch(recipient)]
        commands = [self._mail_from(mail), *(f"RCPT TO:{smtplib.quoteaddr(recipient)}" for recipient in possible)]
        is_ahead = bool(possible) and self.smtp.has_extn("pipelining")
        answers = self._ask_anew_if_left([*commands, "DATA"] if is_ahead else commands)
        try:
            if answers[0][0] not in _ACCEPTED:
                raise smtplib.SMTPSenderRefused(*answers[0], mail.envelope_from)
            refused = _refused(mail, recipients, dict(zip(possible, answers[1:], strict=False)))
        except smtplib.SMTPException:
            if is_ahead and answers[-1][0] == _GO_AHEAD:
                self.drop()  # it waits for a text that is not to be sent: leaving is the only way to say so
            raise
        go_ahead = answers[-1] if is_ahead else self._ask(["DATA"])[0]
        if go_ahead[0] != _GO_AHEAD:
            raise smtplib.SMTPDataError(*go_ahead)
        return refused

    def _mail_from(self, mail: OutboundMail) -> str:
        if not _IS_PLAIN.fullmatch(mail.envelope_from):
            raise smtplib.SMTPSenderRefused(*_NO_ADDRESS, mail.envelope_from)
        size = f" size={len(mail.raw)}" if self.smtp.has_extn("size") else ""
        return f"MAIL FROM:{smtplib.quoteaddr(mail.envelope_from)}{size}"

    def _ask_anew_if_left(self, commands: Sequence[str]) -> list[Answer]:
        """The answers; a kept connection that the server has closed meanwhile is opened anew, once."""
        try:
            answers = self._ask(commands)
            has_left = answers[0][0] == _CLOSING
        except (smtplib.SMTPServerDisconnected, OSError):
            if not self._was_used:
                raise
            has_left = True
        if has_left and self._was_used:
            self.drop()
            self.login()
            answers = self._ask(commands)
        self._was_used = True
        return answers

    def _ask(self, commands: Sequence[str]) -> list[Answer]:
        """The answer to each command, as far as the server stays: after 421 nobody listens."""
        is_ahead = self.smtp.has_extn("pipelining")
        if is_ahead:
            self.smtp.send("".join(f"{command}\r\n" for command in commands))
        answers: list[Answer] = []
        for command in commands:
            answers.append(self.smtp.getreply() if is_ahead else self.smtp.docmd(command))
            if answers[-1][0] == _CLOSING:
                self.drop()
                break
        return answers

    def _hand_over(self, posting: Posting) -> None:
        """The text; from the moment it leaves, only the server's answer tells whether it has the mail."""
        try:
            self.smtp.send(_as_smtp_data(posting.mail.raw))
            posting.meanwhile()
            code, words = self.smtp.getreply()
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise UncertainMailError(
                say("the connection ended while the server was taking the mail: {reason}", reason=str(error))
            ) from error
        if code not in _ACCEPTED:
            raise smtplib.SMTPDataError(code, words)

    def _forget_transaction(self) -> None:
        """RSET, so that the next mail starts clean; a server that cannot even do that is left."""
        if not self.is_connected:
            return
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


def _refused(mail: OutboundMail, recipients: Sequence[str], answers: Mapping[str, Answer]) -> dict[str, str]:
    """The refused recipients and the server's words; raises where nobody but the office itself would get the mail."""
    refusals: dict[str, Answer] = {}
    for recipient in recipients:
        code, words = answers.get(recipient, _NO_ADDRESS)
        if code == _CLOSING:
            raise smtplib.SMTPRecipientsRefused({recipient: (code, words)})
        if code not in _ACCEPTED:
            refusals[recipient] = (code, words)
    own = _without_tag(mail.envelope_from)
    others = [recipient for recipient in recipients if recipient != own] or list(recipients)
    if all(recipient in refusals for recipient in others):
        raise smtplib.SMTPRecipientsRefused({recipient: refusals[recipient] for recipient in others})
    return {recipient: f"{code} {words_of(words)}" for recipient, (code, words) in refusals.items()}


def _without_tag(address: str) -> str:
    """``office+CODE@x`` is ``office@x``: where the office's own copies go whatever the envelope sender."""
    local, at, domain = address.rpartition("@")
    return local.partition("+")[0] + at + domain


def _as_smtp_data(raw: bytes) -> bytes:
    """CRLF line ends, leading dots doubled, the final dot (RFC 5321, 4.5.2)."""
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    stuffed = (b"\r\n" + lines).replace(b"\r\n.", b"\r\n..")[2:]
    return stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n")


def _own_name() -> str:
    """The name for EHLO; asking the name service, as smtplib does, can hang for seconds in an office network."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"
