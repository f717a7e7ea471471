"""Opening the ledger's database: the one table, safe connections to SQLite and PostgreSQL, and its migrations.

Whoever opens an old or a new database leaves it at the newest revision; two that open it at once do it once.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from dondoc.errors import LedgerError
from dondoc.messages import say

HEAD = "0001"
"""The newest revision under migrations/versions/; known here so that opening an up-to-date ledger needs no Alembic."""

EVENTS = sa.Table(
    "events",
    sa.MetaData(),
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("plan", sa.Text, nullable=False),
    sa.Column("period", sa.Text, nullable=False),
    sa.Column("agency", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("chain", sa.Text, nullable=False),
)

LOCK_ID = 0x646F6E646F63
"""The advisory lock of everyone who writes to the ledger in PostgreSQL: "dondoc"."""

TAKE_LOCK = sa.text(f"SELECT pg_advisory_xact_lock({LOCK_ID})")
BUSY_SECONDS = 30


def connect(url: str) -> sa.Engine:
    """An engine whose transactions are safe for the ledger; creates the SQLite file, readable by its owner alone."""
    try:
        address = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise LedgerError(
            say("The address of the record is not understood: write sqlite:///path or postgresql://…")
        ) from error
    match address.get_backend_name():
        case "sqlite" if address.database not in (None, "", ":memory:"):
            return _sqlite_engine(address)
        case "postgresql" | "postgres":
            return _postgresql_engine(address.set(drivername="postgresql+psycopg"))
        case _:
            raise LedgerError(say("The record can be kept in a SQLite file or in PostgreSQL, nowhere else."))


def _sqlite_engine(address: sa.URL) -> sa.Engine:
    engine = sa.create_engine(address, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=FULL")  # a committed claim must outlive a power cut
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A transaction that begins as a reader and then writes may fail as locked at once, without waiting its turn.
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine


def _postgresql_engine(address: sa.URL) -> sa.Engine:
    # A worker whose machine vanished must not hold the lock until TCP notices, which takes hours.
    limits = f"-c lock_timeout={BUSY_SECONDS}s -c idle_in_transaction_session_timeout={2 * BUSY_SECONDS}s"
    return sa.create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
        connect_args={"options": limits, "connect_timeout": 10},
    )


def prepare(engine: sa.Engine) -> None:
    """Bring the database to the newest revision and, for SQLite, prove that the file is whole."""
    if engine.dialect.name == "sqlite":
        path = Path(str(engine.url.database))
        with _alone_in(path.parent):
            _create_for_owner(path)
            _write_ahead(engine)
            _migrate(engine)
        check_file(engine, thoroughly=False)
    else:
        _migrate(engine)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: SQLite's own waits fail while two processes turn one new file to write-ahead."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _create_for_owner(path: Path) -> None:
    """SQLite gives its side files the rights of the main file.

    An existing file is never opened here: closing any descriptor of it drops every lock this process holds on it
    (POSIX), and another process would then clear away the write-ahead log under us.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _write_ahead(engine: sa.Engine) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def check_file(engine: sa.Engine, *, thoroughly: bool) -> None:
    """Prove that SQLite's file is whole; `thoroughly` compares the index of keys with the rows, which takes longer."""
    pragma = "integrity_check(1)" if thoroughly else "quick_check(1)"
    with engine.connect().execution_options(begin="BEGIN") as connection:
        found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
    if found != "ok":
        file = str(engine.url.database)
        raise LedgerError(
            say(
                "The file of the record {file} is damaged ({found}): restore it from a backup.",
                file=file,
                found=str(found),
            )
        )


def _migrate(engine: sa.Engine) -> None:
    if _revision(engine) == HEAD:
        return
    # Imported only here: Alembic costs a third of a second, and nearly every start has nothing to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(TAKE_LOCK)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerError(
                say("The record was written by a newer version of this program: update the program.")
            ) from error


def _revision(engine: sa.Engine) -> str | None:
    with engine.connect().execution_options(begin="BEGIN") as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return revision
