"""Whatever the days the program runs on: no mail twice, nobody reminded in vain, nobody forgotten."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.actions import AmendRequest, ClosePeriod, RenderReport, SendReminder
from dondoc.reply import RequestRef
from tests.unit.plans import OPENS, ending, small_plan
from tests.unit.play import Play

CLOSES = 60  # days after the opening: the last day on which anybody is asked
days = st.lists(st.integers(min_value=-3, max_value=75), min_size=1, max_size=25)
days_of_the_period = st.lists(st.integers(min_value=-3, max_value=CLOSES), min_size=1, max_size=25)
answers_of = st.dictionaries(st.sampled_from(["so-a", "so-b", "so-c", "so-d"]), st.integers(min_value=0, max_value=60))
ends_on = st.none() | st.integers(min_value=0, max_value=65)


@settings(max_examples=60, deadline=None)
@given(days, answers_of, ends_on, st.booleans())
def test_runs_on_any_days_never_repeat_a_mail_nor_remind_the_confirmed(
    offsets: list[int], answers: dict[str, int], ends: int | None, is_straight: bool
) -> None:
    plan = small_plan()
    play = Play(plan if ends is None else ending(plan, OPENS + timedelta(days=ends)))

    for offset in sorted(offsets) if is_straight else offsets:
        day = OPENS + timedelta(days=offset)
        for name, after in answers.items():
            opened = play.status().request(RequestRef("nam-2026", name))
            if opened and opened.is_open and after <= offset:
                for task in opened.missing:
                    play.answer("nam-2026", name, task, day)
        complete = {request.agency for request in play.status().requests if request.is_complete}
        reminded = {action.agency for action in play.run(day) if isinstance(action, SendReminder)}
        grown = {a.agency for a in play.done if isinstance(a, AmendRequest) and a.added}
        assert not reminded & (complete - grown), "who has confirmed everything is left in peace"
        assert play.run(day) == (), "a run leaves nothing to do"

    steps = [(action.agency, action.due_on, action.round) for _, action in play.sent]
    assert len(steps) == len(set(steps)), "no step twice"
    assert len(play.sent) == len({(day, action.agency) for day, action in play.sent}), "one mail a day and agency"


@settings(max_examples=30, deadline=None)
@given(days_of_the_period, answers_of, ends_on)
def test_a_run_every_day_and_a_run_now_and_then_ask_the_same_of_the_same(
    offsets: list[int], answers: dict[str, int], ends: int | None
) -> None:
    plan = small_plan() if ends is None else ending(small_plan(), OPENS + timedelta(days=ends))
    last = OPENS + timedelta(days=max(offsets))
    seldom, daily = Play(plan), Play(plan)

    for offset in sorted(offsets):
        seldom.run(OPENS + timedelta(days=offset))
    daily.run_days(OPENS - timedelta(days=3), last)

    if seldom.status().periods and seldom.status().periods["nam-2026"].opened_on == OPENS:
        assert {r.agency: r.tasks for r in seldom.status().requests if r.is_open} == {
            r.agency: r.tasks for r in daily.status().requests if r.is_open
        }


def test_who_took_over_while_nothing_ran_is_not_asked_after_the_close() -> None:
    play = Play(ending(small_plan(), OPENS))
    play.run(OPENS)

    done = play.run(OPENS + timedelta(days=CLOSES + 1))

    assert [type(action) for action in done] == [ClosePeriod, RenderReport]
    assert "so-d" not in {request.agency for request in play.status().requests}
