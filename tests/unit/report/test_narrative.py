"""What is quoted of an agency: only what the report does not say anyway."""

from __future__ import annotations

import pytest

from dondoc.plan.model import Figure
from dondoc.report.narrative import narrative

FIGURES = {"lop": Figure("lop", "Số lớp tập huấn", "lớp"), "nguoi": Figure("nguoi", "Số lượt người dự", "lượt người")}


def told(note: str, *, percent: float | None = None) -> str:
    return narrative(note, percent=percent, figures={"lop": 9, "nguoi": 1250}, asked=FIGURES.values())


@pytest.mark.parametrize(
    "note",
    [
        "không phát sinh.",
        "Xin đính chính: đã hoàn thành.",
        "Số lớp tập huấn: 9 lớp, Số lượt người dự: 1.250 lượt người",
        "",
    ],
)
def test_what_only_repeats_the_answer_is_not_quoted(note: str) -> None:
    assert told(note) == ""


def test_a_percentage_alone_is_not_quoted() -> None:
    assert told("đạt 62,5%;", percent=62.5) == ""


@pytest.mark.parametrize(
    "note", ["tổ chức 9 lớp tại 3 xã miền núi", "đạt 80%", "không phát sinh do chưa có kinh phí", "NV: 10 lớp"]
)
def test_words_and_numbers_of_its_own_are_quoted_whole(note: str) -> None:
    assert told(note, percent=62.5) == note
