"""One connection to an IMAP server with one folder selected, made anew once when it breaks under a command."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from dondoc.errors import MailError, PermanentMailError, SettingsError, TemporaryMailError
from dondoc.messages import say

T = TypeVar("T")

BROKEN = (OSError, IMAPClientAbortError)


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """How a mailbox is reached; certificates are verified unless `security` is none (loopback only)."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: Literal["ssl", "starttls", "none"] = "ssl"
    folder: str = "INBOX"
    ca_file: Path | None = None
    timeout_seconds: float = 60.0


class ImapSession:
    """Runs commands in the account's folder; `uidvalidity` is that of the connection in use."""

    def __init__(self, account: ImapAccount) -> None:
        if account.security == "none" and not _is_loopback(account.host):
            message = say(
                "mail from {host} would travel unencrypted: set the security to starttls or ssl", host=account.host
            )
            raise SettingsError(message)
        self._account = account
        self._client: IMAPClient | None = None
        self.uidvalidity = 0

    def run(self, command: Callable[[IMAPClient], T]) -> T:
        """The command's result, tried once more on a new connection where the first one broke. Raises MailError."""
        try:
            return self._attempt(command)
        except BROKEN:
            self._drop()
        try:
            return self._attempt(command)
        except BROKEN as error:
            self._drop()
            raise self._unreachable(error) from error

    def select(self, client: IMAPClient) -> int:
        """Open the folder, anew so that mail which came meanwhile is seen; its UIDVALIDITY."""
        folder = native_name(client, self._account.folder)
        try:
            answer = client.select_folder(folder)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            message = say("The mailbox has no folder {folder} that can be opened.", folder=self._account.folder)
            raise PermanentMailError(message) from error
        self.uidvalidity = int(answer[b"UIDVALIDITY"])
        return self.uidvalidity

    def close(self) -> None:
        """Leave the server; the next command connects again."""
        if self._client:
            with suppress(*BROKEN, IMAPClientError):
                self._client.logout()
            self._drop()

    def _drop(self) -> None:
        """Forget the connection without a word: a server that hangs would not hear it."""
        client, self._client = self._client, None
        if client:
            with suppress(OSError):
                client.shutdown()

    def _attempt(self, command: Callable[[IMAPClient], T]) -> T:
        try:
            if self._client is None:
                self._client = self._connect()
            return command(self._client)
        except BROKEN:
            raise
        except IMAPClientError as error:
            raise TemporaryMailError(say("The IMAP server refused: {words}", words=str(error))) from error

    def _connect(self) -> IMAPClient:
        client = self._greet()
        try:
            self._log_in(client)
            self.select(client)
        except BaseException:
            with suppress(OSError):
                client.shutdown()
            raise
        return client

    def _greet(self) -> IMAPClient:
        account = self._account
        context = ssl.create_default_context()
        if account.ca_file:
            context.load_verify_locations(account.ca_file)
        is_tls = account.security == "ssl"
        try:
            client = IMAPClient(
                account.host, account.port, ssl=is_tls, ssl_context=context, timeout=account.timeout_seconds
            )
            if account.security == "starttls":
                client.starttls(context)
        except ssl.SSLCertVerificationError as error:
            message = say("The certificate of {host} is not trusted: {words}", host=account.host, words=str(error))
            raise PermanentMailError(message) from error
        except OSError as error:
            raise self._unreachable(error) from error
        client.normalise_times = False  # moments as the server states them, with their zone
        return client

    def _log_in(self, client: IMAPClient) -> None:
        try:
            # LOGIN speaks ASCII alone.
            log_in = client.login if self._account.password.isascii() else client.plain_login
            log_in(self._account.user, self._account.password)
        except LoginError as error:
            if isinstance(error.__context__, IMAPClientAbortError):
                raise error.__context__ from error
            message = say("The IMAP server {host} refused the account or its password.", host=self._account.host)
            # RFC 5530: the password is right or unknown, the server is in trouble.
            is_temporary = "[UNAVAILABLE]" in str(error) or "[INUSE]" in str(error)
            raise (TemporaryMailError if is_temporary else PermanentMailError)(message) from error

    def _unreachable(self, error: Exception) -> MailError:
        words = str(error) or type(error).__name__
        message = say("The IMAP server {host} cannot be reached: {words}", host=self._account.host, words=words)
        return TemporaryMailError(message)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def native_name(client: IMAPClient, folder: str) -> str:
    """The server's own name of "a/b": with its separator, and below INBOX where it keeps all folders (Courier)."""
    if folder.upper() == "INBOX":
        return "INBOX"
    prefix, separator = _namespace(client)
    name = folder.replace("/", separator)
    return name if name.startswith(prefix) else f"{prefix}{name}"


def _namespace(client: IMAPClient) -> tuple[str, str]:
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        if personal:
            prefix, separator = personal[0]
            return prefix, separator or "/"
    _flags, separator, _name = client.list_folders("", "")[0]
    return "", separator.decode("ascii") if separator else "/"
