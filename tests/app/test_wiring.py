"""From settings and a plan file to an office at work, on a real ledger in a folder."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from app.adoption import adopt_plan
from app.attention import attention
from app.remind import queue_due
from app.settings import Account, Settings
from app.wiring import current_office, secret_in
from dondoc.errors import InputError, PlanError, SettingsError
from dondoc.events.replies import MailQuarantined
from tests.app.desk import OPENS, PERIOD, PLAN

FAULTY = PLAN.replace("lead: so-b\n", "lead: so-bb\n")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An office of its own, with a plan that is fine."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "Maildir").mkdir()
    return Settings(
        plan=tmp_path / "plan.yaml",
        home=tmp_path / "var",
        smtp=Account(host="127.0.0.1", port=1, security="none"),
        maildir=tmp_path / "Maildir",
    )


def test_a_first_run_by_a_faulty_plan_is_refused(settings: Settings) -> None:
    settings.plan.write_text(FAULTY, encoding="utf-8")

    with pytest.raises(PlanError, match="so-bb"):
        current_office(OPENS, settings)


def test_a_fault_after_a_good_start_changes_nothing_and_is_told(settings: Settings) -> None:
    queue_due(current_office(OPENS, settings), OPENS)
    settings.plan.write_text(FAULTY, encoding="utf-8")

    office = current_office(date(2026, 11, 13), settings)

    assert office.plan_text == PLAN
    assert adopt_plan(office) == 1
    assert len(queue_due(office, date(2026, 11, 13))) == 2
    told = [one for one in attention(office) if "plan.yaml" in one.title]
    assert any("so-bb" in str(reason) for one in told for reason in one.reasons)


@pytest.mark.parametrize("beginning", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte-order mark"])
def test_going_on_by_the_adopted_text_is_no_new_version(settings: Settings, beginning: bytes) -> None:
    settings.plan.write_bytes(beginning + PLAN.replace("\n", "\r\n").encode())
    assert adopt_plan(current_office(OPENS, settings)) == 1
    settings.plan.write_text(FAULTY, encoding="utf-8")

    assert adopt_plan(current_office(OPENS, settings)) == 1


def test_the_fault_is_forgotten_once_it_is_mended(settings: Settings) -> None:
    queue_due(current_office(OPENS, settings), OPENS)
    settings.plan.write_text(FAULTY, encoding="utf-8")
    assert current_office(OPENS, settings).faults
    settings.plan.write_text(PLAN, encoding="utf-8")

    assert current_office(OPENS, settings).faults == ()


def test_a_plan_that_is_not_there_is_named(settings: Settings) -> None:
    settings.plan.unlink()

    with pytest.raises(InputError, match=r"plan\.yaml"):
        current_office(OPENS, settings)


@pytest.mark.parametrize("missing", ["smtp", "maildir"])
def test_an_office_without_mail_is_refused_with_what_to_set(settings: Settings, missing: str) -> None:
    with pytest.raises(SettingsError, match="DONDOC_"):
        current_office(OPENS, settings.model_copy(update={missing: None}))


def test_another_day_than_today_stands_still(settings: Settings) -> None:
    office = current_office(OPENS, settings)

    assert office.today() == OPENS
    assert office.clock.now() == office.clock.now()
    assert replace(office).today() == OPENS


def test_the_key_of_the_codes_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "var"

    first = secret_in(home)

    assert (len(first), secret_in(home)) == (32, first)
    assert (home / "secret.key").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0


def test_nothing_recorded_is_lost_when_another_process_comes_and_goes(settings: Settings) -> None:
    """A process that opens the record a second time must keep the locks of the first (howtocorrupt.html, 2.2)."""
    first = current_office(OPENS, settings)
    queue_due(first, OPENS)
    current_office(OPENS, settings)
    look = (
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM events').fetchone()[0])"
    )
    file = str(settings.home / "ledger.sqlite")

    def seen_elsewhere() -> int:
        done = subprocess.run([sys.executable, "-c", look, file], capture_output=True, text=True, check=True)
        return int(done.stdout)

    before = seen_elsewhere()
    first.record(MailQuarantined(on=OPENS, sha256="0" * 64, error="ValueError"))

    assert seen_elsewhere() == before + 1
    assert PERIOD in first.status().periods


def test_of_offices_that_start_at_once_in_a_new_folder_all_have_one_key(tmp_path: Path) -> None:
    for number in range(20):
        home, together = tmp_path / str(number), Barrier(4)

        def start(home: Path = home, together: Barrier = together) -> bytes:
            together.wait()
            return secret_in(home)

        with ThreadPoolExecutor(4) as pool:
            keys = {work.result() for work in [pool.submit(start) for _ in range(4)]}

        assert [len(key) for key in keys] == [32]
        assert [file.name for file in home.iterdir()] == ["secret.key"]
