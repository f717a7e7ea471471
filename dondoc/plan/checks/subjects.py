"""What a path of the file is about, in words: ``tasks/5/lead`` is "task 5, lead"."""

from __future__ import annotations

from dondoc.messages import Message, say
from dondoc.plan.paths import Path

_SECTIONS = {
    "plan": "the plan",
    "basis": "legal basis {id}",
    "agencies": "agency {id}",
    "groups": "group {id}",
    "objectives": "objective {id}",
    "tasks": "task {id}",
    "cycles": "cycle {id}",
    "mail": "mail",
    "calendar": "calendar",
}
_NAMED_PARTS = {
    "content": "content",
    "lead": "lead",
    "support": "support",
    "members": "members",
    "coordinator": "coordinator",
    "reports_to": "receiver of the report",
    "superior": "superior",
    "successor": "successor",
    "remind": "reminders",
    "measure": "measure",
    "email": "address",
}


def subject_of(path: Path) -> tuple[Message, ...]:
    """From the whole to the part; empty for the file itself."""
    if not path or str(path[0]) not in _SECTIONS:
        return ()
    section = _SECTIONS[str(path[0])]
    has_id = "{id}" in section
    if has_id and len(path) == 1:
        return (say("the list {key}", key=str(path[0])),)
    head = Message(section, {"id": path[1]} if has_id else {})
    rest = path[2:] if has_id else path[1:]
    return (head, *_parts(rest))


def _parts(rest: Path) -> tuple[Message, ...]:
    if not rest or not isinstance(rest[0], str):
        return ()
    if rest[0] == "figures" and len(rest) > 1:
        return (say("figure {id}", id=rest[1]),)
    return (Message(_NAMED_PARTS.get(rest[0], "{key}"), {"key": rest[0]}),)


def message_ids() -> frozenset[str]:
    """Every sentence of this module that no literal call shows, for the catalogs."""
    return frozenset((*_SECTIONS.values(), *_NAMED_PARTS.values()))
