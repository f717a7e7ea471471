"""One byte changed anywhere in the record is found, and the event or the file is named."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import psycopg
import pytest

from app.settings import Settings
from app.soundness import verify
from app.wiring import open_existing_ledger, open_files
from dondoc.errors import InputError, LedgerError
from ledger.sql import SqlLedger
from tests.app.home import Home, make_home

FLIPS = 200


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = make_home(tmp_path / "office")
    yield made
    made.ledger.close()


def test_a_record_in_order_is_told_to_be(home: Home) -> None:
    found = verify(home.settings)

    assert found.faults == ()
    assert found.events == len(list(home.ledger.records()))
    assert found.files == len([path for path in (home.settings.home / "files").rglob("*") if path.is_file()])


def test_a_changed_byte_in_any_file_names_the_file(home: Home) -> None:
    for path in [path for path in (home.settings.home / "files").rglob("*") if path.is_file()]:
        content = path.read_bytes()
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

        (fault,) = verify(home.settings).faults

        assert fault.values["file"] == path.name
        path.write_bytes(content)


def test_a_changed_byte_in_a_file_that_no_event_names_is_found(home: Home) -> None:
    files = open_files(home.settings)
    sha256 = files.put(b"a copy of our own")
    assert verify(home.settings).faults == ()
    (home.settings.home / "files" / sha256[:2] / sha256).write_bytes(b"a copy of our 0wn")

    (fault,) = verify(home.settings).faults

    assert (fault.text, fault.values["file"]) == ("a file that no event names was altered: {file}", sha256)


def test_a_changed_byte_in_the_database_is_found_or_changes_nothing(home: Home, tmp_path: Path) -> None:
    """Some bytes of SQLite's file are unused: a change there must leave every event as it was."""
    rows = list(home.ledger.rows())
    home.ledger.close()
    content = (home.settings.home / "ledger.sqlite").read_bytes()
    chance = random.Random(1079)
    found = 0
    for number in range(FLIPS):
        place = chance.randrange(len(content))
        folder = tmp_path / f"flip{number}"
        folder.mkdir()
        altered = bytearray(content)
        altered[place] ^= 1 << chance.randrange(8)
        (folder / "ledger.sqlite").write_bytes(altered)
        (folder / "files").symlink_to(home.settings.home / "files")
        settings = Settings(plan=home.settings.plan, home=folder)
        named = _named(settings)
        found += bool(named)
        if not named:
            with closing(open_existing_ledger(settings)) as ledger:
                assert list(ledger.rows()) == rows, place
        shutil.rmtree(folder)

    assert found > FLIPS // 3


def test_a_changed_letter_in_any_column_names_the_event(home: Home) -> None:
    chance = random.Random(2026)
    rows = list(home.ledger.rows())
    home.ledger.close()
    with closing(sqlite3.connect(home.settings.home / "ledger.sqlite", isolation_level=None)) as database:
        triggers = list(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        for row, column in product(rows, rows[0]._fields[1:]):
            said = getattr(row, column) or " "
            place = chance.randrange(len(said))
            altered = f"{said[:place]}{chr(ord(said[place]) ^ 1)}{said[place + 1 :]}"
            change = f'UPDATE events SET "{column}" = ? WHERE seq = ?'
            database.execute(change, (altered, row.seq))

            with pytest.raises(LedgerError, match=rf"event {row.seq}\b"):
                verify(home.settings)
            database.execute(change, (getattr(row, column), row.seq))
        for _, sql in triggers:
            database.execute(sql)

    assert verify(home.settings).faults == ()


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER events_keep_deleted",
        "CREATE TRIGGER forget AFTER INSERT ON events BEGIN DELETE FROM events WHERE seq < NEW.seq; END",
        "CREATE TABLE aside (x)",
    ],
    ids=["taken away", "put beside", "something else"],
)
def test_a_guard_that_was_altered_is_named(home: Home, change: str) -> None:
    with closing(sqlite3.connect(home.settings.home / "ledger.sqlite")) as database:
        database.execute(change)

    with pytest.raises(LedgerError) as refused:
        verify(home.settings)

    assert str(refused.value.message.values["name"]).split()[1] in change


@pytest.mark.server
@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("ALTER TABLE events DISABLE TRIGGER events_keep_rows", "trigger events_keep_rows"),
        ("ALTER TABLE events DROP CONSTRAINT events_key_key", "constraint events_key_key"),
        ("CREATE RULE forget AS ON INSERT TO events DO INSTEAD NOTHING", "rule forget"),
        (
            "CREATE OR REPLACE FUNCTION events_keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "events_keep",
        ),
    ],
    ids=["a trigger switched off", "a key that may come twice", "a rule", "another function"],
)
def test_a_guard_that_was_altered_in_postgresql_is_named(postgresql_url: str, change: str, name: str) -> None:
    with closing(SqlLedger.open(postgresql_url)) as ledger, psycopg.connect(postgresql_url) as database:
        assert ledger.verify() == 0
        database.execute(change.encode())
        database.commit()

        with pytest.raises(LedgerError, match=name):
            ledger.verify()


@pytest.mark.server
def test_a_changed_letter_in_any_column_in_postgresql_names_the_event(tmp_path: Path, postgresql_url: str) -> None:
    home = make_home(tmp_path / "office", postgresql_url)
    rows = list(home.ledger.rows())
    chance = random.Random(2026)
    with closing(home.ledger), psycopg.connect(postgresql_url, autocommit=True) as database:
        database.execute("ALTER TABLE events DISABLE TRIGGER USER")
        for row, column in product(rows, rows[0]._fields[1:]):
            said = getattr(row, column) or " "
            place = chance.randrange(len(said))
            altered = f"{said[:place]}{chr(ord(said[place]) ^ 1)}{said[place + 1 :]}"
            change = f'UPDATE events SET "{column}" = %s WHERE seq = %s'.encode()
            database.execute(change, (altered, row.seq))

            with pytest.raises(LedgerError, match=rf"event {row.seq}\b"):
                verify(home.settings)
            database.execute(change, (getattr(row, column), row.seq))
        database.execute("ALTER TABLE events ENABLE TRIGGER USER")

    assert verify(home.settings).faults == ()


def _named(settings: Settings) -> set[str]:
    """What the refusal names: the event, the file, the database; nothing where there is none."""
    try:
        verify(settings)
    except LedgerError as error:
        return {"seq", "file", "where", "name"} & error.message.values.keys()
    return set()


def test_where_nothing_ever_ran_there_is_nothing_to_prove(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        verify(Settings(home=tmp_path / "none"))

    assert not (tmp_path / "none").exists()
