"""A loopback proxy that breaks connections on purpose, as bad lines do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread


@dataclass(slots=True)
class CuttingProxy:
    """Passes everything on to `target`; of the first connections only `cuts` bytes of the server's come through.

    The first connection also ends once the client has sent `sent_before` bytes; the server's answers after
    `unanswered_after` bytes of the client's do not come through, though all that the client sends does.
    """

    target: int
    cuts: list[int]
    sent_before: int | None = None
    unanswered_after: int | None = None
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    connections: int = 0

    @property
    def port(self) -> int:
        port: int = self.listener.getsockname()[1]
        return port

    def serve(self) -> None:
        with suppress(OSError):  # the listener was closed: the test is over
            while True:
                client, _address = self.listener.accept()
                self.connections += 1
                server = socket.create_connection(("127.0.0.1", self.target))
                allowed = self.cuts.pop(0) if self.cuts else None
                line = _Line(client, server, self.unanswered_after)
                Thread(target=line.carry_out, args=(self.sent_before,), daemon=True).start()
                Thread(target=line.carry_in, args=(allowed,), daemon=True).start()
                self.sent_before = self.unanswered_after = None


@dataclass(slots=True)
class _Line:
    """One connection through the proxy."""

    client: socket.socket
    server: socket.socket
    unanswered_after: int | None
    sent: int = 0

    def carry_out(self, allowed: int | None) -> None:
        """What the client sends, up to so many bytes."""
        with suppress(OSError):
            while allowed is None or self.sent < allowed:
                content = self.client.recv(65_536 if allowed is None else min(allowed - self.sent, 65_536))
                if not content:
                    break
                self.server.sendall(content)
                self.sent += len(content)
        self._end()

    def carry_in(self, allowed: int | None) -> None:
        """What the server answers, up to so many bytes, and as long as the client has not sent too much."""
        with suppress(OSError):
            while allowed is None or allowed > 0:
                content = self.server.recv(65_536 if allowed is None else min(allowed, 65_536))
                if not content or (self.unanswered_after is not None and self.sent > self.unanswered_after):
                    break
                self.client.sendall(content)
                allowed = None if allowed is None else allowed - len(content)
        self._end()

    def _end(self) -> None:
        for end in (self.client, self.server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def cutting_proxy(
    target: int, *cuts: int, sent_before: int | None = None, unanswered_after: int | None = None
) -> Iterator[CuttingProxy]:
    """Run the proxy; the first connection is cut after cuts[0] bytes, the second after cuts[1], later ones never."""
    proxy = CuttingProxy(target, list(cuts), sent_before, unanswered_after)
    thread = Thread(target=proxy.serve, daemon=True)
    thread.start()
    yield proxy
    proxy.listener.shutdown(socket.SHUT_RDWR)
    proxy.listener.close()
    thread.join()
