"""What has to be done, as values: `decide` lists them, the office carries them out, nothing else is ever done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dondoc.events.mails import MailPurpose
from dondoc.periods import Period
from dondoc.plan.model import Offset
from dondoc.reply import RequestRef


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """A reporting period begins."""

    period: Period

    @property
    def key(self) -> str:
        """Once a period."""
        return f"open/{self.period.id}"


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """An agency is to be asked about `tasks` (or for a document); `taken_from` names agencies it takes over from."""

    period: Period
    agency: str
    tasks: tuple[int, ...]
    is_document: bool
    round: int
    taken_from: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Once a round."""
        return f"ask/{self.period.id}/{self.agency}/{self.round}"


@dataclass(frozen=True, slots=True)
class AmendRequest:
    """The tasks asked of an open request change to `tasks`."""

    period: Period
    agency: str
    tasks: tuple[int, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]
    change: int

    @property
    def key(self) -> str:
        """Once a change."""
        return f"amend/{self.period.id}/{self.agency}/{self.change}"


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """An agency is no longer asked."""

    period: Period
    agency: str
    round: int

    @property
    def key(self) -> str:
        """Once a round."""
        return f"withdraw/{self.period.id}/{self.agency}/{self.round}"


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """An agency ended with `tasks` unanswered; `to` take them over. Both sides get a mail."""

    period: Period
    agency: str
    to: tuple[str, ...]
    tasks: tuple[int, ...]

    @property
    def key(self) -> str:
        """Once an agency and period."""
        return f"hand-over/{self.period.id}/{self.agency}"


@dataclass(frozen=True, slots=True)
class SendReminder:
    """One step of the ladder for one request.

    `due_on` is the ladder day it stands for; `step` is None for the opening mail. `is_first` when the agency has had no
    mail of this request yet, so that it must introduce itself whatever its purpose. `cc` holds agency ids.
    """

    period: Period
    agency: str
    purpose: MailPurpose
    due_on: date
    step: Offset | None
    is_first: bool
    round: int
    cc: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Once a ladder day, in each round of the request."""
        again = f"/{self.round}" if self.round > 1 else ""
        return f"{self.period.id}/{self.agency}/{self.due_on.isoformat()}{again}"


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A reply was read and its sender is told what was understood; `is_question` when nothing certain was found."""

    period: Period
    agency: str
    reply: str
    is_question: bool

    @property
    def key(self) -> str:
        """Once a reply."""
        return f"{self.period.id}/{self.agency}/ack/{self.reply}"


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """A reporting period ends."""

    period: Period

    @property
    def key(self) -> str:
        """Once a period."""
        return f"close/{self.period.id}"


@dataclass(frozen=True, slots=True)
class RenderReport:
    """The consolidated report of a closed period is to be drafted."""

    period: Period

    @property
    def key(self) -> str:
        """Once a period; further editions are the officer's."""
        return f"report/{self.period.id}"


Action = (
    OpenPeriod
    | OpenRequest
    | AmendRequest
    | WithdrawRequest
    | HandOverRequest
    | SendReminder
    | Acknowledge
    | ClosePeriod
    | RenderReport
)
RequestAction = OpenRequest | AmendRequest | WithdrawRequest | HandOverRequest | SendReminder | Acknowledge


def ref_of(action: RequestAction) -> RequestRef:
    """The request an action is about."""
    return RequestRef(action.period.id, action.agency)
