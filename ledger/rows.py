"""Events as rows of the ledger's one table and back, and the hash chain that ties each row to the one before.

Knows no database: SQLite and PostgreSQL hold the same rows, byte for byte, so that the chain can be checked anywhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from dondoc.errors import LedgerError
from dondoc.events.records import Body, Event, Record, body_from_json, body_to_json
from dondoc.messages import say

GENESIS = "0" * 64
"""The chain before the first event."""

LONGEST_KEY_BYTES = 500
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Draft(NamedTuple):
    """An event as text, before it has its place in the ledger."""

    key: str
    kind: str
    plan: str
    period: str
    agency: str
    body: str
    at: str
    by: str


class Row(NamedTuple):
    """One row; `at` is ISO 8601 in UTC with microseconds, `body` canonical JSON, `chain` hex."""

    seq: int
    key: str
    kind: str
    plan: str
    period: str
    agency: str
    body: str
    at: str
    by: str
    chain: str


def draft_of(event: Event) -> Draft:
    """The event as text; raises LedgerError for one that would not read back the same."""
    body = event.body
    return Draft(
        key=stored_key(event.key),
        kind=body.kind,
        plan=event.plan,
        period=body.period,
        agency=body.agency,
        body=_canonical_body(body),
        at=_utc_text(event.at),
        by=event.by,
    )


def chained(drafts: Iterable[Draft], seq: int, chain: str) -> Iterator[Row]:
    """The drafts as the rows that follow the row with this `seq` and `chain`."""
    for draft in drafts:
        seq += 1
        chain = link(chain, seq, draft)
        yield Row(seq, *draft, chain)


def link(previous: str, seq: int, draft: Draft) -> str:
    """The chain value of a row: SHA-256 over the one before and everything the row says."""
    said = json.dumps([previous, seq, *draft], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def record_of(row: Row) -> Record:
    """The row as a record; raises LedgerError naming the row where it is not understood."""
    try:
        body = body_from_json(row.kind, row.period, row.agency, json.loads(row.body))
        return Record(row.seq, Event(body, row.plan, datetime.fromisoformat(row.at), row.by))
    except ValueError as error:
        raise LedgerError(
            say("Event {seq} of the record ({kind}) cannot be read.", seq=row.seq, kind=row.kind)
        ) from error


def check_chain(rows: Iterable[Row]) -> int:
    """Prove that no row was altered, taken out or put in between; how many there are. LedgerError names the first."""
    seq, chain = 0, GENESIS
    for row in rows:
        seq += 1
        if not _is_text(row):
            raise LedgerError(say("The record was altered at event {seq}.", seq=seq))
        chain = link(chain, seq, Draft(*row[1:-1]))
        if row.seq != seq or row.chain != chain or stored_key(record_of(row).event.key) != row.key:
            raise LedgerError(say("The record was altered at event {seq}.", seq=seq))
    return seq


def _is_text(row: Row) -> bool:
    """SQLite holds anything in any column; what is no text there was put there by hand."""
    return isinstance(row.seq, int) and all(isinstance(value, str) for value in row[1:])


def stored_key(key: str) -> str:
    """The key as the unique column holds it: itself, or a readable beginning and a hash.

    Keys carry Message-IDs that strangers choose: PostgreSQL indexes no text over 2,704 bytes and stores no NUL.
    """
    raw = key.encode("utf-8", "surrogatepass")
    if len(raw) <= LONGEST_KEY_BYTES and not _UNSTORABLE.search(key):
        return key
    beginning = _UNSTORABLE.sub("?", key)[:80]
    return f"{beginning}…sha256:{hashlib.sha256(raw).hexdigest()}"


def _canonical_body(body: Body) -> str:
    try:
        text = json.dumps(
            body_to_json(body), ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":")
        )
    except ValueError as error:
        message = say("An event ({kind}) holds a figure that is no number, so it was not recorded.", kind=body.kind)
        raise LedgerError(message) from error
    # Half characters occur in broken mails; UTF-8 has no room for them, a JSON escape has.
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _utc_text(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise LedgerError(say("An event has a moment without a time zone, so it was not recorded."))
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
