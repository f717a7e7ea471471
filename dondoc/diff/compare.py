"""Two plans and a record of what happened: everything that changes for people when the one follows the other. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dondoc.diff.figures import figure_changes
from dondoc.diff.mails import compared_until, mail_changes
from dondoc.diff.model import PlanDiff
from dondoc.diff.periods import period_changes
from dondoc.diff.renames import rename_changes
from dondoc.diff.requests import Situation, request_changes
from dondoc.diff.rest import copy_changes, small_changes
from dondoc.diff.texts import address_changes, life_changes, office_changes, wording_changes
from dondoc.events.records import Record
from dondoc.fold import fold
from dondoc.plan.model import Plan
from dondoc.status import Status


def diff_plans(old: Plan, new: Plan, records: Sequence[Record], as_of: date) -> PlanDiff:
    """What changes when `new` is followed instead of `old` from `as_of` on, after what `records` say happened."""
    situation = Situation(old, new, _status(old, records), _status(new, records), as_of)
    until = compared_until((old, new), as_of)
    return PlanDiff(
        as_of=as_of,
        until=until,
        changes=(
            *office_changes(old, new),
            *life_changes(old, new),
            *rename_changes(old, new),
            *request_changes(situation),
            *period_changes(situation),
            *figure_changes(old, new, situation.status_of_old, [r for r in records if r.event.plan == old.code]),
            *address_changes(old, new),
            *copy_changes(old, new),
            *wording_changes(old, new),
            *small_changes(old, new),
        ),
        mails=tuple(mail_changes(old, new, records, as_of, until)),
    )


def _status(plan: Plan, records: Sequence[Record]) -> Status:
    return fold(record for record in records if record.event.plan == plan.code)
