"""The doors of the house: what the core expects of the world, as Protocols. Adapters live one layer up.

Every port has one contract suite under tests/contract/, run over each adapter, the fake included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from dondoc.events.records import Event, Record
from dondoc.mail import OutboundMail, RawMail, SendResult

T_contra = TypeVar("T_contra", contravariant=True)


class Ledger(Protocol):
    """The append-only record. Appending several events is all or nothing: one known key refuses them all."""

    def append(self, *events: Event) -> tuple[Record, ...]:
        """Record the events in order, in one transaction; raises DuplicateEvent when any key is already there."""
        ...

    def records(self, after: int = 0) -> Iterator[Record]:
        """Every record with a sequence number above `after`, in order of sequence."""
        ...

    def has(self, key: str) -> bool:
        """Whether an event with this key is there."""
        ...


class FileStore(Protocol):
    """Raw mails and attachments, named by their SHA-256; what is stored is never changed."""

    def put(self, content: bytes) -> str:
        """Store the content durably and return its hash; storing the same content again is a no-op."""
        ...

    def get(self, sha256: str) -> bytes:
        """The content with this hash; raises LedgerError where it is missing or altered."""
        ...

    def names(self) -> list[str]:
        """The hash of every file that was stored, in order."""
        ...


def nothing() -> None:
    """What most callers do while a server takes a mail: wait."""


class Notifier(Protocol):
    """Sends composed mail; one connection serves a whole wave between `with` and its end."""

    def connected(self) -> AbstractContextManager[Notifier]:
        """Keep one connection for everything sent inside the block."""
        ...

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        """Hand one mail to the server; raises TemporaryMailError, PermanentMailError or UncertainMailError.

        `meanwhile` is called at most once, after the whole text was handed over and before the answer is awaited; it
        is not called for a mail that the server did not want to see. It must not raise.
        """
        ...


class Collector(Protocol):
    """Fetches mail that nobody has settled yet; a fetched mail stays where it is until `settle` moves it."""

    def fetch(self) -> Iterator[RawMail]:
        """Every waiting mail, oldest first."""
        ...

    def settle(self, mail: RawMail, folder: str) -> None:
        """Move a mail out of the way, into `folder`; settling twice is harmless."""
        ...


class Renderer(Protocol[T_contra]):
    """Turns a value into a document's bytes."""

    def render(self, subject: T_contra) -> bytes:
        """The document, complete."""
        ...
