"""The world fails and comes back: mail server, mailbox, database, disk, clock. Nothing is lost, nothing done twice."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from app.collect import collect
from app.deliver import deliver_all, mails_in_doubt, waiting_mails
from app.office import History
from app.remind import queue_due
from app.wiring import open_files
from collectors.imap import ImapCollector
from collectors.imap_session import ImapAccount
from dondoc.errors import MailError, StorageError
from dondoc.events.mails import MailClaimed
from dondoc.mail import OutboundMail, SendResult
from dondoc.ports import Notifier, nothing
from ledger.sql import SqlLedger
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.adapters.smtp_server import HANG_UP, ScriptedServer, running
from tests.app.desk import OPENS, PERIOD, Room, make_room
from tests.app.home import Home, make_home
from tests.servers.dovecot import DovecotServer
from tests.servers.postgresql import PostgresqlServer
from tests.servers.proxy import cutting_proxy

ANSWER = "NV1: đã hoàn thành, 3 lớp.\nNV2: đã hoàn thành."


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = make_home(tmp_path / "office")
    yield made
    made.ledger.close()


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path)


def kinds(home: Home) -> Counter[str]:
    return Counter(record.body.kind for record in home.ledger.records())


def test_a_server_that_drops_the_line_after_data_leaves_that_mail_in_doubt_and_no_other(room: Room) -> None:
    with running(ScriptedServer(on_data=[HANG_UP])) as server:
        smtp = SmtpSettings(host="127.0.0.1", port=server.port, security="none", timeout_seconds=5)
        room.office = replace(room.office, notifier=SmtpNotifier(smtp))
        keys = queue_due(room.office, OPENS)

        first = deliver_all(room.office, keys)
        room.clock.forward(hours=1)
        again = deliver_all(room.office, waiting_mails(room.office.status()))

    doubtful = mails_in_doubt(room.office, room.office.status())
    assert list(first.values()) == ["in-doubt", "sent"]
    assert again == {}
    assert [mail.key for mail in doubtful] == [keys[0]]


@pytest.mark.server
def test_a_mailbox_that_is_cut_off_again_and_again_gives_every_mail_once(room: Room, dovecot: DovecotServer) -> None:
    room.remind(OPENS)
    account = dovecot.new_account()
    for number in range(6):
        room.write("so-b@tinh.example", f"{ANSWER}\n{number}", files={"Lon.pdf": b"%PDF" + bytes(300_000)})
    for mail in list(room.inbox.fetch()):
        dovecot.deliver(account, mail.raw, mail.received_at)

    for allowed in range(9_000, 1_400_000, 130_000):
        with cutting_proxy(dovecot.tls_port, allowed, 2_000, 2_000) as proxy:
            _collect_from(room, replace(account, port=proxy.port))
    _collect_from(room, account)

    assert len(room.bodies("ReplyReceived")) == 6
    assert room.bodies("ReadingFailed") == []
    assert dovecot.contents(account) == []
    assert len(dovecot.contents(account, "done")) == 6


def _collect_from(room: Room, account: ImapAccount) -> None:
    with closing(ImapCollector(account)) as collector, suppress(MailError):
        list(collect(replace(room.office, collector=collector), OPENS))


class Breaking:
    """Sends, and makes something vanish with the mail after the first."""

    def __init__(self, sending: Notifier, vanish: Callable[[], None]) -> None:
        self.sending, self.vanish, self.sent = sending, vanish, 0

    @contextmanager
    def connected(self) -> Iterator[Notifier]:
        yield self

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        self.sent += 1
        if self.sent == 2:
            self.vanish()
        return self.sending.send(mail, meanwhile=meanwhile)


@pytest.mark.server
def test_a_database_that_is_gone_for_a_while_loses_and_repeats_nothing(
    tmp_path: Path, not_run: Callable[[str], NoReturn]
) -> None:
    server = PostgresqlServer.start()
    if server is None:
        not_run("PostgreSQL")
    try:
        home = make_home(tmp_path / "office", server.new_database())
        room, office, day = home.room, home.room.office, OPENS + timedelta(days=16)
        room.clock.turn_to(day)
        keys = queue_due(office, day)
        before = len(room.notifier.sent)

        with pytest.raises(StorageError):
            deliver_all(replace(office, notifier=Breaking(room.notifier, server.vanish)), keys)
        raw = room.write("so-b@tinh.example", ANSWER, subject="Re: [x]")
        with pytest.raises(StorageError):
            room.collect(day)
        server.begin()
        room.collect(day)
        deliver_all(office, waiting_mails(office.status()))

        room.clock.forward(hours=1)
        doubtful = mails_in_doubt(office, office.status())
        assert {mail.key for mail in doubtful} == set(keys)  # the one before is recorded while the next is taken
        assert (
            len(room.notifier.sent) - before
            == len(keys)
            == len({mail.message_id for mail in room.notifier.sent[before:]})
        )
        assert [mail.raw for mail in room.inbox.folders["done"]].count(raw) == 1
        assert kinds(home)["ReadingFailed"] == 0
        home.ledger.close()
    finally:
        server.stop()


@contextmanager
def full_disk(room_for_bytes: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_for_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_no_fault_of_the_mail_which_waits_until_there_is_room(home: Home) -> None:
    home.room.write("so-b@tinh.example", ANSWER, files={"Lon.pdf": b"%PDF" + bytes(400_000)})
    before = kinds(home)

    for _ in range(4):
        with full_disk(300_000), pytest.raises(StorageError):
            home.room.collect(OPENS)
    assert kinds(home) == before
    (taken,) = home.room.collect(OPENS)

    assert taken.fate == "recorded"
    assert kinds(home)["ReplyReceived"] == before["ReplyReceived"] + 1


def test_a_disk_too_full_for_the_record_sends_no_mail_that_was_not_claimed(home: Home) -> None:
    room, day = home.room, OPENS + timedelta(days=16)
    keys = queue_due(room.office, day)
    before = len(room.notifier.sent)

    with full_disk(1_000), pytest.raises(StorageError):
        deliver_all(room.office, keys)
    assert len(room.notifier.sent) == before
    deliver_all(room.office, waiting_mails(room.office.status()))

    assert len(room.notifier.sent) == before + len(keys)
    assert {mail.state for mail in room.office.status().mails.values()} == {"sent"}


def test_files_on_a_disk_that_is_not_there_stop_the_wave_and_fail_no_mail(home: Home) -> None:
    room, day = home.room, OPENS + timedelta(days=16)
    keys = queue_due(room.office, day)
    folder = home.settings.home / "files"
    folder.rename(folder.with_name("away"))

    with pytest.raises(StorageError):
        deliver_all(room.office, keys)
    folder.with_name("away").rename(folder)

    assert set(deliver_all(room.office, waiting_mails(room.office.status())).values()) == {"sent"}


def test_one_lost_file_is_told_and_the_other_mails_go(home: Home) -> None:
    room, day = home.room, OPENS + timedelta(days=16)
    keys = queue_due(room.office, day)
    lost = room.office.status().mails[keys[0]].queued.sha256
    (home.settings.home / "files" / lost[:2] / lost).unlink()

    outcomes = deliver_all(room.office, keys)

    assert outcomes == {keys[0]: "failed", **dict.fromkeys(keys[1:], "sent")}
    assert lost in room.office.status().mails[keys[0]].words


@pytest.mark.parametrize("day", [OPENS, OPENS + timedelta(days=16)], ids=["as the period opens", "in mid-cycle"])
def test_a_clock_set_back_a_day_sends_and_records_nothing_twice(home: Home, day: date) -> None:
    room = home.room
    room.remind(day)
    room.write("so-c@tinh.example", "NV1: đã hoàn thành, 2 lớp.", agency="so-c")
    room.collect(day)
    room.acknowledge(day)
    before, sent = kinds(home), len(room.notifier.sent)

    for again in (day - timedelta(days=1), day, day - timedelta(days=1), day):
        room.remind(again)
        room.collect(again)
        room.acknowledge(again)

    assert kinds(home) == before
    assert len(room.notifier.sent) == sent


def test_a_mail_claimed_before_the_clock_was_set_back_is_in_doubt_all_the_same(home: Home) -> None:
    room, day = home.room, OPENS + timedelta(days=16)
    room.clock.turn_to(day)
    (key, *_) = queue_due(room.office, day)
    mail = room.office.status().mails[key].queued
    room.office.record(MailClaimed(period=PERIOD, agency=mail.agency, mail=key))
    room.clock.forward(days=-1)

    assert [one.key for one in mails_in_doubt(room.office, room.office.status())] == [key]


def test_a_second_office_on_the_same_record_sees_the_same_state(home: Home) -> None:
    with closing(SqlLedger.open(f"sqlite:///{home.settings.home / 'ledger.sqlite'}")) as other:
        office = replace(home.room.office, ledger=other, history=History(other, "KH"), files=open_files(home.settings))

        assert office.status() == home.room.office.status()
