"""The new text of a reply: what the writer typed, apart from what the mail program repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.reading.folded import plain_of
from dondoc.reading.lines import Line, joined_text
from dondoc.reading.sent import SentText
from dondoc.reading.signature import trimmed

MAX_ANNOUNCEMENT = 400
_ATTRIBUTION = re.compile(
    r"^[\s\-*>]*(?:(?:vao|ngay|luc|on|am|le|el|thu|t\.?\s?\d|th\s\d)\b.*\b(?:da viet|viet|wrote|schrieb|a ecrit"
    r"|escribio)"
    r"|.*(?:@|\d{1,2}:\d{2}).*\b(?:da viet|wrote))\s*:[\s*]*$"
)
_ATTRIBUTION_HEAD = re.compile(r"^[\s\-*>]*(?:vao|ngay|luc|on|am|thu)\b.*\d")
_OLD_ATTRIBUTION = re.compile(r"^\s*\d{4}-\d{2}-\d{2}\s+\d{1,2}:\d{2}\b.*<[^<>\s]+@[^<>\s]+>\s*:\s*$")
_HAS_MOMENT = re.compile(r"@|\d{1,2}:\d{2}|\d{1,2}h\d{2}")
_HAS_DATE = re.compile(r"\d{1,2}:\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)")
_SEPARATOR = re.compile(
    r"^[\s>*_-]*(?:original message|original appointment|forwarded message|forwarded by .*|begin forwarded message"
    r"|reply message|thu goc|tin nhan goc|thong diep goc|thu ban dau|tin nhan ban dau"
    r"|thu da chuyen tiep|thu (?:duoc )?chuyen tiep|tin nhan (?:da )?(?:duoc )?chuyen tiep"
    r"|bat dau thu (?:da )?(?:duoc )?chuyen tiep|chuyen tiep thu|noi dung thu goc"
    r"|thong diep (?:duoc )?chuyen tiep)\s*:?[\s*_-]*$"
)
_REPLY_ABOVE = re.compile(
    r"(?:reply above this line|tra loi (?:phia |o )?tren dong nay|viet (?:cau )?tra loi (?:phia |o )?tren dong nay)"
)
_HEADER = {
    "from": re.compile(r"^[\s>*]*(?:tu|from|nguoi gui|de)\s*\**\s*:"),
    "sent": re.compile(r"^[\s>*]*(?:da gui|gui luc|sent|date|ngay|ngay gui|thoi gian|da gui luc|luc)\s*\**\s*:"),
    "to": re.compile(r"^[\s>*]*(?:den|toi|to|gui den|nguoi nhan|gui toi|kinh gui den)\s*\**\s*:"),
    "cc": re.compile(r"^[\s>*]*(?:cc|dong gui|bcc|reply-to)\s*\**\s*:"),
    "subject": re.compile(r"^[\s>*]*(?:chu de|tieu de|subject|v/v|re)\s*\**\s*:"),
}
_DRAWN = re.compile(r"^[\s_-]{5,}$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines typed together; `before` are the quoted lines right above them, nearest last."""

    lines: tuple[Line, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewText:
    """What was typed (`blocks`), what was cut off (`aside`), and the first quoted mail's lines (`quoted`)."""

    blocks: tuple[Block, ...]
    aside: str
    quoted: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The new text alone."""
        return "\n\n".join(filter(None, (joined_text(block.lines) for block in self.blocks)))


def new_text(lines: Sequence[Line], sent: SentText) -> NewText:
    """Tell what is new in a mail's lines; `sent` is what we wrote to its sender before."""
    marks = [_is_start(lines, index) for index in range(len(lines))]
    is_new = _typed(lines, marks)
    _drop_our_lines(lines, is_new, sent)
    _keep_typed_inside(lines, marks, is_new, sent)
    return _assembled(lines, is_new, marks)


def _is_start(lines: Sequence[Line], index: int) -> int:
    """How many lines at `index` announce a quotation; 0 where none does."""
    line = lines[index]
    if line.is_blank or len(line.text) > MAX_ANNOUNCEMENT:
        return int(line.is_marked and not line.is_blank)
    plain = plain_of(line.text)
    if len(plain) < 80 and (_SEPARATOR.match(plain) or _REPLY_ABOVE.search(plain)):
        return 1
    count = _attribution(lines, index, plain) or _header_block(lines, index, plain)
    return count or (_marked_headers(lines, index) if line.is_marked else 0)


def _marked_headers(lines: Sequence[Line], index: int) -> int:
    """How many lines the mail program marked as announcement: the first, and the header lines that follow it."""
    count = 1
    while index + count < len(lines) and any(
        p.match(plain_of(lines[index + count].text[:60])) for p in _HEADER.values()
    ):
        count += 1
    return count


def _attribution(lines: Sequence[Line], index: int, plain: str) -> int:
    if _OLD_ATTRIBUTION.match(plain):
        return 1
    if not _ATTRIBUTION_HEAD.match(plain):
        return int(_ATTRIBUTION.match(plain) is not None and "@" in plain) or _foreign_attribution(lines, index)
    joined = ""
    for count, line in enumerate(lines[index : index + 4], start=1):
        joined = f"{joined} {plain_of(line.text)}".strip()
        if line.is_blank or len(joined) > MAX_ANNOUNCEMENT:
            break
        if _ATTRIBUTION.match(joined):
            is_sure = _HAS_MOMENT.search(joined) or _is_quoted_next(lines, index + count, line.depth)
            return count if is_sure else 0
    return _foreign_attribution(lines, index)


def _foreign_attribution(lines: Sequence[Line], index: int) -> int:
    """Somebody's name with an address or a time, and a colon, right above quote marks: whatever the language."""
    joined = ""
    if not _HAS_DATE.search(lines[index].text):
        return 0
    for count, line in enumerate(lines[index : index + 3], start=1):
        joined = f"{joined} {line.text}".strip()
        if line.is_blank or line.depth != lines[index].depth or len(joined) > MAX_ANNOUNCEMENT:
            return 0
        if joined.rstrip(" *_").endswith((":", "：")):
            is_alone = count > 1 and _HAS_DATE.search(line.text) is not None
            is_likely = _HAS_MOMENT.search(joined) is not None and not is_alone
            return count if is_likely and _is_quoted_next(lines, index + count, line.depth) else 0
    return 0


def _is_quoted_next(lines: Sequence[Line], index: int, depth: int) -> bool:
    following = next((line for line in lines[index : index + 4] if not line.is_blank), None)
    return following is not None and following.depth > depth


def _header_block(lines: Sequence[Line], index: int, plain: str) -> int:
    if not (_HEADER["from"].match(plain) or _HEADER["sent"].match(plain)):
        return 0
    kinds: set[str] = set()
    last = 0
    for offset, line in enumerate(lines[index : index + 9]):
        text = plain_of(line.text[:60])
        kind = next((name for name, pattern in _HEADER.items() if pattern.match(text)), None)
        if (
            kind is None
            and offset
            and not line.is_blank
            and not lines[index + offset - 1].text.rstrip().endswith((",", ";"))
        ):
            if line.text[:1] not in " \t":
                break
        elif kind is not None:
            kinds.add(kind)
            last = offset
    return last + 1 if "from" in kinds and len(kinds) >= 3 else 0


def _typed(lines: Sequence[Line], marks: Sequence[int]) -> list[bool]:
    """For each line whether it was typed, by depth and announcements alone."""
    is_new = [line.depth == 0 and not line.is_signature for line in lines]
    index = 0
    while index < len(lines):
        count = marks[index]
        if not count:
            index += 1
            continue
        _strike(is_new, index, index + count)
        _strike_drawn(lines, is_new, index)
        if lines[index].depth == 0 and not _is_prefixed(lines, index + count):
            _strike(is_new, index, len(lines))
            break
        index += count
    return is_new


def _strike(flags: list[bool], start: int, end: int) -> None:
    flags[start:end] = [False] * (min(end, len(flags)) - start)


def _strike_drawn(lines: Sequence[Line], is_new: list[bool], index: int) -> None:
    """A line drawn above an announcement belongs to it."""
    above = index - 1
    while above >= 0 and (lines[above].is_blank or _DRAWN.match(lines[above].text)):
        is_new[above] = False
        above -= 1


def _is_prefixed(lines: Sequence[Line], index: int) -> bool:
    """Whether the quotation that begins here carries quote marks, so that unmarked lines below it are typed."""
    filled = [line for line in lines[index : index + 12] if not line.is_blank]
    return any(line.depth for line in filled[:3])


def _drop_our_lines(lines: Sequence[Line], is_new: list[bool], sent: SentText) -> None:
    """Lines of our own mail that no pattern recognised: only whole runs of them, never one short line."""
    if not sent:
        return
    run: list[int] = []
    for index in [*range(len(lines)), -1]:
        is_ours = index >= 0 and is_new[index] and sent.has(lines[index].text)
        if is_ours or (run and index >= 0 and lines[index].is_blank):
            run.append(index)
            continue
        if sent.is_run([lines[i].text for i in run if not lines[i].is_blank]):
            for i in run:
                is_new[i] = False
        run = []


def _keep_typed_inside(lines: Sequence[Line], marks: Sequence[int], is_new: list[bool], sent: SentText) -> None:
    """Lines that somebody typed into our quoted mail are new: told by comparison with what we sent."""
    region = _first_quoted(lines, marks, is_new)
    filled = [index for index in region if not lines[index].is_blank]
    ours = sum(sent.has(lines[index].text) for index in filled)
    if not sent or ours * 2 < len(filled):
        return
    known = [index for index in filled if sent.has(lines[index].text)]
    for index in filled:
        if sent.is_filled(lines[index].text) or (known[0] < index < known[-1] and sent.is_foreign(lines[index].text)):
            is_new[index] = True


def _first_quoted(lines: Sequence[Line], marks: Sequence[int], is_new: Sequence[bool]) -> list[int]:
    """The lines of the outermost quoted mail, announcements left out."""
    region: list[int] = []
    skip = 0
    for index, line in enumerate(lines):
        if marks[index]:
            if region and line.depth >= 1:
                break
            if region and not any(lines[i].depth for i in region):
                break
            skip = index + marks[index]
        if not is_new[index] and index >= skip and line.depth <= 1 and (skip or line.depth):
            region.append(index)
    return region


def _assembled(lines: Sequence[Line], is_new: Sequence[bool], marks: Sequence[int]) -> NewText:
    blocks: list[Block] = []
    aside: list[str] = []
    current: list[Line] = []
    before: list[str] = []
    quoted = tuple(lines[i] for i in _first_quoted(lines, marks, is_new))
    for line, is_typed in [*zip(lines, is_new, strict=True), (Line(""), False)]:
        if is_typed:
            current.append(line)
            continue
        if any(not kept.is_blank for kept in current):
            _close(blocks, aside, current, before)
            before = []
        current = []
        before.append(line.text)
    aside.extend(line.text for line, is_typed in zip(lines, is_new, strict=True) if not is_typed)
    return NewText(tuple(blocks), "\n".join(aside).strip("\n"), quoted)


def _close(blocks: list[Block], aside: list[str], typed: Iterable[Line], before: Sequence[str]) -> None:
    kept, cut = trimmed(list(typed))
    aside.extend(line.text for line in cut)
    if any(not line.is_blank for line in kept):
        blocks.append(Block(tuple(kept), tuple(before[-14:])))
