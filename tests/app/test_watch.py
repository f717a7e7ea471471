from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.deliver import deliver_all
from app.review import refuse
from app.watch import Machinery, free_mb, tell_officer, watch
from dondoc.alarms import Alarm
from dondoc.errors import UncertainMailError
from dondoc.events.alarms import AlarmRaised
from dondoc.events.replies import MailQuarantined
from dondoc.letters.officer import fault_matter
from dondoc.messages import say
from tests.app.desk import OPENS, Room


def calm(room: Room, *, flows: dict[str, str] | None = None, collected_at: datetime | None = None) -> Machinery:
    """Machinery with nothing wrong but what is given."""
    return Machinery(
        flows=flows if flows is not None else {"remind": "", "collect": ""},
        collected_at=collected_at or room.clock.now(),
        least_free_mb=0,
    )


def letters(room: Room) -> list[str]:
    """What the officer got to read, each letter in one line."""
    return [" ".join(mail.queued.body.split()) for mail in room.mails("officer", "")]


def test_an_office_where_all_is_well_writes_nothing(room: Room) -> None:
    room.remind(OPENS)

    assert watch(room.office, calm(room)) == ()


def test_a_failed_flow_is_told_once_while_it_lasts(room: Room) -> None:
    failing = calm(room, flows={"remind": "", "collect": "LedgerError: the disk is full"})

    first, again = watch(room.office, failing), watch(room.office, failing)

    assert (len(first), again) == (1, ())
    (letter,) = letters(room)
    assert "collect" in letter
    assert "the disk is full" in letter
    assert deliver_all(room.office, first) == {first[0]: "sent"}
    assert room.notifier.sent[-1].recipients == ("office@so-a.example",)


def test_an_error_of_ours_is_told_in_the_language_of_the_plan(room: Room) -> None:
    words = "StorageError: The record at postgresql://dondoc:***@db.example/so cannot be used: connection refused"

    watch(room.office, calm(room, flows={"collect": words}))

    (letter,) = letters(room)
    assert "Không dùng được sổ sự kiện tại postgresql://dondoc:***@db.example/so: connection refused" in letter
    assert "StorageError" not in letter


def test_a_flow_that_fails_again_after_it_was_well_is_told_again_the_next_day(room: Room) -> None:
    failing = {"collect": "TemporaryMailError: no connection"}
    watch(room.office, calm(room, flows=failing))
    watch(room.office, calm(room, flows={"collect": ""}))

    room.clock.forward(hours=5)
    assert watch(room.office, calm(room, flows=failing)) == ()
    room.clock.forward(hours=20)
    assert len(watch(room.office, calm(room, flows=failing))) == 1


def test_a_day_without_collecting_is_told(room: Room) -> None:
    long_ago = room.clock.now() - timedelta(hours=24)

    assert watch(room.office, calm(room, collected_at=long_ago + timedelta(minutes=1))) == ()
    assert len(watch(room.office, calm(room, collected_at=long_ago))) == 1
    assert "Không thu được thư" in letters(room)[0]


def test_a_disk_nearly_full_is_told_with_what_is_left(room: Room) -> None:
    free = free_mb(room.office.home)

    watch(room.office, Machinery({}, room.clock.now(), least_free_mb=free + 10_000))

    assert "Ổ đĩa gần đầy" in letters(room)[0]


def test_several_matters_make_one_letter(room: Room) -> None:
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    room.remind(OPENS)
    room.office.record(MailQuarantined(on=OPENS, sha256="a" * 64, error="ValueError"))
    room.clock.forward(minutes=20)

    watch(room.office, calm(room))

    (letter,) = letters(room)
    assert "02 việc" in letter
    assert [body.alarm.partition("/")[0] for body in room.bodies("AlarmRaised") if isinstance(body, AlarmRaised)] == [
        "doubt",
        "quarantine",
    ]
    assert watch(room.office, calm(room)) == ()


def test_a_mail_put_aside_leaves_the_officers_list_once_looked_at(room: Room) -> None:
    room.office.record(MailQuarantined(on=OPENS, sha256="a" * 64, error="ValueError"))

    refuse(room.office, "aaaaaaaaaaaa", by="Lê Văn An", reason="thư rác")

    assert room.office.status().quarantined == ()


def test_of_two_watchers_at_once_only_one_writes(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    alarm = Alarm("flow/collect", (fault_matter("collect", "hỏng", OPENS),), can_return=True)
    before = room.office.status()

    assert len(tell_officer(room.office, [alarm])) == 1
    monkeypatch.setattr(type(room.office), "status", lambda _office: before)  # the other looked before the first wrote
    assert tell_officer(room.office, [alarm]) == ()
