"""What a task's own verb says of it: "đang lắp đặt", "chưa nạo vét", "đã ban hành Kế hoạch số 12"."""

from __future__ import annotations

import re
from dataclasses import replace

from dondoc.reading.claims import Claim
from dondoc.reading.folded import MASK, pattern_of, spoken_pattern, words_regex
from dondoc.reading.vocabulary import doubts, status

_ACT = rf"([a-z_]+(?:\s+[a-z_]+)?|{MASK}+)"
_DOING = re.compile(rf"(?<![a-z0-9])(?:dang|dag|dg)\s+{_ACT}")
_NOT_DOING = re.compile(rf"(?:{pattern_of(status.NOT_DOING)})(?![a-z0-9_])")
_RESOURCES = words_regex(status.RESOURCES)
_SUBJECT = re.compile(
    rf"^[\W_]*(?:(?:{pattern_of(status.NOWADAYS)})[\s,:]+)*"
    rf"(?:(?:{pattern_of(status.DOERS)})(?:\s+[a-z0-9_]+){{0,6}}?\s+)?(?:(?:{pattern_of(status.NOWADAYS)})[\s,:]+)*$"
)
_ELSE_AFTER = re.compile(r"(?<![a-z0-9])(?<!thiet )(?:da|bi|chua|deu|se)(?![a-z0-9_])")
_UNDONE = re.compile(rf"(?<![a-z0-9])(?:chua|ch)\s+(?:(?:duoc|the|kip|he)\s+)?{_ACT}(?P<rest>[^,.;]*)")
_UNDONE_END = re.compile(
    r"\s*(?:$|(?:duoc|gi|a|nhe|do|vi|vi_|nao|lop nao|cuoc nao|de|dau|roi|em|chi|anh)(?![a-z0-9_]))"
)
_NONE_OF = re.compile(
    r"(?<![a-z0-9])(?:chua|ch)\s+(?:co|mo|to chuc|lam)\s+(?:duoc\s+)?[a-z]+(?:\s+[a-z]+)?\s+nao(?!\s+\w)"
)
_WELL = re.compile(
    rf"(?<![a-z0-9])da\s+(?:duoc\s+)?([a-z]+(?:\s+[a-z]+)?)\s+(?:{pattern_of(status.DONE_WELL)})(?![a-z0-9_])"
)
_ONE_SHOT = words_regex(status.ONE_SHOT)
_PAPER = words_regex(status.PAPERS)
_OTHER_PAPER = re.compile(rf"\s+(?:cac\s+)?({pattern_of(status.OTHER_PAPERS)})(?![a-z0-9_])")
_AGREED = re.compile(
    rf"(?<![a-z0-9])da\s+(?:duoc\s+)?(?:\w+\s+){{0,8}}?(?:{spoken_pattern(status.PAPERS_AGREED)})(?![a-z0-9_])"
)
_OF_A_PART = re.compile(
    r"(?<![a-z])(?:du toan|kinh phi|chu truong|de cuong|ho so|thiet ke|goi thau|du thao|mot so|nhieu"
    r"|cac xa|cac don vi)(?![a-z_])|\d\s*/\s*\d"
)
_CIRCUMSTANCE = re.compile(
    r"\s+(?:quyet dinh|ke hoach|van ban|theo|tai|bang|ngay|tu|xong|vao|nam|thang|trong|day du|roi|a"
    r"|so|va|o|cho)(?![a-z_])"
)
_HEAD_WORDS = 8
_STEP = re.compile(rf"(?<![a-z0-9])(?:da|vua|moi)\s+(?:{pattern_of(status.STEPS_TAKEN)})(?![a-z0-9_])")
_ASIDE = re.compile(
    rf"(?<![a-z0-9])(?:{pattern_of((*status.RESOURCES, *status.NO_STEPS, *doubts.OTHER_TIME))}"
    r"|xin(?!\s+y\s+kien))(?![a-z0-9_])"
)
_BY_OTHERS = r"(?:\s+(?!chua|khong|da|va|nhung)[a-z_&]+){0,5}?"
_AWAITED = rf"(?:{pattern_of(status.STEPS_AWAITED)})(?![a-z0-9_])"
_WAITING = re.compile(
    rf"(?<![a-z0-9])(?:(?:{pattern_of(status.WAITING)}){_BY_OTHERS}|chua(?:\s+(?:duoc|co))*)\s+{_AWAITED}(?P<rest>[^,.;]*)"
)


def acts_in(plain: str) -> list[Claim]:
    """What a clause without any status word says by a verb of its own."""
    return [*_doing(plain), *_undone(plain), *_well_done(plain)]


def is_on_its_way(plain: str) -> bool:
    """ "đã trình UBND tỉnh, đang chờ phê duyệt": a step was taken and the next is awaited, and none of it for money."""
    step = _STEP.search(plain)
    awaited = _WAITING.search(plain, step.end()) if step else None
    return awaited is not None and _ASIDE.search(plain) is None


def _doing(plain: str) -> list[Claim]:
    """ "đang lắp đặt …" says that it is under way, where it is what the clause says; "đang chờ …" does not."""
    return [
        Claim(
            "progress",
            match.start(),
            match.end(),
            is_explicit=_SUBJECT.match(plain[: match.start()]) is not None
            and _ELSE_AFTER.search(plain[match.end() :]) is None,
            act=match.group(1),
        )
        for match in _DOING.finditer(plain)
        if not _NOT_DOING.match(match.group(1)) and not _RESOURCES.search(plain[match.end(1) - len(match.group(1)) :])
    ]


def _undone(plain: str) -> list[Claim]:
    """ "chưa nạo vét" is not started where the task's title speaks of it; "chưa mở lớp nào" in any case."""
    none = _NONE_OF.search(plain)
    if none is not None:
        return [Claim("not_started", none.start(), none.end())]
    return [
        Claim("not_started", match.start(), match.end(1), is_explicit=False, act=match.group(1))
        for match in _UNDONE.finditer(plain)
        if _UNDONE_END.match(match["rest"]) and not _ONE_SHOT.match(match.group(1))
    ]


def _well_done(plain: str) -> list[Claim]:
    """ "đã tổ chức thành công …" answers a task whose title asks for that."""
    return [
        Claim("done", match.start(), match.end(), is_explicit=False, act=match.group(1))
        for match in _WELL.finditer(plain)
    ]


def of_the_task(claim: Claim, plain: str, title: str) -> Claim:
    """The claim as one about the whole task where its verb is the title's own.

    "đang kiểm tra …" with a number before it may be about those counted only.
    """
    if not claim.act:
        return claim
    is_own = claim.act[0] == MASK or _stands_in(claim.act, title)
    if is_own and claim.kind == "progress":
        is_own = not any(char.isdigit() for char in plain[: plain.find(f"dang {claim.act}")])
    if claim.kind == "done":
        return replace(claim, is_counted=claim.is_counted or _opens(claim.act, title))
    return replace(claim, is_explicit=True) if is_own else claim


def _opens(act: str, title: str) -> bool:
    """Whether the title asks for just this: "ban hành phương án" in "Xây dựng, ban hành phương án …"."""
    pattern = re.compile(rf"\s*{act.replace('_', '.')}(?![a-z,])")
    return any(pattern.match(part) for part in title.split(",")[:2])


def _stands_in(act: str, title: str) -> bool:
    """Whether the title has these words; a spoilt letter of the text stands for any."""
    return re.search(rf"(?<![a-z]){act.replace('_', '.')}(?![a-z_])", title) is not None


def is_the_act_itself(plain: str, title: str) -> bool:
    """Whether the one-time act or the paper that the title asks for is said to be done or agreed, and not in part."""
    head = " ".join(title.split()[:_HEAD_WORDS])
    for act in _ONE_SHOT.finditer(head):
        done = re.search(rf"(?<![a-z0-9])da\s+(?:duoc\s+)?(?:ky\s+)?{act.group()}(?![a-z0-9_])", plain)
        if done is not None and _is_of_title(plain, done, title):
            return True
    agreed = _AGREED.search(plain) if _PAPER.search(head) else None
    return agreed is not None and _is_of_title(plain, agreed, title)


def _is_of_title(plain: str, act: re.Match[str], title: str) -> bool:
    """Whether the act was done to what the title asks for, not to its draft, its money, or at some places only."""
    before, after = plain[: act.start()].rpartition("\n")[2], plain[act.end() :]
    if _OF_A_PART.search(before):
        return False
    other = _OTHER_PAPER.match(after)
    if other is not None and other.group(1) not in title:
        return False
    following = re.match(r"\s+([a-z]+)", after)
    return following is None or _CIRCUMSTANCE.match(after) is not None or following.group(1) in title.split()
