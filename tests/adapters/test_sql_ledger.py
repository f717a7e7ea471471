"""What the ledger in a database promises beyond the port: refused changes, durability, one schema, a whole file."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from dondoc.errors import LedgerError
from dondoc.events.mails import MailClaimed, MailSent
from dondoc.events.records import Event
from dondoc.events.replies import ReplyRefused
from ledger import schema
from ledger.sql import PAGE_ROWS, SqlLedger
from tests.adapters.ledger_workers import MAILS, claim

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["in a SQLite file", pytest.param("in PostgreSQL", marks=pytest.mark.server)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "in PostgreSQL":
        address: str = request.getfixturevalue("postgresql_url")
        return address
    return f"sqlite:///{tmp_path}/ledger.db"


@pytest.fixture
def ledger(url: str) -> Iterator[SqlLedger]:
    with closing(SqlLedger.open(url)) as opened:
        yield opened


@pytest.fixture
def by_hand(url: str) -> Iterator[Callable[[str], None]]:
    """Run SQL behind the ledger's back."""
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))

    def execute(sql: str) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql(sql)

    yield execute
    engine.dispose()


def worker(work: str, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.adapters.ledger_workers", work, url]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    "sql", ["UPDATE events SET body = '{}'", "DELETE FROM events", "DELETE FROM events WHERE seq = 1"]
)
def test_the_database_refuses_to_change_what_happened(
    ledger: SqlLedger, by_hand: Callable[[str], None], sql: str
) -> None:
    ledger.append(claim(1), claim(2))

    with pytest.raises(sa.exc.DBAPIError, match="append-only"):
        by_hand(sql)

    assert len(list(ledger.records())) == 2


@pytest.mark.server
def test_postgresql_refuses_to_empty_the_table(postgresql_url: str) -> None:
    engine = sa.create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    with closing(SqlLedger.open(postgresql_url)), engine.begin() as connection, pytest.raises(sa.exc.DBAPIError):
        connection.exec_driver_sql("TRUNCATE events")
    engine.dispose()


@pytest.mark.parametrize(
    "columns", ["1, 'other'", "2, 'QCN:mail/1/claimed/1'", "7, 'later'"], ids=["same number", "same key", "with a gap"]
)
def test_sqlite_refuses_a_row_that_replaces_another_or_leaves_a_gap(tmp_path: Path, columns: str) -> None:
    address = f"sqlite:///{tmp_path}/ledger.db"
    engine = sa.create_engine(address)
    with closing(SqlLedger.open(address)) as ledger:
        ledger.append(claim(1))

        with pytest.raises(sa.exc.IntegrityError, match="append-only"), engine.begin() as connection:
            connection.exec_driver_sql(
                f"INSERT OR REPLACE INTO events VALUES ({columns}, '', '', '', '', '', '', '', '')"
            )

        assert [record.event for record in ledger.records()] == [claim(1)]
    engine.dispose()


def test_of_processes_that_open_and_claim_at_once_exactly_one_wins_each_mail(url: str) -> None:
    workers = [worker("claim_all", url) for _ in range(3)]

    won = [line for process in workers for line in process.communicate(timeout=60)[0].split()]

    assert [process.returncode for process in workers] == [0, 0, 0]
    assert sorted(won, key=int) == [str(mail) for mail in range(MAILS)]
    with closing(SqlLedger.open(url)) as ledger:
        assert ledger.verify() == MAILS


def test_a_killed_writer_leaves_nothing_of_its_last_batch(url: str) -> None:
    process = worker("die_before_commit", url)
    process.communicate(timeout=60)

    assert process.returncode == -signal.SIGKILL
    with closing(SqlLedger.open(url)) as ledger:
        assert [record.body for record in ledger.records()] == [MailClaimed(mail="1")]
        [record] = ledger.append(claim(2))
        assert (record.seq, ledger.verify()) == (2, 2)


def test_what_append_returned_outlives_a_killed_writer(url: str) -> None:
    worker("die_after_commit", url).communicate(timeout=60)

    with closing(SqlLedger.open(url)) as ledger:
        assert len(list(ledger.records())) == 2


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        ("UPDATE events SET body = replace(body, '550', '250') WHERE seq = 2", 2),
        ("UPDATE events SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3", 3),
        ("UPDATE events SET \"by\" = 'ai đó' WHERE seq = 1", 1),
        ("UPDATE events SET key = 'QCN:mail/9/sent' WHERE seq = 2", 2),
        ("DELETE FROM events WHERE seq = 2", 2),
    ],
    ids=["body", "moment", "author", "key", "taken out"],
)
def test_verify_names_the_first_event_that_was_altered(tmp_path: Path, change: str, seq: int) -> None:
    address = f"sqlite:///{tmp_path}/ledger.db"
    engine = sa.create_engine(address)
    with closing(SqlLedger.open(address)) as ledger:
        body = MailSent(mail="1", refused={"a@b.example": "550 không có"})
        ledger.append(claim(1), Event(body, "QCN", claim(1).at, "x"), claim(2), claim(3))
        assert ledger.verify() == 4
        with engine.begin() as connection:
            for trigger in ("events_keep_updated", "events_keep_deleted"):
                connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
            connection.exec_driver_sql(change)

        with pytest.raises(LedgerError, match=rf"event {seq}\b"):
            ledger.verify()
    engine.dispose()


@pytest.mark.parametrize("count", [2 * PAGE_ROWS, 2 * PAGE_ROWS + 3], ids=["whole pages", "and a rest"])
def test_pages_are_joined_without_loss(tmp_path: Path, count: int) -> None:
    with closing(SqlLedger.open(f"sqlite:///{tmp_path}/ledger.db")) as ledger:
        ledger.append(*(claim(mail) for mail in range(count)))

        assert [record.seq for record in ledger.records()] == list(range(1, count + 1))


def test_files_are_for_the_owner_alone(tmp_path: Path) -> None:
    with closing(SqlLedger.open(f"sqlite:///{tmp_path}/office/ledger.db")) as ledger:
        ledger.append(claim(1))

        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "office").iterdir()}

    assert modes == {"ledger.db": 0o600, "ledger.db-wal": 0o600, "ledger.db-shm": 0o600}
    assert stat.S_IMODE((tmp_path / "office").stat().st_mode) == 0o700


def test_opening_brings_the_schema_to_the_newest_revision(ledger: SqlLedger, url: str) -> None:
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))

    columns = [column["name"] for column in sa.inspect(engine).get_columns("events")]

    assert columns == [column.name for column in schema.EVENTS.columns]
    assert ScriptDirectory(str(ROOT / "ledger" / "migrations")).get_current_head() == schema.HEAD
    engine.dispose()


def test_a_ledger_of_a_newer_version_is_left_alone(ledger: SqlLedger, by_hand: Callable[[str], None], url: str) -> None:
    by_hand("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(LedgerError, match="newer version"):
        SqlLedger.open(url)


def test_opening_a_ledger_in_order_loads_no_migrations(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/ledger.db"
    SqlLedger.open(address).close()
    code = (
        "import sys; from ledger.sql import SqlLedger; SqlLedger.open(sys.argv[1]).close()\n"
        "print('alembic' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", code, address], cwd=ROOT, capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "False"


def test_a_damaged_file_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with closing(SqlLedger.open(f"sqlite:///{path}")) as ledger:
        ledger.append(*(claim(mail) for mail in range(500)))
    content = bytearray(path.read_bytes())
    content[8192 : len(content) - 4096] = os.urandom(len(content) - 12288)
    path.write_bytes(content)

    with pytest.raises(LedgerError, match=r"damaged|malformed"):
        SqlLedger.open(f"sqlite:///{path}")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ledger.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:////dev/null/ledger.db",
        "mysql://localhost/x",
        "postgresql://u:p@127.0.0.1:1/x",
    ],
    ids=["nothing", "a path", "no file", "in memory", "no such folder", "another database", "nobody listens"],
)
def test_an_address_that_cannot_be_used_is_a_ledger_error(address: str) -> None:
    with pytest.raises(LedgerError) as caught:
        SqlLedger.open(address)

    assert ":p@" not in str(caught.value)


def test_an_error_of_the_database_repeats_nothing_that_was_to_be_written(
    ledger: SqlLedger, by_hand: Callable[[str], None]
) -> None:
    secret = Event(ReplyRefused(reply="1", on=claim(1).at.date(), reason="lời riêng"), "QCN", claim(1).at, "x")
    by_hand("ALTER TABLE events RENAME TO elsewhere")

    with pytest.raises(LedgerError) as caught:
        ledger.append(secret)

    assert "lời riêng" not in f"{caught.value} {caught.value.__cause__}"


@pytest.mark.server
def test_connections_that_postgresql_dropped_are_made_anew(postgresql_url: str) -> None:
    engine = sa.create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    with closing(SqlLedger.open(postgresql_url)) as ledger:
        ledger.append(claim(1))
        with engine.begin() as connection, suppress(sa.exc.DBAPIError):
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

        ledger.append(claim(2))

        assert ledger.verify() == 2
    engine.dispose()


def test_a_writer_that_holds_the_record_for_seconds_is_waited_for(url: str) -> None:
    longer_than_sqlite_waits_by_itself = 6
    with closing(SqlLedger.open(url)) as ledger, closing(SqlLedger.open(url)) as other:
        engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        with engine.connect() as holder, ThreadPoolExecutor(1) as pool:
            holder.exec_driver_sql("BEGIN IMMEDIATE" if "sqlite" in url else str(schema.TAKE_LOCK))
            waiting = pool.submit(ledger.append, claim(1))
            with pytest.raises(TimeoutError):
                waiting.result(timeout=longer_than_sqlite_waits_by_itself)
            holder.rollback()
            waiting.result(timeout=30)
        engine.dispose()

        assert [record.event for record in other.records()] == [claim(1)]
