"""A realistic plan, its yearly period, and requests in every state that a letter is written about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dondoc.events.base import Reason
from dondoc.events.mails import MailQueued
from dondoc.events.replies import ReceivedAttachment, ReplyReceived, ReplyUnclear
from dondoc.periods import Period
from dondoc.plan.model import (
    Agency,
    Cycle,
    DayMonth,
    Due,
    Figure,
    MailOptions,
    Offset,
    Plan,
    Task,
)
from dondoc.status import Confirmation, MailStatus, ReplyStatus, RequestStatus, Statement

CODE = "QCN-2026-SYT-7KF3"
FIRST_ID = "qcn-2026-syt-7kf3.first@stttt.example"
REPLY_ID = "reply-1@syt.example"


def figure(name: str, title: str, unit: str | None = None, *, is_yesno: bool = False) -> Figure:
    return Figure(name, title, unit, kind="yesno" if is_yesno else "number")


TASKS = {
    1: Task(
        1,
        "Phổ biến nội dung Quyết định số 1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ đến các cơ quan, đơn "
        "vị, cán bộ, công chức thuộc phạm vi quản lý bằng hình thức phù hợp. Tổ chức phát động các cuộc thi viết, "
        "tìm hiểu kiến thức pháp luật, thi ảnh, nghệ thuật về quyền con người",
        ("so-y-te",),
        ("so-tttt", "cong-an-tinh"),
        figures={
            "hoi-nghi": figure("hoi-nghi", "Số hội nghị phổ biến", "hội nghị"),
            "cuoc-thi": figure("cuoc-thi", "Số cuộc thi đã phát động", "cuộc thi"),
        },
    ),
    2: Task(
        2,
        "Tổ chức theo dõi, tổng hợp dư luận báo chí, truyền thông về tình hình bảo vệ, đấu tranh về quyền con "
        "người liên quan đến cơ quan, địa phương; phân công nhân sự thực hiện trách nhiệm phát ngôn giải thích làm"
        " rõ, đấu tranh phản bác các luận điệu xuyên tạc",
        ("so-y-te",),
        ("so-tttt", "cong-an-tinh"),
        figures={"co-che": figure("co-che", "Đã thực hiện cơ chế phát ngôn", is_yesno=True)},
    ),
    6: Task(
        6,
        "Cung cấp, cập nhật thông tin về công tác nhân quyền, vấn đề tôn trọng, bảo đảm quyền con người trên "
        "cổng/trang thông tin điện tử, trang fanpage trên mạng xã hội của cơ quan, đơn vị; đấu tranh phản bác các "
        "quan điểm sai trái về nhân quyền",
        ("so-y-te",),
        ("cong-an-tinh",),
        support_text="Công an tỉnh; Sở Thông tin và Truyền thông; các cơ quan báo chí; các cơ quan, đơn vị liên quan",
        figures={"tin-bai": figure("tin-bai", "Số tin, bài đã đăng", "tin, bài")},
    ),
    12: Task(
        12,
        "Rà soát các nhiệm vụ, đề án truyền thông liên quan đến quyền con người hiện hành để tích hợp, đảm bảo "
        "hiệu quả, tiết kiệm, trong đó có nhiệm vụ truyền thông về bảo vệ trẻ em, tương tác lành mạnh trên môi "
        "trường mạng (Quyết định số 830/QĐ-TTg ngày 01/6/2021 của Thủ tướng Chính phủ)",
        ("so-y-te",),
        support_text="Các cơ quan, đơn vị liên quan",
    ),
}

CYCLE = Cycle(
    id="nam",
    title="Báo cáo kết quả thực hiện năm {year}",
    every="year",
    due=Due((DayMonth(30, 11),), is_before=True),
    opens=Offset(-30),
    closes=Offset(30),
    figures={"kinh-phi": figure("kinh-phi", "Kinh phí thực hiện", "triệu đồng")},
)
DOCUMENT_CYCLE = replace(CYCLE, id="ke-hoach-don-vi", ask="document", to=("so-y-te",), figures={})

PLAN = Plan(
    code="QCN",
    number="2842/KH-UBND",
    title=(
        "Triển khai Đề án truyền thông về quyền con người ở Việt Nam giai đoạn 2023 - 2028 trên địa bàn tỉnh Khánh Hòa"
    ),
    issued_by="Ủy ban nhân dân tỉnh Khánh Hòa",
    issued_on=date(2023, 3, 27),
    starts=date(2023, 3, 27),
    ends=date(2028, 12, 31),
    timezone="Asia/Ho_Chi_Minh",
    language="vi",
    coordinator="so-tttt",
    reports_to="ubnd-tinh",
    agencies={
        "ubnd-tinh": Agency("ubnd-tinh", "Ủy ban nhân dân tỉnh Khánh Hòa", email=("vanphong@ubnd.example",)),
        "so-tttt": Agency("so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT", ("nhacviec@stttt.example",)),
        "so-y-te": Agency("so-y-te", "Sở Y tế", email=("vanthu@syt.example",), superior="ubnd-tinh"),
        "so-dan-so": Agency("so-dan-so", "Chi cục Dân số", email=("vanthu@danso.example",)),
        "cong-an-tinh": Agency("cong-an-tinh", "Công an tỉnh", email=("vanphong@congan.example",)),
    },
    tasks=TASKS,
    cycles={"nam": CYCLE, "ke-hoach-don-vi": DOCUMENT_CYCLE},
)

PERIOD = Period(
    id="nam-2026",
    cycle=CYCLE,
    year=2026,
    title="Báo cáo kết quả thực hiện năm 2026",
    opens_on=date(2026, 10, 30),
    due_on=date(2026, 11, 29),
    stated_on=date(2026, 11, 30),
    closes_on=date(2026, 12, 29),
    counted_to=date(2026, 12, 14),
)
DOCUMENT_PERIOD = replace(
    PERIOD, id="ke-hoach-don-vi", cycle=DOCUMENT_CYCLE, title="Kế hoạch triển khai của cơ quan, đơn vị", counted_to=None
)

OPENED = RequestStatus("nam-2026", "so-y-te", code=CODE, tasks=(1, 2, 6, 12), opened_on=date(2026, 10, 30), round=1)


def sent_mail(key: str, on: date, purpose: str = "remind", message_id: str = FIRST_ID) -> MailStatus:
    queued = MailQueued.model_validate(
        {
            "mail": key,
            "period": "nam-2026",
            "agency": "so-y-te",
            "purpose": purpose,
            "on": on,
            "due_on": on,
            "message_id": message_id,
            "envelope_from": "nhacviec@stttt.example",
            "recipients": ("vanthu@syt.example", "nhacviec@stttt.example"),
            "subject": f"[{CODE}] Báo cáo kết quả thực hiện năm 2026",
            "sha256": "0" * 64,
        }
    )
    return MailStatus(queued, datetime(2026, 10, 30, tzinfo=UTC), "sent", is_final=True)


def confirmation(
    task: int, status: str, percent: float | None = None, *, reply: str = REPLY_ID, note: str = "", **figures: float
) -> Confirmation:
    return Confirmation(
        task=task,
        status=status,  # type: ignore[arg-type]  # spelt as an agency's status in each case
        percent=percent,
        figures={name.replace("_", "-"): value for name, value in figures.items()},
        note=note,
        agency="so-y-te",
        first_on=date(2026, 11, 20),
        said_on=date(2026, 11, 20),
        reply=reply,
    )


def reply(*, sender: str = "vanthu@syt.example", is_known: bool = True, files: tuple[str, ...] = ()) -> ReplyStatus:
    received = ReplyReceived(
        period="nam-2026",
        agency="so-y-te",
        reply=REPLY_ID,
        mail_kind="reply",
        on=date(2026, 11, 20),
        sha256="1" * 64,
        sender=sender,
        is_known_sender=is_known,
        message_id=REPLY_ID,
        attachments=tuple(ReceivedAttachment(name=name, size=9, sha256="2" * 64) for name in files),
    )
    return ReplyStatus(received, datetime(2026, 11, 20, tzinfo=UTC))


def unclear(waiting: ReplyStatus, reason: str) -> ReplyStatus:
    body = ReplyUnclear(
        period="nam-2026", agency="so-y-te", reply=REPLY_ID, on=date(2026, 11, 20), reasons=(Reason(text=reason),)
    )
    return replace(waiting, unclear=body)


MAILED = replace(
    OPENED,
    mails={
        "first": sent_mail("first", date(2026, 10, 30), "first"),
        "second": sent_mail("second", date(2026, 11, 13), message_id="second@stttt.example"),
    },
)
PARTLY_ANSWERED = replace(
    MAILED,
    replies={REPLY_ID: reply(files=("Bao cao so ket.docx",))},
    confirmations={
        1: confirmation(1, "done", hoi_nghi=2, cuoc_thi=1),
        6: confirmation(6, "in_progress", 60, note="Đăng thường xuyên trên cổng thông tin của Sở"),
    },
    obstacles=(Statement("Kinh phí cấp chậm", date(2026, 11, 20), REPLY_ID),),
    proposals=(Statement("Bổ sung tài liệu tuyên truyền", date(2026, 11, 20), REPLY_ID),),
)
COMPLETE = replace(
    PARTLY_ANSWERED,
    confirmations={
        **PARTLY_ANSWERED.confirmations,
        2: confirmation(2, "done", co_che=True),
        12: confirmation(12, "not_applicable"),
    },
    figures={"kinh-phi": 125.5},
)
DOCUMENT = RequestStatus(
    "ke-hoach-don-vi",
    "so-y-te",
    code="QCN-KEHOACHDONVI-SYT-9XD2",
    is_document=True,
    opened_on=date(2026, 10, 30),
    round=1,
)


UNFOOTED = replace(PLAN, mail=MailOptions(footer=None))
