"""Replies after an agency ended in the middle of a period."""

from datetime import date
from pathlib import Path

import pytest

from tests.app.desk import OPENS, PLAN, Room, make_room

ENDED = date(2026, 11, 18)
_SO_C = "so-c: {name: Sở Cường, email: [so-c@tinh.example, so-c2@tinh.example], superior: ubnd"
_SO_D = "  so-d: {name: Sở Dung, email: so-d@tinh.example, superior: ubnd, from: 2026-11-18}"
_SO_E = "  so-e: {name: Sở Em, email: so-e@tinh.example, superior: ubnd, from: 2026-11-18}"
MERGED = PLAN.replace(f"{_SO_C}}}", f"{_SO_C}, until: 2026-11-17, successor: so-d}}\n{_SO_D}")
SPLIT = PLAN.replace(f"{_SO_C}}}", f"{_SO_C}, until: 2026-11-17, successor: [so-d, so-e]}}\n{_SO_D}\n{_SO_E}")


def ended(home: Path, plan: str) -> Room:
    """Everybody was asked; then so-c ended and its successors were told."""
    room = make_room(home, plan)
    room.remind(OPENS)
    room.remind(ENDED)
    return room


@pytest.fixture
def merged(tmp_path: Path) -> Room:
    return ended(tmp_path, MERGED)


@pytest.fixture
def split(tmp_path: Path) -> Room:
    return ended(tmp_path, SPLIT)


def test_both_sides_of_a_hand_over_get_a_mail(merged: Room) -> None:
    assert len(merged.mails("hand-over", "so-c")) == len(merged.mails("hand-over", "so-d")) == 1


def test_the_former_address_answers_for_the_successor(merged: Room) -> None:
    merged.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-d")

    merged.collect(ENDED)

    assert merged.request("so-d").is_complete
    assert merged.waiting() == ()


@pytest.mark.parametrize("sender", ["so-c@tinh.example", "so-d@tinh.example"], ids=["the former", "the successor"])
def test_an_answer_in_the_former_thread_counts_for_the_successor(merged: Room, sender: str) -> None:
    first = merged.mails("first", "so-c")[0].queued.message_id
    merged.write(sender, "NV1: đã hoàn thành", subject="Re: Báo cáo", headers={"In-Reply-To": f"<{first}>"})

    merged.collect(ENDED)

    assert merged.request("so-d").is_complete
    assert merged.request("so-c").confirmations == {}


def test_what_the_former_agency_quotes_is_not_taken_for_its_answer(merged: Room) -> None:
    earlier = merged.mails("first", "so-c")[0].queued.body
    merged.write("so-c@tinh.example", f"NV1: đang thực hiện, đạt 40%\n\n{earlier}", agency="so-c")

    merged.collect(ENDED)

    said = merged.request("so-d").confirmations[1]
    assert (said.status, said.percent) == ("in_progress", 40)


def test_a_strangers_answer_for_the_successor_waits(merged: Room) -> None:
    merged.write("la@khac.example", "NV1: đã hoàn thành", agency="so-c")

    merged.collect(ENDED)

    assert merged.request("so-d").confirmations == {}
    assert len(merged.waiting()) == 1


def test_of_several_successors_the_one_that_writes_is_meant(split: Room) -> None:
    split.write("so-e@tinh.example", "NV1: đã hoàn thành", agency="so-c")

    split.collect(ENDED)

    assert split.request("so-e").is_complete
    assert not split.request("so-d").is_complete


def test_where_several_took_over_the_former_address_settles_nothing_for_them(split: Room) -> None:
    split.write("so-c@tinh.example", "NV1: đã hoàn thành", agency="so-c")

    split.collect(ENDED)
    split.remind(date(2026, 11, 19))

    assert len(split.waiting()) == 1
    assert {name: split.request(name).missing for name in ("so-d", "so-e")} == {"so-d": (1,), "so-e": (1,)}


def test_a_bounce_from_the_former_address_stops_mail_to_it(merged: Room) -> None:
    first = merged.mails("first", "so-c")[0].queued.message_id
    notice = (
        f"From: MAILER-DAEMON@tinh.example\nTo: office@so-a.example\nSubject: Undelivered\nMessage-ID: <b@x.example>\n"
        f"In-Reply-To: <{first}>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nno such user\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; tinh.example\n\n"
        "Final-Recipient: rfc822; so-c@tinh.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
    )
    merged.inbox.deliver(notice.encode(), merged.clock.now())

    merged.collect(ENDED)

    assert set(merged.office.status().bounced) == {"so-c@tinh.example"}
