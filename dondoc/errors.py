"""The tree of errors that Đôn Đốc raises: each says what, where, and how to mend it.

    DondocError
    ├── PlanError            plan.yaml has faults (all of them, in `faults`)
    ├── InputError           a file or an argument from outside cannot be used
    ├── SettingsError        a setting is missing or contradicts another
    ├── LedgerError          the record could not be read or written
    │   ├── DuplicateEvent   an event with this key is already there
    │   └── StorageError     the database or the disk cannot be used now; later the same may succeed
    └── MailError            a mail could not be sent or fetched
        ├── TemporaryMailError   may succeed later (connection, 4xx)
        ├── PermanentMailError   will never succeed as it is (5xx)
        └── UncertainMailError   the server may have taken it: the mail is in doubt

Fields go to ``super().__init__`` and text is built in ``__str__``, so that errors survive pickling between processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dondoc.messages import Message

if TYPE_CHECKING:
    from dondoc.plan.faults import Fault


class DondocError(Exception):
    """Base of every error raised on purpose by this program."""


class PlanError(DondocError):
    """plan.yaml has faults; `faults` holds every one of them in file order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class MessageError(DondocError):
    """An error whose text is one translatable message."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class InputError(MessageError):
    """A file or an argument from outside cannot be used."""


class SettingsError(MessageError):
    """A setting is missing or contradicts another."""


class LedgerError(MessageError):
    """The record could not be read or written."""


class DuplicateEvent(LedgerError):  # noqa: N818 — named for what it is about, as callers catch it
    """An event with this key is already in the ledger."""


class StorageError(LedgerError):
    """The database or the disk cannot be used now: no fault of what was to be recorded, which may be tried again."""


class MailError(MessageError):
    """A mail could not be sent or fetched; `code` is the server's reply code, 0 where there was none."""

    def __init__(self, message: Message, code: int = 0) -> None:
        super().__init__(message)
        self.args = (message, code)
        self.code = code


class TemporaryMailError(MailError):
    """The same attempt may succeed later (no connection, 4xx)."""


class PermanentMailError(MailError):
    """The server will never take this mail as it is (5xx)."""


class UncertainMailError(MailError):
    """The connection ended after the text was handed over: the server may have taken the mail."""
