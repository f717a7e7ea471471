"""One whole yearly period of the shipped plan without Prefect: compose, send, collect, record, report.

Run: .venv/bin/python -m benchmarks.whole_period [FOLDER]. Prints seconds a part, and bare smtplib.
"""

from __future__ import annotations

import smtplib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from app.collect import collect
from app.deliver import deliver_all, waiting_mails
from app.demo.play import act
from app.demo.stage import set_stage
from app.office import Office
from app.remind import queue_acknowledgements, queue_due
from app.report import draft_report
from app.wiring import current_office

PLAN = Path("plan.yaml")
YEAR = date(2026, 6, 1)


def play_period(home: Path) -> dict[str, float]:
    """Play the period; seconds spent in each part."""
    spent: Counter[str] = Counter()

    def timed(part: str, work: Callable[[], object]) -> None:
        started = time.perf_counter()
        work()
        spent[part] += time.perf_counter() - started

    with set_stage(home, PLAN, YEAR) as stage:
        for scene in stage.play.scenes:
            office = current_office(scene.on, stage.settings)
            stage.clock.turn_to(scene.on, 7)
            if scene.has_reminders:
                timed("compose and queue", partial(queue_due, office, scene.on))
                timed("send", partial(_send_waiting, office))
            stage.clock.turn_to(scene.on, 9)
            timed("(agencies write)", partial(act, stage.sandbox, stage.clock, stage.play, scene))
            timed("collect and record", partial(_collect, office, scene.on))
            timed("acknowledge", partial(_acknowledge, office, scene.on))
        timed("report", partial(draft_report, office, stage.play.period.id, scene.on))
        timed("(bare smtplib, same mails)", partial(_bare, office, stage.sandbox.port))
    return dict(spent)


def _send_waiting(office: Office) -> None:
    deliver_all(office, waiting_mails(office.status()))


def _collect(office: Office, day: date) -> None:
    for _ in collect(office, day):
        pass


def _acknowledge(office: Office, day: date) -> None:
    deliver_all(office, queue_acknowledgements(office, day))


def _bare(office: Office, port: int) -> None:
    """The same mails with ready bytes over one connection: what no ledger and no composing would cost."""
    with smtplib.SMTP("127.0.0.1", port) as server:
        for mail in office.status().mails.values():
            server.sendmail(mail.queued.envelope_from, mail.queued.recipients, office.files.get(mail.queued.sha256))


def main() -> None:
    """Print the seconds of each part; parts in brackets are not the engine's."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        spent = play_period(home)
    for part, seconds in spent.items():
        print(f"{part:30} {seconds:6.2f} s")
    print(f"{'engine':30} {sum(s for part, s in spent.items() if not part.startswith('(')):6.2f} s")


if __name__ == "__main__":
    main()
