"""What is known when a reply is read: who was asked what, and who may answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dondoc.periods import find_period
from dondoc.plan.model import Agency, Figure, Plan
from dondoc.plan.resolve import Resolver, holder_on
from dondoc.reply import RequestRef
from dondoc.requests import expected_requests


@dataclass(frozen=True, slots=True)
class RequestContext:
    """One request as its reader needs it.

    `tasks` are those asked; `figures` those asked once of the agency; `known` holds addresses and
    ``@domains`` that may answer for it, `office` our own addresses; `year` is the year reported on.
    """

    ref: RequestRef
    tasks: tuple[int, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    is_document: bool = False
    known: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    code: str = ""
    year: int | None = None

    def knows(self, address: str | None) -> bool:
        """Whether mail from this address speaks for the agency."""
        return address is not None and is_on_list(address, self.known)


def is_on_list(address: str, known: Iterable[str]) -> bool:
    """Whether an address is named, or lies in a named ``@domain``; neither upper case nor a +tag matters."""
    bare = address.strip().lower()
    local, _, domain = bare.rpartition("@")
    untagged = f"{local.split('+', 1)[0]}@{domain}"
    entries = {entry.strip().lower() for entry in known}
    return bare in entries or untagged in entries or f"@{domain}" in entries


def addresses_of(agency: Agency) -> tuple[str, ...]:
    """Every address and domain that may answer for an agency."""
    return (*agency.email, *agency.cc, *agency.accept_from)


def context_for(plan: Plan, ref: RequestRef, *, day: date | None = None) -> RequestContext | None:
    """The request as the plan alone would open it, for reading without a ledger; None where the plan knows no such one.

    `day` is the day asked about, the period's opening where it is left out.
    """
    period, agency = find_period(plan, ref.period), plan.agencies.get(ref.agency)
    if period is None or agency is None:
        return None
    expected = expected_requests(plan, Resolver(plan), period, day or period.opens_on).get(ref.agency)
    coordinator = holder_on(plan, plan.coordinator, day or period.opens_on)
    return RequestContext(
        ref=ref,
        tasks=expected.tasks if expected else (),
        figures=period.cycle.figures,
        is_document=expected is not None and expected.is_document,
        known=addresses_of(agency),
        office=coordinator.email if coordinator.id != agency.id else (),
        year=period.year,
    )
