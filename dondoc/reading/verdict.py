"""What a piece of text says of one task: a status, or why nothing certain can be said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.messages import say
from dondoc.reading.acts import is_on_its_way, is_the_act_itself, of_the_task
from dondoc.reading.evidence import Evidence
from dondoc.reading.moments import When
from dondoc.reading.retractions import as_it_is_now
from dondoc.reading.sentences import sentences
from dondoc.reading.vocabulary import status as words
from dondoc.reading.years import other_years
from dondoc.reply import ItemStatus

_TARGET = re.compile(
    r"(?<![a-z0-9])(?:con\s+(?:lai\s+)?(?:\d|mot|hai|ba|thieu|no)|con lai|moi\s+(?:hoan|xong|duoc|dat|lam)"
    r"|(?:tren|trong)\s+(?:tong\s+)?(?:so\s+)?\d|(?:tren|trong) tong|giao\s+\d|so voi\s+\d|dau tien|nua|lam tiep"
    r"|quy (?:i|ii|iii|iv|\d)|dang ky|(?:ke hoach|chi tieu|muc tieu)(?!\s+so\s)(?:\s+(?!nam\s)\w+){0,2}\s+(?!20\d\d)\d"
    r"|chua|tiep tuc)(?![a-z_])"
)
_AMOUNT = re.compile(
    r"(?<![\d.,/])\d+(?:[.,]\d+)*\s+([a-z]+(?:\s+(?!da|duoc|dang|chua|se|va|con|tren|trong|so|voi|cho|la|thi)[a-z]+)?)"
)
_SHARE = re.compile(r"(?<![\d/.,])(\d{1,5})\s*/\s*(\d{1,5})(?![\d/.,])\s+[a-z]")
_SIGN = re.compile(rf"[{''.join(words.DONE_SIGNS)}]")
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


def verdict_on(plain: str, title: str = "", unmasked: str = "", *, when: When = When()) -> Verdict:  # noqa: B008 — frozen
    """Read a scope's masked `plain` text; `title` is the toneless title of the task, `unmasked` the text with it.

    What is said of another year than that of `when` is no answer.
    """
    plain = as_it_is_now(plain, when.year)
    evidence = Evidence(
        when=when,
        title=title,
        is_left_over=when.year is not None and other_years(plain, when.year),
        has_target=_has_target(plain),
    )
    for start, end in sentences(plain):
        evidence.read(plain[start:end])
    if title:
        evidence.claims = [of_the_task(claim, plain, title) for claim in evidence.claims]
        evidence.is_act_done = is_the_act_itself(unmasked, title)
        is_of_now = when.year is None or not other_years(plain, when.year)
        evidence.is_on_its_way = is_of_now and not evidence.is_act_done and is_on_its_way(plain)
    evidence.is_act_done |= _SIGN.search(plain) is not None
    verdict = _judged(evidence)
    verdict.is_delay_asked = evidence.is_delayed
    return verdict


def _has_target(plain: str) -> bool:
    """Whether a quantity in the text may be a part only: a target, a rest, or a second number of the same things."""
    things = [thing.split() for thing in _AMOUNT.findall(plain)]
    is_short = any(int(part) < int(total) for part, total in _SHARE.findall(plain))
    return is_short or _TARGET.search(plain) is not None or _counts_again(things)


def _counts_again(things: Sequence[Sequence[str]]) -> bool:
    """Whether two numbers count the same: "8 lớp" and "5 lớp tập huấn", but not "hộ nghèo" and "hộ cận nghèo"."""
    return any(
        one[: len(other)] == other[: len(one)] for place, one in enumerate(things) for other in things[place + 1 :]
    )


def _judged(evidence: Evidence) -> Verdict:
    percent = next(iter(evidence.percents)) if len(evidence.percents) == 1 else None
    if evidence.is_questioned and not evidence.claims:
        return Verdict(reason=ASKED)
    if len(evidence.percents) > 1 or evidence.is_corrected:
        return Verdict(guess=_guess(evidence), reason=CONTRADICTORY)
    kinds = evidence.kinds() or evidence.kinds(explicit=False)
    if not kinds - {"vague"}:
        return _without_status(evidence, percent)
    return _with_status(evidence, kinds, percent)


def _guess(evidence: Evidence) -> ItemStatus | None:
    kinds = evidence.kinds(explicit=False)
    for kind in ("progress", "partial", "not_done", "not_started", "not_applicable", "done", "vague"):
        if kind in kinds:
            return _STATUS.get(kind, "in_progress")
    return None


def _without_status(evidence: Evidence, percent: float | None) -> Verdict:
    """No status word: a percentage of the task itself says as much; so does the very act that the task asks for."""
    if percent is not None and 0 < percent < 100 and not evidence.is_questioned:
        return Verdict("in_progress", percent)
    if percent is None and not (evidence.is_questioned or evidence.is_requested) and evidence.is_on_its_way:
        return Verdict("in_progress")
    if evidence.is_planned or evidence.is_questioned or evidence.is_requested:
        reason = ASKED if evidence.is_requested or evidence.is_questioned else PLANNED
        return Verdict(guess=_guess(evidence), reason=reason)
    if percent == 0:
        return Verdict("not_started", 0)
    if percent == 100 and not evidence.is_left_over:
        return Verdict("done", 100)
    if not evidence.is_left_over and evidence.is_act_done:
        return Verdict("done")
    return Verdict(guess=_guess(evidence), reason=UNCLEAR)


def _with_status(evidence: Evidence, kinds: set[str], percent: float | None) -> Verdict:
    kinds = kinds - {"vague"}
    if evidence.is_questioned:
        return Verdict(guess=_guess(evidence), reason=ASKED)
    if evidence.is_stopped and kinds != {"not_started"}:
        return Verdict(guess=_guess(evidence), reason=UNCLEAR)
    if kinds == {"done"}:
        return _done(evidence, percent)
    if kinds <= {"progress", "not_done", "partial"}:
        return _on_the_way(evidence, percent)
    if kinds == {"not_started"}:
        return _not_begun(evidence, percent)
    if kinds == {"not_applicable"} and percent is None and evidence.kinds() & kinds:
        return Verdict("not_applicable")
    if kinds == {"progress", "not_started"} and not any(c.is_explicit for c in evidence.claims if c.kind == "progress"):
        return Verdict("not_started")
    return Verdict(guess=_guess(evidence), reason=CONTRADICTORY)


def _not_begun(evidence: Evidence, percent: float | None) -> Verdict:
    """ "chưa thực hiện" beside something finished or a percentage contradicts itself."""
    is_whole = "not_started" in evidence.kinds()
    if is_whole and percent in {None, 0.0} and "done" not in evidence.kinds(explicit=False):
        return Verdict("not_started", percent)
    return Verdict(guess="in_progress", reason=CONTRADICTORY)


def _done(evidence: Evidence, percent: float | None) -> Verdict:
    if percent is not None and percent < 100:
        return Verdict(guess="in_progress", reason=CONTRADICTORY)
    is_whole = any(
        claim.is_explicit or (claim.is_counted and not evidence.has_target)
        for claim in evidence.claims
        if claim.kind == "done"
    )
    if not is_whole and percent is None and evidence.is_on_its_way:
        return Verdict("in_progress")
    if evidence.is_left_over or evidence.is_delayed or "not_started" in evidence.kinds(explicit=False):
        return Verdict(guess="in_progress", reason=CONTRADICTORY)
    if evidence.is_vague_percent or not is_whole:
        return Verdict(guess="done", reason=UNCLEAR)
    return Verdict("done", 100 if percent is not None else None)


def _on_the_way(evidence: Evidence, percent: float | None) -> Verdict:
    if evidence.is_vague_percent or (percent is not None and not 0 < percent < 100):
        return Verdict(guess="in_progress", reason=CONTRADICTORY if percent is not None else UNCLEAR)
    has_part = "done" in evidence.kinds(explicit=False)
    progress = [claim for claim in evidence.claims if claim.kind == "progress" and claim.is_explicit]
    is_beside = has_part or evidence.is_act_done or evidence.is_delayed or evidence.is_requested
    is_explicit = any(not (claim.act and is_beside) for claim in progress)
    if percent is not None or is_explicit:
        return Verdict("in_progress", percent)
    return Verdict(guess="in_progress", reason=UNCLEAR)
