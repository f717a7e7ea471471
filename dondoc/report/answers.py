"""What counts in a report: the requests of a period as they stood on a day, later answers left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dondoc.status import Confirmation, PeriodStatus, RequestStatus


def counted_requests(period: PeriodStatus, order: tuple[str, ...], until: date) -> tuple[RequestStatus, ...]:
    """The requests that count, in the plan's order; what was first said after `until` is not in them."""
    places = {agency: place for place, agency in enumerate(order)}
    known = (_as_known(request, until) for request in period.requests.values())
    counted = (request for request in known if request.is_open or request.has_answered)
    return tuple(sorted(counted, key=lambda request: (places.get(request.agency, len(places)), request.agency)))


def _as_known(request: RequestStatus, until: date) -> RequestStatus:
    """Answers up to `until`; an agency that was released (ended, withdrawn) owes nothing beyond what it answered."""
    said = {number: item for number, item in request.confirmations.items() if item.first_on <= until}
    has_document = request.documents_on is not None and request.documents_on <= until
    return replace(
        request,
        tasks=request.tasks if request.is_open else tuple(task for task in request.tasks if task in said),
        confirmations=said,
        obstacles=tuple(statement for statement in request.obstacles if statement.said_on <= until),
        proposals=tuple(statement for statement in request.proposals if statement.said_on <= until),
        documents=request.documents if has_document else (),
        documents_on=request.documents_on if has_document else None,
    )


def percent_of(item: Confirmation) -> float | None:
    """The percentage that counts: what was said, else 100 for done, 0 for not begun; None where it has no meaning."""
    match item.status:
        case "not_applicable":
            return None
        case "done":
            return 100.0
        case "not_started":
            return item.percent or 0.0
        case "in_progress":
            return item.percent
