"""The stage, and the places where the office's record can be."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest

from app.sandbox import MailSandbox
from app.settings import Settings
from ledger.sql import SqlLedger
from tests.app.desk import OFFICE, crowded_plan
from tests.crash.real import RealOffice, accounts, address_of
from tests.crash.stage import Answer, Order, as_line
from tests.servers.dovecot import DovecotServer
from tests.servers.postfix import PostfixServer
from tests.servers.postgresql import PostgresqlServer

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Stage:
    """The process that plays acts in children of its own."""

    process: subprocess.Popen[str]

    def play(self, order: Order) -> Answer:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(as_line(order))
        self.process.stdin.flush()
        return Answer(**json.loads(self.process.stdout.readline()))


@contextmanager
def open_stage() -> Iterator[Stage]:
    """Another worker on this machine, as it were."""
    command = [sys.executable, "-m", "tests.crash.stage"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        yield Stage(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    with open_stage() as opened:
        yield opened


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[MailSandbox]:
    with MailSandbox(tmp_path / "mail") as server:
        yield server


CopyRecord = Callable[[str, Path], str]
"""From the database of one run to a new one with the same content, beside the new home."""


@pytest.fixture(params=["in a SQLite file", pytest.param("in PostgreSQL", marks=pytest.mark.server)])
def copy_record(request: pytest.FixtureRequest) -> CopyRecord:
    """Copies a record; from "" it makes an empty one."""
    if request.param == "in a SQLite file":
        return _copy_sqlite
    first: str = request.getfixturevalue("postgresql_url")
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    second = server.new_database()
    SqlLedger.open(second).close()
    return lambda url, _home: _copied(url, second) if url else first


def _copy_sqlite(url: str, home: Path) -> str:
    if url:
        shutil.copy(url.removeprefix("sqlite:///"), home / "ledger.sqlite")
    return f"sqlite:///{home}/ledger.sqlite"


def _copied(source: str, target: str) -> str:
    """The one database that all copies use in turn: a new one each time would cost a second and 8 MB."""
    with psycopg.connect(target, autocommit=True) as connection:
        connection.execute("ALTER TABLE events DISABLE TRIGGER USER")
        connection.execute("TRUNCATE events")
        connection.execute("ALTER TABLE events ENABLE TRIGGER USER")
    with closing(SqlLedger.open(source)) as known, closing(SqlLedger.open(target)) as copy:
        if rows := list(known.rows()):
            copy.fill(rows)
    return target


@pytest.fixture(scope="session")
def postfix_and_world(
    dovecot_server: DovecotServer | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[PostfixServer, MailSandbox] | None]:
    with MailSandbox(tmp_path_factory.mktemp("world")) as world:
        postfix = PostfixServer.start(dovecot_server, world.port) if dovecot_server else None
        yield (postfix, world) if postfix else None
        if postfix:
            postfix.stop()


@pytest.fixture
def real(
    tmp_path: Path,
    dovecot: DovecotServer,
    postfix_and_world: tuple[PostfixServer, MailSandbox] | None,
    not_run: Callable[[str], NoReturn],
) -> RealOffice:
    """An office of five agencies that never ran, before Postfix and Dovecot; its record is in a SQLite file."""
    if postfix_and_world is None:
        not_run("Postfix")
    postfix, world = postfix_and_world
    world.folder = tmp_path / "world"
    home, account = tmp_path / "home", dovecot.new_account()
    home.mkdir(mode=0o700)
    plan = home / "plan.yaml"
    plan.write_text(crowded_plan(5).replace(OFFICE, address_of(account)), encoding="utf-8")
    smtp, imap = accounts(dovecot, postfix, account)
    return RealOffice(Settings(plan=plan, home=home, smtp=smtp, imap=imap), world, postfix, dovecot, account)
