"""Recipients whom the server will take later, beside others who have the mail: each gets it as a mail of his own.

So what holds for a mail that was put off whole holds for each: it waits longer each time, is given up after days, is
dropped once it has no purpose any more, and goes to nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dondoc.events.mails import MailClaimed, MailFailed, MailQueued
from dondoc.events.records import Body


def defer_recipient(queued: MailQueued, address: str, *, code: int, words: str) -> Iterator[Body]:
    """The events of the mail to this recipient alone, the same bytes; its first try was the mail to all."""
    alone = queued.model_copy(update={"mail": f"{queued.mail}/to/{address}", "recipients": (address,)})
    place: dict[str, Any] = {"period": alone.period, "agency": alone.agency, "mail": alone.mail}
    yield alone
    yield MailClaimed(**place, attempt=1)
    yield MailFailed(**place, attempt=1, is_temporary=True, code=code, words=words)
