"""Words that name no task: which task they may speak of, and what a person must look at, so that no status is lost."""

from __future__ import annotations

import re

from dondoc.messages import Message, say
from dondoc.reading.claims import has_claim
from dondoc.reading.context import RequestContext
from dondoc.reading.dittos import points_elsewhere
from dondoc.reading.folded import folded, words_regex
from dondoc.reading.hints import hinted_task
from dondoc.reading.index import PlanIndex
from dondoc.reading.items import items_of
from dondoc.reading.moments import When
from dondoc.reading.outcome import Items, short
from dondoc.reading.pairing import Scope
from dondoc.reading.scoped import Scoped
from dondoc.reading.verdict import MIXED, verdict_on
from dondoc.reading.vocabulary import naming

_LISTED = re.compile(r"\s*[-+*•·●○▪►]\s+\w[^:]{8,160}:\s")
"""A thing named in a list, with what became of it."""
_OTHER_MATTERS = words_regex(naming.OTHER_MATTERS)


def is_open(items: Items, scoped: Scoped) -> bool:
    """Whether there are words that name no task, and nothing else was read."""
    return bool(scoped.loose) and not (items.certain or items.likely or items.review)


def relate_loose(items: Items, scoped: Scoped, index: PlanIndex, tasks: tuple[int, ...], when: When) -> Items:
    """Words that name no task: they speak of the only one of `tasks`, or a person must say of which."""
    if not tasks or not is_open(items, scoped):
        return items
    alone = Scoped(scopes=[Scope(tasks, "context", list(scoped.loose))])
    found = items_of(alone, index, tasks, when)
    if len(tasks) == 1:
        scoped.loose.clear()
        return found
    words = short(" ".join(text.text for text in scoped.loose))
    likely = found.certain
    return Items(likely=likely, review=[_of_which(words)] if likely or found.likely else [])


def doubt_loose(items: Items, scoped: Scoped, index: PlanIndex, context: RequestContext, when: When) -> None:
    """A status told of no known task is never lost in silence as long as a task of the request is without an answer."""
    unanswered = set(context.tasks) - items.certain.keys() - items.likely.keys()
    spoken_of = {message.values.get("task") for message in items.review}
    for hint in scoped.hints:
        if hint.task in unanswered - spoken_of:
            items.doubt(say(MIXED, task=hint.task, words=short(hint.text.text)))
    if items.review or not unanswered:
        return
    if not items.certain and not items.likely:
        _doubt_general(items, scoped, index)
    for text in scoped.loose:
        masked = index.masked(text.text, text.plain)
        if _OTHER_MATTERS.search(text.plain):
            continue
        verdict = verdict_on(masked, when=when)
        is_vague = verdict.guess is not None and _LISTED.match(text.text) is not None
        is_told = verdict.status is not None or is_vague or points_elsewhere(masked)
        if is_told or hinted_task(text, masked, index, unanswered):
            items.doubt(_of_which(short(text.text)))


def _doubt_general(items: Items, scoped: Scoped, index: PlanIndex) -> None:
    """Where nothing else was understood, a status in general remarks is what a person must look at."""
    for line in scoped.sections.texts.get("other", ()):
        text = folded(line)
        if has_claim(index.masked(text.text, text.plain)):
            items.doubt(_of_which(short(line)))
            return


def _of_which(words: str) -> Message:
    return say("the reply does not say which tasks it is about: “{words}”", words=words)
