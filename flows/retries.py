"""Another try for a run that failed because something is away: the same run, later the same morning.

Nobody waits meanwhile: the run goes back among those that are scheduled, as itself, with its day, its name and its
parameters. So it keeps no place from a later run, and a restart of the service takes nothing from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from prefect import get_run_logger
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.client.schemas.responses import OrchestrationResult, SetStateStatus
from prefect.exceptions import Pause
from prefect.runtime import deployment, flow_run
from prefect.states import AwaitingRetry

from app.clock import SystemClock
from app.language import translator
from app.settings import Settings
from dondoc.errors import MessageError, StorageError, TemporaryMailError

_AWAITING = "AwaitingRetry"
_AWAY = (StorageError, TemporaryMailError)
"""What may be back by itself. A database that refuses our password counts too, as its driver does not tell one from the
other; nobody is told later for that, as the letter to the officer needs the database first.
"""


@contextmanager
def tried_again() -> Iterator[None]:
    """What fails inside because something is away ends this try and not the run, as long as there are tries left.

    What will not pass by itself fails at once, and so does a run that nobody would take up: that of a command.
    """
    try:
        yield
    except _AWAY as error:
        if deployment.get_id() is not None:
            _put_off(UUID(flow_run.get_id()), error)
        raise


def _put_off(run: UUID, error: MessageError) -> None:
    """Let the run begin anew after a while and leave it; returns where the tries are used up, or it shall not go on."""
    pauses = Settings().retry_minutes
    with get_client(sync_client=True) as client:
        tried = sum(state.name == _AWAITING for state in client.read_flow_run_states(run))
        if tried >= len(pauses):
            return
        reason = error.message.render(translator("vi"))
        words = f"{reason} · thử lại lần {tried + 1}/{len(pauses)} sau {pauses[tried]:g} phút"
        at = SystemClock().now() + timedelta(minutes=pauses[tried])
        waiting: State[None] = AwaitingRetry(scheduled_time=at, message=words)
        answer: OrchestrationResult[None] = client.set_flow_run_state(run, waiting)
    if answer.status is SetStateStatus.ACCEPT:  # else somebody has cancelled it
        get_run_logger().warning(words)
        raise Pause(state=answer.state)
