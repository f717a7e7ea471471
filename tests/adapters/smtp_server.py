"""A real SMTP server on the loopback that can be told how to answer next."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from dondoc.mail import OutboundMail

OFFICE = "nhacviec@stttt.example"
CLERK = "vanthu@syt.example"
RIGHT = [(b"office", "right"), (b"office", "mật khẩu đúng")]
HANG_UP = "hang up"
STAY_SILENT = "stay silent"


@dataclass
class ScriptedServer:
    """What arrived, and the answers still to give: one list a command, empty means the usual answer.

    It offers no way of logging in that is in `without`. An answer is a reply line, `HANG_UP` or `STAY_SILENT`.
    """

    port: int = 0
    is_pipelining: bool = False
    without: frozenset[str] = frozenset()
    peers: set[object] = field(default_factory=set)
    delivered: list[Envelope] = field(default_factory=list)
    on_mail: list[str] = field(default_factory=list)
    on_data: list[str] = field(default_factory=list)
    refusing: dict[str, str] = field(default_factory=dict)

    @property
    def connections(self) -> int:
        return len(self.peers)

    @property
    def arrived(self) -> list[tuple[tuple[str, ...], bytes]]:
        """Recipients and text of each mail taken, in order."""
        return [(tuple(mail.rcpt_tos), cast("bytes", mail.content)) for mail in self.delivered]

    async def handle_EHLO(  # noqa: N802 — named by aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.peers.add(session.peer)
        session.host_name = hostname
        return ["250-PIPELINING", *responses] if self.is_pipelining else responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.on_mail:
            return await _give(server, self.on_mail.pop(0))
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refusing:
            return await _give(server, self.refusing[address])
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.on_data.pop(0) if self.on_data else "250 OK"
        if answer.startswith("250"):
            self.delivered.append(envelope)
        return await _give(server, answer)


async def _give(server: SMTP, answer: str) -> str:
    if answer == STAY_SILENT:
        await asyncio.Event().wait()
    if answer == HANG_UP:
        cast("asyncio.Transport", server.transport).abort()
    return answer


def _accept_the_right_password(*args: Any) -> AuthResult:
    given = args[-1]
    right = isinstance(given, LoginPassword) and (given.login, given.password.decode()) in RIGHT
    return AuthResult(success=right, handled=False)


@contextmanager
def running(
    server: ScriptedServer, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[ScriptedServer]:
    """Serve on a free loopback port until the end of the block."""
    server.port = _free_port()
    controller = Controller(
        server,
        hostname="127.0.0.1",
        port=server.port,
        ssl_context=tls,
        tls_context=starttls,
        require_starttls=starttls is not None,
        authenticator=_accept_the_right_password,
        auth_require_tls=False,
        auth_exclude_mechanism=server.without,
    )
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def a_mail(name: str = "1", *recipients: str, sender: str = OFFICE) -> OutboundMail:
    """A mail of the office to the recipients, or to one clerk."""
    raw = f"Subject: {name}\r\n\r\n".encode()
    return OutboundMail(f"{name}@stttt.example", sender, recipients or (CLERK,), name, raw)
