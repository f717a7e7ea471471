from datetime import date

import pytest

from dondoc.actions import (
    Acknowledge,
    AmendRequest,
    ClosePeriod,
    HandOverRequest,
    OpenPeriod,
    OpenRequest,
    RenderReport,
    SendReminder,
    WithdrawRequest,
    ref_of,
)
from dondoc.effects import StructuralAction, effect_of
from dondoc.events.periods import (
    PeriodClosed,
    PeriodOpened,
    RequestAmended,
    RequestHandedOver,
    RequestOpened,
    RequestWithdrawn,
)
from dondoc.events.records import Body
from dondoc.periods import Period, find_period, period_as_opened
from tests.unit.plans import small_plan

DAY = date(2026, 11, 2)
FOUND = find_period(small_plan(), "nam-2026")
assert FOUND is not None
PERIOD: Period = FOUND
AT = {"period": "nam-2026", "agency": "so-a", "on": DAY}


@pytest.mark.parametrize(
    ("action", "event"),
    [
        (
            OpenRequest(PERIOD, "so-a", (1, 2), is_document=False, round=2),
            RequestOpened.model_validate({**AT, "code": "KH-1", "tasks": (1, 2), "round": 2}),
        ),
        (
            AmendRequest(PERIOD, "so-a", (2,), added=(2,), removed=(1,), change=3),
            RequestAmended.model_validate({**AT, "tasks": (2,), "change": 3}),
        ),
        (WithdrawRequest(PERIOD, "so-a", 2), RequestWithdrawn.model_validate({**AT, "round": 2})),
        (
            HandOverRequest(PERIOD, "so-a", ("so-d",), (1,)),
            RequestHandedOver.model_validate({**AT, "to": ("so-d",), "tasks": (1,)}),
        ),
        (ClosePeriod(PERIOD), PeriodClosed(period="nam-2026", on=DAY, plan_version=7)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_action_leaves_its_event(action: StructuralAction, event: Body) -> None:
    assert effect_of(action, on=DAY, code="KH-1", plan_version=7) == event


def test_a_period_is_remembered_with_all_its_days() -> None:
    event = effect_of(OpenPeriod(PERIOD), on=DAY)

    assert isinstance(event, PeriodOpened)
    remembered = period_as_opened(event)
    assert (remembered.id, remembered.year, remembered.title, remembered.is_before) == (
        "nam-2026",
        2026,
        "Báo cáo năm 2026",
        True,
    )
    assert (remembered.opens_on, remembered.due_on, remembered.stated_on, remembered.closes_on) == (
        PERIOD.opens_on,
        PERIOD.due_on,
        PERIOD.stated_on,
        PERIOD.closes_on,
    )


def test_every_action_has_a_key_of_its_own() -> None:
    requests = (
        OpenRequest(PERIOD, "so-a", (1,), is_document=False, round=1),
        OpenRequest(PERIOD, "so-a", (1,), is_document=False, round=2),
        AmendRequest(PERIOD, "so-a", (2,), added=(2,), removed=(1,), change=1),
        WithdrawRequest(PERIOD, "so-a", 1),
        HandOverRequest(PERIOD, "so-a", ("so-d",), (1,)),
        SendReminder(PERIOD, "so-a", "first", DAY, step=None, is_first=True, round=1),
        SendReminder(PERIOD, "so-a", "first", DAY, step=None, is_first=True, round=2),
        Acknowledge(PERIOD, "so-a", "r1", is_question=False),
    )
    periods = (OpenPeriod(PERIOD), ClosePeriod(PERIOD), RenderReport(PERIOD))

    assert len({action.key for action in (*requests, *periods)}) == len(requests) + len(periods)
    assert {str(ref_of(action)) for action in requests} == {"nam-2026/so-a"}
