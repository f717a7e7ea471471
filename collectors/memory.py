"""A mailbox in memory: the fake that keeps the laws of every Collector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from dondoc.mail import RawMail


class MemoryCollector:
    """`deliver` puts mail in; `folders` shows where settled mail went."""

    def __init__(self) -> None:
        self.folders: dict[str, list[RawMail]] = defaultdict(list)
        self._inbox: dict[str, RawMail] = {}
        self._numbers = count(1)

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        """Put a mail into the inbox."""
        handle = str(next(self._numbers))
        self._inbox[handle] = RawMail(handle, raw, received_at)

    def fetch(self) -> Iterator[RawMail]:
        """Every waiting mail, oldest first."""
        return iter(sorted(self._inbox.values(), key=lambda mail: mail.received_at))

    def settle(self, mail: RawMail, folder: str) -> None:
        """Move a mail into `folder`."""
        if self._inbox.pop(mail.handle, None):
            self.folders[folder].append(mail)
