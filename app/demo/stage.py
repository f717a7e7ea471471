"""The stage of a play: a sandbox for its mail, a clock for its days, and settings that lead an office there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.demo.play import Play, StageClock, prepare, write_play
from app.sandbox import MailSandbox
from app.settings import Account, Settings
from dondoc.plan.load import load_plan
from dondoc.plan.resolve import holder_on


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything a play needs; nothing on it leaves this machine."""

    play: Play
    clock: StageClock
    sandbox: MailSandbox
    settings: Settings


@contextmanager
def set_stage(home: Path, plan_file: Path, today: date) -> Iterator[Stage]:
    """A stage in `home` for the yearly period of `today`'s year; the sandbox runs until the end of the block."""
    plan = load_plan(plan_file.read_bytes(), file=str(plan_file)).plan
    play = write_play(plan, today)
    clock = StageClock(plan.timezone)
    address = holder_on(plan, plan.coordinator, play.period.opens_on).email[0]
    with MailSandbox(home / "mail", now=clock.now) as sandbox:
        prepare(sandbox, play)
        settings = Settings(
            plan=plan_file,
            home=home,
            smtp=Account(host="127.0.0.1", port=sandbox.port, security="none"),
            maildir=sandbox.maildir(address),
            office_address=address,
            plus_addressing=True,
            verp=True,
        )
        yield Stage(play, clock, sandbox, settings)
