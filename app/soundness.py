"""Proof that nothing was altered: the chain of events, and every file that was stored. Mends nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from app.settings import Settings
from app.wiring import open_existing_ledger, open_files
from dondoc.errors import LedgerError
from dondoc.kept_files import files_of
from dondoc.messages import Message, say
from dondoc.ports import FileStore


@dataclass(frozen=True, slots=True)
class Soundness:
    """How many events and files there are, the last link of the chain, and every file that is not as it was."""

    events: int
    files: int
    chain: str
    faults: tuple[Message, ...]


def verify(settings: Settings) -> Soundness:
    """Check everything; raises LedgerError naming the first event that was altered."""
    named: dict[str, int] = {}
    with closing(open_existing_ledger(settings)) as ledger:
        count = ledger.verify()
        for record in ledger.records():
            for sha256 in files_of(record.body):
                named.setdefault(sha256, record.seq)
        chain = next((row.chain for row in ledger.rows(after=count - 1)), "")
    files = open_files(settings)
    unnamed = [sha256 for sha256 in files.names() if sha256 not in named]  # stored before its event: our own copies
    faults = [
        *(
            say("event {seq} names a file that is missing or altered: {file}", seq=seq, file=sha256)
            for sha256, seq in named.items()
            if not _is_sound(files, sha256)
        ),
        *(
            say("a file that no event names was altered: {file}", file=sha256)
            for sha256 in unnamed
            if not _is_sound(files, sha256)
        ),
    ]
    return Soundness(count, len(named) + len(unnamed), chain, tuple(faults))


def _is_sound(files: FileStore, sha256: str) -> bool:
    try:
        files.get(sha256)
    except LedgerError:
        return False
    return True
