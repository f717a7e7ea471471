"""Beyond one machine, as docs/howto/beyond-one-machine.md says: everything on PostgreSQL, prefect.yaml, two workers.

What the workers do is one plan of forty agencies from the first mail to the last reply.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import psycopg
import pytest

from app.clock import SystemClock
from app.delivery import store
from app.sandbox import MailSandbox
from dondoc.fold import fold
from dondoc.status import Status
from flows.server import ServerPlace, running_server
from ledger.schema import TAKE_LOCK
from ledger.sql import SqlLedger
from tests.app.desk import OFFICE, OPENS, PERIOD, crowded_plan
from tests.flows.conftest import client_of, state_of, wait_until
from tests.servers.postgresql import PostgresqlServer
from tests.servers.process import free_port

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.objects import FlowRun

pytestmark = [pytest.mark.flow, pytest.mark.server]

ROOT = Path(__file__).parents[2]
AGENCIES = [f"dv-{number}" for number in range(40)]
WINDOW_SECONDS = 30
"""Longer than a run needs to start on a busy machine."""
NEXT_DAY = OPENS + timedelta(days=3)


@dataclass(frozen=True)
class Site:
    """The parts that a large office runs by itself."""

    place: ServerPlace
    client: SyncPrefectClient
    sandbox: MailSandbox
    ledger_url: str
    workers: tuple[subprocess.Popen[bytes], ...]

    def status(self) -> Status:
        with closing(SqlLedger.open(self.ledger_url)) as ledger:
            ledger.verify()
            return fold(ledger.records())

    def kinds(self) -> Counter[str]:
        """How often each kind of event stands in the record."""
        with closing(SqlLedger.open(self.ledger_url)) as ledger:
            return Counter(str(record.body.kind) for record in ledger.records())

    @contextmanager
    def nobody_writes(self) -> Iterator[None]:
        """Hold the lock of those who write to the record: a run that has begun lasts until the end of the block."""
        with psycopg.connect(self.ledger_url) as connection:
            connection.execute(TAKE_LOCK.text)
            yield

    def start(self, deployment: str, *, environment: Mapping[str, str] | None = None, **parameters: str) -> FlowRun:
        """Ask for a run; some worker takes it."""
        found = self.client.read_deployment_by_name(deployment)
        variables = {"env": dict(environment)} if environment else None
        return self.client.create_flow_run_from_deployment(found.id, parameters=parameters, job_variables=variables)

    def wait_for(self, run: FlowRun, *states: str) -> FlowRun:
        wait_until(lambda: state_of(self.client, run.id) in states)
        return self.client.read_flow_run(run.id)

    def delivered(self, address: str) -> int:
        """How many mails ever reached a mailbox."""
        return sum(1 for part in ("new", "cur") for _ in self.sandbox.maildir(address).glob(f"{part}/*"))


@pytest.fixture(scope="module")
def built(
    postgresql_server: PostgresqlServer | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site | None]:
    """None where PostgreSQL is missing."""
    if postgresql_server is None:
        yield None
        return
    home = tmp_path_factory.mktemp("workers")
    place = ServerPlace(home / "prefect", free_port(), "mot-mat-khau")
    databases = [postgresql_server.new_database() for _ in range(2)]
    with ExitStack() as stack:
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        sandbox = stack.enter_context(MailSandbox(home / "mail"))
        for name, value in {**_settings(home, sandbox, databases[0]), **_server_settings(databases[1])}.items():
            environment.setenv(name, value)
        stack.enter_context(running_server(place))
        for name, value in place.environment().items():
            environment.setenv(name, value)
        _type("prefect", "work-pool", "create", "dondoc", "--type", "process")
        workers = tuple(stack.enter_context(_worker(home / f"worker-{number}.log")) for number in range(2))
        _type("prefect", "--no-prompt", "deploy", "--all")
        client = stack.enter_context(client_of(place))
        yield Site(place, client, sandbox, databases[0], workers)


def _settings(home: Path, sandbox: MailSandbox, ledger_url: str) -> dict[str, str]:
    (home / "plan.yaml").write_text(crowded_plan(len(AGENCIES)), encoding="utf-8")
    return {
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "DONDOC_PLAN": str(home / "plan.yaml"),
        "DONDOC_HOME": str(home),
        "DONDOC_LEDGER_URL": ledger_url,
        "DONDOC_SMTP__HOST": "127.0.0.1",
        "DONDOC_SMTP__PORT": str(sandbox.port),
        "DONDOC_SMTP__SECURITY": "none",
        "DONDOC_MAILDIR": str(sandbox.maildir(OFFICE)),
    }


def _server_settings(url: str) -> dict[str, str]:
    return {"PREFECT_SERVER_DATABASE_CONNECTION_URL": url.replace("postgresql:", "postgresql+asyncpg:")}


def _type(*command: str) -> None:
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True, timeout=120)


class _worker(subprocess.Popen[bytes]):  # noqa: N801 — used as a context
    """`prefect worker start`, ended at the end of the block."""

    def __init__(self, log: Path) -> None:
        with log.open("wb") as stream:
            command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "dondoc", "--limit", "1"]
            super().__init__(command, cwd=ROOT, stdout=stream, stderr=stream)

    def __exit__(self, *_error: object) -> None:
        self.terminate()
        self.wait(60)


@pytest.fixture
def site(built: Site | None, not_run: Callable[[str], NoReturn]) -> Site:
    if built is None:
        not_run("PostgreSQL")
    return built


def test_two_workers_that_remind_at_once_send_each_agency_one_mail(site: Site) -> None:
    allow_two(site, "remind/hang-ngay")

    runs = [site.start("remind/hang-ngay", as_of=OPENS.isoformat()) for _ in range(2)]
    one, other = (site.wait_for(run, "Completed") for run in runs)

    assert were_at_once(one, other)
    assert Counter(str(mail.state) for mail in site.status().mails.values()) == {"sent": len(AGENCIES)}
    assert {agency: site.delivered(f"{agency}@tinh.example") for agency in AGENCIES} == dict.fromkeys(AGENCIES, 1)


def allow_two(site: Site, deployment: str) -> None:
    """The limit of one run at a time would hide what this is about."""
    from prefect.client.schemas.actions import DeploymentUpdate

    found = site.client.read_deployment_by_name(deployment)
    site.client.update_deployment(found.id, DeploymentUpdate(concurrency_limit=2))


def were_at_once(one: FlowRun, other: FlowRun) -> bool:
    assert one.start_time
    assert one.end_time
    assert other.start_time
    assert other.end_time
    return one.start_time < other.end_time and other.start_time < one.end_time


def test_replies_are_recorded_once_and_an_overlapping_run_is_cancelled(site: Site) -> None:
    requests = site.status().periods[PERIOD].requests
    for agency in AGENCIES:
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{agency}@tinh.example", OFFICE
        mail["Subject"], mail["Message-ID"] = f"Re: [{requests[agency].code}] Báo cáo", f"<{agency}@tinh.example>"
        mail.set_content("NV1: đã hoàn thành, 3 lớp.")
        store(site.sandbox.maildir(OFFICE), mail.as_bytes(), number=agency, at=SystemClock().now())

    with site.nobody_writes():
        runs = [site.start("collect/nam-phut", as_of=NEXT_DAY.isoformat()) for _ in range(2)]
        wait_until(lambda: "Cancelled" in [state_of(site.client, run.id) for run in runs])
    ended = sorted(state_of(site.client, site.wait_for(run, "Completed", "Cancelled").id) for run in runs)

    kinds = site.kinds()
    assert ended == ["Cancelled", "Completed"]
    assert (kinds["ReplyReceived"], kinds["ItemConfirmed"]) == (len(AGENCIES), len(AGENCIES))
    assert {agency: site.delivered(f"{agency}@tinh.example") for agency in AGENCIES} == dict.fromkeys(AGENCIES, 2)


def test_a_worker_killed_in_a_run_blocks_no_later_one_and_the_officer_is_told_once(site: Site) -> None:
    from flows.automations import Windows, ensure_automations

    with client_of(site.place):
        ensure_automations(Windows(heartbeat=timedelta(seconds=WINDOW_SECONDS)))
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections and never says a word
        port = str(silent.getsockname()[1])
        hanging = site.start(
            "remind/hang-ngay", environment={"DONDOC_SMTP__PORT": port}, as_of=(OPENS + timedelta(days=17)).isoformat()
        )
        site.wait_for(hanging, "Running")
        worker_of(site, hanging).kill()

        site.wait_for(hanging, "Crashed")
    with client_of(site.place):
        ensure_automations()  # no later run shall be in a hurry
    wait_until(lambda: site.kinds()["AlarmRaised"] == 1)
    watched = site.start("watch/hang-gio")
    later = site.start("remind/hang-ngay", as_of=(OPENS + timedelta(days=18)).isoformat())

    site.wait_for(later, "Completed")
    site.wait_for(watched, "Completed")
    assert site.kinds()["AlarmRaised"] == 1
    (letter,) = [mail for mail in site.status().mails.values() if mail.queued.purpose == "officer"]
    assert letter.state == "sent"
    assert "remind" in letter.queued.body
    assert "tiến trình đã dừng giữa chừng" in letter.queued.body


def worker_of(site: Site, run: FlowRun) -> subprocess.Popen[bytes]:
    """The worker whose child the run is."""
    name = f"PREFECT__FLOW_RUN_ID={run.id}".encode()
    for worker in site.workers:
        for children in Path(f"/proc/{worker.pid}/task").glob("*/children"):
            for child in children.read_text(encoding="ascii").split():
                if name in Path(f"/proc/{child}/environ").read_bytes():
                    return worker
    raise AssertionError("no worker has this run")
