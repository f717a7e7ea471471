"""What the officer reads in the Prefect UI."""

from __future__ import annotations

import pytest

from app.attention import Attention
from dondoc.messages import say
from tests.flows.conftest import World

pytestmark = pytest.mark.flow


def test_what_needs_a_person_says_where_it_is_settled(world: World) -> None:
    from flows.artifacts import attention_text

    text = attention_text([Attention("Thư: <b>Sở A</b>", (say("there is nothing to settle"),), "1a2b3c4d")])

    assert text.startswith("# Việc cần cán bộ xem: 1\n\n- `1a2b3c4d` **Thư: ")
    assert "<b>" not in text
    assert "`xem-thu`" in text


def test_what_cannot_be_settled_by_a_form_is_only_told(world: World) -> None:
    from flows.artifacts import attention_text

    assert "xem-thu" not in attention_text([Attention("Địa chỉ không nhận được thư", ())])
    assert attention_text([]).endswith("Không có việc gì chờ cán bộ xử lý.")
