"""What a draft owes its reader: it loads whatever the document holds, and says where a person has to look."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.drafting.days import read_when
from dondoc.drafting.heading import code_of
from dondoc.drafting.roster import Roster
from dondoc.errors import InputError
from dondoc.plan.load import load_plan
from tests.unit.drafting.drafts import draft_text, drafted, with_report
from tests.unit.plan.texts import PLAN


def document(*rows: str) -> str:
    table = "\n".join(
        f"| {row} |" for row in ("TT | Nội dung | Chủ trì | Phối hợp | Thời gian", "---|---|---|---|---", *rows)
    )
    return f"KẾ HOẠCH\nCông tác dân số năm 2024\n\nUBND tỉnh Hà Nam ban hành\n\n{table}\n"


def test_numbers_that_begin_anew_are_counted_through_and_the_old_ones_kept_as_remarks() -> None:
    text = document("1 | A | Sở Y tế | | 2024", "1 | B | Sở Y tế | | 2024")

    assert list(drafted(text).tasks) == [1, 2]
    assert "  2:   # trong văn bản: 1" in draft_text(text)


def test_quarter_without_a_year_means_the_only_year_of_the_plan() -> None:
    assert read_when("Quý IV", 2025, 2025) == "2025"
    assert read_when("Quý IV", 2025, 2026) is None


def test_task_without_a_lead_goes_to_the_coordinator_and_is_marked() -> None:
    text = document("1 | A | Sở Y tế | | 2024", "2 | B | | | 2024")

    assert drafted(text).tasks[2].lead == ("so-y-te",)
    assert "CẦN XEM LẠI: không có cơ quan chủ trì nêu tên" in draft_text(text)


def test_two_spellings_of_one_agency_are_one_agency() -> None:
    plan = drafted(
        document("1 | A | Sở TT&TT | | 2024", "2 | B | Sở Thông tin và Truyền thông tỉnh Hà Nam | Sở TTTT | 2024")
    )

    assert [task.lead for task in plan.tasks.values()] == [("so-tttt",), ("so-tttt",)]


def test_part_of_a_year_is_kept_as_a_remark() -> None:
    assert "when: 2024   # văn bản ghi: Quý II/2024" in draft_text(document("1 | A | Sở Y tế | | Quý II/2024"))


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("Từ năm 2023 – 2028", "2023-2028"),
        ("Thường xuyên trong năm", "all-year"),
        ("hằng năm", "all-year"),
        ("Năm 2024, 2026", "[2024, 2026]"),
        ("2025 và các năm tiếp theo", "2025-2028"),
        ("Đến năm 2025", "2023-2025"),
        ("Trước 30/6/2024", "2024"),
        ("năm 2035", None),
        ("khi có yêu cầu", None),
    ],
)
def test_when_is_read_within_the_years_of_the_plan(written: str, when: str | None) -> None:
    assert read_when(written, 2023, 2028) == when


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Triển khai Đề án truyền thông về quyền con người ở Việt Nam giai đoạn 2023 - 2028", "QCN"),
        ("Chuyển đổi số trên địa bàn tỉnh Quảng Ngãi năm 2024", "CDS"),
        ("Thực hiện công tác cải cách hành chính năm 2024", "CCHC"),
        ("2024", "KH"),
    ],
)
def test_code_is_made_of_what_the_title_is_about(title: str, code: str) -> None:
    assert code_of(title) == code


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Sở Giáo dục và Đào tạo", "so-gddt"),
        ("Sở Nội vụ", "so-noi-vu"),
        ("Sở LĐTB&XH", "so-ldtbxh"),
        ("UBND huyện Vạn Ninh", "van-ninh"),
        ("UBMTTQ Việt Nam tỉnh", "mttq-tinh"),
        ("Chi cục Thủy lợi", "chi-cuc-thuy-loi"),
    ],
)
def test_ids_follow_the_habit_of_the_plan_language(name: str, made: str) -> None:
    assert Roster("Khánh Hòa").agency(name) == made


@pytest.mark.parametrize("text", ["", "\n\n", "Kính gửi các đơn vị", "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"])
def test_document_without_tasks_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputError, match="no task was found"):
        draft_text(text)


_PIECES = (
    "Sở Y tế|UBND các huyện|, |; | và |liên quan|trước ngày 31/12|sau 03 năm|sơ kết|báo cáo|6 tháng|hằng quý"
    '|30/2/2024|100%|: | #|"|{|- |1. |Quyết định số 1/QĐ-TTg ngày 1/1/2023|\u202e|\x85'
)
_WORDS = st.sampled_from(_PIECES.split("|"))


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=14).map("".join), st.lists(_WORDS, max_size=14).map("".join))
def test_whatever_a_document_says_its_draft_loads(sentence: str, cell: str) -> None:
    text = with_report(f"{sentence}\n\n| 2 | {cell} | {sentence} | {cell} |")

    plan = drafted(text)

    assert 1 in plan.tasks


_OFTEN = "hằng tháng|hằng quý|cuối quý|của tháng cuối quý|tháng đầu quý sau|quý I, quý II|6 tháng|6 tháng đầu năm"
_SELDOM = "hằng năm|cả năm|báo cáo năm|năm sau|sơ kết|tổng kết|năm 2027|đột xuất"
_REPORTS = st.sampled_from(f"{_OFTEN}|{_SELDOM}".split("|"))
_DAYS = st.builds(
    lambda before, day, month, year: f"{before}ngày {day}/{month}{year}",
    st.sampled_from(["trước ", ""]),
    st.integers(1, 31),
    st.integers(1, 12),
    st.sampled_from(["", "", "/2025"]),
)
_JOINTS = st.sampled_from([" ", ", ", "; ", " và ", ": "])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.one_of(_REPORTS, _DAYS), _JOINTS), max_size=9))
def test_whatever_deadlines_a_sentence_strings_together_its_draft_loads(parts: list[tuple[str, str]]) -> None:
    sentence = "".join(f"{part}{joint}" for part, joint in parts)

    assert drafted(with_report(f"Các đơn vị báo cáo {sentence}.")).cycles


def test_everything_that_another_plan_says_of_an_agency_is_taken_over() -> None:
    known = load_plan(
        PLAN.replace(
            "so-b: {name: Sở B,",
            'so-b: {name: Sở Y tế, short: SYT, cc: [x@a.example, y@a.example], accept_from: "@yte.example",'
            " from: 2023-01-01, until: 2025-12-31, successor: so-c,",
        ).replace("members: [so-a, so-b, so-c]", "members: [so-a, so-b, so-c], except: [so-a]")
    ).plan
    text = document("1 | A | Sở Y tế | Các sở | 2024")

    taken = drafted(text, known)

    assert taken.agencies["so-b"] == known.agencies["so-b"]
    assert taken.agencies["so-c"] == known.agencies["so-c"]
    assert taken.groups["cac-so"] == known.groups["cac-so"]


def test_two_aims_of_the_same_words_have_ids_of_their_own() -> None:
    aims = "I. MỤC TIÊU\n- 90% xã đạt chuẩn.\n- 80% xã đạt chuẩn.\nII. NHIỆM VỤ\n"

    plan = drafted(document("1 | A | Sở Y tế | | 2024").replace("| TT", f"{aims}\n| TT"))

    assert list(plan.objectives) == ["xa-dat-chuan", "xa-dat-chuan-2"]
