from datetime import date, timedelta

import pytest

from app.deliver import deliver_all
from app.report import approve_report, draft_report, report_of, reports_due, reports_to_approve
from dondoc.errors import InputError
from tests.app.desk import CLOSES, OFFICE, OPENS, PERIOD, PLAN, Room

AFTER = CLOSES + timedelta(days=1)


def answer(room: Room, day: date, text: str, agency: str = "so-b") -> None:
    room.clock.turn_to(day)
    room.write(f"{agency}@tinh.example", text, agency=agency)
    room.collect(day)


@pytest.fixture
def closed(room: Room) -> Room:
    """One agency answered, the other did not, and the period is over."""
    room.remind(OPENS)
    answer(room, date(2026, 11, 2), "NV1: đã hoàn thành, 2 lớp\nNV2: đã hoàn thành")
    room.run_days(date(2026, 11, 3), AFTER)
    return room


def test_no_report_is_due_before_the_close(room: Room) -> None:
    room.run_days(OPENS, CLOSES)

    assert reports_due(room.office, CLOSES) == ()
    assert reports_due(room.office, AFTER) == (), "the period has not been closed yet"


def test_a_closed_period_is_due_once_and_waits_for_approval(closed: Room) -> None:
    assert reports_due(closed.office, AFTER) == (PERIOD,)

    drafted = draft_report(closed.office, PERIOD, AFTER)

    assert reports_due(closed.office, AFTER) == ()
    assert reports_to_approve(closed.office) == (PERIOD,)
    assert drafted.edition == 1
    assert {file.suffix for file in drafted.files} == {".docx", ".xlsx", ".html", ".md"}
    assert all(file.is_file() for file in drafted.files)


def test_a_further_edition_stands_beside_the_first(closed: Room) -> None:
    first, second = (draft_report(closed.office, PERIOD, AFTER) for _ in range(2))

    assert (first.edition, second.edition) == (1, 2)
    assert not set(first.files) & set(second.files)


def test_an_open_period_is_reported_as_it_stands(room: Room) -> None:
    room.remind(OPENS)
    answer(room, date(2026, 11, 2), "NV1: đã hoàn thành")

    report = report_of(room.office, PERIOD, date(2026, 11, 2))

    assert (report.rates.asked, report.rates.partial, report.rates.silent) == (2, 1, 1)


def test_a_closed_period_is_reported_as_it_was_whatever_came_later(closed: Room) -> None:
    before = report_of(closed.office, PERIOD, AFTER)

    answer(closed, AFTER + timedelta(days=2), "NV1: đã hoàn thành", "so-c")
    closed.follow(PLAN.replace("Sở Bình", "Sở Bình Minh").replace("lead: [so-b, so-c]", "lead: [so-b]"))
    closed.remind(AFTER + timedelta(days=5))

    after = report_of(closed.office, PERIOD, AFTER + timedelta(days=9))
    assert after == before
    assert (after.rates.asked, after.rates.on_time, after.rates.silent) == (2, 1, 1)
    assert "Sở Bình" in {agency.name for agency in after.agencies}


def test_the_year_before_is_compared_as_it_was_reported(closed: Room) -> None:
    late = AFTER + timedelta(days=2)
    answer(closed, late, "NV1: đã hoàn thành, 5 lớp", "so-c")
    opens = date(2027, 10, 30)
    closed.remind(opens)

    report = report_of(closed.office, "nam-2027", opens)

    assert report.year_before is not None
    assert (report.year_before.asked, report.year_before.complete) == (2, 1)


def test_a_first_year_has_nothing_to_be_compared_with(room: Room) -> None:
    room.remind(OPENS)

    assert report_of(room.office, PERIOD, OPENS).year_before is None


def test_an_unknown_period_is_named_with_the_known_ones(room: Room) -> None:
    with pytest.raises(InputError, match="nam-2026"):
        report_of(room.office, "nam-1999", OPENS)


def test_approval_queues_one_mail_to_the_office_with_every_document(closed: Room) -> None:
    drafted = draft_report(closed.office, PERIOD, AFTER)

    (key,) = approve_report(closed.office, PERIOD, comment="đồng ý", by="Lan")
    deliver_all(closed.office, [key])

    mail = closed.notifier.sent[-1]
    assert mail.recipients == (OFFICE,)
    assert all(file.name.encode() in mail.raw or b"filename" in mail.raw for file in drafted.files)
    assert reports_to_approve(closed.office) == ()
    (approved,) = closed.office.status().periods[PERIOD].approved
    assert (approved.edition, approved.comment) == (1, "đồng ý")
    assert approve_report(closed.office, PERIOD, comment="lần nữa") == ()


def test_a_new_edition_wants_a_new_approval(closed: Room) -> None:
    draft_report(closed.office, PERIOD, AFTER)
    approve_report(closed.office, PERIOD, comment="")

    draft_report(closed.office, PERIOD, AFTER)

    assert reports_to_approve(closed.office) == (PERIOD,)
    assert len(approve_report(closed.office, PERIOD, comment="")) == 1


@pytest.mark.parametrize("name", ["nam-2026", "nam-1999"])
def test_what_was_never_drafted_cannot_be_approved(room: Room, name: str) -> None:
    room.remind(OPENS)

    with pytest.raises(InputError):
        approve_report(room.office, name, comment="")
