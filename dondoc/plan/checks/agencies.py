"""Agencies over time and their addresses (K210-K214, K302, K303, W201-W211)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dondoc.plan.checks.draft import Draft
from dondoc.plan.checks.references import SUPERIOR, mentions
from dondoc.plan.model import Agency
from dondoc.plan.paths import Path
from dondoc.plan.resolve import circles


def check_agencies(draft: Draft) -> None:
    """Note what is wrong with agencies as such, then with what they are needed for."""
    for agency in draft.plan.agencies.values():
        _check_life(draft, agency)
    for agency in draft.plan.agencies.values():
        _check_successors(draft, agency)
        if agency.superior == agency.id:
            draft.findings.add("K213", ("agencies", agency.id, "superior"), value=agency.id)
    _check_successor_circles(draft)
    _check_shared_addresses(draft)
    _check_needed_addresses(draft)
    _check_ended_mentions(draft)
    _check_empty_groups(draft)
    if not draft.may_be_incomplete:
        _check_leaders_left(draft)
        _check_unused(draft)


def _check_life(draft: Draft, agency: Agency) -> None:
    head: Path = ("agencies", agency.id)
    if agency.until is None:
        if agency.successor:
            draft.findings.add("W206", (*head, "successor"), on_key=True, relies_on=[(*head, "until")])
        return
    if agency.since and agency.until < agency.since:
        until, since = str(agency.until), str(agency.since)
        draft.findings.add("K302", (*head, "until"), relies_on=[(*head, "from")], until=until, since=since)


def _check_successors(draft: Draft, agency: Agency) -> None:
    """Whether the successors are there on the day after; lives that contradict themselves were noted before."""
    if agency.until is None or agency.until == date.max:
        return
    day = agency.until + timedelta(days=1)
    for index, name in enumerate(agency.successor):
        heir = draft.plan.agencies.get(name)
        if heir is not None and name != agency.id and not heir.exists_on(day):
            relies: list[Path] = [
                ("agencies", agency.id, "until"),
                ("agencies", name, "from"),
                ("agencies", name, "until"),
            ]
            path: Path = ("agencies", agency.id, "successor", index)
            draft.findings.add("K303", path, relies_on=relies, value=name, day=str(day))


def _check_successor_circles(draft: Draft) -> None:
    agencies = draft.plan.agencies
    graph = {key: [name for name in agency.successor if name in agencies] for key, agency in agencies.items()}
    for circle in circles(graph)[0]:
        index = agencies[circle[0]].successor.index(circle[1])
        draft.findings.add("K214", ("agencies", circle[0], "successor", index), chain=" → ".join(circle))


def _check_shared_addresses(draft: Draft) -> None:
    holders: dict[str, list[Agency]] = {}
    for agency in draft.plan.agencies.values():
        for index, address in enumerate(agency.email):
            others = holders.setdefault(address.lower(), [])
            other = next((each for each in others if each is not agency and _overlap(each, agency)), None)
            if other is not None:
                path: Path = ("agencies", agency.id, "email", index)
                draft.findings.add("W207", path, value=address, other=f'"{other.id}"')
            others.append(agency)


def _overlap(one: Agency, other: Agency) -> bool:
    """Whether both exist on some day: a successor may keep the address of the agency it follows."""
    begins = max(one.since or date.min, other.since or date.min)
    return begins <= min(one.until or date.max, other.until or date.max)


def _check_needed_addresses(draft: Draft) -> None:
    plan = draft.plan
    for agency in draft.with_heirs([plan.coordinator]):
        _want_address(draft, "K211", agency)
    for agency in draft.with_heirs([plan.reports_to]):
        if agency != plan.coordinator:
            _want_address(draft, "W208", agency)
    for agency, cycle in draft.asked_in.items():
        _want_address(draft, "K210", agency, cycle=cycle)
    for cycle_id, index, agencies, has_copies in _copies(draft):
        for agency in agencies:
            _want_address(draft, "K212", agency)
        if not has_copies and not draft.findings.has_errors():
            draft.findings.add("W210", ("cycles", cycle_id, "remind", index, "cc"))


def _want_address(draft: Draft, code: str, agency: str, *, cycle: str = "") -> None:
    if not draft.plan.agencies[agency].email:
        path: Path = ("agencies", agency, "email")
        draft.findings.add(code, path, on_key=True, who=f'"{draft.plan.agencies[agency].name}"', cycle=cycle)


def _copies(draft: Draft) -> Iterator[tuple[str, int, tuple[str, ...], bool]]:
    """Each reminder with copies: whom it copies, and whether there is anybody at all."""
    for cycle in draft.plan.cycles.values():
        superiors = _superiors_of(
            draft, {each for name in draft.asked_by(cycle) for each in draft.resolver.members(name)}
        )
        for index, step in enumerate(cycle.remind):
            named = [each for name in step.cc if name != SUPERIOR for each in draft.resolver.members(name)]
            copied = (*named, *(superiors if SUPERIOR in step.cc else ()))
            if step.cc:
                yield cycle.id, index, tuple(draft.with_heirs(copied)), bool(copied) or SUPERIOR not in step.cc


def _superiors_of(draft: Draft, agencies: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(draft.plan.agencies[each].superior for each in agencies)
    return tuple(each for each in found if each is not None and each in draft.plan.agencies)


def _check_ended_mentions(draft: Draft) -> None:
    """W204 where a named agency is followed by its successor, W205 where nobody follows it."""
    seen: set[str] = set()
    for mention in mentions(draft):
        agency = draft.plan.agencies.get(mention.name)
        is_by_name = mention.role in {"coordinator", "reports_to", "superior", "lead", "to", "cc"}
        if agency is None or not is_by_name or not draft.ends_early(agency):
            continue
        if mention.role == "superior" and agency.id in seen:
            continue
        seen.add(agency.id)
        _note_ended(draft, mention.path, agency)


def _note_ended(draft: Draft, path: Path, agency: Agency) -> None:
    who, until = f'"{agency.id}"', str(agency.until)
    if agency.successor:
        successor = ", ".join(agency.successor)
        draft.findings.add("W204", path, who=who, until=until, successor=successor)
    else:
        draft.findings.add("W205", ("agencies", agency.id, "until"), who=who, until=until)


def _check_leaders_left(draft: Draft) -> None:
    for task in draft.plan.tasks.values():
        last = draft.plan.ends if task.years is None else min(draft.plan.ends, date(task.years[-1], 12, 31))
        is_led = any(draft.resolver.members(name) for name in task.lead)
        if is_led and not draft.resolver.agencies_on(task.lead, last):
            draft.findings.add("W211", ("tasks", task.number, "lead"), relies_on=[("plan", "ends")], day=str(last))


def _check_empty_groups(draft: Draft) -> None:
    for group in draft.plan.groups:
        if not draft.resolver.members(group):
            draft.findings.add("W201", ("groups", group, "members"), on_key=True, relies_on=[("agencies",)])


def _check_unused(draft: Draft) -> None:
    """Agencies and groups that nothing names."""
    named = {mention.name for mention in mentions(draft)}
    for agency in draft.plan.agencies:
        if agency not in named:
            draft.findings.add("W202", ("agencies", agency), on_key=True)
    for group in draft.plan.groups:
        if group not in named:
            draft.findings.add("W203", ("groups", group), on_key=True)
