"""Five hundred agencies, and two of everything at once: what two workers do to one record, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from app.clock import SystemClock
from app.delivery import store
from app.sandbox import MailSandbox
from dondoc.fold import fold
from dondoc.status import Status
from ledger.sql import SqlLedger
from tests.app.desk import OFFICE, OPENS, PERIOD, crowded_plan
from tests.crash.conftest import Stage
from tests.crash.stage import Order


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands in the record after a round, and what reached the agencies."""

    events: Counter[str]
    delivered: Counter[str]
    states: Counter[str]


def play_round(stages: Sequence[Stage], folder: Path, url: str, sandbox: MailSandbox, agencies: int) -> Counted:
    """Two remind at once, every agency answers, two collect at once."""
    home = folder / "home"
    home.mkdir(parents=True, mode=0o700)
    (home / "plan.yaml").write_text(crowded_plan(agencies), encoding="utf-8")
    sandbox.folder = folder / "mail"
    inbox = str(sandbox.maildir(OFFICE))

    def at_once(act: str) -> None:
        order = Order(act, str(home), url, sandbox.port, inbox, OPENS.isoformat())
        with ThreadPoolExecutor(len(stages)) as pool:
            for answer in pool.map(lambda stage: stage.play(order), stages):
                assert answer.signal == 0

    at_once("remind")
    _answer(_state(url), sandbox)
    at_once("collect")
    status = _state(url)
    with closing(SqlLedger.open(url)) as ledger:
        ledger.verify()
        events = Counter(str(record.body.kind) for record in ledger.records())
    delivered = Counter(
        {address: len(sandbox.mails(address)) for address in sandbox.addresses if address.startswith("dv-")}
    )
    return Counted(events, delivered, Counter(str(mail.state) for mail in status.mails.values()))


def _state(url: str) -> Status:
    with closing(SqlLedger.open(url)) as ledger:
        return fold(ledger.records())


def _answer(status: Status, sandbox: MailSandbox) -> None:
    now = SystemClock().now()
    for agency, request in status.periods[PERIOD].requests.items():
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{agency}@tinh.example", OFFICE
        mail["Subject"], mail["Message-ID"] = f"Re: [{request.code}] Báo cáo", f"<{agency}@tinh.example>"
        mail.set_content("NV1: đã hoàn thành, 3 lớp.")
        store(sandbox.maildir(OFFICE), mail.as_bytes(), number=agency, at=now)
