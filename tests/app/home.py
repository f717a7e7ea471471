"""The small office of these tests on disk: SQLite, files by hash, a plan file, its settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.office import History
from app.settings import Settings
from app.wiring import open_files, open_ledger, secret_in
from ledger.sql import SqlLedger
from tests.app.desk import CLOSES, OPENS, PLAN, Room, make_room


@dataclass
class Home:
    """A room whose record is on disk."""

    room: Room
    settings: Settings
    ledger: SqlLedger


def make_home(folder: Path, ledger_url: str | None = None) -> Home:
    """An office that asked, was answered with an attachment, and holds an answer that waits for the officer."""
    folder.mkdir(parents=True, exist_ok=True)
    plan_file = folder / "plan.yaml"
    plan_file.write_text(PLAN, encoding="utf-8")
    settings = Settings(plan=plan_file, home=folder / "home", ledger_url=ledger_url)
    room = make_room(settings.home)
    ledger = open_ledger(settings)
    secret_in(settings.home)
    room.office = replace(
        room.office, ledger=ledger, history=History(ledger, room.office.plan.code), files=open_files(settings)
    )
    room.remind(OPENS)
    room.write(
        "so-b@tinh.example", "NV1: đã hoàn thành, 3 lớp.\nNV2: đã hoàn thành.", files={"Báo cáo (ký).pdf": b"%PDF-1.4"}
    )
    code = room.request("so-c").code
    room.write("la@khac.example", "NV1: đã hoàn thành", agency="so-c", subject=f"=HYPERLINK(1)<script> [{code}]")
    room.collect(OPENS)
    return Home(room, settings, ledger)


def close_period(home: Home) -> None:
    """Let the days pass until the period has closed and its report is drafted."""
    from app.report import draft_report, reports_due

    home.room.run_days(CLOSES, CLOSES.replace(day=CLOSES.day + 2))
    day = CLOSES.replace(day=CLOSES.day + 2)
    for period in reports_due(home.room.office, day):
        draft_report(home.room.office, period, day)
