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
from app.demo.play import Scene, act
from app.demo.stage import Stage, set_stage
from app.demo.summary import summary_of
from app.settings import Settings
from app.wiring import current_office
from cli.context import CommandContext, plan_option
from dondoc.plan.load import load_plan
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
    timezone = load_plan(file.read_bytes(), file=str(file)).plan.timezone
    if HOME.exists():
        shutil.rmtree(HOME)
    place = ServerPlace(HOME / "prefect", _free_port(4200), password_in(HOME))
    today = local_day(SystemClock().now(), timezone)
    with set_stage(HOME, file, today) as stage, _house_lights(context, stage, place) as progress:
        _perform(progress, stage)
        progress.stop()
        click.echo(summary_of(current_office(stage.play.scenes[-1].on), stage.play, HOME))
        if keep:
            _stay(place)


@contextmanager
def _house_lights(context: CommandContext, stage: Stage, place: ServerPlace) -> Iterator[Progress]:
    """A Prefect server and an environment in which every flow finds this stage and nothing else."""
    os.environ.update(_environment(stage.settings))  # noqa: TID251 — the flows read their settings from there
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=context.console) as progress:
        starting = progress.add_task("Khởi động máy chủ Prefect…", total=None)
        with running_server(place):
            enter_environment(place)
            progress.remove_task(starting)
            yield progress


def _environment(settings: Settings) -> Mapping[str, str]:
    port = settings.smtp.port if settings.smtp else 0
    return {
        "DONDOC_PLAN": str(settings.plan),
        "DONDOC_HOME": str(settings.home),
        "DONDOC_SMTP__HOST": "127.0.0.1",
        "DONDOC_SMTP__PORT": str(port),
        "DONDOC_SMTP__SECURITY": "none",
        "DONDOC_MAILDIR": str(settings.maildir),
        "DONDOC_OFFICE_ADDRESS": str(settings.office_address),
        "DONDOC_PLUS_ADDRESSING": "true",
        "DONDOC_VERP": "true",
    }


def _perform(progress: Progress, stage: Stage) -> None:
    from prefect.logging.handlers import APILogHandler

    from flows.collect import collect
    from flows.remind import remind
    from flows.report import report

    for scene in stage.play.scenes:
        line = progress.add_task(_day_words(scene), total=None)
        stage.clock.turn_to(scene.on, 7)
        sent = remind(as_of=scene.on) if scene.has_reminders else 0
        stage.clock.turn_to(scene.on, 9)
        written = act(stage.sandbox, stage.clock, stage.play, scene)
        recorded = collect(as_of=scene.on)
        words = f"{_day_words(scene)} thư nhắc gửi đi: {sent:2} · đơn vị viết thư: {written:2} · ghi nhận: {recorded:2}"
        progress.update(line, description=words, total=1, completed=1)
    line = progress.add_task("Dự thảo báo cáo tổng hợp…", total=None)
    report(as_of=stage.play.scenes[-1].on)
    progress.update(line, description="Đã dự thảo báo cáo tổng hợp", total=1, completed=1)
    APILogHandler().flush()  # while the server is still there to take them


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
