"""A mail server that is away while the flows run: no fault of a run, and no mail is forgotten."""

from __future__ import annotations

from datetime import timedelta
from mailbox import Maildir
from pathlib import Path

import pytest

from app.sandbox import MailSandbox
from tests.app.desk import OPENS
from tests.flows.service import Service
from tests.servers.process import free_port

pytestmark = pytest.mark.flow


def test_a_mail_server_that_is_away_fails_no_run_and_gets_the_mails_from_a_later_collect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.collect import collect
    from flows.remind import remind

    service = Service.at(tmp_path, smtp_port=free_port(), maildir=tmp_path / "inbox")
    Maildir(tmp_path / "inbox")
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)

    assert remind(as_of=OPENS) == 0

    with MailSandbox(tmp_path / "mail", port=int(service.environment["DONDOC_SMTP__PORT"])) as sandbox:
        collect(as_of=OPENS + timedelta(days=1))
        assert [len(sandbox.mails(f"{agency}@tinh.example")) for agency in ("so-b", "so-c")] == [1, 1]
