"""One byte changed anywhere in the record is found, and the event or the file is named."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.settings import Settings
from app.soundness import verify
from app.wiring import open_existing_ledger
from dondoc.errors import InputError, LedgerError
from tests.app.home import Home, make_home

FLIPS = 150


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


def _named(settings: Settings) -> set[str]:
    """What the refusal names: the event, the file, the database; nothing where there is none."""
    try:
        verify(settings)
    except LedgerError as error:
        return {"seq", "file", "where"} & error.message.values.keys()
    return set()


def test_where_nothing_ever_ran_there_is_nothing_to_prove(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        verify(Settings(home=tmp_path / "none"))

    assert not (tmp_path / "none").exists()
