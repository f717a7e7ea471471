"""Agreeing to a changed plan by a form in the Prefect UI, so that the officer needs no terminal."""

from __future__ import annotations

from typing import Annotated

from prefect import flow, get_run_logger
from pydantic import Field

from app.adoption import agree
from app.wiring import current_office
from flows.artifacts import publish_proposal, publish_status


@flow(name="adopt", flow_run_name="áp dụng kế hoạch {name}")
def adopt(
    name: Annotated[
        str, Field(title="Mã bản sửa đổi", description="Mã ghi trong thư báo hoặc trong mục “Việc cần cán bộ xem”")
    ],
    officer: Annotated[str, Field(title="Người quyết định", min_length=1)],
) -> int:
    """Đồng ý với kế hoạch đã sửa; thư nhắc theo bản mới bắt đầu từ lượt chạy sau. Trả về số thứ tự của bản."""
    office = current_office()
    if office.proposal is not None:
        publish_proposal(office.proposal)
    adopted = agree(office, by=officer, name=name.strip().lower())
    publish_status(current_office(), office.today())
    get_run_logger().info("áp dụng kế hoạch bản số %s", adopted.version)
    return adopted.version
