"""The events of our Prefect server, which must reach its automations however busy its SQLite database is."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.flows.conftest import World

pytestmark = pytest.mark.flow

CONFLICTS = 5
"""More than Prefect's own broker bears."""


def write_after_a_reading(file: Path, *, in_between: bool) -> None:
    """A transaction that reads and then writes, as Prefect's are; another may write in between."""
    engine = sa.create_engine(f"sqlite:///{file}", poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as one, engine.connect() as other:
        one.exec_driver_sql("BEGIN")
        one.exec_driver_sql("SELECT count(*) FROM seen").all()
        if in_between:
            other.exec_driver_sql("INSERT INTO seen VALUES ('other')")
        one.exec_driver_sql("INSERT INTO seen VALUES ('event')")
        one.exec_driver_sql("COMMIT")


def test_an_event_is_not_given_up_while_the_database_is_busy(tmp_path: Path) -> None:
    from prefect.server.utilities.messaging import Message, StopConsumer

    from flows.broker import Cache, Consumer, Publisher

    file = tmp_path / "prefect.db"
    with sa.create_engine(f"sqlite:///{file}", poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        connection.exec_driver_sql("CREATE TABLE seen (what TEXT)")
    tries: list[str] = []

    async def handle(message: Message) -> None:
        tries.append(str(message.data))
        write_after_a_reading(file, in_between=len(tries) <= CONFLICTS)
        raise StopConsumer(ack=True)

    async def consume() -> None:
        consumer = Consumer("events", concurrency=1)
        async with Publisher("events", Cache()) as publisher:
            await publisher.publish_data(b"a run waits", {})
        await consumer.run(handle)

    asyncio.run(asyncio.wait_for(consume(), timeout=30))

    assert len(tries) == CONFLICTS + 1


def test_our_server_takes_its_broker_from_here(world: World) -> None:
    answer = world.client.request("GET", "/admin/settings")

    assert answer.json()["server"]["events"]["messaging_broker"] == "flows.broker"
