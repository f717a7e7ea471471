"""Quotations as mail programs write them, of one reminder: plain text and HTML, Vietnamese, English and others."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

REMINDER = """Kính gửi: Sở Tài chính

Thực hiện Kế hoạch số 145/KH-UBND, Sở Khoa học và Công nghệ đề nghị Quý cơ quan xác nhận kết quả năm 2026:

NV1. Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương
Trạng thái: chưa xác nhận
NV3. Tập huấn kỹ năng số cho cán bộ, công chức, viên chức
Trạng thái: đã hoàn thành (ghi nhận ngày 12/11/2026)
NV4. Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính
Tình trạng: chưa thực hiện

Năm 2025 Quý cơ quan đã hoàn thành tất cả các nhiệm vụ được giao.
Ví dụ: "NV1: đã hoàn thành. NV4: đang thực hiện, đạt 60%."

Trân trọng./.
Sở Khoa học và Công nghệ"""
FROM = "Sở Khoa học và Công nghệ <cds@sokhcn.minhha.example>"


def marked(text: str = REMINDER) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _after(head: str, body: Callable[[], str] = marked) -> Callable[[str], str]:
    return lambda answer: f"{answer}\n\n{head}\n\n{body()}\n"


def _plain() -> str:
    return REMINDER


TEXTS: dict[str, Callable[[str], str]] = {
    "gmail-vi": _after(f"Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 {FROM} đã viết:"),
    "gmail-vi-wrapped": _after("Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 Sở Khoa học và Công nghệ <\ncds@sokhcn.minhha.example> đã viết:"),
    "gmail-en": _after(f"On Fri, Nov 13, 2026 at 7:30 AM {FROM} wrote:"),
    "gmail-en-wrapped": _after("On Fri, Nov 13, 2026 at 7:30 AM Sở Khoa học và Công nghệ\n<cds@sokhcn.minhha.example>\nwrote:"),
    "thunderbird-vi": _after("Vào 13/11/2026 07:30, Sở Khoa học và Công nghệ đã viết:"),
    "thunderbird-en": _after("On 13/11/2026 07:30, Sở Khoa học và Công nghệ wrote:"),
    "roundcube": _after("Vào 2026-11-13 07:30, Sở Khoa học và Công nghệ đã viết:"),
    "zimbra-vi": _after(f"----- Vào 13 Th11, 2026, lúc 7:30 SA, {FROM} đã viết:"),
    "iphone-en": _after(f"Sent from my iPhone\n\n> On 13 Nov 2026, at 07:30, {FROM} wrote:"),
    "iphone-vi": _after(f"Đã gửi từ iPhone của tôi\n\n> Vào 07:30, 13 thg 11, 2026, {FROM} đã viết:"),
    "outlook-vi": _after(f"Từ: {FROM}\nĐã gửi: Thứ Sáu, 13 Tháng Mười Một 2026 7:30 SA\nĐến: Sở Tài chính\nChủ đề: [CDS] Đề nghị xác nhận", _plain),
    "outlook-line": _after(f"________________________________\nTừ: {FROM}\nĐã gửi: Thứ Sáu, 13 Tháng Mười Một 2026 7:30 SA\nĐến: Sở Tài chính\nCc: a@b.example\nChủ đề: x", _plain),
    "outlook-en": _after(f"From: {FROM}\nSent: Friday, November 13, 2026 7:30 AM\nTo: Sở Tài chính\nSubject: [CDS]", _plain),
    "outlook-bold": _after(f"*From:* {FROM}\n*Sent:* Friday, November 13, 2026 7:30 AM\n*To:* Sở Tài chính\n*Subject:* [CDS]", _plain),
    "original-en": _after(f"-----Original Message-----\nFrom: {FROM}\nTo: x\nDate: Fri, 13 Nov 2026\nSubject: x", _plain),
    "original-vi": _after(f"----- Thư gốc -----\nTừ: {FROM}\nTới: x\nĐã gửi: Thứ Sáu\nTiêu đề: x", _plain),
    "samsung": _after(f"Được gửi từ thiết bị Galaxy của tôi\n\n-------- Tin nhắn gốc --------\nTừ: {FROM}\nNgày: 13/11/2026 07:30 (GMT+07:00)\nĐến: x\nChủ đề: x", _plain),
    "yahoo-vi": _after(f"    Vào Thứ Sáu, 13 tháng 11, 2026 lúc 07:30:00 GMT+7, {FROM} đã viết:  ", _plain),
    "yahoo-en": _after(f"    On Friday, November 13, 2026 at 07:30:00 AM GMT+7, {FROM} wrote:  ", _plain),
    "forwarded": _after(f"---------- Forwarded message ---------\nTừ: {FROM}\nDate: Th 6, 13 thg 11, 2026\nSubject: x\nTo: y", _plain),
    "forwarded-vi": _after(f"---------- Thư đã chuyển tiếp ---------\nTừ: {FROM}\nNgày: Th 6\nChủ đề: x\nĐến: y", _plain),
    "french": _after("Le ven. 13 nov. 2026 à 07:30, Sở KHCN <cds@sokhcn.minhha.example> a écrit :"),
    "german": _after("Am 13.11.2026 um 07:30 schrieb Sở KHCN <cds@sokhcn.minhha.example>:"),
    "polish": _after("W dniu 13.11.2026 o 07:30, Sở KHCN pisze:"),
    "japanese": _after("2026年11月13日(金) 7:30 Sở KHCN <cds@sokhcn.minhha.example>:"),
    "italian-wrapped": _after("Il giorno ven 13 nov 2026 alle ore 07:30 Sở KHCN\n<cds@sokhcn.minhha.example> ha scritto:"),
    "only-marks": lambda answer: f"{answer}\n\n{marked()}\n",
    "twice": lambda answer: f"{answer}\n\nVào Th 2, 16 thg 11, 2026 vào lúc 10:02 Sở X <x@x.example> đã viết:\n\n> NV1 chưa thực hiện. NV9 đã hoàn thành.\n>\n> Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 {FROM} đã viết:\n>\n{marked(marked())}\n",
}  # fmt: skip


def _html(text: str) -> str:
    return "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))


def _paragraphs(text: str) -> str:
    return "".join(f"<p class=MsoNormal>{escape(line) or '&nbsp;'}<o:p></o:p></p>\n" for line in text.split("\n"))


_WHO = escape(FROM)
HTMLS: dict[str, Callable[[str], str]] = {
    "gmail": lambda a: f'<div dir="ltr">{_html(a)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 {_WHO} đã viết:<br></div><blockquote class="gmail_quote">{_html(REMINDER)}</blockquote></div>',
    "outlook": lambda a: f'<html xmlns:o="o"><body lang=VI><div class=WordSection1>{_paragraphs(a)}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>Từ:</b> {_WHO}<br><b>Đã gửi:</b> Thứ Sáu<br><b>Đến:</b> x<br><b>Chủ đề:</b> x</p></div></div>{_paragraphs(REMINDER)}</div></body></html>',
    "owa": lambda a: f'<div class="elementToProof">{_html(a)}</div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> {_WHO}<br><b>Sent:</b> x<br><b>Subject:</b> x<div>&nbsp;</div></div><div>{_html(REMINDER)}</div>',
    "outlook-phone": lambda a: f'<div>{_html(a)}</div><div id="ms-outlook-mobile-signature">Tải Outlook cho iOS</div><hr><div id="divRplyFwdMsg"><b>Từ:</b> {_WHO}<br><b>Đã gửi:</b> x</div>{_html(REMINDER)}',
    "zimbra": lambda a: f'<html><body>{_html(a)}<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Từ: </b>{_WHO}<br><b>Tới: </b>x<br></div><div data-marker="__QUOTED_TEXT__">{_html(REMINDER)}</div></body></html>',
    "apple": lambda a: f'<html><body dir="auto">{_html(a)}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Đã gửi từ iPhone của tôi</div><div dir="ltr"><br><blockquote type="cite">Vào 07:30, 13 thg 11, 2026, {_WHO} đã viết:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">{_html(REMINDER)}</div></blockquote></body></html>',
    "yahoo": lambda a: f'<div class="ydp1yahoo-style-wrap">{_html(a)}</div><div id="ydp2yahoo_quoted_11" class="ydp2yahoo_quoted"><div>Vào Thứ Sáu {_WHO} đã viết:</div>{_html(REMINDER)}</div>',
    "thunderbird": lambda a: f'<p>{_html(a)}</p><div class="moz-cite-prefix">Vào 13/11/2026 07:30, Sở Khoa học đã viết:<br></div><blockquote type="cite">{_html(REMINDER)}</blockquote>',
    "bare-blockquote": lambda a: f"{_html(a)}<blockquote>{_html(REMINDER)}</blockquote>",
    "forwarded": lambda a: f'<div dir="ltr">{_html(a)}<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Từ: {_WHO}<br>Date: x<br>Subject: x<br></div>{_html(REMINDER)}</div></div>',
    "layout-table": lambda a: f'<table width="100%"><tr><td>{_html(a)}</td></tr></table><div class="gmail_quote"><div class="gmail_attr">Vào 07:30 {_WHO} đã viết:</div><blockquote class="gmail_quote"><table><tr><td>{_html(REMINDER)}</td></tr></table></blockquote></div>',
}  # fmt: skip

WHO = "Trần Bình <binh@sokhcn.minhha.example>"
ABROAD: dict[str, Callable[[str], str]] = {
    "german": _after(f"Am 13.11.2026 um 07:30 schrieb {WHO}:", _plain),
    "german-outlook": _after(f"Von: {WHO}\nGesendet: Freitag, 13. November 2026 07:30\nAn: Văn thư\nBetreff: x", _plain),
    "german-line": _after(f"-----Ursprüngliche Nachricht-----\nVon: {WHO}", _plain),
    "french": _after(f"Le ven. 13 nov. 2026 à 07:30, {WHO} a écrit :", _plain),
    "french-outlook": _after(f"De : {WHO}\nEnvoyé : vendredi 13 novembre 2026 07:30\nÀ : Văn thư\nObjet : x", _plain),
    "spanish": _after(f"El vie, 13 nov 2026 a las 7:30, {WHO} escribió:", _plain),
    "spanish-outlook": _after(f"De: {WHO}\nEnviado el: viernes, 13 de noviembre de 2026 7:30\nPara: Văn thư\nAsunto: x", _plain),
    "italian": _after(f"Il giorno ven 13 nov 2026 alle ore 07:30 {WHO} ha scritto:", _plain),
    "italian-outlook": _after(f"Da: {WHO}\nInviato: venerdì 13 novembre 2026 07:30\nA: Văn thư\nOggetto: x", _plain),
    "dutch": _after(f"Op 13 nov. 2026 om 07:30 schreef {WHO}:", _plain),
    "dutch-apple": _after(f"Op 13-nov.-2026, om 07:30 heeft {WHO} het volgende geschreven:", _plain),
    "dutch-outlook": _after(f"Van: {WHO}\nVerzonden: vrijdag 13 november 2026 07:30\nAan: Văn thư\nOnderwerp: x", _plain),
    "polish": _after(f"W dniu 13 listopada 2026 07:30 użytkownik {WHO}\nnapisał:", _plain),
    "polish-iso": _after("Dnia 2026-11-13 07:30 Trần Bình napisał(a):", _plain),
    "portuguese": _after(f"Em sex., 13 de nov. de 2026 às 07:30, {WHO} escreveu:", _plain),
    "swedish": _after(f"Den 13 november, 2026 07:30:18, {WHO} skrev:", _plain),
    "norwegian": _after(f"fre. 13. nov. 2026 kl. 07:30 skrev {WHO[:-1]}\n>:"),
    "danish-outlook": _after(f"Fra: {WHO}\nSendt: 13. november 2026 07:30\nTil: Văn thư\nEmne: x", _plain),
    "finnish": _after("pe 13. marraskuuta 2026 klo 7.30 Trần Bình\n<binh@sokhcn.minhha.example> kirjoitti:", _plain),
    "russian": _after(f"13.11.2026 07:30, {WHO} пишет:", _plain),
    "russian-outlook": _after(f"От: {WHO}\nОтправлено: 13 ноября 2026 г. 7:30\nКому: Văn thư\nТема: x", _plain),
    "chinese": _after("在 2026年11月13日 07:30，陈平 <binh@sokhcn.minhha.example> 写道：", _plain),
    "chinese-foxmail": _after(f"发件人： {WHO}\n发送时间： 2026-11-13 07:30\n收件人： Văn thư\n主题： x", _plain),
    "japanese": _after(f"2026年11月13日(金) 7:30 {WHO}のメール:", _plain),
    "zoho": _after(f"---- On Fri, 13 Nov 2026 07:30:00 +0700 {WHO} wrote ----", _plain),
    "android": _after("---- Trần Bình wrote ----", _plain),
    "without-colon": _after(f"On Fri, 13 Nov 2026 07:30:00 +0700 {WHO} wrote", _plain),
    "dated": _after(f"2026/11/13 {WHO}"),
    "dated-colon": _after(f'13.11.2026, 07.30, "Trần Bình" {WHO[10:]}:', _plain),
    "one-line": _after(f"From: {WHO} Sent: Friday, November 13, 2026 7:30 AM To: Văn thư Subject: x", _plain),
    "two-headers": _after("Date: Fri, 13 Nov 2026 07:30:02 +0700\nTo: vanthu@sotc.minhha.example", _plain),
}  # fmt: skip


FORM = """Kính gửi: Sở Tài chính

(1) Bấm Trả lời, viết mỗi nhiệm vụ một dòng theo mẫu dưới đây.
    Ví dụ với nhiệm vụ số 99: “NV99: đã hoàn thành, 2 lớp”

NV1:{first}
NV3:{second}
NV4:
Kinh phí thực hiện (triệu đồng):
Khó khăn, vướng mắc:{obstacles}
Đề xuất, kiến nghị:

ĐÃ GHI NHẬN (không cần gửi lại)

NV2. Tuyên truyền
     Đã ghi nhận: Đã hoàn thành (ngày 20/11/2026)

Trân trọng./."""

HEAD = "Vào Th 6, 13 thg 11, 2026 vào lúc 07:30 Sở Khoa học và Công nghệ <cds@sokhcn.minhha.example> đã viết:"
