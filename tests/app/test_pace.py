"""The hourly limit of the office's mail server, kept by all workers together, and pauses between attempts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.attention import attention
from app.deliver import FIRST_PAUSE, GIVEN_UP_AFTER, LONGEST_PAUSE, deliver_all, ready_mails, waiting_mails
from app.office import History
from app.pace import Pace
from app.remind import queue_due
from dondoc.errors import PermanentMailError, TemporaryMailError
from dondoc.events.mails import MailClaimed
from dondoc.messages import say
from tests.app.desk import OPENS, Room, crowded_plan, make_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Ten mails wait, and the server takes four an hour."""
    room = make_room(tmp_path, crowded_plan(10))
    room.office = replace(room.office, mails_per_hour=4)
    queue_due(room.office, OPENS)
    return room


def send(room: Room) -> int:
    before = len(room.notifier.sent)
    deliver_all(room.office, ready_mails(room.office.status(), room.clock.now()))
    return len(room.notifier.sent) - before


def another_worker(room: Room) -> Room:
    return replace(room, office=replace(room.office, history=History(room.ledger, "KH")))


def test_a_wave_beyond_the_limit_goes_on_an_hour_later(room: Room) -> None:
    counts = []
    for _ in range(7):
        counts.append(send(room))
        room.clock.forward(minutes=30)

    assert counts == [4, 0, 4, 0, 2, 0, 0]
    assert room.bodies("MailFailed") == []


def test_two_workers_share_one_limit(room: Room) -> None:
    assert (send(room), send(another_worker(room))) == (4, 0)


def test_of_workers_that_claim_at_once_the_first_in_the_ledger_may_send(room: Room) -> None:
    keys = waiting_mails(room.office.status())
    paces = [Pace(another_worker(room).office) for _ in keys]
    assert all(pace.has_room() for pace in paces)

    for key in keys:
        room.office.record(MailClaimed(period="nam-2026", agency="dv-0", mail=key))

    assert [pace.allows(key) for pace, key in zip(paces, keys, strict=True)] == [True] * 4 + [False] * 6


def test_what_the_server_did_not_take_makes_room_again(room: Room) -> None:
    room.notifier.failing += [PermanentMailError(say("no such user"), 550), TemporaryMailError(say("later"), 451)]

    assert send(room) == 4
    assert len(room.bodies("MailFailed")) == 2


def test_a_clock_set_back_does_not_stop_the_office_for_a_day(room: Room) -> None:
    send(room)
    room.clock.forward(days=-1)

    assert send(room) == 4


def test_a_mail_refused_for_now_waits_longer_each_time(room: Room) -> None:
    room.office = replace(room.office, mails_per_hour=None)
    (key, *_) = waiting_mails(room.office.status())
    pauses = []
    for _ in range(7):
        room.notifier.failing.append(TemporaryMailError(say("greylisted"), 450))
        deliver_all(room.office, [key])
        pause = timedelta()
        while key not in ready_mails(room.office.status(), room.clock.now()):
            room.clock.forward(minutes=15)
            pause += timedelta(minutes=15)
        pauses.append(pause)

    assert pauses == [FIRST_PAUSE * factor for factor in (1, 2, 4, 8, 16, 16, 16)]
    assert pauses[-1] == LONGEST_PAUSE


@pytest.mark.parametrize("code", [0, 421, 535], ids=["no connection", "closing down", "login refused"])
def test_a_server_that_is_away_is_asked_once_and_not_for_every_mail(room: Room, code: int) -> None:
    room.notifier.failing += [TemporaryMailError(say("away"), code)] * 10

    assert send(room) == 0
    assert len(room.bodies("MailFailed")) == 1
    room.notifier.failing.clear()
    assert send(room) == 4


@pytest.mark.parametrize("code", [450, 451, 452])
def test_a_mail_that_cannot_be_taken_now_holds_up_no_other(room: Room, code: int) -> None:
    room.notifier.failing.append(TemporaryMailError(say("later"), code))

    assert send(room) == 4


def test_a_mail_that_the_server_puts_off_for_five_days_is_given_up_before_the_officer(room: Room) -> None:
    room.office = replace(room.office, mails_per_hour=None)
    (key, *_) = waiting_mails(room.office.status())
    began = room.clock.now()

    while room.office.status().mails[key].state != "failed":
        room.notifier.failing.append(TemporaryMailError(say("mailbox is full"), 452))
        deliver_all(room.office, [key])
        room.clock.forward(hours=4)

    assert timedelta() <= room.clock.now() - began - GIVEN_UP_AFTER <= timedelta(hours=8)
    assert room.office.status().mails[key].words == "đã thôi gửi sau 5 ngày: mailbox is full"
    assert any("mailbox is full" in str(reason) for one in attention(room.office) for reason in one.reasons)
    assert key not in waiting_mails(room.office.status())


@pytest.mark.parametrize("code", [0, 421, 535], ids=["no connection", "closing down", "login refused"])
def test_a_server_that_is_away_for_weeks_makes_nobody_give_up(room: Room, code: int) -> None:
    room.office = replace(room.office, mails_per_hour=None)
    (key, *_) = waiting_mails(room.office.status())

    for _ in range(12):
        room.notifier.failing.append(TemporaryMailError(say("away"), code))
        deliver_all(room.office, [key])
        room.clock.forward(days=2)

    assert deliver_all(room.office, [key]) == {key: "sent"}
