"""Real servers for the tests: fixtures that start them on loopback ports in folders of their own, and stop them.

Where a server is not installed its tests are reported as not run in one line at the end; with CI=true they fail.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from tests.servers.dovecot import DovecotServer
from tests.servers.libreoffice import LibreOffice
from tests.servers.postgresql import PostgresqlServer

NOT_RUN = pytest.StashKey[Counter[str]]()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer | None]:
    server = PostgresqlServer.start()
    yield server
    if server:
        server.stop()


@pytest.fixture
def postgresql_url(postgresql_server: PostgresqlServer | None, not_run: Callable[[str], NoReturn]) -> str:
    """An empty database of its own."""
    if postgresql_server is None:
        not_run("PostgreSQL")
    return postgresql_server.new_database()


@pytest.fixture(scope="session")
def dovecot_server() -> Iterator[DovecotServer | None]:
    server = DovecotServer.start()
    yield server
    if server:
        server.stop()


@pytest.fixture
def dovecot(dovecot_server: DovecotServer | None, not_run: Callable[[str], NoReturn]) -> DovecotServer:
    if dovecot_server is None:
        not_run("Dovecot")
    return dovecot_server


@pytest.fixture
def libreoffice(tmp_path_factory: pytest.TempPathFactory, not_run: Callable[[str], NoReturn]) -> LibreOffice:
    if not LibreOffice.is_installed():
        not_run("LibreOffice")
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture
def left_out(request: pytest.FixtureRequest) -> Callable[[str], NoReturn]:
    """Leave the test out because the machine does not give what it needs, and keep count of it."""

    def leave_out(what: str) -> NoReturn:
        request.config.stash.setdefault(NOT_RUN, Counter())[what] += 1
        pytest.skip(f"{what} is not installed or needs root")

    return leave_out


@pytest.fixture
def not_run(left_out: Callable[[str], NoReturn]) -> Callable[[str], NoReturn]:
    """The same because a server is missing, which CI must have."""

    def leave_out(server: str) -> NoReturn:
        if os.getenv("CI", "").lower() in ("1", "true"):
            pytest.fail(f"{server} is not installed or needs root; CI requires it: run tools/install-servers")
        left_out(server)

    return leave_out


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    left_out = config.stash.get(NOT_RUN, Counter())
    if left_out:
        servers = ", ".join(f"{count} on {server}" for server, count in sorted(left_out.items()))
        terminalreporter.write_line(
            f"NOT RUN, for want of a server: tests {servers}; tools/install-servers installs what is missing",
            yellow=True,
        )
