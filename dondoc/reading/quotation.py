"""The new text of a reply: what the writer typed, apart from what the mail program repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.reading.announcements import announcement, is_labelled, set_apart
from dondoc.reading.lines import Line, joined_text
from dondoc.reading.sent import SentText
from dondoc.reading.signature import banner_of, thanks_alone, trimmed

_LINK = re.compile(r"^[\s(<\[]*(?:https?://|mailto:|www\.)\S+[\s)>\]]*$", re.IGNORECASE)
_LINK_BEGUN = re.compile(r"[(<\[]\s*(?:https?://|www\.)\S*$", re.IGNORECASE)
_LINK_END = re.compile(r"^\s*[^\s()<>\[\]]+[)>\]]\W*$")
_DRAWN = re.compile(r"^[\s_-]{5,}$|^\s*={4,}\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines typed together; `before` are the quoted lines right above them, nearest last."""

    lines: tuple[Line, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewText:
    """What was typed (`blocks`), what was cut off (`aside`), and the first quoted mail's lines (`quoted`).

    `quoted` is empty where the comparison with what we sent has already told what was typed there.
    """

    blocks: tuple[Block, ...]
    aside: str
    quoted: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The new text alone."""
        return "\n\n".join(filter(None, (joined_text(block.lines) for block in self.blocks)))


def new_text(lines: Sequence[Line], sent: SentText) -> NewText:
    """Tell what is new in a mail's lines; `sent` is what we wrote to its sender before."""
    lines = set_apart(lines)
    marks = [announcement(lines, index) for index in range(len(lines))]
    is_new = _typed(lines, marks)
    _drop_our_lines(lines, is_new, sent)
    is_compared = _keep_typed_inside(lines, marks, is_new, sent)
    quoted = [] if is_compared else _first_quoted(lines, marks, is_new)
    return _assembled(lines, is_new, tuple(lines[index] for index in quoted))


def _typed(lines: Sequence[Line], marks: Sequence[int]) -> list[bool]:
    """For each line whether it was typed, by depth and announcements alone."""
    is_new = [
        line.depth == 0 and not line.is_signature and not _is_link_inside(lines, index)
        for index, line in enumerate(lines)
    ]
    index = 0
    while index < len(lines):
        count = marks[index]
        if not count:
            index += 1
            continue
        _strike(is_new, index, index + count)
        _strike_drawn(lines, is_new, index)
        if lines[index].depth == 0 and not _is_prefixed(lines, index, index + count):
            _strike(is_new, index, len(lines))
            break
        index += count
    return is_new


def _is_link_inside(lines: Sequence[Line], index: int) -> bool:
    """Whether a line between two quoted ones is but a link, or its end, that the program broke out of the quotation."""
    around = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    if len(around) < 2 or not all(line.depth for line in around):
        return False
    text = lines[index].text
    return _LINK.match(text) is not None or (_is_link_open(around[0].text) and _LINK_END.match(text) is not None)


def _is_link_open(text: str) -> bool:
    link = _LINK_BEGUN.search(text)
    return link is not None and not set(")>]") & set(link.group())


def _strike(flags: list[bool], start: int, end: int) -> None:
    flags[start:end] = [False] * (min(end, len(flags)) - start)


def _strike_drawn(lines: Sequence[Line], is_new: list[bool], index: int) -> None:
    """A line drawn above an announcement belongs to it."""
    above = index - 1
    while above >= 0 and (lines[above].is_blank or _DRAWN.match(lines[above].text)):
        is_new[above] = False
        above -= 1


def _is_prefixed(lines: Sequence[Line], head: int, index: int) -> bool:
    """Whether the quotation under a head carries quote marks, so that unmarked lines below it are typed.

    Outlook, whose heads begin with a label, marks nothing: marks further down are those of an older quotation.
    """
    filled = [line for line in lines[index : index + 12] if not line.is_blank]
    return any(line.depth for line in filled[: 1 if is_labelled(lines[head]) else 3])


def _drop_our_lines(lines: Sequence[Line], is_new: list[bool], sent: SentText) -> None:
    """Lines of our own mail that no pattern recognised: only whole runs of them, never one short line."""
    if not sent:
        return
    typed = [index for index in range(len(lines)) if is_new[index]]
    ours = dict(zip(typed, sent.are_ours([lines[index].text for index in typed]), strict=True))
    run: list[int] = []
    for index in [*range(len(lines)), -1]:
        if ours.get(index) or (run and index in ours and lines[index].is_blank):
            run.append(index)
            continue
        if sent.is_run([lines[i].text for i in run if not lines[i].is_blank]):
            for i in run:
                is_new[i] = False
        run = []


def _keep_typed_inside(lines: Sequence[Line], marks: Sequence[int], is_new: list[bool], sent: SentText) -> bool:
    """Lines that somebody typed into our quoted mail are new; whether that could be told by what we sent."""
    if not sent:
        return False
    filled = [index for index in _first_quoted(lines, marks, is_new) if not lines[index].is_blank]
    typed = sent.typed_inside([lines[index].text for index in filled])
    for at in typed or ():
        is_new[filled[at]] = True
    return typed is not None


def _first_quoted(lines: Sequence[Line], marks: Sequence[int], is_new: Sequence[bool]) -> list[int]:
    """The lines of the outermost quoted mail, announcements left out."""
    region: list[int] = []
    skip = 0
    for index, line in enumerate(lines):
        if marks[index]:
            begun = [
                lines[i].depth for i in region if not lines[i].is_blank
            ]  # Zimbra marks the head and the body apart
            if begun and (line.depth >= 1 or not any(begun)):
                break
            skip = index + marks[index]
        if not is_new[index] and index >= skip and line.depth <= 1 and (skip or line.depth):
            region.append(index)
    return region


def _assembled(lines: Sequence[Line], is_new: Sequence[bool], quoted: tuple[Line, ...]) -> NewText:
    blocks: list[Block] = []
    aside: list[str] = []
    current: list[Line] = []
    before: list[str] = []
    for line, is_typed in [*zip(lines, is_new, strict=True), (Line(""), False)]:
        if is_typed:
            current.append(line)
            continue
        if any(not kept.is_blank for kept in current):
            _close(blocks, aside, current, before)
            before = []
        current = []
        before.append(line.text)
    if not blocks:
        thanks = thanks_alone([line for line, is_typed in zip(lines, is_new, strict=True) if is_typed])
        blocks = [Block(tuple(thanks))] if thanks else []
    aside.extend(line.text for line, is_typed in zip(lines, is_new, strict=True) if not is_typed)
    return NewText(tuple(blocks), "\n".join(aside).strip("\n"), quoted)


def _close(blocks: list[Block], aside: list[str], typed: Iterable[Line], before: Sequence[str]) -> None:
    lines = list(typed)
    banner = 0 if blocks or any(text.strip() for text in before) else banner_of(lines)
    aside.extend(line.text for line in lines[:banner])
    kept, cut = trimmed(lines[banner:])
    aside.extend(line.text for line in cut)
    if any(not line.is_blank for line in kept):
        blocks.append(Block(tuple(kept), tuple(before[-14:])))
