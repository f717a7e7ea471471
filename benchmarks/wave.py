"""A wave of 1,000 mails with the full ledger, beside plain smtplib with ready-made bytes, to the same Postfix.

Run as root: .venv/bin/python -m benchmarks.wave [MAILS]. Both waves go out side by side, each over its one connection,
in slices of 50 mails that take turns, so that other work on the machine hurts both; a slice begins when Postfix has
nothing left to do. The record is measured in SQLite and, where it is installed, in PostgreSQL, both with durability on.
Needs Postfix and Dovecot as Debian installs them.
"""

from __future__ import annotations

import smtplib
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app.clock import FixedClock
from app.deliver import Wave
from app.office import Office
from app.sandbox import MailSandbox
from dondoc.events.mails import MailQueued
from dondoc.mail import OutboundMail
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.app.home import make_home
from tests.servers.dovecot import ASCII_PASSWORD, DovecotServer
from tests.servers.postfix import DOMAIN, PostfixServer
from tests.servers.postgresql import PostgresqlServer

NOW = datetime(2026, 10, 30, 1, tzinfo=UTC)
SLICE = 50


def mails(count: int, address: str, name: str) -> Iterator[OutboundMail]:
    """Mails of the size of a reminder."""
    for number in range(count):
        message_id = f"<{name}.{number}@{DOMAIN}>"
        head = f"From: <{address}>\r\nTo: <{address}>\r\nSubject: QCN {number}\r\nMessage-ID: {message_id}\r\n\r\n"
        raw = (head + "Kính gửi quý cơ quan, đề nghị báo cáo kết quả thực hiện.\r\n" * 160).encode()
        yield OutboundMail(message_id, address, (address,), f"QCN {number}", raw)


class World(NamedTuple):
    """An office's own mail server."""

    server: PostfixServer
    settings: SmtpSettings
    address: str


@contextmanager
def open_world() -> Iterator[World]:
    """Postfix in front of Dovecot, with TLS and log-in."""
    with ExitStack() as stack:
        sandbox = stack.enter_context(MailSandbox(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        dovecot = DovecotServer.start()
        server = PostfixServer.start(dovecot, sandbox.port) if dovecot else None
        if dovecot is None or server is None:
            sys.exit("Postfix and Dovecot are needed, and root")
        stack.callback(dovecot.stop)
        stack.callback(server.stop)
        account = dovecot.new_account()
        settings = SmtpSettings("localhost", server.port, "starttls", account.user, ASCII_PASSWORD, dovecot.ca_file)
        yield World(server, settings, f"{account.user}@{DOMAIN}")


Way = Callable[[int, int], None]
"""Sends the mails between two numbers of a wave that is under way."""


@contextmanager
def bare(world: World, count: int) -> Iterator[Way]:
    """Plain smtplib, bytes at hand."""
    wave, settings = list(mails(count, world.address, "smtplib")), world.settings
    with smtplib.SMTP(settings.host, settings.port) as server:
        server.starttls(context=SmtpNotifier(settings)._tls)
        server.login(settings.user or "", settings.password)

        def send(begin: int, end: int) -> None:
            for mail in wave[begin:end]:
                server.sendmail(mail.envelope_from, mail.recipients, mail.raw)

        yield send


@contextmanager
def whole(world: World, count: int, url: str | None) -> Iterator[Way]:
    """Claim, send, sent, as `remind` does it. The mails are composed and queued before, as they are there."""
    with tempfile.TemporaryDirectory() as folder:
        home = make_home(Path(folder) / "office", url)
        office = replace(home.room.office, notifier=SmtpNotifier(world.settings), clock=FixedClock(NOW))
        keys = queue(office, mails(count, world.address, "dondoc"))
        queued = office.status().mails
        with closing(home.ledger), office.notifier.connected() as line:
            wave = Wave(office, line)

            def send(begin: int, end: int) -> None:
                assert set(wave.deliver([queued[key] for key in keys[begin:end]])) == {"sent"}

            yield send


def queue(office: Office, wave: Iterable[OutboundMail]) -> list[str]:
    """Their keys; kept and recorded as `remind` does."""
    queued = [
        MailQueued(
            period="nam-2026", agency="so-b", mail=mail.message_id, purpose="first", on=NOW.date(), body="",
            message_id=mail.message_id, envelope_from=mail.envelope_from, recipients=mail.recipients,
            subject=mail.subject, sha256=office.files.put(mail.raw),
        )
        for mail in wave
    ]  # fmt: skip
    office.record(*queued)
    return [mail.mail for mail in queued]


def race(world: World, count: int, url: str | None) -> tuple[float, float]:
    """Seconds that each way took for the whole wave; who goes first changes with every slice."""
    with bare(world, count) as plain, whole(world, count, url) as full:
        ways, seconds = [plain, full], {plain: 0.0, full: 0.0}
        for begin in range(0, count, SLICE):
            for way in ways:
                world.server.wait_until_idle()  # what is left would slow the next slice down
                started = time.perf_counter()
                way(begin, min(begin + SLICE, count))
                seconds[way] += time.perf_counter() - started
            ways.reverse()
    return seconds[plain], seconds[full]


def main() -> None:
    """Print mails a second of both ways, and the share, for each kind of record."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with open_world() as world, ExitStack() as stack:
        records: dict[str, str | None] = {"SQLite": None}
        if server := PostgresqlServer.start(is_durable=True):
            stack.callback(server.stop)
            records["PostgreSQL"] = server.new_database()
        for name, url in records.items():
            plain, full = (count / seconds for seconds in race(world, count, url))
            print(
                f"{name:10}  smtplib {plain:4.0f}/s   with the ledger {full:4.0f}/s   {full / plain:4.0%}", flush=True
            )


if __name__ == "__main__":
    main()
