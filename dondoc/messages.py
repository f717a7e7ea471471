"""Sentences for people as data: an English message id with named values, put into words at the outermost edge.

The core never chooses a language; `render` takes the translation function (gettext) of whoever shows the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Translate = Callable[[str], str]


def untranslated(text: str) -> str:
    """Return `text` itself: the English message id."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `text` is the English message id with ``{named}`` places, `values` fill them."""

    text: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def render(self, translate: Translate = untranslated) -> str:
        """Put the sentence into words; a translation that names an unknown place falls back to English."""
        try:
            return translate(self.text).format_map(self.values)
        except (KeyError, IndexError, ValueError):
            return self.text.format_map(self.values)

    def __str__(self) -> str:
        return self.render()


def say(text: str, /, **values: str | int | float) -> Message:
    """Build a `Message`; the literal first argument is what the catalog extractor collects."""
    return Message(text, values)
