"""Raw mails and attachments as files named by their SHA-256: written once, durably, for the owner's eyes alone."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from dondoc.errors import LedgerError, StorageError
from dondoc.mail import sha256_of
from dondoc.messages import say

_NAME = re.compile("[0-9a-f]{64}")


class FolderFileStore:
    """A folder of files, spread over 256 sub-folders; a file that stands under its name is always complete."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Store the content durably and return its hash; a copy that was damaged since is replaced."""
        sha256 = sha256_of(content)
        path = self._path(sha256)
        try:
            if not _holds(path, content):
                _write(path, content)
        except OSError as error:
            reason = error.strerror or ""
            raise StorageError(
                say("The file {path} cannot be written: {reason}", path=str(path), reason=reason)
            ) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The content with this hash; raises LedgerError where it is missing or altered."""
        if not _NAME.fullmatch(sha256):
            raise _missing(sha256)
        try:
            content = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            if self._folder.is_dir():
                raise _missing(sha256) from error
            raise _unreadable(self._folder, error) from error  # a disk that is not mounted has lost nothing
        except OSError as error:
            raise _unreadable(self._path(sha256), error) from error
        if sha256_of(content) != sha256:
            raise LedgerError(say("The file {sha256} was altered: restore it from a backup.", sha256=sha256))
        return content

    def names(self) -> list[str]:
        """The hash of every file that was stored, in order; what was only begun (a dot before it) is none."""
        return sorted(path.name for path in self._folder.glob("*/*") if _NAME.fullmatch(path.name))

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


def _missing(sha256: str) -> LedgerError:
    return LedgerError(say("The file {sha256} is missing from the record.", sha256=sha256))


def _unreadable(path: Path, error: OSError) -> StorageError:
    return StorageError(say("The file {path} cannot be read: {reason}", path=str(path), reason=error.strerror or ""))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _write(path: Path, content: bytes) -> None:
    """Write beside the name and rename: whatever happens, nobody sees half a file."""
    _make_folder(path.parent)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.mkdir(exist_ok=True, mode=0o700)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """A new name outlives a power cut only once its folder is on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
