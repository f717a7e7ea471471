"""The mails a change means: both plans played from the same record by the real `decide`, and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dondoc.diff.model import MailChange
from dondoc.events.mails import MailPurpose
from dondoc.events.records import Record
from dondoc.periods import all_periods
from dondoc.plan.model import Plan
from dondoc.simulate.behaviour import SILENCE
from dondoc.simulate.play import simulate

_ONE_DAY = timedelta(days=1)
Mails = Counter[tuple[date, str, MailPurpose, str]]


def compared_until(plans: Sequence[Plan], as_of: date) -> date:
    """The day after everything open on `as_of`, and the next period to open, is closed."""
    closing = [as_of]
    for plan in plans:
        periods = [period for period in all_periods(plan) if period.closes_on >= as_of]
        closing += [period.closes_on for period in periods if period.opens_on <= as_of]
        closing += [period.closes_on for period in [one for one in periods if one.opens_on > as_of][:1]]
    return max(closing) + _ONE_DAY


def mail_changes(old: Plan, new: Plan, records: Sequence[Record], as_of: date, until: date) -> Iterator[MailChange]:
    """Mails that only one of the plans would send, by day, period and kind."""
    before, after = _mails(old, records, as_of, until), _mails(new, records, as_of, until)
    more, fewer = _grouped(after - before), _grouped(before - after)
    for on, period, purpose in sorted({*more, *fewer}):
        key = (on, period, purpose)
        yield MailChange(on, period, purpose, tuple(more.get(key, ())), tuple(fewer.get(key, ())))


def _mails(plan: Plan, records: Sequence[Record], as_of: date, until: date) -> Mails:
    own = [record for record in records if record.event.plan == plan.code]
    played = simulate(plan, as_of, until, SILENCE, records=own)
    return Counter((mail.on, mail.period, mail.purpose, mail.agency) for mail in played.mailings)


def _grouped(mails: Mails) -> dict[tuple[date, str, MailPurpose], list[str]]:
    groups: dict[tuple[date, str, MailPurpose], list[str]] = {}
    for on, period, purpose, agency in mails.elements():
        groups.setdefault((on, period, purpose), []).append(agency)
    return groups
