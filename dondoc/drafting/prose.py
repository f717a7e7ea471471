"""The running text of a plan by sections and sentences: aims in per cent, and the coordinating agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dondoc.drafting.lexicon import HEADS
from dondoc.drafting.standard import longest_known
from dondoc.reading.folded import plain_of
from dondoc.text import squeeze

_SECTION = re.compile(r"^(?:[ivxlc]{1,5}|[a-h]|phan (?:thu )?\w+)\s*[.:/)]\s+|^muc \d")
_AIMS = re.compile(r"muc (?:dich|tieu)|chi tieu|yeu cau")
_PERCENT = re.compile(r"\d\s*%")
_SENTENCE_END = re.compile(
    r"(?<=[a-zà-ỹ%)\d])[.;]\s+(?=[A-ZĐÀ-Ỹ-])|(?<=[a-zà-ỹ)]);\s+(?=báo cáo|định kỳ|tổ chức|hằng|hàng)|\n"
)
_STOP_WORD = re.compile(
    r"\s(?:la|lam|chu tri|phoi hop|co trach nhiem|tham muu|de|theo|tong hop|huong dan|bao cao"
    r"|chiu trach nhiem|thuc hien"
    r"|trien khai|xay dung|to chuc|can cu|chi dao|theo doi|don doc|gui|kiem tra|voi|khi|truoc"
    r"|duoc|tiep tuc|chu dong|bo tri|tiep nhan)(?![a-z])"
)
_COORDINATES = re.compile(r"(?:co quan|don vi|lam) (?:dau moi|thuong truc)|dau moi (?:tong hop|theo doi|tham muu)")
_URGES = re.compile(
    r"theo doi, don doc|don doc,? (?:theo doi|kiem tra|viec)|don doc .{0,60}tong hop"
    r"|tong hop,? bao cao|tham muu .{0,60}tong hop"
)
_VIA = re.compile(r"(?:\(?\s*qua|gui ve|ve|gui|cho|thong qua)\s+$")
_MAX_NAME = 90
_MAX_SENTENCE = 4000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with the heading of the part it stands in."""

    text: str
    section: str


def sentences(paragraphs: Iterable[str]) -> Iterator[Sentence]:
    """Every sentence of the running text."""
    section = ""
    for paragraph in paragraphs:
        text = squeeze(paragraph)
        if _is_heading(text):
            section = plain_of(text)
        for part in _SENTENCE_END.split(text):
            if part and part.strip():
                yield Sentence(part.strip()[:_MAX_SENTENCE], section)


def _is_heading(text: str) -> bool:
    return len(text) < 150 and (bool(_SECTION.match(plain_of(text))) or (text.isupper() and len(text) > 8))


def aims_in(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs that promise a share, from the part about aims; from all of the text where there is no such part."""
    inside: list[str] = []
    anywhere: list[str] = []
    is_inside = False
    for paragraph in paragraphs:
        text = squeeze(paragraph)
        if _is_heading(text) and not _PERCENT.search(text):
            is_lower = bool(re.match(r"[a-h1-9]", plain_of(text))) and is_inside
            is_inside = bool(_AIMS.search(plain_of(text))) or (is_lower and not text.isupper())
        elif _PERCENT.search(text):
            (inside if is_inside else anywhere).append(_without_mark(text))
    return inside or anywhere


def _without_mark(text: str) -> str:
    return re.sub(r"^(?:[-+*•–]|\d{1,2}(?:\.\d+)*[.)]|[a-zđ]\))\s+", "", text)


def agencies_in(text: str) -> Iterator[tuple[str, int]]:
    """Names of agencies within a sentence, each with where it begins."""
    plain, place = plain_of(text), 0
    while place < len(text):
        if _begins(text, plain, place):
            end = _end_of(text, plain, place)
            yield text[place:end].strip(" .,;"), place
            place = end
        place += 1


def _begins(text: str, plain: str, place: int) -> bool:
    is_start = place == 0 or not text[place - 1].isalnum()
    return (
        is_start and text[place].isupper() and bool(HEADS.match(plain, place)) and not text[place:].startswith("Các ")
    )


def _end_of(text: str, plain: str, place: int) -> int:
    known = longest_known(text, place)
    if known:
        return place + known
    ends = [len(text), place + _MAX_NAME]
    stops = (match.start() for match in _STOP_WORD.finditer(plain, place) if text[match.start() + 1].islower())
    ends += [next(stops, len(text))]
    sign = re.compile(r"[,;:().]").search(text, place)
    ends += [sign.start()] if sign else []
    return min(ends)


def coordinator_in(paragraphs: Sequence[str]) -> tuple[str, str] | None:
    """The coordinating agency and the sentence that says so; the clearest words win, then the address of reports."""
    found = list(sentences(paragraphs))
    for pattern in (_COORDINATES, _URGES):
        for sentence in found:
            match = pattern.search(plain_of(sentence.text))
            name = _last_before(sentence.text, match.start()) if match else None
            if name:
                return name, sentence.text
    for sentence in found:
        if "bao cao" in plain_of(sentence.text) or "de tong hop" in plain_of(sentence.text):
            for name, place in agencies_in(sentence.text):
                if _VIA.search(plain_of(sentence.text[:place])) and not plain_of(name).startswith(("ubnd", "uy ban")):
                    return name, sentence.text
    return None


def _last_before(text: str, end: int) -> str | None:
    names = [name for name, place in agencies_in(text) if place < end]
    return names[-1] if names else None
