"""A task as the document words it, before anybody is recognised in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.reading.folded import plain_of

_LABEL = re.compile(
    r"(?P<lead>(?:co quan |don vi )?(?:chu tri|thuc hien)(?: thuc hien)?)\s*:"
    r"|(?P<support>(?:co quan |don vi )?(?:phoi hop)(?: thuc hien)?(?: voi)?)\s*:"
    r"|(?P<when>(?:thoi gian|thoi han|tien do)(?: thuc hien| hoan thanh)?)\s*:"
    r"|(?P<product>(?:san pham|ket qua)(?: du kien| dau ra)?)\s*:"
)
_LEADS_WITH = re.compile(
    r"(?P<lead>[^;(]+?),?\s+(?:(?:la co quan |lam )?chu tri,?\s*(?:va\s+)?)?"
    r"phoi hop (?:chat che )?(?:voi|cung)(?: voi)?\s+"
)
_ROLE_MARK = re.compile(r"\(\s*(?:dong )?(?:co quan |don vi )?(?:chu tri|phoi hop)\s*\)")
_EDGES = " \t\n;.,-+*•()"


@dataclass(slots=True)
class RawTask:
    """One task: its mark in the document, its texts exactly as written, the heading it stands under, what is unsure."""

    mark: str = ""
    content: str = ""
    lead: str = ""
    support: str = ""
    when: str = ""
    product: str = ""
    section: tuple[str, ...] = ()
    doubts: list[str] = field(default_factory=list)


def roles_in(text: str) -> tuple[str, str]:
    """Who leads and who supports, by the words of one cell: "A chủ trì, phối hợp với B" or "A (chủ trì); B".

    Whoever follows the last leader in brackets supports; whoever is only said to support still leads if nobody does.
    """
    plain = plain_of(text)
    if found := _LEADS_WITH.match(plain):
        return text[: found.end("lead")].strip(_EDGES), text[found.end() :].strip(_EDGES)
    marks = list(_ROLE_MARK.finditer(plain))
    if not marks:
        return text, ""
    parts: dict[str, list[str]] = {"lead": [], "support": []}
    for mark, start in zip(marks, [0, *(each.end() for each in marks)], strict=False):
        parts["lead" if "chu tri" in mark.group() else "support"].append(text[start : mark.start()].strip(_EDGES))
    parts["support"].append(text[marks[-1].end() :].strip(_EDGES))
    lead, support = ("; ".join(filter(None, parts[role])) for role in ("lead", "support"))
    return (lead, support) if lead else (support, "")


def labelled_parts(text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first label such as "Chủ trì:", and the text after each label."""
    found = list(_LABEL.finditer(plain_of(text)))
    if not found:
        return text, {}
    parts: dict[str, str] = {}
    for match, end in zip(found, [*[each.start() for each in found[1:]], len(text)], strict=True):
        kind = match.lastgroup or "lead"
        value = text[match.end() : end].strip(_EDGES)
        parts[kind] = f"{parts[kind]}; {value}" if parts.get(kind) else value
    return text[: found[0].start()].rstrip(" \t\n;,-+*•("), parts
