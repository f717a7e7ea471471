"""Putting the files of an archive on disk: into a new folder or one .zip, for the owner alone, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from dondoc.errors import InputError
from dondoc.messages import say


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only the owner can read, whole or not at all, below folders that only the owner can enter."""
    for folder in reversed(path.parents):
        folder.mkdir(exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())  # else a power cut may leave the name and no content
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def put_away(files: Iterable[tuple[str, bytes]], target: Path) -> int:
    """Write a folder, or a .zip where the name ends so; how many files. Raises InputError where `target` exists."""
    if target.exists():
        raise InputError(say("{file} exists already: nothing was written", file=str(target)))
    try:
        return _zipped(files, target) if target.suffix.lower() == ".zip" else _unfolded(files, target)
    except OSError as error:
        raise InputError(say("cannot write {file}: {reason}", file=str(target), reason=error.strerror or "")) from error


def _unfolded(files: Iterable[tuple[str, bytes]], target: Path) -> int:
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    count = 0
    try:
        for name, content in files:
            write_private(folder / name, content)
            count += 1
        folder.replace(target)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return count


def _zipped(files: Iterable[tuple[str, bytes]], target: Path) -> int:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    count = 0
    try:
        with os.fdopen(descriptor, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in files:
                archive.writestr(f"{target.stem}/{path}", content)
                count += 1
            archive.close()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
    return count
