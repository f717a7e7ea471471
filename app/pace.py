"""How many mails may still leave within the hour: counted from the ledger, so that all workers count together."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import NamedTuple

from app.office import Office
from dondoc.events.mails import MailClaimed, MailFailed
from dondoc.events.records import Record

WINDOW = timedelta(hours=1)


class _Claim(NamedTuple):
    mail: str
    at: datetime


class Pace:
    """The limit of the office's mail server. A claim that was given back makes room again; one in doubt does not.

    A clock set back must not stop the office: claims of the future count only within an hour of now.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._limit = office.mails_per_hour
        self._claims: deque[_Claim] = deque()
        self._read = 0

    def has_room(self) -> bool:
        """Whether another mail may be claimed now."""
        return self._limit is None or len(self._recent()) < self._limit

    def allows(self, mail: str) -> bool:
        """Whether a claim just made is within the limit: of workers that claim at once, the first in the ledger are."""
        return self._limit is None or any(claim.mail == mail for claim in self._recent()[: self._limit])

    def _recent(self) -> list[_Claim]:
        records = self._office.history.records()
        for record in records[self._read :]:
            self._take(record)
        self._read = len(records)
        now = self._office.clock.now()
        while self._claims and self._claims[0].at <= now - WINDOW:
            self._claims.popleft()
        return [claim for claim in self._claims if abs(now - claim.at) < WINDOW]

    def _take(self, record: Record) -> None:
        match record.body:
            case MailClaimed(mail=mail):
                self._claims.append(_Claim(mail, record.event.at))
            case MailFailed(mail=mail):
                self._claims = deque(claim for claim in self._claims if claim.mail != mail)
            case _:
                pass
