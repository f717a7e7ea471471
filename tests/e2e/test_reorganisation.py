"""The example plan through the reorganisation of 2025: sensible requests on every day from 2023 to 2028."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.letterhead import identity_of
from app.settings import Settings
from dondoc.fold import fold
from dondoc.periods import all_periods, find_period
from dondoc.plan.load import LoadedPlan, load_plan
from dondoc.plan.resolve import holder_on
from dondoc.report.build import build_report
from dondoc.report.earlier import earlier_of
from dondoc.report.model import Report
from dondoc.simulate.behaviour import SILENCE, read_behaviour
from dondoc.simulate.play import Simulation, simulate
from tests.unit.play import Play

ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = date(2023, 1, 1), date(2029, 1, 31)


@pytest.fixture(scope="module")
def loaded() -> LoadedPlan:
    return load_plan((ROOT / "examples" / "tai-to-chuc-2025.yaml").read_bytes())


@pytest.fixture(scope="module")
def silent(loaded: LoadedPlan) -> Simulation:
    return simulate(loaded.plan, FIRST, LAST, SILENCE)


def test_the_example_warns_only_of_what_it_means(loaded: LoadedPlan) -> None:
    assert {fault.code for fault in loaded.warnings} == {"W204"}


def test_its_tasks_are_those_of_the_shipped_plan(loaded: LoadedPlan) -> None:
    shipped = load_plan((ROOT / "plan.yaml").read_bytes()).plan

    assert {n: task.content for n, task in loaded.plan.tasks.items()} == {
        n: task.content for n, task in shipped.tasks.items()
    }


def test_sixty_five_units_begin_where_nine_end(loaded: LoadedPlan) -> None:
    plan = loaded.plan
    ended = [agency for agency in plan.agencies.values() if agency.until == date(2025, 6, 30)]
    begun = [agency for agency in plan.agencies.values() if agency.since == date(2025, 7, 1)]

    assert (len(ended), len(begun)) == (9, 65)
    assert len({name for agency in ended for name in agency.successor}) == 41  # 24 lie where Ninh Thuận was


def test_nobody_who_does_not_exist_is_mailed_or_copied(loaded: LoadedPlan, silent: Simulation) -> None:
    agencies = loaded.plan.agencies

    gone = [m for m in silent.mailings for name in (m.agency, *m.cc) if not agencies[name].exists_on(m.on)]

    assert gone == []


def test_everybody_who_is_asked_is_asked_once_a_period(silent: Simulation) -> None:
    firsts = [(mail.period, mail.agency) for mail in silent.mailings if mail.purpose == "first"]
    asked = [(period.id, name) for period in silent.status.periods.values() for name in period.requests]

    assert sorted(firsts) == sorted(asked)


def test_the_number_asked_follows_the_reorganisation(silent: Simulation) -> None:
    asked = {name: len(period.requests) for name, period in silent.status.periods.items()}

    assert asked == {
        "ke-hoach-don-vi": 37,
        "nam-2023": 37,
        "nam-2024": 37,
        "so-ket": 80,
        "nam-2025": 86,
        "nam-2026": 86,
        "tong-ket": 80,
        "nam-2027": 86,
        "nam-2028": 86,
    }


def test_there_is_a_coordinator_with_an_address_on_every_day(loaded: LoadedPlan) -> None:
    plan = loaded.plan
    days = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days)]

    holders = {day: holder_on(plan, plan.coordinator, day) for day in days}

    assert all(holder.exists_on(day) and holder.email for day, holder in holders.items())
    assert holders[date(2025, 2, 28)].id == "so-tttt"
    assert holders[date(2025, 3, 1)].id == "so-vhttdl"


def test_mails_bear_the_coordinators_name_of_their_day(loaded: LoadedPlan, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, office_address=None)
    before, after = (identity_of(settings, loaded.plan, date(2025, 3, day)) for day in (1, 2))
    earlier = identity_of(settings, loaded.plan, date(2025, 2, 28))

    assert earlier.name == "Sở Thông tin và Truyền thông"
    assert before == after
    assert (after.name, after.address) == ("Sở Văn hóa, Thể thao và Du lịch", "vanthu.svhttdl@khanhhoa.example")


def test_every_task_has_somebody_to_answer_for_it_in_every_period(loaded: LoadedPlan, silent: Simulation) -> None:
    for period in all_periods(loaded.plan):
        if period.cycle.ask != "document":
            requests = silent.status.periods[period.id].requests.values()
            wanted = set(loaded.plan.tasks) if period.cycle.tasks is None else set(period.cycle.tasks)
            assert {task for request in requests for task in request.tasks} == wanted, period.id


def report_of(loaded: LoadedPlan, year: int) -> Report:
    """The yearly report, everybody having answered."""
    played = simulate(loaded.plan, date(2024, 1, 1), date(year + 1, 1, 31), read_behaviour("100%@-5d", 0))
    period = find_period(loaded.plan, f"nam-{year}")
    assert period is not None
    before = earlier_of(period, played.status, (), loaded.plan)
    return build_report(loaded.plan, played.status, period, as_of=period.closes_on, previous=before)


def test_reports_name_the_agencies_of_their_time(loaded: LoadedPlan) -> None:
    earlier, later = report_of(loaded, 2024), report_of(loaded, 2025)

    assert earlier.plan.coordinator == "Sở Thông tin và Truyền thông"
    assert later.plan.coordinator == "Sở Văn hóa, Thể thao và Du lịch"
    assert {"UBND huyện Vạn Ninh", "Sở Du lịch"} <= {agency.name for agency in earlier.agencies}
    assert {"UBND xã Vạn Ninh", "UBND đặc khu Trường Sa"} <= {agency.name for agency in later.agencies}
    assert not {agency.name for agency in earlier.agencies} & {"UBND xã Vạn Ninh"}


def test_the_year_before_is_compared_across_the_merger(loaded: LoadedPlan) -> None:
    before = report_of(loaded, 2025).year_before

    assert before is not None
    assert (before.period, before.asked, before.complete, before.on_time) == ("nam-2024", 37, 37, 37)


def test_figures_of_newspaper_and_station_are_summed_before_they_became_one(loaded: LoadedPlan) -> None:
    play = Play(loaded.plan)
    for year, figures in ((2024, {"bao-khanh-hoa": 200, "dai-ptth": 150}), (2025, {"bao-khanh-hoa": 400})):
        play.run(date(year, 10, 30))
        for agency, count in figures.items():
            play.figure(f"nam-{year}", agency, 5, date(year, 11, 3), **{"tin-bai": count})
        play.run_days(date(year, 12, 29), date(year, 12, 31))
    period = find_period(loaded.plan, "nam-2025")
    assert period is not None

    status = fold(play.records)
    before = earlier_of(period, status, play.records, loaded.plan)
    report = build_report(loaded.plan, status, period, as_of=date(2025, 12, 30), previous=before)

    total = next(figure for task in report.tasks if task.number == 5 for figure in task.figures)
    assert (total.total, total.before) == (Decimal(400), Decimal(350))
    assert (total.reported, total.asked) == (1, 1)
