"""The deadline as a calendar entry that mail programs offer to save; nobody has to accept or decline it."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment

_ALARMS = (timedelta(days=-6, hours=-16), timedelta(hours=-16))
"""08:00 a week before and 08:00 the day before: an all-day event begins at midnight."""


def invitation(letter: Letter, office: OfficeIdentity, at: datetime) -> Attachment | None:
    """An all-day event on the last good day (METHOD:PUBLISH); None where the letter has no deadline.

    The UID is that of the request and SEQUENCE rises when its tasks change: saving it again replaces the old entry.
    """
    if letter.period is None or letter.deadline is None:
        return None
    event = Event()
    event.add("uid", f"{letter.code.lower()}@{office.domain}")
    event.add("sequence", letter.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", letter.deadline.due_on)
    event.add("dtend", letter.deadline.due_on + timedelta(days=1))
    event.add("summary", f"Hạn cuối: {letter.period.title} [{letter.code}]")
    event.add(
        "description", f"Trả lời thư có mã [{letter.code}] của {office.name} ({office.reply_address(letter.code)})."
    )
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    for before in _ALARMS:
        event.add_component(_alarm(before, letter.period.title))
    calendar = Calendar()
    calendar.add("prodid", "-//Don Doc//dondoc//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return Attachment("han-bao-cao.ics", "text/calendar", calendar.to_ical())


def _alarm(before: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Sắp đến hạn: {title}")
    alarm["trigger"] = vDuration(before)
    return alarm
