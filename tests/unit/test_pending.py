from datetime import date

import pytest

from dondoc.events.periods import PeriodClosed, RequestHandedOver, RequestWithdrawn
from dondoc.events.records import Body
from dondoc.fold import fold
from dondoc.pending import still_wanted
from tests.unit.happened import PERIOD, asked, period_opened, queued, records, said

STEP = date(2026, 11, 13)
REMINDER = queued("m2", purpose="remind", due_on=STEP)


def is_wanted(*bodies: Body, mail: str = "m2") -> bool:
    status = fold(records(period_opened(), asked("so-a", 1, 2), *bodies))
    return still_wanted(status, status.mails[mail])


def test_a_reminder_of_what_is_missing_is_wanted() -> None:
    assert is_wanted(queued(), REMINDER)
    assert is_wanted(queued(), REMINDER, said(1))


@pytest.mark.parametrize(
    "since",
    [
        pytest.param((said(1), said(2)), id="everything is answered"),
        pytest.param((RequestWithdrawn(period=PERIOD, agency="so-a", on=STEP),), id="withdrawn"),
        pytest.param(
            (RequestHandedOver(period=PERIOD, agency="so-a", on=STEP, to=("so-d",), tasks=(1,)),), id="handed over"
        ),
        pytest.param(
            (RequestWithdrawn(period=PERIOD, agency="so-a", on=STEP), asked("so-a", 1, 2, nth=2)),
            id="withdrawn and asked anew",
        ),
        pytest.param((PeriodClosed(period=PERIOD, on=STEP, plan_version=1),), id="closed"),
        pytest.param((queued("m3", purpose="remind", due_on=date(2026, 11, 20)),), id="reminded anew"),
    ],
)
def test_a_reminder_overtaken_by_events_is_not_wanted(since: tuple[Body, ...]) -> None:
    assert not is_wanted(REMINDER, *since)


def test_a_word_back_and_a_mail_to_the_office_are_always_wanted() -> None:
    word = queued("w", purpose="acknowledge", due_on=None, reply="r1")
    officer = queued("o", "", period="", purpose="officer", due_on=None)

    assert is_wanted(word, officer, said(1), said(2), mail="w")
    assert is_wanted(word, officer, said(1), said(2), mail="o")
