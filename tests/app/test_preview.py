"""Previews say what would be sent, with nothing running and nothing recorded."""

from datetime import date
from pathlib import Path

import pytest

from app.forms import form_with
from app.preview import preview_due, preview_step
from app.preview_documents import preview_form, preview_report
from app.settings import Settings
from app.sight import Sight, Subject, look_ahead, subject_of
from collectors.excel_form import read_form
from dondoc.errors import InputError
from dondoc.plan.model import Tone
from ledger.sql import SqlLedger
from tests.app.desk import OPENS, PERIOD, PLAN, make_room

MID = date(2026, 11, 13)


def sight(home: Path, day: date | None = OPENS, plan: str = PLAN) -> Sight:
    home.mkdir(exist_ok=True)
    file = home / "plan.yaml"
    file.write_text(plan, encoding="utf-8")
    return look_ahead(day, Settings(plan=file, home=home))


def subject(home: Path, agency: str = "so-b", day: date | None = OPENS, plan: str = PLAN) -> Subject:
    return subject_of(sight(home, day, plan), agency, PERIOD)


def lived(home: Path, *days: date) -> None:
    """An office in `home` that ran on these days."""
    room = make_room(home)
    for day in days:
        room.remind(day)
    home.mkdir(exist_ok=True)
    ledger = SqlLedger.open(f"sqlite:///{(home / 'ledger.sqlite').resolve()}")
    ledger.append(*(record.event for record in room.ledger.records()))


def test_where_nothing_ran_the_request_is_shown_as_it_would_be_opened(tmp_path: Path) -> None:
    composed = preview_due(subject(tmp_path), form_with)

    assert composed.mail.subject == "[KH-2026-SB-XXXX] Báo cáo năm 2026 (trước 30/11/2026)"
    assert composed.mail.recipients == ("so-b@tinh.example", "office@so-a.example")
    assert not (tmp_path / "ledger.sqlite").exists()


def test_what_is_shown_is_what_the_office_sends(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    lived(tmp_path / "home", OPENS)
    room.remind(OPENS)

    composed = preview_due(subject(tmp_path / "home", day=MID), form_with)

    room.remind(MID)
    (sent,) = room.mails("remind")
    assert (composed.quotable, composed.mail.subject) == (sent.queued.body, sent.queued.subject)


def test_a_day_without_mail_says_so(tmp_path: Path) -> None:
    lived(tmp_path, OPENS)

    with pytest.raises(InputError, match="no mail to so-b is due"):
        preview_due(subject(tmp_path, day=date(2026, 11, 3)), form_with)


@pytest.mark.parametrize("tone", ["first", "remind", "overdue", "escalate"])
def test_every_step_can_be_seen_before_it_comes(tone: Tone, tmp_path: Path) -> None:
    composed = preview_step(subject(tmp_path, day=None), tone, form_with)

    assert f"X-Dondoc-Purpose: {tone}" in composed.mail.raw.decode("ascii")


def test_an_escalation_shows_the_mails_before_it_and_whom_it_is_copied_to(tmp_path: Path) -> None:
    composed = preview_step(subject(tmp_path, day=None), "escalate", form_with)

    assert "ubnd@tinh.example" in composed.mail.recipients
    assert "30/10/2026, 13/11/2026, 20/11/2026" in " ".join(composed.text.split())


def test_a_changed_plan_shows_the_mail_that_tells_of_it(tmp_path: Path) -> None:
    lived(tmp_path, OPENS)
    changed = PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]")

    composed = preview_due(subject(tmp_path, "so-c", date(2026, 11, 3), changed), form_with)

    assert "X-Dondoc-Purpose: withdraw" in composed.mail.raw.decode("ascii")


def test_the_form_is_the_one_that_would_be_attached(tmp_path: Path) -> None:
    read = read_form(preview_form(subject(tmp_path)))

    assert read is not None
    assert read.code == "KH-2026-SB-XXXX"


def test_the_report_is_shown_as_things_stand(tmp_path: Path) -> None:
    documents = preview_report(sight(tmp_path), PERIOD)

    assert {Path(name).suffix for name in documents} == {".docx", ".xlsx", ".html", ".md"}


@pytest.mark.parametrize(
    ("agency", "period", "said"),
    [
        ("so-x", PERIOD, "no agency so-x"),
        ("so-b", "nam-1999", "no period nam-1999"),
        ("ubnd", PERIOD, "ubnd is not asked in nam-2026"),
        ("ubnd", None, "ubnd is asked in no period"),
    ],
)
def test_what_cannot_be_shown_is_said(agency: str, period: str | None, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        subject_of(sight(tmp_path), agency, period)
