"""An office whose mail servers and record are real: Postfix, Dovecot, and whichever database its settings name."""

from __future__ import annotations

import smtplib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage

from pydantic import SecretStr

from app.office import Office
from app.sandbox import MailSandbox
from app.settings import Account, Inbox, Settings
from app.wiring import current_office
from collectors.imap import ImapCollector
from collectors.imap_session import ImapAccount
from dondoc.status import Status
from ledger.sql import SqlLedger
from tests.servers.dovecot import ASCII_PASSWORD, DovecotServer
from tests.servers.postfix import DOMAIN, PostfixServer

_PASSWORD = SecretStr(ASCII_PASSWORD)


@dataclass(frozen=True, slots=True)
class RealOffice:
    """Its settings, its servers and, as `world`, everybody else's mail server."""

    settings: Settings
    world: MailSandbox
    postfix: PostfixServer
    dovecot: DovecotServer
    account: ImapAccount

    @property
    def address(self) -> str:
        return address_of(self.account)

    @contextmanager
    def office(self, day: date, *, smtp_port: int = 0) -> Iterator[Office]:
        """The office at work; its mail leaves by another port where one is given."""
        settings = self.settings
        if smtp_port and settings.smtp:
            settings = settings.model_copy(update={"smtp": settings.smtp.model_copy(update={"port": smtp_port})})
        office = current_office(day, settings)
        assert isinstance(office.ledger, SqlLedger)
        assert isinstance(office.collector, ImapCollector)
        with closing(office.ledger), closing(office.collector):
            yield office

    def status(self, day: date) -> Status:
        with self.office(day) as office:
            return office.status()

    def delivered(self) -> Counter[str]:
        """How often each mail to the agencies has arrived, once Postfix has nothing left to do."""
        self.postfix.wait_until_idle()
        mails = [message_from_bytes(mail.raw) for to in self.world.addresses for mail in self.world.mails(to)]
        return Counter(str(mail["Message-ID"]).strip("<>") for mail in mails)

    def answer(self, agency: str, code: str, text: str = "NV1: đã hoàn thành, 3 lớp.") -> None:
        """An agency answers with a file of its own, by way of the office's server."""
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{agency}@tinh.example", self.address
        mail["Subject"], mail["Message-ID"] = f"Re: [{code}] Báo cáo", f"<{agency}@tinh.example>"
        mail.set_content(text)
        mail.add_attachment(b"%PDF-1.4 " + agency.encode(), maintype="application", subtype="pdf", filename="BC.pdf")
        with smtplib.SMTP("127.0.0.1", self.postfix.port, timeout=20) as server:
            server.send_message(mail)
        self.postfix.wait_until_idle()


def address_of(account: ImapAccount) -> str:
    return f"{account.user}@{DOMAIN}"


def accounts(dovecot: DovecotServer, postfix: PostfixServer, account: ImapAccount) -> tuple[Account, Inbox]:
    """How the office reaches the two servers: certificates verified, logged in."""
    common = {"host": "localhost", "user": account.user, "password": _PASSWORD, "ca_file": dovecot.ca_file}
    return Account(port=postfix.port, **common), Inbox(port=dovecot.tls_port, **common)
