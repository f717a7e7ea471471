"""The record's database really gone while the office is asked to work, for longer than anything of ours waits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import NoReturn

import pytest

from app.soundness import verify
from flows.server import ServerPlace, running_server
from tests.app.desk import CLOSES, OPENS, PERIOD
from tests.crash.real import RealOffice
from tests.crash.test_killed_commands import AGENCIES, ROOT, environment_of
from tests.servers.postgresql import PostgresqlServer
from tests.servers.process import free_port

pytestmark = [pytest.mark.server, pytest.mark.flow]

SYSTEM_AT_FAULT = 2
CLOSED = CLOSES + timedelta(days=1)
LATER = OPENS + timedelta(days=16)
LOOK = """
from datetime import date
from app.settings import Settings
from flows.server import ServerPlace, enter_environment
enter_environment(ServerPlace(Settings().home / "prefect", {port}, "{password}"))
from flows.watch import watch
watch(date.fromisoformat("{day}"))
"""


@pytest.fixture
def database(not_run: Callable[[str], NoReturn]) -> Iterator[PostgresqlServer]:
    """A server of its own, since it will be stopped."""
    server = PostgresqlServer.start(is_durable=True)
    if server is None:
        not_run("PostgreSQL")
    yield server
    server.stop()


@pytest.fixture
def office(real: RealOffice, database: PostgresqlServer) -> RealOffice:
    settings = real.settings.model_copy(update={"ledger_url": database.new_database()})
    return RealOffice(settings, real.world, real.postfix, real.dovecot, real.account)


@pytest.fixture
def environment(office: RealOffice) -> Iterator[dict[str, str]]:
    place = ServerPlace(office.settings.home / "prefect", free_port(), "mot-mat-khau")
    with running_server(place):
        yield environment_of(office.settings, place)


def typed(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment},  # noqa: TID251 — PATH and the like
        capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


def dondoc(environment: dict[str, str], command: str, day: date) -> subprocess.CompletedProcess[str]:
    return typed(environment, "-m", "cli.main", command, "--as-of", day.isoformat())


@contextmanager
def away(database: PostgresqlServer) -> Iterator[None]:
    """Stopped as by a power cut; back in the end."""
    database.vanish()
    try:
        yield
    finally:
        database.begin()


def watch(environment: dict[str, str], day: date) -> None:
    port, password = environment["DONDOC_UI_PORT"], environment["DONDOC_UI_PASSWORD"]
    typed(environment, "-c", LOOK.format(port=port, password=password, day=day.isoformat())).check_returncode()


def told_to_the_officer(office: RealOffice) -> list[str]:
    """The text of every mail that left for the office itself."""
    mails = [mail for mail in office.status(LATER).mails.values() if mail.queued.purpose == "officer"]
    return [mail.queued.body for mail in mails if mail.state == "sent"]


def test_a_database_that_is_away_longer_than_anybody_waits_loses_and_repeats_nothing(
    office: RealOffice, environment: dict[str, str], database: PostgresqlServer
) -> None:
    """Everything is asked for while it is away, and nobody can do anything; a day later all of it is done, once."""
    assert dondoc(environment, "remind", OPENS).returncode == 0
    codes = {name: request.code for name, request in office.status(OPENS).periods[PERIOD].requests.items()}
    office.answer("dv-1", codes["dv-1"])

    with away(database):
        for command, day in (("remind", LATER), ("collect", LATER), ("report", CLOSED)):
            ended = dondoc(environment, command, day)
            assert ended.returncode == SYSTEM_AT_FAULT
            assert "Không dùng được sổ sự kiện" in ended.stderr
            assert "mật-khẩu" not in ended.stderr
        office.answer("dv-2", codes["dv-2"])
        assert set(office.delivered().values()) == {1}

    watch(environment, LATER)
    for command in ("collect", "remind", "report", "remind"):
        assert dondoc(environment, command, LATER).returncode == 0

    requests = office.status(LATER).periods[PERIOD].requests
    assert {name for name, request in requests.items() if request.confirmations} == {"dv-1", "dv-2"}
    reminded = {name: [mail.queued.purpose for mail in one.mails.values()] for name, one in requests.items()}
    assert reminded == {name: ["first", "acknowledge" if name in {"dv-1", "dv-2"} else "remind"] for name in requests}
    assert len(requests) == AGENCIES
    assert set(office.delivered().values()) == {1}
    (letter,) = told_to_the_officer(office)
    assert "Lỗi của hệ thống" in letter
    assert "Không dùng được sổ sự kiện" in " ".join(letter.split())
    assert verify(office.settings).faults == ()
