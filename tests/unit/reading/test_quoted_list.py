"""Answers typed into the quoted list of tasks, where the writer points to them and no quote marks tell them apart."""

from __future__ import annotations

import pytest

from tests.unit.reading.plans import read

HEAD = """

Trân trọng,
Văn thư

Từ: Sở Khoa học và Công nghệ <cds@sokhcn.minhha.example>
Đã gửi: Thứ Ba, 10 Tháng Mười Một 2026 8:00 SA
Đến: Sở Tài chính <vanthu@sotc.minhha.example>
Chủ đề: [CDS] Đề nghị xác nhận kết quả thực hiện nhiệm vụ năm 2026

"""
LIST = """Sở Tài chính chưa xác nhận 03 nhiệm vụ năm 2026:

1. Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương (hạn: trước 10/12/2026)
{}
4. Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính (hạn: trước 10/12/2026)
{}
5. Hoàn thành kết nối, chia sẻ dữ liệu với nền tảng tích hợp dùng chung của tỉnh (hạn: trước 10/12/2026)
{}

Nếu đã hoàn thành, xin ghi "đã hoàn thành"; nếu đang thực hiện, xin ghi tỷ lệ, ví dụ 50%.
"""
TABLE = """TT | Nhiệm vụ | Hạn | Đang ghi nhận
1 | NV1 - Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương | 09/12/2026 | {}
2 | NV4 - Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính | 09/12/2026 | {}
3 | NV5 - Hoàn thành kết nối, chia sẻ dữ liệu với nền tảng tích hợp dùng chung của tỉnh | 09/12/2026 | {}
"""
ANSWERS = ("Đã hoàn thành (Kế hoạch số 51/KH-STC).", "Đang thực hiện, đạt 40%.", "Chưa thực hiện")
ASKED = (1, 4, 5)


def statuses(text: str) -> list[tuple[int, str, float | None]]:
    return [(item.task, item.status, item.percent) for item in read(text, ASKED).items]


@pytest.mark.parametrize("quoted", [LIST, TABLE], ids=["lines", "table"])
@pytest.mark.parametrize(
    "typed",
    ["Sở trả lời trực tiếp bằng chữ đỏ ở dưới ạ.", "Sở đã điền vào cột cuối.", "Kết quả cập nhật vào bảng dưới."],
)
def test_answers_in_the_quoted_list_are_read_with_their_tasks(typed: str, quoted: str) -> None:
    assert statuses(typed + HEAD + quoted.format(*ANSWERS)) == [
        (1, "done", None),
        (4, "in_progress", 40),
        (5, "not_started", None),
    ]


@pytest.mark.parametrize("quoted", [LIST, TABLE], ids=["lines", "table"])
def test_a_quoted_list_as_we_sent_it_answers_nothing(quoted: str) -> None:
    assert statuses("Sở trả lời ở dưới ạ." + HEAD + quoted.format(*["Chưa có xác nhận"] * 3)) == []


def test_a_quoted_list_nobody_points_to_answers_nothing() -> None:
    text = "NV1: đã hoàn thành." + HEAD + TABLE.format("Đang thực hiện 20%", "Đã hoàn thành", "Đã hoàn thành")

    assert statuses(text) == [(1, "done", None)]


def test_arrows_below_tasks_named_by_their_words_are_answers() -> None:
    quoted = LIST.format(*(f"→ {answer}" for answer in ANSWERS))

    assert statuses("Trả lời của Sở." + HEAD + quoted) == [
        (1, "done", None),
        (4, "in_progress", 40),
        (5, "not_started", None),
    ]


def test_answers_between_quoted_rows_are_not_read_again_from_the_rows() -> None:
    rows = TABLE.format(*["Chưa thực hiện (chưa có xác nhận)"] * 3).splitlines()
    typed = [f"> {row}\n\n{answer}\n" for row, answer in zip(rows[1:], ANSWERS, strict=True)]
    head = "Sở trả lời ngay dưới từng dòng.\n\nVào 30/11/2026 08:00, Sở Khoa học và Công nghệ đã viết:\n"

    assert statuses(f"{head}> {rows[0]}\n" + "\n".join(typed)) == [
        (1, "done", None),
        (4, "in_progress", 40),
        (5, "not_started", None),
    ]


def test_boxes_ticked_in_the_quotation_are_answers_with_their_figures() -> None:
    boxes = "[{}] Đã hoàn thành   [{}] Đang thực hiện ({}%)   [ ] Chưa thực hiện   [ ] Không phát sinh"
    quoted = f"""Đề nghị quý cơ quan đánh dấu x vào ô phù hợp và gửi lại thư này:

NV1 - Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương
{boxes.format("x", " ", "...")}
NV4 - Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính
{boxes.format(" ", "x", "85")}
    Số hồ sơ đã số hóa: 214
NV5 - Hoàn thành kết nối, chia sẻ dữ liệu với nền tảng tích hợp dùng chung của tỉnh
{boxes.format(" ", " ", "...")}
    Đã kết nối nền tảng dùng chung: ____

Trân trọng./.
"""
    reply = read("Sở gửi lại phiếu." + HEAD + quoted, ASKED)

    assert [(item.task, item.status, item.percent, item.figures) for item in reply.items] == [
        (1, "done", None, {}),
        (4, "in_progress", 85, {"ho-so": 214}),
    ]
    assert not reply.review
    assert reply.proposals is None


def test_boxes_left_empty_in_the_quotation_answer_nothing() -> None:
    assert statuses("NV1: đã hoàn thành." + HEAD + "NV4 - Số hóa hồ sơ\n[ ] Đã hoàn thành   [ ] Chưa thực hiện") == [
        (1, "done", None)
    ]
