"""Proof that the database still refuses to change what happened: its tables and triggers are those it was made with.

The chain shows what was altered; the guards keep it from happening. The texts repeat those of the migrations, which
never change once released.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import sqlalchemy as sa

from dondoc.errors import LedgerError
from dondoc.messages import say

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
_KEEP_ORDER = (  # noqa: S608 — our own text
    "CREATE TRIGGER events_keep_order BEFORE INSERT ON events"
    " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)"
    " OR EXISTS (SELECT 1 FROM events WHERE key = NEW.key) "
) + _REFUSE
_SQLITE = {
    "table alembic_version": "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )",
    "table events": 'CREATE TABLE events ( seq INTEGER NOT NULL, "key" TEXT NOT NULL, kind TEXT NOT NULL,'
    ' "plan" TEXT NOT NULL, period TEXT NOT NULL, agency TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL,'
    ' "by" TEXT NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (seq), UNIQUE ("key") )',
    "index sqlite_autoindex_alembic_version_1": "",
    "index sqlite_autoindex_events_1": "",
    "trigger events_keep_updated": f"CREATE TRIGGER events_keep_updated BEFORE UPDATE ON events {_REFUSE}",
    "trigger events_keep_deleted": f"CREATE TRIGGER events_keep_deleted BEFORE DELETE ON events {_REFUSE}",
    "trigger events_keep_order": _KEEP_ORDER,
}
_POSTGRESQL = {
    "constraint events_pkey": "PRIMARY KEY (seq)",
    "constraint events_key_key": "UNIQUE (key)",
    "function events_keep": "BEGIN RAISE EXCEPTION 'the ledger is append-only'; END",
    "trigger events_keep_rows": "CREATE TRIGGER events_keep_rows BEFORE DELETE OR UPDATE ON events"
    " FOR EACH ROW EXECUTE FUNCTION events_keep()",
    "trigger events_keep_table": "CREATE TRIGGER events_keep_table BEFORE TRUNCATE ON events"
    " FOR EACH STATEMENT EXECUTE FUNCTION events_keep()",
}


def check_guards(connection: sa.Connection) -> None:
    """Raise LedgerError naming the first guard that is missing, was altered, or was put there by somebody else."""
    found, wanted = _GUARDS[connection.dialect.name]
    there = dict(found(connection))
    for name in (*wanted, *there):
        if there.get(name) != wanted.get(name):
            raise LedgerError(
                say(
                    "The guard of the record called “{name}” was altered: the database may no longer refuse changes.",
                    name=name,
                )
            )


def _in_sqlite(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """As bytes, since what was altered need not be text; one space is as good as another."""
    columns = ("type", "name", "tbl_name", "sql")
    wanted = ", ".join(f"CAST({column} AS BLOB)" for column in columns)
    for row in connection.exec_driver_sql(f"SELECT {wanted} FROM sqlite_master"):  # noqa: S608 — fixed names
        kind, name, table, sql = (" ".join((value or b"").decode("utf-8", "replace").split()) for value in row)
        is_in_place = table in ("events", "alembic_version")
        yield f"{kind} {name}", sql if is_in_place else f"{sql} on {table}"


def _in_postgresql(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """The function, each trigger that is switched on, and whatever else decides what a statement does to the table."""
    constraints = connection.exec_driver_sql(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = 'events'::regclass AND contype <> 'n' AND convalidated"
    )
    yield from ((f"constraint {name}", str(definition)) for name, definition in constraints)
    rules = connection.exec_driver_sql(
        "SELECT rulename, pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class = 'events'::regclass"
    )
    yield from ((f"rule {name}", str(definition)) for name, definition in rules)
    function = connection.exec_driver_sql("SELECT prosrc FROM pg_proc WHERE oid = 'events_keep'::regproc")
    yield from (("function events_keep", " ".join(str(source).split())) for (source,) in function)
    triggers = connection.exec_driver_sql(
        "SELECT tgname, replace(pg_get_triggerdef(oid, true), ' ON ' || current_schema() || '.', ' ON ')"
        " FROM pg_trigger WHERE tgrelid = 'events'::regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A')"
    )
    yield from ((f"trigger {name}", str(definition)) for name, definition in triggers)


_Found = Callable[[sa.Connection], Iterator[tuple[str, str]]]
_GUARDS: Mapping[str, tuple[_Found, Mapping[str, str]]] = {
    "sqlite": (_in_sqlite, _SQLITE),
    "postgresql": (_in_postgresql, _POSTGRESQL),
}
