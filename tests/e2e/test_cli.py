"""The commands as a person types them: what they print, and how they end. None of them may end in a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.desk import PLAN
from tests.e2e.command import Run

FAULTY = PLAN.replace("lead: so-b\n", "lead: so-bb\n")


def test_a_good_plan_passes_the_check(run: Run) -> None:
    ended = run("check")

    assert (ended.code, ended.err) == (0, "")
    assert "plan.yaml" in ended.out


def test_a_faulty_plan_is_told_with_line_code_and_remedy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(FAULTY, encoding="utf-8")
    line = FAULTY[: FAULTY.index("so-bb")].count("\n") + 1

    ended = run("--lang", "en", "check")
    (fault,) = [one for one in run("check", "--json").json if one["severity"] == "error"]

    assert ended.code == 1
    assert f"plan.yaml:{line}:" in ended.out
    assert (fault["line"], fault["code"][0], fault["file"]) == (line, "K", "plan.yaml")
    assert "so-b" in fault["remedy"]


def test_the_check_of_a_missing_file_says_so(run: Run) -> None:
    ended = run("--lang", "en", "check", "khong-co.yaml")

    assert (ended.code, ended.out) == (1, "")
    assert "cannot read khong-co.yaml" in ended.err


def test_sentences_are_vietnamese_unless_english_is_asked_for(run: Run) -> None:
    vietnamese, english = run("due", "--as-of", "2026-10-29"), run("--lang", "en", "due", "--as-of", "2026-10-29")

    assert english.out == "2026-10-29: nothing is due\n"
    assert vietnamese.out != english.out


def test_due_says_what_would_be_sent_to_whom_and_why_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("--lang", "en", "due", "--as-of", "2026-10-30")
    actions = run("due", "--as-of", "2026-10-30", "--json").json

    assert ended.code == 0
    for word in ("2 mails", "Sở Bình", "so-b@tinh.example", "first request", "the period opens on 2026-10-30"):
        assert word in ended.out
    reminders = [one for one in actions if one["action"] == "SendReminder"]
    assert [(one["agency"], one["tasks"], one["period"]) for one in reminders] == [
        ("so-b", [1, 2], "nam-2026"),
        ("so-c", [1], "nam-2026"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_a_table_that_is_piped_has_one_line_a_row_however_long(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    address = f"{'van-thu.' * 7}so-b@{'mot.' * 20}tinh.example"
    plan.write_text(plan.read_text(encoding="utf-8").replace("so-b@tinh.example", address), encoding="utf-8")

    ended = run("due", "--as-of", "2026-10-30")

    (line,) = (line for line in ended.out.splitlines() if address in line)
    assert line.split()[-2:] == ["1,", "2"]


def test_due_by_a_faulty_plan_ends_with_its_faults(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(FAULTY, encoding="utf-8")

    ended = run("due", "--as-of", "2026-10-30")

    assert (ended.code, ended.out) == (1, "")
    assert "so-bb" in ended.err


def test_status_shows_the_matrix_of_the_open_periods(run: Run) -> None:
    ended = run("--lang", "en", "status", "--as-of", "2026-11-02")
    (period,) = run("status", "--as-of", "2026-11-02", "--json").json

    assert ended.code == 0
    assert "Báo cáo năm 2026" in ended.out
    assert (period["period"], period["due_on"]) == ("nam-2026", "2026-11-29")


def test_status_on_a_quiet_day_says_so(run: Run) -> None:
    assert run("--lang", "en", "status", "--as-of", "2026-03-02").out == "no period is open on 2026-03-02\n"
    assert run("status", "--as-of", "2026-03-02", "--json").json == []


def test_status_of_an_unknown_period_is_the_callers_fault(run: Run) -> None:
    ended = run("--lang", "en", "status", "nam-1999")

    assert (ended.code, ended.out) == (1, "")
    assert "nam-1999" in ended.err


def test_review_of_an_office_that_never_ran_waits_for_nothing(run: Run) -> None:
    ended = run("review", "--json")

    assert (ended.code, ended.json) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("review", "abcd", "--accept"), id="no such reply"),
        pytest.param(("review", "abcd", "--accept", "--refuse"), id="two choices"),
        pytest.param(("review", "abcd", "--set", "x=1"), id="no item"),
        pytest.param(("review", "abcd"), id="showing what is not there"),
        pytest.param(("due", "--as-of", "30/11/2026"), id="a day in another form"),
        pytest.param(("due", "--as-of", "2026-02-30"), id="a day that never was"),
        pytest.param(("due", "--plan", "khong-co.yaml"), id="a plan that is not there"),
        pytest.param(("due", "--plan", "."), id="a folder for a plan"),
        pytest.param(("check", "."), id="a folder for a plan to check"),
        pytest.param(("read", "khong-co.eml"), id="a mail that is not there"),
        pytest.param(("read", "plan.yaml", "--request", "nam-2026"), id="half a request"),
        pytest.param(("read", "plan.yaml", "--request", "nam-1999/so-b"), id="a period that never was"),
        pytest.param(("read", "plan.yaml", "--request", "nam-2026/so-x"), id="an agency nobody knows"),
        pytest.param(("lam-gi-do",), id="no such command"),
        pytest.param(("due", "--mau", "do"), id="no such option"),
        pytest.param(("--lang", "fr", "due"), id="no such language"),
    ],
)
def test_what_the_caller_got_wrong_ends_with_one_and_a_word(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.strip()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("DONDOC_UI_PORT", "nhieu", id="a port that is no number"),
        pytest.param("DONDOC_SMTP__PORT", "25", id="a mail server without a name"),
        pytest.param("DONDOC_IN_DOUBT", "sometimes", id="a choice that is none"),
    ],
)
def test_settings_that_cannot_be_used_end_with_two_and_name_the_setting(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    ended = run("due", "--as-of", "2026-10-30")

    assert (ended.code, ended.out) == (2, "")
    assert name.rpartition("__")[0] or name in ended.err


def test_a_password_file_that_is_not_there_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOST": "mail.example", "PORT": "587", "PASSWORD_FILE": "khong-co.txt"}.items():
        monkeypatch.setenv(f"DONDOC_SMTP__{name}", value)

    ended = run("due", "--as-of", "2026-10-30")

    assert (ended.code, ended.out) == (2, "")
    assert "khong-co.txt" in ended.err


def test_a_home_that_cannot_be_made_ends_with_two(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DONDOC_HOME", str(tmp_path / "plan.yaml" / "var"))

    ended = run("review")

    assert (ended.code, ended.out) == (2, "")


def test_a_ledger_that_is_none_ends_with_two(run: Run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "ledger.sqlite").write_bytes(b"this is no database, not at all, by no means" * 100)

    ended = run("due", "--as-of", "2026-10-30")

    assert (ended.code, ended.out) == (2, "")
    assert "ledger.sqlite" in ended.err


def test_help_lists_every_command(run: Run) -> None:
    ended = run("--help")

    assert ended.code == 0
    for name in ("check", "due", "status", "read", "review", "remind", "collect", "report", "demo", "up"):
        assert name in ended.out


LOOKING = {
    "check": ["check"],
    "due": ["due", "--as-of", "2026-11-05"],
    "diff": ["diff", "plan.yaml", "plan.yaml"],
    "preview": ["preview", "so-b", "--as-of", "2026-11-05"],
    "simulate": ["simulate", "--from", "2026-10-01", "--to", "2026-12-31"],
    "status": ["status", "--as-of", "2026-11-05"],
}
SLOW_TO_LOAD = {"prefect", "sqlalchemy", "alembic", "docx", "openpyxl", "yagmail", "imap_tools"}


@pytest.mark.parametrize("command", LOOKING)
def test_a_command_that_only_looks_loads_no_server_no_database_and_no_office_program(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    program = (
        "import sys; from cli.main import dondoc\n"
        f"assert not dondoc(sys.argv[1:], standalone_mode=False)\nprint(*({SLOW_TO_LOAD!r} & set(sys.modules)))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program, *LOOKING[command]], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert ended.stdout.splitlines()[-1] == ""
