"""What stands under a text: closing formula, signature, phone footer, disclaimer. Cut off, never lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.reading.folded import is_surname, pattern_of, plain_of
from dondoc.reading.lines import Line
from dondoc.reading.vocabulary import endings
from dondoc.reading.vocabulary.programs import PHONE_FOOTERS

_ADDRESSEE = r"(?:\s+(?:cac|anh\s*/?\s*chi|anh|chi|em|ac|ban|c|a|e|quy co quan|quy don vi|quy so|so|rat|nhieu|va))*"
_CLOSING = re.compile(
    r"^\W{0,3}(?!(?:bao cao|thong bao)\W*$)(?:"  # alone it is the title of what follows
    r"(?:(?:xin|kinh|rat|em|toi|chung toi|don vi|so|ubnd)\s+)*(?:chan thanh\s+|tran trong\s+"
    r"|tran trong va\s+)*(?:cam on|cam on a|bao cao|kinh bao|kinh chao|thong bao)?"
    rf"(?:(?<=cam on)|(?<=bao cao)|(?<=kinh bao)|(?<=kinh chao)|(?<=thong bao)|tran trong|kinh thu|than ai|than men"
    rf"|tran quy){_ADDRESSEE}"
    r"|tran trong kinh chao|tran trong kinh bao|ttrong|tran trong(?: va)? (?:cam on|cam\s?on)|xin cam on.{0,25}"
    r"|em cam on.{0,20}|cam on.{0,25}"
    r"|(?:best|kind|warm|many)\s+regards|regards|thanks(?: (?:and|&) (?:best )?regards)?|thank you(?: very much)?"
    r"|kinh|thanks a lot|best|sincerely(?: yours)?|yours sincerely|yours faithfully|cheers|br"
    r")\s*[.,!;/\s]*(?:a|ah|nhe)?\s*[.,!;/\s]*$"
)
_PHONE = re.compile(
    r"^(?!//)\W{0,3}(?:(?:da |duoc )?gui tu\b(?! dong).{0,60}|sent (?:from|via|with|using|by) [^,;]{0,60}"
    r"(?:[,.]\s*(?:please|excuse|sorry|apolog).{0,60})?"
    rf"|(?:{pattern_of(PHONE_FOOTERS)}).{{0,60}}|from my (?:iphone|ipad|phone|mobile).{{0,30}}"
    r"|tai outlook cho .{0,80}"
    r"|get outlook for .{0,80}"
    r"|nhan outlook cho .{0,80}|lay outlook cho .{0,80}|gui tu .{0,40}(?:iphone|ipad|android|galaxy|samsung|zalo"
    r"|dien thoai).{0,30}|duoc gui bang .{0,60}"
    r"|thu (?:nay )?duoc gui tu (?!dong).{0,60}|virus-free\..{0,60}|khong co virus\..{0,60}|mailtrack.{0,80}"
    r"|-+ ?sent from .{0,60}|(?:\S+ ){0,2}(?:via|from) mobile)$"
)
_DISCLAIMER = re.compile(rf"^\W{{0,4}}(?:{pattern_of(endings.DISCLAIMERS)})(?!(?<=\w)\w)")
_BANNER = re.compile(rf"^\W{{0,4}}(?:{pattern_of(endings.BANNERS)})")
_WARNING = re.compile(rf"^\W{{0,4}}(?:{pattern_of(endings.WARNINGS)})(?!\w)")
_SENTENCE_END = re.compile(r"[.!?:)\]*]\s*$")
_THANKS = re.compile(
    r"^\W{0,3}(?:(?:da|vang|ok|xin|rat|em|minh|many|ok,)\s+)*(?:cam on|thanks?\b|merci\b|danke\b|gracias\b)"
)
_SEPARATOR = re.compile(r"^\s*(?:--\s*|__\s*|[_=*~-]{3,}\s*)$")
_SENTENCE = re.compile(r"^(?:\S+\s+){5,}\S*[.!?]$")
_SIGN_BLOCK = re.compile(
    rf"^\W{{0,3}}(?:(?:tm|kt|tl|tuq|q)\s?\.\s*(?:{pattern_of(endings.SIGNED_FOR)})?.{{0,60}}"
    rf"|noi nhan\s*:?|(?:{pattern_of(endings.SIGNERS)})"
    r"|\(?(?:ky ten|ky,? ghi ro ho ten|ky ten,? dong dau|ky so)\)?.{0,30}"
    r"|\(da ky\).{0,30}|da ky\W*|da ky\s*[:.-]\s.{0,30})\s*$"
)
_CONTACT = re.compile(
    rf"(?:\b(?:{pattern_of(endings.CONTACTS)})\b\s*[.:]?\s*[(+\d@w]"
    r"|^\W*\+?\(?\d[\d .()-]{7,}\W*$|\bwww\.|https?://[^\s/]+(?:/[^\s/?]{0,24})?/?(?=[\s>)\]]|$)|^\W*[\w.+-]+@[\w.-]+\W*$)"
)
"""A link counts as a contact where it leads to a site; one to a document is part of the text."""
_WHEREABOUTS = re.compile(rf"^\W*(?:{pattern_of(endings.CONTACTS)})\s*:")
_CONTENT = re.compile(
    rf"\bnv\s?\.?\s?\d|\b(?:{pattern_of(('nhiệm vụ',))})\s+(?:so\s+)?\d|\d\s*%|hoan thanh|dang thuc hien"
    rf"|chua thuc hien|khong phat sinh|kho khan|kien nghi|de xuat|^\s*\d{{1,3}}\s*[).:]\s"
)
MAX_SIGNATURE = 8
_TITLES = tuple(f"{plain_of(title)} " for title in endings.TITLES_OF_PEOPLE)
_WRAPPED = 50  # a line that a program wrapped is hardly shorter
_SHORT = 12  # a signature's line has no more words than this


def trimmed(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The text and what was cut off it; an answer that stands below a closing formula is text again."""
    kept: list[Line] = []
    aside: list[Line] = []
    is_cutting = False
    for index, line in enumerate(lines):
        plain = plain_of(line.text).strip()
        if line.is_signature or _PHONE.match(plain):
            aside.append(line)
            continue
        if (
            is_cutting
            and _CONTENT.search(plain)
            and not _is_name(line.text)
            and not _WHEREABOUTS.match(plain)
            and not _DISCLAIMER.match(plain)
            and not _is_in_disclaimer(aside)
        ):
            is_cutting = False
        elif not is_cutting and plain and _starts_cut(lines, index, plain, kept):
            is_cutting = True
        (aside if is_cutting else kept).append(line)
    return _without_contacts(kept, aside), aside


def banner_of(lines: Sequence[Line]) -> int:
    """How many of a mail's first lines are a warning that a server put above it; what follows is the writer's."""
    end = index = 0
    while index < len(lines):
        plain = plain_of(lines[index].text).strip()
        is_warning = _BANNER.match(plain) or (end and _WARNING.match(plain))
        if plain and (not is_warning or _CONTENT.search(plain)):
            break
        index += 1
        while plain and index < len(lines) and _goes_on(lines[index - 1], lines[index]):
            index += 1
        end = index if plain else end
    return end


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the rest of the sentence above, which a mail program wrapped."""
    is_wrapped = not _SENTENCE_END.search(before.text) and not line.is_blank
    is_rest = line.text.lstrip()[:1].islower() and not _CONTENT.search(plain_of(line.text))
    return is_wrapped and is_rest and len(before.text) >= _WRAPPED


def thanks_alone(lines: Sequence[Line]) -> list[Line]:
    """Thanks that open a mail in which nothing else was typed: they are its text, and no closing formula."""
    first = next((line for line in lines if not line.is_blank), None)
    return [first] if first is not None and _THANKS.match(plain_of(first.text)) else []


def _is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else, even of one called Hoàn Thành."""
    plain = plain_of(text).strip(" .,-*()")
    for title in _TITLES:
        plain = plain.removeprefix(title)
    parts = text.strip(" .,-*()").split()
    is_written_so = all(part[0].isupper() and part.isalpha() for part in parts)
    return 2 < len(parts) <= 6 and is_written_so and is_surname(plain.split()[0])


def _is_in_disclaimer(aside: Sequence[Line]) -> bool:
    return any(_DISCLAIMER.match(plain_of(line.text).strip()) for line in aside)


def _starts_cut(lines: Sequence[Line], index: int, plain: str, kept: Sequence[Line]) -> bool:
    if _is_disclaimer(lines, index, plain, kept) or _is_closing(plain):
        return True
    if _SEPARATOR.match(plain):
        return not _is_in_table(lines, index) and _only_signature_follows(
            lines[index + 1 :], is_sure=plain in {"--", "__"}
        )
    if not any(not line.is_blank for line in kept):
        return False
    return _SIGN_BLOCK.match(plain) is not None or (_is_name(lines[index].text) and _ends_text(lines[index + 1 :]))


def _is_disclaimer(lines: Sequence[Line], index: int, plain: str, kept: Sequence[Line]) -> bool:
    """Whether a disclaimer begins here: a title of one word needs something under it, an answer above all is none."""
    if _DISCLAIMER.match(plain) is None or (_CONTENT.search(plain) and all(line.is_blank for line in kept)):
        return False
    return " " in plain or any(not line.is_blank for line in lines[index + 1 :])


def _ends_text(lines: Sequence[Line]) -> bool:
    """Whether a name begins a signature: only short lines without an answer follow."""
    filled = [plain_of(line.text) for line in lines if not line.is_blank]
    return len(filled) <= MAX_SIGNATURE and not any(
        _CONTENT.search(plain) or len(plain.split()) > _SHORT or plain.endswith(":") for plain in filled
    )


def _is_closing(plain: str) -> bool:
    return len(plain) < 70 and _CLOSING.match(plain) is not None


def _is_in_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a drawn line stands right between two lines, as under the head of a table."""
    around = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    is_between = len(around) == 2 and not any(line.is_blank for line in around)
    return is_between and len(lines[index].text.strip()) > 20 and not _is_name(around[1].text)


def _only_signature_follows(lines: Sequence[Line], *, is_sure: bool) -> bool:
    """Whether nothing below a drawn line looks like an answer; one that is no signature mark has no sentence below."""
    filled = [plain_of(line.text).strip() for line in lines if not line.is_blank]
    end = next((at for at, plain in enumerate(filled) if _DISCLAIMER.match(plain)), 12)
    return bool(filled) and not any(
        _CONTENT.search(plain) or len(plain.split()) > 2 * _SHORT or (not is_sure and _SENTENCE.match(plain))
        for plain in filled[:end]
    )


def _without_contacts(kept: list[Line], aside: list[Line]) -> list[Line]:
    """Take off name and address lines that close the text without any formula."""
    end = len(kept)
    while end and kept[end - 1].is_blank:
        end -= 1
    start = end
    while start and not kept[start - 1].is_blank and len(kept[start - 1].text.split()) <= _SHORT:
        start -= 1
    block = [plain_of(line.text) for line in kept[start:end]]
    is_contact = start > 0 and kept[start - 1].is_blank and any(_CONTACT.search(plain) for plain in block)
    if (
        is_contact
        and not any(_CONTENT.search(plain) for plain in block)
        and any(not line.is_blank for line in kept[:start])
    ):
        aside[:0] = kept[start:end]
        return kept[:start]
    return kept
