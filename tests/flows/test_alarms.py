"""The alarms of a running service: each matter is told by one mail, however often the watch looks; again if it returns.

The watch is started by the automation for a day without collecting, its window made seconds. It looks from days to
come, as nobody can wait for a day without collecting.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.clock import SystemClock, local_day
from app.office import Office
from app.review import refuse
from app.sandbox import MailSandbox
from app.settings import Settings
from app.watch import tell_officer
from app.wiring import current_office
from dondoc.alarms import Alarm
from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.events.mails import MailClaimed
from dondoc.events.replies import MailQuarantined
from dondoc.letters.officer import fault_matter
from tests.app.desk import OFFICE
from tests.flows.conftest import client_of, state_of, wait_until
from tests.flows.service import Service

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

pytestmark = pytest.mark.flow

DISK_MB, LEAST_FREE_MB, FILLER_MB = 64, 32, 40
WINDOW = timedelta(seconds=10)
"""The shortest that Prefect takes."""


@dataclass(frozen=True)
class Watched:
    """An office whose service runs, on a disk of its own."""

    home: Path
    sandbox: MailSandbox
    client: SyncPrefectClient
    today: date

    def office(self) -> Office:
        return current_office(settings=Settings())

    def letters(self) -> list[str]:
        """Every letter that reached the officer, as text in one line."""
        files = [file for part in ("new", "cur") for file in self.sandbox.maildir(OFFICE).rglob(f"{part}/*")]
        mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        bodies = [mail.get_body(("plain",)) for mail in mails if mail["X-Dondoc-Purpose"] == "officer"]
        return [" ".join(str(body.get_content()).split()) for body in bodies if body]

    def alarms(self) -> list[str]:
        """The alarms told, in order, by what they are about."""
        bodies = [record.body for record in self.office().history.records()]
        return [body.alarm.partition("/")[0] for body in bodies if isinstance(body, AlarmRaised)]

    def over(self) -> list[str]:
        """The alarms that were found to be over."""
        return [r.body.alarm for r in self.office().history.records() if isinstance(r.body, AlarmEnded)]

    @property
    def filler(self) -> Path:
        return self.home / "filler"

    def fill_the_disk(self) -> None:
        self.filler.write_bytes(bytes(FILLER_MB * 1_000_000))

    def let_windows_pass(self, number: int, day: date) -> None:
        """So many times the automation starts the watch, which looks from that day."""
        from flows.automations import Windows, automations

        watch = self.client.read_deployment_by_name("watch/hang-gio").id
        quiet = automations(watch, Windows(collect=WINDOW))[1]
        (known,) = self.client.read_automations_by_name(quiet.name)
        looking = quiet.model_copy(
            update={"actions": [quiet.actions[0].model_copy(update={"parameters": {"as_of": day.isoformat()}})]}
        )
        self.client.update_automation(known.id, looking)
        before = self._looks()
        wait_until(lambda: self._looks() >= before + number)
        self.client.pause_automation(known.id)

    def look(self, day: date) -> None:
        """The watch once more."""
        self.run("watch/hang-gio", as_of=day.isoformat())

    def run(self, deployment: str, **parameters: str) -> None:
        """Let the service run one flow to its end; one that overlaps with another is cancelled, and asked for anew."""
        found = self.client.read_deployment_by_name(deployment)

        def is_completed() -> bool:
            run = self.client.create_flow_run_from_deployment(found.id, parameters=parameters)
            wait_until(lambda: state_of(self.client, run.id) in ("Completed", "Cancelled"))
            return state_of(self.client, run.id) == "Completed"

        wait_until(is_completed)

    def _looks(self) -> int:
        """How many runs of the watch went well."""
        from prefect.client.schemas.filters import (
            FlowFilter,
            FlowFilterName,
            FlowRunFilter,
            FlowRunFilterState,
            FlowRunFilterStateName,
        )

        found = self.client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=["watch"])),
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(name=FlowRunFilterStateName(any_=["Completed"]))),
        )
        return len(found)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path | None]:
    """A small file system of its own; None where none may be mounted."""
    folder = tmp_path_factory.mktemp("disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m,mode=700", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture(scope="module")
def served_there(disk: Path | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched | None]:
    if disk is None:
        yield None
        return
    today = local_day(SystemClock().now(), "Asia/Ho_Chi_Minh")
    mail = tmp_path_factory.mktemp("mail")
    with pytest.MonkeyPatch.context() as environment, MailSandbox(mail) as sandbox:
        service = Service.at(disk, smtp_port=sandbox.port, maildir=sandbox.maildir(OFFICE))
        (disk / "prefect").symlink_to(tmp_path_factory.mktemp("prefect"))
        told = {
            **service.environment,
            "DONDOC_DISK_FREE_MB": str(LEAST_FREE_MB),
            "PREFECT_SERVER_EVENTS_PROACTIVE_GRANULARITY": "PT1S",
        }
        for name, value in told.items():
            environment.setenv(name, value)
        with service.started(), client_of(service.place) as client:
            yield Watched(disk, sandbox, client, today)


@pytest.fixture
def watched(served_there: Watched | None, left_out: Callable[[str], NoReturn]) -> Watched:
    if served_there is None:
        left_out("a disk of its own (mount)")
    return served_there


def leave_a_mail_in_doubt(office: Office) -> str:
    """A letter to the officer whose worker died while it was sending."""
    (key,) = tell_officer(office, [Alarm("flow/trial", (fault_matter("thử", "thử", office.today()),))])
    office.record(MailClaimed(mail=key))
    return key


def test_everything_that_cannot_wait_is_told_by_one_mail_however_often_the_watch_looks(watched: Watched) -> None:
    mail = f"From: so-b@tinh.example\r\nTo: {OFFICE}\r\nSubject: x\r\nMessage-ID: <1@b.example>\r\n\r\nNV1 xong.\r\n"
    watched.sandbox.deliver(mail.encode(), sender="so-b@tinh.example", recipients=(OFFICE,))
    watched.run("collect/nam-phut")
    office = watched.office()
    assert len(office.status().waiting) == 1
    leave_a_mail_in_doubt(office)
    office.record(MailQuarantined(on=watched.today, sha256="a" * 64, error="ValueError"))
    watched.fill_the_disk()

    watched.let_windows_pass(3, watched.today + timedelta(days=3))

    assert sorted(watched.alarms()) == ["disk", "doubt", "flow", "quarantine", "quiet", "review"]
    (letter,) = watched.letters()
    assert "05 việc" in letter
    for words in ("KHÔNG THU ĐƯỢC THƯ", "Ổ ĐĨA GẦN ĐẦY"):
        assert words in letter


def test_what_is_over_is_told_no_more_and_what_comes_back_is_told_once_more(watched: Watched) -> None:
    office = watched.office()
    told, letters = len(watched.alarms()), len(watched.letters())
    (reply,) = office.status().waiting
    refuse(office, reply.received.sha256[:12], by="Lê Văn An", reason="thư thử")
    refuse(office, "aaaaaaaaaaaa", by="Lê Văn An", reason="thư thử")
    watched.filler.unlink()

    watched.look(watched.today)

    assert sorted(watched.over()) == ["disk", "quiet"]
    assert (len(watched.alarms()), len(watched.letters())) == (told, letters)

    watched.fill_the_disk()
    for _ in range(2):
        watched.look(watched.today + timedelta(days=5))

    assert sorted(watched.alarms()[told:]) == ["disk", "quiet"]
    assert len(watched.letters()) == letters + 1
