from dataclasses import replace
from datetime import date

from dondoc.plan.model import DayMonth, Plan
from dondoc.simulate.behaviour import SILENCE, read_behaviour
from dondoc.simulate.outlook import Bunch, Outlook, Post, outlook_of
from dondoc.simulate.play import simulate
from tests.unit.plans import cycle, small_plan

FIRST, LAST = date(2026, 1, 1), date(2027, 3, 1)
ALL = ("so-a", "so-b", "so-c")


def outlook(plan: Plan, answer: str = "") -> Outlook:
    return outlook_of(simulate(plan, FIRST, LAST, read_behaviour(answer, 0)))


def test_mails_of_one_kind_on_one_day_are_one_line_of_the_calendar() -> None:
    calendar = outlook(small_plan()).calendar

    assert calendar[0] == Post(date(2026, 10, 30), "nam-2026", "first", ALL)
    assert len(calendar) == 6


def test_load_is_counted_by_day_and_by_agency() -> None:
    found = outlook(small_plan())

    assert found.mails == 18
    assert dict(found.by_agency) == dict.fromkeys(ALL, 6)
    assert found.busiest[0] == (date(2026, 10, 30), 3)


def test_rates_say_how_a_period_would_end() -> None:
    (rates,) = outlook(small_plan(), "100%@+4d").periods

    assert (rates.period, rates.asked, rates.on_time, rates.late, rates.silent) == ("nam-2026", 3, 0, 3, 0)


def test_two_periods_on_one_day_are_a_bunch() -> None:
    plan = small_plan()
    plan = replace(plan, cycles={**plan.cycles, "hai": cycle("hai", "year", (DayMonth(30, 11),))})

    assert Bunch(date(2026, 10, 30), ALL) in outlook(plan).bunches
    assert outlook(small_plan()).bunches == ()


def test_a_mail_on_a_day_off_is_named_unless_it_answers_one() -> None:
    plan = small_plan()
    plan = replace(plan, mail=replace(plan.mail, working_days_only=False))

    found = outlook(plan, "100%@-1d")

    assert [(post.on, post.purpose) for post in found.on_days_off] == [
        (date(2026, 11, 15), "remind"),
        (date(2026, 11, 22), "remind"),
        (date(2026, 11, 28), "remind"),
    ]


def test_a_mail_in_the_week_of_tet_is_named() -> None:
    plan = replace(small_plan(), cycles={"dau": cycle("dau", "year", (DayMonth(22, 2),))})
    played = simulate(plan, FIRST, LAST, SILENCE)

    days = {post.on for post in outlook_of(played).in_long_holidays if post.on.year == 2026}
    assert days == {date(2026, 2, 13)}  # the Friday before nine days off: 14 to 22 February
