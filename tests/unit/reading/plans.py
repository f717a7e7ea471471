"""A plan of another domain than the samples', and mails around a text, for tests of reading."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dondoc.mail import InboundMail
from dondoc.plan.load import load_plan
from dondoc.plan.model import Figure, Plan
from dondoc.reading.context import RequestContext
from dondoc.reading.reader import read_reply
from dondoc.reply import Reply, RequestRef

TEXT = """
plan:
  code: CDS
  number: 145/KH-UBND
  title: Chuyển đổi số tỉnh Minh Hà giai đoạn 2024 - 2028
  issued_by: Ủy ban nhân dân tỉnh Minh Hà
  issued_on: 2024-01-10
  starts: 2024-01-10
  ends: 2028-12-31
  timezone: Asia/Ho_Chi_Minh
  language: vi
  coordinator: so-khcn
  reports_to: so-khcn
agencies:
  so-khcn: {name: Sở Khoa học và Công nghệ, email: [cds@sokhcn.minhha.example]}
  so-tc: {name: Sở Tài chính, email: [vanthu@sotc.minhha.example], accept_from: ["@sotc.minhha.example"]}
tasks:
  1: {content: "Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương", lead: [so-tc], when: all-year}
  2:
    content: Tuyên truyền, nâng cao nhận thức về chuyển đổi số trên các phương tiện thông tin đại chúng
    lead: [so-tc]
    when: all-year
    figures:
      tin-bai: {name: Số tin bài đã đăng, unit: tin bài, also: [bài, tin, bài viết]}
      pano: {name: Số pano đã lắp đặt, unit: pano, also: [tấm pano]}
  3:
    content: Tập huấn kỹ năng số cho cán bộ, công chức, viên chức
    lead: [so-tc]
    when: all-year
    figures:
      lop: {name: Số lớp tập huấn, unit: lớp, also: [lớp tập huấn, hội nghị tập huấn, khóa]}
      hoc-vien: {name: Số học viên, unit: học viên, also: [người, cán bộ, lượt người]}
  4:
    content: Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính
    lead: [so-tc]
    when: all-year
    figures:
      ho-so: {name: Số hồ sơ đã số hóa, unit: hồ sơ}
  5:
    content: Hoàn thành kết nối, chia sẻ dữ liệu với nền tảng tích hợp dùng chung của tỉnh
    lead: [so-tc]
    when: all-year
    figures:
      ket-noi: {name: Đã kết nối nền tảng dùng chung, kind: yesno}
  6:
    content: Xây dựng, duy trì Tổ công nghệ số cộng đồng tại các thôn, tổ dân phố
    lead: [so-tc]
    when: all-year
    figures:
      to: {name: Số tổ công nghệ số cộng đồng, unit: tổ, also: [tổ công nghệ số]}
      thanh-vien: {name: Số thành viên, unit: thành viên}
  7:
    content: Kiểm tra, đánh giá an toàn thông tin mạng đối với các hệ thống thông tin
    lead: [so-tc]
    when: all-year
    figures:
      he-thong: {name: Số hệ thống đã kiểm tra, unit: hệ thống}
  8:
    content: Hỗ trợ doanh nghiệp nhỏ và vừa sử dụng nền tảng số
    lead: [so-tc]
    when: all-year
    figures:
      doanh-nghiep: {name: Số doanh nghiệp được hỗ trợ, unit: doanh nghiệp, also: [DN]}
  9:
    content: Tổ chức hội nghị, hội thảo về chuyển đổi số
    lead: [so-tc]
    when: all-year
    figures:
      hoi-nghi: {name: Số hội nghị, unit: hội nghị, also: [hội thảo, cuộc]}
      dai-bieu: {name: Số đại biểu tham dự, unit: đại biểu, also: [người, lượt người]}
  10:
    content: Tiếp nhận, xử lý phản ánh, kiến nghị của người dân qua cổng dịch vụ công
    lead: [so-tc]
    when: all-year
    figures:
      phan-anh: {name: Số phản ánh đã xử lý, unit: phản ánh, also: [kiến nghị, lượt phản ánh]}
  11:
    content: Thành lập trung tâm giám sát, điều hành thông minh của tỉnh
    lead: [so-khcn]
    when: all-year
  12:
    content: Vận động người dân thanh toán học phí, viện phí không dùng tiền mặt
    lead: [so-khcn]
    when: all-year
    figures:
      thanh-toan: {name: Tỷ lệ khoản thu không dùng tiền mặt, unit: "%", also: [tỷ lệ không tiền mặt]}
  13:
    content: Rà soát hộ nghèo, hộ cận nghèo; nhân rộng mô hình giảm nghèo
    lead: [so-khcn]
    when: all-year
    figures:
      ho-ngheo: {name: Số hộ nghèo sau rà soát, unit: hộ, also: [hộ nghèo]}
      thoat-ngheo: {name: Số hộ thoát nghèo, unit: hộ, also: [hộ thoát nghèo]}
      mo-hinh: {name: Số mô hình giảm nghèo, unit: mô hình}
      cau-lac-bo: {name: Số câu lạc bộ đang hoạt động, unit: câu lạc bộ, also: [CLB]}
  14:
    content: Xóa nhà tạm, nhà dột nát; bảo đảm trật tự an toàn giao thông
    lead: [so-khcn]
    when: all-year
    figures:
      can-nha: {name: Số căn nhà đã xây mới, unit: căn, also: [căn nhà]}
      nha-tam: {name: Số nhà tạm còn lại, unit: nhà, also: [nhà tạm]}
      tai-nan: {name: Số vụ tai nạn giao thông, unit: vụ, also: [vụ tai nạn]}
      dau-moi: {name: Số đầu mối đã giảm, unit: đầu mối}
cycles:
  nam:
    title: Báo cáo năm {year}
    every: year
    due_before: 30/11
    tasks: all
    figures:
      kinh-phi: {name: Kinh phí thực hiện, unit: triệu đồng}
"""
PLAN: Plan = load_plan(TEXT.encode()).plan
ALL = tuple(range(1, 11))
WRITTEN = datetime(2026, 11, 20, 8, tzinfo=UTC)
SENDER = "vanthu@sotc.minhha.example"


def context(
    tasks: tuple[int, ...] = ALL, *, figures: dict[str, Figure] | None = None, is_document: bool = False
) -> RequestContext:
    """The Department of Finance asked about `tasks` in 2026."""
    return RequestContext(
        ref=RequestRef("nam-2026", "so-tc"),
        tasks=tasks,
        figures=PLAN.cycles["nam"].figures if figures is None else figures,
        is_document=is_document,
        known=(SENDER, "@sotc.minhha.example"),
        office=("cds@sokhcn.minhha.example",),
        year=date(2026, 1, 1).year,
    )


def mail_of(
    text: str | None, *, html: str | None = None, sender: str = SENDER, subject: str = "Re: [CDS] Đề nghị xác nhận"
) -> InboundMail:
    """A mail with these parts."""
    return InboundMail(
        raw_sha256="0" * 64,
        size=1,
        message_id="a@b",
        sender=sender,
        subject=subject,
        text=text,
        html=html,
        references=("x@y",),
        sent_at=WRITTEN,
    )


def read(text: str | None, tasks: tuple[int, ...] = ALL, *, html: str | None = None, sender: str = SENDER) -> Reply:
    """Read a text as the answer of the Department of Finance."""
    return read_reply(mail_of(text, html=html, sender=sender), plan=PLAN, context=context(tasks))
