"""Tasks named by their place in the list that the writer saw: "nhiệm vụ đầu tiên", "hai nhiệm vụ cuối"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from dondoc.reading.folded import MASK, Folded, folded, pattern_of, plain_of
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line, lines_of_text, unwrapped
from dondoc.reading.mentions import Mention, leading_number, mentions_in, named_at_head
from dondoc.reading.vocabulary import naming
from dondoc.reading.vocabulary.figures import NUMBER_WORDS

Orders = tuple[tuple[int, ...], ...]
"""The tasks as the writer may have seen them listed: one order, or several where later mails listed fewer."""
_TASK = rf"(?:{pattern_of(naming.TASK_WORDS)})"
_COUNT = rf"(?:0?\d{{1,2}}|{pattern_of(NUMBER_WORDS)})"
_PLACE = re.compile(
    rf"(?<![a-z0-9])(?:(?P<count>{_COUNT})\s+)?{_TASK}\s+"
    rf"(?:(?P<first>{pattern_of(naming.FIRST_PLACES)})|(?P<last>{pattern_of(naming.LAST_PLACES)}))"
    rf"(?![a-z0-9_])(?!\s+(?:{pattern_of(naming.NO_PLACE_BEFORE)})(?![a-z]))"
)
_PLACE_WORDS = frozenset(plain_of(place).split()[0] for place in (*naming.FIRST_PLACES, *naming.LAST_PLACES))
_COUNTS = {plain_of(word): value for word, value in NUMBER_WORDS.items()}
_ANY = re.compile(rf"{_PLACE.pattern}|{_TASK}\s+(?:{pattern_of(naming.ORDINALS)}|thu\s+\d)")
NEAR_HEAD = 12


def orders_of(
    typed: str, quoted: Sequence[Line], sent_texts: Sequence[str], index: PlanIndex, asked: Sequence[int]
) -> Orders:
    """The orders in which the writer may have seen the tasks: in the mail quoted, else in those that we sent."""
    plain = plain_of(typed)
    is_named = (_may_name_place(plain) or "thu " in plain) and _ANY.search(plain) is not None
    return (listed_in(quoted, sent_texts, index, asked) if is_named else ()) or (tuple(sorted(asked)),)


def listed_in(quoted: Sequence[Line], sent_texts: Sequence[str], index: PlanIndex, asked: Collection[int]) -> Orders:
    """The tasks that the mail quoted lists, else every different list in those that we sent."""
    order = tuple(_listed(quoted, index, asked))
    mails = () if order else (_listed(lines_of_text(text), index, asked) for text in sent_texts)
    return (order,) if order else tuple(dict.fromkeys(tuple(listed) for listed in mails if listed))


def _listed(lines: Iterable[Line], index: PlanIndex, asked: Collection[int]) -> dict[int, None]:
    """The tasks whose number or title stands at the head of a line, in order."""
    return dict.fromkeys(
        task
        for line in unwrapped(list(lines))
        if not line.is_blank
        for text in line.cells or (line.text,)
        if (task := _listed_in(folded(text), index, asked)) is not None
    )


def _listed_in(text: Folded, index: PlanIndex, asked: Collection[int]) -> int | None:
    masked = index.masked(text.text, text.plain)
    if MASK not in masked:
        return None
    named = named_at_head(text, index, asked)
    if named is not None:
        return named.tasks[0]
    heads = [mention for mention in mentions_in(text) if mention.start < NEAR_HEAD]
    number = heads[0] if heads else leading_number(text)
    return number.tasks[0] if number is not None and number.tasks[0] in asked else None


def with_places(text: Folded, mentions: Sequence[Mention], orders: Orders) -> list[Mention]:
    """The mentions of a text with those by place, each with the tasks that it surely means, or with `doubt`."""
    if not any(mention.is_ordinal for mention in mentions) and not _may_name_place(text.plain):
        return list(mentions)
    told = [_settled(mention, orders) if mention.is_ordinal else mention for mention in mentions]
    taken = [(mention.start, mention.end) for mention in told]
    placed = (
        mention
        for mention in _by_place(text.plain, orders)
        if all(mention.end <= start or end <= mention.start for start, end in taken)
    )
    return sorted([*told, *placed], key=lambda mention: mention.start)


def _may_name_place(plain: str) -> bool:
    for word in _PLACE_WORDS:  # noqa: SIM110 — asked of every sentence: a generator costs as much as the search
        if word in plain:
            return True
    return False


def _settled(mention: Mention, orders: Orders) -> Mention:
    """ "nhiệm vụ thứ hai": NV2, where it is the second of the list too or there is no second; else nobody can tell."""
    meant = [_meant(number, orders) for number in mention.tasks]
    if all(len(tasks) == 1 for tasks in meant):
        return replace(mention, tasks=tuple(dict.fromkeys(task for tasks in meant for task in tasks)))
    return replace(mention, tasks=(), doubt=tuple(sorted(set().union(*meant))))


def _meant(number: int, orders: Orders) -> set[int]:
    return {number, *(order[number - 1] for order in orders if number <= len(order))}


def _by_place(plain: str, orders: Orders) -> Iterator[Mention]:
    for match in _PLACE.finditer(plain):
        count = _count(match["count"])
        found = {(order[:count] if match["first"] else order[-count:]) for order in orders if count <= len(order)}
        tasks = found.pop() if len(found) == 1 else ()
        doubt = () if tasks else tuple(sorted({task for order in found for task in order}))
        yield Mention(tasks, match.start(), match.end(), doubt=doubt)


def _count(written: str | None) -> int:
    if written is None:
        return 1
    return int(written) if written.isdigit() else _COUNTS[written]
