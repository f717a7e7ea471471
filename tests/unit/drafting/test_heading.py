"""What a plan document says of itself, in the ways letterheads are set."""

from __future__ import annotations

from datetime import date

import pytest

from dondoc.drafting.basis import read_basis
from dondoc.drafting.heading import PlanHead, issuer_in, read_head

FALLBACK = date(2026, 1, 1)


def head_of(*lines: str, years: tuple[int, ...] = ()) -> PlanHead:
    return read_head(lines, years, fallback=FALLBACK)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"), "Ủy ban nhân dân tỉnh Hà Nam"),
        (("UBND HUYỆN BÌNH LỤC",), "Ủy ban nhân dân huyện Bình Lục"),
        (("UBND TỈNH HÀ NAM", "SỞ NỘI VỤ"), "Sở Nội vụ"),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Căn cứ đề nghị của UBND tỉnh Hà Nam"), "Ủy ban nhân dân tỉnh Hà Nam"),
        (("Không nêu ai",), ""),
    ],
)
def test_issuer_is_the_one_in_the_letterhead(lines: tuple[str, ...], issuer: str) -> None:
    assert issuer_in(lines) == issuer


@pytest.mark.parametrize(
    ("line", "day", "is_sure"),
    [
        ("Hà Nam, ngày 05 tháng 3 năm 2024", date(2024, 3, 5), True),
        ("Hà Nam, ngày 05/3/2024", date(2024, 3, 5), True),
        ("Hà Nam, ngày … tháng 3 năm 2024", date(2024, 3, 1), False),
        ("Hà Nam, ngày … tháng … năm 2024", date(2024, 1, 1), False),
        ("Hà Nam, ngày 31/02/2024", date(2025, 1, 1), False),
    ],
)
def test_day_of_issue_is_read_or_doubted(line: str, day: date, is_sure: bool) -> None:
    head = head_of(line, "KẾ HOẠCH", "Chuyển đổi số năm 2025")

    assert (head.issued_on, "issued_on" not in head.doubts) == (day, is_sure)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("KẾ HOẠCH", "Chuyển đổi số", "năm 2025", "", "Căn cứ Luật"), "Chuyển đổi số năm 2025"),
        (("KẾ HOẠCH", "Căn cứ Luật", "KẾ HOẠCH CHUYỂN ĐỔI SỐ", "NĂM 2025"), "CHUYỂN ĐỔI SỐ NĂM 2025"),
        (("KẾ HOẠCH", "Chuyển đổi số", "dài " * 120), "Chuyển đổi số"),
        (("Kế hoạch chuyển đổi số năm 2025",), "Kế hoạch chuyển đổi số năm 2025"),
        (("Không có tên",), "Kế hoạch"),
    ],
)
def test_title_stands_below_or_behind_the_word_for_a_plan(lines: tuple[str, ...], title: str) -> None:
    assert head_of(*lines).title == title


@pytest.mark.parametrize(
    ("lines", "years", "starts", "ends", "is_sure"),
    [
        (("KẾ HOẠCH", "Dân số giai đoạn 2024 - 2030"), (), 2024, 2030, True),
        (("KẾ HOẠCH", "Dân số năm 2025 và 2026"), (), 2025, 2026, True),
        (("KẾ HOẠCH", "Dân số đến năm 2030", "Hà Nam, ngày 1 tháng 2 năm 2024"), (), 2024, 2030, True),
        (
            ("Hà Nam, ngày 1 tháng 2 năm 2024", "KẾ HOẠCH", "Dân số", "Thực hiện giai đoạn 2024 - 2027"),
            (),
            2024,
            2027,
            True,
        ),
        (("KẾ HOẠCH", "Dân số"), (2027, 2029), 2027, 2029, False),
        (("KẾ HOẠCH", "Dân số"), (), 2026, 2026, False),
    ],
)
def test_plan_runs_over_the_years_that_are_named(
    lines: tuple[str, ...], years: tuple[int, ...], starts: int, ends: int, is_sure: bool
) -> None:
    head = head_of(*lines, years=years)

    assert (head.starts.year, head.ends, "ends" not in head.doubts) == (starts, date(ends, 12, 31), is_sure)


def test_legal_basis_holds_laws_by_their_name_and_documents_by_their_number() -> None:
    found = read_basis(
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
            "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Quyết định số 749/QĐ-TTg;",
            "I. MỤC ĐÍCH",
            "Căn cứ Quyết định số 1/QĐ-TTg ngày 01/01/2020.",
        ]
    )

    assert [(basis.id, basis.date) for basis in found] == [
        ("luat-to-chuc-chinh-quyen-dia", date(2015, 6, 19)),
        ("nq-57", date(2024, 12, 22)),
        ("qd-749", None),
    ]
