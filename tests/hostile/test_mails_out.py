"""Names, texts and files of outside people in our own mails: read as they were written, and no part of them alive."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import Message
from html.parser import HTMLParser
from typing import Any

import pytest

from app.language import translator
from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Letter
from notifiers.compose import Composer
from tests.unit.letters.every import every_letter

AT = datetime(2026, 11, 20, 1, tzinfo=UTC)
POISON = (
    " <script>alert(1)</script><img src=x onerror=alert(1)></td></table>\"'>{{ 7*7 }}"
    "\x1b[31m\x9b31m\x07\x00\u202e\u2066\u200b\ufeff\r\nBcc: la@khac.example\u2028x"
)
UNSEEN = "\x00\x07\x1b\x9b\u200b\u202e\u2066\ufeff"
FORMS = frozenset({"code", "key", "purpose", "kind", "id", "to", "cc", "every", "language", "timezone", "at"})
"""Fields whose form the plan's rules fix, so that nobody can write such a thing into them."""


def poisoned(value: Any, name: str = "") -> Any:  # Any: every value a letter is made of
    """The same letter with something hostile at the end of every free text in it."""
    if isinstance(value, str):
        return value if name in FORMS or not value else value + POISON
    if isinstance(value, tuple):
        return tuple(poisoned(one, name) for one in value)
    if isinstance(value, dict):
        return {key: poisoned(one, name) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, (type, date)):
        named = {field.name: poisoned(getattr(value, field.name), field.name) for field in fields(value) if field.init}
        return replace(value, **named)
    return value


class Skeleton(HTMLParser):
    """Every tag with the names of its attributes, and the links without what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        links = [(value or "").partition(":")[0] for name, value in attrs if name in {"href", "src"}]
        self.tags.append(f"{tag} {' '.join(name for name, _ in attrs)} {' '.join(links)}")


def skeleton(html: str) -> list[str]:
    parser = Skeleton()
    parser.feed(html)
    return parser.tags


def composed(letter: Letter, office: str) -> tuple[str, str, Message]:
    composer = Composer(OfficeIdentity(office, "office@so-a.example"), translate=translator("vi"))
    made = composer.compose(letter, (), AT)
    return made.text, made.html, message_from_bytes(made.mail.raw)


@pytest.mark.parametrize("name", every_letter())
def test_no_word_of_anybody_changes_the_page_of_a_mail(name: str) -> None:
    letter = every_letter()[name]

    _, clean, _ = composed(letter, "Sở An")
    _, hostile, _ = composed(poisoned(letter), "Sở An" + POISON)

    assert skeleton(hostile) == skeleton(clean)
    assert "&lt;script&gt;" in hostile


@pytest.mark.parametrize("name", every_letter())
def test_no_unseen_character_reaches_the_reader_of_a_mail(name: str) -> None:
    text, html, mail = composed(poisoned(every_letter()[name]), "Sở An" + POISON)

    assert "<script>" in text, "what was written is still there to read"
    for seen in (text, html):
        assert not set(seen) & set(UNSEEN)
    assert mail["Bcc"] is None
