"""A small province made by hand: a plan, and what its agencies are said to have answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from dondoc.events.periods import PeriodOpened
from dondoc.events.replies import ReceivedAttachment, ReplyReceived, ReplyUnclear
from dondoc.periods import Period
from dondoc.plan.model import (
    Agency,
    Ask,
    Basis,
    Cycle,
    DayMonth,
    Due,
    Figure,
    Group,
    Measure,
    Objective,
    Offset,
    Plan,
    Task,
)
from dondoc.reply import FigureValue, ItemStatus
from dondoc.status import Confirmation, PeriodStatus, ReplyStatus, RequestStatus, Statement, Status

DUE = date(2026, 11, 29)
CLOSES = date(2026, 12, 29)
IN_TIME = date(2026, 11, 20)
LATE = date(2026, 12, 5)

KINH_PHI = Figure("kinh-phi", "Kinh phí thực hiện", "triệu đồng")
LOP = Figure("lop", "Số lớp tập huấn", "lớp")
LUOT = Figure("luot-nguoi", "Số lượt người tham dự", "lượt người")
PHAT_NGON = Figure("phat-ngon", "Có cơ chế phát ngôn", None, (), "yesno")


def plan() -> Plan:
    agencies = (
        Agency("ubnd-tinh", "Ủy ban nhân dân tỉnh Bình Minh"),
        Agency("so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT", ("a@so.example",), superior="ubnd-tinh"),
        Agency("so-y-te", "Sở Y tế", None, ("b@so.example",)),
        Agency("so-noi-vu", "Sở Nội vụ", None, ("c@so.example",)),
        Agency("an-phu", "UBND huyện An Phú", "An Phú", ("d@huyen.example",)),
        Agency("cong-an", "Công an tỉnh", None, ("e@ca.example",)),
    )
    return Plan(
        code="QCN",
        number="2842/KH-UBND",
        title="Triển khai Đề án truyền thông về quyền con người trên địa bàn tỉnh Bình Minh",
        issued_by="Ủy ban nhân dân tỉnh Bình Minh",
        issued_on=date(2023, 3, 27),
        starts=date(2023, 3, 27),
        ends=date(2028, 12, 31),
        timezone="Asia/Ho_Chi_Minh",
        language="vi",
        coordinator="so-tttt",
        reports_to="ubnd-tinh",
        agencies={agency.id: agency for agency in agencies},
        groups={"so": Group("so", "Các Sở, ban, ngành", ("so-tttt", "so-y-te", "so-noi-vu"))},
        basis={"qd": Basis("qd", "Quyết định số 1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ")},
        objectives={
            "phat-ngon": Objective(
                "phat-ngon",
                "100% cơ quan thực hiện cơ chế phát ngôn",
                Measure("phat-ngon", ("so", "an-phu"), Decimal(100), is_percent=True),
            )
        },
        tasks={
            1: Task(
                1,
                "Phổ biến nội dung Quyết định",
                ("so", "an-phu"),
                ("cong-an",),
                lead_text="Các Sở, ban, ngành, UBND các huyện",
                figures={"phat-ngon": PHAT_NGON},
            ),
            3: Task(3, "Tập huấn kiến thức, kỹ năng", ("so-tttt", "an-phu"), figures={"lop": LOP, "luot-nguoi": LUOT}),
            11: Task(11, "Tổ chức triển lãm", ("so-tttt",)),
        },
        cycles={"nam": cycle()},
    )


def cycle(ask: Ask = "lead", report: str = "nam") -> Cycle:
    return Cycle(
        id="nam",
        title="Báo cáo kết quả thực hiện năm {year}",
        every="year",
        due=Due((DayMonth(30, 11),), is_before=True),
        opens=Offset(-30),
        closes=Offset(30),
        ask=ask,
        to=("so", "an-phu") if ask == "document" else (),
        figures={"kinh-phi": KINH_PHI},
        report=report,
    )


def period(of: Cycle | None = None, counted_to: date | None = date(2026, 12, 14)) -> Period:
    return Period(
        id="nam-2026",
        cycle=of or cycle(),
        year=2026,
        title="Báo cáo kết quả thực hiện năm 2026",
        opens_on=date(2026, 10, 30),
        due_on=DUE,
        stated_on=date(2026, 11, 30),
        closes_on=CLOSES,
        counted_to=counted_to,
    )


def said(
    task: int,
    status: ItemStatus = "done",
    percent: float | None = None,
    figures: Mapping[str, FigureValue] | None = None,
    note: str = "",
    on: date = IN_TIME,
) -> Confirmation:
    return Confirmation(task, status, percent, figures or {}, note, "", on, on, "reply")


def request(agency: str, tasks: tuple[int, ...], *answers: Confirmation) -> RequestStatus:
    return RequestStatus(
        period="nam-2026",
        agency=agency,
        code=f"QCN-2026-{agency.upper()}",
        tasks=tasks,
        opened_on=date(2026, 10, 30),
        confirmations={answer.task: answer for answer in answers},
    )


def statement(text: str, on: date = IN_TIME) -> Statement:
    return Statement(text, on, "reply")


def waiting_reply() -> ReplyStatus:
    received = ReplyReceived(reply="r", mail_kind="reply", on=IN_TIME, sha256="0" * 64)
    unclear = ReplyUnclear(reply="r", on=IN_TIME, reasons=())
    return ReplyStatus(received, datetime(2026, 11, 20, tzinfo=UTC), (), unclear)


def document_request(agency: str, *files: str) -> RequestStatus:
    attachments = tuple(ReceivedAttachment(name=name, size=1, sha256="0" * 64) for name in files)
    on = IN_TIME if files else None
    return replace(request(agency, ()), is_document=True, documents=attachments, documents_on=on)


def year() -> tuple[RequestStatus, ...]:
    """One agency of each kind: in time, late, partial, silent."""
    coordinator = request(
        "so-tttt",
        (1, 3, 11),
        said(1, figures={"phat-ngon": True}, note="Đã ban hành công văn triển khai đến 12 phòng"),
        said(3, "in_progress", 60, {"lop": 2, "luot-nguoi": 1250}, "Đã mở 02 lớp"),
        said(11, "not_started"),
    )
    late = request("so-y-te", (1,), said(1, "in_progress", 50, {"phat-ngon": False}, "Đang triển khai", LATE))
    partial = request("an-phu", (1, 3), said(3, "done", None, {"lop": 0.1, "luot-nguoi": 0.2}, "=1+1 **đậm** <b>x</b>"))
    silent = replace(request("so-noi-vu", (1,)), replies={"r": waiting_reply()})
    return (
        replace(
            coordinator,
            figures={"kinh-phi": 12.5},
            obstacles=(statement("Thiếu kinh phí"),),
            proposals=(statement("Bố trí kinh phí;\nmở thêm lớp"),),
        ),
        replace(late, figures={"kinh-phi": 0.1}),
        replace(partial, figures={"kinh-phi": 0.2}, obstacles=(statement("<script>alert(1)</script>"),)),
        silent,
    )


def status(*requests: RequestStatus, period_id: str = "nam-2026") -> Status:
    year_of = int(period_id[-4:])
    opened = PeriodOpened(
        period=period_id,
        on=date(year_of, 10, 30),
        title=f"Báo cáo kết quả thực hiện năm {year_of}",
        year=year_of,
        opens_on=date(year_of, 10, 30),
        due_on=date(year_of, 11, 29),
        stated_on=date(year_of, 11, 30),
        closes_on=date(year_of, 12, 29),
    )
    found = PeriodStatus(period_id, opened, requests={each.agency: each for each in requests})
    return Status(periods={period_id: found})
