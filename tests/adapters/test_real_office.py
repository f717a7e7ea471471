"""Our adapters in front of the mail servers of a real office: Postfix and Dovecot, TLS and log-in on both."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from threading import Event
from typing import NoReturn

import pytest

from app.sandbox import MailSandbox
from collectors.imap import ImapCollector
from collectors.imap_session import ImapAccount
from dondoc.errors import MailError
from dondoc.mail import OutboundMail, RawMail
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.servers.dovecot import ASCII_PASSWORD, DovecotServer
from tests.servers.postfix import DOMAIN, PostfixServer

pytestmark = pytest.mark.server

CLERK = "vanthu@syt.example"
NOW = datetime(2026, 10, 30, 0, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """One office's servers, its mailbox and, as `world`, everybody else's mail server."""

    world: MailSandbox
    account: ImapAccount
    smtp: SmtpSettings

    @property
    def address(self) -> str:
        return f"{self.account.user}@{DOMAIN}"

    def mail(self, *to: str, tag: str = "") -> OutboundMail:
        sender = f"{self.account.user}{tag}@{DOMAIN}"
        raw = f"From: <{sender}>\r\nTo: <{to[0]}>\r\nSubject: QCN\r\nMessage-ID: <1@{DOMAIN}>\r\n\r\nKính gửi\r\n"
        return OutboundMail(f"<1@{DOMAIN}>", sender, to, "QCN", raw.encode())

    def wait_for_mail(self) -> RawMail:
        """Postfix delivers within moments."""
        pause = Event()
        with closing(ImapCollector(self.account)) as collector:
            for _ in range(200):
                if mails := list(collector.fetch()):
                    return mails[0]
                pause.wait(0.05)
        raise AssertionError("nothing arrived")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailSandbox]:
    with MailSandbox(tmp_path_factory.mktemp("world"), now=lambda: NOW) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def postfix(dovecot_server: DovecotServer | None, world: MailSandbox) -> Iterator[PostfixServer | None]:
    server = PostfixServer.start(dovecot_server, world.port) if dovecot_server else None
    yield server
    if server:
        server.stop()


@pytest.fixture
def office(
    world: MailSandbox, postfix: PostfixServer | None, dovecot: DovecotServer, not_run: Callable[[str], NoReturn]
) -> Office:
    if postfix is None:
        not_run("Postfix")
    account = dovecot.new_account()
    smtp = SmtpSettings(
        "localhost", postfix.port, "starttls", account.user, ASCII_PASSWORD, dovecot.ca_file, timeout_seconds=20
    )
    return Office(world, account, smtp)


def test_mail_leaves_the_office_and_a_refusal_comes_back_as_a_notice(office: Office) -> None:
    office.world.refuse(CLERK)
    notifier = SmtpNotifier(office.smtp)

    with notifier.connected():
        sent = notifier.send(office.mail(CLERK, "vanthu@snv.example", tag="+7KF3"))

    notice = message_from_bytes(office.wait_for_mail().raw)
    assert sent.refused == {}
    assert notice.get_content_type() == "multipart/report"
    assert notice["Return-Path"] == "<>"
    assert "+7kf3@" in notice["Delivered-To"].lower()
    assert [part["Status"] for part in notice.walk() if "Status" in part] == ["5.1.1"]
    assert len(office.world.mails("vanthu@snv.example")) == 1


def test_a_wrong_password_sends_nothing(office: Office) -> None:
    stranger = SmtpSettings("localhost", office.smtp.port, "starttls", office.account.user, "sai", office.smtp.ca_file)

    with pytest.raises(MailError):
        SmtpNotifier(stranger).send(office.mail("vanthu@stc.example"))

    assert office.world.mails("vanthu@stc.example") == ()


def test_who_does_not_log_in_reaches_the_office_but_nobody_else(office: Office) -> None:
    mail = office.mail(office.address, CLERK)

    with smtplib.SMTP("127.0.0.1", office.smtp.port, timeout=10) as stranger:
        refused = stranger.sendmail("la@khac.example", mail.recipients, mail.raw)

    assert list(refused) == [CLERK]
    assert office.wait_for_mail().raw.endswith("Kính gửi\r\n".encode())
