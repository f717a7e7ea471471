"""A real Prefect server on loopback for the tests of this folder, in a home of its own, an office and its mail world.

Prefect is imported inside these fixtures and tests only, after its environment is set: settings are read at import.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from app.office import Office
from app.sandbox import MailSandbox
from app.wiring import current_office
from flows.server import ServerPlace, running_server
from tests.app.desk import OFFICE, PLAN

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

ROOT = Path(__file__).resolve().parents[2]
AUTOMATIONS = 3
"""The last that a service makes when it starts."""
SCHEDULER = "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED"


@dataclass(frozen=True)
class World:
    """Where everything is: the office's home, its mail, and the client of the Prefect server."""

    home: Path
    sandbox: MailSandbox
    client: SyncPrefectClient

    def office(self) -> Office:
        """The office as the flows see it."""
        return current_office()

    def delivered(self, address: str) -> tuple[bytes, ...]:
        """Every mail a mailbox ever got, oldest first, those too that were collected since."""
        folder = self.sandbox.maildir(address)
        files = [file for part in ("new", "cur") for file in folder.rglob(f"{part}/*")]
        return tuple(file.read_bytes() for file in sorted(files, key=lambda file: file.stat().st_mtime_ns))


def wait_until(is_true: Callable[[], object], seconds: float = 180) -> None:
    """Poll until something is true; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


@contextmanager
def client_of(place: ServerPlace) -> Iterator[SyncPrefectClient]:
    """A client of one of several servers, whatever the environment says."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

    settings = {PREFECT_API_URL: f"{place.url}/api", PREFECT_API_AUTH_STRING: place.login}
    with temporary_settings(settings), get_client(sync_client=True) as client:
        yield client


def state_of(client: SyncPrefectClient, run: UUID) -> str:
    """The name of the state of a run."""
    state = client.read_flow_run(run).state
    return (state.name or "") if state else ""


@pytest.fixture(scope="package", autouse=True)
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Server, mail world and settings; the environment is as before afterwards.

    For every test of this folder, so that none imports Prefect before the environment is set. No server of this folder
    starts a run by schedule unless a test asks for it: such a run sees today, and takes the place of one that is tried.
    """
    home = tmp_path_factory.mktemp("office")
    plan = home / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    place = ServerPlace(home / "prefect", _free_port(), "mot-mat-khau")
    with ExitStack() as stack:
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        sandbox = stack.enter_context(MailSandbox(home / "mail"))
        for name, value in {
            **place.environment(),
            SCHEDULER: "false",
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",
            "DONDOC_PLAN": str(plan),
            "DONDOC_HOME": str(home),
            "DONDOC_SMTP__HOST": "127.0.0.1",
            "DONDOC_SMTP__PORT": str(sandbox.port),
            "DONDOC_SMTP__SECURITY": "none",
            "DONDOC_MAILDIR": str(sandbox.maildir(OFFICE)),
        }.items():
            environment.setenv(name, value)
        stack.enter_context(running_server(place))
        from prefect.client.orchestration import get_client

        with get_client(sync_client=True) as client:
            yield World(home, sandbox, client)
        _hand_over_what_is_unsent()


@pytest.fixture(scope="package")
def served(world: World) -> Iterator[None]:
    """The service in a process of its own, as `dondoc up` runs it, once everything that it makes is there."""
    log = world.home / "serve.log"
    with log.open("ab") as stream:
        child = subprocess.Popen(
            [sys.executable, "-c", "from flows.serve import serve_forever; serve_forever('Asia/Ho_Chi_Minh')"],
            cwd=ROOT,
            stdout=stream,
            stderr=stream,
        )
    try:
        wait_until(lambda: len(world.client.read_automations()) == AUTOMATIONS)
        yield
    finally:
        child.terminate()
        child.wait(30)


def _hand_over_what_is_unsent() -> None:
    """Logs and events go out while the server still answers; at the interpreter's exit they would wait for it."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    APILogWorker.drain_all(timeout=10)
    EventsWorker.drain_all(timeout=10)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
