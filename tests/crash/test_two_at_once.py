"""Two remind and two collect at once on PostgreSQL: the counts are those of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.sandbox import MailSandbox
from tests.crash.conftest import Stage, open_stage
from tests.crash.crowd import play_round
from tests.servers.postgresql import PostgresqlServer

AGENCIES, ROUNDS = 60, 2
"""benchmarks/two_at_once.py plays 500 agencies, 50 rounds."""

pytestmark = pytest.mark.server


@pytest.fixture
def stages() -> Iterator[list[Stage]]:
    with ExitStack() as stack:
        yield [stack.enter_context(open_stage()) for _ in range(2)]


def test_two_workers_send_and_record_exactly_what_one_would(
    stages: list[Stage], tmp_path: Path, sandbox: MailSandbox, postgresql_url: str, postgresql_server: PostgresqlServer
) -> None:
    for number in range(ROUNDS):
        url = postgresql_server.new_database() if number else postgresql_url
        counted = play_round(stages, tmp_path / f"round{number}", url, sandbox, AGENCIES)

        assert counted.states == {"sent": 2 * AGENCIES}
        assert counted.delivered == dict.fromkeys((f"dv-{n}@tinh.example" for n in range(AGENCIES)), 2)
        assert counted.events == {
            "PlanAdopted": 1,
            "PeriodOpened": 1,
            "RequestOpened": AGENCIES,
            "MailQueued": 2 * AGENCIES,
            "MailClaimed": 2 * AGENCIES,
            "MailSent": 2 * AGENCIES,
            "ReplyReceived": AGENCIES,
            "ItemConfirmed": AGENCIES,
        }
