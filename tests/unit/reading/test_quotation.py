from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.reading.reader import read_reply, typed_text
from dondoc.reading.sent import sent_text
from tests.unit.reading.cases.all import CASES
from tests.unit.reading.cases.case import Case
from tests.unit.reading.plans import PLAN, context, mail_of, read
from tests.unit.reading.quotations import ABROAD, FORM, FROM, HEAD, HTMLS, REMINDER, TEXTS, marked

ANSWER = "Kính gửi Sở,\nNV1: đã hoàn thành.\nNV4: đang thực hiện, đạt 70%."


def statuses(text: str | None, *, html: str | None = None, sent: tuple[str, ...] = ()) -> dict[int, str]:
    reply = read_reply(mail_of(text, html=html), plan=PLAN, context=context(), sent_texts=sent)
    return {item.task: item.status for item in reply.items}


def typed(text: str | None, *, html: str | None = None) -> str:
    return " ".join(typed_text(mail_of(text, html=html), sent_text(())).text.split())


@pytest.mark.parametrize("client", TEXTS)
def test_text_under_an_answer_is_cut_off(client: str) -> None:
    assert typed(TEXTS[client](ANSWER)) == " ".join(ANSWER.split())


@pytest.mark.parametrize("program", ABROAD)
def test_quotation_is_cut_off_in_whatever_language_the_program_speaks(program: str) -> None:
    assert typed(ABROAD[program](ANSWER)) == " ".join(ANSWER.split())


def test_announcement_on_the_line_of_the_answer_is_cut_off() -> None:
    text = f"NV1 đã hoàn thành. Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 {FROM} đã viết:\n{marked()}"

    assert typed(text) == "NV1 đã hoàn thành."


def test_link_that_fell_out_of_the_quotation_is_no_answer() -> None:
    text = f"NV1: xong\n\n{HEAD}\n> Xin bấm vào nút\n<mailto:cds@sokhcn.minhha.example?subject=NV1>\n> Trân trọng"

    assert typed(text) == "NV1: xong"


def test_thanks_are_the_text_of_a_mail_that_says_nothing_else() -> None:
    assert typed(f"Cảm ơn anh nhé!\n\n{HEAD}\n{marked()}") == "Cảm ơn anh nhé!"
    assert typed(f"NV1: xong\nCảm ơn anh nhé!\n\n{HEAD}\n{marked()}") == "NV1: xong"


def test_line_under_the_head_of_a_table_begins_no_signature() -> None:
    text = "Xin gửi số liệu\nNhiệm vụ      Số lớp\n-----------------------------\nTập huấn      3\nDiễn tập      1"

    assert typed(text) == " ".join(text.split())


def test_text_that_somebody_indented_in_gmail_is_no_quotation() -> None:
    html = '<div>NV1: xong</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">NV3: chưa</blockquote>'

    assert typed(None, html=html) == "NV1: xong NV3: chưa"


def test_footer_of_a_mailing_list_is_cut_off() -> None:
    text = "NV1: xong\n\n__\nDanh sách thư nội bộ\nds@minhha.example\nhttps://ds.minhha.example/nhom"

    assert typed(text) == "NV1: xong"


@pytest.mark.parametrize("client", HTMLS)
def test_quotation_in_html_is_cut_off(client: str) -> None:
    assert typed(None, html=HTMLS[client](ANSWER)) == " ".join(ANSWER.split())


@pytest.mark.parametrize("client", TEXTS)
@pytest.mark.parametrize("case", [case for case in CASES if not case.review][::6], ids=lambda case: case.name)
def test_quotation_under_an_answer_never_changes_its_reading(client: str, case: Case) -> None:
    assert read(TEXTS[client](case.text), case.tasks).items == read(case.text, case.tasks).items


@pytest.mark.parametrize("client", TEXTS)
def test_our_mail_quoted_whole_and_empty_confirms_nothing(client: str) -> None:
    assert statuses(TEXTS[client]("")) == {}


@pytest.mark.parametrize("client", HTMLS)
def test_our_mail_quoted_in_html_and_empty_confirms_nothing(client: str) -> None:
    assert statuses(None, html=HTMLS[client]("")) == {}


def test_our_mail_in_an_unknown_layout_confirms_nothing_by_comparison() -> None:
    text = f"Dạ em gửi lại ạ\n\n### ngày 13/11 ###\n{REMINDER}"

    assert statuses(text, sent=(REMINDER,)) == {}


def test_answer_typed_again_in_our_example_words_is_not_taken_for_ours() -> None:
    assert statuses(f"NV1: đã hoàn thành.\n\n{REMINDER}", sent=(REMINDER,)) == {1: "done"}


def test_text_below_the_quotation_is_read_and_not_given_to_the_last_task() -> None:
    text = f"Vào 13/11/2026 07:30, Sở Khoa học đã viết:\n{marked()}\n\nNV1 và NV3 đã hoàn thành. NV4 chưa thực hiện."

    assert statuses(text) == {1: "done", 3: "done", 4: "not_started"}


def test_words_that_look_like_an_announcement_stay_text() -> None:
    text = 'Vào tháng 10, đoàn kiểm tra đã viết: "đạt yêu cầu".\nTừ: nguồn ngân sách tỉnh, NV4 đã hoàn thành.\nNV1: hoàn thành.'

    assert typed(text) == " ".join(text.split())


@given(st.sampled_from(CASES), st.sampled_from(sorted(TEXTS)))
@settings(max_examples=60, deadline=None)
def test_reading_is_deterministic(case: Case, client: str) -> None:
    text = TEXTS[client](case.text)

    assert read(text, case.tasks) == read(text, case.tasks)


@given(st.text(max_size=400), st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_whatever_raises(text: str, html: str) -> None:
    assert read(text, html=html).kind in {"reply", "auto-reply", "bounce", "other"}


def test_a_line_about_the_whole_agency_is_no_part_of_a_tasks_note() -> None:
    reply = read("NV4: đã hoàn thành, kịp tiến độ\nKinh phí thực hiện: 56 triệu đồng.")

    assert reply.items[0].note == "kịp tiến độ"
    assert reply.figures == {"kinh-phi": 56}


def _wrapped(text: str, width: int) -> str:
    """Our lines, broken anew at a width before they are quoted."""
    return "\n".join(f"> {piece}" for line in text.split("\n") for piece in textwrap.wrap(line, width) or [""])


@pytest.mark.parametrize("width", [30, 47, 58, 66, 74])
def test_words_that_fell_off_our_quoted_lines_are_never_new(width: int) -> None:
    sent = FORM.format(first="", second="", obstacles="")
    text = f"NV1: đã hoàn thành.\n\n{HEAD}\n\n{_wrapped(sent, width)}"

    mail = typed_text(mail_of(text), sent_text((sent,)))

    assert mail.text == "NV1: đã hoàn thành."


@pytest.mark.parametrize("width", [47, 66])
def test_our_words_are_ours_without_quote_marks_and_however_wrapped(width: int) -> None:
    text = f"NV1: đã hoàn thành.\n\n### ngày 13/11 ###\n{_wrapped(REMINDER, width)}".replace("> ", "")

    mail = typed_text(mail_of(text), sent_text((REMINDER,)))

    assert mail.text == "NV1: đã hoàn thành.\n\n### ngày 13/11 ###"


def test_target_of_a_button_is_no_answer() -> None:
    target = "<mailto:cds%2BA@sokhcn.minhha.example?\n> subject=%5BCDS%5D&body=NV1%3A%20da%20hoan%20thanh>"
    text = f"NV4: đã hoàn thành\n\n{HEAD}\n> Báo tất cả đã hoàn thành{target}\n> Trân trọng"

    assert typed(text) == "NV4: đã hoàn thành"
    assert typed(f"NV4: đã hoàn thành\nBáo NV1{target}") == "NV4: đã hoàn thành Báo NV1"


def test_title_of_a_report_is_no_closing_formula() -> None:
    text = "Kính gửi: Sở\n\nBÁO CÁO\nKết quả chuyển đổi số năm 2026\n\nI. ĐẶC ĐIỂM TÌNH HÌNH\nSở có 9 phòng.\n\n1. NV1: đã hoàn thành."

    assert typed(text) == " ".join(text.split())


def test_formula_of_one_word_closes_a_letter() -> None:
    assert typed("NV1: đã hoàn thành.\n\nKính,\nLê Văn Tám") == "NV1: đã hoàn thành."


def test_general_remarks_under_a_heading_belong_to_no_task() -> None:
    assert statuses("1. NV1: đã hoàn thành.\n\nIII. ĐÁNH GIÁ CHUNG\nViệc phối hợp từng lúc chưa kịp thời.") == {
        1: "done"
    }


@pytest.mark.parametrize(
    "hidden",
    [
        "hidden",
        'style="display:none"',
        'style="max-height:0;overflow:hidden"',
        'style="opacity:0"',
        'style="font-size:0px"',
    ],
)
def test_text_that_a_mail_hides_from_its_reader_is_not_read(hidden: str) -> None:
    html = f"<p>NV1: đã hoàn thành</p><div {hidden}>NV4: đã hoàn thành</div>"

    assert [item.task for item in read(None, html=html).items] == [1]


def test_answer_below_a_servers_warning_is_read() -> None:
    warning = "<table><tr><td>CẢNH BÁO: Thư này được gửi từ bên ngoài cơ quan.</td></tr></table>"

    assert statuses(None, html=f"{warning}<div>NV1: đã hoàn thành</div><div>NV4: đang thực hiện, 60%</div>") == {
        1: "done",
        4: "in_progress",
    }
    assert statuses("Cảnh báo: thư từ bên ngoài.\n\nNV1: đã hoàn thành.\nTrân trọng\nNV4: chưa thực hiện") == {
        1: "done",
        4: "not_started",
    }


@pytest.mark.parametrize("answer", ["+ Đã ký quy chế phối hợp: chưa", "Đã ký kế hoạch phối hợp"])
def test_an_answer_about_something_signed_is_no_signature(answer: str) -> None:
    text = f"NV1: đã hoàn thành\n{answer}"

    assert typed_text(mail_of(text), sent_text(())).text == text


@pytest.mark.parametrize("signed", ["(Đã ký)", "Đã ký", "Đã ký: Nguyễn Văn An", "(Đã ký) Nguyễn Văn An"])
def test_what_stands_for_a_written_signature_is_cut_off(signed: str) -> None:
    mail = typed_text(mail_of(f"NV1: đã hoàn thành\n\n{signed}"), sent_text(()))

    assert mail.text == "NV1: đã hoàn thành"
