"""The doctor before servers of every kind: he says what is wrong and how to mend it, and sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.doctor import Finding, examine
from app.sandbox import MailSandbox
from app.settings import Account, Inbox, Settings
from app.wiring import open_files, open_ledger
from dondoc.events.alarms import AlarmRaised
from dondoc.events.records import Event
from dondoc.events.replies import ReplyReceived
from ledger.schema import EVENTS, connect
from tests.app.desk import PLAN
from tests.servers.dovecot import DovecotServer
from tests.servers.process import free_port

NOW = datetime(2026, 10, 30, 1, tzinfo=UTC)
REAL = PLAN.replace(".example", ".internal")


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[MailSandbox]:
    with MailSandbox(tmp_path / "mail", now=lambda: NOW, accounts={"office": "open sesame"}) as sandbox:
        yield sandbox


@pytest.fixture
def settings(tmp_path: Path, sandbox: MailSandbox) -> Settings:
    """An office with nothing wrong."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(REAL, encoding="utf-8")
    return Settings(
        plan=plan,
        home=tmp_path / "var",
        smtp=Account(
            host="127.0.0.1", port=sandbox.port, security="none", user="office", password=SecretStr("open sesame")
        ),
        maildir=sandbox.maildir("office@so-a.internal"),
        disk_free_mb=0,
        authserv_id="mx.so-a.internal",
    )


def troubles(settings: Settings, now: datetime = NOW) -> list[tuple[str, str, str]]:
    """What is not fine: how bad, about what, and the finding."""
    return [
        (one.level, str(one.about), str(one.said)) for one in examine(settings, now) if _is_trouble_with_a_remedy(one)
    ]


def _is_trouble_with_a_remedy(finding: Finding) -> bool:
    assert (finding.level == "fine") is (finding.remedy is None), "whatever is wrong comes with a remedy"
    return finding.level != "fine"


def test_a_sound_office_has_no_trouble_and_no_mail(settings: Settings, sandbox: MailSandbox) -> None:
    assert troubles(settings) == []
    assert [str(one.about) for one in examine(settings, NOW)] == [
        "settings", "home folder", "disk", "record", "clock", "plan", "SMTP", "mailbox", "senders",
    ]  # fmt: skip
    assert all(sandbox.mails(address) == () for address in sandbox.addresses)


def test_an_office_without_mail_servers_is_warned_that_nothing_leaves(settings: Settings) -> None:
    alone = settings.model_copy(update={"smtp": None, "maildir": None})

    assert [(level, about) for level, about, _ in troubles(alone)] == [("warning", "settings")]


def test_a_wrong_smtp_password_is_named_without_showing_it(settings: Settings) -> None:
    assert settings.smtp is not None
    wrong = settings.smtp.model_copy(update={"password": SecretStr("guess-me")})

    ((level, about, said),) = troubles(settings.model_copy(update={"smtp": wrong}))

    assert (level, about) == ("broken", "SMTP")
    assert "office" in said
    assert "guess-me" not in said


def test_an_smtp_server_that_does_not_answer_is_named(settings: Settings) -> None:
    assert settings.smtp is not None
    port = free_port()
    silent = settings.smtp.model_copy(update={"port": port})

    ((level, about, said),) = troubles(settings.model_copy(update={"smtp": silent}))

    assert (level, about) == ("broken", "SMTP")
    assert str(port) in said


def test_a_plan_with_faults_and_one_with_made_up_addresses_are_told(settings: Settings) -> None:
    settings.plan.write_text(REAL.replace("lead: so-b\n", "lead: so-bb\n"), encoding="utf-8")
    assert [(level, about) for level, about, _ in troubles(settings)] == [("wrong", "plan")]

    settings.plan.write_text(PLAN, encoding="utf-8")
    ((level, about, said),) = troubles(settings)
    assert (level, about, "ubnd" in said) == ("warning", "plan", True)


def test_a_missing_plan_is_told(settings: Settings) -> None:
    settings.plan.unlink()

    assert [(level, about) for level, about, _ in troubles(settings)] == [("wrong", "plan")]


def test_a_clock_that_went_back_is_told(settings: Settings) -> None:
    open_ledger(settings).append(Event(AlarmRaised(alarm="disk"), "KH", NOW, "dondoc"))

    assert troubles(settings, NOW - timedelta(minutes=1)) == []
    assert [(level, about) for level, about, _ in troubles(settings, NOW - timedelta(days=1))] == [("broken", "clock")]


def test_a_record_that_was_altered_is_told(settings: Settings) -> None:
    open_ledger(settings).append(Event(AlarmRaised(alarm="disk"), "KH", NOW, "dondoc"))
    engine = connect(f"sqlite:///{settings.home / 'ledger.sqlite'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS events_no_update")
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.execute(EVENTS.update().values(by="somebody"))
    engine.dispose()

    assert [(level, about) for level, about, _ in troubles(settings)] == [("broken", "record")]


def test_a_full_disk_and_an_open_folder_are_told(settings: Settings) -> None:
    settings.home.mkdir(mode=0o755)
    settings.home.chmod(0o755)

    found = troubles(settings.model_copy(update={"disk_free_mb": 10**12}))

    assert [(level, about) for level, about, _ in found] == [("warning", "home folder"), ("broken", "disk")]


def test_verp_without_plus_addressing_is_told(settings: Settings) -> None:
    found = troubles(settings.model_copy(update={"verp": True}))

    assert [(level, about) for level, about, _ in found] == [("wrong", "settings")]


def received(settings: Settings, *names: str) -> None:
    """Mails came in; each bears the name of the server that checked its sender, or none."""
    ledger, files = open_ledger(settings), open_files(settings)
    for number, name in enumerate(names):
        head = f"Authentication-Results: {name};\r\n dmarc=pass header.from=tinh.internal\r\n" if name else ""
        raw = f"{head}From: so-b@tinh.internal\r\nSubject: {number}\r\n\r\nKinh gui\r\n".encode()
        body = ReplyReceived(reply=f"<{number}>", mail_kind="reply", on=NOW.date(), sha256=files.put(raw))
        ledger.append(Event(body, "KH", NOW, "dondoc"))
    ledger.close()


def test_a_server_that_checks_senders_unheard_is_found_and_named(settings: Settings) -> None:
    unheard = settings.model_copy(update={"authserv_id": None})
    assert [(level, about) for level, about, _ in troubles(unheard)] == [("warning", "senders")]

    received(settings, "mx.tinh.internal", "", "MX.tinh.internal")
    (finding,) = [one for one in examine(unheard, NOW) if one.level != "fine"]

    assert "DONDOC_AUTHSERV_ID=mx.tinh.internal" in str(finding.remedy)


def test_a_name_that_no_mail_bears_is_told(settings: Settings) -> None:
    received(settings, "mx.tinh.internal", "mx.tinh.internal")

    ((level, about, said),) = troubles(settings)
    assert (level, about, "mx.so-a.internal" in said) == ("warning", "senders", True)
    assert troubles(settings.model_copy(update={"authserv_id": "mx.tinh.internal"})) == []


@pytest.mark.server
def test_a_real_mailbox_opens_and_a_wrong_password_or_folder_does_not(
    settings: Settings, dovecot: DovecotServer
) -> None:
    account = dovecot.new_account()
    inbox = Inbox(
        host=account.host,
        port=account.port,
        user=account.user,
        password=SecretStr(account.password),
        ca_file=account.ca_file,
    )
    ours = settings.model_copy(update={"maildir": None, "imap": inbox})
    dovecot.deliver(account, b"From: a@b.example\r\n\r\nKinh gui\r\n", NOW)

    assert troubles(ours) == []
    assert "it opens, and mail waits in it" in [str(one.said) for one in examine(ours, NOW)]
    assert len(dovecot.contents(account)) == 1
    for change in ({"password": SecretStr("sai")}, {"folder": "Khong-co"}, {"ca_file": None}):
        broken = ours.model_copy(update={"imap": inbox.model_copy(update=change)})
        assert [(level, about) for level, about, _ in troubles(broken)] == [("broken", "mailbox")]
