"""The mail world in one folder: an SMTP server on loopback that delivers into Maildirs and can bounce like a real one.

`make demo` and the tests send all their mail here; nothing that is sent here ever leaves the machine.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import socket
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.clock import SystemClock
from app.delivery import SERVER, Failure, addresses_in, failure_notice, mailbox_of, open_maildir, store, traced
from collectors.maildir import MaildirCollector
from dondoc.mail import RawMail

SYSTEM_CLOCK = SystemClock()
HOST = "127.0.0.1"
LARGEST_MAIL_BYTES = 60_000_000
READ_FOLDER = "Da-doc"
NO_SUCH_USER = Failure("5.1.1", "550 5.1.1 Recipient address rejected: User unknown")


class MailSandbox:
    """A mail server for every address there is; it runs inside `with`, and its mail stays in `folder` afterwards.

    `now` stamps what is delivered, so that a demo may play the days of a year. With `accounts` (name: password), only
    those who log in may send. Mail to name+anything@ goes to name@. Safe to share between threads.
    """

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime] = SYSTEM_CLOCK.now,
        port: int = 0,
        accounts: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.now = now
        self._accounts = accounts
        self._wanted_port = port
        self._controller: _LoopbackController | None = None
        self._bouncing: dict[str, Failure] = {}
        self._refused: dict[str, Failure] = {}
        self._run = secrets.token_hex(4)
        self._numbers = count(1)

    def __enter__(self) -> Self:
        self._controller = _LoopbackController(self, self._accounts, self._wanted_port)
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._controller:
            self._controller.stop()

    @property
    def port(self) -> int:
        """The port it listens on, on 127.0.0.1."""
        return self._controller.port if self._controller else self._wanted_port

    def bounce(self, address: str, failure: Failure = NO_SUCH_USER) -> None:
        """From now on mail to this mailbox is taken and then returned to its sender with a delivery status notice."""
        self._bouncing[mailbox_of(address)] = failure

    def refuse(self, address: str, failure: Failure = NO_SUCH_USER) -> None:
        """From now on this recipient is refused while the sender is still connected."""
        self._refused[mailbox_of(address)] = failure

    def maildir(self, address: str) -> Path:
        """Where the mail of an address lies or will lie."""
        return open_maildir(self.folder, address)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every mailbox that got mail, or was looked into."""
        return addresses_in(self.folder)

    def mails(self, address: str) -> tuple[RawMail, ...]:
        """The unread mails of a mailbox, oldest first."""
        return tuple(MaildirCollector(self.maildir(address)).fetch())

    def take(self, address: str) -> tuple[RawMail, ...]:
        """The unread mails of a mailbox, which count as read from now on; they are kept in the sub-folder "Da-doc"."""
        collector = MaildirCollector(self.maildir(address))
        mails = tuple(collector.fetch())
        for mail in mails:
            collector.settle(mail, READ_FOLDER)
        return mails

    def refusal(self, address: str) -> Failure | None:
        """Why this recipient is refused, if it is."""
        return self._refused.get(mailbox_of(address))

    def deliver(
        self, raw: bytes, *, sender: str, recipients: tuple[str, ...], client: str = f"localhost ({HOST})"
    ) -> None:
        """Deliver a mail that was taken; undeliverable recipients make one notice to the sender, unless he is null."""
        at = self.now()
        failures = {address: why for address in recipients if (why := self._bouncing.get(mailbox_of(address)))}
        for recipient in recipients:
            if recipient not in failures:
                self._store(raw, sender=sender, recipient=recipient, client=client, at=at)
        if failures and sender:
            notice = failure_notice(raw, sender=sender, failures=failures, number=self._number(), at=at)
            self.deliver(notice, sender="", recipients=(sender,))

    def _store(self, raw: bytes, *, sender: str, recipient: str, client: str, at: datetime) -> None:
        number = self._number()
        content = traced(raw, sender=sender, recipient=recipient, client=client, number=number, at=at)
        store(self.maildir(recipient), content, number=number, at=at)

    def _number(self) -> str:
        """Unlike any number of an earlier run in the same folder, and rising, as mails of one moment stay in order."""
        return f"{self._run}{next(self._numbers):06d}"


class _Postman:
    """aiosmtpd's hooks: who may send, who can be reached, and what happens to a mail that was taken."""

    def __init__(self, sandbox: MailSandbox, *, needs_login: bool) -> None:
        self._sandbox = sandbox
        self._needs_login = needs_login

    async def handle_MAIL(  # noqa: N802 — the name is aiosmtpd's
        self, _server: SMTP, session: Session, envelope: Envelope, address: str | None, options: list[str]
    ) -> str:
        if self._needs_login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address or ""
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802 — the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "@" not in address:
            return "550 5.1.3 Recipient address needs a domain"
        if failure := self._sandbox.refusal(address):
            return failure.words
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 — aiosmtpd's
        self._sandbox.deliver(
            envelope.original_content or b"",
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            client=f"{session.host_name} ({HOST})",
        )
        return "250 2.0.0 OK: delivered"


class _LoopbackController(Controller):
    """aiosmtpd's server in a thread of its own, on a port of 127.0.0.1 that the system chooses when 0 is asked for."""

    def __init__(self, sandbox: MailSandbox, accounts: Mapping[str, str] | None, port: int) -> None:
        self._socket = socket.create_server((HOST, port))
        # asyncio does this only for sockets it made itself; without it every greeting waits 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().__init__(
            _Postman(sandbox, needs_login=accounts is not None),
            hostname=HOST,
            port=self._socket.getsockname()[1],
            server_hostname=SERVER,
            ident="sandbox",
            data_size_limit=LARGEST_MAIL_BYTES,
            enable_SMTPUTF8=True,
            # Without TLS on loopback; where nobody has an account, logging in is not offered.
            auth_require_tls=accounts is None,
            authenticator=_authenticator(accounts or {}),
        )

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self._socket)


def _authenticator(accounts: Mapping[str, str]) -> Callable[..., AuthResult]:
    def authenticate(
        _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, login: object
    ) -> AuthResult:
        if not isinstance(login, LoginPassword):
            return AuthResult(success=False, handled=False)
        expected = accounts.get(login.login.decode("utf-8", "replace"), "").encode()
        is_right = bool(expected) and hmac.compare_digest(expected, login.password)
        return AuthResult(success=is_right, handled=is_right)  # not handled: aiosmtpd answers 535

    return authenticate
