"""A task named by its number is neither lost in silence nor settled by a sentence about all tasks."""

from __future__ import annotations

import pytest

from tests.unit.reading.plans import read


@pytest.mark.parametrize(
    "text",
    [
        "Ngoài nhiệm vụ 3 và nhiệm vụ 4 đang triển khai (lần lượt đạt 35% và 60%), các nhiệm vụ còn lại đã hoàn thành.",
        "Các nhiệm vụ đã hoàn thành, riêng NV3 và NV4 đang triển khai (lần lượt 35% và 60%).",
    ],
)
def test_what_is_set_apart_is_never_done_because_the_rest_is(text: str) -> None:
    reply = read(text)

    assert not [item for item in reply.items if item.task in (3, 4) and item.status == "done"]


def test_a_task_that_was_named_and_not_understood_is_put_to_review() -> None:
    reply = read("I. NHIỆM VỤ ĐÃ HOÀN THÀNH\n- NV1\nII. NHIỆM VỤ CHƯA THỰC HIỆN\n- NV4")

    spoken_of = {item.task for item in reply.items} | {reason.values.get("task") for reason in reply.review}
    assert {1, 4} <= spoken_of


def test_a_line_of_the_form_left_open_is_no_reason_to_look() -> None:
    assert read("NV1: đã hoàn thành\nNV4:").review == ()


def test_a_percentage_alone_in_a_cell_is_the_task_s() -> None:
    (item,) = read("NV4 | ĐANG THỰC HIỆN | 58,3 % | theo kế hoạch").items

    assert (item.status, item.percent) == ("in_progress", 58.3)


def test_status_told_of_no_known_task_is_never_lost_in_silence() -> None:
    reply = read("Đề án bên em đã trình, việc này đã hoàn thành.\nNV4: đang thực hiện, đạt 68%.", (1, 4))

    assert [item.task for item in reply.items] == [4]
    assert len(reply.review) == 1


def test_status_told_of_no_task_needs_no_look_once_all_are_answered() -> None:
    reply = read("Báo cáo quý đã hoàn thành.\nNV1: đã hoàn thành.\nNV4: đang thực hiện, đạt 68%.", (1, 4))

    assert [item.task for item in reply.items] == [1, 4]
    assert not reply.review
