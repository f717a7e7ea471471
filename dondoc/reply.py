"""What was understood of a mail that came in. A wrong confirmation is far worse than a question: nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dondoc.messages import Message, say

ItemStatus = Literal["done", "in_progress", "not_started", "not_applicable"]
ReplyKind = Literal["reply", "auto-reply", "bounce", "other"]
MatchedBy = Literal["plus-address", "thread", "code", "subject", "given"]
FigureValue = float | bool


@dataclass(frozen=True, slots=True)
class RequestRef:
    """One agency in one period."""

    period: str
    agency: str

    def __str__(self) -> str:
        return f"{self.period}/{self.agency}"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote; `is_known` when the address is on file for the agency or accepted from it."""

    address: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class ReplyItem:
    """What an agency says of one task; `percent` is 0-100 or None where none was said."""

    task: int
    status: ItemStatus
    percent: float | None = None
    figures: Mapping[str, FigureValue] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery failure: whose address, whether it will never work (`is_hard`), and the server's words."""

    address: str
    is_hard: bool
    status: str = ""
    words: str = ""

    @property
    def reason(self) -> Message:
        """What to tell the officer of it."""
        words = self.words or self.status
        if not self.is_hard:
            return say("mail to {address} came back for now: {words}", address=self.address, words=words)
        return say(
            "mail to {address} came back and the address will not work: {words}", address=self.address, words=words
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """The reading of one mail.

    `items` are certain and may be recorded; `suggestions` are what the officer may accept after looking; `review` says,
    in words, why a person must look. `figures` are those asked once of the agency. `aside` is the text that was cut off
    (signature, quotation). `bounces` are the addresses that a returned mail tells of, those that will never work first.
    """

    kind: ReplyKind
    request: RequestRef | None = None
    matched_by: MatchedBy | None = None
    sender: Sender | None = None
    text: str = ""
    aside: str = ""
    items: tuple[ReplyItem, ...] = ()
    figures: Mapping[str, FigureValue] = field(default_factory=dict)
    obstacles: str | None = None
    proposals: str | None = None
    suggestions: tuple[ReplyItem, ...] = ()
    has_document: bool = False
    bounces: tuple[Bounce, ...] = ()
    review: tuple[Message, ...] = ()
