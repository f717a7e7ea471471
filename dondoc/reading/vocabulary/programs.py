"""Lời do chương trình thư tự viết: dòng báo "… đã viết:", khối Từ/Đến/Chủ đề, dòng kẻ "Thư gốc", bằng nhiều thứ tiếng.

Cán bộ có thể đọc và bổ sung: viết có dấu như chương trình thư hiện ra; khi so sánh, chương trình bỏ dấu và bỏ hoa thường.
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# ── Nhãn của khối đầu thư được trích: "Từ: …", "Đã gửi: …", "Đến: …" ──
HEADER_LABELS: dict[str, tuple[str, ...]] = {
    "from": (
        "từ", "người gửi", "from", "de", "von", "van", "da", "fra", "från", "od", "mittente", "remetente", "expéditeur",
        "remitente", "kimden", "gönderen", "lähettäjä", "feladó", "šalje", "pošiljatelj", "expeditorul", "de la", "nadawca", "saatja", "dari",
        "от", "от кого", "отправитель", "від", "від кого", "από", "发件人", "寄件者", "寄件人", "差出人", "보낸 사람", "จาก", "من",
    ),
    "sent": (
        "đã gửi", "gửi lúc", "sent", "date", "ngày", "ngày gửi", "thời gian", "đã gửi lúc", "lúc", "gesendet", "gesendet am", "datum",
        "envoyé", "envoyé le", "message du", "enviado", "enviados", "enviado el", "enviado em", "enviada em", "fecha", "data", "inviato", "verzonden",
        "sendt", "skickat", "wysłano", "дата", "отправлено", "发送时间", "日期", "傳送時間", "寄件日期", "送信日時", "日付", "보낸 날짜",
        "lähetetty", "päiväys", "päivämäärä", "gönderildi", "tarih", "odesláno", "odoslané", "dátum", "küldve", "elküldve", "poslano", "trimis", "dato",
        "kuupäev", "dikirim", "надіслано", "στάλθηκε", "发送日期", "日時", "날짜", "ส่ง", "تم الإرسال", "التاريخ",
    ),
    "to": (
        "đến", "tới", "to", "gửi đến", "người nhận", "gửi tới", "kính gửi đến", "an", "à", "a", "para", "pour", "aan", "til", "till",
        "do", "komu", "кому", "收件人", "收件者", "宛先", "받는 사람", "vastaanottaja", "destinatario", "destinatarul", "către", "kime", "címzett",
        "prima", "primatelj", "adresat", "saaja", "kepada", "προς", "ถึง", "إلى",
    ),
    "cc": ("cc", "đồng gửi", "bcc", "reply-to", "kopie", "kopia", "kopi", "copie", "copie à", "copia", "копия", "抄送", "副本", "kopio"),
    "subject": (
        "chủ đề", "tiêu đề", "subject", "v/v", "re", "betreff", "objet", "sujet", "asunto", "assunto", "oggetto", "onderwerp", "emne",
        "ämne", "temat", "předmět", "тема", "主题", "主旨", "主題", "件名", "제목", "aihe", "konu", "tárgy",
        "predmet", "subiect", "subiectul", "teema", "perihal", "θέμα", "ชื่อเรื่อง", "الموضوع",
    ),
}  # fmt: skip
# ── Từ đứng đầu dòng báo "Vào ngày … đã viết:" ──
OPENINGS = (
    "vào", "ngày", "lúc", "thứ", "on", "am", "le", "el", "il", "op", "em", "den", "på", "dnia", "w dniu", "il giorno", "a", "на", "в", "в пт", "dne", "في",
)  # fmt: skip
# ── Động từ của dòng báo: tiếng Việt, rồi các tiếng khác (đứng trước hoặc sau tên người) ──
WROTE = ("đã viết", "viết")
WROTE_ABROAD = (
    "wrote", "writes", "schrieb", "geschrieben", "a écrit", "escribió", "ha scritto", "schreef", "geschreven", "napisał", "napisała",
    "napisał(a)", "pisze", "napsal", "napsala", "napsal(a)", "skrev", "escreveu", "kirjoitti", "írta", "yazdı", "пишет", "пише", "написал", "написала",
    "написал(а)", "писал", "写道", "寫道", "写于", "のメール", "님이 작성", "napísal", "napísala", "napisao je", "napisala je", "a scris", "kirjutas", "menulis", "كتب", "كتبت", "έγραψε",
)  # fmt: skip
# ── Từ đứng trước tên người mà webmail trích thư, không nói vào lúc nào: "Trích dẫn … <…>:" ──
QUOTING = ("trích dẫn", "quoting", "zitat von", "citando", "citat de", "wiadomość napisana przez")
# ── Dòng quảng cáo của điện thoại, bằng tiếng nước ngoài (đứng đầu dòng) ──
PHONE_FOOTERS = (
    "envoyé depuis", "envoyé de mon", "télécharger outlook pour", "von meinem", "diese nachricht wurde von meinem", "gesendet von", "gesendet mit",
    "inviato da", "inviato dal mio", "scarica outlook per", "enviado do meu", "enviado desde mi", "enviado de mi", "obtener outlook para", "obter o outlook para",
    "verzonden met", "verzonden vanaf mijn", "verstuurd vanaf mijn", "sendt fra min", "skickat från min", "lähetetty", "wysłano z", "отправлено с", "отправлено из",
    "發自我的", "從我的", "发自我的", "iphoneから送信", "나의 iphone", "az iphone", "az ipad", "trimis de pe", "odesláno z", "odoslané z", "poslano s", "iphone'umdan gönderildi",
    "ipad'imden gönderildi", "στάλθηκε από", "надіслано з", "dikirim dari", "ส่งจาก", "أُرسلت من", "hent outlook til", "hämta outlook för", "hanki outlook", "pobierz aplikację outlook",
    "outlook voor", "stáhněte si outlook",
)  # fmt: skip
# ── Dòng kẻ trên thư gốc hoặc thư chuyển tiếp ──
ORIGINAL = (
    "thư gốc", "tin nhắn gốc", "thông điệp gốc", "thư ban đầu", "tin nhắn ban đầu", "nội dung thư gốc",
    "original message", "original appointment", "reply message", "ursprüngliche nachricht", "antwort nachricht",
    "message d'origine", "message original", "mensaje original", "mensagem original", "messaggio originale", "oorspronkelijk bericht", "origineel bericht", "originalnachricht", "original-nachricht", "ursprüngliche mitteilung",
    "wiadomość oryginalna", "původní zpráva", "oprindelig meddelelse", "oprindelig besked", "ursprungligt meddelande", "opprinnelig melding", "alkuperäinen viesti", "исходное сообщение",
    "původní e-mail", "pôvodná správa", "mesajul original", "mesaj original", "eredeti üzenet", "orijinal ileti", "özgün ileti", "izvorna poruka", "oryginalna wiadomość",
    "оригинальное сообщение", "оригінальне повідомлення", "原始邮件", "原始郵件", "原邮件", "元のメッセージ", "원본 메시지",
)  # fmt: skip
FORWARDED = (
    "thư đã chuyển tiếp", "thư được chuyển tiếp", "thư chuyển tiếp", "tin nhắn chuyển tiếp", "tin nhắn đã chuyển tiếp", "tin nhắn được chuyển tiếp",
    "tin nhắn đã được chuyển tiếp", "bắt đầu thư chuyển tiếp", "bắt đầu thư được chuyển tiếp", "bắt đầu thư đã chuyển tiếp", "bắt đầu thư đã được chuyển tiếp",
    "chuyển tiếp thư", "thông điệp chuyển tiếp", "thông điệp được chuyển tiếp",
    "forwarded message", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
    "message transféré", "message transmis", "début du message réexpédié", "début du message transféré", "mensaje reenviado", "inicio del mensaje reenviado",
    "mensagem encaminhada", "início da mensagem encaminhada", "messaggio inoltrato", "inizio messaggio inoltrato", "doorgestuurd bericht", "begin doorgestuurd bericht",
    "wiadomość przekazana", "vidarebefordrat meddelande", "videresendt meddelelse", "videresendt melding", "пересылаемое сообщение", "转发的邮件", "轉寄的郵件",
    "vidarebefordrat mejl", "start på videresendt besked", "välitetty viesti", "välitetty viesti alkaa", "välitetty viesti / fwd.msg", "edelleenlähetetty viesti",
    "začátek přeposílané zprávy", "přeposlaná zpráva", "začiatok preposlanej správy", "preposlaná správa", "preposlaná správa --- forwarded message",
    "początek przekazywanej wiadomości", "przekazana wiadomość", "treść przekazanej wiadomości", "továbbított levél kezdete", "továbbított üzenet",
    "započni proslijeđenu poruku", "proslijeđena poruka", "início da mensagem reencaminhada", "mensagem reencaminhada", "începe mesajul redirecționat", "mesaj redirecționat",
    "ileti başlangıcı", "iletilmiş mesaj", "iletilen ileti", "начало переадресованного сообщения", "перенаправленное сообщение",
    "початок листа, що пересилається", "перенаправлене повідомлення", "переслане повідомлення",
)  # fmt: skip
