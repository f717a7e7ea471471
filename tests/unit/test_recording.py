from datetime import date

from dondoc.events.mails import MailBounced
from dondoc.events.replies import (
    DocumentReceived,
    ItemConfirmed,
    RecordedItem,
    ReplyReceived,
    ReplyUnclear,
    StatementRecorded,
)
from dondoc.mail import Attachment, InboundMail
from dondoc.messages import say
from dondoc.recording import events_of_reply, recorded
from dondoc.reply import Bounce, Reply, ReplyItem, RequestRef, Sender

DAY = date(2026, 11, 2)
REF = RequestRef("nam-2026", "so-a")
ITEM = ReplyItem(1, "done", 100.0, {"lop": 2.0, "co": True}, "hai lớp")
FILE = Attachment("bao-cao.pdf", "application/pdf", b"%PDF")
MAIL = InboundMail(
    raw_sha256="a" * 64,
    size=10,
    message_id="x@so-a.example",
    sender="so-a@tinh.example",
    references=("m1@tinh.example",),
    subject="Re: KH",
    attachments=(FILE,),
)


def test_a_reading_is_recorded_as_received_items_and_statement() -> None:
    reply = Reply(
        kind="reply",
        request=REF,
        matched_by="code",
        sender=Sender("so-a@tinh.example", is_known=True),
        text="x" * 200_000,
        items=(ITEM,),
        figures={"kinh-phi": 5.0},
        obstacles="thiếu người",
    )

    received, item, statement = events_of_reply(reply, MAIL, DAY)

    assert isinstance(received, ReplyReceived)
    assert (received.period, received.agency, received.is_known_sender) == ("nam-2026", "so-a", True)
    assert (received.reply, received.on, received.matched_by) == ("x@so-a.example", DAY, "code")
    assert len(received.text) == 100_000
    assert [(file.name, file.size, file.sha256) for file in received.attachments] == [("bao-cao.pdf", 4, FILE.sha256)]
    assert isinstance(item, ItemConfirmed)
    assert item.item == RecordedItem(
        task=1, status="done", percent=100.0, figures={"lop": 2.0, "co": True}, note="hai lớp"
    )
    assert isinstance(statement, StatementRecorded)
    assert (statement.figures, statement.obstacles, statement.proposals) == ({"kinh-phi": 5.0}, "thiếu người", None)


def test_nothing_is_confirmed_by_a_mail_of_no_request() -> None:
    reply = Reply(kind="reply", items=(ITEM,), obstacles="x", has_document=True, review=(say("no request found"),))

    received, unclear = events_of_reply(reply, MAIL, DAY)

    assert isinstance(received, ReplyReceived)
    assert (received.period, received.agency, received.is_known_sender) == ("", "", False)
    assert isinstance(unclear, ReplyUnclear)


def test_what_is_uncertain_is_kept_as_a_suggestion_with_its_reasons() -> None:
    reply = Reply(kind="reply", request=REF, suggestions=(ITEM,), review=(say("no rule knows {word}", word="xong"),))

    unclear = events_of_reply(reply, MAIL, DAY)[-1]

    assert isinstance(unclear, ReplyUnclear)
    assert unclear.suggestions == (recorded(ITEM),)
    assert [(reason.text, reason.values) for reason in unclear.reasons] == [("no rule knows {word}", {"word": "xong"})]


def test_a_document_is_recorded_with_all_its_files() -> None:
    events = events_of_reply(Reply(kind="reply", request=REF, has_document=True), MAIL, DAY)

    assert [file.name for event in events if isinstance(event, DocumentReceived) for file in event.files] == [
        "bao-cao.pdf"
    ]


def test_a_returned_mail_is_recorded_as_a_dead_address_and_not_put_to_review() -> None:
    bounce = Bounce("so-a@tinh.example", is_hard=True, status="5.1.1", words="unknown")
    reply = Reply(kind="bounce", request=REF, bounces=(bounce,), review=(bounce.reason,))

    events = events_of_reply(reply, MAIL, DAY)

    assert [type(event) for event in events] == [ReplyReceived, MailBounced]
    assert isinstance(events[1], MailBounced)
    assert (events[1].address, events[1].is_hard, events[1].words) == ("so-a@tinh.example", True, "5.1.1 unknown")


def test_every_address_of_a_returned_mail_is_recorded_and_a_foreign_one_waits_for_the_officer() -> None:
    first, second, foreign = (Bounce(f"{name}@tinh.example", is_hard=True, words="unknown") for name in "abc")
    reply = Reply(
        kind="bounce",
        request=REF,
        bounces=(first, second),
        review=(first.reason, second.reason, foreign.reason),
    )

    events = events_of_reply(reply, MAIL, DAY)

    assert [event.address for event in events if isinstance(event, MailBounced)] == ["a@tinh.example", "b@tinh.example"]
    assert len({event.key for event in events}) == len(events)
    assert [dict(reason.values) for event in events if isinstance(event, ReplyUnclear) for reason in event.reasons] == [
        {"address": "c@tinh.example", "words": "unknown"}
    ]


def test_one_mail_leaves_keys_of_its_own() -> None:
    reply = Reply(
        kind="reply",
        request=REF,
        items=(ITEM, ReplyItem(2, "done")),
        proposals="x",
        has_document=True,
        review=(say("look"),),
    )

    keys = [event.key for event in events_of_reply(reply, MAIL, DAY)]

    assert len(keys) == len(set(keys)) == 6
    assert all("x@so-a.example" in key for key in keys)
