from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.review import accept, refuse, set_items, short_name, waiting_reply
from dondoc.errors import InputError
from dondoc.events.records import Event, Record, body_from_json
from dondoc.events.replies import RecordedItem
from dondoc.ports import Ledger
from dondoc.reply import RequestRef
from dondoc.review_words import parse_item
from dondoc.status import ReplyStatus
from ledger.memory import MemoryLedger
from tests.app.desk import OPENS, PERIOD, PLAN, Room

WROTE = date(2026, 11, 2)
LOOKED = date(2026, 12, 20)
DONE = RecordedItem(task=1, status="done")


def wait_with(room: Room, text: str, sender: str = "so-b@tinh.example", **values: str) -> ReplyStatus:
    """The period opens, a mail comes in, and waits; long after, the officer looks."""
    room.remind(OPENS)
    room.clock.turn_to(WROTE)
    room.write(sender, text, **values)  # type: ignore[arg-type]  # all of them text
    room.collect(WROTE)
    room.clock.turn_to(LOOKED)
    (reply,) = room.waiting()
    return reply


def test_what_a_stranger_says_can_be_accepted_and_counts_from_the_day_it_came(room: Room) -> None:
    reply = wait_with(room, "NV1: đã hoàn thành, 2 lớp", sender="ai-do@la.example")

    accept(room.office, short_name(reply), by="Lan", reason="đã gọi điện")

    confirmation = room.request("so-b").confirmations[1]
    assert (confirmation.status, confirmation.figures, confirmation.first_on) == ("done", {"lop": 2.0}, WROTE)
    assert room.waiting() == ()
    assert {record.event.by for record in room.ledger.records() if record.body.kind == "ReplyReviewed"} == {"Lan"}


def test_what_the_officer_reads_out_of_it_is_recorded_instead(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    set_items(room.office, short_name(reply), [parse_item("1=in_progress,percent=40,lop=2")], by="Lan")

    confirmation = room.request("so-b").confirmations[1]
    assert (confirmation.status, confirmation.percent, confirmation.figures) == ("in_progress", 40, {"lop": 2.0})
    assert room.waiting() == ()


def test_a_refused_reply_leaves_nothing_but_the_word_that_somebody_looked(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    refuse(room.office, short_name(reply), by="Lan", reason="không rõ")

    assert (room.request("so-b").confirmations, room.waiting()) == ({}, ())
    assert room.kinds()[-1] == "ReplyRefused"


def test_a_reply_settled_is_not_waiting_and_cannot_be_settled_again(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")
    set_items(room.office, short_name(reply), [DONE], by="Lan")
    before = room.kinds()

    with pytest.raises(InputError):
        accept(room.office, short_name(reply), by="Hà")
    with pytest.raises(InputError):
        set_items(room.office, short_name(reply), [DONE], by="Hà")
    with pytest.raises(InputError):
        refuse(room.office, short_name(reply), by="Hà")

    assert room.kinds() == before


def test_a_task_named_twice_is_refused_and_not_silently_lost(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    with pytest.raises(InputError):
        set_items(room.office, short_name(reply), [DONE, replace_status(DONE)], by="Lan")

    assert len(room.waiting()) == 1


def replace_status(item: RecordedItem) -> RecordedItem:
    return item.model_copy(update={"status": "in_progress"})


def test_nothing_to_accept_says_so(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    with pytest.raises(InputError, match="--set"):
        accept(room.office, short_name(reply), by="Lan")


def test_setting_nothing_settles_nothing(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    with pytest.raises(InputError):
        set_items(room.office, short_name(reply), [], by="Lan")

    assert len(room.waiting()) == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param("7=done", "1, 2", id="a task nobody asked"),
        pytest.param("1=done,luot=3", "lop", id="a figure the task has not"),
        pytest.param("1=done,lop=yes", "lop", id="yes where a number is wanted"),
        pytest.param("2=done,co-quy-che=3", "co-quy-che", id="a number where yes or no is wanted"),
    ],
)
def test_what_was_not_asked_is_refused_naming_what_was(room: Room, said: str, words: str) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")

    with pytest.raises(InputError, match=words):
        set_items(room.office, short_name(reply), [parse_item(said)], by="Lan")

    assert len(room.waiting()) == 1


def test_a_task_taken_out_of_the_plan_meanwhile_is_refused_in_words(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")
    tasks = {number: task for number, task in room.office.plan.tasks.items() if number != 1}
    room.office = replace(room.office, plan=replace(room.office.plan, tasks=tasks))

    with pytest.raises(InputError):
        set_items(room.office, short_name(reply), [DONE], by="Lan")


def test_a_mail_of_no_request_is_settled_once_the_officer_says_whose_it_is(room: Room) -> None:
    reply = wait_with(room, "NV1: đã hoàn thành", sender="ai-do@la.example", subject="Báo cáo")
    name = short_name(reply)

    with pytest.raises(InputError, match="--request"):
        set_items(room.office, name, [DONE], by="Lan")
    with pytest.raises(InputError):
        set_items(room.office, name, [DONE], by="Lan", request=RequestRef(PERIOD, "so-khac"))
    set_items(room.office, name, [DONE], by="Lan", request=RequestRef(PERIOD, "so-b"))

    assert room.request("so-b").confirmations[1].first_on == WROTE
    assert room.waiting() == ()


def test_a_waiting_reply_is_found_by_any_beginning_of_its_name_that_is_its_own(room: Room) -> None:
    reply = wait_with(room, "Chúng tôi sẽ xem lại nhé.")
    status = room.office.status()

    assert waiting_reply(status, reply.received.sha256[:3].upper()) == reply
    for name in ("", "zzzz", reply.received.sha256 + "0"):
        with pytest.raises(InputError):
            waiting_reply(status, name)


def test_two_replies_with_the_same_beginning_are_not_told_apart_by_it(room: Room) -> None:
    wait_with(room, "Chúng tôi đã làm rồi nhé.")
    for number in range(40):
        room.write("so-b@tinh.example", f"Chúng tôi đã làm rồi nhé {number}.")
    room.collect(LOOKED)
    first = [reply.received.sha256[0] for reply in room.waiting()]
    shared = next(letter for letter in first if first.count(letter) > 1)

    with pytest.raises(InputError):
        waiting_reply(room.office.status(), shared)


def test_a_document_is_taken_from_the_files_of_the_accepted_reply(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.app.desk import make_room

    plan = PLAN.replace("    tasks: all\n", "    ask: document\n    to: [so-b]\n")
    room = make_room(tmp_path_factory.mktemp("office"), plan)
    room.remind(OPENS)
    room.clock.turn_to(WROTE)
    room.write("ai-do@la.example", "Gửi kế hoạch.", files={"Ke hoach.pdf": b"%PDF-1.4"})
    room.collect(WROTE)
    room.clock.turn_to(LOOKED)
    (reply,) = room.waiting()

    accept(room.office, short_name(reply), by="Lan")

    request = room.request("so-b")
    assert (request.is_complete, request.documents_on) == (True, WROTE)
    assert [file.name for file in request.documents] == ["Ke hoach.pdf"]


class Hasty(MemoryLedger):
    """Lets somebody else act just before the first append, after everybody has looked."""

    def __init__(self, ledger: Ledger, act: Callable[[], None]) -> None:
        super().__init__()
        self._ledger, self._acts = ledger, [act]

    def append(self, *events: Event) -> tuple[Record, ...]:
        if self._acts:
            self._acts.pop()()
        return self._ledger.append(*events)


@pytest.mark.parametrize("first", ["accept", "refuse"])
def test_of_two_officers_who_settle_one_reply_at_once_one_does(room: Room, first: str) -> None:
    reply = wait_with(room, "NV1: đã hoàn thành, 2 lớp", sender="ai-do@la.example")
    name, ways = short_name(reply), {"accept": accept, "refuse": refuse}
    (second,) = ways.keys() - {first}
    other = replace(room.office, ledger=Hasty(room.ledger, lambda: ways[first](room.office, name, by="Lan")))

    with pytest.raises(InputError, match="meanwhile"):
        ways[second](other, name, by="Hoa")

    settled = [record for record in room.ledger.records() if record.body.kind in ("ReplyReviewed", "ReplyRefused")]
    assert [record.event.by for record in settled] == ["Lan"]
    assert bool(room.request("so-b").confirmations) == (first == "accept")


def test_a_refusal_of_an_old_record_keeps_its_key() -> None:
    old = body_from_json("ReplyRefused", "", "", {"reply": "a@b.example", "on": "2026-11-02", "reason": ""})

    assert old.key == "refused/a@b.example"
