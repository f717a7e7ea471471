"""Reporting cycles out of sentences as plans word them."""

from __future__ import annotations

from datetime import date

import pytest

from dondoc.plan.model import Anchor, Cycle, DayMonth
from tests.unit.drafting.drafts import draft_text, drafted, with_report

QUARTERS = tuple(DayMonth(10, month) for month in (3, 6, 9, 12))


def cycle_of(sentence: str) -> Cycle:
    cycles = drafted(with_report(sentence)).cycles
    return next(iter(cycles.values()))


@pytest.mark.parametrize(
    ("sentence", "every", "days", "is_before"),
    [
        ("Các đơn vị báo cáo định kỳ trước ngày 30/11 hằng năm.", "year", (DayMonth(30, 11),), True),
        ("Báo cáo kết quả chậm nhất ngày 15 tháng 12 hàng năm.", "year", (DayMonth(15, 12),), False),
        ("Báo cáo 6 tháng (trước ngày 15/6), năm (trước 05/12).", "half", (DayMonth(15, 6), DayMonth(5, 12)), True),
        ("Báo cáo hằng quý trước ngày 10 của tháng cuối quý.", "quarter", QUARTERS, True),
        ("Báo cáo hằng tháng trước ngày 25.", "month", (25,), True),
    ],
)  # fmt: skip
def test_sentence_gives_the_cycle_it_announces(
    sentence: str, every: str, days: tuple[object, ...], is_before: bool
) -> None:
    cycle = cycle_of(sentence)

    assert (cycle.every, cycle.due.days, cycle.due.is_before) == (every, days, is_before)


def test_deadline_in_january_reports_on_the_year_before() -> None:
    assert cycle_of("Báo cáo trước ngày 10 tháng 01 năm sau.").reports_on_previous


def test_day_of_a_cited_document_is_no_deadline() -> None:
    cycles = drafted(with_report("Báo cáo việc thực hiện Quyết định số 5/QĐ-UBND ngày 14/9/2024 của UBND tỉnh.")).cycles

    assert list(cycles) == ["nam"]


def test_review_after_some_years_counts_from_the_document_it_names() -> None:
    cycles = drafted(with_report("Tổ chức sơ kết sau 05 năm thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020.")).cycles

    assert cycles["so-ket"].due.days == (Anchor(5, "year", "qd-749"),)


def test_review_that_falls_outside_the_plan_becomes_a_remark() -> None:
    text = draft_text(with_report("Tổ chức tổng kết sau 20 năm thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020."))

    assert "tong-ket:" not in text
    assert "ngoài thời gian của kế hoạch" in text


def test_document_of_each_agency_is_asked_once_by_its_day() -> None:
    cycles = drafted(with_report("Các đơn vị xây dựng kế hoạch thực hiện, gửi Sở Nội vụ trước ngày 30/4/2023.")).cycles

    assert (cycles["ke-hoach-don-vi"].ask, cycles["ke-hoach-don-vi"].due.days) == ("document", (date(2023, 4, 30),))


def test_reports_on_demand_are_remarked_on_and_never_scheduled() -> None:
    text = draft_text(with_report("Các đơn vị báo cáo đột xuất khi có yêu cầu."))

    assert "báo cáo đột xuất: khi cần, thêm một chu kỳ" in text


def test_without_any_deadline_the_yearly_report_is_marked_for_a_look() -> None:
    text = draft_text(with_report("Các đơn vị nghiêm túc thực hiện."))

    assert "CẦN XEM LẠI: văn bản không nêu hạn báo cáo định kỳ" in text
