"""One whole yearly period of the shipped plan without Prefect: compose, send over loopback SMTP, collect, record, report.

Run: .venv/bin/python -m benchmarks.whole_period [FOLDER]. Prints seconds a part, and the same wave by bare smtplib beside it.
"""

from __future__ import annotations

import smtplib
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from app.collect import collect
from app.deliver import deliver_all, waiting_mails
from app.demo.play import StageClock, act, prepare, write_play
from app.office import Office
from app.remind import queue_acknowledgements, queue_due
from app.sandbox import MailSandbox
from app.settings import Account, Settings
from app.wiring import current_office
from dondoc.plan.load import load_plan
from dondoc.status import Status

PLAN = Path("plan.yaml")


def play_period(home: Path) -> dict[str, float]:
    """Play the period; seconds spent in each part."""
    plan = load_plan(PLAN.read_bytes()).plan
    play = write_play(plan, plan.starts.replace(year=2026))
    clock = StageClock(plan.timezone)
    spent: Counter[str] = Counter()
    office_address = plan.agencies[plan.coordinator].email[0]
    with MailSandbox(home / "mail", now=clock.now) as sandbox:
        prepare(sandbox, play)
        settings = Settings(
            plan=PLAN,
            home=home,
            smtp=Account(host="127.0.0.1", port=sandbox.port, security="none"),
            maildir=sandbox.maildir(office_address),
            plus_addressing=True,
            verp=True,
        )
        for scene in play.scenes:
            office = current_office(scene.on, settings)
            clock.turn_to(scene.on, 7)
            if scene.has_reminders:
                spent["compose and queue"] += _timed(lambda office=office, day=scene.on: queue_due(office, day))
                spent["send"] += _timed(lambda office=office: deliver_all(office, waiting_mails(office.status())))
            clock.turn_to(scene.on, 9)
            spent["(agencies write)"] += _timed(lambda scene=scene: act(sandbox, clock, play, scene))
            spent["collect and record"] += _timed(lambda office=office, day=scene.on: list(collect(office, day)))
            spent["acknowledge"] += _timed(
                lambda office=office, day=scene.on: deliver_all(office, queue_acknowledgements(office, day))
            )
        spent["report"] += _timed(lambda: _report(office, play.period.id, play.scenes[-1].on))
        spent["(bare smtplib, same mails)"] += _timed(lambda: _bare(office, office.status(), sandbox.port))
    return dict(spent)


def _report(office: Office, period_id: str, day: object) -> None:
    from app.report import draft_report

    draft_report(office, period_id, day)  # type: ignore[arg-type]  # the day of the last scene


def _bare(office: Office, status: Status, port: int) -> None:
    """The same mails with ready bytes over one connection: what no ledger and no composing would cost."""
    with smtplib.SMTP("127.0.0.1", port) as server:
        for mail in status.mails.values():
            server.sendmail(mail.queued.envelope_from, mail.queued.recipients, office.files.get(mail.queued.sha256))


def _timed(work: object) -> float:
    started = time.perf_counter()
    work()  # type: ignore[operator]  # a function without arguments
    return time.perf_counter() - started


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
