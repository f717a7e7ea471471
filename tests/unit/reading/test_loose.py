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


REPORT = """Thực hiện Kế hoạch số 145/KH-UBND, Sở Tài chính báo cáo kết quả như sau:

I. TÌNH HÌNH CHUNG
Trong năm 2026, Sở đã triển khai đồng bộ, cơ bản hoàn thành kế hoạch đề ra.

II. KẾT QUẢ CỤ THỂ
1. Ban hành kế hoạch chuyển đổi số: Sở đã ban hành Kế hoạch số 15/KH-STC ngày 20/01/2026. Đã hoàn thành.
2. Tập huấn kỹ năng số: đã tổ chức 04 lớp với 210 học viên. Đã hoàn thành.
3. Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính: đang thực hiện, đạt 62,5%.

III. KHÓ KHĂN, VƯỚNG MẮC
Kinh phí còn hạn chế.

IV. KIẾN NGHỊ
Đề nghị bố trí kinh phí năm 2027.
"""


@pytest.mark.parametrize("numbers", ["I II III IV", "A B C D"])
def test_a_chapter_ends_the_general_remarks_above_it(numbers: str) -> None:
    text = REPORT
    for roman, number in zip(["IV", "III", "II", "I"], reversed(numbers.split()), strict=True):
        text = text.replace(f"\n{roman}. ", f"\n{number}. ")

    reply = read(text, ASKED)

    assert [(item.task, item.status) for item in reply.items] == [(1, "done"), (3, "done"), (4, "in_progress")]
    assert (reply.obstacles, reply.proposals) == ("Kinh phí còn hạn chế.", "Đề nghị bố trí kinh phí năm 2027.")
    assert not reply.review


def test_a_status_in_general_remarks_alone_is_not_lost_beside_proposals() -> None:
    reply = read("Đánh giá chung: đơn vị đã hoàn thành công việc.\nKiến nghị: bố trí kinh phí.", ASKED)

    assert (reply.items, len(reply.review)) == ((), 1)
