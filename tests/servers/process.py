"""What every test server needs: a free port on loopback, a folder of its own, patience until it answers."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path
from threading import Event


def free_port() -> int:
    """A TCP port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def own_folder(server: str, owner: str | None = None) -> Path:
    """A new folder, outside pytest's own (which other accounts may not enter), given to `owner` when we are root."""
    folder = Path(tempfile.mkdtemp(prefix=f"dondoc-test-{server}-"))
    if owner and os.geteuid() == 0:
        shutil.chown(folder, owner, owner)
    return folder


def wait_until_listening(port: int, seconds: float = 15) -> None:
    """Return once the port accepts connections; fails when that takes too long."""
    pause = Event()
    for _ in range(int(seconds / 0.02)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        pause.wait(0.02)
    raise RuntimeError(f"nothing listens on port {port} after {seconds} s")
