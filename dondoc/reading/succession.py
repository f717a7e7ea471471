"""Replies across a reorganisation: whose request a mail is about now, and which former addresses still speak for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dondoc.plan.model import Plan
from dondoc.plan.resolve import has_ended
from dondoc.reading.context import addresses_of, is_on_list
from dondoc.reply import RequestRef
from dondoc.status import Status


def request_now(plan: Plan, status: Status, ref: RequestRef, sender: str | None) -> RequestRef:
    """The request that took over what `ref` asked: of the only heir, or of the one heir that the sender belongs to.

    Where several took over and none of them writes, the request itself: nobody guesses whom the mail speaks for.
    """
    seen = {ref}
    while (heir := _heir(plan, status, ref, sender)) is not None and heir not in seen:
        seen.add(heir)
        ref = heir
    return ref


def _heir(plan: Plan, status: Status, ref: RequestRef, sender: str | None) -> RequestRef | None:
    request = status.request(ref)
    if request is None or request.handed_over is None:
        return None
    heirs = [name for name in request.handed_over.to if status.request(RequestRef(ref.period, name)) is not None]
    if len(heirs) > 1:
        heirs = [name for name in heirs if name in plan.agencies and sender is not None]
        heirs = [name for name in heirs if is_on_list(sender or "", addresses_of(plan.agencies[name]))]
    return RequestRef(ref.period, heirs[0]) if len(heirs) == 1 else None


def known_addresses(plan: Plan, status: Status, ref: RequestRef, day: date) -> tuple[str, ...]:
    """Every address that may answer for a request: the agency's own, and those of agencies whose place it took."""
    names = dict.fromkeys((ref.agency, *_handed_over_to(status, ref), *_merged_into(plan, ref.agency, day)))
    return tuple(address for name in names if name in plan.agencies for address in addresses_of(plan.agencies[name]))


def _handed_over_to(status: Status, ref: RequestRef) -> Iterator[str]:
    """Agencies that handed over to this one in the same period."""
    period = status.periods.get(ref.period)
    for request in period.requests.values() if period else ():
        if request.handed_over is not None and ref.agency in request.handed_over.to:
            yield request.agency


def _merged_into(plan: Plan, agency: str, day: date) -> tuple[str, ...]:
    """Ended agencies that this one alone succeeded, at once or through others; one split in several speaks for none."""
    found: dict[str, None] = {}
    waiting = [agency]
    while waiting:
        heir = waiting.pop()
        for name, former in plan.agencies.items():
            if former.successor == (heir,) and has_ended(former, day) and name not in found:
                found[name] = None
                waiting.append(name)
    return tuple(found)
