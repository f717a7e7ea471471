"""`dondoc demo`: one whole yearly period in a minute or two, through the real flows, real SMTP and real replies."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from app.clock import SystemClock, local_day
from app.demo.play import Play, Scene, StageClock, act, prepare, write_play
from app.demo.summary import summary_of
from app.sandbox import MailSandbox
from app.wiring import current_office
from cli.context import CommandContext, plan_option
from dondoc.plan.load import load_plan
from dondoc.plan.resolve import holder_on
from flows.server import ServerPlace, enter_environment, password_in, running_server

HOME = Path("var/demo")


@click.command("demo")
@click.option("--keep", is_flag=True, help="Leave the Prefect UI up afterwards, until Ctrl-C.")
@plan_option
@click.pass_context
def demo_command(ctx: click.Context, plan_file: Path | None, *, keep: bool) -> None:
    """Play the current yearly period from opening to report. Nothing leaves this machine."""
    context: CommandContext = ctx.obj
    file = plan_file or Path("plan.yaml")
    plan = load_plan(file.read_bytes(), file=str(file)).plan
    play = write_play(plan, local_day(SystemClock().now(), plan.timezone))
    if HOME.exists():
        shutil.rmtree(HOME)
    clock = StageClock(plan.timezone)
    place = ServerPlace(HOME / "prefect", _free_port(4200), password_in(HOME))
    with MailSandbox(HOME / "mail", now=clock.now) as sandbox, _stage(context, sandbox, place, file, play) as progress:
        prepare(sandbox, play)
        _perform(progress, sandbox, clock, play)
        progress.stop()
        click.echo(summary_of(current_office(play.scenes[-1].on), play, HOME))
        if keep:
            _stay(place)


@contextmanager
def _stage(
    context: CommandContext, sandbox: MailSandbox, place: ServerPlace, plan: Path, play: Play
) -> Iterator[Progress]:
    """A Prefect server and an environment in which every flow finds this play and nothing else."""
    office = holder_on(play.plan, play.plan.coordinator, play.period.opens_on).email[0]
    os.environ.update(_settings(sandbox, plan, office))  # noqa: TID251 — the flows read their settings from there
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=context.console) as progress:
        starting = progress.add_task("Khởi động máy chủ Prefect…", total=None)
        with running_server(place):
            enter_environment(place)
            progress.remove_task(starting)
            yield progress


def _settings(sandbox: MailSandbox, plan: Path, office: str) -> Mapping[str, str]:
    return {
        "DONDOC_PLAN": str(plan),
        "DONDOC_HOME": str(HOME),
        "DONDOC_SMTP__HOST": "127.0.0.1",
        "DONDOC_SMTP__PORT": str(sandbox.port),
        "DONDOC_SMTP__SECURITY": "none",
        "DONDOC_MAILDIR": str(sandbox.maildir(office)),
        "DONDOC_OFFICE_ADDRESS": office,
        "DONDOC_PLUS_ADDRESSING": "true",
        "DONDOC_VERP": "true",
    }


def _perform(progress: Progress, sandbox: MailSandbox, clock: StageClock, play: Play) -> None:
    from flows.collect import collect
    from flows.remind import remind
    from flows.report import report

    for scene in play.scenes:
        line = progress.add_task(_day_words(scene), total=None)
        clock.turn_to(scene.on, 7)
        sent = remind(as_of=scene.on) if scene.has_reminders else 0
        clock.turn_to(scene.on, 9)
        written = act(sandbox, clock, play, scene)
        recorded = collect(as_of=scene.on)
        words = f"{_day_words(scene)} thư nhắc gửi đi: {sent:2} · đơn vị viết thư: {written:2} · ghi nhận: {recorded:2}"
        progress.update(line, description=words, total=1, completed=1)
    line = progress.add_task("Dự thảo báo cáo tổng hợp…", total=None)
    report(as_of=play.scenes[-1].on)
    progress.update(line, description="Đã dự thảo báo cáo tổng hợp", total=1, completed=1)


def _day_words(scene: Scene) -> str:
    return f"{scene.on:%d/%m/%Y}"


def _stay(place: ServerPlace) -> None:
    click.echo(f"\nGiao diện Prefect: {place.url}  (mật khẩu: {place.login})\nNhấn Ctrl-C để kết thúc.")
    try:
        signal.pause()
    except KeyboardInterrupt:
        click.echo("Đã dừng.")


def _free_port(wanted: int) -> int:
    """The wanted port if nobody has it, else any."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on loopback")
