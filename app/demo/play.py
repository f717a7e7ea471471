"""The demonstration as a script: which days are played, and what agencies do on each. Runs no flow itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from app.demo.actors import World, run_errand
from app.demo.agencies import Errand, Habit, errands, habits_of
from app.sandbox import MailSandbox
from app.wiring import SANDBOX_DONE
from collectors.maildir import MaildirCollector, maildir_name
from dondoc.errors import InputError
from dondoc.ladder import ladder
from dondoc.messages import say
from dondoc.periods import Period, all_periods
from dondoc.plan.model import Plan
from dondoc.plan.resolve import Resolver, holder_on
from dondoc.requests import expected_requests
from dondoc.workdays import WorkCalendar

SEED = 1079


@dataclass(slots=True)
class StageClock:
    """The moment the sandbox stamps on mail; the play moves it from day to day."""

    timezone: str
    moment: datetime = field(default=datetime(2023, 1, 1, tzinfo=UTC))

    def now(self) -> datetime:
        """The moment of the play."""
        return self.moment

    def turn_to(self, day: date, hour: int) -> None:
        """Move to an hour of a day where the plan lives."""
        self.moment = datetime.combine(day, time(hour), ZoneInfo(self.timezone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """One day of the play: whether a reminder falls on it, and who writes."""

    on: date
    has_reminders: bool
    errands: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class Play:
    """Everything fixed before the curtain: the period, who behaves how, and the days."""

    plan: Plan
    period: Period
    habits: Mapping[str, Habit]
    scenes: tuple[Scene, ...]


def write_play(plan: Plan, today: date, seed: int = SEED) -> Play:
    """The yearly period of `today`'s year, from opening to the day after closing; raises InputError without one."""
    period = next((one for one in all_periods(plan) if one.cycle.every == "year" and one.year == today.year), None)
    if period is None:
        raise InputError(say("the plan has no yearly period in {year}", year=today.year))
    asked = tuple(expected_requests(plan, Resolver(plan), period, period.opens_on))
    habits = habits_of(asked, holder_on(plan, plan.coordinator, period.opens_on).id, seed)
    every = errands(habits, period, seed)
    return Play(plan, period, habits, tuple(_scenes(plan, period, every)))


def _scenes(plan: Plan, period: Period, every: Sequence[Errand]) -> Iterator[Scene]:
    rungs = ladder(period, WorkCalendar(plan.calendar), working_days_only=plan.mail.working_days_only)
    reminders = {rung.on for rung in rungs}
    for day in sorted(reminders | {errand.on for errand in every}):
        yield Scene(day, day in reminders, tuple(errand for errand in every if errand.on == day))
    yield Scene(period.closes_on + timedelta(days=1), has_reminders=True, errands=())


def prepare(sandbox: MailSandbox, play: Play) -> None:
    """Make the addresses that do not exist bounce."""
    for agency, habit in play.habits.items():
        if habit is Habit.BOUNCING:
            for address in play.plan.agencies[agency].email:
                sandbox.bounce(address)


def act(sandbox: MailSandbox, clock: StageClock, play: Play, scene: Scene, seed: int = SEED) -> int:
    """Let the agencies of a scene write their mails, one a minute from nine o'clock; how many were sent."""

    world = World(play.plan, partial(_mailbox, sandbox), sandbox.port, seed)
    sent = 0
    for errand in scene.errands:
        clock.moment += timedelta(minutes=1)
        sent += run_errand(world, errand, clock.moment)
    return sent


def _mailbox(sandbox: MailSandbox, address: str) -> list[bytes]:
    """Everything an address ever got; the office reads its own mail too, and moves it."""
    inbox = sandbox.maildir(address)
    settled = inbox / f".{maildir_name(SANDBOX_DONE)}"
    folders = (folder for folder in (settled, inbox) if folder.is_dir())
    return [mail.raw for folder in folders for mail in MaildirCollector(folder).fetch()]
