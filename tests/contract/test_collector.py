"""The laws of the collector, over every mailbox there is."""

from __future__ import annotations

import mailbox
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from collectors.imap import ImapCollector
from collectors.maildir import MaildirCollector, maildir_name
from collectors.memory import MemoryCollector
from dondoc.ports import Collector
from tests.servers.dovecot import DovecotServer

# In the past: Dovecot replaces dates in the future by its own clock.
NOON = datetime(2024, 11, 29, 5, 0, tzinfo=UTC)
DONE = "DonDoc/Da-xu-ly"


def raw_mail(number: int, body: bytes = "Đã hoàn thành".encode()) -> bytes:
    return b"Message-ID: <%d@so-y-te.example>\r\nSubject: QCN\r\n\r\n%s\r\n" % (number, body)


class Mailbox(Protocol):
    """A mailbox as its owner sees it; `collector` opens it as another worker would."""

    def collector(self) -> Collector: ...
    def deliver(self, raw: bytes, received_at: datetime) -> None: ...
    def contents(self, folder: str) -> list[bytes]: ...


class MemoryMailbox:
    def __init__(self) -> None:
        self._collector = MemoryCollector()

    def collector(self) -> Collector:
        return self._collector

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self._collector.deliver(raw, received_at)

    def contents(self, folder: str) -> list[bytes]:
        return [mail.raw for mail in self._collector.folders[folder]]


class MaildirMailbox:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._box = mailbox.Maildir(path)

    def collector(self) -> Collector:
        return MaildirCollector(self._path)

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        key = self._box.add(raw)
        os.utime(self._path / "new" / key, (received_at.timestamp(), received_at.timestamp()))

    def contents(self, folder: str) -> list[bytes]:
        if not (self._path / f".{maildir_name(folder)}").is_dir():
            return []
        inside = self._box.get_folder(maildir_name(folder))
        return [inside.get_bytes(key) for key in inside.iterkeys()]


class DovecotMailbox:
    def __init__(self, server: DovecotServer) -> None:
        self._server = server
        self._account = server.new_account()
        self._opened: list[ImapCollector] = []

    def collector(self) -> Collector:
        self._opened.append(ImapCollector(self._account))
        return self._opened[-1]

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self._server.deliver(self._account, raw, received_at)

    def contents(self, folder: str) -> list[bytes]:
        return self._server.contents(self._account, folder)

    def close(self) -> None:
        for collector in self._opened:
            collector.close()


@pytest.fixture(params=["in memory", "in a Maildir", pytest.param("on Dovecot", marks=pytest.mark.server)])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mailbox]:
    match request.param:
        case "in memory":
            yield MemoryMailbox()
        case "in a Maildir":
            yield MaildirMailbox(tmp_path / "Maildir")
        case _:
            with closing(DovecotMailbox(request.getfixturevalue("dovecot"))) as mailbox_on_dovecot:
                yield mailbox_on_dovecot


def test_an_empty_mailbox_has_nothing_waiting(box: Mailbox) -> None:
    assert list(box.collector().fetch()) == []


def test_mail_comes_as_it_is_with_the_moment_of_its_delivery(box: Mailbox) -> None:
    box.deliver(raw_mail(1), NOON)

    [mail] = box.collector().fetch()

    assert mail.raw == raw_mail(1)
    assert mail.received_at == NOON
    assert mail.received_at.utcoffset() == timedelta(0)


def test_the_oldest_comes_first(box: Mailbox) -> None:
    for number in (3, 1, 2):
        box.deliver(raw_mail(number), NOON + timedelta(hours=number))

    assert [mail.raw for mail in box.collector().fetch()] == [raw_mail(1), raw_mail(2), raw_mail(3)]


def test_a_mail_waits_until_it_is_settled(box: Mailbox) -> None:
    box.deliver(raw_mail(1), NOON)

    first = list(box.collector().fetch())

    assert list(box.collector().fetch()) == first


def test_a_settled_mail_is_moved_whole(box: Mailbox) -> None:
    box.deliver(raw_mail(1), NOON)
    box.deliver(raw_mail(2), NOON + timedelta(minutes=1))
    collector = box.collector()
    first = next(collector.fetch())

    collector.settle(first, DONE)

    assert [mail.raw for mail in box.collector().fetch()] == [raw_mail(2)]
    assert box.contents(DONE) == [raw_mail(1)]


def test_settling_twice_is_harmless(box: Mailbox) -> None:
    box.deliver(raw_mail(1), NOON)
    [mail] = box.collector().fetch()

    for collector in (box.collector(), box.collector()):
        collector.settle(mail, DONE)

    assert box.contents(DONE) == [raw_mail(1)]


def test_mails_may_be_settled_while_the_rest_is_fetched(box: Mailbox) -> None:
    for number in range(5):
        box.deliver(raw_mail(number), NOON + timedelta(minutes=number))
    collector = box.collector()

    for mail in collector.fetch():
        collector.settle(mail, DONE)

    assert list(collector.fetch()) == []
    assert len(box.contents(DONE)) == 5


def test_mail_that_arrives_later_is_met_by_the_same_collector(box: Mailbox) -> None:
    collector = box.collector()
    list(collector.fetch())

    box.deliver(raw_mail(1), NOON)

    assert [mail.raw for mail in collector.fetch()] == [raw_mail(1)]


@pytest.mark.parametrize(
    "folder", ["Đã xử lý", "Công văn/Đến/Cần xem", "A & B"], ids=["Vietnamese", "nested", "ampersand"]
)
def test_folders_bear_any_name(box: Mailbox, folder: str) -> None:
    box.deliver(raw_mail(1), NOON)
    collector = box.collector()
    [mail] = collector.fetch()

    collector.settle(mail, folder)

    assert box.contents(folder) == [raw_mail(1)]


def test_a_huge_mail_comes_whole(box: Mailbox) -> None:
    huge = raw_mail(1, b"\r\n".join(b"%076d" % line for line in range(40_000)))
    box.deliver(huge, NOON)
    box.deliver(raw_mail(2), NOON + timedelta(minutes=1))

    assert [mail.raw for mail in box.collector().fetch()] == [huge, raw_mail(2)]


def test_of_two_collectors_neither_loses_a_mail(box: Mailbox) -> None:
    for number in range(4):
        box.deliver(raw_mail(number), NOON + timedelta(minutes=number))
    one, other = box.collector(), box.collector()
    seen_by_one, seen_by_other = list(one.fetch()), list(other.fetch())

    for mail in seen_by_one[:2]:
        one.settle(mail, DONE)
    for mail in seen_by_other:
        other.settle(mail, DONE)

    assert seen_by_one == seen_by_other
    assert sorted(box.contents(DONE)) == [raw_mail(number) for number in range(4)]
