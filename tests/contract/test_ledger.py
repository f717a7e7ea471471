"""The laws of the ledger, over every ledger there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier
from typing import Any, cast, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from dondoc.errors import DuplicateEvent, LedgerError
from dondoc.events.base import EventBody, Reason
from dondoc.events.mails import MailClaimed, MailSent
from dondoc.events.records import Body, Event
from dondoc.events.replies import ItemConfirmed, ReceivedAttachment, RecordedItem, ReplyRefused
from dondoc.ports import Ledger
from ledger.memory import MemoryLedger
from ledger.sql import SqlLedger

AT = datetime(2026, 11, 29, 0, 30, tzinfo=UTC)
Open = Callable[[], Ledger]

ON_A_SERVER = pytest.param("in PostgreSQL", marks=pytest.mark.server)
pytestmark = pytest.mark.parametrize("open_ledger", ["in memory", "in a SQLite file", ON_A_SERVER], indirect=True)


@pytest.fixture
def open_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the ledger under test, each time as another worker would."""
    if request.param == "in memory":
        shared = MemoryLedger()
        yield lambda: shared
        return
    url = f"sqlite:///{tmp_path}/ledger.db"
    if request.param == "in PostgreSQL":
        url = request.getfixturevalue("postgresql_url")
    opened: list[SqlLedger] = []

    def open_one() -> SqlLedger:
        opened.append(SqlLedger.open(url))
        return opened[-1]

    yield open_one
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(open_ledger: Open) -> Ledger:
    return open_ledger()


def event(body: Body, *, at: datetime = AT, plan: str = "QCN") -> Event:
    return Event(body, plan, at, "máy chủ")


def claim(mail: str, attempt: int = 1) -> Event:
    return event(MailClaimed(mail=mail, attempt=attempt))


def test_events_come_back_as_they_were_in_the_order_of_recording(ledger: Ledger) -> None:
    item = RecordedItem(task=3, status="done", percent=99.5, figures={"lop": 2, "co": True}, note="tổ chức 2 lớp")
    first = event(
        ItemConfirmed(period="nam-2026", agency="so-y-te", reply="a@b.example", on=date(2026, 11, 1), item=item)
    )

    recorded = ledger.append(first, claim("1"))
    later = ledger.append(claim("2"))

    assert [*recorded, *later] == list(ledger.records())
    assert [record.event for record in ledger.records()] == [first, claim("1"), claim("2")]
    assert [record.seq for record in ledger.records()] == [1, 2, 3]


def test_one_known_key_refuses_the_whole_batch(ledger: Ledger) -> None:
    ledger.append(claim("1"))

    with pytest.raises(DuplicateEvent, match="mail/1/claimed/1"):
        ledger.append(claim("2"), claim("1"), claim("3"))

    assert [record.event for record in ledger.records()] == [claim("1")]


def test_a_batch_may_not_hold_one_key_twice(ledger: Ledger) -> None:

    with pytest.raises(DuplicateEvent):
        ledger.append(claim("1"), claim("1"))

    assert list(ledger.records()) == []


def test_a_refused_batch_leaves_no_gap(ledger: Ledger) -> None:
    ledger.append(claim("1"))
    with suppress(DuplicateEvent):
        ledger.append(claim("2"), claim("1"))

    [record] = ledger.append(claim("3"))

    assert record.seq == 2


def test_appending_nothing_records_nothing(ledger: Ledger) -> None:

    assert ledger.append() == ()
    assert list(ledger.records()) == []


def test_has_knows_what_was_recorded_and_nothing_else(ledger: Ledger) -> None:
    ledger.append(claim("1"))

    assert ledger.has("QCN:mail/1/claimed/1")
    assert not ledger.has("QCN:mail/1/claimed/2")
    assert not ledger.has("KHAC:mail/1/claimed/1")


def test_two_plans_share_a_ledger_without_sharing_keys(ledger: Ledger) -> None:
    body = MailSent(mail="1")

    ledger.append(event(body, plan="QCN"), event(body, plan="KHAC"))

    assert [record.event.plan for record in ledger.records()] == ["QCN", "KHAC"]


def test_records_after_a_number_are_those_that_came_later(ledger: Ledger) -> None:
    ledger.append(*(claim(str(number)) for number in range(5)))

    assert [record.seq for record in ledger.records(after=3)] == [4, 5]
    assert list(ledger.records(after=5)) == []


def test_reading_may_go_on_while_others_append(ledger: Ledger, open_ledger: Open) -> None:
    ledger.append(claim("1"), claim("2"))
    reading = ledger.records()
    first = next(reading)

    open_ledger().append(claim("3"))

    assert [first.seq, next(reading).seq] == [1, 2]
    assert [record.seq for record in ledger.records()] == [1, 2, 3]


def test_a_moment_keeps_its_instant_whatever_its_zone(ledger: Ledger) -> None:
    in_vietnam = AT.astimezone(timezone(timedelta(hours=7))).replace(microsecond=123456)

    ledger.append(event(MailSent(mail="1"), at=in_vietnam))

    assert [record.event.at for record in ledger.records()] == [in_vietnam]


@pytest.mark.parametrize(
    "reply",
    ["dài" * 5_000, "rỗng\x00bên trong", "nửa chữ \ud83d", "a'; DROP TABLE events; --", "%s %(x)s :x ?", ""],
    ids=["far too long", "with a NUL", "with half a character", "with SQL", "with place holders", "empty"],
)
def test_whatever_strangers_call_their_mail_can_be_a_key(ledger: Ledger, reply: str) -> None:
    odd = event(ReplyRefused(reply=reply, on=date(2026, 1, 1), reason=reply))

    ledger.append(odd)

    assert [record.event for record in ledger.records()] == [odd]
    assert ledger.has(odd.key)
    with pytest.raises(DuplicateEvent):
        ledger.append(odd)


def test_long_keys_that_begin_alike_stay_two_keys(ledger: Ledger) -> None:
    ledger.append(claim("x" * 3_000 + "1"))

    ledger.append(claim("x" * 3_000 + "2"))

    assert len(list(ledger.records())) == 2


def test_of_two_that_claim_one_mail_exactly_one_wins(open_ledger: Open) -> None:
    rounds, workers = 25, 4
    ledgers = [open_ledger() for _ in range(workers)]
    start = Barrier(workers)

    def claim_all(ledger: Ledger) -> list[str]:
        won = []
        for number in range(rounds):
            start.wait()
            with suppress(DuplicateEvent):
                won += [record.event.key for record in ledger.append(claim(str(number)))]
        return won

    with ThreadPoolExecutor(workers) as pool:
        won = [key for keys in pool.map(claim_all, ledgers) for key in keys]

    assert sorted(won) == sorted(claim(str(number)).key for number in range(rounds))


def test_a_reader_that_asks_for_what_is_new_misses_nothing(open_ledger: Open) -> None:
    workers, each = 4, 25
    ledgers = [open_ledger() for _ in range(workers)]
    reader = open_ledger()
    seen: list[int] = []

    def write(number: int) -> None:
        for mail in range(each):
            ledgers[number].append(claim(f"{number}-{mail}"))

    with ThreadPoolExecutor(workers) as pool:
        writing = [pool.submit(write, number) for number in range(workers)]
        while not all(future.done() for future in writing) or len(seen) < workers * each:
            seen += [record.seq for record in reader.records(after=seen[-1] if seen else 0)]
        for future in writing:
            future.result()

    assert seen == list(range(1, workers * each + 1))


IDS = st.sampled_from(["", "nam-2026", "so-y-te"])


def built(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Any instance of a model; hypothesis itself stumbles over pydantic's default factories."""
    fields: dict[str, st.SearchStrategy[Any]] = {
        name: st.from_type(cast("type", field.annotation)) for name, field in model.model_fields.items()
    }
    if issubclass(model, EventBody):
        fields |= {"period": IDS, "agency": IDS}
    return st.fixed_dictionaries(fields).map(lambda values: model(**values)).filter(is_finite)


def is_finite(model: BaseModel) -> bool:
    return not re.search(r"\b(nan|inf)\b", repr(model))


for part in (RecordedItem, Reason, ReceivedAttachment):
    st.register_type_strategy(part, built(part))
BODIES = st.one_of([built(kind) for kind in get_args(get_args(Body)[0])])


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(bodies=st.lists(BODIES, unique_by=lambda body: body.key), at=st.datetimes(timezones=st.just(UTC)))
def test_any_event_reads_back_the_same(ledger: Ledger, bodies: list[Body], at: datetime) -> None:
    before = len(list(ledger.records()))
    said = [event(body, at=at, plan=f"P{before}") for body in bodies]

    ledger.append(*said)

    assert [record.event for record in ledger.records(after=before)] == said


@pytest.mark.parametrize("figure", [float("nan"), float("inf")], ids=["not a number", "endless"])
def test_an_event_that_would_not_read_back_is_refused(ledger: Ledger, figure: float) -> None:
    item = RecordedItem(task=1, status="done", figures={"lop": figure})

    with pytest.raises(LedgerError):
        ledger.append(event(ItemConfirmed(reply="1", on=date(2026, 1, 1), item=item)))

    assert list(ledger.records()) == []


def test_a_moment_without_a_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        ledger.append(event(MailSent(mail="1"), at=AT.replace(tzinfo=None)))
