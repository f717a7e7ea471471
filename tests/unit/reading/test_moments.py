from __future__ import annotations

from datetime import date

import pytest

from dondoc.reading.moments import When, is_past

WRITTEN = When(2026, date(2026, 11, 20))


@pytest.mark.parametrize(
    "words",
    [
        " ngay 20/11",
        " ngay 5.10.2026",
        " vao thang 10",
        " quy iii/2026",
        " tu thang 9 nam 2025",
        " hom qua",
        " dau nam",
    ],
)
def test_a_day_before_the_mail_is_past(words: str) -> None:
    assert is_past(words, WRITTEN)


@pytest.mark.parametrize(
    "words",
    [
        " ngay 21/11",
        " trong thang 11",
        " quy iv",
        " thang 1/2027",
        " ngay 31/2",
        " thang 13",
        " truoc ngay 1/10",
        " 60%",
        "",
    ],
)
def test_a_day_to_come_or_none_is_not_past(words: str) -> None:
    assert not is_past(words, WRITTEN)


def test_nothing_is_past_where_the_day_of_writing_is_not_known() -> None:
    assert not is_past(" ngay 20/9", When(2026))
