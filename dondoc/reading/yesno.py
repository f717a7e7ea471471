"""Figures answered by yes or no: "lịch trực: có", "đã được Chủ tịch ký duyệt", "chưa ban hành lịch trực"."""

# ruff: noqa: E501 — a pattern is read more easily whole, one line for each way of saying it
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.reading.figure_index import FigureIndex
from dondoc.reading.folded import Folded, clean, pattern_of, plain_of
from dondoc.reading.vocabulary import figures as words

_YES = re.compile(rf"^\W*(?:{pattern_of(words.YES)})(?![a-z0-9])")
_NO = re.compile(rf"^\W*(?:{pattern_of(words.NO)})(?![a-z0-9])")
_SPLIT = re.compile(r"(?:^|(?<= ))(?:da|co) (?:duoc |co )?")
_CLAUSE = re.compile(
    r"[;\n|!]|[.](?=\s|$)|,\s|\((?!co/khong)|(?<!/khong)\)|(?<![a-z0-9])(?:nhung|tuy nhien)(?![a-z0-9_])"
)
_NOT_YET = rf"(?:{pattern_of(words.NOT_YET)})"
_END = rf"(?=\s*(?:$|[^a-z0-9\s_]|(?:{pattern_of(words.AFTER_ACT)})(?![a-z0-9_])))"
_NEAR_VERB = r"(?:(?:\s+(?!da|chua|se|dang|khong)[a-z0-9_]+){0,6}\s+|\s+)"
MAX_OBJECT = 12
_ASKED = re.compile(r"^\s*(?:\([^)]*\)\s*)?:\s*[.…_]*\s*$")
_SOME_PLACES = re.compile(r"(?<![a-z0-9])(?:tai|o|cho|tren)\s+(?P<some>\d{1,5})\s*/\s*(?P<all>\d{1,5})\s+[a-z]")
_PUT_INTO = re.compile(
    r"(?<![a-z0-9])(?P<said>(?:da|chua|khong|se)(?:\s+(?:duoc|the))?)\s+dua\s+(?P<thing>(?!vao)[a-z0-9]+(?:\s+(?!vao)[a-z0-9]+){0,7})"
    rf"\s+vao\s+(?P<use>{pattern_of(words.USES)})(?![a-z0-9])"
)
"""Where the thing stands within its verb."""
_OPEN = re.compile(r"^[\s.…_·-]*$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A yes/no figure's name taken apart: the thing in question, and the verbs that say the same of it."""

    thing: str
    core: str
    verbs: str
    is_had: bool


def answer_in(value: str) -> bool | None:
    """What the value of a yes/no label says; None where it is neither."""
    plain = plain_of(value)
    if _NO.match(plain):
        return False
    return True if _YES.match(plain) and not re.match(rf"^\W*{_NOT_YET}(?![a-z0-9])", plain) else None


def is_open(value: str) -> bool:
    """Whether a label's value was left blank."""
    return _OPEN.match(value) is not None


def spoken_answers(text: Folded, index: FigureIndex) -> Iterator[tuple[str, bool | None]]:
    """What the text says of each yes/no figure by its thing and verb; None where it says both yes and no."""
    asked = [figure for figure in index.figures.values() if figure.kind == "yesno"]
    if not asked:
        return
    plain = _put_in_order(plain_of(text.text))
    clauses = [clause for clause in _CLAUSE.split(plain) if clause.strip() and "?" not in clause]
    for figure in asked:
        name = _taken_apart(_put_in_order(" ".join(plain_of(clean(figure.name)).split())))
        if name is None:
            continue
        found = {answer for clause in clauses if (answer := _said(name, clause, len(asked) == 1)) is not None}
        if found:
            yield figure.id, found.pop() if len(found) == 1 else None


def _put_in_order(plain: str) -> str:
    """ "đã đưa Sàn vào vận hành" said as "Sàn đã đưa vào vận hành"."""
    return _PUT_INTO.sub(r"\g<thing> \g<said> dua vao \g<use>", plain)


@lru_cache(maxsize=512)
def _taken_apart(name: str) -> _Named | None:
    """ "Phương án đã được phê duyệt", "Đã ban hành lịch trực", "Có đường dây nóng"."""
    match = _SPLIT.search(name)
    if match is None:
        return None
    subject, act = name[: match.start()].strip(), name[match.end() :].strip()
    group = _group_of(act)
    if group is None:
        thing = act if not subject else ""
        is_had = match.group().startswith("co ") and bool(thing)
        return _Named(thing, _core(thing), "co", is_had) if is_had else None
    verb, same, is_had = group
    thing = subject or act[len(verb) :].strip()
    return _Named(thing, _core(thing), "|".join(map(re.escape, same)), is_had and bool(thing))


def _group_of(act: str) -> tuple[str, tuple[str, ...], bool] | None:
    """The verb that an act begins with, the verbs that mean the same, and whether having the thing says as much."""
    for group in words.ACTS:
        plain = tuple(plain_of(verb) for verb in group if verb != "*")
        if re.match(rf"{re.escape(plain[0])}(?![a-z0-9])", act):
            return plain[0], tuple(sorted(plain, key=len, reverse=True)), group[0] == "*"
    first = re.match(r"[a-z]+(?: [a-z]+)?", act)
    return (first.group(), (first.group(),), False) if first else None


def _core(thing: str) -> str:
    """A pattern of the thing: its first words are enough, as long as they are two."""
    parts = thing.split()[:MAX_OBJECT]
    if len(parts) <= 2:
        return r"\s+".join(map(re.escape, parts))
    rest = "".join(rf"(?:\s+{re.escape(part)}" for part in parts[2:]) + ")?" * len(parts[2:])
    return rf"{re.escape(parts[0])}\s+{re.escape(parts[1])}{rest}"


def _said(name: _Named, clause: str, is_only: bool) -> bool | None:  # noqa: FBT001
    """Whether one clause asserts it, denies it, or speaks of something else."""
    if name.core:
        denied, said = _about_thing(name)
        if denied.search(clause):
            return False
        if (found := said.search(clause)) is not None:
            is_asked = _ASKED.match(clause[found.end() :]) is not None
            return None if is_asked or _is_not_yet(clause[: found.start()]) or _is_for_some(clause) else True
    return _act_alone(name, clause) if (is_only and not name.is_had) or (is_only and not name.core) else None


@lru_cache(maxsize=512)
def _about_thing(name: _Named) -> tuple[re.Pattern[str], re.Pattern[str]]:
    word = r"(?<![a-z0-9])"
    had = rf"|{word}{{}}\s*(?:duoc\s+)?(?:co\s+)?{name.core}(?![a-z0-9])" if name.is_had else ""
    verbs = name.verbs
    not_ = r"(?<![a-z0-9])(?:chua|khong|ko|k|hong)"
    denied = (
        rf"{word}{not_}(?:\s+(?:duoc|kip|co|the))*\s+(?:{verbs})(?:\s+[a-z]+){{0,2}}?\s+{name.core}(?![a-z0-9])"
        rf"|{word}{name.core}(?:\s+[a-z0-9]+){{0,4}}?\s*:?\s*{not_}(?:\s+(?:duoc|kip|co|the))*(?:\s+(?:{verbs}))?(?![a-z0-9])"
        + had.format(rf"{not_}(?:\s+co)?(?=\s)")
    )
    said = (
        rf"{word}(?:da|vua|moi|co)(?:\s+(?:duoc|dc|co|hoan thanh|tien hanh))*\s+(?:[a-z]+\s+){{0,5}}?(?:{verbs})(?:\s+(?!va\s)[a-z]+){{0,2}}?\s+{name.core}(?![a-z0-9])"
        rf"|{word}{name.core}(?:\s+(?!da\s|chua|khong|se|dang)[a-z0-9]+){{0,5}}?\s*:?\s*(?:da|duoc|dc)(?:\s+(?:duoc|dc|co|hoan thanh))*{_NEAR_VERB}(?:{verbs})(?![a-z0-9])"
        rf"|{word}{name.core}\s+(?:{verbs})(?=\s+(?:kem|tai|theo|ngay|so|tu)(?![a-z0-9]))"
        rf"|{word}{name.core}\s*:\s*(?:{verbs}){_END}|{word}{name.core}\s*:?\s+(?:da\s+)?(?:co|roi|xong|x)\s*(?=$|[^a-z0-9\s])"
        + had.format(r"(?<!khong )(?<!chua )(?:da co|co)(?=\s)")
    )
    return re.compile(denied), re.compile(said)


def _is_for_some(clause: str) -> bool:
    """ "đã bỏ bệnh án giấy tại 18/22 khoa": done in some places is neither yes nor no."""
    found = _SOME_PLACES.search(clause)
    return found is not None and int(found["some"]) < int(found["all"])


def _is_not_yet(before: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){_NOT_YET}(?![a-z0-9_])(?:\s+[a-z0-9_]+){{0,4}}\s*$", before) is not None


@lru_cache(maxsize=512)
def _act_pattern(verbs: str) -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:(?:nay|hien|phuong an|viec nay|noi dung nay)\s+)?(?P<said>da|chua|khong)(?P<by>\s+(?:duoc|dc)(?:\s+[a-z0-9]+){{0,7}}?)?\s+(?:{verbs}){_END}"
    )


def _act_alone(name: _Named, clause: str) -> bool | None:
    """ "Đã phê duyệt", "đã được Chủ tịch UBND xã ký duyệt": the verb alone, where nothing else is named."""
    found = _act_pattern(name.verbs).match(clause)
    if found is None:
        return None
    return found["said"] == "da"
