from __future__ import annotations

from dataclasses import replace

import pytest

from dondoc.reading.reader import read_reply
from tests.unit.reading.plans import PLAN, SENDER, context, mail_of

Headers = tuple[tuple[str, str], ...]


def kind(
    text: str, *, subject: str = "Re: [CDS]", headers: Headers = (), sender: str = SENDER, is_thread: bool = True
) -> str:
    mail = replace(
        mail_of(text, sender=sender, subject=subject), headers=headers, references=("x@y",) if is_thread else ()
    )
    return read_reply(mail, plan=PLAN, context=context()).kind


@pytest.mark.parametrize(
    "headers",
    [
        (("auto-submitted", "auto-replied"),),
        (("auto-submitted", "auto-generated; owner-email=x"),),
        (("x-autoreply", "yes"),),
        (("precedence", "auto_reply"),),
        (("content-type", "multipart/report; report-type=disposition-notification"),),
    ],
    ids=lambda headers: headers[0][0],
)
def test_headers_of_machines_are_believed(headers: Headers) -> None:
    assert kind("Tôi đi vắng", headers=headers) == "auto-reply"


@pytest.mark.parametrize(
    "subject",
    [
        "Trả lời tự động: [CDS] Đề nghị xác nhận",
        "Tự động trả lời: [CDS]",
        "Ra khỏi văn phòng Re: [CDS]",
        "Automatic reply: [CDS]",
        "Out of Office: [CDS]",
        "Nghỉ phép Re: [CDS]",
        "[Tự động] Xác nhận tiếp nhận: [CDS]",
        "Đã đọc: [CDS] Đề nghị xác nhận",
        "Read: [CDS]",
        "Tra loi tu dong: [CDS]",
    ],
)
def test_subjects_of_machines_are_recognised(subject: str) -> None:
    assert kind("…", subject=subject) == "auto-reply"


@pytest.mark.parametrize(
    "text",
    [
        "Hệ thống quản lý văn bản và điều hành tỉnh Minh Hà đã tiếp nhận thư của Quý cơ quan.\nĐây là thư tự động, vui lòng không trả lời.",
        "Văn bản của Quý đơn vị đã được tiếp nhận lúc 08:15 ngày 20/11/2026, số đến: 1187.",
        "Thư này được gửi tự động từ hệ thống. Xin vui lòng không phản hồi.",
        "Xin cảm ơn. Tôi đang đi công tác đến hết ngày 24/11, sẽ trả lời thư khi trở lại làm việc.",
        "Hiện tôi nghỉ phép từ 12/11 đến 16/11. Tôi đang nghỉ phép, mọi việc xin liên hệ chị Lan.",
        "This is an automatically generated message. Please do not reply.",
    ],
)
def test_receipts_and_absences_are_recognised_by_their_words(text: str) -> None:
    assert kind(text) == "auto-reply"


@pytest.mark.parametrize(
    "text",
    [
        "Tuần trước tôi đi công tác nên trả lời muộn. NV1: đã hoàn thành.",
        "Sở đã nâng cấp hệ thống quản lý văn bản. Nhiệm vụ 7: đang thực hiện 50%.",
        "Chị Lan nghỉ phép, em báo cáo thay: NV1 đã hoàn thành.",
    ],
)
def test_answers_that_speak_of_absence_or_systems_stay_answers(text: str) -> None:
    assert kind(text) == "reply"


def test_exchange_marking_mail_of_people_does_not_make_it_a_machine() -> None:
    assert (
        kind("NV1: đã hoàn thành", headers=(("x-auto-response-suppress", "All"), ("auto-submitted", "no"))) == "reply"
    )


def test_machine_words_in_the_quotation_do_not_make_an_answer_automatic() -> None:
    text = "NV1: đã hoàn thành\n\nVào 13/11/2026 07:30, Sở KHCN đã viết:\n> Đây là thư tự động, vui lòng không trả lời."

    assert kind(text) == "reply"


def test_newsletters_of_strangers_are_none_of_our_business() -> None:
    headers = (("list-id", "<bantin.example>"), ("precedence", "bulk"))

    assert kind("NV1: đã hoàn thành", headers=headers, sender="tin@bantin.example", is_thread=False) == "other"


def test_answer_through_an_agency_mailing_list_stays_an_answer() -> None:
    assert kind("NV1: đã hoàn thành", headers=(("list-id", "<vanthu.sotc.minhha.example>"),)) == "reply"


def test_advertisements_are_none_of_our_business() -> None:
    text = "KÍNH GỬI QUÝ KHÁCH HÀNG! Báo giá máy scan, khuyến mại 30%. Đã hoàn thành 500 công trình. Hotline 0900"

    assert kind(text, sender="sale@shop.example", is_thread=False, subject="Báo giá") == "other"


def test_our_own_mail_come_back_is_none_of_our_business() -> None:
    headers = (("x-dondoc-plan", "CDS"),)

    assert kind("NV1: đã hoàn thành", headers=headers, sender="cds@sokhcn.minhha.example", is_thread=False) == "other"


def test_an_automatic_receipt_is_known_by_its_subject_and_words() -> None:
    text = "Hệ thống thư công vụ đã nhận được thư.\n\nThư này do hệ thống gửi tự động, xin đừng phản hồi."

    assert kind(text, subject="Phản hồi tự động: [CDS] Đề nghị xác nhận") == "auto-reply"


def test_an_offer_of_goods_is_none_of_our_business() -> None:
    text = "Chúng tôi chào bán xe thu gom rác, chiết khấu 15%. Chúng tôi đã hoàn thành 70 căn nhà."

    assert kind(text, sender="ban@xe.example", is_thread=False, subject="Chào giá xe") == "other"
    assert kind("Đã giao hơn 900 đơn hàng.", sender="a@b.example", is_thread=False, subject="Bảng giá") == "other"


def test_mail_of_a_machine_of_our_own_domain_is_none_of_our_business() -> None:
    headers = (("auto-submitted", "auto-generated"),)

    assert kind("NV1.", headers=headers, sender="nhacviec@sokhcn.minhha.example", is_thread=False) == "other"
    assert kind("NV1.", headers=headers, sender="may@sotc.minhha.example", is_thread=False) == "auto-reply"


def test_automatic_mail_confirms_nothing() -> None:
    mail = replace(mail_of("NV1: đã hoàn thành"), headers=(("auto-submitted", "auto-replied"),))

    assert read_reply(mail, plan=PLAN, context=context()).items == ()


@pytest.mark.parametrize("subject", ["Accepted: Hạn báo cáo", "Chấp nhận: Hạn báo cáo", "Đã từ chối: Hạn báo cáo"])
def test_answer_of_a_calendar_program_is_no_reply(subject: str) -> None:
    calendar = (("content-type", "text/calendar; method=REPLY"),)

    assert kind("", subject=subject, headers=calendar) == "auto-reply"
    assert kind("NV1 không thuộc chức năng", subject=subject) == "reply"


def test_what_the_office_wrote_to_an_agency_is_no_answer() -> None:
    office = "cds@sokhcn.minhha.example"

    assert kind("NV1: chưa xác nhận", sender=office, headers=(("to", SENDER),), is_thread=False) == "other"
    assert kind("NV1 xong", sender=office, headers=(("to", f"CDS <{office}>"),), is_thread=False) == "reply"


def test_a_scam_about_the_mailbox_is_no_answer() -> None:
    text = "Hộp thư của bạn đã đạt 98% và sẽ bị khóa trong 24 giờ. Vui lòng xác nhận tài khoản."

    assert kind(text, sender="admin@la.example", subject="CẢNH BÁO", is_thread=False) == "other"
    assert kind(text, subject="CẢNH BÁO", is_thread=False) == "reply"  # from an address on file: to a person
