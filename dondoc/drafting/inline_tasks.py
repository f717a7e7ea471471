"""Tasks whose own sentence says who leads: "In tờ rơi; Sở Y tế chủ trì, phối hợp với Sở Nội vụ", or so in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable

from dondoc.drafting.raw_task import RawTask
from dondoc.reading.folded import plain_of

_LEADER = re.compile(r"[;:.(,]\s*(?:giao\s+)?(?P<who>[^;:.(]+?),?\s+(?:la co quan |lam )?chu tri(?![a-z])(?!\s*:)")
_SUPPORT_BEHIND = re.compile(r"^,?\s*(?:va\s+)?phoi hop(?: chat che)?(?:\s+(?:voi|cung))?\s+(?P<who>[^;.)]+)")
_SUPPORT_BEFORE = re.compile(r"^[;,]\s*(?P<who>[^;.)]+?)\s+(?:cung )?phoi hop(?:\s*[).;]|\s*$)")
_WHEN = re.compile(
    r"(?:trong |giai doan |tu |den |truoc )?(?:quy [ivx]+\s*/?\s*|thang \d+\s*/\s*)?(?:nam )?20\d{2}(?:\s*-\s*20\d{2})?"
    r"|hang nam|thuong xuyen"
)
_EDGES = " ;:,.(-"


def inline_task(
    mark: str, text: str, section: str, *, is_names: Callable[[str], bool], verb_in: Callable[[str], int | None]
) -> RawTask | None:
    """The task of one item; None where its sentence names nobody as its leader."""
    plain = plain_of(text)
    for match in _LEADER.finditer(plain):
        lead = text[match.start("who") : match.end("who")].strip(_EDGES)
        content = text[: match.start()].rstrip(_EDGES)
        if content and is_names(lead):
            task = RawTask(mark, content, lead=lead, section=(section,) if section else ())
            task.support = _support(text[match.end() :], verb_in)
            when = _WHEN.search(plain, match.end()) or _WHEN.search(plain)
            task.when = text[when.start() : when.end()] if when else ""
            return task
    return None


def _support(rest: str, verb_in: Callable[[str], int | None]) -> str:
    """Who supports, by what stands behind the leader: up to the verb of what is to be done."""
    plain = plain_of(rest)
    match = _SUPPORT_BEHIND.match(plain) or _SUPPORT_BEFORE.match(plain)
    if match is None:
        return ""
    found = rest[match.start("who") : match.end("who")]
    verb = verb_in(found)
    return found[: len(found) if verb is None else verb].strip(_EDGES)
