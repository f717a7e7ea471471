"""What a mail says of somebody else's work or document: another agency as the subject, "NV3 của Nghị quyết 05"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dondoc.plan.model import Agency, Plan
from dondoc.reading.folded import clean, pattern_of, plain_of
from dondoc.reading.index import Same
from dondoc.reading.vocabulary import doubts

MIN_WORDS = 2
_STATUS = (
    r"(?:(?:cung|deu|hien|nay|thi|bao|moi|vua)\s+)*(?:da|dang|chua|hoan thanh|xong|\w+\s+xong|cho biet|thong bao"
    r"|bao cao|bao|xac nhan|noi)(?![a-z0-9_])"
)
_BEFORE = r"(?:^\s*|[,;:.(\n]\s*|(?<![a-z0-9])(?:ben|phia|thi|hien|hien nay|den nay)\s+)(?:ben\s+|phia\s+)?"
_TASK = r"(?:nhiem\s+vu|nv)\s*(?:so\s*)?\d{1,3}"
_DOCUMENT = rf"(?:{pattern_of(doubts.DOCUMENTS)})\s+(?:so\s+)?(?P<number>\d{{1,5}})"
_OFFICE = re.compile(r"^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+", re.IGNORECASE)
_LEVEL = re.compile(r"\s+tỉnh$", re.IGNORECASE)
_OF_A_DOCUMENT = re.compile(rf"(?<![a-z0-9]){_TASK}\s*,?\s*(?:cua|thuoc|trong|tai)\s+{_DOCUMENT}")
_IN_A_DOCUMENT = re.compile(rf"(?<![a-z0-9])(?:trong|thuoc|cua)\s+{_DOCUMENT}[^,;:.]{{0,40}},\s*{_TASK}")
_EITHER = re.compile(rf"(?<![a-z0-9]){_TASK}\s+(?:hay|hoac|or)\s+(?:la\s+)?(?:{_TASK}|\d{{1,3}}(?!\d|\s*%))")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The names of the other agencies of a plan, and the number of the plan itself."""

    others: re.Pattern[str] | None = None
    number: str = ""

    def is_in(self, plain: str) -> bool:
        """Whether a sentence tells of another agency's work or another document's task, or leaves open which task."""
        if self.others is not None and self.others.search(plain):
            return True
        found = (*_OF_A_DOCUMENT.finditer(plain), *_IN_A_DOCUMENT.finditer(plain))
        return any(match["number"].lstrip("0") != self.number for match in found) or _EITHER.search(plain) is not None


def elsewhere_of(plan: Plan, agency: str) -> Elsewhere:
    """What is somebody else's for one agency of the plan; made once for each."""
    return _elsewhere(Same(plan), agency)


@lru_cache(maxsize=4096)
def _elsewhere(same: Same, agency: str) -> Elsewhere:
    plan = same.plan
    digits = re.match(r"\d+", plan.number or "")
    own = plan.agencies.get(agency)
    names = _others(plan, own) if own else []
    others = re.compile(rf"{_BEFORE}(?:{pattern_of(names)})\s+{_STATUS}") if names else None
    return Elsewhere(others, digits.group().lstrip("0") if digits else "")


def _others(plan: Plan, own: Agency) -> list[str]:
    """Names of other agencies that cannot be meant for `own` or what it was before."""
    before = {agency.id for agency in plan.agencies.values() if own.id in agency.successor}
    mine = [plain_of(clean(name)) for name in _names(own)]
    found = [name for agency in plan.agencies.values() if agency.id not in {own.id, *before} for name in _names(agency)]
    return [
        name
        for name in found
        if len(name.split()) >= MIN_WORDS and not any(plain_of(clean(name)) in one for one in mine)
    ]


def _names(agency: Agency) -> list[str]:
    """As in the plan, and as people shorten them: "xã Kim Đôi", "Hội Nông dân"."""
    names = [agency.name, *([agency.short] if agency.short else [])]
    shortened = [_OFFICE.sub("", _LEVEL.sub("", name)) for name in names]
    return list(dict.fromkeys((*names, *shortened)))


NOWHERE = Elsewhere()
"""Where nothing is known of others."""
