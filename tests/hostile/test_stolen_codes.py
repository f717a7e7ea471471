"""Codes and threads used again where they no longer, or never did, open anything."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.office import History
from app.report import report_of
from dondoc.plan.load import load_plan
from dondoc.reading.match import book_of, code_key
from tests.app.desk import CLOSES, OPENS, PERIOD, PLAN, Room, make_room
from tests.app.test_collect_reorganisation import ENDED, SPLIT, ended

TEXT = "NV1: đã hoàn thành, 3 lớp.\nNV2: đã hoàn thành."
NEXT_DAY, CLOSED = OPENS + timedelta(days=1), CLOSES + timedelta(days=1)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = make_room(tmp_path)
    made.remind(OPENS)
    return made


@pytest.mark.parametrize(
    "spelt", [str.lower, lambda code: code.replace("-", " - "), lambda code: code.replace("-", "–")]
)
def test_a_code_opens_its_request_however_it_is_spelt(room: Room, spelt: object) -> None:
    assert callable(spelt)
    room.write("so-b@tinh.example", TEXT, subject=f"Re: {spelt(room.request('so-b').code)}")

    room.collect(OPENS)

    assert set(room.request("so-b").confirmations) == {1, 2}


def test_a_code_with_one_letter_changed_opens_nothing(room: Room) -> None:
    requests = book_of(room.office.status())
    code = room.request("so-b").code
    changed = {
        f"{code[:place]}{letter}{code[place + 1 :]}"
        for place in range(len(code))
        for letter in string.ascii_uppercase + string.digits
    }

    opened = {one for one in changed if code_key(one) != code_key(code) and requests.by_code(one)}

    assert opened == set()
    assert len(changed) > 400


def test_the_check_of_one_code_opens_no_other(room: Room) -> None:
    of_b, of_c = (room.request(agency).code for agency in ("so-b", "so-c"))
    mixed = f"{of_c.rpartition('-')[0]}-{of_b.rpartition('-')[2]}"
    room.write("so-c@tinh.example", TEXT, subject=f"Re: [{mixed}]")

    room.collect(OPENS)

    assert room.bodies("ItemConfirmed") == []
    assert len(room.waiting()) == 1


def test_a_code_used_after_the_period_closed_changes_no_report(room: Room) -> None:
    code = room.request("so-b").code
    room.run_days(NEXT_DAY, CLOSED)
    before = report_of(room.office, PERIOD, CLOSED)
    room.write("so-b@tinh.example", TEXT, subject=f"Re: [{code}]")

    room.collect(CLOSED)

    assert len(room.bodies("ItemConfirmed")) == 2, "what was said is kept"
    assert report_of(room.office, PERIOD, CLOSED) == before


def test_a_code_used_after_its_request_was_withdrawn_waits_for_the_officer(room: Room) -> None:
    code = room.request("so-c").code
    room.follow(PLAN.replace("lead: [so-b, so-c]", "lead: [so-b]"))
    room.remind(NEXT_DAY)
    before = report_of(room.office, PERIOD, NEXT_DAY)
    room.write("so-c@tinh.example", "NV1: đã hoàn thành, 3 lớp.", agency="so-c", subject=f"Re: [{code}]")

    room.collect(NEXT_DAY)

    assert report_of(room.office, PERIOD, NEXT_DAY).rates == before.rates
    assert room.bodies("ItemConfirmed") == []
    (waiting,) = room.waiting()
    assert "withdrawn on 31/10/2026" in str(waiting.reasons[0].text.format(**waiting.reasons[0].values))
    assert room.acknowledge(NEXT_DAY) == ()


def test_a_code_handed_over_to_several_speaks_for_none_of_them(tmp_path: Path) -> None:
    room = ended(tmp_path, SPLIT)
    code = room.request("so-c").code
    for number, sender in enumerate(("la@khac.example", "so-b@tinh.example")):
        room.write(sender, "NV1: đã hoàn thành", subject=f"Re: [{code}]", message_id=f"<{number}@khac.example>")

    room.collect(ENDED)

    assert room.bodies("ItemConfirmed") == []
    assert len(room.waiting()) == 2


def test_the_code_of_another_plan_in_the_same_record_opens_nothing(room: Room) -> None:
    code = room.request("so-b").code
    text = PLAN.replace("code: KH", "code: XA")
    plan = load_plan(text).plan
    room.office = replace(room.office, plan=plan, plan_text=text, history=History(room.ledger, plan.code))
    room.remind(OPENS)
    room.write("so-b@tinh.example", TEXT, subject=f"Re: [{code}]")

    room.collect(OPENS)

    assert room.request("so-b").code != code
    assert room.bodies("ItemConfirmed") == []


@pytest.mark.parametrize("has_own_code", [True, False])
def test_a_mail_in_the_thread_of_another_agency_records_for_neither(room: Room, *, has_own_code: bool) -> None:
    thread = room.mails("first", "so-c")[0].queued.message_id
    code = f"[{room.request('so-b').code}]" if has_own_code else ""
    room.write("so-b@tinh.example", TEXT, subject=f"Re: {code}", headers={"In-Reply-To": f"<{thread}>"})

    room.collect(OPENS)

    assert room.bodies("ItemConfirmed") == []
    assert len(room.waiting()) == 1
