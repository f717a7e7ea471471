"""What one sentence says, and of which tasks: those it names, the one that is open, all of them, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.reading.dittos import likens_to_several, points_elsewhere, without_likened
from dondoc.reading.elsewhere import NOWHERE, Elsewhere
from dondoc.reading.folded import Folded
from dondoc.reading.hearsay import is_wish
from dondoc.reading.hints import Hint, hinted_task
from dondoc.reading.mentions import Mention
from dondoc.reading.naming import TaskNames
from dondoc.reading.pairing import TURN, Scope
from dondoc.reading.relating import related
from dondoc.reading.scoped import Heard, Scoped, Unplaced, WholeStatement
from dondoc.reading.sentences import is_question
from dondoc.reading.whole_cuts import Cut, others_cut, whole_cut
from dondoc.reading.wholes import is_reported_later, whole_in

_NAME_BEHIND = re.compile(r"\s*(?:\((?P<bracket>)|[-.:]\s+)(?P<name>[^():;]{15,200})(?(bracket)\)|\s*[:(])")
_DETAIL = re.compile(r"\s*(?:trong\s+d[o_]|cu\s+the)(?![a-z0-9_])")


@dataclass(slots=True)
class OpenScope:
    """What was found so far, and the scope to which further words belong.

    `heading` is the status above it, `is_numbered` whether its line bears a number, `line` which line is being read.
    """

    found: Scoped = field(default_factory=Scoped)
    scope: Scope | None = None
    heading: str = ""
    is_numbered: bool = False
    line: int = 0

    @property
    def is_waiting(self) -> bool:
        """Whether the open scope has named its task but said nothing yet."""
        return self.scope is not None and not self.scope.texts

    def begin(self, scope: Scope) -> None:
        """Further words belong to `scope`."""
        scope.heading, scope.is_numbered, scope.line = self.heading, self.is_numbered, self.line
        self.scope = scope
        self.found.scopes.append(scope)

    def end(self) -> None:
        """Further words belong to no task until one is named."""
        self.scope = None


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads sentence after sentence of a line."""

    names: TaskNames
    open: OpenScope
    elsewhere: Elsewhere = NOWHERE

    def read(self, text: Folded) -> None:
        """Give a sentence to the tasks it names, to the one that is open, to all of them, or to none."""
        masked = self.names.masked(text)
        mentions = self.names.in_sentence(text, masked, is_waiting=self.open.is_waiting)
        if is_wish(text.plain) or self._is_heard(text, mentions):
            return
        if is_question(masked):
            self.open.found.questions.append(text.text.strip())
        others = others_cut(text, masked, mentions)
        if others is not None:
            self.open.found.wholes.append(others.statement)
            text, masked, mentions = others.text, others.masked, others.mentions
        whole = self._cut_whole(text, masked, mentions)
        if whole is not None:
            text, masked, mentions = whole.text, whole.masked, whole.mentions
        if mentions:
            known = len(self.open.found.scopes)
            self._relate(text, masked, mentions)
            for scope in self.open.found.scopes[known:] if whole is not None and not _DETAIL.match(masked) else ():
                scope.is_turn = True
        elif text.plain.strip():
            self._unnamed(text, masked)

    def _is_heard(self, text: Folded, mentions: Sequence[Mention]) -> bool:
        """Keep what is others' word for a person: of the tasks it names, or of the one that is open."""
        if not self.elsewhere.is_in(text.plain):
            return False
        self._hear(mentions or ([self.open.scope] if self.open.scope else []), text)
        return True

    def _hear(self, named: Sequence[Mention | Scope], text: Folded) -> None:
        """Put a sentence about tasks before a person."""
        self.open.found.heard.extend(Heard(one.tasks, text) for one in named)

    def _unnamed(self, text: Folded, masked: str) -> None:
        """A sentence that names no task: about the one that is open, perhaps about another, or about none."""
        if is_reported_later(text.plain):
            return
        if points_elsewhere(masked) and whole_in(masked) is not None:
            self.open.found.wholes.append(WholeStatement("vague", text))
            return
        if self.open.scope is None:
            self.open.found.scopes.append(Scope((), "loose", [text], line=self.open.line))
            self.open.found.loose.append(text)
            return
        hinted = None if self.open.is_waiting else hinted_task(text, masked, self.names.index, self.names.asked)
        if hinted is not None and hinted not in self.open.scope.tasks:
            self.open.found.hints.append(Hint(hinted, text))
        self.open.scope.says(text)

    def _relate(self, text: Folded, masked: str, mentions: Sequence[Mention]) -> None:
        """Give a sentence to the tasks it names, unless it was only heard or pairs with none of them."""
        for mention in mentions:
            if mention.doubt:
                self.open.found.unplaced.append(Unplaced(mention.doubt, text))
        if TURN.search(masked, 0, mentions[0].start) and points_elsewhere(masked[: mentions[0].start]):
            self.open.found.wholes.append(WholeStatement("vague", text))
        if likens_to_several(text, mentions) or any(self._is_misnamed(text, mention) for mention in mentions):
            self._hear(mentions, text)
            return
        spoken_of = without_likened(text, mentions)
        found = related(text, masked, spoken_of)
        if found is None:
            self._hear(spoken_of, text)
            return
        for scope in found.scopes:
            self.open.begin(scope)
        if found.is_in_turn:
            self.open.end()

    def _is_misnamed(self, text: Folded, mention: Mention) -> bool:
        """Whether the words behind a task's number are the name of another task ("NV10 (words of task 11): …")."""
        words = _NAME_BEHIND.match(text.plain, mention.end)
        if words is None or len(mention.tasks) > 1:
            return False
        named = self.names.index.named(text.text[words.start("name") : words.end("name")], self.names.index.tasks)
        return named is not None and named not in mention.tasks

    def _cut_whole(self, text: Folded, masked: str, mentions: Sequence[Mention]) -> Cut | None:
        """Take a statement about all tasks out of the sentence; None where it holds none."""
        if not mentions and self._is_inside_answer(masked):
            return None
        cut = whole_cut(text, masked, mentions)
        if cut is not None:
            self.open.found.wholes.append(cut.statement)
            if not mentions:
                self.open.end()
        return cut

    def _is_inside_answer(self, masked: str) -> bool:
        """Whether the sentence still speaks of the task above: it names no tasks, or that one waits for words."""
        if self.open.scope is None or self.open.scope.origin == "list":
            return False
        return "nhiem vu" not in masked or self.open.is_waiting
