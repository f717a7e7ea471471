"""Settling a waiting reply by a form in the Prefect UI, so that the officer needs no terminal."""

from __future__ import annotations

from typing import Literal

from prefect import flow, get_run_logger
from pydantic import BaseModel, Field

from app.doubt import settle_doubt
from app.office import Office
from app.review import accept, refuse, set_items
from app.wiring import current_office
from dondoc.reply import RequestRef
from dondoc.review_words import parse_item
from flows.artifacts import publish_status
from flows.tether import end_with_service

Decision = Literal[
    "ghi nhận như gợi ý", "ghi nhận như sau", "không ghi nhận", "thư của ta đã gửi", "gửi lại thư của ta"
]


# One model, since Prefect shows the titles of a model's fields but not those of a flow's own parameters; its docstring
# stands above the fields, so it speaks to the officer.
class ReviewForm(BaseModel):
    """Cho biết thư nào và quyết định ra sao; người quyết định và lý do được lưu lại."""

    reply: str = Field(title="Mã thư", description="Mã ở đầu dòng trong mục “Việc cần cán bộ xem”", min_length=4)
    decision: Decision = Field(title="Quyết định")
    officer: str = Field(title="Người quyết định", min_length=1)
    items: list[str] = Field(
        default=[],
        title="Nội dung ghi nhận",
        description="Mỗi mục một nhiệm vụ, ví dụ: 3=done,lop=2,luot-nguoi=120 (done, in_progress, not_started, "
        "not_applicable)",
    )
    request: str = Field(
        default="",
        title="Yêu cầu được trả lời",
        description="Chỉ cần khi hệ thống chưa rõ thư của đơn vị nào, ví dụ: nam-2026/so-y-te",
    )
    reason: str = Field(default="", title="Lý do")


@flow(name="review", flow_run_name="xem thư {form.reply} · {form.decision}", on_running=[end_with_service])
def review(form: ReviewForm) -> None:
    """Ghi nhận hoặc bỏ qua một thư đang chờ, hoặc quyết định về một thư chưa rõ đã gửi hay chưa.

    Ai quyết định và vì sao được lưu vào sổ sự kiện.
    """
    office = current_office()
    _settle(office, form)
    publish_status(office, office.today())
    get_run_logger().info("thư %s: %s", form.reply, form.decision)


def _settle(office: Office, form: ReviewForm) -> None:
    period, _, agency = form.request.strip().partition("/")
    ref = RequestRef(period, agency) if period else None
    match form.decision:
        case "ghi nhận như gợi ý":
            accept(office, form.reply, by=form.officer, reason=form.reason, request=ref)
        case "ghi nhận như sau":
            items = [parse_item(line) for line in form.items]
            set_items(office, form.reply, items, by=form.officer, reason=form.reason, request=ref)
        case "không ghi nhận":
            refuse(office, form.reply, by=form.officer, reason=form.reason)
        case "thư của ta đã gửi":
            settle_doubt(office, form.reply, "sent", by=form.officer)
        case "gửi lại thư của ta":
            settle_doubt(office, form.reply, "resend", by=form.officer)
