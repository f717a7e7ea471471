"""What makes the Prefect UI worth opening: mails, the matrix, the rates, what needs a person, the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from prefect.artifacts import create_markdown_artifact, create_progress_artifact, create_table_artifact

from app.attention import Attention, attention
from app.collect import Taken
from app.deliver import Outcome
from app.language import translator
from app.office import Office
from app.report import Drafted, report_of
from dondoc.adoption import Proposal, summary
from dondoc.report.model import Report
from renderers.annexes import matrices
from renderers.markdown import MarkdownRenderer, escape, markdown_table
from renderers.tables import Table
from renderers.words import SIGNS_LEGEND

_OUTCOMES: Mapping[Outcome, str] = {
    "sent": "đã gửi",
    "again-later": "máy chủ hẹn gửi lại sau",
    "failed": "không gửi được",
    "in-doubt": "chưa rõ đã gửi hay chưa",
    "taken": "tiến trình khác đã nhận gửi",
}
_FATES = {
    "recorded": "đã ghi nhận",
    "known": "đã có từ trước",
    "own": "bản lưu thư của chính cơ quan",
    "again-later": "chưa đọc được, sẽ đọc lại",
    "quarantined": "không đọc được, đã để riêng",
}

_HOW_TO_SETTLE = (
    "Việc có mã ở đầu dòng được xử lý trong giao diện này: mở **Deployments**, chọn `xem-thu` (thư) hoặc `ap-dung` "
    "(kế hoạch sửa đổi), bấm **Run**, **Custom run**, rồi điền mã vào biểu mẫu."
)


def publish_due(office: Office, day: date, outcomes: Mapping[str, Outcome]) -> None:
    """A table of the mails of a run: to whom, what, and whether it went."""
    if not outcomes:
        return
    mails = office.status().mails
    rows = [
        {
            "Đơn vị": escape(office.plan.name_of(mails[key].queued.agency or office.coordinator)),
            "Kết quả": _OUTCOMES[outcome],
            "Thư": escape(mails[key].queued.subject),
        }
        for key, outcome in outcomes.items()
    ]
    create_table_artifact(rows, key="thu-da-gui", description=f"Thư gửi ngày {day:%d/%m/%Y}: {len(rows)} thư")


def publish_taken(office: Office, taken: Sequence[Taken]) -> None:
    """A table of the mails that came in: from whom, and what became of each."""
    rows = [
        {
            "Người gửi": escape((one.mail.sender if one.mail else None) or "không rõ"),
            "Đơn vị": escape(_agency(office, one)),
            "Kết quả": _FATES[one.fate],
            "Nhiệm vụ ghi nhận": ", ".join(str(item.task) for item in one.reply.items) if one.reply else "",
            "Cần xem": "có" if one.reply and one.reply.review else "",
        }
        for one in taken
        if one.fate != "own"
    ]
    if rows:
        create_table_artifact(rows, key="thu-den", description=f"Thư đến: {len(rows)} thư")


def _agency(office: Office, one: Taken) -> str:
    return office.plan.name_of(one.reply.request.agency) if one.reply and one.reply.request else ""


def publish_status(office: Office, day: date) -> None:
    """For each open period the matrix and the rates; and everything that needs a person."""
    for period in office.status().periods.values():
        if period.is_open:
            _publish_period(report_of(office, period.id, day))
    _publish_attention(office)


def _publish_period(report: Report) -> None:
    period, rates = report.period, report.rates
    words = (
        f"{escape(period.title)}: {rates.complete}/{rates.asked} đơn vị báo cáo đủ "
        f"({rates.on_time} đúng hạn, {rates.late} chậm), {rates.partial} báo cáo một phần, {rates.silent} chưa báo cáo"
    )
    matrix = "\n\n".join(markdown_table(_for_a_screen(table, report)) for table in matrices(report))
    text = f"## {period.id}\n\n{matrix}\n\n{SIGNS_LEGEND}"
    create_markdown_artifact(text, key=f"ma-tran-{period.id}", description=words)
    share = 100.0 * rates.answered_items / rates.items if rates.items else 100.0
    answered = f"Đã có ý kiến {rates.answered_items}/{rates.items} nhiệm vụ được hỏi ({period.id})"
    create_progress_artifact(round(share, 1), key=f"ty-le-{period.id}", description=answered)


def _for_a_screen(matrix: Table, report: Report) -> Table:
    """The matrix with short names and without its first column, the numbers of the rows: thirteen tasks are in view."""
    labels = {agency.name: agency.label for agency in report.agencies}
    rows = tuple(tuple(labels.get(cell, cell) for cell in row[1:]) for row in matrix.rows)
    return replace(matrix, columns=matrix.columns[1:], rows=rows)


def _publish_attention(office: Office) -> None:
    matters = attention(office)
    create_markdown_artifact(attention_text(matters), key="can-xem", description=f"{len(matters)} việc cần cán bộ xem")


def attention_text(matters: Sequence[Attention]) -> str:
    """Everything that waits for the officer, and where it is settled in the UI."""
    translate = translator("vi")
    lines = [
        f"- {_code(one.name)}**{escape(one.title)}**: {escape('; '.join(m.render(translate) for m in one.reasons))}"
        for one in matters
    ]
    text = "\n".join(lines) or "Không có việc gì chờ cán bộ xử lý."
    how = f"\n\n{_HOW_TO_SETTLE}" if any(one.name for one in matters) else ""
    return f"# Việc cần cán bộ xem: {len(lines)}\n\n{text}{how}"


def publish_proposal(proposal: Proposal) -> None:
    """What a changed plan would do, for the officer who is about to agree."""
    translate = translator("vi")
    lines = [f"- {escape(one.render(translate))}" for one in summary(proposal.plan, proposal.consequences)]
    title = f"Kế hoạch sửa đổi, bản số {proposal.version}, chờ đồng ý"
    text = "\n".join([f"# {title}", "", f"Mã: `{proposal.name}`", "", *lines])
    create_markdown_artifact(text, key="ke-hoach-sua-doi", description=title)


def _code(name: str) -> str:
    """What the officer types into a form to settle it."""
    return f"`{name}` " if name else ""


def publish_report(drafted: Drafted) -> None:
    """The drafted report itself, and where its files are."""
    period = drafted.report.period
    files = "\n".join(f"- `{file}`" for file in drafted.files)
    body = MarkdownRenderer().render(drafted.report).decode("utf-8")
    create_markdown_artifact(
        f"Bản dự thảo {drafted.edition}:\n\n{files}\n\n---\n\n{body}",
        key=f"bao-cao-{period.id}",
        description=f"{escape(period.title)}: bản dự thảo {drafted.edition}",
    )
