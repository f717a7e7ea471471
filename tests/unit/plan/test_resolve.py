"""Who a reference means on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.plan.model import Agency, Anchor, Group, Offset, Plan
from dondoc.plan.resolve import Resolver, agencies_on, circles, members_on
from dondoc.plan.spans import anchored, is_surely_before
from tests.unit.plans import small_plan

LAST = date(2025, 2, 28)
NEXT = LAST + timedelta(days=1)


def plan_with(*agencies: Agency, groups: tuple[Group, ...] = ()) -> Plan:
    return replace(
        small_plan(),
        agencies={each.id: each for each in agencies},
        groups={group.id: group for group in groups},
    )


def there(name: str) -> Agency:
    return Agency(name, name)


def ended(name: str, *successors: str, until: date = LAST) -> Agency:
    return Agency(name, name, until=until, successor=successors)


def begun(name: str, since: date = NEXT) -> Agency:
    return Agency(name, name, since=since)


def test_agency_means_itself_through_its_last_day() -> None:
    plan = plan_with(ended("a", "b"), begun("b"))

    assert members_on(plan, "a", LAST) == ("a",)


def test_named_agency_is_followed_by_its_successors_from_the_next_day() -> None:
    plan = plan_with(ended("a", "b", "c"), begun("b"), there("c"))

    assert members_on(plan, "a", NEXT) == ("b", "c")


def test_successors_are_followed_through_a_chain() -> None:
    plan = plan_with(ended("a", "b"), ended("b", "c", until=date(2025, 6, 30)), begun("c", date(2025, 7, 1)))

    assert members_on(plan, "a", date(2026, 1, 1)) == ("c",)


def test_agency_that_has_not_begun_means_nobody() -> None:
    assert members_on(plan_with(begun("b")), "b", LAST) == ()


def test_group_has_only_members_existing_that_day_and_no_successors() -> None:
    plan = plan_with(ended("a", "c"), begun("b"), there("c"), groups=(Group("g", "G", ("a", "b")),))

    assert members_on(plan, "g", LAST) == ("a",)
    assert members_on(plan, "g", NEXT) == ("b",)


def test_group_of_groups_keeps_the_order_and_names_each_once() -> None:
    groups = (Group("inner", "I", ("b", "c")), Group("g", "G", ("a", "inner", "b")))
    plan = plan_with(there("a"), there("b"), there("c"), groups=groups)

    assert members_on(plan, "g", LAST) == ("a", "b", "c")


def test_except_takes_out_agencies_and_groups() -> None:
    groups = (Group("out", "O", ("b",)), Group("g", "G", ("a", "b", "c"), without=("out", "c")))
    plan = plan_with(there("a"), there("b"), there("c"), groups=groups)

    assert members_on(plan, "g", LAST) == ("a",)


def test_group_within_itself_ends_where_it_began() -> None:
    plan = plan_with(there("a"), groups=(Group("g", "G", ("a", "h")), Group("h", "H", ("g",))))

    assert members_on(plan, "g", LAST) == ("a",)


def test_successors_in_a_circle_mean_nobody() -> None:
    assert members_on(plan_with(ended("a", "b"), ended("b", "a")), "a", NEXT) == ()


def test_unknown_name_means_nobody() -> None:
    assert members_on(plan_with(there("a")), "x", LAST) == ()


def test_several_references_name_each_agency_once() -> None:
    plan = plan_with(there("a"), there("b"), groups=(Group("g", "G", ("a", "b")),))

    assert agencies_on(plan, ("b", "g"), LAST) == ("b", "a")


def test_without_successors_an_ended_agency_means_nobody() -> None:
    resolver = Resolver(plan_with(ended("a", "b"), begun("b")))

    assert resolver.agencies_on(("a",), NEXT, follow_successors=False) == ()
    assert resolver.agencies_on(("a", "b"), NEXT, follow_successors=False) == ("b",)


def test_successors_of_an_agency_that_still_exists_are_nobody() -> None:
    resolver = Resolver(plan_with(ended("a", "b"), begun("b")))

    assert resolver.successors_on("a", LAST) == ()
    assert resolver.successors_on("a", NEXT) == ("b",)


def test_chain_of_a_thousand_groups_and_successors_is_followed() -> None:
    count = 1000
    agencies = [ended(f"a{n}", f"a{n + 1}") for n in range(count)] + [there(f"a{count}")]
    groups = [Group(f"g{n}", "G", (f"g{n + 1}",)) for n in range(count)] + [Group(f"g{count}", "G", (f"a{count}",))]
    plan = plan_with(*agencies, groups=tuple(groups))

    assert members_on(plan, "a0", NEXT) == (f"a{count}",)
    assert members_on(plan, "g0", NEXT) == (f"a{count}",)


names = st.sampled_from("abcdef")
graphs = st.dictionaries(names, st.lists(names, max_size=4))


@given(graphs)
def test_order_has_every_name_after_those_it_names_once_circles_are_cut(graph: dict[str, list[str]]) -> None:
    found, order = circles(graph)

    cut = {(circle[0], circle[1]) for circle in found}
    place = {name: index for index, name in enumerate(order)}
    assert all(place[part] < place[name] for name, parts in graph.items() for part in parts if (name, part) not in cut)


@given(graphs)
def test_circle_runs_along_the_graph_back_to_its_start(graph: dict[str, list[str]]) -> None:
    for circle in circles(graph)[0]:
        assert circle[0] == circle[-1]
        assert all(second in graph[first] for first, second in pairwise(circle))


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        (Anchor(10, "day", ""), date(2024, 2, 10)),
        (Anchor(10**9, "day", ""), date.max),
        (Anchor(1, "month", ""), date(2024, 2, 29)),
        (Anchor(3, "year", ""), date(2027, 1, 31)),
        (Anchor(9000, "year", ""), date.max),
    ],
    ids=["days", "days beyond time", "a short month", "years", "years beyond time"],
)
def test_anchor_is_clamped_to_the_month_and_to_the_end_of_time(anchor: Anchor, day: date) -> None:
    assert anchored(date(2024, 1, 31), anchor) == day


def test_offset_in_working_days_is_before_another_only_if_no_holidays_can_change_that() -> None:
    assert is_surely_before(Offset(-30), Offset(-5, "wd"))
    assert not is_surely_before(Offset(-8), Offset(-5, "wd"))
    assert is_surely_before(Offset(-2, "w"), Offset(-13))
    assert is_surely_before(Offset(-5, "wd"), Offset(-4, "wd"))
