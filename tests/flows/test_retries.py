"""Runs of a real service whose record is away: tried again while nobody waits, told to the officer only in the end."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

import psycopg
import pytest

from app.clock import SystemClock
from app.sandbox import MailSandbox
from dondoc.events.alarms import AlarmRaised
from dondoc.events.records import Record
from dondoc.fold import fold
from dondoc.status import Status
from ledger.sql import SqlLedger
from tests.app.desk import OFFICE, OPENS
from tests.flows.conftest import client_of, state_of, wait_until
from tests.flows.service import Service
from tests.servers.postgresql import PostgresqlServer

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.objects import State

pytestmark = [pytest.mark.flow, pytest.mark.server]

TRIES, PAUSE_MINUTES = 2, 0.1
WINDOW = timedelta(seconds=10)
"""The shortest that Prefect takes."""


@dataclass(frozen=True)
class Site:
    """A running service, its client, and what it stands on."""

    service: Service
    process: subprocess.Popen[bytes]
    client: SyncPrefectClient
    database: PostgresqlServer
    ledger_url: str
    sandbox: MailSandbox

    def ask(self, deployment: str, *, at: datetime | None = None, **parameters: str) -> UUID:
        """A run, by schedule where a moment is given."""
        from prefect.states import Scheduled

        found = self.client.read_deployment_by_name(deployment)
        state: State[None] | None = Scheduled(scheduled_time=at) if at else None
        return self.client.create_flow_run_from_deployment(found.id, parameters=parameters, state=state).id

    def wait_for(self, run: UUID, state: str) -> None:
        wait_until(lambda: state_of(self.client, run) == state)

    def tries(self, run: UUID) -> list[str]:
        """What the run said each time it was put off."""
        states = self.client.read_flow_run_states(run)
        return [state.message or "" for state in states if state.name == "AwaitingRetry"]

    def places_taken(self, deployment: str) -> float:
        """How many of the one place that the deployment has."""
        limit = self.client.read_deployment_by_name(deployment).global_concurrency_limit
        assert limit
        return limit.active_slots

    def watch(self) -> None:
        """Let the watch look, whatever else started it meanwhile."""

        def has_looked() -> bool:
            run = self.ask("watch/hang-gio")
            wait_until(lambda: state_of(self.client, run) in ("Completed", "Cancelled"))
            return state_of(self.client, run) == "Completed"

        wait_until(has_looked)

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """Gone as by a power cut; back in the end."""
        self.database.vanish()
        try:
            yield
        finally:
            self.database.begin()

    def records(self) -> list[Record]:
        with closing(SqlLedger.open(self.ledger_url)) as ledger:
            return list(ledger.records())

    def status(self) -> Status:
        return fold(self.records())

    def alarms(self) -> list[str]:
        """What the officer was told of, in order."""
        return [record.body.alarm for record in self.records() if isinstance(record.body, AlarmRaised)]

    def delivered(self, address: str) -> int:
        return sum(1 for part in ("new", "cur") for _ in self.sandbox.maildir(address).glob(f"{part}/*"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site | None]:
    """None where PostgreSQL is missing. A server of its own, since it will be stopped."""
    database = PostgresqlServer.start(is_durable=True)
    if database is None:
        yield None
        return
    home = tmp_path_factory.mktemp("retries")
    try:
        with pytest.MonkeyPatch.context() as environment, MailSandbox(home / "mail") as sandbox:
            service = Service.at(home, smtp_port=sandbox.port, maildir=sandbox.maildir(OFFICE))
            ledger_url = database.new_database()
            for name, value in {
                "DONDOC_LEDGER_URL": ledger_url,
                "DONDOC_RETRY_MINUTES": str([PAUSE_MINUTES] * TRIES),
                "PREFECT_SERVER_EVENTS_PROACTIVE_GRANULARITY": "PT1S",
            }.items():
                environment.setenv(name, value)
            with service.started() as process, client_of(service.place) as client:
                yield Site(service, process, client, database, ledger_url, sandbox)
    finally:
        database.stop()


@pytest.fixture
def site(built: Site | None, not_run: Callable[[str], NoReturn]) -> Site:
    if built is None:
        not_run("PostgreSQL")
    return built


@pytest.mark.parametrize("deployment", ["remind/hang-ngay", "report/hang-ngay"])
def test_a_run_that_found_the_database_away_does_its_work_once_it_is_back_and_nobody_is_told(
    site: Site, deployment: str
) -> None:
    with site.without_database():
        run = site.ask(deployment, as_of=OPENS.isoformat())
        site.wait_for(run, "AwaitingRetry")
        assert site.places_taken(deployment) == 0, "a run that waits keeps no place from another"

    site.wait_for(run, "Completed")
    words = site.tries(run)[0]
    assert words.startswith("Không dùng được sổ sự kiện")
    assert words.endswith("thử lại lần 1/2 sau 0.1 phút")
    assert {mail.state for mail in site.status().mails.values()} == {"sent"}
    assert (site.delivered("so-b@tinh.example"), site.delivered("so-c@tinh.example")) == (1, 1)
    site.watch()
    assert f"flow/{deployment.partition('/')[0]}" not in site.alarms()


def test_a_run_whose_tries_are_used_up_fails_and_the_officer_is_told_once(site: Site) -> None:
    with site.without_database():
        run = site.ask("remind/hang-ngay", as_of=OPENS.isoformat())
        site.wait_for(run, "Failed")
        assert [words.partition("lần ")[2][:3] for words in site.tries(run)] == ["1/2", "2/2"]

    for _ in range(2):
        site.watch()

    assert site.alarms().count("flow/remind") == 1


def test_what_will_not_pass_by_itself_is_not_tried_again(site: Site) -> None:
    with _record_of_a_newer_program(site.ledger_url):
        run = site.ask("remind/hang-ngay", as_of=OPENS.isoformat())
        site.wait_for(run, "Failed")

    assert site.tries(run) == []


@contextmanager
def _record_of_a_newer_program(url: str) -> Iterator[None]:
    with psycopg.connect(url, autocommit=True) as connection:
        (known,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ()
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        try:
            yield
        finally:
            connection.execute("UPDATE alembic_version SET version_num = %s", [known])


def test_a_run_that_waits_is_not_taken_for_one_whose_process_died(site: Site) -> None:
    from prefect.states import AwaitingRetry, Running

    from flows.automations import Windows, ensure_automations

    remind = site.client.read_deployment_by_name("remind/hang-ngay").id
    with client_of(site.service.place):
        ensure_automations(Windows(heartbeat=WINDOW))
        waiting, dead = (site.client.create_flow_run_from_deployment(remind, state=Running()).id for _ in range(2))
        later: State[None] = AwaitingRetry(scheduled_time=SystemClock().now() + timedelta(days=1))
        site.client.set_flow_run_state(waiting, later)

        site.wait_for(dead, "Crashed")
        ensure_automations()

    assert state_of(site.client, waiting) == "AwaitingRetry"
    site.client.delete_flow_run(waiting)


def test_a_run_that_waits_while_the_service_is_stopped_is_done_afterwards_for_its_own_day(site: Site) -> None:
    yesterday = (SystemClock().now() + timedelta(hours=7)).date() - timedelta(days=1)  # in Vietnam
    with site.without_database():
        run = site.ask("remind/hang-ngay", at=datetime.combine(yesterday, time(0, 30), UTC))
        site.wait_for(run, "AwaitingRetry")
        site.process.terminate()
        site.process.wait(60)

    with site.service.started():
        site.wait_for(run, "Completed")
        assert site.client.read_flow_run(run).name.endswith(f"· {yesterday:%d/%m/%Y}")
