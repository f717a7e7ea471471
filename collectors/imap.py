"""Mail over IMAP: reads what waits in one folder and moves what was settled; flags are neither read nor set as state.

A mailbox that was rebuilt since (UIDVALIDITY) is never touched with its old numbers: the mail is simply met again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, TypeVar

from imapclient import DELETED, IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from collectors.imap_session import ImapAccount, ImapSession, native_name
from dondoc.errors import TemporaryMailError
from dondoc.mail import RawMail
from dondoc.messages import say

T = TypeVar("T")

LISTED_AT_ONCE = 500
FETCHED_AT_ONCE = 50
PIECE_BYTES = 1_000_000
"""Larger mails come in pieces: a connection that breaks costs one piece, and no answer outgrows the timeout."""


class _Waiting(NamedTuple):
    received_at: datetime
    uid: int
    size: int


class ImapCollector:
    """Reads one folder of one account; not to be shared between threads."""

    def __init__(self, account: ImapAccount) -> None:
        self._session = ImapSession(account)

    def close(self) -> None:
        """Leave the server."""
        self._session.close()

    def fetch(self) -> Iterator[RawMail]:
        """Every mail of the folder, oldest first by the server's date; one that vanishes meanwhile is passed over."""
        validity, waiting = self._session.run(lambda client: (self._session.select(client), _listing(client)))
        for group in _groups(sorted(waiting)):
            contents = self._contents(validity, group)
            for mail in group:
                raw = contents.get(mail.uid, b"")
                if raw or not mail.size:
                    yield RawMail(f"{validity}/{mail.uid}", raw, mail.received_at.astimezone(UTC))

    def settle(self, mail: RawMail, folder: str) -> None:
        """Move the mail into `folder` ("a/b" is b within a), creating it; a mail that is no longer there is left."""
        validity, uid = (int(part) for part in mail.handle.split("/"))

        def move(client: IMAPClient) -> None:
            if self._session.uidvalidity == validity:
                _move(client, uid, native_name(client, folder))

        self._session.run(move)

    def _contents(self, validity: int, group: Sequence[_Waiting]) -> dict[int, bytes]:
        if group[0].size > PIECE_BYTES:
            return {group[0].uid: self._in_pieces(validity, group[0])}
        uids = [mail.uid for mail in group]
        return self._in_same_mailbox(validity, partial(_bodies, uids=uids, part="BODY.PEEK[]"))

    def _in_pieces(self, validity: int, mail: _Waiting) -> bytes:
        """The mail a piece at a time; nothing where it vanished on the way."""
        content = bytearray()
        while True:
            command = partial(_bodies, uids=[mail.uid], part=f"BODY.PEEK[]<{len(content)}.{PIECE_BYTES}>")
            piece = self._in_same_mailbox(validity, command).get(mail.uid, b"")
            content += piece
            if len(piece) < PIECE_BYTES and len(content) >= mail.size:
                return bytes(content)
            if not piece:
                # Exchange states sizes that are too large; Dovecot gives nothing of a mail that was deleted meanwhile.
                is_there = self._in_same_mailbox(validity, partial(_is_there, uid=mail.uid))
                return bytes(content) if is_there else b""

    def _in_same_mailbox(self, validity: int, command: Callable[[IMAPClient], T]) -> T:
        def checked(client: IMAPClient) -> T:
            if self._session.uidvalidity != validity:
                raise TemporaryMailError(say("The mailbox was rebuilt while it was read; the next run reads it anew."))
            return command(client)

        return self._session.run(checked)


def _listing(client: IMAPClient) -> list[_Waiting]:
    # All of them, not those above the last number seen: "n:*" also names the last mail when its number is below n.
    uids = client.search()
    found: list[_Waiting] = []
    for begin in range(0, len(uids), LISTED_AT_ONCE):
        answer = client.fetch(uids[begin : begin + LISTED_AT_ONCE], ["INTERNALDATE", "RFC822.SIZE"])
        found += (_Waiting(said[b"INTERNALDATE"], uid, said[b"RFC822.SIZE"]) for uid, said in answer.items())
    return found


def _groups(waiting: Iterable[_Waiting]) -> Iterator[list[_Waiting]]:
    """Mails to be fetched together: a handful of small ones, or a large one alone."""
    group: list[_Waiting] = []
    for mail in waiting:
        is_full = len(group) == FETCHED_AT_ONCE or sum(other.size for other in group) + mail.size > PIECE_BYTES
        if group and is_full:
            yield group
            group = []
        group.append(mail)
    if group:
        yield group


def _bodies(client: IMAPClient, uids: Sequence[int], part: str) -> dict[int, bytes]:
    """The wanted part by number; PEEK leaves the read mark alone."""
    answer = client.fetch(uids, [part])
    return {
        uid: value or b"" for uid, said in answer.items() for key, value in said.items() if key.startswith(b"BODY[]")
    }


def _is_there(client: IMAPClient, uid: int) -> bool:
    client.noop()  # only now does the server tell what others deleted
    return bool(client.search(["UID", uid]))


def _move(client: IMAPClient, uid: int, folder: str) -> None:
    """Move one mail, creating the folder if need be; one that another collector moved meanwhile is left to it."""
    try:
        _move_once(client, uid, folder)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        _create(client, folder)
        _move_again(client, uid, folder)


def _move_again(client: IMAPClient, uid: int, folder: str) -> None:
    try:
        _move_once(client, uid, folder)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        if _is_there(client, uid):
            raise


def _move_once(client: IMAPClient, uid: int, folder: str) -> None:
    """MOVE where the server knows it; else copy and delete, expunging that mail alone where the server can."""
    if client.has_capability("MOVE"):
        client.move([uid], folder)
        return
    client.copy([uid], folder)
    client.add_flags([uid], [DELETED], silent=True)
    if client.has_capability("UIDPLUS"):
        client.uid_expunge([uid])
    else:
        client.expunge()


def _create(client: IMAPClient, folder: str) -> None:
    """Create and subscribe to a folder, which another collector may be creating at this moment."""
    try:
        client.create_folder(folder)
        client.subscribe_folder(folder)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        if not client.folder_exists(folder):
            raise
