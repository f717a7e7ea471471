"""A status told of a task that is not named for certain is read or looked at, and nothing else is."""

from __future__ import annotations

import pytest

from tests.unit.reading.plans import read

ASKED = (1, 3, 4)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("NV3: đã hoàn thành.\nKế hoạch của Sở đã ban hành, nhiệm vụ này đã hoàn thành.", 1),
        ("NV3: đã hoàn thành. Kế hoạch của Sở đã ban hành, nhiệm vụ này đã hoàn thành.", 1),
        ("NV1: đã hoàn thành. Việc tập huấn cũng đã hoàn thành.", 3),
        ("NV1 đã hoàn thành.\nSố hóa: đã xong.", 4),
    ],
)
def test_a_status_under_one_task_with_words_of_another_goes_to_a_person(text: str, about: int) -> None:
    reply = read(text, ASKED)

    assert about not in {item.task for item in reply.items}
    assert about in {reason.values.get("task") for reason in reply.review}


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch CĐS đã ban hành tại QĐ 12, nhiệm vụ này đã hoàn thành.\nNV3: đã hoàn thành.",
        "Về kế hoạch CĐS thì bên em đã ban hành rồi.\n\nNV3: đã hoàn thành.",
    ],
)
def test_a_status_of_no_task_goes_to_a_person(text: str) -> None:
    reply = read(text, ASKED)

    assert [item.task for item in reply.items] == [3]
    assert len(reply.review) == 1


def test_a_task_named_by_its_words_is_read() -> None:
    reply = read(
        "NV3: đã hoàn thành.\nKế hoạch chuyển đổi số năm 2026 của Sở đã ban hành, nhiệm vụ này đã hoàn thành.", ASKED
    )

    assert [(item.task, item.status) for item in reply.items] == [(1, "done"), (3, "done")]
    assert not reply.review


@pytest.mark.parametrize(
    "more",
    [
        "Ngoài ra, Sở đang thực hiện một số nội dung khác.",
        "Các nội dung còn lại em sẽ báo cáo sau.",
        "Các nhiệm vụ khác em xin gửi bổ sung.",
        "Kết quả: đã hoàn thành.",
        "Đánh giá chung: hoàn thành tốt.",
        "Em đang làm nốt các phần khác, mai em gửi tiếp.",
        "Sở đã hoàn thành việc tổng hợp số liệu, xin gửi kèm.",
    ],
)
@pytest.mark.parametrize("form", ["NV1: đã hoàn thành.\n{}", "NV1: đã hoàn thành.\n\n{}", "{}\nNV1: đã hoàn thành."])
def test_words_of_other_matters_are_no_reason_to_look(form: str, more: str) -> None:
    reply = read(form.format(more), ASKED)

    assert [(item.task, item.status) for item in reply.items] == [(1, "done")]
    assert not reply.review
