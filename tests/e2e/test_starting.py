"""Starting from nothing: `dondoc init`, `dondoc import` and the pre-commit hook, as a person or git calls them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from cli.main import dondoc
from dondoc.plan.load import load_plan

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "tests" / "golden" / "import" / "quyen-con-nguoi.md"


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(dondoc, ["--lang", "en", *map(str, arguments)], input=typed)


def test_init_without_questions_writes_a_plan_that_passes_the_check(tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"

    made = run("init", "--yes", "--out", out, "--as-of", "2026-03-02")

    assert made.exit_code == 0
    assert load_plan(out.read_bytes()).warnings == ()
    assert out.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


def test_init_asks_again_until_an_answer_is_right(tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"
    coordinator = ["Sở Nội vụ", "không phải thư", "vt@snv.example"]
    agencies = ["Sở Y tế", "vt@syt.example", ""]
    typed = "\n".join(["Kế hoạch A", "mã sai", "KHA", "", "", *coordinator, *agencies, "31/2", "20/11", "", ""])

    made = run("init", "--out", out, "--as-of", "2026-03-02", typed=typed)

    plan = load_plan(out.read_bytes()).plan
    assert made.exit_code == 0
    assert made.output.count("Error:") == 3
    assert (plan.code, plan.coordinator) == ("KHA", "so-noi-vu")
    assert plan.agencies["so-y-te"].email == ("vt@syt.example",)


@pytest.mark.parametrize(
    "wrong", [("--due", "31/2"), ("--email", "khong phai thu"), ("--agency", "Sở Y tế"), ("--until", "2001")]
)
def test_init_refuses_a_wrong_option_and_writes_nothing(tmp_path: Path, wrong: tuple[str, str]) -> None:
    out = tmp_path / "plan.yaml"

    made = run("init", "--yes", "--out", out, "--as-of", "2026-03-02", *wrong)

    assert made.exit_code != 0
    assert not out.exists()


@pytest.mark.parametrize("command", [("init", "--yes"), ("import", str(SOURCE))], ids=["init", "import"])
def test_file_that_is_there_is_kept_unless_forced(tmp_path: Path, command: tuple[str, ...]) -> None:
    out = tmp_path / "plan.yaml"
    out.write_text("mine", encoding="utf-8")

    refused = run(*command, "--out", out)
    kept = out.read_text(encoding="utf-8")
    forced = run(*command, "--out", out, "--force")

    assert (refused.exit_code, kept) == (1, "mine")
    assert forced.exit_code == 0


def test_import_drafts_the_plan_and_counts_what_is_to_be_looked_at(tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"

    made = run("import", SOURCE, "--out", out)

    text = out.read_text(encoding="utf-8")
    assert made.exit_code == 0
    assert "13 tasks" in made.output
    assert f"{len(re.findall('# CẦN XEM LẠI:', text))} places to look at" in made.output
    assert run("check", out).exit_code == 0


def test_import_takes_agencies_from_another_plan(tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"

    made = run("import", SOURCE, "--out", out, "--agencies", ROOT / "plan.yaml")

    assert made.exit_code == 0
    assert load_plan(out.read_bytes()).warnings == ()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04", b"\xff\xd8\xff", "Kính gửi".encode()])
def test_import_of_what_is_no_plan_says_why_and_writes_nothing(tmp_path: Path, content: bytes) -> None:
    document, out = tmp_path / "van-ban", tmp_path / "plan.yaml"
    document.write_bytes(content)

    made = run("import", document, "--out", out)

    assert made.exit_code == 1
    assert "cannot draft a plan from" in made.output
    assert not out.exists()


WITH_DONDOC = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # noqa: TID251 — a child's environment


def hook(*files: Path, path: str = WITH_DONDOC) -> subprocess.CompletedProcess[str]:
    """The entry of the hook as pre-commit starts it, the changed files at its end."""
    (described,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = [*shlex.split(described["entry"]), *map(str, files)]
    return subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, timeout=60, check=False)


def test_hook_passes_good_plans_and_fails_when_one_of_several_is_faulty(tmp_path: Path) -> None:
    faulty = tmp_path / "plan.yaml"
    faulty.write_text("plan: {code: X}\n", encoding="utf-8")

    good, mixed = hook(ROOT / "plan.yaml"), hook(faulty, ROOT / "plan.yaml")

    assert (good.returncode, mixed.returncode) == (0, 1)
    assert f"{faulty}:" in mixed.stdout


def test_hook_says_what_is_missing_where_dondoc_is_not_found() -> None:
    lost = hook(ROOT / "plan.yaml", ROOT / "plan.yaml", path="/usr/bin:/bin")

    assert lost.returncode == 1
    assert lost.stderr == "dondoc is not on PATH; activate its .venv\n"


@pytest.mark.parametrize(("name", "is_plan"), [("plan.yaml", True), ("ke/plan-2027.yml", True), ("explan.yaml", False)])
def test_hook_is_given_plans_and_nothing_else(name: str, is_plan: bool) -> None:
    (described,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert bool(re.search(described["files"], name)) == is_plan
