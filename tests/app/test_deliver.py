from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.attention import attention
from app.deliver import Wave, deliver_all, mails_in_doubt, waiting_mails
from app.remind import queue_due
from dondoc.errors import LedgerError, PermanentMailError, StorageError, TemporaryMailError, UncertainMailError
from dondoc.events.mails import MailClaimed
from dondoc.events.records import Event, Record
from dondoc.mail import OutboundMail, SendResult
from dondoc.messages import say
from dondoc.ports import Ledger, Notifier, nothing
from ledger.memory import MemoryFileStore, MemoryLedger
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.adapters.smtp_server import ScriptedServer, running
from tests.app.desk import OPENS, PERIOD, Room, crowded_plan, make_room


def queue(room: Room) -> tuple[str, str]:
    first, second = queue_due(room.office, OPENS)
    return first, second


def test_a_wave_goes_over_one_connection_and_is_sent_once(room: Room) -> None:
    keys = queue(room)

    assert deliver_all(room.office, keys) == dict.fromkeys(keys, "sent")
    assert deliver_all(room.office, waiting_mails(room.office.status())) == {}
    assert (len(room.notifier.sent), room.notifier.waves) == (2, 2)
    assert [mail.state for mail in room.office.status().mails.values()] == ["sent", "sent"]


def test_a_mail_claimed_by_another_worker_is_left_to_it(room: Room) -> None:
    first, second = queue(room)
    mails = room.office.status().mails
    room.office.record(MailClaimed(period=PERIOD, agency=mails[first].queued.agency, mail=first, attempt=1))

    assert Wave(room.office, room.notifier).deliver([mails[first], mails[second]]) == ["taken", "sent"]
    assert [sent.message_id for sent in room.notifier.sent] == [mails[second].queued.message_id]


def test_a_temporary_failure_is_tried_again_at_the_next_run(room: Room) -> None:
    room.notifier.failing.append(TemporaryMailError(say("later"), 451))
    first, second = queue(room)

    assert deliver_all(room.office, [first, second]) == {first: "again-later", second: "sent"}
    assert waiting_mails(room.office.status()) == (first,)
    assert deliver_all(room.office, [first]) == {first: "sent"}
    mail = room.office.status().mails[first]
    assert (mail.attempt, mail.state) == (2, "sent")
    assert len({sent.message_id for sent in room.notifier.sent}) == 2


def test_a_permanent_failure_is_never_tried_again(room: Room) -> None:
    room.notifier.failing.append(PermanentMailError(say("no such user"), 550))
    first, _ = queue(room)

    assert deliver_all(room.office, [first]) == {first: "failed"}
    assert first not in waiting_mails(room.office.status())
    assert (room.office.status().mails[first].state, room.office.status().mails[first].words) == (
        "failed",
        "no such user",
    )


def test_why_a_mail_did_not_leave_is_kept_in_the_language_of_the_plan(room: Room) -> None:
    refused = say("the mail server refused it: {code} {words}", code=550, words="no such user")
    room.notifier.failing.append(PermanentMailError(refused, 550))
    first, _ = queue(room)

    deliver_all(room.office, [first])

    assert room.office.status().mails[first].words == "máy chủ thư từ chối thư: 550 no such user"


def test_an_uncertain_end_is_in_doubt_after_a_quarter_of_an_hour_and_never_sent_again(room: Room) -> None:
    room.notifier.failing.append(UncertainMailError(say("cut off")))
    first, _ = queue(room)

    assert deliver_all(room.office, [first]) == {first: "in-doubt"}
    assert mails_in_doubt(room.office, room.office.status()) == ()
    room.clock.forward(minutes=15)
    assert [mail.key for mail in mails_in_doubt(room.office, room.office.status())] == [first]
    assert first not in waiting_mails(room.office.status())


def test_refused_recipients_are_recorded_and_stand_before_the_officer(room: Room) -> None:
    room.notifier.refusing["so-c2@tinh.example"] = "550 unknown"

    room.remind(OPENS)

    (mail,) = room.mails("first", "so-c")
    assert (mail.state, mail.refused) == ("sent", {"so-c2@tinh.example": "550 unknown"})
    assert any("so-c2@tinh.example" in str(reason) for one in attention(room.office) for reason in one.reasons)


def test_a_mail_whose_bytes_are_lost_is_not_claimed_and_stops_no_other(tmp_path: Path) -> None:
    class Losing(MemoryFileStore):
        def __init__(self) -> None:
            super().__init__()
            self.lost: set[str] = set()

        def get(self, sha256: str) -> bytes:
            if sha256 in self.lost:
                raise LedgerError(say("missing"))
            return super().get(sha256)

    room, files = make_room(tmp_path), Losing()
    room.office = replace(room.office, files=files)
    first, second = queue(room)
    files.lost.add(room.office.status().mails[first].queued.sha256)

    outcomes = deliver_all(room.office, [first, second])

    assert outcomes[second] == "sent"
    assert room.office.status().mails[first].state == "failed"


def test_a_reminder_that_waited_while_the_agency_answered_is_not_sent(room: Room) -> None:
    room.remind(OPENS)
    queue_due(room.office, date(2026, 11, 13))
    room.write("so-b@tinh.example", "NV1: đã hoàn thành, 2 lớp\nNV2: đã hoàn thành")
    room.collect(date(2026, 11, 13))
    assert room.request("so-b").is_complete

    waiting = waiting_mails(room.office.status())

    assert [room.office.status().mails[key].queued.agency for key in waiting] == ["so-c"]


def test_of_two_reminders_that_waited_only_the_newer_is_sent(room: Room) -> None:
    room.remind(OPENS)
    queue_due(room.office, date(2026, 11, 13))
    queue_due(room.office, date(2026, 11, 20))

    mails = [room.office.status().mails[key].queued for key in waiting_mails(room.office.status())]

    assert [(mail.agency, mail.due_on) for mail in mails] == [
        ("so-b", date(2026, 11, 20)),
        ("so-c", date(2026, 11, 20)),
    ]


@pytest.mark.parametrize("change", ["withdrawn", "closed"])
def test_a_reminder_that_waited_until_nobody_is_asked_any_more_is_not_sent(room: Room, change: str) -> None:
    room.remind(OPENS)
    queue_due(room.office, date(2026, 11, 13))
    if change == "closed":
        queue_due(room.office, date(2026, 12, 29) + timedelta(days=1))
    else:
        room.follow(room.office.plan_text.replace("lead: [so-b, so-c]", "lead: [so-b]"))
        queue_due(room.office, date(2026, 11, 14))

    mails = [room.office.status().mails[key].queued for key in waiting_mails(room.office.status())]

    assert not [mail for mail in mails if mail.agency == "so-c" and mail.due_on]


def test_a_mail_that_another_worker_claimed_meanwhile_is_not_claimed_a_second_time(room: Room) -> None:
    keys = queue(room)
    waiting = waiting_mails(room.office.status())
    mail = room.office.status().mails[keys[0]].queued
    room.office.record(MailClaimed(period=PERIOD, agency=mail.agency, mail=keys[0], attempt=1))

    outcomes = deliver_all(room.office, waiting)

    assert outcomes == {keys[0]: "taken", keys[1]: "sent"}
    assert len(room.bodies("MailClaimed")) == 2


def crowd(tmp_path: Path) -> tuple[Room, tuple[str, ...]]:
    room = make_room(tmp_path, crowded_plan(4))
    return room, queue_due(room.office, OPENS)


class Watching:
    """Says which mails are claimed without a word, each time the server begins and has finished to take one."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.open: list[int] = []

    @contextmanager
    def connected(self) -> Iterator[Notifier]:
        yield self

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        self._look()
        result = self.room.notifier.send(mail, meanwhile=meanwhile)
        self._look()
        return result

    def _look(self) -> None:
        mails = self.room.office.status().mails.values()
        self.open.append(sum(mail.state == "claimed" for mail in mails))


def test_at_no_moment_of_a_wave_more_than_two_mails_would_be_in_doubt(tmp_path: Path) -> None:
    room, keys = crowd(tmp_path)
    watching = Watching(room)

    deliver_all(replace(room.office, notifier=watching), keys)

    assert watching.open == [1, 2, 2, 2, 2, 2, 2, 2]
    assert [mail.state for mail in room.office.status().mails.values()] == ["sent"] * 4


def test_a_word_and_the_next_claim_are_one_transaction_while_the_server_takes_a_mail(tmp_path: Path) -> None:
    room, keys = crowd(tmp_path)
    ledger = Counting(room.ledger)

    deliver_all(replace(room.office, ledger=ledger), keys)

    assert ledger.batches == [1, 1, 2, 2, 2]


class Counting(MemoryLedger):
    """How many events each transaction held; breaks at the one whose number is given."""

    def __init__(self, ledger: Ledger, breaks_at: int = 0) -> None:
        super().__init__()
        self.ledger, self.breaks_at = ledger, breaks_at
        self.batches: list[int] = []

    def append(self, *events: Event) -> tuple[Record, ...]:
        self.batches.append(len(events))
        if len(self.batches) == self.breaks_at:
            raise StorageError(say("away"))
        return self.ledger.append(*events)


def test_a_record_that_fails_while_the_server_takes_a_mail_still_hears_its_answer(tmp_path: Path) -> None:
    room, keys = crowd(tmp_path)

    with pytest.raises(StorageError):
        deliver_all(replace(room.office, ledger=Counting(room.ledger, breaks_at=3)), keys)

    states = Counter(mail.state for mail in room.office.status().mails.values())
    assert states == {"sent": 2, "queued": 2}


def test_what_was_claimed_ahead_is_given_back_when_the_server_leaves(tmp_path: Path) -> None:
    room, keys = crowd(tmp_path)
    with running(ScriptedServer(on_data=["421 closing"])) as server:
        smtp = SmtpSettings(host="127.0.0.1", port=server.port, security="none", timeout_seconds=5)
        first = deliver_all(replace(room.office, notifier=SmtpNotifier(smtp)), keys)

    assert set(first.values()) == {"again-later"}
    assert [mail.state for mail in room.office.status().mails.values()] == ["queued"] * 4
    assert set(deliver_all(room.office, keys).values()) == {"sent"}


def test_a_mail_claimed_ahead_goes_on_after_one_in_doubt(tmp_path: Path) -> None:
    room, keys = crowd(tmp_path)
    room.notifier.failing.append(UncertainMailError(say("cut off")))

    outcomes = deliver_all(room.office, keys)

    assert outcomes == {keys[0]: "in-doubt", **dict.fromkeys(keys[1:], "sent")}
    assert len(room.bodies("MailClaimed")) == 4
