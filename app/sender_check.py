"""Whether our mail server checks who writes, told from the mail that came in already. Reads, and changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from email.parser import BytesHeaderParser

from app.settings import Settings
from app.wiring import open_existing_ledger, open_files
from dondoc.authentication import authserv_id_of
from dondoc.errors import InputError, LedgerError
from dondoc.events.replies import ReplyReceived

LOOKED_AT = 50
"""So many mails, the latest ones, tell what the server does today."""


def names_on_mail(settings: Settings) -> Counter[str]:
    """The name on top of each of the latest mails, counted; "" stands for mails that bear none."""
    return Counter(authserv_id_of(headers) or "" for headers in _headers_of_latest(settings))


def _headers_of_latest(settings: Settings) -> Iterator[list[tuple[str, str]]]:
    try:
        ledger = open_existing_ledger(settings)
    except InputError:
        return
    with closing(ledger):
        bodies = (record.body for record in ledger.records())
        received = [body.sha256 for body in bodies if isinstance(body, ReplyReceived)]
    files = open_files(settings)
    for sha256 in received[-LOOKED_AT:]:
        try:
            message = BytesHeaderParser().parsebytes(files.get(sha256))
        except LedgerError:
            continue  # `dondoc verify` names it
        yield [(name.lower(), str(value)) for name, value in message.items()]
