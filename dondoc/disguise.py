"""Letters that show a reader something else than a program reads; they make no word of a reply certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from dondoc.mail import InboundMail
from dondoc.messages import Message, say

# Right-to-left and left-to-right override: the only marks that show Latin letters in another order.
_REORDERED = re.compile("[\u202d\u202e]|<bdo\\b|unicode-bidi\\s*:\\s*(?:bidi|isolate)-override", re.IGNORECASE)
_FOREIGN = "\u0370-\u03ff\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_MEETING = re.compile(rf"[{_LATIN}][{_FOREIGN}]|[{_FOREIGN}][{_LATIN}]")
_LETTERS = re.compile(r"[^\W\d_]*")
_AROUND = 20
_LOOKS_LATIN = frozenset("аеорсухіѕјһԁԛԝВЕКМНОРСТХАІЅЈοΟΑΒΕΖΗΙΚΜΝΡΤΥΧ")


def disguises_in(text: str, mail: InboundMail) -> tuple[Message, ...]:
    """Why the new text of a mail may not say what it shows: turned around, or with look-alikes of other alphabets."""
    found: list[Message] = []
    if any(_REORDERED.search(part) for part in (mail.text or "", unescape(mail.html or ""))):
        found.append(say("the mail holds marks that show its letters in another order than they stand"))
    word = next(_mixed_words(unicodedata.normalize("NFC", text)), None)
    if word is not None:
        found.append(say("the word “{word}” holds letters of another alphabet that look like ours", word=word))
    return tuple(found)


def _mixed_words(text: str) -> Iterator[str]:
    """The letters around each place where one of ours and one of another alphabet meet."""
    for meeting in _MEETING.finditer(text):
        at = meeting.start() + 1
        before = _LETTERS.match(text[max(0, at - _AROUND) : at][::-1])
        after = _LETTERS.match(text[at : at + _AROUND])
        word = (before.group()[::-1] if before else "") + (after.group() if after else "")
        if _LOOKS_LATIN & set(word):
            yield word
