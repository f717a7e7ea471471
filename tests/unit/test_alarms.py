from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from dondoc.alarm_status import AlarmStatus
from dondoc.alarms import Alarm, alarms_of, ended, raised, untold
from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.events.base import Reason
from dondoc.events.mails import MailBounced, MailClaimed, MailFailed
from dondoc.events.replies import MailQuarantined, QuarantineSettled, ReplyUnclear
from dondoc.fold import fold
from tests.unit.happened import BEGIN, asked, moment, period_opened, queued, received, records, unclear
from tests.unit.plans import small_plan

DISK = Alarm("disk", (), can_return=True)
LATER = BEGIN + timedelta(days=3)


def test_nothing_that_goes_well_is_an_alarm() -> None:
    status = fold(records(period_opened(), asked("so-a", 1), queued(), received()))

    assert list(alarms_of(small_plan(), status, (), LATER)) == []


def test_each_matter_is_named_after_what_it_is_about() -> None:
    status = fold(
        records(
            period_opened(),
            asked("so-a", 1),
            queued("m1"),
            MailClaimed(period="nam-2026", agency="so-a", mail="m1"),
            queued("m2", "so-b"),
            MailClaimed(period="nam-2026", agency="so-b", mail="m2"),
            MailFailed(period="nam-2026", agency="so-b", mail="m2", attempt=1, is_temporary=False, words="550"),
            MailBounced(reply="b1", address="so-c@tinh.example", is_hard=True),
            MailQuarantined(on=BEGIN.date(), sha256="a" * 64, error="ValueError"),
            received("r1"),
            unclear("r1"),
        )
    )

    alarms = alarms_of(small_plan(), status, [status.mails["m1"]], LATER)

    assert [(alarm.name, alarm.matters[0].kind) for alarm in alarms] == [
        ("doubt/m1/1", "doubt"),
        ("failed/m2/1", "failed"),
        ("bounce/so-c@tinh.example", "bounce"),
        (f"quarantine/{'a' * 64}", "quarantine"),
        ("review/r1", "review"),
    ]


def test_a_reply_may_wait_two_days_before_anybody_is_written_to() -> None:
    status = fold(records(asked("so-a", 1), received("r1"), unclear("r1")))

    assert list(alarms_of(small_plan(), status, (), moment(2) + timedelta(days=2))) == []
    assert len(list(alarms_of(small_plan(), status, (), moment(2) + timedelta(days=2, seconds=1)))) == 1


def test_a_letter_to_the_officer_that_failed_makes_no_other() -> None:
    letter = queued("officer/1", "", period="", purpose="officer")
    failed = MailFailed(mail="officer/1", attempt=1, is_temporary=False, words="550")

    status = fold(records(letter, failed))

    assert status.mails["officer/1"].state == "failed"
    assert list(alarms_of(small_plan(), status, (), LATER)) == []


def test_a_mail_put_aside_is_settled_by_a_look() -> None:
    aside = MailQuarantined(on=BEGIN.date(), sha256="a" * 64, error="ValueError")

    status = fold(records(aside, QuarantineSettled(on=BEGIN.date(), sha256="a" * 64)))

    assert status.quarantined == ()


@pytest.mark.parametrize(
    ("known", "is_untold"),
    [
        pytest.param(None, True, id="never told"),
        pytest.param(AlarmStatus(1, BEGIN), False, id="still on"),
        pytest.param(AlarmStatus(1, LATER - timedelta(hours=23), is_over=True), False, id="back within a day"),
        pytest.param(AlarmStatus(1, LATER - timedelta(hours=24), is_over=True), True, id="back after a day"),
    ],
)
def test_what_came_back_is_told_anew_but_not_twice_a_day(known: AlarmStatus | None, is_untold: bool) -> None:
    told = {} if known is None else {"disk": known}

    assert (untold([DISK], told, LATER) == (DISK,)) is is_untold


def test_what_cannot_come_back_is_told_once_for_ever() -> None:
    once = replace(DISK, can_return=False)

    assert untold([once], {"disk": AlarmStatus(1, BEGIN, is_over=True)}, LATER) == ()


def test_occurrences_count_on_and_end_only_where_somebody_looked() -> None:
    status = fold(records(AlarmRaised(alarm="disk"), AlarmRaised(alarm="quiet"), AlarmRaised(alarm="flow/remind")))

    assert raised(DISK, status.alarms) == AlarmRaised(alarm="disk", count=2)
    assert ended(("disk", "quiet", "flow/report"), [DISK], status.alarms) == (AlarmEnded(alarm="quiet", count=1),)
    assert fold(records(AlarmRaised(alarm="disk"), AlarmEnded(alarm="disk", count=1))).alarms["disk"].is_over


def test_the_reasons_of_a_reply_go_with_it() -> None:
    why = ReplyUnclear(
        period="nam-2026", agency="so-a", reply="r1", on=BEGIN.date(), reasons=(Reason(text="two different things"),)
    )
    status = fold(records(asked("so-a", 1), received("r1"), why))

    (alarm,) = alarms_of(small_plan(), status, (), LATER)

    assert [str(reason) for reason in alarm.matters[0].reasons] == ["two different things"]
    assert alarm.matters[0].name == "r1000000"
