"""Numbers at the head of lines: tasks, or a list that somebody numbered."""

from __future__ import annotations

from dondoc.messages import say
from dondoc.reading.claims import has_claim
from dondoc.reading.dittos import ditto_of
from dondoc.reading.outcome import Items, joined, note_of, short
from dondoc.reading.pairing import Scope
from dondoc.reading.percents import percents_in
from dondoc.reading.verdict import verdict_on
from dondoc.reply import ReplyItem


def without_list_numbers(scopes: list[Scope], asked: tuple[int, ...], items: Items) -> list[Scope]:
    """Numbers at the head of lines are tasks only where nothing else names tasks and all of them were asked."""
    listed = [scope for scope in scopes if scope.origin == "list"]
    if not listed:
        return scopes
    others = [scope for scope in scopes if scope.origin in {"number", "name", "row", "context"}]
    rest = [scope for scope in scopes if scope.origin != "list"]
    saying = [scope for scope in listed if claims_anything(scope)]
    if others:
        _give_to_previous(scopes, items)
        return rest
    numbers = [task for scope in saying for task in scope.tasks]
    if saying and set(numbers) <= set(asked) and len(set(numbers)) == len(numbers):
        return [*rest, *saying]
    if saying:
        items.doubt(
            say(
                "numbers at the head of lines are not surely task numbers: {numbers}",
                numbers=", ".join(map(str, numbers[:20])),
            )
        )
        for position, scope in enumerate(saying):
            if len(saying) == len(asked) and len(scope.tasks) == 1:
                _suggest(items, sorted(asked)[position], scope)
    return rest


def _suggest(items: Items, task: int, scope: Scope) -> None:
    verdict = verdict_on(joined(scope.texts).plain)
    guess = verdict.status or verdict.guess
    if guess is not None:
        items.likely[task] = ReplyItem(task, guess, verdict.percent, note=note_of(scope.texts))


def _give_to_previous(scopes: list[Scope], items: Items) -> None:
    """Numbered lines under a named task are parts of its answer."""
    current: Scope | None = None
    for scope in (scope for scope in scopes if scope.origin != "loose"):
        if scope.origin != "list":
            current = scope
        elif current is not None and not current.is_numbered:
            current.texts.extend(scope.texts)
        elif claims_anything(scope):
            words = short(" ".join(text.text for text in scope.texts))
            items.doubt(say("a numbered line does not say which task it is about: “{words}”", words=words))


def claims_anything(scope: Scope) -> bool:
    """Whether a scope tells a status or a percentage, or points to another that does, and not only figures."""
    return bool(scope.heading or ditto_of(scope)) or any(
        has_claim(text.plain) or percents_in(text.plain).values for text in scope.texts
    )
