"""Settling a waiting reply by a form in the Prefect UI, so that the officer needs no terminal."""

from __future__ import annotations

from typing import Annotated, Literal

from prefect import flow, get_run_logger
from pydantic import Field

from app.doubt import settle_doubt
from app.review import accept, refuse, set_items
from app.wiring import current_office
from dondoc.review_words import parse_item
from flows.artifacts import publish_status

Decision = Literal[
    "ghi nhận như gợi ý", "ghi nhận như sau", "không ghi nhận", "thư của ta đã gửi", "gửi lại thư của ta"
]


@flow(name="review", flow_run_name="xem thư {reply} · {decision}")
def review(
    reply: Annotated[str, Field(title="Mã thư", description="Mã ở đầu dòng trong mục “Việc cần cán bộ xem”")],
    decision: Annotated[Decision, Field(title="Quyết định")],
    officer: Annotated[str, Field(title="Người quyết định", min_length=1)],
    items: Annotated[
        list[str], Field(title="Nội dung", description="Mỗi dòng một nhiệm vụ, ví dụ: 3=done,lop=2,luot-nguoi=120")
    ] = [],  # noqa: B006 — Prefect shows the default in its form and never changes it
    reason: Annotated[str, Field(title="Lý do")] = "",
) -> None:
    """Ghi nhận hoặc bỏ qua một thư đang chờ, hoặc quyết định về một thư chưa rõ đã gửi hay chưa.

    Ai quyết định và vì sao được lưu vào sổ sự kiện.
    """
    office = current_office()
    match decision:
        case "ghi nhận như gợi ý":
            accept(office, reply, by=officer, reason=reason)
        case "ghi nhận như sau":
            set_items(office, reply, [parse_item(line) for line in items], by=officer, reason=reason)
        case "không ghi nhận":
            refuse(office, reply, by=officer, reason=reason)
        case "thư của ta đã gửi":
            settle_doubt(office, reply, "sent", by=officer)
        case "gửi lại thư của ta":
            settle_doubt(office, reply, "resend", by=officer)
    publish_status(office, office.today())
    get_run_logger().info("thư %s: %s", reply, decision)
