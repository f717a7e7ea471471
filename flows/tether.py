"""Ties processes to each other: what cannot work alone ends when the other is gone, also when that one was killed.

`python -m flows.tether PARENT COMMAND…` becomes the command, tied to the process that started it.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dondoc.errors import SettingsError
from dondoc.messages import say

_PR_SET_PDEATHSIG = 1
_A_FLOW_RUN = "PREFECT__FLOW_RUN_ID"


def tied(command: Sequence[str]) -> list[str]:
    """The command line that starts a command so that it dies with us."""
    return [sys.executable, "-m", "flows.tether", str(os.getpid()), *command]


def end_with_parent() -> None:
    """From now on the kernel kills this process when the one that started it is gone; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def end_with_service(flow: Any, flow_run: Any, state: Any) -> None:  # Prefect's types; nothing here imports Prefect
    """Hook of a flow: its run, in a process of its own, does not outlive the service or worker that started it.

    Left running, it would work beside the run that the service begins when it is started again.
    """
    del flow, flow_run, state
    if _A_FLOW_RUN in os.environ:  # noqa: TID251 — Prefect tells the process of a run there; a flow called here has none
        end_with_parent()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Inside, nobody else serves this home folder; raises SettingsError where somebody does. A killed one does not."""
    with (folder / "service.lock").open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SettingsError(say("the service runs already for the folder {folder}", folder=str(folder))) from None
        yield


@contextmanager
def ending_without(server: subprocess.Popen[bytes], log: Path) -> Iterator[None]:
    """Inside, we are asked to end when the server is gone, and say so; whoever watches over us starts both again."""
    is_over = threading.Event()

    def wait() -> None:
        server.wait()
        if not is_over.is_set():
            os.kill(os.getpid(), signal.SIGTERM)

    try:
        threading.Thread(target=wait, daemon=True, name="waits for the server's end").start()
        yield
    finally:
        is_over.set()
        if server.poll() is not None:
            raise SettingsError(say("the Prefect server ended by itself; its words are in {log}", log=str(log)))


def _become(parent: int, command: list[str]) -> None:
    end_with_parent()
    if os.getppid() == parent:  # else it died before we were tied
        os.execv(command[0], command)  # noqa: S606 — the command line is our own


if __name__ == "__main__":
    _become(int(sys.argv[1]), sys.argv[2:])
