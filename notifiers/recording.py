"""A Notifier that sends nothing: it keeps the mails it was given and answers as it was told, like a server would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dondoc.errors import MailError, PermanentMailError, TemporaryMailError, UncertainMailError
from dondoc.mail import OutboundMail, SendResult
from dondoc.messages import Message
from dondoc.ports import Notifier, nothing


class RecordingNotifier:
    """Remembers what was sent, in order.

    Put errors into `failing` to have them raised, one a mail, and addresses into `refusing` with the code and the words
    to refuse them with.
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
        result = SendResult({to: self.refusing[to] for to in mail.recipients if to in self.refusing})
        if len(result.refused) == len(mail.recipients):
            raise _refused_by_all(result)
        meanwhile()
        if failure is not None:
            raise failure
        self.sent.append(mail)
        return result


def _refused_by_all(result: SendResult) -> MailError:
    """One recipient that may be taken later makes the whole refusal temporary."""
    for address, code in result.put_off.items():
        return TemporaryMailError(Message("{words}", {"words": result.refused[address]}), code)
    return PermanentMailError(Message("{words}", {"words": next(iter(result.refused.values()))}), 550)
