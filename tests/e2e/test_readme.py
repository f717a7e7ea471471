"""What README, tutorial and the other documents show is true: commands run, links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from cli.main import COMMANDS
from dondoc.plan.load import load_plan

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
TUTORIAL = ROOT / "docs/tutorial.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
STARTS_SERVERS = {"demo", "up", "remind", "collect", "report"}
ASKS_SERVERS = {"doctor"}
NEEDS_A_RECORD = {"verify", "adopt"}
LARGEST_PICTURE_BYTES = 150_000

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)|<img[^>]* src=\"([^\"]+)\"")
_IN_TEXT = re.compile(r"`dondoc ([^`\n]+)`")


def fences(document: Path, language: str) -> list[str]:
    """The contents of the document's code blocks in this language."""
    return [body for found, body in _FENCE.findall(document.read_text(encoding="utf-8")) if found == language]


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell script in `folder` as an office that has set its mail servers, with `dondoc` on the path."""
    settings = {
        "DONDOC_HOME": str(folder / "home"),
        "DONDOC_SMTP__HOST": "127.0.0.1",
        "DONDOC_SMTP__PORT": "9",  # nothing shown is allowed to send
        "DONDOC_MAILDIR": str(folder / "inbox"),
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}"
    return subprocess.run(
        ["/bin/sh", "-eu", "-c", script],
        check=False,
        cwd=folder,
        env={"PATH": path, "LANG": "C.UTF-8", "PYTHONUTF8": "1", **settings},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the plan in force, and the tutorial's own plan."""
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    (tmp_path / "my-plan.yaml").write_text(own_plan(), encoding="utf-8")
    return tmp_path


def own_plan() -> str:
    return next(text for text in fences(TUTORIAL, "yaml") if text.startswith("# my-plan.yaml"))


def readme_commands() -> Iterator[str]:
    """The commands that README names, but for those that start servers or need something of one's own."""
    for words in _IN_TEXT.findall(README.read_text(encoding="utf-8")):
        name = words.split()[0]
        if (
            name in COMMANDS
            and name not in STARTS_SERVERS | ASKS_SERVERS | NEEDS_A_RECORD
            and not re.search(r"\b(FILE|OLD|PERIOD)\b", words)
        ):
            yield f"dondoc {words}"


def test_readme_fits_on_a_few_screens() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150


def test_every_command_that_readme_names_exists() -> None:
    named = {words.split()[0] for words in _IN_TEXT.findall(README.read_text(encoding="utf-8"))} - {"--lang"}

    assert len(named) > 5
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("command", [*dict.fromkeys(readme_commands())])
def test_command_in_readme_runs(command: str, desk: Path) -> None:
    result = run(command, desk)

    assert result.returncode == 0, result.stderr


def test_make_targets_in_readme_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    wanted = set(re.findall(r"\bmake ([a-z-]+)", "".join(fences(README, "sh"))))

    assert {"demo", "test", "up"} <= wanted <= set(targets)


def test_plan_shown_in_readme_is_correct_where_it_is_put_into_the_plan() -> None:
    shown = yaml.safe_load(fences(README, "yaml")[0])
    whole = yaml.safe_load((ROOT / "plan.yaml").read_text(encoding="utf-8"))

    whole["tasks"][3] |= shown["tasks"][3]
    whole["cycles"]["nam"] |= shown["cycles"]["nam"]
    loaded = load_plan(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False).encode())

    assert loaded.plan.cycles["nam"].title == shown["cycles"]["nam"]["title"]


def test_tutorial_runs_from_beginning_to_end(desk: Path) -> None:
    result = run("\n".join(fences(TUTORIAL, "sh")), desk)

    assert result.returncode == 0, result.stderr
    assert "2026-12-05: 2 thư" in result.stdout
    assert "120000" in result.stdout


def test_faults_shown_in_tutorial_are_what_check_says(desk: Path) -> None:
    spoilt = own_plan().replace("lead: cac-so ", "lead: cac-soo ").replace("lead: so-y-te", "leed: so-y-te")
    (desk / "my-plan.yaml").write_text(spoilt, encoding="utf-8")

    result = run("dondoc check my-plan.yaml", desk)

    shown = next(text for text in fences(TUTORIAL, "text") if "K201" in text)
    assert result.returncode == 1
    assert result.stdout.startswith(shown)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = [first or second for first, second in _LINK.findall(document.read_text(encoding="utf-8"))]
    local = [link.partition("#")[0] for link in links if "://" not in link and not link.startswith("mailto:")]

    assert [link for link in local if link and not (document.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")

    assert [page.name for page in sorted((ROOT / "docs/adr").glob("0*.md")) if page.name not in listed] == []


def test_pictures_are_small_and_shown() -> None:
    pictures = sorted((ROOT / "docs/pictures").glob("*"))
    text = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)

    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST_PICTURE_BYTES] == []
    assert [picture.name for picture in pictures if f"pictures/{picture.name}" not in text] == []
