"""Backup, restore, export and a first start in a process that is killed before the n-th thing it changes on disk.

`python -m tests.crash.tools` reads one order a line and answers with the signal that ended it (0: none). What changes
the disk is seen by Python's audit hook: every file opened for writing, folder made, name changed or taken away.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app.archive import Export, plan_in_record
from app.backup import back_up, restore
from app.settings import Settings
from app.shelf import put_away
from app.wiring import open_existing_ledger, open_files
from ledger.sql import SqlLedger
from tests.app.desk import PERIOD

NOW = datetime(2026, 12, 31, 1, tzinfo=UTC)
_CHANGES = frozenset({"os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir", "sqlite3.connect"})


@dataclass(frozen=True, slots=True)
class Errand:
    """What to do for which office, where the result goes, and before which change to die (0: never)."""

    act: str
    home: str
    target: str
    ledger_url: str | None = None
    die_at: int = 0

    def settings(self) -> Settings:
        home = Path(self.home)
        return Settings(plan=home.parent / "plan.yaml", home=home)


def run(errand: Errand) -> None:
    target = Path(errand.target)
    match errand.act:
        case "backup":
            back_up(errand.settings(), target, at=NOW, with_key=True)
        case "restore":
            restore(Path(errand.home), target, ledger_url=errand.ledger_url)
        case "export":
            _export(errand.settings(), target)
        case "start":
            SqlLedger.open(errand.ledger_url or f"sqlite:///{target}").close()


def _export(settings: Settings, target: Path) -> None:
    with closing(open_existing_ledger(settings)) as ledger:
        rows = tuple(ledger.rows())
    plan = plan_in_record(rows, "KH")
    put_away(Export(open_files(settings), plan, rows, PERIOD, date(2026, 12, 31)), target)


class Changes:
    """Counts what changes the disk and kills the process before one of them."""

    def __init__(self, die_at: int) -> None:
        self.left = die_at

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _CHANGES or (event == "open" and _is_written(arguments)):
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def _is_written(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def in_child(errand: Errand) -> int:
    """Run it in a forked process: the signal that ended it, or the exit code of one that failed, negative."""
    child = os.fork()
    if not child:
        code = 1
        try:
            sys.addaudithook(Changes(errand.die_at).see)
            run(errand)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status)


def main() -> None:
    """Answer errands until there are none."""
    for line in sys.stdin:
        print(in_child(Errand(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
