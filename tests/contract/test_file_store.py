"""The laws of the file store, over every store there is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dondoc.errors import LedgerError
from dondoc.mail import sha256_of
from dondoc.ports import FileStore
from ledger.files import FolderFileStore
from ledger.memory import MemoryFileStore

CONTENTS = [b"", b"\x00\xff" * 10, "Kính gửi".encode(), bytes(3_000_000)]


@pytest.fixture(params=["in memory", "in a folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    return MemoryFileStore() if request.param == "in memory" else FolderFileStore(tmp_path / "files")


@pytest.mark.parametrize("content", CONTENTS, ids=["empty", "binary", "text", "large"])
def test_content_comes_back_under_its_hash(store: FileStore, content: bytes) -> None:
    sha256 = store.put(content)

    assert sha256 == sha256_of(content)
    assert store.get(sha256) == content


def test_storing_twice_changes_nothing(store: FileStore) -> None:
    first = store.put(b"th\xc6\xb0")

    assert store.put(b"th\xc6\xb0") == first
    assert store.get(first) == b"th\xc6\xb0"


def test_every_name_is_known_once_and_in_order(store: FileStore) -> None:
    stored = [store.put(content) for content in (b"a", b"b", b"a", b"c")]

    assert list(store.names()) == sorted(set(stored))


@pytest.mark.parametrize(
    "name", [sha256_of(b"never"), "../../etc/passwd", "", "A" * 64], ids=["unknown", "path", "empty", "odd"]
)
def test_what_was_never_stored_is_missing(store: FileStore, name: str) -> None:
    with pytest.raises(LedgerError):
        store.get(name)


def test_many_may_store_the_same_content_at_once(store: FileStore) -> None:
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(store.put, [b"x" * 100_000] * 40))

    assert names == {sha256_of(b"x" * 100_000)}
    assert store.get(names.pop()) == b"x" * 100_000
