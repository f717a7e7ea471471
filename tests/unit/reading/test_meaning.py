from __future__ import annotations

from typing import Any

import pytest

from dondoc.reply import ReplyItem
from tests.unit.reading.cases.all import CASES, PLACED
from tests.unit.reading.cases.case import Case
from tests.unit.reading.plans import read


def expected(value: Any) -> tuple[str, float | None, dict[str, Any] | None]:
    if isinstance(value, str):
        return value, None, None
    status, percent, *figures = value
    return status, percent, figures[0] if figures else None


def says(item: ReplyItem, value: Any) -> bool:
    status, percent, figures = expected(value)
    is_percent = item.percent == percent or (status == "done" and {item.percent, percent} <= {None, 100})
    return item.status == status and is_percent and (figures is None or dict(item.figures) == figures)


@pytest.mark.parametrize("case", [*CASES, *PLACED], ids=lambda case: case.name)
def test_a_reply_is_read_as_a_careful_officer_reads_it(case: Case) -> None:
    reply = read(case.text, case.tasks)

    assert {item.task for item in reply.items} == set(case.items), reply.review
    assert all(says(item, case.items[item.task]) for item in reply.items), reply.items
    assert bool(reply.review) == case.review, reply.review
