"""What a piece of text says of one task: a status, or why nothing certain can be said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dondoc.messages import say
from dondoc.reading.claims import Claim, claims_in
from dondoc.reading.folded import pattern_of, words_regex
from dondoc.reading.percents import percents_in
from dondoc.reading.vocabulary import doubts, status
from dondoc.reply import ItemStatus

_SENTENCE = re.compile(r"(?<=[a-z0-9_%)\]\x00\"'])(?:\./\.|[.!;?]+)(?=\s|$)|\n|(?<=\?)|\s\.\s")
_CLAUSE = re.compile(r",\s|\s-\s|\(|\)|:\s|(?<![a-z0-9])(?:nhung|tuy nhien|song|con|rieng|but|however)(?![a-z0-9_])")
_FUTURE = words_regex(doubts.FUTURE)
_PURPOSE = words_regex(doubts.PURPOSE)
_AIMED = words_regex((*doubts.FUTURE, *doubts.AIM))
_YEAR = re.compile(r"(?<!so voi )(?<!tu )(?<!hon )(?<!voi )nam\s+(20\d\d)")
_CONDITION = words_regex(doubts.CONDITION)
_REQUEST = words_regex(doubts.REQUEST)
_DELAY = words_regex(doubts.DELAY)
_PARTLY = words_regex(status.PARTLY)
_PARTLY_AFTER = re.compile(rf"\s+(?:{pattern_of(status.PARTLY)})(?![a-z0-9_])")
_PART = re.compile(rf"(?<![a-z0-9])(?:{pattern_of(status.PART_SUBJECTS)})(?![a-z0-9_])(?!\s+nay)|\blop\s+\d")
_SOME = words_regex(status.SOME_SUBJECTS)
_RATIO = re.compile(r"(?<![\d/])\d{1,4}\s*/\s*\d{1,4}(?![\d/])\s+[a-z]")
_NEGATION = words_regex(doubts.NEGATION)
_HEDGE = words_regex(doubts.HEDGE)
_REASON = words_regex(doubts.REASON)
_LEFTOVER = words_regex(doubts.LEFTOVER)
_OTHER_TIME = re.compile(rf"(?<![a-z0-9])(?<!so voi )(?:{pattern_of(doubts.OTHER_TIME)})(?![a-z0-9_])")
_CORRECTION = words_regex(doubts.CORRECTION)
_QUESTION = re.compile(
    r"\?|(?<![a-z0-9])(?:cho hoi|xin hoi|cho em hoi|muon hoi|phai khong|dung khong|hay chua|co phai la)(?![a-z0-9_])"
    r"|\b(?:co|da)\b.*\b(?:khong|chua)\s*(?:a|nhi|vay|ha)\s*$"
)
_TARGET = re.compile(
    r"(?<![a-z0-9])(?:con\s+(?:lai\s+)?(?:\d|mot|hai|ba|thieu|no)|con lai|moi\s+(?:hoan|xong|duoc|dat|lam)"
    r"|(?:tren|trong)\s+(?:tong\s+)?(?:so\s+)?\d|(?:tren|trong) tong|giao\s+\d|so voi\s+\d|dau tien|nua|lam tiep"
    r"|quy (?:i|ii|iii|iv|\d)|dang ky|(?:ke hoach|chi tieu|muc tieu)(?:\s+\w+){0,2}\s+\d|chua|tiep tuc)(?![a-z_])"
)
_AMOUNT = re.compile(r"(?<![\d.,/])\d+(?:[.,]\d+)*\s+([a-z]+)")
_DENIED = re.compile(
    r"[,(]?\s*(?:chu\s+)?khong\s+phai\s+(?:la\s+)?(?=\d|(?:da|dang|chua|hoan thanh|xong)(?![a-z0-9_]))[^,.;()\n]*\)?"
)
_NOT_ALL = re.compile(r"(?<![a-z0-9])(chua\s+(?:hoan\s+thanh|dat|xong|thuc\s+hien))\s+(?:duoc\s+)?100\s*%")
_OF_YEAR = re.compile(r"(?:(?<=[,.;:(\n]\s)|(?<=[,.;:(\n])|^)\s*(?:trong\s+)?nam\s+(20\d\d)(?![a-z0-9/])")
_ONE_SHOT = re.compile(pattern_of(status.ONE_SHOT))
_STATUS: dict[str, ItemStatus] = {
    "done": "done",
    "progress": "in_progress",
    "not_started": "not_started",
    "not_applicable": "not_applicable",
}

UNCLEAR = say("task {task}: the words do not say clearly whether it is done: “{words}”").text
CONTRADICTORY = say("task {task}: the reply contradicts itself: “{words}”").text
PLANNED = say("task {task}: a plan, a promise or a condition is no result: “{words}”").text
MIXED = say("task {task}: it is not clear which status belongs to it: “{words}”").text
DIFFERS = say("task {task}: what is said of it differs from what is said of all tasks: “{words}”").text
ASKED = say("task {task}: the agency asks for something (more time, an answer): “{words}”").text


@dataclass(slots=True)
class Verdict:
    """The outcome for a task: `status` when certain; else `reason` and perhaps the likeliest status as `guess`.

    `is_delay_asked` when more time is asked for, whatever the status.
    """

    status: ItemStatus | None = None
    percent: float | None = None
    guess: ItemStatus | None = None
    reason: str | None = None
    is_delay_asked: bool = False


@dataclass(slots=True)
class _Evidence:
    """What the clauses of a scope say, put together."""

    claims: list[Claim] = field(default_factory=list)
    percents: set[float] = field(default_factory=set)
    is_vague_percent: bool = False
    is_planned: bool = False
    is_requested: bool = False
    is_delayed: bool = False
    is_questioned: bool = False
    is_left_over: bool = False
    is_corrected: bool = False
    is_act_done: bool = False
    has_target: bool = False

    def kinds(self, *, explicit: bool = True) -> set[str]:
        return {claim.kind for claim in self.claims if claim.is_explicit or not explicit}


def verdict_on(plain: str, title: str = "", unmasked: str = "", *, year: int | None = None) -> Verdict:
    """Read a scope's masked `plain` text; `title` is the toneless title of the task, `unmasked` the text with it.

    `year` is the year reported on: what is said of another year is no answer.
    """
    plain = _as_it_is_now(plain, year)
    evidence = _Evidence(
        is_left_over=any(int(found) != year for found in _YEAR.findall(plain)) if year else False,
        has_target=_has_target(plain),
    )
    for start, end in sentences(plain):
        _read_sentence(plain[start:end], evidence)
    if title:
        evidence.claims = [_as_task_act(claim, plain, title) for claim in evidence.claims]
        evidence.is_act_done = _is_the_act_itself(unmasked, title)
    verdict = _judged(evidence)
    verdict.is_delay_asked = evidence.is_delayed
    return verdict


def _has_target(plain: str) -> bool:
    """Whether a quantity in the text may be a part only: a target, a rest, or a second number of the same things."""
    things = _AMOUNT.findall(plain)
    return _TARGET.search(plain) is not None or len(set(things)) < len(things)


def _as_it_is_now(plain: str, year: int | None) -> str:
    """The text without what it takes back ("không phải đã hoàn thành") and what it says of other years."""
    kept = _NOT_ALL.sub(r"\1", _DENIED.sub(" ", plain))
    return kept if year is None else _of_year(kept, year)


def _of_year(plain: str, year: int) -> str:
    """ "năm 2025 …, năm 2026 …": only what is said of `year`, where the text sets the years apart itself."""
    marks = list(_OF_YEAR.finditer(plain))
    if len(marks) < 2 or str(year) not in {mark.group(1) for mark in marks}:
        return plain
    ends = [mark.start() for mark in marks[1:]] + [len(plain)]
    own = [plain[mark.end() : end] for mark, end in zip(marks, ends, strict=True) if mark.group(1) == str(year)]
    return plain[: marks[0].start()] + " , ".join(["", *own])


def _as_task_act(claim: Claim, plain: str, title: str) -> Claim:
    """ "đang kiểm tra …" is about the whole task where its title speaks of the same act, and no number went before."""
    is_own = bool(claim.act) and claim.act in title
    if is_own and claim.kind == "progress":
        is_own = not any(char.isdigit() for char in plain[: plain.find(f"dang {claim.act}")])
    return replace(claim, is_explicit=True) if is_own else claim


def sentences(plain: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends; the mark that ends it is part of it."""
    spans, start = [], 0
    for match in _SENTENCE.finditer(plain):
        if match.end() > start:
            spans.append((start, match.end()))
        start = match.end()
    if start < len(plain):
        spans.append((start, len(plain)))
    return [(first, last) for first, last in spans if plain[first:last].strip(" .;!\n")]


def is_question(plain: str) -> bool:
    """Whether the sentence asks something."""
    return _QUESTION.search(plain) is not None


def _read_sentence(sentence: str, evidence: _Evidence) -> None:
    if is_question(sentence):
        evidence.is_questioned = True
        return
    if _OTHER_TIME.search(sentence):
        evidence.is_left_over = True
        return
    if _CORRECTION.search(sentence):
        evidence.is_corrected = True
    has_status = False
    is_reason = False
    condition = _CONDITION.search(sentence)
    for start, end in _clauses(sentence):
        clause = sentence[start:end]
        if condition is not None and condition.start() < end:
            evidence.is_planned = True
            break
        evidence_percents = percents_in(clause)
        reason = _REASON.search(clause)
        asserted = clause[: reason.start()] if reason else clause
        if not is_reason:
            has_status = _read_clause(asserted, evidence) or has_status
        is_reason = is_reason or (reason is not None and has_status)
        if not _is_modal(clause[: evidence_percents.start]):
            evidence.percents |= evidence_percents.values
            evidence.is_vague_percent |= evidence_percents.is_vague


def _clauses(sentence: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in _CLAUSE.finditer(sentence):
        spans.append((start, match.start()))
        start = match.start()
    spans.append((start, len(sentence)))
    return spans


def _is_modal(before: str) -> bool:
    return bool(_AIMED.search(before) or _REQUEST.search(before) or _HEDGE.search(before))


def _read_clause(clause: str, evidence: _Evidence) -> bool:
    """Take up what a clause asserts; whether it asserted a status."""
    claims = claims_in(clause)
    if not claims:
        evidence.is_requested |= _REQUEST.search(clause) is not None
        evidence.is_delayed |= _DELAY.search(clause) is not None
        evidence.is_planned |= _FUTURE.search(clause) is not None
        evidence.is_left_over |= _LEFTOVER.search(clause) is not None
        return False
    asserted = False
    position = 0
    for claim in claims:
        before = clause[position : claim.start]
        position = claim.end
        if _REQUEST.search(before):
            evidence.is_requested = True
        elif (
            _FUTURE.search(before)
            or _HEDGE.search(before)
            or (_is_bare_done(clause, claim) and _PURPOSE.search(before))
        ):
            evidence.is_planned = True
        elif _NEGATION.search(before) and claim.kind in {"done", "progress", "partial"}:
            evidence.claims.append(Claim("not_done", claim.start, claim.end))
            asserted = True
        else:
            evidence.claims.append(_limited(claim, clause, before))
            asserted = True
    evidence.is_left_over |= _LEFTOVER.search(clause[position:]) is not None
    return asserted


def _limited(claim: Claim, clause: str, before: str) -> Claim:
    """ "cơ bản đã xong" is not done, and "hồ sơ mời thầu đã xong" is about a part of the task only."""
    if claim.kind == "done" and (_PARTLY.search(before) or _PARTLY_AFTER.match(clause[claim.end :])):
        return replace(claim, kind="partial")
    is_part = _SOME.search(before) is not None or _RATIO.search(before) is not None
    if claim.kind == "done" and (is_part or _PART.search(before)):
        return replace(claim, is_explicit=False, is_counted=False)
    if claim.kind == "not_started" and is_part:
        return replace(claim, is_explicit=False)
    return claim


def _is_bare_done(clause: str, claim: Claim) -> bool:
    """ "hoàn thành" alone may be a purpose; "đã hoàn thành" is a fact."""
    return (
        claim.kind == "done" and not clause.startswith("da ", claim.start) and not clause[: claim.start].endswith("da ")
    )


def _judged(evidence: _Evidence) -> Verdict:
    percent = next(iter(evidence.percents)) if len(evidence.percents) == 1 else None
    if evidence.is_questioned and not evidence.claims:
        return Verdict(reason=ASKED)
    if len(evidence.percents) > 1 or evidence.is_corrected:
        return Verdict(guess=_guess(evidence), reason=CONTRADICTORY)
    kinds = evidence.kinds() or evidence.kinds(explicit=False)
    if not kinds - {"vague"}:
        return _without_status(evidence, percent)
    return _with_status(evidence, kinds, percent)


def _guess(evidence: _Evidence) -> ItemStatus | None:
    kinds = evidence.kinds(explicit=False)
    for kind in ("progress", "partial", "not_done", "not_started", "not_applicable", "done", "vague"):
        if kind in kinds:
            return _STATUS.get(kind, "in_progress")
    return None


def _without_status(evidence: _Evidence, percent: float | None) -> Verdict:
    """No status word: a percentage of the task itself says as much; so does the very act that the task asks for."""
    if percent is not None and 0 < percent < 100 and not evidence.is_questioned:
        return Verdict("in_progress", percent)
    if evidence.is_planned or evidence.is_questioned or evidence.is_requested:
        reason = ASKED if evidence.is_requested or evidence.is_questioned else PLANNED
        return Verdict(guess=_guess(evidence), reason=reason)
    if percent == 100 and not evidence.is_left_over:
        return Verdict("done", 100)
    if not evidence.is_left_over and evidence.is_act_done:
        return Verdict("done")
    return Verdict(guess=_guess(evidence), reason=UNCLEAR)


def _is_the_act_itself(plain: str, title: str) -> bool:
    """Whether a one-time act that opens the title is said to have been done, and not in part."""
    act = _ONE_SHOT.match(title)
    if act is None:
        return False
    return (
        re.search(
            rf"(?<![a-z0-9])da\s+(?:duoc\s+)?{act.group()}(?![a-z0-9_])(?!\s+(?:du thao|xong phan|mot phan|mot so))",
            plain,
        )
        is not None
    )


def _with_status(evidence: _Evidence, kinds: set[str], percent: float | None) -> Verdict:
    kinds = kinds - {"vague"}
    if evidence.is_questioned:
        return Verdict(guess=_guess(evidence), reason=ASKED)
    if kinds == {"done"}:
        return _done(evidence, percent)
    if kinds <= {"progress", "not_done", "partial"}:
        return _on_the_way(evidence, percent)
    if kinds == {"not_started"}:
        is_fine = percent in {None, 0.0} and bool(evidence.kinds() & kinds)
        return Verdict("not_started", percent) if is_fine else Verdict(guess="in_progress", reason=CONTRADICTORY)
    if kinds == {"not_applicable"} and percent is None and evidence.kinds() & kinds:
        return Verdict("not_applicable")
    if kinds == {"progress", "not_started"} and not any(c.is_explicit for c in evidence.claims if c.kind == "progress"):
        return Verdict("not_started")
    return Verdict(guess=_guess(evidence), reason=CONTRADICTORY)


def _done(evidence: _Evidence, percent: float | None) -> Verdict:
    if percent is not None and percent < 100:
        return Verdict(guess="in_progress", reason=CONTRADICTORY)
    if evidence.is_left_over or evidence.is_delayed:
        return Verdict(guess="in_progress", reason=CONTRADICTORY)
    is_whole = any(
        claim.is_explicit or (claim.is_counted and not evidence.has_target)
        for claim in evidence.claims
        if claim.kind == "done"
    )
    if evidence.is_vague_percent or not is_whole:
        return Verdict(guess="done", reason=UNCLEAR)
    return Verdict("done", 100 if percent is not None else None)


def _on_the_way(evidence: _Evidence, percent: float | None) -> Verdict:
    if evidence.is_vague_percent or (percent is not None and not 0 < percent < 100):
        return Verdict(guess="in_progress", reason=CONTRADICTORY if percent is not None else UNCLEAR)
    is_explicit = any(claim.is_explicit for claim in evidence.claims if claim.kind == "progress")
    if percent is not None or is_explicit:
        return Verdict("in_progress", percent)
    return Verdict(guess="in_progress", reason=UNCLEAR)
