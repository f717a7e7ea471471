"""Text of outside people made harmless for documents: what they wrote, without anything a program would act on."""

from __future__ import annotations

import re
import unicodedata

# XML 1.0 forbids the control characters, U+FFFE/F and lone surrogates; bidi overrides reorder what a reader sees.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def plain(text: str) -> str:
    """NFC without control characters; line ends are ``\\n``."""
    return unicodedata.normalize("NFC", _HARMFUL.sub("", _NEWLINES.sub("\n", text)))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of the text that say something, white space squeezed."""
    return tuple(line for line in (" ".join(raw.split()) for raw in plain(text).split("\n")) if line)


def one_line(text: str) -> str:
    """The text as one line: paragraphs joined by ``; `` unless they end in a stop already."""
    joined = ""
    for line in paragraphs(text):
        joined += line if not joined else (" " if joined[-1] in ".;:!?" else "; ") + line
    return joined
