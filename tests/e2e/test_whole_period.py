"""The main job on the real plan: asked, reminded, answered, recorded, acknowledged, reported."""

from __future__ import annotations

from collections import Counter
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from app.demo.agencies import Habit
from tests.e2e.conftest import Played
from tests.servers.libreoffice import LibreOffice


def agencies_with(played: Played, *habits: Habit) -> set[str]:
    return {agency for agency, habit in played.play.habits.items() if habit in habits}


def test_every_agency_is_asked_exactly_once(played: Played) -> None:
    requests = played.office.status().periods[played.play.period.id].requests
    firsts = Counter(
        mail.queued.agency for mail in played.office.status().mails.values() if mail.queued.purpose == "first"
    )

    assert set(requests) == set(played.play.habits)
    assert firsts == Counter(list(requests))


def test_who_answers_plainly_in_time_is_counted_as_on_time_and_not_reminded_again(played: Played) -> None:
    plain = agencies_with(played, Habit.LINES, Habit.SENTENCE, Habit.FORM, Habit.AWAY)
    requests = played.office.status().periods[played.play.period.id].requests

    for agency in plain:
        request = requests[agency]
        assert request.timeliness(played.play.period.due_on) == "on_time", agency
        answered_on = request.completed_on
        assert answered_on is not None
        assert all(mail.queued.on <= answered_on for mail in request.mails.values() if mail.queued.due_on)


def test_who_stays_silent_climbs_the_ladder_and_is_named(played: Played) -> None:
    silent = agencies_with(played, Habit.SILENT)
    mails = played.office.status().mails.values()

    for agency in silent:
        purposes = Counter(mail.queued.purpose for mail in mails if mail.queued.agency == agency)
        assert (purposes["first"], purposes["remind"], purposes["overdue"], purposes["escalate"]) == (1, 3, 1, 1)
    assert silent <= {agency.id for agency in played.drafted.report.by_timeliness("silent")}


def test_who_answers_late_is_late(played: Played) -> None:
    late = agencies_with(played, Habit.LATE)

    assert {agency.id for agency in played.drafted.report.by_timeliness("late")} == late


def test_a_forged_answer_is_put_to_review_and_never_recorded(played: Played) -> None:
    (agency,) = agencies_with(played, Habit.FORGED)
    request = played.office.status().periods[played.play.period.id].requests[agency]

    assert request.confirmations == {}
    assert [reply.received.is_known_sender for reply in request.waiting] == [False]


def test_a_dead_address_gets_one_mail_and_stands_before_the_officer(played: Played) -> None:
    (agency,) = agencies_with(played, Habit.BOUNCING)
    status = played.office.status()

    assert [mail.queued.purpose for mail in status.mails.values() if mail.queued.agency == agency] == ["first"]
    assert set(status.bounced) == set(played.play.plan.agencies[agency].email)


def test_a_scan_alone_is_kept_for_the_officer(played: Played) -> None:
    (agency,) = agencies_with(played, Habit.SCAN)
    request = played.office.status().periods[played.play.period.id].requests[agency]

    (reply,) = request.waiting
    assert request.confirmations == {}
    assert played.office.files.get(reply.received.attachments[0].sha256).startswith(b"%PDF")


def test_an_unreadable_mail_stops_nothing_and_waits_for_the_officer(played: Played) -> None:
    (agency,) = agencies_with(played, Habit.UNREADABLE)
    request = played.office.status().periods[played.play.period.id].requests[agency]

    assert request.confirmations == {}
    assert len(request.waiting) == 1


def test_a_partial_answer_is_completed_by_the_next_one(played: Played) -> None:
    requests = played.office.status().periods[played.play.period.id].requests

    for agency in agencies_with(played, Habit.PARTIAL):
        assert len(requests[agency].replies) == 2
        assert requests[agency].is_complete


def test_every_answered_mail_is_acknowledged_in_its_thread(played: Played) -> None:
    requests = played.office.status().periods[played.play.period.id].requests

    for agency in agencies_with(played, Habit.LINES, Habit.FORM, Habit.BUTTON):
        request = requests[agency]
        (word,) = [mail.queued for mail in request.mails.values() if mail.queued.reply]
        mail = parsed(played, word.sha256)
        first = next(mail.queued for mail in request.mails.values() if mail.queued.purpose == "first")
        assert first.message_id.strip("<>") in str(mail["References"])
        assert mail["Auto-Submitted"] == "auto-generated"


def parsed(played: Played, sha256: str) -> Message:
    return message_from_bytes(played.office.files.get(sha256))


def test_the_office_keeps_a_copy_of_every_mail_as_evidence(played: Played) -> None:
    status = played.office.status()

    assert all(mail.state == "sent" for mail in status.mails.values())
    assert all(played.office.identity.address in mail.queued.recipients for mail in status.mails.values())


def test_the_report_counts_what_the_ledger_says(played: Played) -> None:
    report = played.drafted.report
    requests = played.office.status().periods[played.play.period.id].requests

    assert report.rates.asked == len(requests)
    assert report.rates.answered_items == sum(
        task in request.confirmations for request in requests.values() for task in request.tasks
    )
    assert {file.suffix for file in played.drafted.files} == {".docx", ".xlsx", ".html", ".md"}
    assert all(file.stat().st_size > 2000 for file in played.drafted.files)


@pytest.mark.server
def test_the_word_report_opens_in_an_office_program(played: Played, libreoffice: LibreOffice, tmp_path: Path) -> None:
    (word,) = (file for file in played.drafted.files if file.suffix == ".docx")

    pdf = libreoffice.convert(word, "pdf", tmp_path)

    assert pdf.read_bytes().count(b"/Type/Page/") > 10
