"""Postfix, Dovecot and the disk fail in the middle of their work. Nothing is lost, and nothing done twice."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.collect import Taken, collect
from app.deliver import deliver_all, mails_in_doubt, waiting_mails
from app.doubt import release_doubtful
from app.office import Office
from app.remind import queue_due
from app.soundness import verify
from collectors.imap import ImapCollector
from collectors.imap_session import ImapAccount
from dondoc.errors import MailError, StorageError
from dondoc.mail import RawMail, sha256_of
from tests.app.desk import OPENS, PERIOD, Room, make_room
from tests.app.home import Home, make_home
from tests.crash.real import RealOffice
from tests.servers.dovecot import DovecotServer
from tests.servers.proxy import cutting_proxy

NEXT_DAY = OPENS + timedelta(days=1)
IN_THE_MAIL = 9_000
"""So many bytes after the greeting, encryption and log-in the client is in the middle of its first mail."""

pytestmark = pytest.mark.server


def send_wave(real: RealOffice, *, smtp_port: int) -> dict[str, str]:
    with real.office(OPENS, smtp_port=smtp_port) as office:
        return dict(deliver_all(office, queue_due(office, OPENS)))


def test_a_line_cut_while_the_mail_is_handed_over_leaves_it_in_doubt_and_unsent(real: RealOffice) -> None:
    with cutting_proxy(real.postfix.port, sent_before=IN_THE_MAIL) as proxy:
        outcomes = send_wave(real, smtp_port=proxy.port)

    assert Counter(outcomes.values()) == {"in-doubt": 1, "sent": 4}
    assert sum(real.delivered().values()) == 4
    with real.office(NEXT_DAY) as office:
        list(collect(office, NEXT_DAY))
        (doubtful,) = mails_in_doubt(office, office.status())
        assert outcomes[doubtful.key] == "in-doubt"

        released = release_doubtful(replace(office, in_doubt="resend"), office.clock.now())
        assert deliver_all(office, released) == {doubtful.key: "sent"}
    assert set(real.delivered().values()) == {1}
    assert len(real.delivered()) == 5


def test_a_line_cut_after_the_server_took_the_mail_is_settled_by_our_own_copy(real: RealOffice) -> None:
    with cutting_proxy(real.postfix.port, unanswered_after=IN_THE_MAIL) as proxy:
        outcomes = send_wave(real, smtp_port=proxy.port)

    assert Counter(outcomes.values()) == {"in-doubt": 1, "sent": 4}
    assert sum(real.delivered().values()) == 5
    with real.office(NEXT_DAY) as office:
        assert len(mails_in_doubt(office, office.status())) == 1
        list(collect(office, NEXT_DAY))
        assert {mail.state for mail in office.status().mails.values()} == {"sent"}
        assert deliver_all(office, waiting_mails(office.status())) == {}
    assert set(real.delivered().values()) == {1}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = make_room(tmp_path)
    room.remind(OPENS)
    return room


def answers(room: Room, count: int, size: int = 0) -> list[RawMail]:
    """Mails from one agency, taken out of the mailbox in memory."""
    for number in range(count):
        room.write("so-b@tinh.example", f"NV1: đã hoàn thành, {number} lớp.", files={"Lon.pdf": b"%PDF" + bytes(size)})
    mails = list(room.inbox.fetch())
    for mail in mails:
        room.inbox.settle(mail, "away")
    return mails


def collect_from(office: Office, account: ImapAccount) -> list[Taken]:
    with closing(ImapCollector(account)) as collector:
        return list(collect(replace(office, collector=collector), OPENS))


def test_a_line_cut_twice_in_a_mail_of_40_mb_costs_a_run_and_nothing_else(room: Room, dovecot: DovecotServer) -> None:
    account = dovecot.new_account()
    (mail,) = answers(room, 1, size=30_000_000)
    assert len(mail.raw) > 40_000_000
    dovecot.deliver(account, mail.raw, mail.received_at)
    stored = sha256_of(mail.raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    with (
        cutting_proxy(dovecot.tls_port, 25_000_000, 3_000) as proxy,
        pytest.raises(MailError),
    ):
        collect_from(room.office, replace(account, port=proxy.port))
    assert room.bodies("ReplyReceived") == []
    (taken,) = collect_from(room.office, account)

    assert taken.fate == "recorded"
    assert taken.mail is not None
    assert taken.mail.raw_sha256 == stored
    assert len(dovecot.contents(account, "done")) == 1


def test_a_line_cut_after_each_fetch_records_every_mail_once(room: Room, dovecot: DovecotServer) -> None:
    account = dovecot.new_account()
    for mail in answers(room, 4):
        dovecot.deliver(account, mail.raw, mail.received_at)

    for allowed in range(6_000, 20_000, 1_000):
        with cutting_proxy(dovecot.tls_port, allowed, 2_000) as proxy, suppress(MailError):
            collect_from(room.office, replace(account, port=proxy.port))
    collect_from(room.office, account)

    assert len(room.bodies("ReplyReceived")) == 4
    assert dovecot.contents(account) == []
    assert len(dovecot.contents(account, "done")) == 4


def test_a_mailbox_emptied_and_rebuilt_while_it_is_read_gives_every_mail_once(
    room: Room, dovecot: DovecotServer
) -> None:
    plain = dovecot.new_account()
    account = replace(plain, folder="Tra-loi")
    mails = answers(room, 4, size=600_000)  # too large to be fetched together
    with dovecot.client(account) as owner:
        owner.create_folder("Tra-loi")
    for mail in mails:
        dovecot.deliver(account, mail.raw, mail.received_at, "Tra-loi")

    with closing(ImapCollector(account)) as collector:
        reading = collect(replace(room.office, collector=collector), OPENS)
        next(reading)
        with dovecot.client(account) as owner:  # somebody moves everything away, and the folder is made anew
            owner.rename_folder("Tra-loi", "Cu")
            owner.create_folder("Tra-loi")
        with suppress(MailError):
            list(reading)
    assert len(room.bodies("ReplyReceived")) < 4
    with dovecot.client(account) as owner:  # … and back, under new numbers
        owner.select_folder("Cu")
        owner.copy(owner.search(), "Tra-loi")
    collect_from(room.office, account)

    assert len(room.bodies("ReplyReceived")) == 4
    assert dovecot.contents(account, "Tra-loi") == []


def test_two_collectors_at_one_mailbox_record_every_mail_once(real: RealOffice) -> None:
    with real.office(OPENS) as office:
        deliver_all(office, queue_due(office, OPENS))
        requests = office.status().periods[PERIOD].requests
    for agency, request in requests.items():
        real.answer(agency, request.code)

    def collect_all(_worker: int) -> list[str]:
        with real.office(NEXT_DAY) as office:
            return [taken.fate for taken in collect(office, NEXT_DAY)]

    with ThreadPoolExecutor(2) as pool:
        fates = Counter(fate for worker in pool.map(collect_all, range(2)) for fate in worker)

    assert fates["recorded"] == len(requests)
    assert fates["quarantined"] == fates["again-later"] == 0
    assert real.dovecot.contents(real.account) == []
    assert [len(one.replies) for one in real.status(NEXT_DAY).periods[PERIOD].requests.values()] == [1] * len(requests)


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file system of 3 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=False, capture_output=True
    )
    if mounted.returncode:
        request.getfixturevalue("left_out")("a disk of its own (mount)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize("left", [0, 4_000, 30_000, 120_000, 400_000])
def test_a_disk_that_is_really_full_loses_and_repeats_nothing(small_disk: Path, left: int) -> None:
    home = make_home(small_disk / "office")
    room, day = home.room, OPENS + timedelta(days=16)
    room.clock.turn_to(day)
    raw = room.write("so-b@tinh.example", "NV2: đã hoàn thành.", files={"Lon.pdf": b"%PDF" + bytes(300_000)})
    sent = len(room.notifier.sent)
    filler = small_disk / "filler"
    _fill(filler, left)

    for _ in range(3):
        with suppress(StorageError):
            queue_due(room.office, day)
            deliver_all(room.office, waiting_mails(room.office.status()))
        with suppress(StorageError):
            room.collect(day)
    _sent_is_recorded(home, sent)
    filler.unlink()
    queue_due(room.office, day)
    deliver_all(room.office, waiting_mails(room.office.status()))
    room.collect(day)

    ids = [mail.message_id for mail in room.notifier.sent]
    assert len(ids) == len(set(ids)) > sent
    assert {mail.state for mail in room.office.status().mails.values()} == {"sent"}
    assert [mail.raw for mail in room.inbox.folders["done"]].count(raw) == 1
    assert room.inbox.folders.get("quarantine", []) == []
    home.ledger.close()
    assert verify(home.settings).faults == ()


def _fill(filler: Path, left: int) -> None:
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(4_096))
    with filler.open("r+b") as stream:
        stream.truncate(max(0, filler.stat().st_size - left))


def _sent_is_recorded(home: Home, before: int) -> None:
    """What left is known to have left, or in doubt: the disk filled up between the claim and the word."""
    status = home.room.office.status()
    known = {mail.queued.message_id for mail in status.mails.values() if mail.state in ("sent", "claimed")}
    assert {mail.message_id for mail in home.room.notifier.sent} <= known
