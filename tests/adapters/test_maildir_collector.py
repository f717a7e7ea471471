"""What the Maildir collector promises beyond the port: what mail programs do to the same folder changes nothing."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from collectors.maildir import MaildirCollector
from dondoc.errors import PermanentMailError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    box = mailbox.Maildir(tmp_path / "Maildir")
    box.add(b"Subject: QCN\n\nxong\n")
    return tmp_path / "Maildir"


def mark_read(path: Path) -> None:
    [file] = (path / "new").iterdir()
    file.rename(path / "cur" / f"{file.name}:2,RS")


def test_a_mail_the_officer_has_read_still_waits_and_is_the_same(path: Path) -> None:
    before = list(MaildirCollector(path).fetch())

    mark_read(path)

    assert list(MaildirCollector(path).fetch()) == before


def test_a_mail_read_between_fetching_and_settling_is_moved_with_its_marks(path: Path) -> None:
    collector = MaildirCollector(path)
    [mail] = collector.fetch()
    mark_read(path)

    collector.settle(mail, "Xong")

    [file] = (path / ".Xong" / "cur").iterdir()
    assert file.name == f"{mail.handle}:2,RS"


def test_a_mail_that_vanishes_while_the_rest_is_read_is_passed_over(path: Path) -> None:
    mailbox.Maildir(path).add(b"Subject: khac\n\n")
    fetching = MaildirCollector(path).fetch()
    first = next(fetching)

    for file in (path / "new").iterdir():
        if file.name != first.handle:
            file.unlink()

    assert list(fetching) == []


def test_mail_under_delivery_is_not_yet_there(path: Path) -> None:
    (path / "tmp" / "half").write_bytes(b"Subject: nua")

    assert len(list(MaildirCollector(path).fetch())) == 1


def test_a_folder_that_is_no_maildir_is_an_error_and_not_an_empty_mailbox(tmp_path: Path) -> None:
    with pytest.raises(PermanentMailError, match="Maildir"):
        list(MaildirCollector(tmp_path / "typo").fetch())


def test_a_folder_that_another_collector_is_just_making_takes_the_mail(path: Path) -> None:
    (path / ".Da-xu-ly").mkdir()
    collector = MaildirCollector(path)
    (mail,) = collector.fetch()

    collector.settle(mail, "Da-xu-ly")

    assert list(collector.fetch()) == []
    assert len(list((path / ".Da-xu-ly" / "cur").iterdir())) == 1
    assert (path / ".Da-xu-ly" / "maildirfolder").is_file()
