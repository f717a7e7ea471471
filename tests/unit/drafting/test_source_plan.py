"""The plan of 2023, its table broken across pages, drafted without help and held against plan.yaml as it is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from dondoc.plan.load import LoadedPlan, load_plan
from dondoc.plan.model import Anchor, DayMonth
from tests.conftest import Golden
from tests.unit.drafting.drafts import DOCUMENTS, draft_text

SOURCE = (DOCUMENTS / "quyen-con-nguoi.md").read_text(encoding="utf-8")
SHIPPED = load_plan((Path(__file__).parents[3] / "plan.yaml").read_bytes()).plan


@pytest.fixture(scope="module")
def draft() -> LoadedPlan:
    return load_plan(draft_text(SOURCE))


@pytest.mark.parametrize("number", range(1, 14))
def test_every_task_has_the_wording_leads_support_and_years_of_the_shipped_plan(draft: LoadedPlan, number: int) -> None:
    task, shipped = draft.plan.tasks[number], SHIPPED.tasks[number]

    assert task.content == shipped.content
    assert (task.lead, task.lead_text) == (shipped.lead, shipped.lead_text)
    assert (task.support, task.support_text) == (shipped.support, shipped.support_text)
    assert task.years == shipped.years


def test_no_task_is_invented(draft: LoadedPlan) -> None:
    assert list(draft.plan.tasks) == list(range(1, 14))


def test_head_is_that_of_the_shipped_plan_but_for_the_number_the_document_lacks(draft: LoadedPlan) -> None:
    keys = ("code", "title", "issued_by", "issued_on", "starts", "ends", "coordinator", "reports_to")

    assert {key: getattr(draft.plan, key) for key in keys} == {key: getattr(SHIPPED, key) for key in keys}
    assert draft.plan.number is None


def test_legal_basis_has_the_ids_and_dates_of_the_shipped_plan(draft: LoadedPlan) -> None:
    assert {key: each.date for key, each in draft.plan.basis.items()} == {
        key: each.date for key, each in SHIPPED.basis.items()
    }
    assert draft.plan.basis["qd-1079"].title == SHIPPED.basis["qd-1079"].title


def test_cycles_fall_due_as_in_the_shipped_plan(draft: LoadedPlan) -> None:
    cycles = draft.plan.cycles

    assert list(cycles) == ["nam", "so-ket", "tong-ket"]
    assert (cycles["nam"].due.days, cycles["nam"].due.is_before) == ((DayMonth(30, 11),), True)
    assert cycles["so-ket"].due.days == (Anchor(3, "year", "qd-1079"),)
    assert cycles["tong-ket"].due.days == (Anchor(5, "year", "qd-1079"),)
    assert (cycles["so-ket"].tasks, cycles["so-ket"].ask) == ((13,), "lead+support")


def test_both_promised_shares_become_objectives(draft: LoadedPlan) -> None:
    wanted = [SHIPPED.objectives["phat-ngon"].text, SHIPPED.objectives["tap-huan-can-bo"].text]

    assert [objective.text for objective in draft.plan.objectives.values()] == wanted


def test_agencies_bear_the_ids_of_the_shipped_plan_and_addresses_that_lead_nowhere(draft: LoadedPlan) -> None:
    agencies = draft.plan.agencies

    assert set(agencies) <= set(SHIPPED.agencies)
    assert all(address.endswith(".example") for agency in agencies.values() for address in agency.email)


def test_agencies_of_another_plan_are_taken_over_with_members_and_addresses() -> None:
    plan = load_plan(draft_text(SOURCE, SHIPPED)).plan

    assert plan.groups["ubnd-cap-huyen"] == SHIPPED.groups["ubnd-cap-huyen"]
    assert plan.agencies["nha-trang"] == SHIPPED.agencies["nha-trang"]
    assert {number: task.lead for number, task in plan.tasks.items()} == {
        number: task.lead for number, task in SHIPPED.tasks.items()
    }


@pytest.mark.parametrize(
    "name",
    [
        "quyen-con-nguoi.md",
        "cai-cach-hanh-chinh.txt",
        "dan-so.md",
        "thien-tai.md",
        "y-te-du-phong.md",
        "nong-thon-moi.txt",
        "binh-dang-gioi.md",
        "dao-tao-nghe.txt",
        "moi-truong-dau-tu.md",
        "do-thi-van-minh.md",
        "an-toan-giao-thong.md",
        "tre-em.md",
        "nong-thon-moi-huyen.txt",
    ],
)
def test_draft_of_each_document_is_word_for_word_as_kept(name: str, golden: Golden) -> None:
    text = draft_text((DOCUMENTS / name).read_text(encoding="utf-8"))

    golden(f"import/{Path(name).stem}.yaml", text)
