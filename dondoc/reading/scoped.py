"""A mail cut up: what its pieces speak of, in order of appearance."""

from __future__ import annotations

from dataclasses import dataclass, field

from dondoc.reading.folded import Folded
from dondoc.reading.hints import Hint
from dondoc.reading.pairing import Scope
from dondoc.reading.sections import Sections
from dondoc.reading.wholes import Whole


@dataclass(frozen=True, slots=True)
class WholeStatement:
    """A sentence about all the tasks, or the rest of them."""

    whole: Whole
    text: Folded


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A sentence about a task told by its place in a list, which may be any of `tasks`."""

    tasks: tuple[int, ...]
    text: Folded


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that names `tasks` and asserts nothing of them that could be recorded."""

    tasks: tuple[int, ...]
    text: Folded


@dataclass(slots=True)
class Scoped:
    """A whole mail cut up: scopes, sentences about all tasks, sections, questions, what belongs to no task,
    and sentences about tasks that are only heard, do not pair, or are told by an unclear place.

    `hints` may be about other tasks than they seem.
    """

    scopes: list[Scope] = field(default_factory=list)
    wholes: list[WholeStatement] = field(default_factory=list)
    sections: Sections = field(default_factory=Sections)
    questions: list[str] = field(default_factory=list)
    loose: list[Folded] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)

    def drop_chapters(self, number: int) -> None:
        """Take the numbers up to `number` at the head of lines for those of chapters: their words name no task."""
        for scope in (scope for scope in self.scopes if scope.origin == "list" and max(scope.tasks) < number):
            scope.tasks, scope.origin = (), "loose"
            self.loose.extend(scope.texts)
