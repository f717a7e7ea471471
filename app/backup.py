"""A copy of everything that cannot be computed again, in one file: the events, the files they name, the plan.

The events of a backup are a beginning of the record and the record only grows, so a copy made while the office works
is consistent. They are text, the same for SQLite and PostgreSQL: a backup of one can be restored into the other.
"""

from __future__ import annotations

import io
import json
import os
import re
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from app.settings import Settings
from app.wiring import make_private_folder, open_existing_ledger, open_files
from dondoc.errors import InputError, LedgerError
from dondoc.kept_files import files_of_all
from dondoc.messages import Message, say
from ledger.files import FolderFileStore
from ledger.rows import Row, record_of
from ledger.sql import SqlLedger

FORMAT = 1
EVENTS, PLAN, KEY, MANIFEST = "events.jsonl", "plan.yaml", "secret.key", "manifest.json"
_FILE = re.compile(r"files/[0-9a-f]{2}/([0-9a-f]{64})")
_TEMPLATE = re.compile(r"templates/[\w.-]+")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds, and the files it should hold but that are missing or altered."""

    events: int
    files: int
    faults: tuple[Message, ...]


def back_up(settings: Settings, target: Path, *, at: datetime, with_key: bool) -> BackedUp:
    """Write the backup, whole or not at all, for the owner alone; raises InputError where it cannot be written."""
    with closing(open_existing_ledger(settings)) as ledger:
        rows = list(ledger.rows())
    files = open_files(settings)
    named = files_of_all(record_of(row).body for row in rows)
    faults: list[Message] = []
    with _private_tar(target) as tar:
        _add(tar, EVENTS, _as_lines(rows), at)
        for sha256 in named:
            try:
                _add(tar, f"files/{sha256[:2]}/{sha256}", files.get(sha256), at)
            except LedgerError as error:
                faults.append(error.message)
        for name, path in _own_files(settings, with_key=with_key):
            _add(tar, name, path.read_bytes(), at)
        manifest = {"format": FORMAT, "made_at": at.isoformat(), "events": len(rows), "files": len(named) - len(faults)}
        _add(tar, MANIFEST, json.dumps(manifest, indent=2).encode(), at)
    return BackedUp(len(rows), len(named) - len(faults), tuple(faults))


def restore(backup: Path, into: Path, *, ledger_url: str | None) -> int:
    """Make a home folder out of a backup, whole or not at all; how many events it holds.

    Raises InputError where `into` is not empty or the backup is none, LedgerError where it was altered or the
    database holds anything else than these events.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise InputError(say("{folder} is not empty: nothing was restored", folder=str(into)))
    make_private_folder(into.parent)
    with tempfile.TemporaryDirectory(dir=into.parent, prefix=f".{into.name}-") as folder:
        home = Path(folder) / "home"
        make_private_folder(home)
        rows = _unpack(backup, home)
        url = ledger_url or f"sqlite:///{(home / 'ledger.sqlite').resolve()}"
        with closing(SqlLedger.open(url)) as ledger:
            if list(ledger.rows()) != rows:  # as they are where a restore was killed before its folder was there
                ledger.fill(rows)
            count = ledger.verify()
        home.replace(into)
    return count


def _own_files(settings: Settings, *, with_key: bool) -> Iterator[tuple[str, Path]]:
    if settings.plan.is_file():
        yield PLAN, settings.plan
    templates = settings.home / "templates"
    for path in sorted(templates.iterdir()) if templates.is_dir() else ():
        if path.is_file() and _TEMPLATE.fullmatch(f"templates/{path.name}"):
            yield f"templates/{path.name}", path
    key = settings.home / KEY
    if with_key and key.is_file():
        yield KEY, key


def _as_lines(rows: list[Row]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=True)}\n" for row in rows).encode("ascii")


@contextmanager
def _private_tar(target: Path) -> Iterator[tarfile.TarFile]:
    """A tar file that appears under its name only once it is complete and on disk."""
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                with tarfile.open(fileobj=stream, mode="w") as tar:
                    yield tar
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or ""
        raise InputError(say("cannot write {file}: {reason}", file=str(target), reason=reason)) from error


def _add(tar: tarfile.TarFile, name: str, content: bytes, at: datetime) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = len(content), int(at.timestamp()), 0o600
    tar.addfile(member, io.BytesIO(content))


def _unpack(backup: Path, home: Path) -> list[Row]:
    """Put the members where they belong and give back the events; a name that no backup has ends it."""
    files = FolderFileStore(home / "files")
    rows: list[Row] | None = None
    try:
        with tarfile.open(backup, mode="r:") as tar:
            for member in tar:
                stream = tar.extractfile(member) if member.isreg() else None
                if stream is None:
                    raise _no_backup(backup)
                if member.name == EVENTS:
                    rows = _rows(stream)
                elif not _place(home, files, member.name, stream.read()):
                    raise _no_backup(backup)
    except (tarfile.TarError, EOFError, ValueError, TypeError, OSError) as error:
        raise _no_backup(backup) from error
    if rows is None:
        raise _no_backup(backup)
    return rows


def _rows(stream: IO[bytes]) -> list[Row]:
    return [Row(*json.loads(line)) for line in stream]


def _place(home: Path, files: FolderFileStore, name: str, content: bytes) -> bool:
    found = _FILE.fullmatch(name)
    if found:
        return files.put(content) == found.group(1)
    if name == MANIFEST:
        return bool(json.loads(content)["format"] == FORMAT)
    if name not in (PLAN, KEY) and not _TEMPLATE.fullmatch(name):
        return False
    make_private_folder((home / name).parent)
    with os.fdopen(os.open(home / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return True


def _no_backup(backup: Path) -> InputError:
    return InputError(say("{file} is no backup of this program, or it is damaged", file=str(backup)))
