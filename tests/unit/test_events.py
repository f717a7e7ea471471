from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dondoc.events.alarms import AlarmEnded, AlarmRaised
from dondoc.events.base import EventBody
from dondoc.events.mails import MailBounced, MailClaimed, MailFailed, MailSent
from dondoc.events.periods import PeriodClosed, RequestAmended, RequestHandedOver, RequestWithdrawn
from dondoc.events.plans import PlanAdopted, PlanProposed
from dondoc.events.records import Body, Event, body_from_json, body_to_json
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    MailQuarantined,
    QuarantineSettled,
    ReadingFailed,
    ReceivedAttachment,
    RecordedItem,
    ReplyRefused,
    ReplyReviewed,
    StatementRecorded,
)
from dondoc.events.reports import ReportApproved, ReportRendered
from tests.unit.happened import asked, period_opened, queued, received, said, unclear

DAY = date(2026, 11, 2)
FILE = ReceivedAttachment(name="a.pdf", size=1, sha256="f" * 64)
ONE_OF_EACH: tuple[Body, ...] = (
    PlanAdopted(version=1, sha256="0" * 64, text="plan: {}"),
    period_opened(),
    PeriodClosed(period="p", on=DAY, plan_version=1),
    asked("so-a", 1, 2),
    RequestAmended(period="p", agency="a", on=DAY, tasks=(1,), change=1),
    RequestWithdrawn(period="p", agency="a", on=DAY),
    RequestHandedOver(period="p", agency="a", on=DAY, to=("b",), tasks=(1,)),
    queued(),
    MailClaimed(period="p", agency="a", mail="m"),
    MailSent(period="p", agency="a", mail="m", refused={"x@y.example": "550"}),
    MailFailed(period="p", agency="a", mail="m", attempt=1, is_temporary=True, code=450, words="later"),
    MailBounced(reply="r", address="x@y.example", is_hard=True, words="5.1.1"),
    received(files=(FILE,)),
    said(1, figures={"lop": 2.5, "co": True}),
    StatementRecorded(period="p", agency="a", reply="r", on=DAY, figures={"x": 1.0, "y": False}, obstacles="khó"),
    DocumentReceived(period="p", agency="a", reply="r", on=DAY, files=(FILE,)),
    unclear("r", "so-a", RecordedItem(task=1, status="done")),
    ReplyReviewed(period="p", agency="a", reply="r", on=DAY, reason="đã gọi điện"),
    ReplyRefused(period="p", agency="a", reply="r", on=DAY),
    ReadingFailed(sha256="0" * 64, attempt=1, error="ValueError"),
    MailQuarantined(on=DAY, sha256="0" * 64, error="ValueError"),
    ReportRendered(period="p", on=DAY, edition=1, files={"a.docx": "0" * 64}),
    ReportApproved(period="p", on=DAY, edition=1, comment="được"),
    PlanProposed(version=2, sha256="0" * 64, on=DAY, text="plan: {}", summary=()),
    QuarantineSettled(on=DAY, sha256="0" * 64, reason="quảng cáo"),
    AlarmRaised(alarm="doubt"),
    AlarmEnded(alarm="doubt", count=1),
)


def test_one_of_each_kind_is_tried() -> None:
    union = get_args(get_args(Body)[0])

    assert {type(body) for body in ONE_OF_EACH} == set(union)


@pytest.mark.parametrize("body", ONE_OF_EACH, ids=lambda body: body.kind)
def test_a_body_reads_back_as_it_was_written(body: Body) -> None:
    values = body_to_json(body)

    assert body_from_json(body.kind, body.period, body.agency, values) == body
    assert not {"kind", "period", "agency"} & values.keys()


def test_keys_differ_from_kind_to_kind_and_plan_to_plan() -> None:
    at = datetime(2026, 11, 2, tzinfo=UTC)

    keys = {Event(body, plan, at, "test").key for body in ONE_OF_EACH for plan in ("A", "B")}

    assert len(keys) == 2 * len(ONE_OF_EACH)


def test_a_kind_without_a_key_cannot_be_recorded() -> None:
    with pytest.raises(NotImplementedError):
        _ = EventBody(kind="Nothing").key


def test_what_no_event_says_is_refused() -> None:
    with pytest.raises(ValidationError):
        body_from_json("MailSent", "p", "a", {"mail": "m", "colour": "red"})
    with pytest.raises(ValidationError):
        body_from_json("NothingHappened", "p", "a", {})


@given(st.dictionaries(st.text(min_size=1), st.booleans() | st.floats(allow_nan=False, allow_infinity=False)))
def test_a_yes_stays_a_yes_and_a_one_stays_a_number(figures: dict[str, float | bool]) -> None:
    body = said(1, figures=figures)

    back = body_from_json(body.kind, body.period, body.agency, body_to_json(body))

    assert isinstance(back, ItemConfirmed)
    assert {name: (type(value), value) for name, value in back.item.figures.items()} == {
        name: (type(value), value) for name, value in figures.items()
    }
