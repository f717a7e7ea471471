"""Runs whose process died with the service before: ended when the service starts again, so that they block no other.

A dead run keeps its deployment's only place (one run at a time), and every later run would be cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.states import Crashed

_ALIVE = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]

_WHY = "dịch vụ đã dừng giữa chừng; lượt sau làm tiếp"


def end_leftovers(deployments: Iterable[UUID]) -> int:
    """End the runs of these deployments that nobody can be running: called before the service takes any. How many."""
    alive = FlowRunFilter(
        deployment_id=FlowRunFilterDeploymentId(any_=list(deployments)),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_ALIVE)),
    )
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=alive)
        for run in runs:
            client.set_flow_run_state(run.id, Crashed(message=_WHY), force=True)
    return len(runs)
