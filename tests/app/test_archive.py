"""The archive of a period: complete, named in words, with hashes that anybody can check, and harmless to open."""

from __future__ import annotations

import csv
import email
import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.archive import Export, plan_in_record
from app.shelf import put_away
from dondoc.errors import InputError
from tests.app.desk import CLOSES, OPENS, PERIOD
from tests.app.home import Home, close_period, make_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = make_home(tmp_path / "office")
    yield made
    made.ledger.close()


def export(home: Home, period: str = PERIOD) -> Export:
    rows = tuple(home.ledger.rows())
    return Export(home.room.office.files, plan_in_record(rows, "KH"), rows, period, CLOSES)


def test_everything_sent_received_and_reported_is_there(home: Home) -> None:
    close_period(home)

    files = dict(export(home))

    status = home.room.office.status()
    sent = [mail.queued for mail in status.mails.values() if mail.queued.period == PERIOD]
    assert len([path for path in files if path.startswith("thu-di/")]) == len(sent) > 3
    assert len([path for path in files if path.startswith("thu-den/")]) == 2
    assert "thu-di/2026-10-30_so-b_first.eml" in files
    assert email.message_from_bytes(files["thu-di/2026-10-30_so-b_first.eml"])["To"].endswith("<so-b@tinh.example>")
    (attached,) = [path for path in files if path.startswith("dinh-kem/")]
    assert attached.endswith("_bao-cao-ky.pdf")
    assert files[attached].startswith(b"%PDF")
    assert {path.rpartition(".")[2] for path in files if path.startswith("bao-cao/ban-1/")} == {
        "docx",
        "xlsx",
        "html",
        "md",
    }
    assert files["ke-hoach.yaml"].decode() == home.room.office.plan_text
    assert len(files["su-kien.jsonl"].splitlines()) == len([row for row in home.ledger.rows() if row.period == PERIOD])


def test_the_hashes_are_checked_with_what_every_system_has(home: Home, tmp_path: Path) -> None:
    put_away(export(home), tmp_path / "hs")

    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=tmp_path / "hs",
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0
    written = {str(path.relative_to(tmp_path / "hs")) for path in (tmp_path / "hs").rglob("*") if path.is_file()}
    listed = {line.partition(": ")[0] for line in checked.stdout.splitlines()}
    assert written - listed == {"SHA256SUMS"}


def test_the_index_names_every_file_once_in_three_forms(home: Home) -> None:
    files = dict(export(home))

    rows = list(csv.reader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))[1:]
    entries = json.loads(files["index.json"])["entries"]
    page = files["index.html"].decode()
    assert [row[8] for row in rows] == [entry["path"] for entry in entries]
    assert all(f'href="{entry["path"]}"' in page for entry in entries)
    assert len(rows) == len({row[8] for row in rows}) == len(files) - 6


def test_what_strangers_wrote_is_shown_and_never_run(home: Home) -> None:
    files = dict(export(home))

    page = files["index.html"].decode()
    table = list(csv.reader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    assert "<script" not in page
    assert "=HYPERLINK(1)&lt;script&gt; [" in page
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert [row[4] for row in table if row[4].startswith("'=HYPERLINK(1)<script>")]


@pytest.mark.parametrize("separator", [",", ";"], ids=["an English Excel", "a Vietnamese one"])
def test_no_cell_of_the_table_is_a_formula_wherever_excel_cuts_it(home: Home, separator: str) -> None:
    subject = "Báo cáo;=HYPERLINK(1);+1,-2,@SUM(1); =1+1"
    home.room.write("so-b@tinh.example", "NV1: xong", subject=f"{subject} [{home.room.request('so-b').code}]")
    home.room.collect(OPENS)

    table = dict(export(home))["index.csv"].decode("utf-8-sig")

    assert "HYPERLINK" in table
    cells = [cell.strip('"') for line in table.splitlines() for cell in line.split(separator)]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_zip_holds_the_same(home: Home, tmp_path: Path) -> None:
    count = put_away(export(home), tmp_path / "ho-so.zip")

    with zipfile.ZipFile(tmp_path / "ho-so.zip") as archive:
        assert len(archive.namelist()) == count
        assert (
            archive.read("ho-so/thu-di/2026-10-30_so-b_first.eml")
            == dict(export(home))["thu-di/2026-10-30_so-b_first.eml"]
        )
        assert all(name.isascii() for name in archive.namelist())


def test_a_lost_file_is_told_and_the_rest_is_written(home: Home) -> None:
    victim = next(path for path in (home.settings.home / "files").rglob("*") if path.is_file())
    victim.unlink()
    made = export(home)

    files = dict(made)

    assert made.missing == [victim.name]
    assert "SHA256SUMS" in files


def test_nothing_is_written_over_and_an_unknown_period_leaves_nothing(home: Home, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    with pytest.raises(InputError):
        put_away(export(home), tmp_path / "there")
    with pytest.raises(InputError):
        put_away(export(home, "nam-1999"), tmp_path / "new")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["office", "there"]
