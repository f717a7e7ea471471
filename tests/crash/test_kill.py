"""kill -9 at every step of remind, collect and report: nothing is lost or done twice, each mail is sent or in doubt."""

from __future__ import annotations

import shutil
import smtplib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.deliver import is_in_doubt
from app.sandbox import MailSandbox
from collectors.maildir import MaildirCollector
from dondoc.fold import fold
from dondoc.kept_files import files_of_all
from dondoc.mail import sha256_of
from dondoc.ports import Collector, FileStore, Ledger, Notifier
from dondoc.status import Status
from ledger.files import FolderFileStore
from ledger.sql import SqlLedger
from tests.app.desk import CLOSES, OFFICE, OPENS, PERIOD, PLAN
from tests.conftest import Golden
from tests.crash.conftest import CopyRecord, Stage
from tests.crash.stage import MortalCollector, MortalFiles, MortalLedger, MortalNotifier, Order

KILLED = 9
CLOSED = CLOSES + timedelta(days=1)
ANSWERED = OPENS + timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one run happens: a home, a record, the mail world."""

    home: Path
    url: str
    sandbox: MailSandbox

    def order(self, act: str, day: date, *, hours: int = 0, die_at: int = 0) -> Order:
        inbox = str(self.sandbox.maildir(OFFICE))
        return Order(act, str(self.home), self.url, self.sandbox.port, inbox, day.isoformat(), hours, die_at)

    def copy(self, folder: Path, copy_record: CopyRecord) -> Place:
        """The same place once more; the mail world moves on to the copy."""
        shutil.copytree(self.home, folder / "home", ignore=shutil.ignore_patterns("ledger.sqlite*"))
        shutil.copytree(self.home.parent / "mail", folder / "mail")
        self.sandbox.folder = folder / "mail"
        return replace(self, home=folder / "home", url=copy_record(self.url, folder / "home"))

    def keys(self) -> list[str]:
        with closing(SqlLedger.open(self.url)) as ledger:
            ledger.verify()
            return [record.event.key for record in ledger.records()]

    def status(self) -> Status:
        with closing(SqlLedger.open(self.url)) as ledger:
            return fold(ledger.records())

    def missing_files(self) -> list[str]:
        files = FolderFileStore(self.home / "files")
        with closing(SqlLedger.open(self.url)) as ledger:
            named = files_of_all(record.body for record in ledger.records())
        return [sha256 for sha256 in named if sha256_of(files.get(sha256)) != sha256]

    def delivered(self) -> Counter[str]:
        """How often each mail lies in the mailbox that has it most often; the office's own copies are not counted."""
        found: Counter[str] = Counter()
        for address in self.sandbox.addresses:
            here: Counter[str] = Counter()
            for folder in _folders(self.sandbox.maildir(address)):
                for mail in MaildirCollector(folder).fetch():
                    message = message_from_bytes(mail.raw)
                    if address == OFFICE and OFFICE not in str(message["To"]):
                        continue
                    here[str(message["Message-ID"]).strip("<>")] += 1
            found |= here
        return found


def _folders(maildir: Path) -> Iterator[Path]:
    yield maildir
    yield from (path for path in maildir.glob(".*") if (path / "cur").is_dir())


@pytest.fixture
def start(tmp_path: Path, copy_record: CopyRecord, sandbox: MailSandbox) -> Place:
    """An office that never ran."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "plan.yaml").write_text(PLAN, encoding="utf-8")
    sandbox.maildir(OFFICE)
    url = copy_record("", home)
    SqlLedger.open(url).close()
    return Place(home, url, sandbox)


def kill_at_every_point(
    stage: Stage, start: Place, act: str, day: date, *, tmp_path: Path, copy_record: CopyRecord
) -> list[str]:
    """Play the act undisturbed; then once for every crash point, killed there and started again. Their names."""
    whole = start.copy(tmp_path / "whole", copy_record)
    points = stage.play(whole.order(act, day)).points
    wanted = whole.keys()
    for number, name in enumerate(points, 1):
        when = f"{act}, killed at point {number}: {name}"
        killed = start.copy(tmp_path / f"killed-{number}", copy_record)
        assert stage.play(killed.order(act, day, die_at=number)).signal == KILLED, when
        assert stage.play(killed.order(act, day)).signal == 0, when
        _same_but_for_doubt(killed, wanted, when)
        assert stage.play(killed.order("collect", day, hours=2)).signal == 0, when
        _doubt_is_settled(killed, when)
        shutil.rmtree(tmp_path / f"killed-{number}")
    return points


def _same_but_for_doubt(place: Place, wanted: list[str], when: str) -> None:
    keys, status = place.keys(), place.status()
    claimed = {mail.queued.mail for mail in status.mails.values() if mail.state == "claimed"}
    unsent = {f"KH:mail/{key}/sent" for key in claimed}
    assert len(claimed) <= 2, when  # the one under way, and the one before it or the next
    assert sorted(keys) == sorted(set(wanted) - unsent), when
    delivered = place.delivered()
    for mail in status.mails.values():
        at_most = delivered[mail.queued.message_id]
        assert at_most == 1 if mail.state == "sent" else at_most <= 1, f"{when}: {mail.key}"
        if mail.state == "claimed":
            assert mail.claimed_at is not None
            assert is_in_doubt(mail, mail.claimed_at + timedelta(hours=1)), when
    assert place.missing_files() == [], when
    assert all(mail.raw for mail in place.sandbox.mails(OFFICE)), when


def _doubt_is_settled(place: Place, when: str) -> None:
    """By the office's own copy: what was delivered is known to be sent, what was not stays in doubt."""
    delivered = place.delivered()
    assert set(delivered.values()) <= {1}, when
    for mail in place.status().mails.values():
        assert mail.state == ("sent" if delivered[mail.queued.message_id] else "claimed"), f"{when}: {mail.key}"
    assert place.sandbox.mails(OFFICE) == (), when


def test_remind_killed_at_every_step(
    stage: Stage, start: Place, tmp_path: Path, copy_record: CopyRecord, golden: Golden
) -> None:
    points = kill_at_every_point(stage, start, "remind", OPENS, tmp_path=tmp_path, copy_record=copy_record)

    golden("crash-points/remind.txt", as_list(points))


def test_collect_killed_at_every_step(
    stage: Stage, start: Place, tmp_path: Path, copy_record: CopyRecord, golden: Golden
) -> None:
    stage.play(start.order("remind", OPENS))
    stage.play(start.order("collect", OPENS, hours=2))
    for mail in answers(start):
        with smtplib.SMTP("127.0.0.1", start.sandbox.port) as server:
            server.send_message(mail)

    points = kill_at_every_point(stage, start, "collect", ANSWERED, tmp_path=tmp_path, copy_record=copy_record)

    golden("crash-points/collect.txt", as_list(points))


def test_report_killed_at_every_step(
    stage: Stage, start: Place, tmp_path: Path, copy_record: CopyRecord, golden: Golden
) -> None:
    stage.play(start.order("remind", OPENS))
    stage.play(start.order("collect", OPENS, hours=2))

    points = kill_at_every_point(stage, start, "report", CLOSED, tmp_path=tmp_path, copy_record=copy_record)

    golden("crash-points/report.txt", as_list(points))


def as_list(points: list[str]) -> str:
    return "".join(f"{point}\n" for point in points)


def methods_of(port: type) -> set[str]:
    return {name for name, value in vars(port).items() if callable(value) and not name.startswith("_")}


@pytest.mark.parametrize(
    ("port", "mortal", "only_reads"),
    [
        (Ledger, MortalLedger, {"records", "has"}),
        (FileStore, MortalFiles, {"get", "names"}),
        (Notifier, MortalNotifier, {"connected"}),
        (Collector, MortalCollector, set()),
    ],
    ids=["ledger", "files", "mail out", "mail in"],
)
def test_every_call_that_leaves_something_behind_is_a_crash_point(
    port: type, mortal: type, only_reads: set[str]
) -> None:
    fatal = {name for name in methods_of(mortal) if "take" in vars(mortal)[name].__code__.co_names}

    assert fatal == methods_of(port) - only_reads


def answers(place: Place) -> Iterator[EmailMessage]:
    """One of each kind that takes another way through the reading."""
    requests = place.status().periods[PERIOD].requests
    texts = {
        "so-b@tinh.example": "NV1: đã hoàn thành, 3 lớp.\nNV2: đã hoàn thành.",
        "so-c@tinh.example": "Chúng tôi sẽ quan tâm.",
        "la@khac.example": "NV1: đã hoàn thành",
    }
    for number, (sender, text) in enumerate(texts.items()):
        mail = EmailMessage()
        agency = "so-c" if sender.startswith("so-c") else "so-b"
        mail["From"], mail["To"] = sender, OFFICE
        mail["Subject"] = f"Re: [{requests[agency].code}] Báo cáo"
        mail["Message-ID"] = f"<tra-loi-{number}@tinh.example>"
        mail["Date"] = datetime(2026, 11, 2, 3, tzinfo=UTC)
        mail.set_content(text)
        if number == 0:
            mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Bao cao.pdf")
        yield mail
