"""A fault of plan.yaml: where it is, what is wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from dondoc.messages import Message, Translate, untranslated


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault (Knnn) or warning (Wnnn); `subject` names what it is about, from the whole to the part."""

    place: Place
    code: str
    message: Message
    remedy: Message
    file: str = "plan.yaml"
    subject: tuple[Message, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it fails the check."""
        return self.code.startswith("K")

    def words(self, translate: Translate = untranslated) -> str:
        """What is wrong, with what it is about in front: ``task 5, lead: no agency … is called "x"``."""
        about = ", ".join(part.render(translate) for part in self.subject)
        message = self.message.render(translate)
        return f"{about}: {message}" if about else message

    def render(self, translate: Translate = untranslated) -> str:
        """``file:line:column: CODE message``, the remedy indented on the next line."""
        head = f"{self.file}:{self.place.line}:{self.place.column}: {self.code} {self.words(translate)}"
        return f"{head}\n    {translate('how to mend')}: {self.remedy.render(translate)}"

    def __str__(self) -> str:
        return self.render()
