"""The flow that looks after all others: what failed, what fell silent, what nobody looked at. Order only."""

from __future__ import annotations

from datetime import date, datetime

from prefect import flow, get_run_logger
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowFilter, FlowFilterName, FlowRunFilter, FlowRunFilterState
from prefect.client.schemas.filters import FlowRunFilterStateType as OfType
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort

from app import watch as watching
from app.deliver import ready_mails
from app.settings import Settings
from app.wiring import current_office
from flows.artifacts import publish_status
from flows.naming import day_of_run, watch_name
from flows.schedules import SCHEDULES
from flows.sending import send_wave
from flows.tether import end_with_service

WATCHED = tuple(one.name for one in SCHEDULES if one.cron is not None)
"""Flows that run by themselves; whoever starts one by hand sees it fail."""

_ENDED = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED]


@flow(name="watch", flow_run_name=watch_name, on_running=[end_with_service])
def watch(as_of: date | None = None) -> int:
    """Báo cho cán bộ đầu mối những việc không thể chờ, mỗi việc một lần; trả về số thư đã gửi.

    Việc không thể chờ: một lượt chạy hỏng, cả ngày không thu được thư, thư chưa rõ đã gửi hay chưa, thư không đọc
    được, thư chờ xem quá hai ngày, ổ đĩa gần đầy, kế hoạch có lỗi hoặc chờ đồng ý.
    """
    office = current_office(as_of)
    with get_client(sync_client=True) as client:
        seen = watching.Machinery(
            flows={name: _failure(client, name) for name in WATCHED},
            collected_at=_last_collected(client),
            least_free_mb=Settings().disk_free_mb,
        )
    told = watching.watch(office, seen)
    send_wave(office, ready_mails(office.status(), office.clock.now()))
    publish_status(office, day_of_run(office, as_of))
    get_run_logger().info("%s thư báo cán bộ", len(told))
    return len(told)


def _failure(client: SyncPrefectClient, name: str) -> str:
    """What the latest run of a flow failed of; nothing where it did not fail, or never ended."""
    run = _latest(client, name, _ENDED)
    if run is None or run.state is None or run.state.is_completed():
        return ""
    words = run.state.message or run.state.name or str(run.state.type)
    return words.removeprefix("Flow run encountered an exception: ")


def _last_collected(client: SyncPrefectClient) -> datetime | None:
    """When mail was last collected; where that never happened, when the first run was due."""
    run = _latest(client, "collect", [StateType.COMPLETED])
    if run is not None:
        return run.end_time
    first = _runs(client, "collect", list(StateType), FlowRunSort.EXPECTED_START_TIME_ASC)
    return first[0].expected_start_time if first else None


def _latest(client: SyncPrefectClient, name: str, states: list[StateType]) -> FlowRun | None:
    return next(iter(_runs(client, name, states, FlowRunSort.END_TIME_DESC)), None)


def _runs(client: SyncPrefectClient, name: str, states: list[StateType], sort: FlowRunSort) -> list[FlowRun]:
    return client.read_flow_runs(
        flow_filter=FlowFilter(name=FlowFilterName(any_=[name])),
        flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=OfType(any_=states))),
        sort=sort,
        limit=1,
    )
