"""The real command, killed: `python -m tests.crash.command POINT remind …` is `dondoc remind …` that dies at POINT.

POINT is how the name of a crash point begins (see tests/crash/stage.py); nothing else differs from the command.
"""

from __future__ import annotations

import sys
from datetime import date

from app import wiring
from app.office import Office
from app.settings import Settings
from cli.main import main
from dondoc.ports import Collector, Notifier
from tests.crash.stage import Steps, mortal


def make_mortal(point: str) -> None:
    """Every office wired in this process dies at that point."""
    wire, steps = wiring._office, Steps(point)

    def wire_mortal(settings: Settings, as_of: date | None, notifier: Notifier, collector: Collector) -> Office:
        return mortal(wire(settings, as_of, notifier, collector), steps)

    wiring._office = wire_mortal


if __name__ == "__main__":
    make_mortal(sys.argv.pop(1))
    main()
