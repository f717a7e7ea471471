from __future__ import annotations

import pytest

from dondoc.reading.lines import lines_of_text
from dondoc.reading.quotation import new_text
from dondoc.reading.sent import sent_text

ANSWER = "Sở đã nộp báo cáo quý ba."


def typed(text: str) -> str:
    return new_text(lines_of_text(text), sent_text(())).text


@pytest.mark.parametrize(
    "link",
    [
        "https://kho.minhha.example/tep/d/1aB2cD3eF4/xem?chiase=1",
        "Báo cáo tại: https://kho.minhha.example/s/bao-cao-quy-3-nam-2026.pdf",
    ],
)
def test_link_to_a_document_at_the_end_belongs_to_the_text(link: str) -> None:
    assert typed(f"{ANSWER}\n\n{link}") == f"{ANSWER}\n\n{link}"


@pytest.mark.parametrize(
    "site", ["https://sotc.minhha.example/", "www.sotc.minhha.example", "https://sotc.minhha.example/lien-he"]
)
def test_site_of_an_agency_below_a_name_is_signature(site: str) -> None:
    assert typed(f"{ANSWER}\n\nLê Văn Tám\n{site}") == ANSWER


@pytest.mark.parametrize("footer", ["via mobile", "Tám from mobile", "Lê Tám via mobile"])
def test_footer_that_only_says_mobile_is_cut_off(footer: str) -> None:
    assert typed(f"{ANSWER}\n\n{footer}") == ANSWER


def test_title_of_a_disclaimer_without_a_disclaimer_is_text() -> None:
    assert typed(f"{ANSWER}\nDisclaimer") == f"{ANSWER}\nDisclaimer"
    assert typed(f"{ANSWER}\n\nDisclaimer\n\nThis is for whom it is addressed to.") == ANSWER


def test_footer_of_a_program_inside_code_is_text() -> None:
    text = "Mã lỗi:\n// Sent from my custom mailer\nreturn 1"

    assert typed(text) == text


@pytest.mark.parametrize(
    "footer",
    [
        "Az iPhone-omról küldve", "Trimis de pe iPhone-ul meu", "أُرسلت من الـ iPhone", "Odesláno z iPhonu", "Odoslané z môjho iPhonu",
        "Poslano s mog iPhonea", "iPhone'umdan gönderildi", "Στάλθηκε από το iPhone μου", "Надіслано з iPhone", "Dikirim dari iPhone saya",
        "ส่งจาก iPhone ของฉัน", "나의 iPhone에서 보냄", "Hent Outlook til iOS", "Hämta Outlook för Android", "Pobierz aplikację Outlook dla systemu iOS",
    ],
)  # fmt: skip
def test_footers_of_phones_are_known_in_more_languages(footer: str) -> None:
    assert typed(f"{ANSWER}\n\n{footer}") == ANSWER


@pytest.mark.parametrize(
    "banner",
    [
        "Cảnh báo: Thư này được gửi từ bên ngoài cơ quan, không bấm vào liên kết.\n\n",
        "CAUTION: This email originated from outside of the organization. Do not\nclick links unless you know the sender.\n\n",
        "[Lưu ý: thư này từ bên ngoài]\n",
        "Bạn thường không nhận được email từ so@tinh.example. Tìm hiểu lý do điều này quan trọng\n",
        "CẢNH BÁO: thư từ bên ngoài.\n\nCAUTION: external mail.\n\n",
        "*** Thư từ bên ngoài hệ thống ***\n\n",
        "[CẢNH BÁO] Thư có tệp đính kèm\n",
        "CẢNH BÁO: Email này từ bên ngoài tổ chức.\nVui lòng không mở tệp đính kèm nếu không biết người gửi.\n\nHãy thận trọng!\n\n",
    ],
    ids=["Vietnamese", "English, wrapped", "brackets", "safety tip", "two", "stars", "head in brackets", "sentences"],
)
def test_warning_that_a_server_puts_above_a_reply_hides_no_answer(banner: str) -> None:
    answer = f"Kính gửi Sở,\n{ANSWER}\nNV1: đã hoàn thành."

    found = new_text(lines_of_text(f"{banner}{answer}"), sent_text(()))

    assert found.text == answer
    assert found.aside.split() == banner.split()


def test_answer_in_the_words_of_a_warning_is_read() -> None:
    assert typed("Cảnh báo: thư từ bên ngoài.\n\nKhông mở lớp tập huấn nào.") == "Không mở lớp tập huấn nào."


def test_warning_below_a_reply_is_cut_off_with_all_that_follows() -> None:
    assert typed(f"{ANSWER}\n\nCảnh báo: thư này từ bên ngoài.\n\nKhông bấm vào liên kết.") == ANSWER


@pytest.mark.parametrize(
    "answer",
    ["Email này chỉ để báo Sở là NV1 đã hoàn thành.\nCòn NV4 thì chưa.", "This emails tests nothing.\nNV1: done."],
)
def test_answer_that_begins_like_a_disclaimer_is_text(answer: str) -> None:
    assert typed(answer) == answer
