"""Mail from a Maildir: what a mail server on this machine, or the sandbox, delivers into a folder.

Flags and read marks are no state: a mail is waiting as long as it lies in the inbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from imapclient import imap_utf7

from dondoc.errors import PermanentMailError
from dondoc.mail import RawMail
from dondoc.messages import say


class MaildirCollector:
    """Reads the inbox of one Maildir; settled mails move to its sub-folders, named as Dovecot does (Maildir++)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def fetch(self) -> Iterator[RawMail]:
        """Every mail in new/ and cur/, oldest first; the file's time is the time of delivery."""
        for file in sorted(self._files(), key=_age):
            try:
                received_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                yield RawMail(_handle(file), file.read_bytes(), received_at)
            except FileNotFoundError:
                continue  # a mail program marked or moved it in between; the next run sees where it is

    def settle(self, mail: RawMail, folder: str) -> None:
        """Move the mail into the sub-folder `folder` ("a/b" is b within a), creating it, if the mail is still here."""
        target = self._folder(folder) / "cur"
        for file in self._named(mail.handle):
            name = file.name if ":" in file.name else f"{file.name}:2,"
            with suppress(FileNotFoundError):  # another collector was quicker
                file.rename(target / name)

    def _folder(self, folder: str) -> Path:
        """The sub-folder as Maildir++ has it; another collector may be making the very same one."""
        home = self._path / f".{maildir_name(folder)}"
        home.mkdir(mode=0o700, exist_ok=True)
        for part in ("tmp", "new", "cur"):
            (home / part).mkdir(mode=0o700, exist_ok=True)
        (home / "maildirfolder").touch(mode=0o600)
        return home

    def _named(self, handle: str) -> Iterator[Path]:
        """The mail's file: under its bare name while new, then with flags behind it."""
        if (self._path / "new" / handle).exists():
            yield self._path / "new" / handle
        else:
            yield from (file for file in self._files() if _handle(file) == handle)

    def _files(self) -> Iterator[Path]:
        try:
            for part in ("new", "cur"):
                yield from (file for file in (self._path / part).iterdir() if not file.name.startswith("."))
        except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
            raise PermanentMailError(
                say("There is no Maildir at {path} that can be read.", path=str(self._path))
            ) from error


def maildir_name(folder: str) -> str:
    """A folder's name on disk without its leading dot: levels parted by dots, non-ASCII letters in modified UTF-7."""
    return str(imap_utf7.encode(folder.replace("/", ".")), "ascii")


def _handle(file: Path) -> str:
    """The unique part of the name; what follows the colon changes with every flag."""
    return file.name.partition(":")[0]


def _age(file: Path) -> tuple[int, str]:
    try:
        return file.stat().st_mtime_ns, file.name
    except FileNotFoundError:
        return 0, file.name
