"""Where a quoted mail begins: the lines that mail programs write above it, in the languages they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dondoc.reading.folded import pattern_of, plain_of
from dondoc.reading.lines import Line
from dondoc.reading.vocabulary.programs import (
    FORWARDED,
    HEADER_LABELS,
    OPENINGS,
    ORIGINAL,
    QUOTING,
    WROTE,
    WROTE_ABROAD,
)

MAX_ANNOUNCEMENT = 400
_VERB = rf"(?<!\w)(?:{pattern_of((*WROTE, *WROTE_ABROAD))})(?!\w)"
_FOREIGN_VERB = rf"(?<!\w)(?:{pattern_of(WROTE_ABROAD)})(?!\w)"
_OPENING = rf"(?:{pattern_of(OPENINGS)}|t\.?\s?\d|th\s\d)(?!\w)"
_MOMENT = r"(?:@|\d{1,2}:\d{2}|\d{1,2}h\d{2})"
_END = r"\s*[:：][\s*]*$"
_ATTRIBUTION = re.compile(
    rf"^[\s\-*>]*(?:{_OPENING}.*(?:{_VERB}|(?<!\w)sent){_END}|{_OPENING}.*{_FOREIGN_VERB}\s+(?:mailto:|[^:：]){{1,160}}{_END}"
    rf"|.*{_MOMENT}.*{_VERB}{_END}|.*@.*{_FOREIGN_VERB}\s.*\d(?:\s*uhr)?\)?{_END}|.*{_MOMENT}.*(?:写道|寫道|のメール){_END}|在.*写道{_END})"
)
_SOMEBODY_WROTE = re.compile(rf"^.{{0,120}}@.*{_FOREIGN_VERB}\s")
_ENDS = re.compile(rf"^.{{1,120}}{_FOREIGN_VERB}{_END}")
_ENDS_VERB = re.compile(rf"^\s*>?\s*{_VERB}{_END}")
_UNENDED = re.compile(rf"^[\s\-*>]*{_OPENING}.*{_MOMENT}.*>\s*{_FOREIGN_VERB}[\s*-]*$")
_WROTE_ON_DAY = re.compile(rf"^[\s\-*>]*{_OPENING}.*(?<!\d)(?:19|20)\d\d(?!\d).*{_FOREIGN_VERB}{_END}")
_DASHED = re.compile(rf"^-{{2,}}\s*\S.{{0,150}}{_FOREIGN_VERB}\s*:?\s*-{{2,}}$")
_OPENS = re.compile(rf"^[\s\-*>]*(?:{_OPENING}.*\d|在\s?\d)")
_DATED = re.compile(
    r"^[\s\"*]*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b.*<[^<>\s]+@[^<>\s]+>\s*(:?)\s*$"
)
_ENDS_IN_ADDRESS = re.compile(r"<[^<>\s]+@[^<>\s]+>\)?\s*[:：]\s*$")
_QUOTING = re.compile(rf"^(?:{pattern_of(QUOTING)})\s.*[^\s@]@[^\s@].*[:：]\s*$")
_BEGUN = re.compile(rf"^\s*{_OPENING}.*{_MOMENT}.*{_FOREIGN_VERB}\s+[^:：]{{1,100}}$")
_LINK_WRITTEN = re.compile(r"^\s*<https?://\S*$")
_HAS_MOMENT = re.compile(_MOMENT)
_HAS_DATE = re.compile(r"\d{1,2}:\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)")
_SEPARATOR = re.compile(
    rf"^[\s>*_-]*(?:{pattern_of((*ORIGINAL, *FORWARDED))}|forwarded by .*"
    rf"|original message processed by .*)\s*:?[\s*_-]*$"
)
_SEPARATOR_BEFORE = re.compile(rf"^[\s>*]*[_-]{{4,}}\s*(?:{pattern_of((*ORIGINAL, *FORWARDED))})\s*[_-]{{4,}}\s*\S")
_REPLY_ABOVE = re.compile(
    r"(?:reply above this line|tra loi (?:phia |o )?tren dong nay|viet (?:cau )?tra loi (?:phia |o )?tren dong nay)"
)
_HEADER = {
    kind: re.compile(rf"^[\s>*]*(?:{pattern_of(labels)})\s*\**\s*[:：]") for kind, labels in HEADER_LABELS.items()
}
_LABELS = {kind: re.compile(rf"(?<!\w)(?:{pattern_of(labels)})\s*[:：]\s") for kind, labels in HEADER_LABELS.items()}
_OTHER_LABEL = re.compile(r"^[\s*]*[^\W\d][^:\n]{1,30}[:：]\**\s*\S")
_ADDRESS = re.compile(r"[^\s@<>]@[^\s@<>]+\.\w")
_FULL_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d{1,2}[:h.]\d{2}|\d{1,2}:\d{2}.*(?<!\d)(?:19|20)\d\d(?!\d)")
_SHARED = re.compile(
    r"^(?P<typed>.*?[^\s\-*>\"“(].*?)(?:\s+|(?=-{2,}))(?P<head>(?:-{2,}\s*)?(?:on|vao(?: luc| ngay)?)\s"
    rf"(?=.*\d)(?=.*{_MOMENT}).*\b(?:wrote|da viet)\s*:)\s*$"
)


def announcement(lines: Sequence[Line], index: int) -> int:
    """How many lines at `index` announce a quotation; 0 where none does."""
    line = lines[index]
    if line.is_blank or len(line.text) > MAX_ANNOUNCEMENT:
        return int(line.is_marked and not line.is_blank)
    plain = plain_of(line.text)
    if len(plain) < 80 and (_SEPARATOR.match(plain) or _REPLY_ABOVE.search(plain)):
        return 1
    if _SEPARATOR_BEFORE.match(plain):
        return 1
    count = _attribution(lines, index, plain) or _header_block(lines, index, plain)
    return count or (_marked_headers(lines, index) if line.is_marked else 0)


def set_apart(lines: Iterable[Line]) -> list[Line]:
    """Lines where an announcement stands behind what was typed, on the same line, cut in two."""
    pieces: list[Line] = []
    for line in lines:
        is_likely = not line.depth and line.text.rstrip().endswith(":") and len(line.text) <= MAX_ANNOUNCEMENT
        shared = _SHARED.match(plain_of(line.text)) if is_likely else None
        if shared is None or _OPENS.match(shared["typed"]):
            pieces.append(line)
        else:
            pieces.append(replace(line, text=line.text[: shared.end("typed")].rstrip(" -")))
            pieces.append(replace(line, text=line.text[shared.start("head") :], is_marked=True))
    return pieces


def is_labelled(line: Line) -> bool:
    """Whether a line begins with a label of a mail's head, as "Từ:" is."""
    return _header_kind(line.text) is not None


def _header_kind(text: str) -> str | None:
    plain = plain_of(text[:60])
    return next((kind for kind, pattern in _HEADER.items() if pattern.match(plain)), None)


def _marked_headers(lines: Sequence[Line], index: int) -> int:
    """How many lines the mail program marked as announcement: the first, and the header lines that follow it."""
    count = 1
    while index + count < len(lines) and _header_kind(lines[index + count].text):
        count += 1
    return count


def _attribution(lines: Sequence[Line], index: int, plain: str) -> int:
    if _QUOTING.match(plain) or (_FULL_DATE.search(plain) and _ENDS_IN_ADDRESS.search(plain)):
        return 1
    dated = _DATED.match(plain)
    if dated and (dated.group(1) or _is_quoted_next(lines, index + 1, lines[index].depth)):
        return 1
    if _DASHED.match(plain) or _UNENDED.match(plain) or (_BEGUN.match(plain) and _is_head_next(lines, index + 1)):
        return 1
    return (
        _wrapped_attribution(lines, index, plain)
        or _foreign_attribution(lines, index)
        or _scattered(lines, index, plain)
    )


def _is_head_next(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and _header_kind(lines[index].text) == "from"


def _wrapped_attribution(lines: Sequence[Line], index: int, plain: str) -> int:
    """A verb of writing that ends a line, or one of the next few where the line opens like an announcement."""
    is_opening = _OPENS.match(plain) is not None
    reach = 4 if is_opening or _HAS_DATE.search(plain) or _SOMEBODY_WROTE.match(plain) else 1
    joined = ""
    for count, line in enumerate(lines[index : index + reach], start=1):
        joined = f"{joined} {plain_of(line.text)}".strip()
        if line.is_blank or len(joined) > MAX_ANNOUNCEMENT or (count > 1 and _stands_alone(line)):
            break
        if _ends_like_one(joined) and (_ATTRIBUTION.match(joined) or _UNENDED.match(joined) or _ENDS.match(joined)):
            is_sure = _is_sure(joined, is_alone=count == 1, is_opening=is_opening)
            return count if is_sure or _is_quoted_next(lines, index + count, line.depth) else 0
    return 0


def _ends_like_one(joined: str) -> bool:
    """What every announcement has at its end, asked first because it costs little."""
    return joined.rstrip(" *")[-1:] in {":", "："} or ">" in joined


def _scattered(lines: Sequence[Line], index: int, plain: str) -> int:
    """An announcement whose address Polymail sets on lines of its own, between brackets."""
    last = index + 3 + (index + 1 < len(lines) and lines[index + 1].is_blank)
    if last >= len(lines) or lines[last - 2].text.strip() != "<" or "@" not in lines[last - 1].text:
        return 0
    is_dated = _OPENS.match(plain) is not None and _HAS_MOMENT.search(plain) is not None
    return last - index + 1 if is_dated and _ENDS_VERB.match(plain_of(lines[last].text)) else 0


def _stands_alone(line: Line) -> bool:
    """Whether a line is an announcement by itself, so that one above it was typed ("Em xin …" is no "Em 9/12")."""
    plain = plain_of(line.text)
    return _OPENS.match(plain) is not None and _ATTRIBUTION.match(plain) is not None


def _is_sure(joined: str, *, is_alone: bool, is_opening: bool) -> bool:
    if not is_opening and (not is_alone or not _ATTRIBUTION.match(joined)):
        return "@" in joined and _ATTRIBUTION.match(joined) is not None
    return _HAS_MOMENT.search(joined) is not None or (is_opening and _WROTE_ON_DAY.match(joined) is not None)


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


def _is_link_next(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is a link that a program wrote out in brackets, as it does for a picture."""
    following = next((line for line in lines[index : index + 4] if not line.is_blank), None)
    return following is not None and _LINK_WRITTEN.match(following.text) is not None


def _header_block(lines: Sequence[Line], index: int, plain: str) -> int:
    """A block of From, Sent, To …: three kinds, or two whose values are an address and a full date."""
    if not (":" in plain or "：" in plain) or not any(
        _HEADER[kind].match(plain) for kind in ("from", "sent", "subject")
    ):
        return 0
    kinds: set[str] = set()
    last = 0
    for offset, line in enumerate(lines[index : index + 9]):
        kind = _header_kind(line.text)
        if kind is not None:
            kinds.add(kind)
            last = offset
        elif offset and not line.is_blank and not _is_inside_head(lines, index + offset):
            break
    block = lines[index : index + last + 1]
    if kinds == {"from"}:
        kinds = _kinds_on_one_line(plain)
        if _ADDRESS.search(plain) and (
            _is_quoted_next(lines, index + 1, lines[index].depth) or _is_link_next(lines, index + 1)
        ):
            return last + 1
    if "from" in kinds and len(kinds) >= 3:
        return last + 1
    is_pair = last <= 1 and ((len(kinds) == 2 and "sent" in kinds) or kinds == {"from", "to"})
    return last + 1 if is_pair and _has_values(block, with_date="sent" in kinds) else 0


def _kinds_on_one_line(plain: str) -> set[str]:
    """The kinds of a block that some program put on one line."""
    return {kind for kind, pattern in _LABELS.items() if pattern.search(plain)}


def _is_inside_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of no known kind goes on with the one above, or has a label of its own amid known ones."""
    before, line = lines[index - 1], lines[index]
    if line.text[:1] in " \t<" or before.text.rstrip().endswith((",", ";")):
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    is_amid = _header_kind(before.text) is not None and _header_kind(following) is not None
    return is_amid and _OTHER_LABEL.match(line.text) is not None


def _has_values(block: Sequence[Line], *, with_date: bool) -> bool:
    addressed = [_ADDRESS.search(line.text) is not None for line in block]
    if not with_date:
        return all(addressed)
    return any(addressed) and any(_FULL_DATE.search(line.text) for line in block)
