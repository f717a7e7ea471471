"""An office whose officer edits plan.yaml while a period runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from app.adoption import plan_in_force
from app.watch import tell_of_plan
from dondoc.adoption import Consequences, Notice, Proposal
from tests.app.desk import OPENS, Room

NEXT_DAY = OPENS + timedelta(days=1)


@dataclass
class Desk:
    """The office with its plan.yaml in a file, read anew whenever somebody looks."""

    room: Room
    file: Path
    most_mails: int = 10

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        self.look()

    def look(self) -> None:
        found = plan_in_force(
            self.file, self.room.ledger, most_mails=self.most_mails, day_of=lambda _: self.room.office.today()
        )
        self.room.office = replace(
            self.room.office,
            plan=found.plan,
            plan_text=found.text,
            history=found.history,
            faults=found.faults,
            proposal=found.proposal,
            file_hash=found.file_hash,
            unread=found.unread,
        )

    def run(self, day: date) -> list[Notice]:
        """One day of the remind flow: what it mailed to agencies."""
        self.room.clock.turn_to(day)
        self.look()
        before = set(self.room.office.status().mails)
        self.room.remind(day)
        tell_of_plan(self.room.office)
        mails = self.room.office.status().mails
        new = [mails[key].queued for key in mails if key not in before]
        return [Notice(mail.period, mail.agency, mail.purpose) for mail in new if mail.purpose != "officer"]

    @property
    def proposal(self) -> Proposal:
        assert self.room.office.proposal is not None
        return self.room.office.proposal

    @property
    def announced(self) -> Consequences:
        return self.proposal.consequences

    def letters(self) -> list[str]:
        """The texts of what was written to the officer."""
        return [mail.queued.body for mail in self.room.mails("officer", "")]
