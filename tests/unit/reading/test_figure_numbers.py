"""What a number in a reply is: a result of this year, or a plan, a rest, a share, another year's, a bound."""

from __future__ import annotations

import pytest

from dondoc.plan.model import Figure
from dondoc.reading.figure_index import FigureIndex, figure_index
from dondoc.reading.figures import Figures, figures_in
from dondoc.reading.folded import folded


def _index(*figures: Figure) -> FigureIndex:
    return figure_index({figure.id: figure for figure in figures})


GARDENS = _index(
    Figure(id="vuon", name="Số vườn mẫu đã công nhận", unit="vườn mẫu"),
    Figure(id="nguoi", name="Số người được tập huấn", unit="người"),
)
ROAD = _index(Figure(id="km", name="Chiều dài kênh đã nạo vét", unit="km"))
WASTE = _index(Figure(id="kg", name="Khối lượng vỏ thuốc đã thu gom", unit="kg"))
FUNDS = _index(Figure(id="von", name="Kinh phí đã chi", unit="triệu đồng"))


def _read(text: str, index: FigureIndex = GARDENS) -> Figures:
    return figures_in(folded(text), index, 2026)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("tám", 8),
        ("hai mươi mốt", 21),
        ("tám mươi bốn", 84),
        ("một trăm linh năm", 105),
        ("một nghìn hai trăm", 1200),
        ("3k", 3000),
        ("1.450", 1450),
    ],
)
def test_a_number_is_read_in_words_and_in_digits(written: str, value: int) -> None:
    found = _read(f"Xã đã tập huấn cho {written} người.")

    assert found.values == {"nguoi": value}


@pytest.mark.parametrize(
    ("written", "value"), [("1.250,5", 1250.5), ("1,250.5", 1250.5), ("1 250", 1250), ("1.250", 1250), ("12,5", 12.5)]
)
def test_separators_of_a_measure_are_read_where_they_can_mean_one_thing(written: str, value: float) -> None:
    assert _read(f"Đã thu gom {written} kg", WASTE).values == {"kg": value}


def test_a_comma_before_three_digits_of_a_measure_may_be_either() -> None:
    found = _read("Đã thu gom 1,250 kg", WASTE)

    assert (found.values, found.doubtful) == ({}, {"kg"})


def test_a_unit_is_read_as_telephones_shorten_it() -> None:
    assert _read("da tap huan 210 ng").values == {"nguoi": 210}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1tr2", 1.2),
        ("1 tỷ 325 triệu", 1325),
        ("1,2 tỷ đồng", 1200),
        ("890tr", 890),
        ("1.325.000.000 đồng", 1325),
    ],
)
def test_money_is_brought_to_the_unit_of_the_plan(written: str, value: float) -> None:
    assert _read(f"Kinh phí đã chi: {written}", FUNDS).values == {"von": value}


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 9 vườn mẫu, đã công nhận 7 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu, còn lại 2 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu, tăng 3 vườn mẫu so với cùng kỳ.",
        "Đã công nhận 7 vườn mẫu, mỗi thôn 2 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu, đang thẩm định 4 vườn mẫu.",
        "Đợt 1 công nhận 3 vườn mẫu; đợt 2 công nhận 4 vườn mẫu.",
        "Đã công nhận khoảng 7 vườn mẫu.",
        "Năm 2026 công nhận 7 vườn mẫu, lũy kế 31 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu, trong đó 5 vườn mẫu của hộ nghèo.",
    ],
)
def test_only_what_was_reached_counts(text: str) -> None:
    assert _read(text).values == {"vuon": 7}


@pytest.mark.parametrize(
    "text",
    [
        "Đã công nhận hơn 7 vườn mẫu.",
        "Đã công nhận 7-9 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu trở lên.",
        "Đã công nhận vài vườn mẫu.",
        "Năm 2025 đã công nhận 7 vườn mẫu.",
    ],
)
def test_bounds_ranges_and_other_years_are_left_to_a_person(text: str) -> None:
    found = _read(text)

    assert (found.values, found.doubtful) == ({}, {"vuon"})


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025: 3 vườn mẫu, năm 2026: 7 vườn mẫu.",
        "2025: 3 vườn mẫu; 2026: 7 vườn mẫu.",
        "Đã công nhận 7 vườn mẫu (năm trước 3 vườn mẫu).",
        "Đã công nhận 7 vườn mẫu (năm 2025: 3 vườn mẫu).",
        "Đã công nhận 7 vườn mẫu (KH: 9 vườn mẫu).",
        "Cùng kỳ 3 vườn mẫu, kỳ này 7 vườn mẫu.",
        "Công nhận 7 vườn mẫu so với 3 vườn mẫu của năm trước.",
        "Số vườn mẫu (KH): 9; Số vườn mẫu (TH): 7.",
        "Số vườn mẫu (năm 2025): 3. Số vườn mẫu (năm 2026): 7.",
        "Số vườn mẫu: KH 9, TH 7.",
        "Đã công nhận 7 vườn mẫu, chênh lệch 2 vườn mẫu.",
    ],
)
def test_a_number_of_another_time_or_of_the_plan_stands_beside_the_result(text: str) -> None:
    assert _read(text).values == {"vuon": 7}


@pytest.mark.parametrize(
    "text",
    [
        "Giảm 3 vườn mẫu.",
        "Tăng thêm 2 vườn mẫu.",
        "Bổ sung 2 vườn mẫu.",
        "Giảm so với năm 2025 là 2 vườn mẫu.",
        "Tăng từ 3 vườn mẫu lên 5 vườn mẫu.",
        "Từ 10 vườn mẫu tăng lên 12 vườn mẫu.",
        "Tinh giản 2 vườn mẫu.",
        "Số vườn mẫu (kế hoạch): 6 vườn mẫu.",
        "Số vườn mẫu tăng thêm: 2.",
    ],
)
def test_a_difference_or_a_plan_is_no_total(text: str) -> None:
    assert not _read(text).values


CUTS = _index(Figure(id="giam", name="Số đầu mối đã giảm", unit="đầu mối"))
POOR = _index(Figure(id="giam", name="Số hộ nghèo giảm trong năm", unit="hộ"))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Đã sắp xếp, giảm 3 đầu mối.", CUTS),
        ("Hiện còn 12 đầu mối, giảm được 3 đầu mối so với năm 2025.", CUTS),
        ("Hiện có 12 đầu mối, đã giảm 03 đầu mối.", CUTS),
        ("Số đầu mối đã giảm: 3.", CUTS),
        ("Giảm 3 hộ, hiện còn 45 hộ.", POOR),
        ("Số hộ nghèo giảm trong năm: 3 hộ.", POOR),
    ],
)
def test_a_difference_counts_where_the_figure_asks_for_it(text: str, index: FigureIndex) -> None:
    assert _read(text, index).values == {"giam": 3}


@pytest.mark.parametrize("text", ["Hiện có 12 đầu mối.", "Sở có 12 đầu mối, không thay đổi."])
def test_how_many_there_are_is_no_difference(text: str) -> None:
    assert not _read(text, CUTS).values


def test_new_ones_and_all_of_them_are_left_to_a_person() -> None:
    found = _read("Công nhận mới 2 vườn mẫu, nâng tổng số lên 12 vườn mẫu.")

    assert (found.values, found.doubtful) == ({}, {"vuon"})


def test_a_plan_alone_is_no_result() -> None:
    found = _read("Dự kiến công nhận 9 vườn mẫu.")

    assert (found.values, found.doubtful) == ({}, set())


def test_the_part_of_a_whole_that_was_reached_counts() -> None:
    assert _read("Đã công nhận 7/9 vườn mẫu.").values == {"vuon": 7}


@pytest.mark.parametrize(
    ("text", "index"),
    [("Đã nạo vét 850 m.", ROAD), ("Đã thu gom 2,3 tấn.", WASTE)],
)
def test_another_measure_of_the_same_is_left_to_a_person(text: str, index: FigureIndex) -> None:
    found = _read(text, index)

    assert not found.values
    assert len(found.doubtful) == 1


def test_a_share_is_no_name_for_the_things_it_is_a_share_of() -> None:
    index = figure_index(
        {
            "ho-so": Figure(id="ho-so", name="Số hồ sơ đã tiếp nhận", unit="hồ sơ"),
            "dung-han": Figure(id="dung-han", name="Tỷ lệ hồ sơ giải quyết đúng hạn", unit="%"),
        }
    )

    assert figures_in(folded("tiếp nhận 2.011 hồ sơ, giải quyết đúng hạn"), index, 2026).values == {"ho-so": 2011}
