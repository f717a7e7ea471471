"""What a backup promises: everything in one private file, taken while the office works, proven when it is restored."""

from __future__ import annotations

import io
import stat
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.backup import back_up, restore
from app.soundness import verify
from app.wiring import open_existing_ledger
from dondoc.errors import InputError, LedgerError
from dondoc.events.mails import MailClaimed
from dondoc.events.records import Event
from tests.app.home import Home, make_home

NOW = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = make_home(tmp_path / "office")
    yield made
    made.ledger.close()


def members(file: Path) -> dict[str, bytes]:
    with tarfile.open(file) as tar:
        return {name: content.read() for name in tar.getnames() if (content := tar.extractfile(name)) is not None}


def rewritten(file: Path, changed: dict[str, bytes]) -> Path:
    """The backup with other contents; one that is empty is left out."""
    altered = file.with_name("altered.tar")
    with tarfile.open(altered, "w") as tar:
        for name, content in {**members(file), **changed}.items():
            if content:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    return altered


def test_what_is_restored_is_what_was_saved(home: Home, tmp_path: Path) -> None:
    made = back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=True)

    count = restore(tmp_path / "b.tar", tmp_path / "new", ledger_url=None)

    again = home.settings.model_copy(update={"home": tmp_path / "new", "plan": tmp_path / "new" / "plan.yaml"})
    assert (made.faults, made.events) == ((), count)
    assert verify(again) == verify(home.settings)
    assert list(open_existing_ledger(again).rows()) == list(home.ledger.rows())
    assert again.plan.read_bytes() == home.settings.plan.read_bytes()
    assert (tmp_path / "new/secret.key").read_bytes() == (home.settings.home / "secret.key").read_bytes()


def test_everything_is_for_the_owner_alone_and_the_key_only_on_demand(home: Home, tmp_path: Path) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)
    restore(tmp_path / "b.tar", tmp_path / "new", ledger_url=None)

    assert "secret.key" not in members(tmp_path / "b.tar")
    for path in [tmp_path / "b.tar", tmp_path / "new", *(tmp_path / "new").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_backup_taken_while_others_write_is_a_beginning_of_the_record(home: Home, tmp_path: Path) -> None:
    def write(number: int) -> None:
        for mail in range(40):
            home.ledger.append(Event(MailClaimed(mail=f"{number}-{mail}"), "KH", NOW, "thử"))

    with ThreadPoolExecutor(3) as pool:
        writing = [pool.submit(write, number) for number in range(3)]
        counts = [back_up(home.settings, tmp_path / f"{n}.tar", at=NOW, with_key=False).events for n in range(5)]
        for one in writing:
            one.result()

    for number, count in enumerate(counts):
        assert restore(tmp_path / f"{number}.tar", tmp_path / f"new{number}", ledger_url=None) == count


@pytest.mark.server
def test_a_backup_moves_the_record_from_sqlite_to_postgresql_and_back(
    home: Home, tmp_path: Path, postgresql_url: str
) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)
    restore(tmp_path / "b.tar", tmp_path / "pg", ledger_url=postgresql_url)
    there = home.settings.model_copy(update={"home": tmp_path / "pg", "ledger_url": postgresql_url})
    back_up(there, tmp_path / "c.tar", at=NOW, with_key=False)
    restore(tmp_path / "c.tar", tmp_path / "back", ledger_url=None)

    assert members(tmp_path / "c.tar")["events.jsonl"] == members(tmp_path / "b.tar")["events.jsonl"]
    with closing(open_existing_ledger(there)) as ledger:
        body = MailClaimed(mail="x", attempt=1)
        ledger.append(Event(body, "KH", NOW, "dondoc"))
    with pytest.raises(LedgerError):
        restore(tmp_path / "b.tar", tmp_path / "again", ledger_url=postgresql_url)
    assert not (tmp_path / "again").exists()


def test_nothing_is_restored_over_what_is_there(home: Home, tmp_path: Path) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)

    with pytest.raises(InputError):
        restore(tmp_path / "b.tar", home.settings.home, ledger_url=None)

    assert verify(home.settings).faults == ()


@pytest.mark.parametrize("name", ["events.jsonl", "files"])
def test_an_altered_backup_is_refused_and_leaves_nothing(home: Home, tmp_path: Path, name: str) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)
    wanted = next(one for one in members(tmp_path / "b.tar") if one.startswith(name))
    content = members(tmp_path / "b.tar")[wanted]
    altered = rewritten(
        tmp_path / "b.tar", {wanted: content.replace(b"2026", b"2027", 1) + (b"" if name in wanted[:6] else b"x")}
    )

    with pytest.raises((InputError, LedgerError)):
        restore(altered, tmp_path / "new", ledger_url=None)

    assert not (tmp_path / "new").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "files/../../evil", "templates/../evil", "home/x"])
def test_a_backup_with_a_foreign_name_is_refused(home: Home, tmp_path: Path, name: str) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)

    with pytest.raises(InputError):
        restore(rewritten(tmp_path / "b.tar", {name: b"x"}), tmp_path / "new", ledger_url=None)

    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("content", [b"", b"no tar at all", b"\0" * 20_000])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.tar").write_bytes(content)

    with pytest.raises(InputError):
        restore(tmp_path / "b.tar", tmp_path / "new", ledger_url=None)


def test_a_lost_file_is_named_and_the_rest_is_saved(home: Home, tmp_path: Path) -> None:
    victim = next(path for path in (home.settings.home / "files").rglob("*") if path.is_file())
    victim.unlink()

    made = back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)

    assert [fault.values["sha256"] for fault in made.faults] == [victim.name]
    assert len([name for name in members(tmp_path / "b.tar") if name.startswith("files/")]) == made.files > 2
