"""Where a text names tasks: NV3, nhiệm vụ số 03, "NV1, 2 và 6", "từ NV1 đến NV4", "3)", or by the task's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dondoc.reading.claims import first_claim
from dondoc.reading.folded import Folded, pattern_of
from dondoc.reading.index import PlanIndex
from dondoc.reading.vocabulary import naming

MAX_RANGE = 200
_TASK = rf"(?:{pattern_of(naming.TASK_WORDS)}|nhiem\s*vu|nv)"
_NUMBER = r"0*(?P<number>\d{1,3})(?![\d%]|\s*%|[./]\d|,\d+\s*%|(?:st|nd|rd|th)\b)"
_FROM = r"tu(?=\s+\d{1,3}\s*(?:-|den|toi)\s*\d)"
_MENTION = re.compile(
    rf"(?<![a-z0-9])(?:(?:cac|nhung)\s+)?(?<!so )(?<!tong ){_TASK}"
    rf"(?:[-_]|\s*[.(]?\s*(?:so\s*:?|(?P<ordinal>thu)|{_FROM})?\s*[.#]?\s*){_NUMBER}"
)
_MAY_NAME = re.compile(r"\d|thu\s")
_ORDINAL = re.compile(rf"(?<![a-z0-9]){_TASK}\s+({pattern_of(naming.ORDINALS)})(?![a-z0-9_])")
_NEXT_ORDINAL = re.compile(
    rf"\s*(?:,|;|&|,?\s*(?:{pattern_of(naming.LIST_JOINERS)}))\s*({pattern_of(naming.ORDINALS)})(?![a-z0-9_])"
)
_ORDINALS = tuple((re.compile(pattern_of((word,))), value) for word, value in naming.ORDINALS.items())
_END_OF_LIST = (
    rf"(?=\s*(?:$|[,;:.)(\]\-+&/|=]|\n|(?:{pattern_of(naming.LIST_JOINERS)}|den|toi|deu|da|dang"
    r"|chua|khong|se|hoan|xong|thi|dat|la|c[o_] ban|con"
    r"|rieng|dong thoi|ht|done|in progress|not|completed|is|are|has|have|were|was|nay|tren|duoc|do|vi|tuy"
    r"|nhung|to|cua|ca"
    r"|a|co|giong|tuon[g_]|ben|chung|toi|minh|hien|van|don v[i_]|co quan|em\s+(?:da|dang|lam|chua))(?![a-z0-9_])))"
)
_JOIN = (
    r"\s*(?:,|\+|&|;(?=\s*nv|\s*\d{1,3}\s*[;:])"
    rf"|,?\s*(?:{pattern_of(naming.LIST_JOINERS)})(?![a-z0-9_]))\s*(?:ca\s+)?"
)
_RANGE = rf"\s*(?:-+>?|=>|→|~|(?:{pattern_of(naming.RANGE_JOINERS)})(?![a-z0-9_]))\s*(?:het\s+)?"
_NEXT = re.compile(
    rf"(?P<range>{_RANGE})?(?:(?(range)|(?:{_JOIN}"
    rf"|/(?=\s*nv))))(?:(?P<word>{_TASK})\s*\.?\s*(?:so\s*)?0*(?P<named>\d{{1,3}})(?![\d%]|[./]\d)"
    rf"|(?:so\s+)?0*(?P<bare>\d{{1,3}})(?![\d%]|\s*%|[./]\d|,\d+\s*%){_END_OF_LIST})"
)
_BRACKETED = r"\s*\(\s*(?:dat\s+|khoang\s+)?\d{1,3}(?:[.,]\d+)?\s*%\s*\)"
_NEXT_WITH_SHARE = re.compile(rf"{_BRACKETED}\s*(?:,|;|va)\s*0*(?P<number>\d{{1,3}})(?={_BRACKETED})")
_NUMBER_BEHIND = re.compile(rf"[^.;:,()]{{0,40}}\(\s*{_TASK}\s*\d")
_CHAIN = re.compile(r"(?:-\d{1,3}){2,}(?![\d/.%])")
_LEADING = re.compile(
    r"^\s*[-+*•·●○▪]?\s*[(\[]?(?P<first>\d{1,3}(?:\s*(?:,|\+|&|va|-|den)\s*\d{1,3})*)\s*(?:[.)\]:](?!\d)|/(?!\s*\d)"
    r"|-(?=\s*[^\d\s])|(?=\s+(?:da|dang|chua|khong|hoan|xong|ht)\b))"
)
_LEADING_WORD = re.compile(
    rf"^\s*[-+*•·●○▪]?\s*(?:{pattern_of(naming.TASK_WORDS_AT_START)})\s*(?:so\s*)?0*(\d{{1,3}})\s*(?:[:.)]|-\s"
    rf"|(?=\s+(?:da|dang|chua|khong|hoan|xong)\b))(?!\d)"
)  # fmt: skip
_HEAD_NOISE = re.compile(
    r"^\s*(?:[-+*•·●○▪►]\s*|[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4})\s*[.)/:]\s*)*(?:(?:ve|doi voi|rieng|con|cap nhat"
    r"|nhiem vu|noi dun[g_]|viec|cong tac|hoat dong)\s*:?\s+)*"
)
_HEAD_END = re.compile(r":(?!\d)|\s[-=>]+\s|\||\n|\sthi\s")
_COUNT = re.compile(r"\d$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tasks named together from `start` to `end`; `is_list_number` when it may be no more than a running number.

    `is_range` when only the ends were written: then only tasks that were asked are meant. `is_ordinal` for "thứ hai",
    which may be a place in a list; `doubt` holds the tasks that such a place may mean, where `tasks` cannot tell.
    """

    tasks: tuple[int, ...]
    start: int
    end: int
    is_list_number: bool = False
    is_range: bool = False
    is_by_name: bool = False
    is_ordinal: bool = False
    doubt: tuple[int, ...] = ()


def mentions_in(text: Folded) -> list[Mention]:
    """Tasks named by number after a word for task, lists and ranges taken together."""
    if _MAY_NAME.search(text.plain) is None:
        return []
    found: list[Mention] = []
    position = 0
    while match := _MENTION.search(text.plain, position):
        mention = _with_list(text.plain, match)
        found.append(mention)
        position = mention.end
    found = [piece for mention in found for piece in _with_shares(text.plain, mention)]
    for match in _ORDINAL.finditer(text.plain):
        if _NUMBER_BEHIND.match(text.plain, match.end()) is None:
            found.append(_with_ordinals(text.plain, match))
    return sorted(found, key=lambda mention: mention.start)


def _with_shares(plain: str, mention: Mention) -> Iterator[Mention]:
    """ "NV4 (60%), 12 (25%)": numbers that each bring their percentage, as the first one does."""
    yield mention
    end = mention.end
    while following := _NEXT_WITH_SHARE.match(plain, end):
        end = following.end()
        yield Mention((int(following["number"]),), following.start("number"), end)


def _with_ordinals(plain: str, match: re.Match[str]) -> Mention:
    """ "nhiệm vụ thứ nhất, thứ hai và thứ ba": the word for task stands before the first alone."""
    found = [match]
    while following := _NEXT_ORDINAL.match(plain, found[-1].end()):
        found.append(following)
    words = [ordinal.group(1) for ordinal in found]
    tasks = [value for word in words for pattern, value in _ORDINALS if pattern.fullmatch(word)]
    return Mention(tuple(dict.fromkeys(tasks)), match.start(), found[-1].end(), is_ordinal=True)


def _with_list(plain: str, match: re.Match[str]) -> Mention:
    tasks = [int(match["number"])]
    end = match.end()
    is_range = False
    if chain := _CHAIN.match(plain, end):
        tasks.extend(int(number) for number in chain.group()[1:].split("-"))
        end = chain.end()
    while following := _NEXT.match(plain, end):
        number = int(following["named"] or following["bare"])
        if following["range"]:
            if not tasks[-1] < number <= tasks[-1] + MAX_RANGE:
                break
            tasks.extend(range(tasks[-1] + 1, number + 1))
            is_range = True
        else:
            tasks.append(number)
        end = following.end()
    is_ordinal = match["ordinal"] is not None
    return Mention(tuple(dict.fromkeys(tasks)), match.start(), end, is_range=is_range, is_ordinal=is_ordinal)


def leading_number(text: Folded) -> Mention | None:
    """A number at the head of a line, which may be a task's number or the line's own."""
    word = _LEADING_WORD.match(text.plain)
    if word is not None:
        return Mention((int(word.group(1)),), word.start(), word.end(), is_list_number=True)
    match = _LEADING.match(text.plain)
    if match is None:
        return None
    parts = re.split(r"(\D+)", match["first"])
    tasks = [int(parts[0])]
    for joiner, digits in zip(parts[1::2], parts[2::2], strict=True):
        number = int(digits)
        is_range = "-" in joiner or "den" in joiner
        tasks.extend(range(tasks[-1] + 1, min(number, tasks[-1] + MAX_RANGE) + 1) if is_range else [number])
    return Mention(
        tuple(dict.fromkeys(tasks)), match.start(), match.end(), is_list_number=True, is_range=len(parts) > 1
    )


def named_at_head(text: Folded, index: PlanIndex, asked: Collection[int]) -> Mention | None:
    """A task named by its own words at the head of a line or sentence."""
    noise = _HEAD_NOISE.match(text.plain)
    start = noise.end() if noise else 0
    masked = index.masked(text.text, text.plain)
    for end in _head_ends(masked, start):
        number = index.named(text.text[start:end], asked)
        if number is not None:
            return Mention((number,), start, end, is_by_name=True)
    return None


def _head_ends(masked: str, start: int) -> list[int]:
    colon = _HEAD_END.search(masked, start)
    claim = start + first_claim(masked[start:])
    comma = masked.find(",", start)
    last = colon.start() if colon else len(masked)
    ends = [end for end in (last, claim, comma) if start < end <= last]
    return sorted(set(ends), key=lambda end: (end > claim, -end))  # a name does not reach over its status
