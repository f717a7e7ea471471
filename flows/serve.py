"""The service: registers the schedules and runs flows as they fall due, one run of each at a time."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from prefect import Flow
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.runner import Runner
from prefect.schedules import Cron

from flows.automations import ensure_automations
from flows.leftovers import end_leftovers
from flows.schedules import SCHEDULES, TAGS, Scheduled

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.deployments.runner import RunnerDeployment

ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
"""A run that would overlap is cancelled: the next one does everything that is due by then."""


def deployments(timezone: str) -> list[RunnerDeployment]:
    """One deployment a schedule; cron times are where the plan lives."""
    return [_deployment(one, timezone) for one in SCHEDULES]


def _deployment(one: Scheduled, timezone: str) -> RunnerDeployment:
    module, _, name = one.entrypoint.partition(":")
    function = getattr(import_module(module.removesuffix(".py").replace("/", ".")), name)
    assert isinstance(function, Flow)  # noqa: S101 — a wrong table entry is a bug, not an input
    deployment = function.to_deployment(
        name=one.deployment,
        schedule=Cron(one.cron, timezone=timezone) if one.cron else None,
        parameters=dict(one.parameters),
        description=one.description,
        tags=list(TAGS),
        concurrency_limit=ONE_AT_A_TIME,
    )
    return cast("RunnerDeployment", deployment)  # a coroutine only where called from async code


def serve_forever(timezone: str) -> None:
    """Run until interrupted. Schedules stay on: what was missed is caught up by the next run of each flow."""
    wanted = deployments(timezone)
    end_leftovers([cast("UUID", deployment.apply()) for deployment in wanted])
    ensure_automations()
    runner = _Runner(pause_on_shutdown=False)
    for deployment in wanted:
        runner.add_deployment(deployment)
    asyncio.run(runner.serve())


class _Runner(Runner):
    """Ends on SIGTERM as on Ctrl-C; Prefect's own would await nothing of what it begins, and tear its loop apart."""

    async def serve(self) -> None:
        """Run until one of the two comes; what is at work then is ended first."""
        serving = asyncio.create_task(self.start())
        self._end = partial(asyncio.get_running_loop().call_soon_threadsafe, serving.cancel)
        with suppress(asyncio.CancelledError):
            await serving

    def handle_sigterm(self, *_args: object, **_kwargs: object) -> None:
        """Called between any two steps of the loop."""
        self._end()
