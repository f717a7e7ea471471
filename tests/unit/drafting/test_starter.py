"""The plan that `dondoc init` writes."""

from __future__ import annotations

from datetime import date

import pytest

from dondoc.drafting.starter import Answers, Contact, starter_plan
from dondoc.plan.load import load_plan
from dondoc.plan.model import DayMonth

UBND = Contact("Ủy ban nhân dân tỉnh Hà Nam", "vanthu@ubnd.example")
NOI_VU = Contact("Sở Nội vụ", "vanthu@snv.example")


def answers(*agencies: Contact, title: str = "Cải cách hành chính") -> Answers:
    return Answers("CCHC", title, UBND, NOI_VU, agencies, DayMonth(15, 12), date(2026, 3, 1), 2026)


@pytest.mark.parametrize(
    "given",
    [
        answers(),
        answers(Contact("Sở Y tế", "a@b.example")),
        answers(NOI_VU, Contact("Sở Văn hóa, Thể thao và Du lịch", "c@d.example"), title='Kế hoạch: "một" #2'),
        answers(Contact("Sở TT&TT", "a@b.example"), Contact("Sở Thông tin và Truyền thông", "a@b.example")),
    ],
    ids=["nobody yet", "one agency", "coordinator asked too, awkward signs", "one agency spelt twice"],
)
def test_starter_plan_has_neither_errors_nor_warnings(given: Answers) -> None:
    loaded = load_plan(starter_plan(given, schema="schema/plan.schema.json"))

    assert loaded.warnings == ()
    assert loaded.plan.title == given.title


def test_every_agency_given_is_asked_by_the_yearly_deadline() -> None:
    plan = load_plan(starter_plan(answers(Contact("Sở Y tế", "a@b.example")), schema="s")).plan

    assert plan.groups["don-vi-thuc-hien"].members == ("so-y-te",)
    assert plan.cycles["nam"].due.days == (DayMonth(15, 12),)
