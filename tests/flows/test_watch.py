"""The watch on a real Prefect server: a flow that fails makes the automation run it, and the officer gets one mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.events.alarms import AlarmRaised
from dondoc.status import MailStatus
from tests.app.desk import OFFICE
from tests.flows.conftest import World, wait_until

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun, StateType

pytestmark = pytest.mark.flow


def runs(world: World, flow: str, state: StateType) -> list[FlowRun]:
    from prefect.client.schemas.filters import (
        FlowFilter,
        FlowFilterName,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )

    return world.client.read_flow_runs(
        flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])),
        flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[state]))),
    )


def letters_about(world: World, alarm: str) -> list[MailStatus]:
    """The letters to the officer that an alarm was told in."""
    records = list(world.office().history.records())
    told = {
        record.event.at for record in records if isinstance(record.body, AlarmRaised) and record.body.alarm == alarm
    }
    mails = world.office().status().mails.values()
    return [mail for mail in mails if mail.queued.purpose == "officer" and mail.queued_at in told]


def test_a_failing_flow_leads_to_one_mail(world: World, served: None) -> None:
    from prefect.client.schemas.objects import StateType

    def fail_once_more() -> None:
        watched, failed = (len(runs(world, *one)) for one in (("watch", done), ("collect", StateType.FAILED)))
        inbox = world.sandbox.maildir(OFFICE) / "cur"  # this folder alone: letters to the office still arrive
        elsewhere = inbox.rename(world.home / "elsewhere")
        try:
            world.client.create_flow_run_from_deployment(collect.id)
            wait_until(lambda: len(runs(world, "collect", StateType.FAILED)) > failed)
        finally:
            elsewhere.rename(inbox)
        wait_until(lambda: len(runs(world, "watch", done)) > watched)

    done = StateType.COMPLETED
    collect = world.client.read_deployment_by_name("collect/nam-phut")

    fail_once_more()
    fail_once_more()

    (letter,) = letters_about(world, "flow/collect")
    assert letter.state == "sent"
    assert "collect" in letter.queued.body


def test_automations_are_made_once_and_left_alone(world: World, served: None) -> None:
    from flows.automations import ensure_automations

    before = {one.name: one.id for one in world.client.read_automations()}

    ensure_automations()

    assert {one.name: one.id for one in world.client.read_automations()} == before


def test_a_run_left_by_a_killed_service_is_ended_and_no_other(world: World, served: None) -> None:
    from prefect.states import Running

    from flows.leftovers import end_leftovers

    report, remind = (
        world.client.read_deployment_by_name(name).id for name in ("report/hang-ngay", "remind/hang-ngay")
    )
    left, other = (world.client.create_flow_run_from_deployment(one, state=Running()) for one in (report, remind))

    assert end_leftovers([report]) == 1

    states = [world.client.read_flow_run(run.id).state for run in (left, other)]
    assert [state.name for state in states if state] == ["Crashed", "Running"]
    assert end_leftovers([report, remind]) == 1


def test_a_calm_office_is_watched_without_a_mail(world: World) -> None:
    from flows.collect import collect
    from flows.remind import remind
    from flows.report import report
    from flows.watch import watch

    for flow in (remind, collect, report):
        flow()  # every flow went well last
    watch()

    assert watch() == 0
