"""A wave of 1,000 mails with the full ledger, beside plain smtplib with ready-made bytes, to the same Postfix.

Run as root: .venv/bin/python -m benchmarks.wave [MAILS] [ledger url]. Each way is measured several times in turn, so
that other work on the machine hurts both. Needs Postfix and Dovecot as Debian installs them.
"""

from __future__ import annotations

import smtplib
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from app.clock import FixedClock
from app.deliver import deliver_all
from app.office import History, Office
from app.sandbox import MailSandbox
from app.wiring import open_files
from dondoc.events import MailQueued
from dondoc.mail import OutboundMail
from ledger.sql import SqlLedger
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.app.home import make_home
from tests.servers.dovecot import ASCII_PASSWORD, DovecotServer
from tests.servers.postfix import DOMAIN, PostfixServer

NOW = datetime(2026, 10, 30, 1, tzinfo=UTC)
TIMES = 3


def mails(count: int, sender: str, to: str, *, turn: int) -> Iterator[OutboundMail]:
    """Mails of the size of a reminder."""
    for number in range(count):
        message_id = f"<{turn}.{number}@{DOMAIN}>"
        head = f"From: <{sender}>\r\nTo: <{to}>\r\nSubject: QCN {number}\r\nMessage-ID: {message_id}\r\n\r\n"
        raw = (head + "Kính gửi quý cơ quan, đề nghị báo cáo kết quả thực hiện.\r\n" * 160).encode()
        yield OutboundMail(message_id, sender, (to,), f"QCN {number}", raw)


@contextmanager
def postfix() -> Iterator[tuple[SmtpSettings, str]]:
    """An office's own servers."""
    with ExitStack() as stack:
        world = stack.enter_context(MailSandbox(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        dovecot = DovecotServer.start()
        server = PostfixServer.start(dovecot, world.port) if dovecot else None
        if dovecot is None or server is None:
            sys.exit("Postfix and Dovecot are needed, and root")
        stack.callback(dovecot.stop)
        stack.callback(server.stop)
        account = dovecot.new_account()
        yield (
            SmtpSettings("localhost", server.port, "starttls", account.user, ASCII_PASSWORD, dovecot.ca_file),
            f"{account.user}@{DOMAIN}",
        )


def bare(settings: SmtpSettings, wave: list[OutboundMail]) -> float:
    """Plain smtplib over one connection; mails a second."""
    started = time.perf_counter()
    with smtplib.SMTP(settings.host, settings.port) as server:
        server.starttls(context=SmtpNotifier(settings)._tls)
        server.login(settings.user or "", settings.password)
        for mail in wave:
            server.sendmail(mail.envelope_from, mail.recipients, mail.raw)
    return len(wave) / (time.perf_counter() - started)


def whole(office: Office, wave: list[OutboundMail]) -> float:
    """Claim, send, sent; mails a second. The mails were composed and queued before, as they are by `remind`."""
    queued = [
        MailQueued(
            period="nam-2026", agency="so-b", mail=mail.message_id, purpose="first", on=NOW.date(), body="",
            message_id=mail.message_id, envelope_from=mail.envelope_from, recipients=mail.recipients,
            subject=mail.subject, sha256=office.files.put(mail.raw),
        )
        for mail in wave
    ]  # fmt: skip
    office.record(*queued)
    started = time.perf_counter()
    outcomes = deliver_all(office, [mail.mail for mail in queued])
    seconds = time.perf_counter() - started
    assert set(outcomes.values()) == {"sent"}
    return len(wave) / seconds


def main() -> None:
    """Print mails a second of both ways, and the share."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with postfix() as (settings, address), tempfile.TemporaryDirectory() as folder:
        home = make_home(Path(folder) / "office")
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{home.settings.home / 'ledger.sqlite'}"
        with closing(SqlLedger.open(url)) as ledger:
            office = replace(
                home.room.office,
                ledger=ledger,
                history=History(ledger, "KH"),
                files=open_files(home.settings),
                notifier=SmtpNotifier(settings),
                clock=FixedClock(NOW),
            )
            found: list[tuple[float, float]] = []
            for turn in range(TIMES):
                plain = bare(settings, list(mails(count, address, address, turn=-turn - 1)))
                full = whole(office, list(mails(count, address, address, turn=turn)))
                found.append((plain, full))
                print(f"smtplib {plain:5.0f}/s   with the ledger {full:5.0f}/s   {full / plain:4.0%}", flush=True)
    print(f"median share {median(full / plain for plain, full in found):.0%}")


if __name__ == "__main__":
    main()
