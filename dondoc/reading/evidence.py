"""What the clauses about one task say, put together: statuses, percentages, and all that takes them back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dondoc.reading.acts import acts_in
from dondoc.reading.claims import Claim, claims_in
from dondoc.reading.folded import pattern_of, words_regex
from dondoc.reading.hearsay import HEDGE, asserts_nothing
from dondoc.reading.moments import When, is_to_come
from dondoc.reading.percents import is_of_something_else, percents_in
from dondoc.reading.sentences import clauses, is_question
from dondoc.reading.vocabulary import doubts, status

_FUTURE = words_regex(doubts.FUTURE)
_PURPOSE = words_regex(doubts.PURPOSE)
_AIMED = words_regex((*doubts.FUTURE, *doubts.AIM))
_FORECAST = words_regex(doubts.FORECAST)
_UNTIL = re.compile(r"(?<![a-z0-9])(?:den|toi)(?:\s+(?:het|cuoi))?(?=\s)")
_CONDITION = words_regex(doubts.CONDITION)
_REQUEST = words_regex(doubts.REQUEST)
_DELAY = words_regex(doubts.DELAY)
_PARTLY = words_regex(status.PARTLY)
_PARTLY_AFTER = re.compile(rf"\s+(?:{pattern_of(status.PARTLY)})(?![a-z0-9_])")
_PART = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(status.PART_SUBJECTS)})(?![a-z0-9_])(?!\s+nay)|\blop\s+\d")
_REFERENCE = re.compile(
    r"(?<![a-z0-9])(?:theo|tai|cua|trong)\s+(?:ke hoach|quyet dinh|cong van|chuong trinh|de an)\s+(?:so\s+\S+|\d\S*)"
    r"(?:\s+ngay\s+[\d/]+)?"
)
_ALL_OF_IT = re.compile(r"^\W*(?:toan bo\s+|ca\s+)?(?:cong viec|phan viec)\s+(?:nay\s+|tren\s+|duoc giao\s+)?(?=da\s)")
_SOME = words_regex(status.SOME_SUBJECTS)
_RATIO = re.compile(r"(?<![\d/])\d{1,4}\s*/\s*\d{1,4}(?![\d/])\s+[a-z]")
_REPORT_ITSELF = re.compile(r"^\W*(?:ban\s+)?bao cao\s*$")
_PIECE = words_regex(status.PIECES)
_THE_REST = re.compile(r"(?<![\d/.])\d{1,4}\s+(?!thang|nam|ngay|quy)[a-z]|(?:phan|so|khoi luong)\s+con lai")
_NEGATION = words_regex(doubts.NEGATION)
_DENIED_SHARE = re.compile(
    r"(?<![a-z0-9])(?:chua|khong|ko|kho|kho co the|chua the|khong the)\s+(?:(?:dat|duoc|du)\s+){0,2}$"
)
_NONE_BEFORE = re.compile(r"(?:khong|chang)\s+(?:co|con)\s+(?:\w+\s+){1,3}nao\s*$")
_BY_WHOM = rf"(?!(?:\s+(?!(?:chua|khong|thieu)\b)\w+){{1,8}}?\s+(?:{pattern_of(doubts.IN_CHARGE)})(?![a-z0-9_]))"
_REASON = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(doubts.REASON)})(?![a-z0-9_]){_BY_WHOM}")
_IF_THEN = re.compile(
    r"(?<![a-z0-9])ma\s+(?!da |chua |dang |con |van )(?:\w+\s+){0,2}?(?:hoan thanh|xong|duoc)(?![a-z0-9_])"
    r"[^.;]*?\sthi(?![a-z0-9_])"
)
""" "NV9 mà hoàn thành 100% thì …": no more than a condition."""
_SHARED_OUT = re.compile(r"\d\s*%\s*(?:da\s+)?(?:hoan thanh|xong)[^.;]*\d\s*%\s*(?:dang|chua)(?![a-z0-9_])")
""" "60% hoàn thành, 40% đang thực hiện": what the percentages are of, nobody says."""
_UNTRUE = re.compile(
    r"(?<![a-z0-9])la\s+(?:sai(?![a-z0-9_])|(?:chua|khong)\s+(?:dun[g_]|chinh xac)"
    r"(?!\s+(?:tien do|han|ke hoach|thoi gian|quy dinh)))"
)
_THEREFORE = words_regex(doubts.THEREFORE)
_EXCEPT = words_regex(doubts.EXCEPT)
_LEFTOVER = words_regex(doubts.LEFTOVER)
_OTHER_TIME = re.compile(
    rf"(?<![a-z0-9])(?<!so voi )(?<!cung ky )(?<!hon )(?:{pattern_of(doubts.OTHER_TIME)})(?![a-z0-9_])"
)
_STOPPED = words_regex(doubts.STOPPED)
_CORRECTION = words_regex(doubts.CORRECTION)


@dataclass(slots=True)
class Evidence:
    """What the clauses of a scope say, put together."""

    when: When = field(default_factory=When)
    title: str = ""
    claims: list[Claim] = field(default_factory=list)
    percents: set[float] = field(default_factory=set)
    is_vague_percent: bool = False
    is_planned: bool = False
    is_requested: bool = False
    is_delayed: bool = False
    is_questioned: bool = False
    is_left_over: bool = False
    is_corrected: bool = False
    is_stopped: bool = False
    is_act_done: bool = False
    is_on_its_way: bool = False
    has_target: bool = False

    def kinds(self, *, explicit: bool = True) -> set[str]:
        """Kinds of claims: of those about the whole task, or of all."""
        return {claim.kind for claim in self.claims if claim.is_explicit or not explicit}

    def read(self, sentence: str) -> None:
        """Take up what one sentence says."""
        if is_question(sentence):
            self.is_questioned = True
            return
        if asserts_nothing(sentence):
            return
        if _OTHER_TIME.search(sentence):
            self.is_left_over = True
            return
        self.is_vague_percent |= _SHARED_OUT.search(sentence) is not None
        self.is_stopped |= _STOPPED.search(sentence) is not None
        self.is_corrected |= (_CORRECTION.search(sentence) or _UNTRUE.search(sentence)) is not None
        has_status = is_reason = False
        condition = _CONDITION.search(sentence) or _IF_THEN.search(sentence)
        end = 0
        for clause in clauses(sentence):
            end += len(clause)
            if condition is not None and condition.start() < end:
                self.is_planned = True
                break
            reason = _REASON.search(clause)
            if not is_reason:
                asserted = _without_reason(clause, reason) if reason else clause
                has_status = self._read_clause(asserted) or has_status
            is_reason = is_reason or (reason is not None and has_status)
            self._read_percents(clause)

    def _read_percents(self, clause: str) -> None:
        found = percents_in(clause)
        before = clause[: found.start]
        if not (
            _AIMED.search(before)
            or _REQUEST.search(before)
            or HEDGE.search(before)
            or _DENIED_SHARE.search(before)
            or self._is_forecast(before)
        ):
            is_odd = bool(found.values) and is_of_something_else(before, self.title)
            self.percents |= frozenset() if is_odd else found.values
            self.is_vague_percent |= found.is_vague or is_odd

    def _is_forecast(self, before: str) -> bool:
        """ "ước đến 31/12 đạt 95%": how far the task will be, months after the day of writing."""
        if _FORECAST.search(before):
            return True
        return any(is_to_come(before[until.end() :], self.when) for until in _UNTIL.finditer(before))

    def _read_clause(self, clause: str) -> bool:
        """Take up what a clause asserts; whether it asserted a status."""
        claims = claims_in(clause, self.when)
        if not claims:
            self._take_asides(clause)
        if all(claim.kind == "vague" for claim in claims):
            claims = acts_in(clause) or claims
        if not claims:
            return False
        asserted = [self._take(claim, clause, before) for claim, before in _with_before(claims, clause)]
        self.is_left_over |= _LEFTOVER.search(clause[claims[-1].end :]) is not None
        self.is_delayed |= any(_is_delayed(claim, clause) for claim in claims)
        return any(asserted)

    def _take_asides(self, clause: str) -> None:
        """Requests, plans and rests in a clause that names no status."""
        self.is_requested |= _REQUEST.search(clause) is not None
        self.is_delayed |= _DELAY.search(clause) is not None
        self.is_planned |= _FUTURE.search(clause) is not None
        self.is_left_over |= _LEFTOVER.search(clause) is not None

    def _take(self, claim: Claim, clause: str, before: str) -> bool:
        if _REQUEST.search(before):
            self.is_requested = True
            return False
        if _FUTURE.search(before) or HEDGE.search(before) or self._is_purpose(claim, clause, before):
            self.is_planned = True
            return False
        if claim.kind == "done" and _EXCEPT.search(before):
            self.is_left_over = True
        if claim.kind == "not_started" and _NONE_BEFORE.search(before):
            self.is_left_over = True
            return False
        if _NEGATION.search(before) and claim.kind in {"done", "progress", "partial"}:
            self.claims.append(Claim("not_done", claim.start, claim.end))
        else:
            self.claims.append(_limited(claim, clause, before))
        return True

    def _is_purpose(self, claim: Claim, clause: str, before: str) -> bool:
        """ "hoàn thành" alone may be a purpose, also right behind "đang gấp rút"; "đã hoàn thành" is a fact."""
        if claim.kind != "done" or _is_fact(clause, claim):
            return False
        follows = bool(self.claims) and self.claims[-1].end == claim.start - len(before) > 0 and not before.strip()
        return _PURPOSE.search(before) is not None or (follows and self.claims[-1].kind == "progress")


def _without_reason(clause: str, reason: re.Match[str]) -> str:
    """ "do thiếu kinh phí nên chưa triển khai": what is asserted, before the reason or behind "nên"."""
    therefore = _THEREFORE.search(clause, reason.end())
    return clause[: reason.start()] + (clause[therefore.end() :] if therefore else "")


def _with_before(claims: list[Claim], clause: str) -> list[tuple[Claim, str]]:
    """Each claim with the words between it and the one before."""
    ends = [0, *(claim.end for claim in claims[:-1])]
    return [(claim, clause[end : claim.start]) for claim, end in zip(claims, ends, strict=True)]


def _limited(claim: Claim, clause: str, before: str) -> Claim:
    """ "cơ bản đã xong" is not done, and "hồ sơ mời thầu đã xong" is about a part of the task only."""
    if claim.kind == "done" and (_PARTLY.search(before) or _PARTLY_AFTER.match(clause[claim.end :])):
        return replace(claim, kind="partial")
    is_part = any(pattern.search(before) is not None for pattern in (_SOME, _RATIO, _REPORT_ITSELF))
    if claim.kind == "done" and (is_part or _PART.search(_REFERENCE.sub(" ", _ALL_OF_IT.sub(" ", before)))):
        return replace(claim, is_explicit=False, is_counted=False, act="")
    if claim.kind == "not_started" and (is_part or _THE_REST.search(before) or _PIECE.search(before)):
        return replace(claim, is_explicit=False, act="")
    return claim


def _is_delayed(claim: Claim, clause: str) -> bool:
    """Whether the whole task, and not a piece of it, is put off."""
    is_whole = claim.kind == "not_started" and _PIECE.search(clause[: claim.start]) is None
    return is_whole and _DELAY.search(clause[claim.start :]) is not None


def _is_fact(clause: str, claim: Claim) -> bool:
    return clause.startswith("da ", claim.start) or clause[: claim.start].endswith(("da ", "da duoc "))
