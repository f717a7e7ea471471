"""Backup, restore, export, a first start, killed before each thing they change: whole under their name, or absent."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from app.backup import back_up, restore
from app.settings import Settings
from app.shelf import put_away
from app.soundness import verify
from dondoc.errors import InputError
from ledger.sql import SqlLedger
from tests.app.home import Home, close_period, make_home
from tests.crash.conftest import ROOT
from tests.crash.test_faults import full_disk
from tests.crash.tools import NOW, Errand

KILLED = 9

Run = Callable[[Errand], int]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Errands in a process without threads."""
    command = [sys.executable, "-m", "tests.crash.tools"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        orders, answers = process.stdin, process.stdout

        def answer(errand: Errand) -> int:
            orders.write(f"{json.dumps(asdict(errand))}\n")
            orders.flush()
            return int(answers.readline())

        yield answer
        orders.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = make_home(tmp_path / "office")
    close_period(made)
    yield made
    made.ledger.close()


def everything_in(path: Path) -> dict[str, bytes]:
    """What stands under a name: a folder's files, or the members of a .tar or a .zip."""
    if path.is_dir():
        files = [one for one in path.rglob("*") if one.is_file() and not one.name.startswith("ledger.sqlite")]
        return {str(one.relative_to(path)): one.read_bytes() for one in files}
    if path.suffix == ".tar":
        with tarfile.open(path) as tar:
            return {name: content.read() for name in tar.getnames() if (content := tar.extractfile(name))}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def killed_everywhere(run: Run, errand: Errand, whole: dict[str, bytes]) -> int:
    """Kill it before each change in turn; how many there are. What stands under the name is always `whole`."""
    target = Path(errand.target)
    for point in range(1, 1_000):
        ended = run(replace(errand, die_at=point))
        assert ended in {0, KILLED}
        assert not target.exists() or everything_in(target) == whole, point
        if ended == 0:
            return point - 1
        if target.exists():
            shutil.rmtree(target) if target.is_dir() else target.unlink()
    raise AssertionError("it has no end")


@pytest.mark.parametrize(
    ("act", "name", "changes"),
    [("backup", "b.tar", 3), ("export", "ho-so", 20), ("export", "ho-so.zip", 2)],
    ids=["backup", "export into a folder", "export into a .zip"],
)
def test_what_is_killed_leaves_nothing_half_under_its_name(
    home: Home, tmp_path: Path, run: Run, act: str, name: str, changes: int
) -> None:
    errand = Errand(act, str(home.settings.home), str(tmp_path / "whole" / name))
    Path(errand.target).parent.mkdir()
    assert run(errand) == 0
    whole = everything_in(Path(errand.target))

    passed = killed_everywhere(run, replace(errand, target=str(tmp_path / name)), whole)

    assert passed >= changes
    assert verify(home.settings).faults == ()


def test_a_killed_restore_leaves_no_home_and_the_next_one_makes_it(home: Home, tmp_path: Path, run: Run) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=True)
    restore(tmp_path / "b.tar", tmp_path / "whole", ledger_url=None)
    errand = Errand("restore", str(tmp_path / "b.tar"), str(tmp_path / "new"))

    passed = killed_everywhere(run, errand, everything_in(tmp_path / "whole"))

    assert passed > 20
    again = home.settings.model_copy(update={"home": tmp_path / "new"})
    assert verify(again) == verify(home.settings)


@pytest.mark.server
def test_a_restore_killed_before_its_folder_is_there_goes_on_in_the_same_database(
    home: Home, tmp_path: Path, run: Run, postgresql_url: str
) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)
    errand = Errand("restore", str(tmp_path / "b.tar"), str(tmp_path / "new"), postgresql_url)

    passed = killed_everywhere(run, errand, everything_in_backup(tmp_path / "b.tar"))

    assert passed > 20
    there = home.settings.model_copy(update={"home": tmp_path / "new", "ledger_url": postgresql_url})
    assert verify(there) == verify(home.settings)


def everything_in_backup(file: Path) -> dict[str, bytes]:
    """What a restored home holds beside its record."""
    left_out = {"events.jsonl", "manifest.json"}
    return {name: content for name, content in everything_in(file).items() if name not in left_out}


def test_a_first_start_that_is_killed_is_done_by_the_next(tmp_path: Path, run: Run) -> None:
    for point in range(1, 100):
        file = tmp_path / f"{point}" / "ledger.sqlite"
        ended = run(Errand("start", str(tmp_path), str(file), die_at=point))
        with closing(SqlLedger.open(f"sqlite:///{file}")) as ledger:
            assert ledger.verify() == 0
        if ended == 0:
            break

    assert point > 3


@pytest.mark.parametrize("room", [0, 2_000, 20_000], ids=["none", "a little", "some more"])
def test_a_disk_that_fills_up_leaves_no_half_backup_and_no_half_archive(home: Home, tmp_path: Path, room: int) -> None:
    wanted = tmp_path / "out"
    wanted.mkdir()
    (wanted / "b.tar").write_bytes(b"the one of yesterday")
    files = [("thu-di/1.eml", bytes(5_000)), ("index.html", bytes(60_000))]
    with full_disk(room):
        with pytest.raises(InputError):
            back_up(home.settings, wanted / "b.tar", at=NOW, with_key=False)
        for name in ("ho-so", "ho-so.zip"):
            incompressible = [(path, _noise(len(content))) for path, content in files]
            with pytest.raises(InputError):
                put_away(incompressible, wanted / name)

    assert [path.name for path in wanted.iterdir()] == ["b.tar"]
    assert (wanted / "b.tar").read_bytes() == b"the one of yesterday"


def _noise(size: int) -> bytes:
    """Bytes that no archive makes smaller."""
    return random.Random(size).randbytes(size)


def test_a_disk_that_fills_up_leaves_no_half_home(home: Home, tmp_path: Path) -> None:
    back_up(home.settings, tmp_path / "b.tar", at=NOW, with_key=False)
    with full_disk(3_000), pytest.raises(Exception, match=r"."):
        restore(tmp_path / "b.tar", tmp_path / "new", ledger_url=None)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar", "office"]
    assert Settings(home=tmp_path / "new").home.exists() is False
