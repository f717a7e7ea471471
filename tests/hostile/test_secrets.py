"""A password stands in its setting and nowhere else: no record, no log, no document, no error, no backup."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.backup import back_up
from app.settings import Account, Settings
from app.wiring import current_office, open_ledger
from dondoc.errors import DondocError, MailError, SettingsError
from tests.adapters.smtp_server import ScriptedServer, running
from tests.app.home import Home, close_period, make_home

CANARY = "chim-hoang-yen-7319"
ROOT = Path(__file__).parents[2]


def settings_of(home: Path, **changes: object) -> Settings:
    values: dict[str, object] = {
        "plan": home / "plan.yaml",
        "home": home / "home",
        "smtp": {"host": "127.0.0.1", "port": 1, "security": "none", "user": "office", "password": CANARY},
        "imap": {"host": "127.0.0.1", "port": 1, "user": "office", "password": CANARY, "timeout_seconds": 2},
        "ui_password": CANARY,
    }
    return Settings.model_validate({**values, **changes})


def everything_said(error: BaseException) -> str:
    """The error as a traceback, a log, another process and a debugger would show it."""
    parts = ["".join(traceback.format_exception(error)), repr(error), str(error), repr(error.args)]
    if isinstance(error, DondocError):
        parts.append(repr(pickle.dumps(error)))
    return "\n".join(parts)


def test_no_error_of_the_mail_servers_says_the_password(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    home = make_home(tmp_path)
    said = ""
    with running(ScriptedServer()) as server:
        for port in (1, server.port):
            smtp = {"host": "127.0.0.1", "port": port, "security": "none", "user": "office", "password": CANARY}
            office = current_office(settings=settings_of(tmp_path, smtp=smtp))
            with pytest.raises(MailError) as refused:
                list(office.collector.fetch())
            said += everything_said(refused.value)
            try:
                office.notifier.send(home.room.notifier.sent[0])
            except MailError as error:
                said += everything_said(error)
    home.ledger.close()

    assert said
    assert CANARY not in said + caplog.text
    assert CANARY not in repr(office) + repr(settings_of(tmp_path))


@pytest.mark.parametrize(
    "wrong",
    [
        {"smtp": {"host": "x", "port": "nhiều", "password": CANARY}},
        {"smtp": {"host": "x", "port": 1, "password": CANARY, "pasword": CANARY}},
        {"imap": {"port": 993, "user": "a", "password": CANARY}},
        {"ui_password": [CANARY]},
    ],
    ids=["a port in words", "an unknown key", "no host", "a list"],
)
def test_settings_at_fault_do_not_repeat_the_password(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(SettingsError) as refused:
        settings_of(tmp_path, **wrong)

    assert CANARY not in everything_said(refused.value)


def test_a_database_address_that_fails_hides_its_password(tmp_path: Path) -> None:
    url = f"postgresql://dondoc:{CANARY}@127.0.0.1:1/ledger"

    with pytest.raises(DondocError) as refused:
        open_ledger(settings_of(tmp_path, ledger_url=url))

    assert CANARY not in everything_said(refused.value)


def test_nothing_on_disk_holds_a_password_or_the_key(tmp_path: Path) -> None:
    home: Home = make_home(tmp_path / "office")
    close_period(home)
    home.ledger.close()
    back_up(home.settings, tmp_path / "b.tar", at=datetime(2026, 12, 31, tzinfo=UTC), with_key=False)
    key = (home.settings.home / "secret.key").read_bytes()

    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name != "secret.key":
            content = path.read_bytes()
            assert CANARY.encode() not in content
            assert key not in content


def test_a_command_that_fails_prints_no_password(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    home.ledger.close()
    environment = {
        "PATH": "/usr/bin:/bin",
        "DONDOC_PLAN": str(tmp_path / "plan.yaml"),
        "DONDOC_HOME": str(tmp_path / "home"),
        "DONDOC_LEDGER_URL": f"postgresql://dondoc:{CANARY}@127.0.0.1:1/x",
        "DONDOC_SMTP__HOST": "127.0.0.1",
        "DONDOC_SMTP__PORT": "1",
        "DONDOC_SMTP__PASSWORD": CANARY,
    }

    ended = subprocess.run(
        [sys.executable, "-m", "cli.main", "verify"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 2
    assert CANARY not in ended.stdout + ended.stderr


def test_a_password_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{CANARY}\n", encoding="utf-8")
    account = Account(host="x", port=1, password_file=tmp_path / "secret")

    assert account.password is not None
    assert account.password.get_secret_value() == CANARY
    assert CANARY not in repr(account) + str(account) + account.model_dump_json()
