"""Yes and no to what a plan asks, by the thing and the verb of the figure's name."""

from __future__ import annotations

import pytest

from dondoc.plan.model import Figure
from dondoc.reading.figure_index import FigureIndex, figure_index
from dondoc.reading.figures import Figures, figures_in
from dondoc.reading.folded import folded


def _index(*figures: Figure) -> FigureIndex:
    return figure_index({figure.id: figure for figure in figures})


RULES = _index(Figure(id="quy-che", name="Quy chế phối hợp đã được phê duyệt", kind="yesno"))
SPRAYS = _index(Figure(id="thuoc", name="Đã ngừng dùng thuốc diệt cỏ", kind="yesno"))


def _read(text: str, index: FigureIndex = RULES) -> Figures:
    return figures_in(folded(text), index, 2026)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Quy chế phối hợp đã được phê duyệt: có", True),
        ("Quy chế phối hợp đã được phê duyệt: chưa", False),
        ("Huyện đã phê duyệt quy chế phối hợp.", True),
        ("Quy chế phối hợp đã được Chủ tịch ký duyệt.", True),
        ("Chưa phê duyệt được quy chế phối hợp.", False),
        ("Quy chế phối hợp chưa được phê duyệt.", False),
    ],
)
def test_a_thing_and_its_verb_answer(text: str, answer: bool) -> None:
    assert _read(text).values == {"quy-che": answer}


@pytest.mark.parametrize(
    "text",
    [
        "Sẽ phê duyệt quy chế phối hợp trong tháng 12.",
        "Đang trình quy chế phối hợp.",
        "Quy chế phối hợp đã được phê duyệt:",
        "Quy chế phối hợp đã được phê duyệt chưa?",
    ],
)
def test_what_is_yet_to_come_or_asked_is_no_answer(text: str) -> None:
    assert not _read(text).values


def test_an_answer_for_some_places_only_is_no_answer() -> None:
    assert not _read("Đã ngừng dùng thuốc diệt cỏ tại 18/22 thôn.", SPRAYS).values


def test_a_yes_and_a_no_are_left_to_a_person() -> None:
    found = _read("Huyện đã phê duyệt quy chế phối hợp. Quy chế phối hợp chưa được phê duyệt.")

    assert (found.values, found.doubtful) == ({}, {"quy-che"})


def test_a_no_within_the_name_is_no_answer() -> None:
    index = _index(Figure(id="giay", name="Đã áp dụng phòng họp không giấy", kind="yesno"))

    assert _read("Đã áp dụng phòng họp không giấy: có", index).values == {"giay": True}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Đã đưa Sàn vào vận hành từ ngày 01/10/2026.", True),
        ("Sàn đã được đưa vào vận hành.", True),
        ("Sàn đã đi vào vận hành.", True),
        ("Đến nay chưa đưa Sàn vào vận hành.", False),
        ("Sẽ đưa Sàn vào vận hành trong quý I.", None),
    ],
)
def test_a_thing_within_its_verb_answers(text: str, answer: bool | None) -> None:
    found = _read(text, _index(Figure(id="san", name="Đã đưa Sàn vào vận hành", kind="yesno")))

    assert found.values == ({} if answer is None else {"san": answer})
