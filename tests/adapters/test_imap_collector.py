"""What the IMAP collector promises on a real Dovecot beyond the port: verified TLS, bad lines, odd servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Literal, NoReturn

import pytest
import trustme

from collectors.imap import FETCHED_AT_ONCE, LISTED_AT_ONCE, PIECE_BYTES, ImapCollector
from collectors.imap_session import ImapAccount
from dondoc.errors import PermanentMailError, SettingsError, TemporaryMailError
from tests.servers.dovecot import DovecotServer
from tests.servers.proxy import cutting_proxy

pytestmark = pytest.mark.server

NOON = datetime(2024, 11, 29, 5, 0, tzinfo=UTC)
SMALL = b"Subject: QCN\r\n\r\nxong\r\n"
HUGE = b"Subject: QCN\r\n\r\n" + b"%076d\r\n" % 7 * 60_000


@pytest.fixture
def account(dovecot: DovecotServer) -> ImapAccount:
    return dovecot.new_account()


def unprotected(account: ImapAccount, port: int) -> ImapAccount:
    return replace(account, host="127.0.0.1", port=port, security="none")


def fetched(account: ImapAccount) -> list[bytes]:
    with closing(ImapCollector(account)) as collector:
        return [mail.raw for mail in collector.fetch()]


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_mail_comes_over_verified_tls(
    dovecot: DovecotServer, account: ImapAccount, security: Literal["ssl", "starttls"]
) -> None:
    dovecot.deliver(account, SMALL, NOON)
    port = dovecot.tls_port if security == "ssl" else dovecot.port

    assert fetched(replace(account, security=security, port=port)) == [SMALL]


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_a_certificate_of_a_stranger_is_refused_for_good(
    dovecot: DovecotServer, account: ImapAccount, security: Literal["ssl", "starttls"]
) -> None:
    stranger = dovecot.folder / "stranger.pem"
    trustme.CA().cert_pem.write_to_path(stranger)
    port = dovecot.tls_port if security == "ssl" else dovecot.port

    with pytest.raises(PermanentMailError, match="certificate"):
        fetched(replace(account, security=security, port=port, ca_file=stranger))


@pytest.mark.parametrize("password", ["sai-mật-khẩu", "wrong"], ids=["not ASCII", "ASCII"])
def test_a_wrong_password_is_refused_for_good_and_never_repeated(account: ImapAccount, password: str) -> None:
    with pytest.raises(PermanentMailError) as caught:
        fetched(replace(account, password=password))

    assert password not in f"{caught.value} {account!r}"


def test_mail_is_never_read_unencrypted_over_a_network() -> None:
    with pytest.raises(SettingsError):
        ImapCollector(ImapAccount("imap.khanhhoa.example", 143, "vanthu", "x", security="none"))


def test_a_folder_that_is_not_there_is_an_error_for_good(account: ImapAccount) -> None:
    with pytest.raises(PermanentMailError, match="Không có"):
        fetched(replace(account, folder="Không có"))


def test_a_server_that_is_down_may_be_up_later(account: ImapAccount) -> None:
    with pytest.raises(TemporaryMailError):
        fetched(unprotected(account, 1))


def test_a_line_cut_in_the_middle_of_a_huge_mail_costs_nothing(dovecot: DovecotServer, account: ImapAccount) -> None:
    dovecot.deliver(account, HUGE, NOON)
    dovecot.deliver(account, SMALL, NOON + timedelta(minutes=1))

    with cutting_proxy(dovecot.port, PIECE_BYTES + PIECE_BYTES // 2) as proxy:
        mails = fetched(unprotected(account, proxy.port))

    assert mails == [HUGE, SMALL]
    assert proxy.connections == 2


def test_a_line_that_breaks_again_at_once_is_left_for_later(dovecot: DovecotServer, account: ImapAccount) -> None:
    dovecot.deliver(account, HUGE, NOON)

    with cutting_proxy(dovecot.port, 3_000, 3_000) as proxy, pytest.raises(TemporaryMailError):
        fetched(unprotected(account, proxy.port))


def test_a_line_that_breaks_at_the_greeting_is_no_wrong_password(dovecot: DovecotServer, account: ImapAccount) -> None:
    dovecot.deliver(account, SMALL, NOON)

    with cutting_proxy(dovecot.port, 130) as proxy:
        assert fetched(unprotected(account, proxy.port)) == [SMALL]


def test_a_line_cut_between_fetching_and_settling_is_made_anew(dovecot: DovecotServer, account: ImapAccount) -> None:
    dovecot.deliver(account, SMALL, NOON)
    with closing(ImapCollector(account)) as collector:
        [mail] = collector.fetch()
        collector.close()

        collector.settle(mail, "Xong")

    assert dovecot.contents(account) == []
    assert dovecot.contents(account, "Xong") == [SMALL]


def test_mail_that_vanishes_while_the_rest_is_read_is_passed_over(dovecot: DovecotServer, account: ImapAccount) -> None:
    for number, raw in enumerate((SMALL, HUGE, HUGE, SMALL)):
        dovecot.deliver(account, raw, NOON + timedelta(minutes=number))
    with closing(ImapCollector(account)) as collector:
        fetching = collector.fetch()
        first = next(fetching)
        with dovecot.client(account) as owner:
            owner.select_folder("INBOX")
            owner.delete_messages(owner.search()[1:])
            owner.expunge()

        rest = list(fetching)

    assert first.raw == SMALL
    assert rest == []


def test_mails_that_another_collector_moves_at_the_same_time_are_left_to_it(
    dovecot: DovecotServer, account: ImapAccount
) -> None:
    mails = {SMALL + b"%d\r\n" % number for number in range(60)}
    for mail in mails:
        dovecot.deliver(account, mail, NOON)

    def settle_all(_worker: int) -> int:
        with closing(ImapCollector(account)) as collector:
            waiting = list(collector.fetch())
            together.wait()
            for mail in waiting:
                collector.settle(mail, "Da-doc")
        return len(waiting)

    together = Barrier(3)
    with ThreadPoolExecutor(3) as pool:
        met = list(pool.map(settle_all, range(3)))

    assert met == [60, 60, 60]
    assert fetched(account) == []
    assert set(fetched(replace(account, folder="Da-doc"))) == mails  # Dovecot may copy one twice; none is lost


@pytest.fixture
def in_folder(dovecot: DovecotServer, account: ImapAccount) -> ImapAccount:
    """An account whose replies arrive in a folder of its own, which its owner can delete."""
    with dovecot.client(account) as owner:
        owner.create_folder("Trả lời")
    return replace(account, folder="Trả lời")


def rebuild(dovecot: DovecotServer, account: ImapAccount, *raws: bytes) -> None:
    with dovecot.client(account) as owner:
        owner.delete_folder(account.folder)
        owner.create_folder(account.folder)
    for raw in raws:
        dovecot.deliver(account, raw, NOON, account.folder)


def test_numbers_of_a_rebuilt_mailbox_move_no_other_mail(dovecot: DovecotServer, in_folder: ImapAccount) -> None:
    dovecot.deliver(in_folder, SMALL, NOON, in_folder.folder)
    with closing(ImapCollector(in_folder)) as collector:
        [mail] = collector.fetch()
        rebuild(dovecot, in_folder, b"Subject: khac\r\n\r\n")

        collector.close()
        collector.settle(mail, "Xong")

    assert dovecot.contents(in_folder, in_folder.folder) == [b"Subject: khac\r\n\r\n"]
    assert dovecot.contents(in_folder, "Xong") == []


def test_a_mailbox_rebuilt_while_it_is_read_is_left_for_later(dovecot: DovecotServer, in_folder: ImapAccount) -> None:
    for number, raw in enumerate((SMALL, HUGE)):
        dovecot.deliver(in_folder, raw, NOON + timedelta(minutes=number), in_folder.folder)
    with closing(ImapCollector(in_folder)) as collector:
        fetching = collector.fetch()
        next(fetching)
        rebuild(dovecot, in_folder, SMALL, SMALL)

        with pytest.raises(TemporaryMailError):
            list(fetching)

        assert len(list(collector.fetch())) == 2


def test_read_marks_stay_as_the_officer_left_them(dovecot: DovecotServer, account: ImapAccount) -> None:
    dovecot.deliver(account, SMALL, NOON)

    fetched(account)

    with dovecot.client(account) as owner:
        owner.select_folder("INBOX", readonly=True)
        assert owner.search("UNSEEN") == [1]


@pytest.fixture(
    params=[
        ("INBOX.", ".", "IMAP4rev1 UIDPLUS NAMESPACE"),
        ("", ".", "IMAP4rev1"),
    ],
    ids=["all folders below INBOX and no MOVE", "an old server that knows next to nothing"],
)
def odd_server(request: pytest.FixtureRequest, not_run: Callable[[str], NoReturn]) -> Iterator[DovecotServer]:
    prefix, separator, capability = request.param
    server = DovecotServer.start(prefix=prefix, separator=separator, capability=capability)
    if server is None:
        not_run("Dovecot")
    yield server
    server.stop()


def test_odd_servers_settle_mail_too(odd_server: DovecotServer) -> None:
    account = odd_server.new_account()
    odd_server.deliver(account, SMALL, NOON)
    with closing(ImapCollector(account)) as collector:
        [mail] = collector.fetch()

        collector.settle(mail, "DonDoc/Đã xử lý")
        collector.settle(mail, "DonDoc/Đã xử lý")

    with odd_server.client(account) as owner:
        [name] = [name for _flags, _separator, name in owner.list_folders() if name.endswith("DonDoc.Đã xử lý")]
    assert odd_server.contents(account) == []
    assert odd_server.contents(account, name) == [SMALL]


def test_more_mails_than_one_command_names_all_come(dovecot: DovecotServer, account: ImapAccount) -> None:
    count = LISTED_AT_ONCE + FETCHED_AT_ONCE + 1
    with dovecot.client(account) as owner:
        for number in range(count):
            owner.append("INBOX", b"Subject: %d\r\n\r\n" % number, msg_time=NOON + timedelta(seconds=number))

    assert fetched(account) == [b"Subject: %d\r\n\r\n" % number for number in range(count)]
