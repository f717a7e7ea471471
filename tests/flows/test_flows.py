"""The flows on a real Prefect server: order, names, artifacts, approval. One period, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from dondoc.events.reports import ReportApproved
from tests.app.desk import CLOSES, OFFICE, OPENS, PERIOD
from tests.flows.conftest import World, wait_until

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

pytestmark = pytest.mark.flow

AFTER = CLOSES + timedelta(days=1)
FIRST_ANSWER = date(2026, 11, 2)


def runs_of(world: World, flow: str) -> list[FlowRun]:
    from prefect.client.schemas.filters import FlowFilter, FlowFilterName

    found = world.client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])))
    return sorted(found, key=lambda run: run.created or run.expected_start_time)  # type: ignore[arg-type,return-value]


def artifact_keys(world: World, run: UUID | None = None) -> set[str]:
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

    wanted = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run])) if run else None
    return {str(one.key) for one in world.client.read_artifacts(artifact_filter=wanted)}


@pytest.fixture(scope="module")
def opened(world: World) -> int:
    """The day the period opens: everybody is asked."""
    from flows.remind import remind

    return remind(as_of=OPENS)


@pytest.fixture(scope="module")
def answered(world: World, opened: int) -> int:
    """The Monday after, one agency answers everything."""
    from flows.collect import collect

    code = world.office().status().periods[PERIOD].requests["so-b"].code
    raw = (
        f"From: so-b@tinh.example\r\nTo: {OFFICE}\r\nSubject: Re: [{code}]\r\nMessage-ID: <a1@so-b.example>\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        "NV1: đã hoàn thành, 2 lớp\r\nNV2: đã hoàn thành\r\n"
    ).encode()
    world.sandbox.deliver(raw, sender="so-b@tinh.example", recipients=(OFFICE,))
    return collect(as_of=FIRST_ANSWER)


def test_remind_sends_what_is_due_and_names_its_run_for_people(world: World, opened: int) -> None:
    run = runs_of(world, "remind")[0]

    assert opened == 2
    assert run.name == "nhắc nam-2026 · 2 đơn vị · 30/10/2026"
    assert run.state is not None
    assert run.state.is_completed()
    assert artifact_keys(world, run.id) == {"thu-da-gui", "ma-tran-nam-2026", "ty-le-nam-2026", "can-xem"}
    assert "first" in {mail.queued.purpose for mail in world.office().status().mails.values()}


def test_remind_on_the_same_day_again_sends_nothing(world: World, opened: int) -> None:
    from flows.remind import remind

    before = len(world.sandbox.mails("so-b@tinh.example"))

    assert remind(as_of=OPENS) == 0

    assert runs_of(world, "remind")[-1].name == "không có thư nhắc · 30/10/2026"
    assert len(world.sandbox.mails("so-b@tinh.example")) == before


def test_collect_records_an_answer_and_acknowledges_it(world: World, answered: int) -> None:
    run = runs_of(world, "collect")[0]

    assert answered == 1
    assert run.name == "thu thư · 02/11/2026"
    assert "thu-den" in artifact_keys(world, run.id)
    assert world.office().status().periods[PERIOD].requests["so-b"].is_complete
    assert len(world.sandbox.mails("so-b@tinh.example")) == 2


def test_report_drafts_nothing_while_the_period_runs(world: World, answered: int) -> None:
    from flows.report import report

    assert report(as_of=FIRST_ANSWER) == []


def test_every_deployment_is_as_the_generated_file_says() -> None:
    import yaml

    from flows.schedules import SCHEDULES
    from tests.flows.conftest import ROOT

    written = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]

    assert [
        (one["entrypoint"], one["name"], [schedule["cron"] for schedule in one["schedules"]], one["parameters"])
        for one in written
    ] == [(one.entrypoint, one.deployment, [one.cron] if one.cron else [], dict(one.parameters)) for one in SCHEDULES]


def test_the_officer_approves_the_report_in_the_ui(world: World, answered: int, served: None) -> None:
    from flows.remind import remind

    remind(as_of=AFTER)
    deployment = world.client.read_deployment_by_name("report/hang-ngay")

    def start(day: date) -> FlowRun:
        parameters = {"as_of": day.isoformat(), "wait_for_approval": True}
        return world.client.create_flow_run_from_deployment(deployment.id, parameters=parameters)

    def state_of(run: FlowRun) -> str:
        now = world.client.read_flow_run(run.id).state
        assert now is not None
        assert not now.is_failed(), now.message
        assert not now.is_crashed(), now.message
        return now.name or ""

    run = start(AFTER)
    wait_until(lambda: state_of(run) == "Suspended")
    assert f"bao-cao-{PERIOD}" in artifact_keys(world, run.id)
    assert world.office().status().periods[PERIOD].approved == ()
    assert not any(b".docx" in mail for mail in world.delivered(OFFICE))
    next_day = start(AFTER + timedelta(days=1))
    wait_until(lambda: state_of(next_day) == "Completed")  # it leaves the asking to the first

    world.client.resume_flow_run(run.id, run_input={"approved": True, "comment": "đồng ý"})

    wait_until(lambda: state_of(run) == "Completed")
    (approved,) = world.office().status().periods[PERIOD].approved
    assert isinstance(approved, ReportApproved)
    assert (approved.edition, approved.comment) == (1, "đồng ý")
    letters = [mail for mail in world.delivered(OFFICE) if b".docx" in mail]
    assert len(letters) == 1
    assert b"X-Dondoc-Purpose: officer" in letters[0]
    assert len(world.office().status().periods[PERIOD].reports) == 1
