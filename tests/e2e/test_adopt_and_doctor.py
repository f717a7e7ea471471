"""The commands adopt, review and doctor as they are typed, in an office whose mail servers are not set."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import dondoc
from dondoc.errors import UncertainMailError
from dondoc.events.plans import PlanAdopted
from dondoc.events.records import Event
from dondoc.events.replies import MailQuarantined
from dondoc.messages import say
from ledger.sql import SqlLedger
from tests.app.desk import OPENS, PLAN, make_room

Run = Callable[..., Result]
NEXT_DAY = "2026-10-31"
WITHDRAWN = PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The office ran on the opening day; one mail lost its worker, one that came could not be read."""
    home = tmp_path / "var"
    home.mkdir(mode=0o700)
    (home / "plan.yaml").write_text(PLAN, encoding="utf-8")
    room = make_room(home)
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    room.remind(OPENS)
    room.office.record(MailQuarantined(on=OPENS, sha256="c" * 64, error="ValueError"))
    ledger_of(home).append(*(record.event for record in room.ledger.records()))
    return home


def ledger_of(home: Path) -> SqlLedger:
    return SqlLedger.open(f"sqlite:///{(home / 'ledger.sqlite').resolve()}")


def events(home: Path, kind: str) -> list[Event]:
    return [record.event for record in ledger_of(home).records() if record.body.kind == kind]


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command in English."""
    monkeypatch.chdir(home)

    def type_in(*words: str, answers: str = "", **settings: str) -> Result:
        env = {"DONDOC_HOME": str(home), "DONDOC_PLAN": str(home / "plan.yaml"), **settings}
        return CliRunner().invoke(dondoc, ["--lang", "en", *words], env=env, input=answers)

    return type_in


def test_nothing_waits_while_the_file_is_the_plan_in_force(run: Run, home: Path) -> None:
    ended = run("adopt")

    assert (ended.exit_code, ended.output) == (0, "nothing waits: version 1 of the plan is followed\n")
    assert len(events(home, "PlanAdopted")) == 1


def test_a_change_is_shown_and_followed_only_after_a_yes(run: Run, home: Path) -> None:
    (home / "plan.yaml").write_text(WITHDRAWN, encoding="utf-8")

    refused = run("adopt", "--as-of", NEXT_DAY, answers="n\n")
    assert "1 requests are withdrawn: Sở Cường" in refused.output
    assert len(events(home, "PlanAdopted")) == 1

    agreed = run("adopt", "--as-of", NEXT_DAY, "--by", "Lê Văn An", answers="y\n")
    assert "version 2 is followed" in agreed.output
    event = events(home, "PlanAdopted")[-1]
    assert isinstance(event.body, PlanAdopted)
    assert (event.body.text, event.by) == (WITHDRAWN, "Lê Văn An")


def test_yes_follows_without_asking_and_json_without_it_only_looks(run: Run, home: Path) -> None:
    (home / "plan.yaml").write_text(WITHDRAWN, encoding="utf-8")

    looked = json.loads(run("adopt", "--as-of", NEXT_DAY, "--json").output)
    assert (looked["version"], looked["is_adopted"]) == (2, False)
    assert len(events(home, "PlanAdopted")) == 1

    assert run("adopt", "--as-of", NEXT_DAY, "--yes").exit_code == 0
    assert len(events(home, "PlanAdopted")) == 2


def test_a_faulty_or_missing_plan_is_told_and_nothing_adopted(run: Run, home: Path) -> None:
    (home / "plan.yaml").write_text(PLAN.replace("lead: so-b\n", "lead: so-bb\n"), encoding="utf-8")
    faulty = run("adopt", "--yes")
    (home / "plan.yaml").unlink()
    missing = run("adopt", "--yes")

    assert (faulty.exit_code, missing.exit_code) == (1, 1)
    assert "so-bb" in faulty.stderr
    assert "plan.yaml" in missing.stderr
    assert len(events(home, "PlanAdopted")) == 1


def test_the_officer_settles_a_mail_in_doubt_and_one_put_aside(run: Run, home: Path) -> None:
    (mail,) = (event.body for event in events(home, "MailQueued") if event.body.agency == "so-b")
    assert mail.kind == "MailQueued"

    both = run("review", mail.sha256[:8], "--sent", "--refuse")
    sent = run("review", mail.sha256[:8], "--sent", "--by", "Lê Văn An")
    aside = run("review", "cccccccc", "--refuse", "--reason", "thư rác")

    assert (both.exit_code, sent.exit_code, aside.exit_code) == (1, 0, 0)
    assert events(home, "MailSent")[-1].by == "Lê Văn An"
    assert len(events(home, "QuarantineSettled")) == 1


def test_the_doctor_says_what_is_wrong_and_how_to_mend_it(run: Run) -> None:
    ended = run("doctor")

    assert ended.exit_code == 0
    assert "! settings: no SMTP server is set: no mail leaves this machine\n    how to mend: " in ended.output
    assert "✓ record: " in ended.output


def test_the_doctor_ends_with_two_when_a_server_is_at_fault(run: Run) -> None:
    found = run("doctor", "--json", DONDOC_SMTP__HOST="127.0.0.1", DONDOC_SMTP__PORT="1", DONDOC_SMTP__SECURITY="none")

    assert found.exit_code == 2
    levels = {one["about"]: one["level"] for one in json.loads(found.output)}
    assert (levels["SMTP"], levels["record"], levels["plan"]) == ("broken", "fine", "warning")


def test_the_doctor_names_a_setting_that_is_not_understood_but_never_its_value(run: Run) -> None:
    ended = run("doctor", DONDOC_SMTP__HOST="127.0.0.1", DONDOC_SMTP__PORT="bi-mat")

    assert ended.exit_code == 1, ended.output + ended.stderr
    assert "DONDOC_SMTP__PORT" in ended.output
    assert "bi-mat" not in ended.output
