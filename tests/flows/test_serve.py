"""The end of `dondoc up` as systemd asks for it: in order, and without a word that worries whoever reads the log."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from mailbox import Maildir
from pathlib import Path

import pytest

from tests.app.desk import OPENS
from tests.flows.conftest import client_of, state_of, wait_until
from tests.flows.service import Service

pytestmark = pytest.mark.flow


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Its mail server takes connections and never says a word: a run that sends hangs for a minute."""
    Maildir(tmp_path / "mail")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield Service.at(tmp_path, smtp_port=silent.getsockname()[1], maildir=tmp_path / "mail")


def test_a_service_that_is_asked_to_end_in_the_middle_of_a_run_ends_without_complaint(service: Service) -> None:
    with service.started() as up:
        with client_of(service.place) as client:
            remind = client.read_deployment_by_name("remind/hang-ngay").id
            run = client.create_flow_run_from_deployment(remind, parameters={"as_of": OPENS.isoformat()})
            wait_until(lambda: state_of(client, run.id) == "Running")

        up.terminate()

        assert up.wait(60) == 0
    assert service.place.url in service.words
    assert not [word for word in ("Traceback", "Warning", "SystemExit") if word in service.words]
