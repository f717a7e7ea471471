"""Sends composed mail to an SMTP server; never composes, never retries by itself, never sends made-up addresses out."""

from __future__ import annotations

import smtplib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from dondoc.errors import MailError, PermanentMailError, SettingsError, TemporaryMailError
from dondoc.mail import OutboundMail, SendResult
from dondoc.messages import say
from dondoc.ports import Notifier, nothing
from notifiers.smtp_session import Posting, SmtpSession, words_of

Security = Literal["starttls", "ssl", "none"]

_RESERVED = frozenset({"example", "test", "invalid"})
"""Top-level domains that RFC 2606 sets aside: whoever is addressed there was made up."""


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """Where to send; `none` is for the loopback only. `ca_file` holds certificates to trust beside the system's."""

    host: str
    port: int
    security: Security = "starttls"
    user: str | None = None
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    timeout_seconds: float = 60.0

    @property
    def is_loopback(self) -> bool:
        """Whether nothing sent there leaves the machine by itself."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"


class SmtpNotifier:
    """Notifier over SMTP, by yagmail; each thread has its own connection, so that mails never cross."""

    def __init__(self, settings: SmtpSettings) -> None:
        if settings.security == "none" and not settings.is_loopback:
            raise SettingsError(
                say("mail to {host} would travel unencrypted: set the security to starttls or ssl", host=settings.host)
            )
        self._settings = settings
        self._tls = None if settings.security == "none" else _verified_tls(settings)
        self._thread = threading.local()

    @contextmanager
    def connected(self) -> Iterator[Notifier]:
        """Keep this thread's connection for everything sent inside the block; it opens with the first mail."""
        with self._session():
            yield self

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        """Hand one mail to the server, over the kept connection or one of its own."""
        self._refuse_made_up(mail)
        with self._session() as session:
            try:
                return SendResult(session.send(to=mail.recipients, contents=Posting(mail, meanwhile)))
            except (smtplib.SMTPException, OSError) as error:
                raise self._as_mail_error(error) from error

    def try_login(self) -> None:
        """Connect, secure the connection, log in and leave, without any mail; raises MailError as `send` would."""
        with self._session() as session:
            try:
                session.login()
            except (smtplib.SMTPException, OSError) as error:
                raise self._as_mail_error(error) from error

    @contextmanager
    def _session(self) -> Iterator[SmtpSession]:
        kept: SmtpSession | None = getattr(self._thread, "session", None)
        if kept is not None:
            yield kept
            return
        self._thread.session = session = self._new_session()
        try:
            yield session
        finally:
            self._thread.session = None
            session.close()

    def _new_session(self) -> SmtpSession:
        at = self._settings
        return SmtpSession(
            host=at.host,
            port=at.port,
            user=at.user,
            password=at.password,
            tls=self._tls,
            is_ssl=at.security == "ssl",
            timeout_seconds=at.timeout_seconds,
        )

    def _refuse_made_up(self, mail: OutboundMail) -> None:
        made_up = [address for address in mail.recipients if _is_made_up(address)]
        if made_up and not self._settings.is_loopback:
            raise PermanentMailError(
                say("{address} is a made-up address (RFC 2606) and is never sent to a real server", address=made_up[0])
            )

    def _as_mail_error(self, error: smtplib.SMTPException | OSError) -> MailError:
        match error:
            case smtplib.SMTPRecipientsRefused(recipients=refusals):
                return _refused_by_all(refusals)
            case smtplib.SMTPAuthenticationError(smtp_code=code, smtp_error=words):
                # The mail is not at fault whatever the code: it waits until the settings are mended.
                user, said = self._settings.user or "", words_of(words)
                message = say("the mail server refused the login of {user}: {words}", user=user, words=said)
                return TemporaryMailError(message, code)
            case smtplib.SMTPConnectError() | smtplib.SMTPHeloError():
                return self._unreachable(words_of(error.smtp_error), error.smtp_code)
            case smtplib.SMTPResponseException(smtp_code=code, smtp_error=words):
                return _refusal(code, words_of(words))
            case _:
                return self._unreachable(words_of(str(error)), 0)

    def _unreachable(self, reason: str, code: int) -> TemporaryMailError:
        at = self._settings
        message = say(
            "no connection to the mail server {host}:{port}: {reason}", host=at.host, port=at.port, reason=reason
        )
        return TemporaryMailError(message, code)


def _verified_tls(settings: SmtpSettings) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if settings.ca_file is not None:
        try:
            context.load_verify_locations(settings.ca_file)
        except OSError as error:
            file, reason = str(settings.ca_file), error.strerror or str(error)
            message = say("the file of certificates {file} cannot be used: {reason}", file=file, reason=reason)
            raise SettingsError(message) from error
    return context


def _refused_by_all(refusals: dict[str, tuple[int, bytes]]) -> MailError:
    """One recipient that may be taken later makes the whole refusal temporary."""
    address, (code, words) = next(
        ((who, answer) for who, answer in refusals.items() if answer[0] < 500), next(iter(refusals.items()))
    )
    return _refusal(code, f"<{address}> {words_of(words)}")


def _refusal(code: int, words: str) -> MailError:
    if code < 500:
        return TemporaryMailError(
            say("the mail server cannot take it now: {code} {words}", code=code, words=words), code
        )
    return PermanentMailError(say("the mail server refused it: {code} {words}", code=code, words=words), code)


def _is_made_up(address: str) -> bool:
    return address.rpartition("@")[2].rstrip(".").rpartition(".")[2].lower() in _RESERVED
