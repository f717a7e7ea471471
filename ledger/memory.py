"""The ledger and the file store in memory: for simulations, previews and tests; nothing outlives the process."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from dondoc.errors import DuplicateEvent, LedgerError
from dondoc.events.records import Event, Record
from dondoc.mail import sha256_of
from dondoc.messages import say
from ledger.rows import draft_of


class MemoryLedger:
    """Keeps every law of the ledger but durability."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._keys: set[str] = set()
        self._lock = Lock()

    def append(self, *events: Event) -> tuple[Record, ...]:
        """Record the events in order, all or none."""
        for event in events:
            draft_of(event)  # refuses what a database would refuse
        with self._lock:
            fresh: set[str] = set()
            for event in events:
                if event.key in self._keys or event.key in fresh:
                    raise DuplicateEvent(say("Already recorded: {key}.", key=event.key))
                fresh.add(event.key)
            begin = len(self._records) + 1
            records = tuple(Record(seq, event) for seq, event in enumerate(events, begin))
            self._records.extend(records)
            self._keys |= fresh
        return records

    def records(self, after: int = 0) -> Iterator[Record]:
        """Every record above `after`, as of now."""
        return iter(self._records[max(after, 0) :])

    def has(self, key: str) -> bool:
        """Whether an event with this key is there."""
        return key in self._keys


class MemoryFileStore:
    """Files by hash, in a dictionary."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep the content."""
        sha256 = sha256_of(content)
        self._files[sha256] = bytes(content)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The content with this hash."""
        try:
            return self._files[sha256]
        except KeyError as error:
            raise LedgerError(say("The file {sha256} is missing from the record.", sha256=sha256)) from error

    def names(self) -> list[str]:
        """The hash of every file, in order."""
        return sorted(self._files)
