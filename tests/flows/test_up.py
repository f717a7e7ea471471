"""`dondoc up` as an office runs it: who gets in, and what is left of it when it is killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen
from uuid import UUID

import pytest

from flows.schedules import SCHEDULES
from tests.app.desk import OPENS
from tests.flows.conftest import SCHEDULER, client_of, state_of, wait_until
from tests.flows.service import Service

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent"),
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Its mail server takes connections and never says a word: a run that sends hangs for a minute."""
    home = tmp_path_factory.mktemp("service")
    with pytest.MonkeyPatch.context() as environment, socket.create_server(("127.0.0.1", 0)) as silent:
        environment.setenv("PREFECT_HOME", str(home / "prefect"))
        yield Service.at(home, smtp_port=silent.getsockname()[1], maildir=home / "mail")


def family(parent: int) -> set[int]:
    """The living processes under one, as the kernel has them."""
    parents = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, above = file.read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        if state != "Z":
            parents[int(file.parent.name)] = int(above)
    found, grown = {parent}, True
    while grown:
        more = {child for child, above in parents.items() if above in found} - found
        found, grown = found | more, bool(more)
    return found - {parent}


def is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return status.rpartition(") ")[2][0] != "Z"


def listeners(processes: set[int]) -> set[str]:
    """The addresses, in the kernel's notation, at which these processes wait for connections."""
    sockets = set()
    for process in processes:
        for descriptor in Path(f"/proc/{process}/fd").iterdir():
            sockets.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
    lines = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]
    ]
    return {columns[1].partition(":")[0] for columns in lines if columns[3] == "0A" and columns[9] in sockets}


def start_remind(service: Service) -> UUID:
    """A run that hangs before the silent mail server, as soon as it does."""
    with client_of(service.place) as client:
        remind = client.read_deployment_by_name("remind/hang-ngay").id
        run = client.create_flow_run_from_deployment(remind, parameters={"as_of": OPENS.isoformat()})
        wait_until(lambda: state_of(client, run.id) == "Running")
    return run.id


def scheduled(client: SyncPrefectClient) -> dict[str, set[tuple[int, int]]]:
    """The hours and minutes (UTC) at which runs of each flow are scheduled."""
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
    from prefect.client.schemas.objects import StateType

    waiting = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
    times: dict[str, set[tuple[int, int]]] = {}
    for run in client.read_flow_runs(flow_run_filter=FlowRunFilter(state=waiting)):
        start = run.next_scheduled_start_time
        assert start is not None
        times.setdefault(client.read_flow(run.flow_id).name, set()).add((start.hour, start.minute))
    return times


@pytest.fixture(scope="module")
def first(service: Service) -> Iterator[subprocess.Popen[bytes]]:
    with service.started() as up:
        yield up


def test_only_the_officer_gets_in_and_only_from_this_machine(service: Service, first: subprocess.Popen[bytes]) -> None:
    assert service.answer("admin/version") == 200
    assert service.answer("admin/version", password="") == 401
    assert service.answer("admin/version", password="sai") == 401
    assert service.answer("flow_runs/filter", method="POST") == 403  # no token
    assert listeners({first.pid, *family(first.pid)}) == {"0100007F"}  # 127.0.0.1
    assert is_for_owner_alone(service.home / "prefect")
    assert is_for_owner_alone(service.home / "prefect" / "prefect.db")


def is_for_owner_alone(file: Path) -> bool:
    return not file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_the_ui_that_opens_is_the_one_that_asks_no_other_host(service: Service, first: subprocess.Popen[bytes]) -> None:
    with urlopen(f"{service.place.url}/ui-settings", timeout=10) as answer:
        settings = json.load(answer)

    assert settings["default_ui"] == "v1"


def test_a_second_service_for_the_same_folder_leaves_the_first_alone(
    service: Service, first: subprocess.Popen[bytes]
) -> None:
    before = family(first.pid)

    with service.started() as other:
        assert other.wait(60) == 2

    assert "the service runs already" in service.words
    assert family(first.pid) == before
    assert service.is_up()


@pytest.fixture(scope="module")
def killed(service: Service, first: subprocess.Popen[bytes]) -> tuple[UUID, set[int]]:
    """The service gets killed in the middle of a run: the run, and the processes below the service."""
    run = start_remind(service)
    below = family(first.pid)
    first.kill()
    first.wait()
    return run, below


def test_a_killed_service_leaves_no_process_behind(killed: tuple[UUID, set[int]]) -> None:
    _, below = killed

    assert len(below) == 2, "the server, and the run"
    wait_until(lambda: not any(is_alive(one) for one in below), seconds=10)


@pytest.fixture(scope="module")
def second(service: Service, killed: tuple[UUID, set[int]]) -> Iterator[subprocess.Popen[bytes]]:
    """With its schedules."""
    service.environment[SCHEDULER] = "true"
    with service.started() as up:
        yield up


def test_a_killed_service_starts_again_cleanly(
    service: Service, killed: tuple[UUID, set[int]], second: subprocess.Popen[bytes]
) -> None:
    run, _ = killed
    with client_of(service.place) as client:
        wait_until(lambda: state_of(client, run) == "Crashed")


def test_flows_are_scheduled_in_the_time_of_the_plan(service: Service, second: subprocess.Popen[bytes]) -> None:
    with client_of(service.place) as client:
        wait_until(lambda: scheduled(client).keys() >= {one.name for one in SCHEDULES if one.cron})
        assert scheduled(client)["remind"] == {(0, 30)}, "07:30 in Vietnam is 00:30 UTC"


def test_a_service_whose_server_was_killed_ends_for_whoever_starts_it_again(
    service: Service, second: subprocess.Popen[bytes]
) -> None:
    (server,) = (one for one in family(second.pid) if listeners({one}))

    os.kill(server, signal.SIGKILL)

    assert second.wait(60) == 2
    assert "the Prefect server ended by itself" in service.words
