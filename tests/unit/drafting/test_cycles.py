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
        ("Báo cáo 6 tháng (trước ngày 15/6 và ngày 15/12).", "half", (DayMonth(15, 6), DayMonth(15, 12)), True),
        ("Báo cáo hằng quý trước ngày 10 của tháng cuối quý.", "quarter", QUARTERS, True),
        ("Báo cáo hằng tháng trước ngày 25.", "month", (25,), True),
    ],
)  # fmt: skip
def test_sentence_gives_the_cycle_it_announces(
    sentence: str, every: str, days: tuple[object, ...], is_before: bool
) -> None:
    cycle = cycle_of(sentence)

    assert (cycle.every, cycle.due.days, cycle.due.is_before) == (every, days, is_before)


REPORTS = {
    "Định kỳ 6 tháng (trước 15/6) và hằng năm (trước 30/11), các sở báo cáo.": ["sau-thang <15/6", "nam <30/11"],
    "Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12 về Sở Nội vụ.": ["sau-thang <10/6", "nam <10/12"],
    "Báo cáo hằng năm (trước ngày 15 tháng 11), 6 tháng đầu năm (trước ngày 15 tháng 6).": [
        "sau-thang <15/6", "nam <15/11",
    ],
    "Báo cáo 6 tháng trước ngày 10/7 và cả năm trước ngày 10/01 năm sau.": ["sau-thang <10/7", "nam <10/1 previous"],
    "Báo cáo 6 tháng và năm trước ngày 15/6 và 15/12.": ["sau-thang <15/6", "nam 15/12"],
    "Báo cáo 6 tháng đầu năm trước ngày 05/6.": ["sau-thang <5/6"],
    "Báo cáo định kỳ 6 tháng, năm trước ngày 15/12 hằng năm.": ["sau-thang 15/6 ?", "nam <15/12"],
    "Báo cáo hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước 10/6), năm (trước 05/12).": [
        "quy <[15/3, 15/6, 15/9, 15/12]", "sau-thang <10/6", "nam <5/12",
    ],
    "Hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối quý) và năm (trước ngày 05/12) báo cáo kết quả.": [
        "thang <20", "quy <[20/3, 20/6, 20/9, 20/12]", "nam <5/12",
    ],
    "Báo cáo kết quả trước ngày 25 hằng tháng và trước ngày 20/12 hằng năm.": ["thang <25", "nam <20/12"],
    "Báo cáo trước ngày 20 tháng cuối mỗi quý.": ["quy <[20/3, 20/6, 20/9, 20/12]"],
    "Báo cáo quý trước ngày 05 tháng đầu của quý sau.": ["quy <[5/1, 5/4, 5/7, 5/10] previous"],
    "Báo cáo quý chậm nhất ngày 15/3, 15/6, 15/9, 15/12.": ["quy [15/3, 15/6, 15/9, 15/12]"],
    "Báo cáo quý chậm nhất ngày 10/1, 10/4, 10/7, 10/10.": ["quy [10/1, 10/4, 10/7, 10/10] previous"],
    "Báo cáo quý ngày 1/3, 2/3, 3/3, 4/3.": ["quy [15/3, 15/6, 15/9, 15/12] ?"],
    "Báo cáo quý theo quy định.": ["quy [15/3, 15/6, 15/9, 15/12] ?"],
    "Chế độ báo cáo:\n\n- Quý: trước ngày 12 tháng cuối quý.\n\n- Năm: trước ngày 01/12.": [
        "quy <[12/3, 12/6, 12/9, 12/12]", "nam <1/12",
    ],
    "Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước 15/12 hằng năm. Các sở báo cáo năm trước ngày 30/11 về Sở Nội vụ.": [
        "nam <30/11",
    ],
    "Báo cáo 6 tháng trước ngày 18/6.": ["sau-thang <18/6 ?"],
    "Báo cáo 6 tháng và báo cáo đột xuất.": ["nua-nam [15/6, 15/12] ?"],
    "Định kỳ hằng quý tổng hợp báo cáo. Các phòng báo cáo trước ngày 20 tháng cuối quý.": [
        "quy <[20/3, 20/6, 20/9, 20/12]",
    ],
    "Tổng hợp tình hình; báo cáo UBND tỉnh trước 20/12 hằng năm. Các sở gửi báo cáo năm trước ngày 10/12.": [
        "nam <10/12",
    ],
    "Sơ kết sau 03 năm thực hiện Kế hoạch.": ["nam 15/12 ?", "so-ket 2026-01-01 ?"],
    "Báo cáo năm trước 05/12; sau 03 năm tổ chức sơ kết, năm 2028 tổng kết.": [
        "nam <5/12", "so-ket 2026-01-01 ?", "tong-ket 2028-12-15 ?",
    ],
    "Sơ kết giữa kỳ vào năm 2025; tổng kết vào năm 2028.": [
        "nam 15/12 ?", "so-ket 2025-12-15 ?", "tong-ket 2028-12-15 ?",
    ],
    "Báo cáo quý trước ngày 20 tháng cuối quý và báo cáo tổng kết trước ngày 10/12/2028.": [
        "quy <[20/3, 20/6, 20/9, 20/12]", "tong-ket <2028-12-10",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", REPORTS)
def test_each_kind_of_report_is_a_cycle_with_its_own_day(sentence: str) -> None:
    lines = draft_text(with_report(sentence)).split("\ncycles:\n")[1].split("\nmail:")[0]

    assert _outline(lines) == REPORTS[sentence]


def _outline(section: str) -> list[str]:
    """Each cycle as id and deadline, with < for "before", and ? where a person has to look."""
    cycles: list[str] = []
    doubt = ""
    for line in section.split("\n"):
        key, _, value = line.strip().partition(": ")
        if line.startswith("  # CẦN XEM LẠI") and "còn nêu" not in line:
            doubt = " ?"
        elif line.startswith("  ") and line.endswith(":"):
            cycles.append(line.strip(" :"))
        elif key in {"due_before", "due_by"}:
            cycles[-1] += f" {'<' if key == 'due_before' else ''}{value}{doubt}"
            doubt = ""
        elif key == "for":
            cycles[-1] += f" {value}"
    return cycles


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
