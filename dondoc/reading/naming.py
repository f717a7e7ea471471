"""Which of the tasks asked a line or a sentence names: by number, by place in the list, or by the task's own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from dondoc.reading.bare_numbers import behind_status, set_against, terse
from dondoc.reading.claims import has_claim
from dondoc.reading.folded import Folded
from dondoc.reading.formlines import label_of
from dondoc.reading.index import PlanIndex
from dondoc.reading.mentions import Mention, mentions_in, named_at_head
from dondoc.reading.places import Orders, with_places


@dataclass(frozen=True, slots=True)
class TaskNames:
    """The names of the tasks `asked`; `orders` are those in which the writer may have seen them listed.

    `common` are labels of the figures asked once of the agency.
    """

    index: PlanIndex
    asked: tuple[int, ...]
    orders: Orders
    common: Collection[str]
    _known: dict[str, Sequence[Mention]] = field(default_factory=dict)
    _masked: dict[str, str] = field(default_factory=dict)

    def by_number(self, text: Folded) -> Sequence[Mention]:
        """Tasks named by number after a word for task, or by their place in the list."""
        found = self._known.get(text.plain)  # a line is asked about as a whole and again as its only sentence
        if found is None:
            found = self._known[text.plain] = with_places(text, mentions_in(text), self.orders)
        return found

    def masked(self, text: Folded) -> str:
        """The text with the plan's own words hidden."""
        found = self._masked.get(text.text)
        if found is None:
            found = self._masked[text.text] = self.index.masked(text.text, text.plain)
        return found

    def in_sentence(self, text: Folded, masked: str, *, is_waiting: bool) -> Sequence[Mention]:
        """The same, or by bare numbers where nothing else could be meant; `is_waiting` for words about a task above."""
        mentions = set_against(text, self.by_number(text), self.asked)
        if mentions or is_waiting:
            return mentions
        return behind_status(text, self.asked) or terse(masked, self.asked)

    def at_head(self, text: Folded) -> Mention | None:
        """A task named by its own words at the head of a line."""
        return None if self.is_figure(text) else named_at_head(text, self.index, self.asked)

    def within(self, sentence: Folded) -> Mention | None:
        """A task that a further sentence names by its words, before its status."""
        if self.by_number(sentence):
            return None
        named = self.at_head(sentence)
        masked = self.masked(sentence)
        is_told = named is not None and (has_claim(masked[named.end :]) or masked.startswith(":", named.end))
        return named if is_told else None

    def is_common(self, text: Folded) -> bool:
        """Whether the line gives a figure asked once of the agency, and none of the task it stands under."""
        return bool(self.common) and label_of(text) in self.common and not self.is_figure(text)

    def is_figure(self, text: Folded) -> bool:
        """Whether the line gives a figure by its name, which may sound like the task itself."""
        label = label_of(text)
        return any(label in self.index.tasks[task].figures.labels for task in self.asked if task in self.index.tasks)
