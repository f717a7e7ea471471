from fractions import Fraction

import pytest

from dondoc.errors import InputError
from dondoc.plan.model import Offset
from dondoc.reply import RequestRef
from dondoc.simulate.behaviour import SILENCE, Share, read_behaviour

MANY = [RequestRef("nam-2026", f"xa-{number}") for number in range(2000)]


def test_shares_are_read_with_their_distance() -> None:
    behaviour = read_behaviour("80%@-5d, 15%@+4wd,2.5%@1w", seed=7)

    assert behaviour.shares == (
        Share(Fraction(80), Offset(-5)),
        Share(Fraction(15), Offset(4, "wd")),
        Share(Fraction("2.5"), Offset(1, "w")),
    )


def test_the_shares_of_many_agencies_are_kept() -> None:
    behaviour = read_behaviour("80%@-5d,15%@+4d", seed=1)

    answers = [behaviour.answers_at(request) for request in MANY]

    assert answers.count(Offset(-5)) == pytest.approx(1600, abs=60)
    assert answers.count(Offset(4)) == pytest.approx(300, abs=50)


def test_an_agency_does_the_same_whoever_else_is_asked_and_another_seed_picks_others() -> None:
    first, again, other = (read_behaviour("50%@0d", seed) for seed in (1, 1, 2))

    assert [first.answers_at(request) for request in MANY] == [again.answers_at(request) for request in MANY]
    assert [first.answers_at(request) for request in MANY] != [other.answers_at(request) for request in MANY]


def test_everybody_and_nobody() -> None:
    everybody = read_behaviour("100%@-1d", seed=3)

    assert {everybody.answers_at(request) for request in MANY} == {Offset(-1)}
    assert {SILENCE.answers_at(request) for request in MANY} == {None}


@pytest.mark.parametrize("text", ["80", "80%", "80%@5x", "x%@1d", "80%@-5d;15%@4d", "60%@1d,60%@2d"])
def test_what_is_not_understood_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError):
        read_behaviour(text, seed=0)
