"""What other processes do to a ledger in the tests; run as `python -m tests.adapters.ledger_workers WORK URL`."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime

import sqlalchemy as sa

from dondoc.errors import DuplicateEvent
from dondoc.events.mails import MailClaimed
from dondoc.events.records import Event
from ledger.sql import SqlLedger

MAILS = 40


def claim(mail: int) -> Event:
    return Event(MailClaimed(mail=str(mail)), "QCN", datetime(2026, 1, 1, tzinfo=UTC), f"tiến trình {os.getpid()}")


def claim_all(url: str) -> None:
    """Open the ledger as if for the first time and claim every mail that nobody has; print those won."""
    with closing(SqlLedger.open(url)) as ledger:
        for mail in range(MAILS):
            with suppress(DuplicateEvent):
                ledger.append(claim(mail))
                print(mail)


def die_before_commit(url: str) -> None:
    """Be killed when everything is written and nothing committed."""
    with closing(SqlLedger.open(url)) as ledger:
        ledger.append(claim(1))
        sa.pool.PoolProxiedConnection.commit = _die  # type: ignore[method-assign, assignment]
        ledger.append(claim(2), claim(3))


def _die(_connection: sa.pool.PoolProxiedConnection) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_after_commit(url: str) -> None:
    """Be killed as soon as `append` has returned."""
    with closing(SqlLedger.open(url)) as ledger:
        ledger.append(claim(1), claim(2))
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    {"claim_all": claim_all, "die_before_commit": die_before_commit, "die_after_commit": die_after_commit}[sys.argv[1]](
        sys.argv[2]
    )
