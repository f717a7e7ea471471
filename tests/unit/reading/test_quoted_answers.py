"""Answers typed inside what the mail program repeated belong to the task they stand under."""

from __future__ import annotations

import pytest

from dondoc.reading.reader import read_reply
from tests.unit.reading.plans import PLAN, context, mail_of, read
from tests.unit.reading.quotations import FORM, FROM, HEAD, REMINDER, marked


def statuses(text: str | None, *, html: str | None = None, sent: tuple[str, ...] = ()) -> dict[int, str]:
    reply = read_reply(mail_of(text, html=html), plan=PLAN, context=context(), sent_texts=sent)
    return {item.task: item.status for item in reply.items}


def test_answers_under_quoted_task_lines_belong_to_these_tasks() -> None:
    text = f"Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 {FROM} đã viết:\n\n" + "\n".join(
        (
            "> Kính gửi: Sở Tài chính",
            "> NV1. Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương",
            "> Trạng thái: chưa xác nhận",
            "",
            "Đã hoàn thành.",
            "",
            "> NV3. Tập huấn kỹ năng số cho cán bộ, công chức, viên chức",
            "> Trạng thái: chưa xác nhận",
            "",
            "Đang thực hiện 40%, mở 2 lớp",
            "",
            "> NV4. Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
            ">",
            "> Trân trọng./.",
        )
    )

    reply = read(text)

    assert {item.task: (item.status, item.percent) for item in reply.items} == {
        1: ("done", None),
        3: ("in_progress", 40),
    }


def test_gmail_answers_between_blockquotes_belong_to_the_task_above() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">Vào 07:30 X &lt;x@x.example&gt; đã viết:</div>'
        '<blockquote class="gmail_quote">NV1. Ban hành kế hoạch chuyển đổi số</blockquote><div>Đã hoàn thành</div>'
        '<blockquote class="gmail_quote">NV3. Tập huấn kỹ năng số cho cán bộ, công chức</blockquote><div>Chưa thực hiện</div>'
        '<blockquote class="gmail_quote">Trân trọng</blockquote></div>'
    )

    assert statuses(None, html=html) == {1: "done", 3: "not_started"}


def test_lines_filled_into_our_quoted_blanks_are_answers() -> None:
    sent = "Kính gửi: Sở Tài chính\nXin trả lời mỗi nhiệm vụ một dòng theo mẫu:\nNV1:\nNV3:\nNV4:\nTrân trọng./.\nSở Khoa học và Công nghệ tỉnh Minh Hà"
    filled = sent.replace("NV1:", "NV1: đã hoàn thành").replace("NV4:", "NV4: đang thực hiện 30%")
    text = f"Gửi lại mẫu bên dưới\n\nVào Th 6, 13 thg 11, 2026 vào lúc 07:30 {FROM} đã viết:\n\n{marked(filled)}"

    assert statuses(text, sent=(sent,)) == {1: "done", 4: "in_progress"}
    assert statuses(text.replace("\n> ", "\n"), sent=(sent,)) == {1: "done", 4: "in_progress"}


def test_status_written_into_our_quoted_mail_counts_only_by_comparison() -> None:
    changed = REMINDER.replace("Trạng thái: chưa xác nhận", "Trạng thái: đang thực hiện 20%")
    text = f"Em gửi ạ\n\nFrom: {FROM}\nSent: x\nTo: y\nSubject: z\n\n{changed}"

    assert statuses(text) == {}
    assert statuses(text, sent=(REMINDER,)) == {1: "in_progress"}


def _quoted_form(first: str = "", second: str = "", obstacles: str = "", *, mark: str = "> ") -> str:
    form = FORM.format(first=first, second=second, obstacles=obstacles)
    return f"{HEAD}\n\n" + "\n".join(f"{mark}{line}".rstrip() for line in form.split("\n"))


@pytest.mark.parametrize("mark", ["> ", ""])
def test_our_form_filled_in_inside_the_quotation_is_read_without_the_sent_text(mark: str) -> None:
    form = _quoted_form(" đã hoàn thành", " đang thực hiện, 5 lớp", " thiếu kinh phí", mark=mark)

    reply = read(f"Sở gửi lại mẫu ạ.\n\n{form}")

    assert {item.task: item.status for item in reply.items} == {1: "done", 3: "in_progress"}
    assert reply.items[1].figures == {"lop": 5}
    assert reply.obstacles == "thiếu kinh phí"
    assert not reply.review


def test_a_blank_form_in_the_quotation_says_nothing() -> None:
    reply = read(f"NV4: đã hoàn thành\n\n{_quoted_form()}")

    assert [item.task for item in reply.items] == [4]
    assert not reply.review


def test_a_filled_form_of_an_older_mail_in_the_chain_is_not_read() -> None:
    older = "\n".join(f"> {line}" for line in _quoted_form(" đã hoàn thành").split("\n"))

    reply = read(f"Đã nhận.\n\n{HEAD}\n\n> Cảm ơn Quý cơ quan.\n>\n{older}")

    assert not reply.items


def test_short_answer_in_our_own_words_between_our_lines_is_new() -> None:
    answered = REMINDER.replace("địa phương\n", "địa phương\nĐã hoàn thành.\n", 1)
    text = f"Em trả lời bên dưới\n\nFrom: {FROM}\nSent: x\nTo: y\nSubject: z\n\n{answered}"

    assert statuses(text, sent=(REMINDER,)) == {1: "done"}


def test_form_filled_in_inside_zimbras_two_marked_parts_is_read() -> None:
    choices = "Tình trạng (đã hoàn thành / đang thực hiện / chưa thực hiện / không phát sinh)"
    form = f"<br>Nhiệm vụ 1: Ban hành kế hoạch<br>- {choices}: Đã hoàn thành<br><br>Nhiệm vụ 4: Số hóa hồ sơ<br>- {choices}: Đang thực hiện<br>- Tỷ lệ hoàn thành (%): 45%<br>"
    html = (
        '<div>Phiếu của Sở đã điền.</div><hr id="zwchr" data-marker="__DIVIDER__">'
        '<div data-marker="__HEADERS__"><b>Từ: </b>cds@sokhcn.minhha.example<br><b>Tới: </b>x<br></div><div><br></div>'
        f'<div data-marker="__QUOTED_TEXT__">Kính gửi: Sở Tài chính<br>{form}</div>'
    )

    assert statuses(None, html=html) == {1: "done", 4: "in_progress"}


@pytest.mark.parametrize("arrow", ["=>", "-->", "→"])
def test_answer_behind_an_arrow_in_an_unmarked_quotation_belongs_to_the_task_above(arrow: str) -> None:
    head = "Từ: Sở Khoa học và Công nghệ <cds@sokhcn.minhha.example>\nĐã gửi: 13/11/2026 7:30\nĐến: Sở Tài chính\nChủ đề: [CDS]"
    tasks = f"NV1. Ban hành kế hoạch\nTrạng thái: chưa xác nhận\n\n{arrow} Đã hoàn thành\n\nNV4. Số hóa hồ sơ\nTrạng thái: chưa xác nhận"

    assert statuses(f"Trả lời ngay dưới từng việc.\n\n{head}\n\n{tasks}\n") == {1: "done"}
