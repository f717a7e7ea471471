"""Numbers that stand for tasks without a word for task: only such as were asked, where little else can be meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dondoc.reading.claims import claims_in, has_claim, is_claim_at
from dondoc.reading.folded import Folded, words_regex
from dondoc.reading.mentions import Mention
from dondoc.reading.vocabulary import naming

_LIST = r"\d{1,3}(?:\s*(?:,|;|-|\+|va|&)\s*\d{1,3}){0,40}"
_BEHIND_STATUS = re.compile(rf"[:(]\s*(?P<numbers>{_LIST})\s*\)?\s*[.;]?\s*$")
_COUNTED = re.compile(r"(?<![\d/])0?(\d{1,3})(?:\s*/\s*\d{1,3})?\s+nhiem\s+vu(?![a-z_])")
_SET_AGAINST = re.compile(
    r"(?<=[\s,;])(?:con|rieng)\s+(?:cac\s+)?(?P<numbers>\d{1,3}(?:\s*(?:,|va|&)\s*\d{1,3})+)"
    r"\s+(?=(?:thi\s+|deu\s+)?(?:da|dang|chua)\s)"
)
_TERSE = re.compile(
    rf"(?:^|[,;:.]\s*|\bva\s+|\bcon\s+)\s*(?P<numbers>{_LIST})(?:\s*[:=-])?\s+(?:thi\s+|deu\s+)?(?=[a-z])"
)
_NONE = re.compile(r":\s*(?:khong(?:\s+co)?|ko(?:\s+co)?|k\s+co|0|-|none)(?:\s+nhiem\s+vu(?:\s+nao)?)?\s*\.?\s*$")
_FILLER = words_regex(naming.STATUS_FILLER)
MIN_TERSE = 2


def set_against(text: Folded, mentions: Sequence[Mention], asked: Collection[int]) -> list[Mention]:
    """ "NV5, NV6 đã xong, còn 8 và 14 đang làm": two numbers at least, all asked, and no other number about."""
    match = _SET_AGAINST.search(text.plain, mentions[-1].end) if mentions else None
    if match is None or any(char.isdigit() for char in text.plain[mentions[-1].end : match.start()]):
        return list(mentions)
    mention = _mention(match)
    return [*mentions, mention] if set(mention.tasks) <= set(asked) else list(mentions)


def behind_status(text: Folded, asked: Collection[int]) -> list[Mention]:
    """ "Đã hoàn thành: 1, 2, 5": numbers behind a status and nothing else."""
    match = _BEHIND_STATUS.search(text.plain)
    if match is None:
        return []
    mention = _mention(match)
    head = text.plain[: match.start()]
    counts = _COUNTED.findall(head)
    if not (is_bare_status(head) or ([*map(int, counts)] == [len(mention.tasks)] and has_claim(head))):
        return []
    return [mention] if set(mention.tasks) <= set(asked) else []


def terse(masked: str, asked: Collection[int]) -> list[Mention]:
    """ "1 xong, 2 xong, 5 đang làm": each number with its status right behind it, two such at least, all asked."""
    first = _TERSE.search(masked)
    if first is None or any(char.isdigit() for char in masked[: first.start("numbers")]):
        return []
    found = [_mention(match) for match in _TERSE.finditer(masked) if is_claim_at(masked, match.end())]
    tasks = [task for mention in found for task in mention.tasks]
    is_sure = len(found) >= MIN_TERSE and len(set(tasks)) == len(tasks) and set(tasks) <= set(asked)
    return found if is_sure else []


def is_empty_group(plain: str) -> bool:
    """ "C. Nhiệm vụ chưa thực hiện: không có": a heading for the tasks of a status that has none."""
    none = _NONE.search(plain)
    return none is not None and is_bare_status(plain[: none.start()])


def _mention(match: re.Match[str]) -> Mention:
    tasks = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", match["numbers"])))
    return Mention(tasks, *match.span("numbers"))


def is_bare_status(head: str) -> bool:
    """Whether there is a status and nothing else: "Số lớp đã hoàn thành" is a figure's name."""
    claims = claims_in(head)
    if len(claims) != 1 or claims[0].kind == "vague":
        return False
    return not _FILLER.sub(" ", f"{head[: claims[0].start]} {head[claims[0].end :]}").strip(" -+*•.:0123456789ivabcdx)")
