"""Automations as code: a failed run or a silent day starts `watch` at once, and a run whose process died is ended.

Made when the service starts, and left alone where they are there already as they should be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ActionTypes, ChangeFlowRunState, RunDeployment
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

from flows.schedules import SCHEDULES

WATCH = "watch/hang-gio"
_ALIVE = {"prefect.flow-run.Pending", "prefect.flow-run.Running", "prefect.flow-run.heartbeat"}
"""The states as well: a process can die before its first heartbeat has left it."""
_LEFT = ("Completed", "Failed", "Cancelled", "Crashed", "Suspended", "AwaitingRetry")
_OVER = {f"prefect.flow-run.{state}" for state in _LEFT}
"""A run in these states has no process that could say a word."""
_FLOW_RUNS = ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"})


@dataclass(frozen=True, slots=True)
class Windows:
    """After how long something that did not happen counts: no collect, and no word of a run.

    A run that says nothing for three of Prefect's heartbeats, 180 seconds each, and some, has lost its process.
    """

    collect: timedelta = timedelta(days=1)
    heartbeat: timedelta = timedelta(minutes=10)


WINDOWS = Windows()


def ensure_automations(windows: Windows = WINDOWS) -> None:
    """Create or mend our automations; to be called once the deployments are there."""
    with get_client(sync_client=True) as client:
        for wanted in automations(client.read_deployment_by_name(WATCH).id, windows):
            _ensure(client, wanted)


def automations(watch: UUID, windows: Windows) -> tuple[AutomationCore, ...]:
    """The automations as they should be; `watch` is the deployment to run."""
    look: list[ActionTypes] = [RunDeployment(source="selected", deployment_id=watch)]
    return _at_a_failure(look), _at_a_silent_day(look, windows), _at_a_lost_process(windows)


def _at_a_failure(look: list[ActionTypes]) -> AutomationCore:
    return AutomationCore(
        name="dondoc: lượt chạy hỏng",
        description="Một lượt nhắc, thu thư hoặc báo cáo hỏng: trông coi ngay và báo cán bộ.",
        trigger=EventTrigger(
            expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
            match=_FLOW_RUNS,
            match_related=_of_flows(*_scheduled()),
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=look,
    )


def _at_a_silent_day(look: list[ActionTypes], windows: Windows) -> AutomationCore:
    return AutomationCore(
        name="dondoc: cả ngày không thu được thư",
        description="Không lượt thu thư nào hoàn thành trong một ngày: trông coi và báo cán bộ.",
        trigger=EventTrigger(
            expect={"prefect.flow-run.Completed"},
            match=_FLOW_RUNS,
            match_related=_of_flows("collect"),
            posture=Posture.Proactive,
            threshold=1,
            within=windows.collect,
        ),
        actions=look,
    )


def _at_a_lost_process(windows: Windows) -> AutomationCore:
    crashed = ChangeFlowRunState(state=StateType.CRASHED, message="tiến trình đã dừng giữa chừng; lượt sau làm tiếp")
    return AutomationCore(
        name="dondoc: lượt chạy mất tiến trình",
        description="Tiến trình bị tắt đột ngột: kết thúc lượt chạy để lượt sau không bị chặn.",
        trigger=EventTrigger(
            after=_ALIVE,
            expect=_ALIVE | _OVER,
            match=_FLOW_RUNS,
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=windows.heartbeat,
        ),
        actions=[crashed],
    )


def _scheduled() -> tuple[str, ...]:
    """`watch` is left out: it would start itself for ever."""
    return tuple(one.name for one in SCHEDULES if one.cron is not None and one.name != "watch")


def _of_flows(*names: str) -> ResourceSpecification:
    return ResourceSpecification({"prefect.resource.role": "flow", "prefect.resource.name": list(names)})


def _ensure(client: SyncPrefectClient, wanted: AutomationCore) -> None:
    """An update would start the trigger's time anew, so one that is right is left alone."""
    known = client.read_automations_by_name(wanted.name)
    if not known:
        client.create_automation(wanted)
    elif _content(known[0]) != _content(wanted):
        client.update_automation(known[0].id, wanted)


def _content(automation: AutomationCore) -> dict[str, object]:
    return automation.model_dump(include={"description": True, "trigger": True, "actions": True})


if __name__ == "__main__":
    ensure_automations()
