"""Which letter goes with an action, and when nobody is to be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dondoc.actions import Acknowledge, AmendRequest, HandOverRequest, SendReminder, WithdrawRequest
from dondoc.letters.choose import Telling, letter_for
from dondoc.letters.letter import Letter
from dondoc.status import RequestStatus, Status
from tests.unit.letters.cases import MAILED, OPENED, PARTLY_ANSWERED, PERIOD, PLAN, REPLY_ID
from tests.unit.letters.every import hand_over

DAY = date(2026, 11, 16)
AMEND = AmendRequest(PERIOD, "so-y-te", (1, 2, 12), added=(12,), removed=(6,), change=1)
FIRST = SendReminder(PERIOD, "so-y-te", "first", DAY, is_first=True, round=1, step=None)


def chosen(action: Telling, request: RequestStatus = MAILED, *handed_over: HandOverRequest) -> Letter | None:
    return letter_for(PLAN, Status(), request, action, handed_over=handed_over, as_of=DAY)


@pytest.mark.parametrize(
    ("action", "purpose"),
    [
        (FIRST, "first"),
        (Acknowledge(PERIOD, "so-y-te", REPLY_ID, is_question=False), "acknowledge"),
        (Acknowledge(PERIOD, "so-y-te", REPLY_ID, is_question=True), "question"),
        (AMEND, "amend"),
        (WithdrawRequest(PERIOD, "so-y-te", 1), "withdraw"),
    ],
)
def test_action_has_the_letter_of_its_kind(action: Telling, purpose: str) -> None:
    letter = chosen(action, PARTLY_ANSWERED)

    assert letter is not None
    assert letter.purpose == purpose


def test_first_mail_of_an_heir_tells_what_it_takes_over_under_the_key_of_its_reminder() -> None:
    letter = chosen(FIRST, OPENED, hand_over())

    assert letter is not None
    assert (letter.purpose, letter.key) == ("hand-over", FIRST.key)


def test_heir_that_was_written_to_before_is_told_instead_of_asked_anew() -> None:
    letter = chosen(AMEND, MAILED, hand_over())

    assert letter is not None
    assert letter.purpose == "hand-over"
    assert [task.number for task in letter.missing] == [1, 2, 12]


def test_agency_that_hands_over_is_told_to_whom() -> None:
    letter = chosen(HandOverRequest(PERIOD, "so-y-te", ("so-dan-so",), (12,)), MAILED)

    assert letter is not None
    assert letter.purpose == "hand-over"


@pytest.mark.parametrize(
    ("action", "request_"),
    [
        (AMEND, OPENED),
        (WithdrawRequest(PERIOD, "so-y-te", 1), OPENED),
        (replace(AMEND, added=()), MAILED),
    ],
    ids=["changed before any mail", "withdrawn before any mail", "only asked less"],
)
def test_nobody_is_told_of_what_he_never_heard_of_or_need_not_do(action: Telling, request_: RequestStatus) -> None:
    assert chosen(action, request_) is None
