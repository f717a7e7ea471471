"""What holds for every plan, however it is made up, and for every way its agencies answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.actions import OpenRequest, SendReminder
from dondoc.periods import all_periods
from dondoc.plan.model import Agency, Ask, Cycle, DayMonth, Due, DueDay, Every, Group, Plan, Task
from tests.unit.plans import agency, cycle, small_plan
from tests.unit.play import Play

NAMES = ("so-a", "so-b", "so-c", "so-d")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
SHAPES: tuple[tuple[Every, tuple[DueDay, ...]], ...] = (
    ("year", (DayMonth(30, 11),)),
    ("half", (DayMonth(15, 6), DayMonth(15, 12))),
    ("quarter", (DayMonth(15, 3), DayMonth(15, 6), DayMonth(15, 9), DayMonth(15, 12))),
    ("once", (date(2026, 8, 20),)),
)
references = st.lists(st.sampled_from((*NAMES, "so", "cap")), min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def agencies(draw: st.DrawFn) -> dict[str, Agency]:
    """Four offices of which some end in 2026; one may be followed by the next."""
    found = {name: agency(name) for name in ("ubnd", *NAMES)}
    for name, heir in pairwise(NAMES[1:]):
        until = draw(st.none() | st.dates(date(2026, 2, 1), date(2026, 12, 1)))
        successor = (heir,) if until and draw(st.booleans()) else ()
        found[name] = replace(found[name], until=until, successor=successor)
    return found


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of one to four tasks and one or two cycles of any shape, over groups within groups."""
    tasks = {
        number: Task(number, f"Nhiệm vụ {number}", draw(references), draw(references), ask_support=draw(st.booleans()))
        for number in range(1, draw(st.integers(2, 5)))
    }
    groups = {"so": Group("so", "Các sở", NAMES[:3]), "cap": Group("cap", "Các cấp", ("so", NAMES[3]), (NAMES[0],))}
    chosen = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=2, unique_by=lambda shape: shape[0]))
    cycles: dict[str, Cycle] = {}
    for every, days in chosen:
        ask: Ask = draw(st.sampled_from(("lead", "lead+support")))
        some = draw(st.none() | st.sets(st.sampled_from(sorted(tasks)), min_size=1).map(tuple))
        cycles[every] = replace(cycle(every, every, days), due=Due(days, is_before=False), ask=ask, tasks=some)
    return replace(
        small_plan(), agencies=draw(agencies()), groups=groups, tasks=tasks, cycles=cycles, starts=FIRST, ends=LAST
    )


answering = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 45))


def play_out(plan: Plan, answers: dict[str, int], days: list[date]) -> Play:
    """Run the plan on `days`; each agency confirms everything so many days after it was asked."""
    play = Play(plan)
    opened: dict[tuple[str, str], date] = {}
    for day in days:
        play.run(day)
        for request in play.status().requests:
            asked = opened.setdefault((request.period, request.agency), day)
            if request.is_open and day >= asked + timedelta(days=answers.get(request.agency, 10_000)):
                for task in request.missing:
                    play.answer(request.period, request.agency, task, day)
    return play


def every_day(plan: Plan) -> list[date]:
    periods = all_periods(plan)
    first, last = min(each.opens_on for each in periods), max(each.closes_on for each in periods)
    return [first + timedelta(days=number) for number in range((last - first).days + 2)]


@settings(max_examples=12, deadline=None)
@given(plans(), answering)
def test_nothing_is_left_to_do_after_what_was_to_do(plan: Plan, answers: dict[str, int]) -> None:
    days = every_day(plan)[::7]
    play = play_out(plan, answers, days)

    play.run(days[-1])

    assert play.decide(days[-1]) == ()


@settings(max_examples=12, deadline=None)
@given(plans(), answering)
def test_every_asked_agency_is_asked_exactly_once_a_period(plan: Plan, answers: dict[str, int]) -> None:
    play = play_out(plan, answers, every_day(plan))

    opened = [(action.period.id, action.agency) for action in play.done if isinstance(action, OpenRequest)]
    assert len(opened) == len(set(opened))
    assert {(each.period, each.agency) for each in play.status().requests} == set(opened)


@settings(max_examples=12, deadline=None)
@given(plans(), st.data())
def test_runs_repeated_on_a_day_change_nothing_of_what_is_sent(plan: Plan, data: st.DataObject) -> None:
    answers = data.draw(answering)
    days = every_day(plan)
    again = data.draw(st.lists(st.sampled_from(days), max_size=20))

    once, often = play_out(plan, answers, days), play_out(plan, answers, sorted([*days, *again]))

    assert often.sent == once.sent


@settings(max_examples=12, deadline=None)
@given(plans(), answering)
def test_nobody_is_reminded_of_what_is_confirmed(plan: Plan, answers: dict[str, int]) -> None:
    play = Play(plan)
    for day in every_day(plan):
        complete = {(each.period, each.agency): each.tasks for each in play.status().requests if each.is_complete}
        sent = [action for action in play.run(day) if isinstance(action, SendReminder)]
        for request in play.status().requests:
            was_grown = complete.get((request.period, request.agency)) != request.tasks
            is_reminded = any((each.period.id, each.agency) == (request.period, request.agency) for each in sent)
            assert not is_reminded or was_grown or (request.period, request.agency) not in complete
            if request.is_open and answers.get(request.agency, 99) <= day.toordinal() % 60:
                for task in request.missing:
                    play.answer(request.period, request.agency, task, day)
