"""A Notifier that sends nothing: it keeps the mails it was given and answers as it was told, like a server would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dondoc.errors import MailError, PermanentMailError, UncertainMailError
from dondoc.mail import OutboundMail, SendResult
from dondoc.messages import say
from dondoc.ports import Notifier, nothing


class RecordingNotifier:
    """Remembers what was sent, in order.

    Put errors into `failing` to have them raised, one a mail, and addresses into `refusing` with the words to refuse
    them with.
    """

    def __init__(self) -> None:
        self.sent: list[OutboundMail] = []
        self.waves = 0
        self.failing: list[MailError] = []
        self.refusing: dict[str, str] = {}

    @contextmanager
    def connected(self) -> Iterator[Notifier]:
        """Count the wave."""
        self.waves += 1
        yield self

    def send(self, mail: OutboundMail, *, meanwhile: Callable[[], None] = nothing) -> SendResult:
        """Keep the mail, unless the next failure is due or every recipient is refused."""
        failure = self.failing.pop(0) if self.failing else None
        if failure is not None and not isinstance(failure, UncertainMailError):
            raise failure
        refused = {address: self.refusing[address] for address in mail.recipients if address in self.refusing}
        if len(refused) == len(mail.recipients):
            raise PermanentMailError(say("the mail server refused it: {code} {words}", code=550, words="refused"), 550)
        meanwhile()
        if failure is not None:
            raise failure
        self.sent.append(mail)
        return SendResult(refused)
