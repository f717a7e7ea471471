"""What goes with a mail: the form under its own name, and the deadline for the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from tests.adapters.composing import FORM, composed, received
from tests.unit.letters.cases import CODE, MAILED
from tests.unit.letters.every import reminder


def test_attachment_keeps_its_name_and_bytes() -> None:
    message = received(composed(reminder(MAILED, "remind"), FORM))

    (part,) = message.iter_attachments()
    assert part.get_filename() == FORM.name
    assert part.get_content() == FORM.content
    assert part.get_content_type() == FORM.media_type
    assert "=?utf-8?" in composed(reminder(), FORM).mail.raw.decode().split('name="', 1)[1][:60]


def event_of(entry: Any) -> Any:  # icalendar types a property as the union of all kinds there are
    return Calendar.from_ical(entry.get_content()).walk("VEVENT")[0]


def test_first_mail_carries_the_deadline_for_the_calendar() -> None:
    (entry,) = received(composed(reminder())).iter_attachments()

    event = event_of(entry)
    assert entry["Content-Type"].params["method"] == "PUBLISH"
    assert event["dtstart"].dt == date(2026, 11, 29)
    assert event["dtend"].dt == date(2026, 11, 30)
    assert event["uid"] == f"{CODE.lower()}@stttt.example"
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
        timedelta(days=-6, hours=-16),
        timedelta(hours=-16),
    ]
    assert "attendee" not in event


def test_reminders_do_not_send_the_calendar_entry_again() -> None:
    assert list(received(composed(reminder(MAILED, "remind"))).iter_attachments()) == []


def test_calendar_entry_rises_in_sequence_when_tasks_change() -> None:
    changed = replace(reminder(), sequence=3)

    (entry,) = received(composed(changed)).iter_attachments()

    assert event_of(entry)["sequence"] == 3
