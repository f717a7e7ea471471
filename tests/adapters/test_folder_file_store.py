"""What the file store on disk promises beyond the port: privacy, wholeness, no trace of a failed write."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from dondoc.errors import LedgerError
from ledger.files import FolderFileStore


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_files_and_folders_are_for_the_owner_alone(tmp_path: Path) -> None:
    FolderFileStore(tmp_path / "office" / "files").put(b"x")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in files_in(tmp_path)}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "office").rglob("*") if path.is_dir()}

    assert modes == {0o600}
    assert folders == {0o700}


def test_a_file_stands_under_its_hash_and_opens_with_any_program(tmp_path: Path) -> None:
    sha256 = FolderFileStore(tmp_path).put(b"x")

    [path] = files_in(tmp_path)

    assert path == tmp_path / sha256[:2] / sha256
    assert path.read_bytes() == b"x"


def test_an_altered_file_is_never_handed_out(tmp_path: Path) -> None:
    store = FolderFileStore(tmp_path)
    sha256 = store.put(b"abc")
    (tmp_path / sha256[:2] / sha256).write_bytes(b"abd")

    with pytest.raises(LedgerError, match="altered"):
        store.get(sha256)


def test_storing_again_mends_a_damaged_copy(tmp_path: Path) -> None:
    store = FolderFileStore(tmp_path)
    sha256 = store.put(b"abc")
    (tmp_path / sha256[:2] / sha256).write_bytes(b"a")

    store.put(b"abc")

    assert store.get(sha256) == b"abc"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    (tmp_path / "2d").mkdir()

    with pytest.raises(LedgerError, match="No space left"):
        FolderFileStore(tmp_path).put(b"x")

    assert files_in(tmp_path) == []
