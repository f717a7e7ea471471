from __future__ import annotations

import pytest

from dondoc.reading.lines import lines_of_text
from dondoc.reading.quotation import new_text
from dondoc.reading.sent import sent_text

ANSWER = "Sở đã nộp báo cáo quý ba."
ASKED = "Đề nghị Sở báo cáo quý ba trước ngày hai mươi."
WHO = "Trần Bình <binh@sokhcn.minhha.example>"


def typed(text: str) -> str:
    return new_text(lines_of_text(text), sent_text(())).text


@pytest.mark.parametrize(
    "line",
    [
        "Začátek přeposílané zprávy:", "Start på videresendt besked:", "Välitetty viesti alkaa:", "Započni proslijeđenu poruku:",
        "Továbbított levél kezdete:", "Początek przekazywanej wiadomości:", "Início da mensagem reencaminhada:",
        "Începe mesajul redirecționat:", "Начало переадресованного сообщения:", "Začiatok preposlanej správy:",
        "Vidarebefordrat mejl:", "İleti başlangıcı:", "Початок листа, що пересилається:", "----- Přeposlaná zpráva -----",
        "----- Edelleenlähetetty viesti -----", "----- Továbbított üzenet -----", "----- Przekazana wiadomość -----",
        "----- Mensagem reencaminhada -----", "----- Mesaj redirecționat -----", "----- Preposlaná správa -----",
        "----- İletilmiş Mesaj -----", "----- Перенаправлене повідомлення -----", "-------- Välitetty viesti / Fwd.Msg --------",
        "-------- Proslijeđena poruka --------", "--- Treść przekazanej wiadomości ---", "-------- Перенаправленное сообщение --------",
        "-------- İletilen İleti --------", "-------- Переслане повідомлення --------", "-----Původní e-mail-----",
        "-----Pôvodná správa-----", "-----Mesajul original-----", "-----Eredeti üzenet-----", "-----Orijinal İleti-----",
        "-----Izvorna poruka-----", "-----Oryginalna wiadomość-----", "-----Оригинальное сообщение-----",
    ],
)  # fmt: skip
def test_line_drawn_above_a_quotation_is_known_in_more_languages(line: str) -> None:
    assert typed(f"{ANSWER}\n\n{line}\n\n{ASKED}") == ANSWER


@pytest.mark.parametrize(
    "line",
    [
        f"{WHO} ezt írta (időpont: 2026. nov. 13., P, 7:30):",
        f"2026. nov. 13., p 7:30 időpontban {WHO} ezt írta:",
        f"pi 13. 11. 2026 o 7:30 používateľ {WHO} napísal:",
        f"În vin., 13 nov. 2026 la 07:30, {WHO} a scris:",
        f"pet, 13. stu 2026. u 07:30 {WHO} napisao je:",
        f"Στις Παρ, 13 Νοε 2026 στις 7:30 π.μ., ο χρήστης {WHO} έγραψε:",
        f"Pada Jum, 13 Nov 2026 07:30 {WHO} menulis:",
        f"R, 13. november 2026 kell 07:30 kirjutas kasutaja Trần Bình (<{WHO[11:-1]}>):",
    ],
)
def test_who_wrote_and_when_is_known_in_more_languages(line: str) -> None:
    assert typed(f"{ANSWER}\n\n{line}\n\n{ASKED}") == ANSWER


@pytest.mark.parametrize("word", ["Quoting", "Trích dẫn", "Zitat von", "Citando", "Citat de"])
def test_webmail_that_says_only_whom_it_quotes_is_understood(word: str) -> None:
    assert typed(f"{ANSWER}\n\n{word} {WHO}:\n\n> {ASKED}") == ANSWER


@pytest.mark.parametrize(
    "labels",
    [
        "De/Enviados/Para/Asunto", "Lähettäjä/Aihe/Päivämäärä/Vastaanottaja", "Šalje/Predmet/Datum/Prima", "Feladó/Küldve/Címzett/Tárgy",
        "Feladó/Elküldve/Címzett/Tárgy", "Expeditorul/Subiectul/Data/Destinatarul", "De la/Trimis/Către/Subiect", "Отправитель/Тема/Дата/Кому",
        "Od/Odoslané/Komu/Predmet", "Gönderen/Gönderildi/Kime/Konu", "Від кого/Тема/Дата/Кому", "Від/Надіслано/Кому/Тема",
        "Saatja/Kuupäev/Teema/Saaja", "Nadawca/Temat/Data/Adresat", "보낸 사람/날짜/받는 사람/제목", "差出人/日時/宛先/件名",
        "发件人/发送日期/收件人/主题", "Pošiljatelj/Poslano/Primatelj/Predmet", "Από/Στάλθηκε/Προς/Θέμα", "Dari/Dikirim/Kepada/Perihal",
        "จาก/ส่ง/ถึง/ชื่อเรื่อง", "Message du/De/A/Sujet",
    ],
)  # fmt: skip
def test_head_of_a_quoted_mail_is_known_in_more_languages(labels: str) -> None:
    head = "\n".join(
        f"{label} : 13/11/2026" if "Message" in label else f"{label}: {WHO}" for label in labels.split("/")
    )

    assert typed(f"{ANSWER}\n\n====\n\n{head}\n\n{ASKED}") == ANSWER


@pytest.mark.parametrize(
    "quoted",
    [
        "> Xem công văn (https://vanban.minhha.example/tai\nma=11&loai=cv)\n> Trân trọng",
        "> Xem <https://vanban.minhha.example/tai?\nma=11&loai=cv>\n>",
    ],
    ids=["in brackets", "in angle brackets"],
)
def test_end_of_a_quoted_link_that_was_wrapped_is_no_answer(quoted: str) -> None:
    assert typed(f"{ANSWER}\n\nVào 13/11/2026 07:30, Trần Bình đã viết:\n\n{quoted}") == ANSWER


def test_answer_between_quoted_lines_is_kept_below_a_link() -> None:
    quoted = "> Xem (https://vanban.minhha.example/tai)\nđã xem (bản mới)\n> Trân trọng"

    assert typed(f"Vào 13/11/2026 07:30, Trần Bình đã viết:\n\n{quoted}") == "đã xem (bản mới)"


def test_arrows_that_frame_a_heading_are_no_quote_marks() -> None:
    text = f"Kính gửi Sở\n>>> KẾT QUẢ QUÝ BA <<<\n{ANSWER}"

    assert typed(text) == text


def test_sender_right_above_a_quotation_announces_it() -> None:
    assert typed(f"{ANSWER}\n\nFrom: binh@sokhcn.minhha.example\n\n> {ASKED}") == ANSWER
    assert (
        typed(
            f"{ANSWER}\n\nFrom: binh@sokhcn.minhha.example\n\n<https://sokhcn.minhha.example/anh\n> <binh@x.example> >\n\n{ASKED}"
        )
        == ANSWER
    )


def test_sender_named_in_a_typed_text_announces_nothing() -> None:
    text = f"Báo cáo của\nTừ: vanthu@sotc.minhha.example\n\n{ANSWER}"

    assert typed(text) == text


def test_announcement_whose_address_stands_on_lines_of_its_own_is_cut_off() -> None:
    head = "On Fri, Nov 13, 2026 at 7:30 AM Trần Bình\n\n<\nmailto:Trần Bình <binh@sokhcn.minhha.example>\n> wrote:"

    assert typed(f"{ANSWER}\n\n{head}\n{ASKED}") == ANSWER


@pytest.mark.parametrize(
    "line", ["Importance: High", "Répondre à : Văn thư <vt@minhha.example>", "Mức quan trọng: Cao"]
)
def test_other_labels_in_the_head_of_a_quoted_mail_do_not_end_it(line: str) -> None:
    head = f"From: {WHO}\n{line}\nTo: Văn thư\nSubject: Báo cáo"

    assert typed(f"{ANSWER}\n\n{head}\n\n{ASKED}") == ANSWER


def test_addresses_of_sender_and_addressee_are_a_head() -> None:
    head = "From: binh@sokhcn.minhha.example\nTo: vanthu@sotc.minhha.example"

    assert typed(f"{ANSWER}\n\n{head}\n\n{ASKED}") == ANSWER


def test_a_stretch_of_road_is_no_head() -> None:
    text = f"{ANSWER}\n\nTừ: ngã tư Bình Triệu\nĐến: cầu Bình Lợi\nDài: 2,5 km"

    assert typed(text) == text


@pytest.mark.parametrize("line", ["-------- Origineel bericht --------", "-------- Originalnachricht --------"])
def test_more_names_of_the_original_mail_are_known(line: str) -> None:
    assert typed(f"{ANSWER}\n\n{line}\n\n{ASKED}") == ANSWER


@pytest.mark.parametrize(
    "head",
    [
        f"-------- Ursprüngliche Nachricht --------Von: {WHO} Datum: 13.11.26 07:30 (GMT+07:00) An: Betreff: Báo cáo",
        f"-------- Tin nhắn gốc -------- Từ: {WHO} Ngày: 13/11/26 07:30",
        f"Am 13.11.26 um 07:30 schrieb Trần Bình - Sở KHCN\nVon: {WHO}\nDatum: 13. November 2026\nAn: Văn thư",
        'Am 13.11.2026 um 07:30 schrieb "binh@x.example<mailto:binh@x.example>" <binh@x.example<mailto:binh@x.example>>:',
    ],
    ids=["line drawn before the head", "Vietnamese", "announced twice", "address with its link"],
)
def test_heads_that_programs_run_together_are_cut_off(head: str) -> None:
    assert typed(f"{ANSWER}\n\n{head}\n\n{ASKED}") == ANSWER


def test_arabic_head_is_known() -> None:
    head = f"من: {WHO}\nتم الإرسال: Friday, November 13, 2026\nإلى: Văn thư\nالموضوع: Báo cáo"

    assert typed(f"{ANSWER}\n\n{head}\n\n{ASKED}") == ANSWER


def test_marks_further_down_in_a_quotation_do_not_make_its_text_an_answer() -> None:
    head = f"From: {WHO}\nSent: Friday, November 13, 2026 7:30 AM\nTo: Văn thư\nSubject: Báo cáo"

    assert typed(f"{ANSWER}\n\n{head}\n\n{ASKED}\n\n> Văn bản trước đó\n>") == ANSWER


@pytest.mark.parametrize(
    "line",
    [
        "في ١٣/١١/٢٠٢٦ الساعة ٧:٣٠ ص، كتب/كتبت Trần Bình <binh@sokhcn.minhha.example>:",
        f"في الجمعة، ١٣ نوفمبر ٢٠٢٦، ٧:٣٠ ص {WHO} كتب:",
        f"Wiadomość napisana przez {WHO} w dniu 13.11.2026, o godz. 07:30:",
        "-----Original-Nachricht-----",
    ],
    ids=["Arabic", "Arabic, verb last", "Polish of Apple", "German of T-Online"],
)
def test_more_announcements_are_known(line: str) -> None:
    assert typed(f"{ANSWER}\n\n{line}\n\n{ASKED}") == ANSWER
