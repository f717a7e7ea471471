"""A bare number up to 1 in a percentage column may be a share or a percentage: it is never recorded as either."""

from __future__ import annotations

import pytest

from dondoc.form import AnsweredRow, CellValue
from dondoc.reading.table_cells import share_of
from tests.unit.reading.test_guarding import form, reading


@pytest.mark.parametrize("cell", [0.6, 1.0, "0,6", "1"])
def test_share_or_percentage_in_a_form_goes_to_a_person(cell: CellValue) -> None:
    reply = reading(form(AnsweredRow(3, "Đang thực hiện", cell)))

    assert reply.items == ()
    assert reply.review


@pytest.mark.parametrize(("cell", "percent"), [("0,6%", 0.6), (60.0, 60.0), (0.0, 0.0), ("1 %", 1.0)])
def test_percentage_that_is_certain_is_read_from_a_form(cell: CellValue, percent: float) -> None:
    reply = reading(form(AnsweredRow(3, "Đang thực hiện", cell)))

    assert [item.percent for item in reply.items] == [percent]


@pytest.mark.parametrize(
    ("cell", "words"),
    [("0,6", ""), ("1", ""), ("0,6%", "đạt 0,6%"), ("60", "đạt 60%"), ("0", "đạt 0%")],
)
def test_share_or_percentage_in_a_table_says_nothing(cell: str, words: str) -> None:
    assert share_of(cell) == words
