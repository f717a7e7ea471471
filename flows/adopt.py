"""Agreeing to a changed plan by a form in the Prefect UI, so that the officer needs no terminal."""

from __future__ import annotations

from prefect import flow, get_run_logger
from pydantic import BaseModel, Field

from app.adoption import agree
from app.wiring import current_office
from flows.artifacts import publish_proposal, publish_status
from flows.tether import end_with_service


# One model, and a docstring for the officer, for the reasons told in flows/review.py.
class AdoptionForm(BaseModel):
    """Cho biết áp dụng bản sửa đổi nào; người quyết định được lưu lại."""

    name: str = Field(
        title="Mã bản sửa đổi", description="Mã ghi trong thư báo hoặc trong mục “Việc cần cán bộ xem”", min_length=4
    )
    officer: str = Field(title="Người quyết định", min_length=1)


@flow(name="adopt", flow_run_name="áp dụng kế hoạch {form.name}", on_running=[end_with_service])
def adopt(form: AdoptionForm) -> int:
    """Đồng ý với kế hoạch đã sửa; thư nhắc theo bản mới bắt đầu từ lượt chạy sau. Trả về số thứ tự của bản."""
    office = current_office()
    if office.proposal is not None:
        publish_proposal(office.proposal)
    adopted = agree(office, by=form.officer, name=form.name.strip().lower())
    publish_status(current_office(), office.today())
    get_run_logger().info("áp dụng kế hoạch bản số %s", adopted.version)
    return adopted.version
