"""The flow that drafts the consolidated report once a period has closed, and waits for the officer's approval."""

from __future__ import annotations

from datetime import date

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateName,
)
from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput
from prefect.runtime import flow_run
from pydantic import Field

from app.office import Office
from app.report import Drafted, approve_report, draft_report, reports_due, reports_to_approve
from app.wiring import current_office
from flows.artifacts import publish_report, publish_status
from flows.naming import day_of_run, report_name
from flows.retries import tried_again
from flows.sending import send_wave
from flows.tether import end_with_service

APPROVAL_DAYS = 30


class Approval(RunInput):
    """Duyệt bản dự thảo báo cáo tổng hợp."""

    approved: bool = Field(default=False, title="Duyệt", description="Đánh dấu nếu đồng ý với bản dự thảo")
    comment: str = Field(default="", title="Ý kiến", description="Ý kiến của cán bộ, được lưu lại")


@task(task_run_name="dự thảo {period_id}", cache_policy=NO_CACHE)
def draft(office: Office, period_id: str, day: date) -> Drafted:
    """Compute and render every document of a closed period."""
    return draft_report(office, period_id, day)


@flow(name="report", flow_run_name=report_name, on_running=[end_with_service])
def report(as_of: date | None = None, wait_for_approval: bool = False) -> list[str]:  # noqa: FBT001, FBT002 — a form field
    """Cập nhật tiến độ; khi một kỳ đã khép lại thì dự thảo báo cáo tổng hợp và (nếu chọn) chờ cán bộ duyệt.

    Trả về mã các kỳ có báo cáo mới. Chạy lại không tạo thêm bản dự thảo nào.
    """
    with tried_again():
        return _draft_what_is_due(as_of, wait_for_approval=wait_for_approval)


def _draft_what_is_due(as_of: date | None, *, wait_for_approval: bool) -> list[str]:
    office = current_office(as_of)
    day = day_of_run(office, as_of)
    publish_status(office, day)
    drafted = [draft(office, period_id, day) for period_id in reports_due(office, day)]
    for one in drafted:
        publish_report(one)
    if wait_for_approval and not _is_another_waiting():
        for period_id in reports_to_approve(office):
            _approve(office, period_id)
    return [one.report.period.id for one in drafted]


def _is_another_waiting() -> bool:
    """Whether an earlier run sleeps until the officer answers: one form is enough, and it asks for every period."""
    suspended = FlowRunFilterState(name=FlowRunFilterStateName(any_=["Suspended"]))
    with get_client(sync_client=True) as client:
        waiting = client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=["report"])),
            flow_run_filter=FlowRunFilter(state=suspended),
        )
    return any(str(run.id) != flow_run.get_id() for run in waiting)


def _approve(office: Office, period_id: str) -> None:
    """Sleep without a process until the officer has pressed Resume; the flow then runs again from the top."""
    answer = suspend_flow_run(
        wait_for_input=Approval, key=f"{flow_run.get_id()}-{period_id}", timeout=APPROVAL_DAYS * 24 * 3600
    )
    if answer.approved:
        send_wave(office, approve_report(office, period_id, comment=answer.comment))
    else:
        get_run_logger().warning("%s: bản dự thảo chưa được duyệt: %s", period_id, answer.comment)
