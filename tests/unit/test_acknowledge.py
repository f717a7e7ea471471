from datetime import date

import pytest

from dondoc.acknowledge import acknowledgement_due
from dondoc.actions import Acknowledge
from dondoc.events.records import Body
from dondoc.events.replies import ReceivedAttachment, ReplyReviewed
from dondoc.fold import fold
from dondoc.periods import find_period
from dondoc.reply import RequestRef
from tests.unit.happened import PERIOD, asked, queued, received, records, said, unclear
from tests.unit.plans import small_plan

FILE = ReceivedAttachment(name="scan.pdf", size=1, sha256="f" * 64)


def word_after(*bodies: Body) -> Acknowledge | None:
    period = find_period(small_plan(), PERIOD)
    request = fold(records(asked("so-a", 1, 2), *bodies)).request(RequestRef(PERIOD, "so-a"))
    assert period is not None
    assert request is not None
    return acknowledgement_due(period, request)


def test_no_reply_is_owed_no_word() -> None:
    assert word_after() is None


def test_a_reply_is_owed_one_word() -> None:
    due = word_after(received(), said(1))

    assert due is not None
    assert (due.reply, due.is_question) == ("r1", False)
    assert word_after(received(), said(1), queued("w", purpose="acknowledge", due_on=None, reply="r1")) is None


@pytest.mark.parametrize("kind", ["auto-reply", "bounce", "other"])
def test_machines_get_no_word(kind: str) -> None:
    assert word_after(received(kind=kind)) is None


def test_strangers_get_no_word() -> None:
    assert word_after(received(known=False), unclear()) is None


def test_one_word_covers_every_reply_before_it() -> None:
    due = word_after(received("r1"), said(1), received("r2"), said(2, reply="r2"))

    assert due is not None
    assert due.reply == "r2"


def test_a_machine_writing_last_hides_no_reply() -> None:
    due = word_after(received("r1"), said(1), received("r2", kind="auto-reply"))

    assert due is not None
    assert due.reply == "r1"


def test_where_nothing_was_understood_a_question_is_put() -> None:
    due = word_after(received(), unclear())

    assert due is not None
    assert due.is_question


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param((received(), said(1), unclear()), id="something was understood"),
        pytest.param((received(files=(FILE,)), unclear()), id="a file came that a person can look at"),
        pytest.param((said(1), said(2), received(), unclear()), id="nothing is missing any more"),
        pytest.param(
            (received(), unclear(), ReplyReviewed(period=PERIOD, agency="so-a", reply="r1", on=date(2026, 11, 3))),
            id="the officer has settled it",
        ),
    ],
)
def test_otherwise_it_is_an_acknowledgement(bodies: tuple[Body, ...]) -> None:
    due = word_after(*bodies)

    assert due is not None
    assert not due.is_question


def test_a_question_is_not_asked_twice_in_a_row() -> None:
    asked_once = (received(), unclear(), queued("w", purpose="question", due_on=None, reply="r1"))

    assert word_after(*asked_once, received("r2"), unclear("r2")) is None
    after = word_after(*asked_once, received("r2"), said(1, reply="r2"))
    assert after is not None
    assert not after.is_question
