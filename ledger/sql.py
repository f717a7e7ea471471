"""The ledger in SQLite or PostgreSQL: append-only, one writer at a time, on disk before `append` returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from dondoc.errors import DuplicateEvent, LedgerError, StorageError
from dondoc.events.records import Event, Record
from dondoc.messages import say
from ledger.guards import check_guards
from ledger.rows import Draft, Row, check_chain, draft_of, record_of, stored_key
from ledger.schema import EVENTS, TAKE_LOCK, check_file, connect, prepare
from ledger.writing import append_rows

PAGE_ROWS = 5_000

_LAST = sa.select(EVENTS.c.seq, EVENTS.c.chain).order_by(EVENTS.c.seq.desc()).limit(1)
_PAGE = sa.select(EVENTS).where(EVENTS.c.seq > sa.bindparam("after")).order_by(EVENTS.c.seq).limit(PAGE_ROWS)
_KNOWN = sa.select(EVENTS.c.seq).where(EVENTS.c.key == sa.bindparam("known"))


class SqlLedger:
    """The record in a database. Sequence numbers run 1, 2, 3 … without a gap, in the order of commit.

    Safe to share between threads; between processes, each opens its own.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._reader = engine.execution_options(begin="BEGIN")

    @classmethod
    def open(cls, url: str) -> SqlLedger:
        """Open `sqlite:///path` or `postgresql://…`, creating or migrating what is there; raises LedgerError."""
        engine = connect(url)
        try:
            with _wrapped(engine):
                prepare(engine)
        except LedgerError:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Give the connections back; the ledger is not used afterwards."""
        self._engine.dispose()

    def append(self, *events: Event) -> tuple[Record, ...]:
        """Record the events in order, all or none; raises DuplicateEvent naming a key that is already there."""
        drafts = [draft_of(event) for event in events]
        if not drafts:
            return ()
        _refuse_twins(drafts)
        with _wrapped(self._engine):
            try:
                rows = append_rows(self._engine, drafts)
            except self._engine.dialect.loaded_dbapi.IntegrityError as error:
                raise self._refusal(drafts) from error
        return tuple(Record(row.seq, event) for row, event in zip(rows, events, strict=True))

    def records(self, after: int = 0) -> Iterator[Record]:
        """Every record above `after`; nothing is held open between two of them."""
        return (record_of(row) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Every row above `after` as it is stored; what is appended meanwhile only makes the reading longer."""
        while True:
            with _wrapped(self._reader), self._reader.connect() as connection:
                page = [Row._make(row) for row in connection.execute(_PAGE, {"after": after})]
            yield from page
            if len(page) < PAGE_ROWS:
                return
            after = page[-1].seq

    def fill(self, rows: Sequence[Row]) -> None:
        """Write the rows of a backup as they were, all or none; raises LedgerError where anything is recorded."""
        check_chain(rows)
        with _wrapped(self._engine), self._engine.begin() as connection:
            if self._engine.dialect.name == "postgresql":
                connection.execute(TAKE_LOCK)
            if connection.execute(_LAST).first() is not None:
                raise LedgerError(say("The record is not empty: nothing was restored into it."))
            for begin in range(0, len(rows), PAGE_ROWS):
                connection.execute(sa.insert(EVENTS), [row._asdict() for row in rows[begin : begin + PAGE_ROWS]])

    def has(self, key: str) -> bool:
        """Whether an event with this key is there."""
        with _wrapped(self._reader), self._reader.connect() as connection:
            return connection.execute(_KNOWN, {"known": stored_key(key)}).first() is not None

    def verify(self) -> int:
        """Prove by the hash chain that nothing was altered; how many events there are. LedgerError names the first."""
        if self._engine.dialect.name == "sqlite":
            with _wrapped(self._reader):
                check_file(self._engine, thoroughly=True)
        count = check_chain(self.rows())
        with _wrapped(self._reader), self._reader.connect() as connection:
            check_guards(connection)
        return count

    def _refusal(self, drafts: Sequence[Draft]) -> LedgerError:
        known = next((draft.key for draft in drafts if self.has(draft.key)), None)
        if known is None:
            return LedgerError(say("The database refused to record the events."))
        return _duplicate(known)


def _refuse_twins(drafts: Sequence[Draft]) -> None:
    seen: set[str] = set()
    for draft in drafts:
        if draft.key in seen:
            raise _duplicate(draft.key)
        seen.add(draft.key)


def _duplicate(key: str) -> DuplicateEvent:
    return DuplicateEvent(say("Already recorded: {key}.", key=key))


@contextmanager
def _wrapped(engine: sa.Engine) -> Iterator[None]:
    """Turn the database's errors into LedgerError, without statements or values: they may hold what agencies wrote."""
    try:
        yield
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error, OSError, UnicodeDecodeError) as error:
        # SQLite's words about a damaged file may be no text.
        words = getattr(error, "orig", None) if isinstance(error, SQLAlchemyError) else error
        reason = getattr(words, "strerror", None) or str(words or "") or type(error).__name__
        where = engine.url.render_as_string(hide_password=True)
        reason = reason.splitlines()[0]
        kind = LedgerError if isinstance(words, _refusals(engine)) else StorageError
        raise kind(say("The record at {where} cannot be used: {reason}", where=where, reason=reason)) from error


def _refusals(engine: sa.Engine) -> tuple[type[Exception], ...]:
    """What a database says of values that it will never take; of SQLAlchemy's errors those of the driver are inside."""
    driver = engine.dialect.loaded_dbapi
    return driver.DataError, driver.IntegrityError
