"""Text of outside people made harmless for documents: what they wrote, without anything a program would act on."""

from __future__ import annotations

from dondoc.text import plain


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of the text that say something, white space squeezed."""
    return tuple(line for line in (" ".join(raw.split()) for raw in plain(text).split("\n")) if line)


def one_line(text: str) -> str:
    """The text as one line: paragraphs joined by ``; `` unless they end in a stop already."""
    joined = ""
    for line in paragraphs(text):
        joined += line if not joined else (" " if joined[-1] in ".;:!?" else "; ") + line
    return joined
