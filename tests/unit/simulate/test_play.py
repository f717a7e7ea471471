from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.plan.model import DayMonth, Plan
from dondoc.simulate.behaviour import SILENCE, Behaviour, read_behaviour
from dondoc.simulate.play import play_day, simulate
from dondoc.simulate.world import Mailing, World
from tests.unit.plans import agency, cycle, small_plan
from tests.unit.play import Play

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 20)


def reorganised(ends: date) -> Plan:
    """The small plan where so-a becomes so-d, and a second, quarterly cycle runs beside the yearly one."""
    plan = small_plan()
    quarter = cycle("quy", "quarter", (DayMonth(15, 3), DayMonth(15, 6), DayMonth(15, 9), DayMonth(15, 12)))
    agencies = {
        **plan.agencies,
        "so-a": agency("so-a", until=ends, successor="so-d"),
        "so-d": agency("so-d", since=ends + timedelta(days=1)),
    }
    return replace(plan, agencies=agencies, cycles={**plan.cycles, "quy": quarter})


def every_day(plan: Plan, behaviour: Behaviour) -> list[Mailing]:
    world, day = World(plan), FIRST
    while day <= LAST:
        play_day(world, day, behaviour)
        day += timedelta(days=1)
    return world.mailings


@settings(max_examples=6, deadline=None)
@given(st.dates(date(2026, 1, 15), date(2026, 12, 31)), st.integers(0, 5), st.sampled_from(["", "60%@-5d,30%@+4d"]))
def test_days_left_out_are_days_on_which_nothing_happens(ends: date, seed: int, answer: str) -> None:
    plan, behaviour = reorganised(ends), read_behaviour(answer, seed)

    played = simulate(plan, FIRST, LAST, behaviour)

    assert list(played.mailings) == every_day(plan, behaviour)


def test_silence_climbs_every_step() -> None:
    played = simulate(small_plan(), FIRST, LAST, SILENCE)

    purposes = [mailing.purpose for mailing in played.mailings if mailing.agency == "so-c"]
    assert purposes == ["first", "remind", "remind", "remind", "overdue", "escalate"]


def test_who_answers_is_thanked_the_same_day_and_not_reminded_again() -> None:
    played = simulate(small_plan(), FIRST, LAST, read_behaviour("100%@-5d", 0))

    mails = [(mailing.on, mailing.purpose) for mailing in played.mailings if mailing.agency == "so-b"]
    assert mails[-1] == (date(2026, 11, 24), "acknowledge")
    requests = played.status.periods["nam-2026"].requests.values()
    assert {request.timeliness(date(2026, 11, 29)) for request in requests} == {"on_time"}


def test_a_late_answer_stops_the_ladder_there() -> None:
    played = simulate(small_plan(), FIRST, LAST, read_behaviour("100%@+4d", 0))

    assert {mailing.purpose for mailing in played.mailings} == {"first", "remind", "overdue", "acknowledge"}
    assert {r.timeliness(date(2026, 11, 29)) for r in played.status.periods["nam-2026"].requests.values()} == {"late"}


def test_a_document_is_sent_where_a_document_is_asked() -> None:
    plan = replace(small_plan(), cycles={"nam": replace(cycle(), ask="document", to=("so",))})

    played = simulate(plan, FIRST, LAST, read_behaviour("100%@-5d", 0))

    assert all(request.documents for request in played.status.periods["nam-2026"].requests.values())


def test_a_successor_is_told_what_it_takes_over_and_its_predecessor_to_whom() -> None:
    ends = date(2026, 11, 15)
    played = simulate(reorganised(ends), FIRST, LAST, SILENCE)

    told = {
        (m.agency, m.purpose) for m in played.mailings if m.on == ends + timedelta(days=1) and m.purpose != "remind"
    }
    assert told == {("so-a", "hand-over"), ("so-d", "hand-over")}


def test_who_has_no_address_is_neither_mailed_nor_answers() -> None:
    plan = small_plan()
    plan = replace(plan, agencies={**plan.agencies, "so-c": replace(plan.agencies["so-c"], email=())})

    played = simulate(plan, FIRST, LAST, read_behaviour("100%@-5d", 0))

    assert "so-c" not in {mailing.agency for mailing in played.mailings}
    assert played.status.periods["nam-2026"].requests["so-c"].timeliness(date(2026, 11, 29)) == "silent"


@pytest.mark.parametrize("cut", [date(2026, 11, 10), date(2026, 11, 24), date(2026, 12, 3)])
def test_going_on_from_a_record_gives_what_one_play_gives(cut: date) -> None:
    whole = simulate(small_plan(), FIRST, LAST, SILENCE).mailings
    world = Play(small_plan())
    for count in range((cut - FIRST).days):
        world.run(FIRST + timedelta(days=count))

    rest = simulate(small_plan(), cut, LAST, SILENCE, records=world.records).mailings

    assert (*world.mailings, *rest) == whole
