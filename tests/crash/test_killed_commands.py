"""`dondoc remind`, `collect`, `report`, killed again and again, before Prefect, Postfix, Dovecot and PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.deliver import mails_in_doubt
from app.settings import Account, Settings
from app.soundness import verify
from flows.server import ServerPlace, running_server
from tests.app.desk import CLOSES, OPENS, PERIOD
from tests.crash.real import RealOffice
from tests.servers.process import free_port

pytestmark = [pytest.mark.server, pytest.mark.flow]

ROOT = Path(__file__).parents[2]
KILLED = -9
AGENCIES = 5
NEXT_DAY, CLOSED = OPENS + timedelta(days=1), CLOSES + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where commands are typed; what they are told is in their environment."""

    environment: dict[str, str]

    def type_in(self, command: str, day: date, *, killed_at: str = "") -> None:
        """Run one command to its end, or to that crash point."""
        program = ["tests.crash.command", killed_at] if killed_at else ["cli.main"]
        ended = subprocess.run(
            [sys.executable, "-m", *program, command, "--as-of", day.isoformat()],
            cwd=ROOT,
            env={**os.environ, **self.environment},  # noqa: TID251 — PATH and the like
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ended.returncode == (KILLED if killed_at else 0), f"{command} {killed_at}: {ended.stderr}"


def environment_of(settings: Settings, place: ServerPlace) -> dict[str, str]:
    def account(name: str, one: Account | None) -> dict[str, str]:
        assert one
        assert isinstance(one.password, SecretStr)
        parts = {"HOST": one.host, "PORT": one.port, "USER": one.user, "CA_FILE": one.ca_file}
        said = {**parts, "PASSWORD": one.password.get_secret_value()}
        return {f"DONDOC_{name}__{part}": str(value) for part, value in said.items()}

    return {
        "DONDOC_PLAN": str(settings.plan),
        "DONDOC_HOME": str(settings.home),
        "DONDOC_LEDGER_URL": settings.ledger_url or "",
        "DONDOC_UI_PORT": str(place.port),
        "DONDOC_UI_PASSWORD": place.password,
        **account("SMTP", settings.smtp),
        **account("IMAP", settings.imap),
    }


@pytest.fixture
def on_postgresql(real: RealOffice, postgresql_url: str) -> RealOffice:
    return RealOffice(
        real.settings.model_copy(update={"ledger_url": postgresql_url}),
        real.world,
        real.postfix,
        real.dovecot,
        real.account,
    )


@pytest.fixture
def terminal(on_postgresql: RealOffice) -> Iterator[Terminal]:
    settings = on_postgresql.settings
    place = ServerPlace(settings.home / "prefect", free_port(), "mot-mat-khau")
    with running_server(place):
        yield Terminal(environment_of(settings, place))


def test_commands_killed_again_and_again_lose_and_repeat_nothing(on_postgresql: RealOffice, terminal: Terminal) -> None:
    office = on_postgresql
    for point in ("record MailQueued(dv-3)", "send to dv-1@", "record MailSent"):
        terminal.type_in("remind", OPENS, killed_at=point)
    terminal.type_in("remind", OPENS)
    _every_mail_left_once_or_is_in_doubt(office, before_collecting=True)

    for agency in ("dv-1", "dv-4"):
        office.answer(agency, office.status(OPENS).periods[PERIOD].requests[agency].code)
    for point in ("record ReplyReceived(dv-1)", "move it to", "record MailQueued(dv-4)"):
        terminal.type_in("collect", NEXT_DAY, killed_at=point)
    terminal.type_in("collect", NEXT_DAY)
    _every_mail_left_once_or_is_in_doubt(office, before_collecting=False)
    _every_answer_is_recorded_once(office)

    terminal.type_in("remind", CLOSED)
    for point in ("keep a page", "record ReportRendered"):
        terminal.type_in("report", CLOSED, killed_at=point)
    terminal.type_in("report", CLOSED)
    assert _kinds(office)["ReportRendered"] == 1
    assert verify(office.settings).faults == ()


def _every_mail_left_once_or_is_in_doubt(real: RealOffice, *, before_collecting: bool) -> None:
    delivered = real.delivered()
    with real.office(CLOSED) as office:
        status = office.status()
        doubtful = {mail.key for mail in mails_in_doubt(office, status)}
    mails = [mail for mail in status.mails.values() if mail.queued.agency]
    assert doubtful
    assert set(delivered.values()) == {1}
    assert {mail.queued.agency for mail in mails} == {f"dv-{number}" for number in range(AGENCIES)}
    for mail in mails:
        has_left = delivered[mail.queued.message_id] == 1
        assert has_left or mail.key in doubtful, mail.key
        assert (mail.state == "sent") is has_left or (before_collecting and mail.key in doubtful), mail.key


def _every_answer_is_recorded_once(real: RealOffice) -> None:
    requests = real.status(NEXT_DAY).periods[PERIOD].requests
    assert {agency for agency, request in requests.items() if request.confirmations} == {"dv-1", "dv-4"}
    assert _kinds(real)["ReplyReceived"] == 2
    left = [message_from_bytes(raw)["From"] for raw in real.dovecot.contents(real.account)]
    assert [sender for sender in left if sender.startswith("dv-")] == []


def _kinds(real: RealOffice) -> Counter[str]:
    with real.office(CLOSED) as office:
        return Counter(str(record.body.kind) for record in office.ledger.records())
