"""A Prefect server of our own on loopback, as a child process, with a home folder apart from anybody else's.

Does not import Prefect: the environment must be set before anything does.
"""

from __future__ import annotations

import base64
import http
import http.client
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dondoc.errors import SettingsError
from dondoc.messages import say
from flows.tether import tied

_READY_SECONDS = 120
_STOP_SECONDS = 15

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    # The second UI asks a company abroad for its settings from every browser, analytics on or off (seen with 3.8.8).
    "PREFECT_SERVER_UI_V2_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_FLOW_RUNS_LEVEL": "WARNING",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_TASK_RUNS_LEVEL": "WARNING",
    "PYTHONUTF8": "1",
}
"""Nothing is reported to anybody, and the terminal belongs to our own words."""

FAST_RECORDING = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TRIGGERS_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}
"""Without these, task runs appear in the UI at 25 to 40 a second (measured with 3.8.8)."""


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """Where the server lives: its folder, its port on loopback, and the password that its UI and API ask for."""

    home: Path
    port: int
    password: str

    @property
    def url(self) -> str:
        """What a person opens in a browser."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def login(self) -> str:
        """User and password as Prefect wants them, joined by a colon."""
        return f"admin:{self.password}"

    @property
    def log(self) -> Path:
        """Where the server's own words are."""
        return self.home / "server.log"

    def environment(self) -> Mapping[str, str]:
        """What the server and everything that talks to it must have in their environment."""
        return {
            **QUIET,
            **FAST_RECORDING,
            "PREFECT_HOME": str(self.home.resolve()),
            "PREFECT_PROFILES_PATH": str(self.home.resolve() / "profiles.toml"),
            "PREFECT_API_URL": f"{self.url}/api",
            "PREFECT_UI_URL": self.url,
            "PREFECT_API_AUTH_STRING": self.login,
            "PREFECT_SERVER_API_AUTH_STRING": self.login,
            "PREFECT_SERVER_API_HOST": "127.0.0.1",
            "PREFECT_SERVER_API_PORT": str(self.port),
            "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
            "PREFECT_SERVER_EVENTS_MESSAGING_BROKER": "flows.broker",
        }


def password_in(folder: Path) -> str:
    """The UI's password: made up once, kept in a file that only the owner can read."""
    file = folder / "ui-password"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            stream.write(secrets.token_urlsafe(12))
    return file.read_text(encoding="utf-8").strip()


def enter_environment(place: ServerPlace) -> None:
    """Make this process a client of the server; to be called before Prefect is imported."""
    os.environ.update(place.environment())  # noqa: TID251 — Prefect reads its settings from nowhere else


@contextmanager
def running_server(place: ServerPlace) -> Iterator[subprocess.Popen[bytes]]:
    """Start the server, wait until it answers, and end it afterwards; raises SettingsError when it does not start.

    It does not outlive us, even where we are killed.
    """
    place.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    _end_leftover(place)
    server = _start(place)
    _pid_file(place).write_text(str(server.pid), encoding="ascii")
    try:
        _wait_until_ready(place, server)
        yield server
    finally:
        _stop(server)
        _pid_file(place).unlink(missing_ok=True)


def _start(place: ServerPlace) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(place.port)]
    with place.log.open("ab") as stream:
        return subprocess.Popen(  # noqa: S603 — our own interpreter, fixed arguments
            tied(command),
            env={**os.environ, **place.environment()},  # noqa: TID251 — the child inherits PATH and the like
            stdout=stream,
            stderr=stream,
            stdin=subprocess.DEVNULL,
            umask=0o077,
            start_new_session=True,
        )


def _pid_file(place: ServerPlace) -> Path:
    return place.home / "server.pid"


def _end_leftover(place: ServerPlace) -> None:
    """End the server of a killed parent, where the kernel did not: it answers with our password, so it is ours."""
    file = _pid_file(place)
    if file.exists() and is_healthy(place):
        os.killpg(int(file.read_text(encoding="ascii")), signal.SIGTERM)
        deadline = time.monotonic() + _STOP_SECONDS
        while is_healthy(place) and time.monotonic() < deadline:
            time.sleep(0.2)


def _wait_until_ready(place: ServerPlace, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        if is_healthy(place):
            return
        time.sleep(0.2)
    raise SettingsError(
        say(
            "the Prefect server did not start on port {port}; its words are in {log}",
            port=place.port,
            log=str(place.log),
        )
    )


def is_healthy(place: ServerPlace) -> bool:
    """Whether a server of ours answers there: it takes our password, and nobody without one."""
    token = base64.b64encode(place.login.encode()).decode("ascii")
    is_ours = _answer(place, {"Authorization": f"Basic {token}"}) == http.HTTPStatus.OK
    return is_ours and _answer(place, {}) == http.HTTPStatus.UNAUTHORIZED


def _answer(place: ServerPlace, headers: Mapping[str, str]) -> int | None:
    """The status of a page that asks for the password; /api/health answers to everybody."""
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=2)
    try:
        connection.request("GET", "/api/admin/version", headers=dict(headers))
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the whole group to end, then make it."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if server.poll() is None:
            os.killpg(server.pid, sign)
            try:
                server.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                continue
