"""The message broker of our Prefect server: Prefect's own in memory, but patient while its SQLite database is busy.

Prefect gives up an event after four tries, which are over within a tenth of a second. An automation then never learns
that a run failed, or ends a run that waits as one whose process died.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from prefect.server.utilities.messaging import Message, MessageHandler
from prefect.server.utilities.messaging import memory as of_prefect
from prefect.server.utilities.messaging.memory import Cache, Publisher, break_topic, ephemeral_subscription
from sqlalchemy.exc import OperationalError

__all__ = ["Cache", "Consumer", "Publisher", "break_topic", "ephemeral_subscription"]

PAUSE_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Between the tries. SQLite refuses at once, without waiting, to write after a reading that is no longer the newest."""


class Consumer(of_prefect.Consumer):
    """Hands each event on until the database took it, or every pause is used up."""

    async def run(self, handler: MessageHandler) -> None:
        """Consume for ever."""
        await super().run(partial(_patiently, handler))


async def _patiently(handler: MessageHandler, message: Message, pauses: Sequence[float] = PAUSE_SECONDS) -> None:
    for pause in pauses:
        try:
            await handler(message)
        except OperationalError:
            await asyncio.sleep(pause)
        else:
            return
    await handler(message)
