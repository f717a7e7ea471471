"""The commands diff, simulate and preview as they are typed, in an office that ran and in none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import dondoc
from ledger.sql import SqlLedger
from tests.app.desk import OPENS, PLAN, make_room

Run = Callable[..., Result]
DAY = "2026-11-05"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    """Type a command in English."""

    def type_in(*words: str) -> Result:
        env = {"DONDOC_HOME": str(home), "DONDOC_PLAN": str(home / "plan.yaml")}
        return CliRunner().invoke(dondoc, ["--lang", "en", *words], env=env)

    return type_in


@pytest.fixture
def lived(home: Path) -> Path:
    """The office ran on the opening day."""
    room = make_room(home)
    room.remind(OPENS)
    ledger = SqlLedger.open(f"sqlite:///{(home / 'ledger.sqlite').resolve()}")
    ledger.append(*(record.event for record in room.ledger.records()))
    return home


def edit(home: Path, old: str, new: str) -> None:
    text = (home / "plan.yaml").read_text(encoding="utf-8")
    assert old in text
    (home / "plan.yaml").write_text(text.replace(old, new), encoding="utf-8")


def test_diff_compares_the_adopted_plan_with_the_file(run: Run, lived: Path) -> None:
    edit(lived, "lead: [so-b, so-c]", "lead: [so-b]")

    said = run("diff", "--as-of", DAY).output

    assert "nam-2026: withdrawn: Sở Cường; 0 of 1 had answered, which is kept" in said
    assert "2026-11-05  nam-2026  withdrawal: +1 (+so-c)" in said


def test_diff_of_an_unchanged_plan_says_that_nothing_changes(run: Run, lived: Path) -> None:
    assert run("diff", "--as-of", DAY).output == "nothing changes for anybody as of 2026-11-05\n"
    assert run("diff", "v1", "v1", "--as-of", DAY).output == "nothing changes for anybody as of 2026-11-05\n"


def test_diff_is_markdown_for_a_review_and_json_for_programs(run: Run, home: Path) -> None:
    other = home / "other.yaml"
    other.write_text(PLAN.replace("due_before: 30/11", "due_before: 10/12"), encoding="utf-8")

    markdown = run("diff", str(home / "plan.yaml"), str(other), "--as-of", DAY, "--markdown").output
    found = json.loads(run("diff", str(home / "plan.yaml"), str(other), "--as-of", DAY, "--json").output)

    assert "## Periods and deadlines\n- nam-2026: the last good day moves from 2026-11-29 to 2026-12-09" in markdown
    assert found["changes"][0]["periods"] == ["nam-2026"]
    assert {mail["purpose"] for mail in found["mails"]} >= {"first", "remind", "overdue", "escalate"}


def test_diff_lists_the_faults_of_a_file(run: Run, lived: Path) -> None:
    edit(lived, "lead: so-b\n", "lead: so-x\n")

    result = run("diff", "--as-of", DAY)

    assert result.exit_code == 1
    assert "K201" in result.output


def test_diff_without_an_adopted_plan_asks_for_a_file(run: Run) -> None:
    result = run("diff")

    assert (result.exit_code, result.output) == (1, "no such plan was adopted (adopted so far: –); name a file\n")


def test_simulate_tells_every_mail_and_how_periods_end(run: Run) -> None:
    span = ("--from", "2026-01-01", "--to", "2026-12-31")

    said = run("simulate", *span).output
    found = json.loads(run("simulate", *span, "--answer", "100%@-5d", "--json").output)

    assert said.startswith("12 mails to 2 agencies from 2026-01-01 to 2026-12-31")
    assert [rates["on_time"] for rates in found["periods"]] == [2]
    assert found["calendar"][0]["agencies"] == ["so-b", "so-c"]


def test_simulate_refuses_what_it_does_not_understand(run: Run) -> None:
    assert run("simulate", "--answer", "most@soon").exit_code == 1
    assert run("simulate", "--from", "2026-02-01", "--to", "2026-01-01").exit_code == 1


def test_preview_prints_text_and_writes_the_rest(run: Run, home: Path) -> None:
    file = home / "thu.eml"

    text = run("preview", "so-b", "--as-of", OPENS.isoformat())
    eml = run("preview", "so-b", "--what", "escalate", "--format", "eml", "--out", str(file))
    form = run("preview", "so-b", "--what", "form", "--out", str(home / "form.xlsx"))
    report = run("preview", "--what", "report", "--period", "nam-2026", "--out", str(home / "bao-cao.docx"))

    assert "Mã yêu cầu: KH-2026-SB-XXXX" in text.output
    assert (eml.exit_code, form.exit_code, report.exit_code) == (0, 0, 0)
    assert b"X-Dondoc-Purpose: escalate" in file.read_bytes()
    assert (home / "form.xlsx").read_bytes()[:2] == (home / "bao-cao.docx").read_bytes()[:2] == b"PK"


def test_preview_says_what_it_cannot_show(run: Run) -> None:
    assert run("preview", "so-b", "--format", "docx").exit_code == 1
    assert run("preview").exit_code == 1
