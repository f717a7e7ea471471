"""What a person wants to know when the demonstration is over."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from app.attention import attention
from app.demo.play import Play
from app.language import translator
from app.office import Office
from app.report import report_of
from dondoc.events.mails import MailPurpose
from dondoc.messages import Message
from dondoc.numbers_vi import day_vi

_ASKING: tuple[MailPurpose, ...] = ("first", "remind", "overdue", "escalate")


def summary_of(office: Office, play: Play, home: Path) -> str:
    """The period in a dozen lines, and where everything lies."""
    report = report_of(office, play.period.id, office.today())
    rates, status = report.rates, office.status()
    sent = Counter(mail.queued.purpose for mail in status.mails.values() if mail.state == "sent")
    reminders = sum(sent[purpose] for purpose in _ASKING)
    waiting = attention(office)
    lines = [
        "",
        f"{report.period.title} ({play.period.id}), hạn {day_vi(play.period.due_on)}",
        f"  {rates.asked} đơn vị được đề nghị báo cáo: {rates.on_time} đúng hạn, {rates.late} chậm,",
        f"  {rates.partial} chưa đầy đủ, {rates.silent} chưa báo cáo",
        f"  {rates.answered_items}/{rates.items} nhiệm vụ có ý kiến, {rates.done_items} đã hoàn thành",
        f"  {sum(sent.values())} thư đi: {reminders} thư đề nghị và nhắc, {sent['acknowledge']} thư báo đã ghi nhận,",
        f"  {sent['question']} thư hỏi lại",
        "",
        f"Cần cán bộ xem ({len(waiting)}):",
        *(f"  - {one.title}: {_why(one.reasons)}" for one in waiting),
        "",
        "Tệp báo cáo:",
        *(f"  {file}" for file in sorted((home / "reports").rglob("*.*"))),
        f"Hộp thư của các đơn vị: {home / 'mail'}; sổ sự kiện: {home / 'ledger.sqlite'}",
    ]
    return "\n".join(lines)


def _why(reasons: tuple[Message, ...]) -> str:
    translate = translator("vi")
    return "; ".join(reason.render(translate) for reason in reasons)
