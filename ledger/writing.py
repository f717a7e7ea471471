"""Appending rows over the database driver's own cursor.

Through SQLAlchemy one append costs three times the processor time, and every mail that is sent costs one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPICursor

from ledger.rows import GENESIS, Draft, Row, chained
from ledger.schema import EVENTS, TAKE_LOCK

ROWS_AT_ONCE = 100

_LAST = f"SELECT seq, chain FROM {EVENTS.name} ORDER BY seq DESC LIMIT 1"  # noqa: S608 — a name of ours


def append_rows(engine: sa.Engine, drafts: Sequence[Draft]) -> list[Row]:
    """Write the drafts as the next rows, all or none, in a transaction of their own; raises the driver's errors."""
    is_sqlite = engine.dialect.name == "sqlite"
    with _transaction(engine) as cursor:
        seq, chain = (_last_in_sqlite if is_sqlite else _last_in_postgresql)(cursor)
        rows = list(chained(drafts, seq, chain))
        for begin in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[begin : begin + ROWS_AT_ONCE]
            cursor.execute(_insertion(len(some), "?" if is_sqlite else "%s"), [value for row in some for value in row])
    return rows


@contextmanager
def _transaction(engine: sa.Engine) -> Iterator[DBAPICursor]:
    """The connection goes back to the pool only after a commit: one that failed may be lost, and is not used again."""
    connection = engine.raw_connection()
    try:
        yield connection.cursor()
        connection.commit()
    except BaseException:
        connection.invalidate()
        raise
    connection.close()


def _last_in_sqlite(cursor: DBAPICursor) -> tuple[int, str]:
    cursor.execute("BEGIN IMMEDIATE")
    cursor.execute(_LAST)
    return cursor.fetchone() or (0, GENESIS)


def _last_in_postgresql(cursor: DBAPICursor) -> tuple[int, str]:
    """Two statements in one message; the second sees what was committed while the first waited for the lock."""
    cursor.execute(f"{TAKE_LOCK}; {_LAST}")
    cursor.nextset()
    return cursor.fetchone() or (0, GENESIS)


@lru_cache(maxsize=2 * ROWS_AT_ONCE)
def _insertion(rows: int, mark: str) -> str:
    """One statement for so many rows. Not executemany: psycopg's pipeline complains aloud when another was first."""
    columns = ", ".join(f'"{name}"' for name in Row._fields)
    group = f"({', '.join([mark] * len(Row._fields))})"
    return f"INSERT INTO {EVENTS.name} ({columns}) VALUES {', '.join([group] * rows)}"  # noqa: S608 — no values
