"""A whole yearly period of the shipped plan, played once a session through real SMTP; commands as they are typed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.collect import collect
from app.deliver import deliver_all, waiting_mails
from app.demo.play import Play, act
from app.demo.stage import set_stage
from app.office import Office
from app.remind import queue_acknowledgements, queue_due
from app.report import Drafted, draft_report, reports_due
from app.sandbox import MailSandbox
from app.wiring import current_office
from cli.main import main
from tests.app.desk import PLAN as SMALL_PLAN
from tests.e2e.command import Ended, Run

PLAN = Path(__file__).resolve().parents[2] / "plan.yaml"
YEAR = date(2026, 6, 1)


@dataclass(frozen=True)
class Played:
    """A period that is over: the office as it stands, what was played, and the drafted report."""

    office: Office
    play: Play
    drafted: Drafted
    mails_on: dict[date, int]
    sandbox: MailSandbox


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    mails_on: dict[date, int] = {}
    with set_stage(tmp_path_factory.mktemp("office"), PLAN, YEAR) as stage:
        for scene in stage.play.scenes:
            office = current_office(scene.on, stage.settings)
            stage.clock.turn_to(scene.on, 7)
            queue_due(office, scene.on)
            mails_on[scene.on] = len(deliver_all(office, waiting_mails(office.status())))
            assert queue_due(office, scene.on) == (), "the same day again queues nothing"
            stage.clock.turn_to(scene.on, 9)
            act(stage.sandbox, stage.clock, stage.play, scene)
            list(collect(office, scene.on))
            deliver_all(office, queue_acknowledgements(office, scene.on))
        last = stage.play.scenes[-1].on
        (period_id,) = reports_due(office, last)
        yield Played(office, stage.play, draft_report(office, period_id, last), mails_on, stage.sandbox)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """`dondoc …` in an empty folder that holds nothing but plan.yaml."""
    (tmp_path / "plan.yaml").write_text(SMALL_PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    before = signal.getsignal(signal.SIGTERM)

    def start(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["dondoc", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, said.out, said.err)

    yield start
    signal.signal(signal.SIGTERM, before)
