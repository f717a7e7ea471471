"""What a mail as a whole may be, other than the agency's answer: a draft not meant to be sent, about another plan."""

from __future__ import annotations

import re

from dondoc.messages import Message, say
from dondoc.plan.model import Plan
from dondoc.reading.claims import has_claim
from dondoc.reading.folded import clean, folded, pattern_of, plain_of
from dondoc.reading.mentions import mentions_in
from dondoc.reading.outcome import short
from dondoc.reading.vocabulary import doubts

_DRAFT = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(doubts.DRAFTS)})(?![a-z0-9_])")
_NUMBER = re.compile(r"(?P<digits>\d{1,5})\s*/\s*(?P<kind>[a-z][a-z0-9-]{1,20})")
_ABOUT = re.compile(
    r"(?:^|[\n.;:(]\s*|(?<![a-z0-9])bao cao\s+(?:\w+\s+){0,3}?)(?:ve|thuc hien|trien khai)\s+"
    r"(?:\w+\s+){0,2}?(?:ke hoach|chuong trinh|de an)"
    r"(?:\s+\w+){0,8}?\s+(?:so\s+)?(?P<number>\d{1,5}\s*/\s*[a-z][a-z0-9-]{1,20})(?P<whose>.{0,60})"
)
_OWN = re.compile(r"\s*(?:ngay\s+[\d/.-]+\s+)?cua\s+(?!ubnd tinh|uy ban nhan dan tinh|tinh)")


def doubt_of_all(text: str, plan: Plan) -> Message | None:
    """Why a person must look before anything of the mail is recorded; None where it is what it seems."""
    lines = [folded(line) for line in clean(text).splitlines()]
    for line in lines:
        if _DRAFT.search(line.plain) and not mentions_in(line) and not has_claim(line.plain):
            return say("the reply seems to be a draft not meant to be sent: “{words}”", words=short(line.text))
    other = _other_plan(plain_of(clean(text)), plan)
    return say("the reply speaks of another plan: {number}", number=other.upper()) if other else None


def _other_plan(plain: str, plan: Plan) -> str:
    """The number of another plan of the same kind that the mail is about, where it does not name this one."""
    own = _NUMBER.match(plain_of(plan.number or ""))
    if own is None:
        return ""
    named = {(found["digits"].lstrip("0"), found["kind"]) for found in _NUMBER.finditer(plain)}
    if (own["digits"].lstrip("0"), own["kind"]) in named:
        return ""
    for match in _ABOUT.finditer(plain):
        number = _NUMBER.match(match["number"])
        if number is not None and number["kind"] == own["kind"] and not _OWN.match(match["whose"]):
            return match["number"]
    return ""
