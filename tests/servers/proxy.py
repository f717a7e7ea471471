"""A loopback proxy that breaks connections on purpose, as bad lines do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread


@dataclass(slots=True)
class CuttingProxy:
    """Passes everything on to `target`; of the first connections only `cuts` bytes of the server's come through."""

    target: int
    cuts: list[int]
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
                Thread(target=_pass_on, args=(client, server, None), daemon=True).start()
                Thread(target=_pass_on, args=(server, client, allowed), daemon=True).start()


def _pass_on(source: socket.socket, sink: socket.socket, allowed: int | None) -> None:
    with suppress(OSError):
        while allowed is None or allowed > 0:
            content = source.recv(65_536 if allowed is None else min(allowed, 65_536))
            if not content:
                break
            sink.sendall(content)
            allowed = None if allowed is None else allowed - len(content)
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextmanager
def cutting_proxy(target: int, *cuts: int) -> Iterator[CuttingProxy]:
    """Run the proxy; the first connection is cut after cuts[0] bytes, the second after cuts[1], later ones never."""
    proxy = CuttingProxy(target, list(cuts))
    thread = Thread(target=proxy.serve, daemon=True)
    thread.start()
    yield proxy
    proxy.listener.shutdown(socket.SHUT_RDWR)
    proxy.listener.close()
    thread.join()
