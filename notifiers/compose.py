"""Turns a letter into a mail: words by Jinja2 templates, headers, thread, calendar entry, attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

from dondoc.letters import words
from dondoc.letters.identity import OfficeIdentity
from dondoc.letters.letter import Letter
from dondoc.mail import Attachment, OutboundMail
from dondoc.messages import Translate
from notifiers.invitation import invitation
from notifiers.mime import Field, build_mime, clean, mailbox
from notifiers.plain import words_of_html, wrapped
from notifiers.wording import environment

_TEMPLATE = {"first": "ask", "remind": "ask", "overdue": "ask", "escalate": "ask", "amend": "ask"}
_URGENT = frozenset({"overdue", "escalate"})
_MOST_REFERENCES = 10


@dataclass(frozen=True, slots=True)
class Composed:
    """A mail ready to go. `quotable` holds every line its reader may quote: the text, then what only the HTML says."""

    mail: OutboundMail
    text: str
    html: str
    quotable: str


class Composer:
    """Composes all mails of one office; `own_templates` is a folder whose files win over the built-in ones."""

    def __init__(self, office: OfficeIdentity, *, translate: Translate, own_templates: Path | None = None) -> None:
        self._office = office
        self._translate = translate
        self._words = environment(own_templates)

    def compose(self, letter: Letter, attachments: Sequence[Attachment], at: datetime) -> Composed:
        """The mail for `letter`, dated `at` (aware); the same input gives the same bytes."""
        form = next((file.name for file in attachments if file.name.endswith(".xlsx")), "")
        text = wrapped(self._render(letter, "txt", form))
        html = self._render(letter, "html", form)
        message_id = message_id_of(letter, self._office)
        subject = subject_of(letter)
        entry = invitation(letter, self._office, at) if letter.is_first and letter.asks else None
        files = (*attachments, entry) if entry else tuple(attachments)
        raw = build_mime(self._headers(letter, subject, message_id, at), text, html, files)
        sender = self._office.envelope_sender(letter.code)
        mail = OutboundMail(message_id, sender, self._recipients(letter), subject, raw)
        return Composed(mail, text, html, _quotable(text, html))

    def _render(self, letter: Letter, kind: str, form: str) -> str:
        name = _TEMPLATE.get(letter.purpose, letter.purpose)
        if letter.purpose == "hand-over" and letter.change.taken_from:
            name = "ask"
        reply_to = self._office.reply_address(letter.code)
        template = self._words.get_template(f"{name}.{kind}.j2")
        return template.render(
            letter=letter, office=self._office, form=form, reply_to=reply_to, translate=self._translate
        )

    def _recipients(self, letter: Letter) -> tuple[str, ...]:
        """Everybody addressed, then the office itself: its copy is the evidence that the mail left."""
        own = self._office.address.casefold()
        others = [address for address in (*letter.to, *letter.cc) if address.casefold() != own]
        return (*others, self._office.address)

    def _headers(self, letter: Letter, subject: str, message_id: str, at: datetime) -> list[Field]:
        office, own = self._office, self._office.address.casefold()
        to = [address for address in letter.to if address.casefold() != own] or [office.address]
        cc = [address for address in letter.cc if address.casefold() != own]
        references = letter.thread.references[-_MOST_REFERENCES:]
        optional = {
            "Cc": ", ".join(clean(address) for address in cc),
            "In-Reply-To": _id(letter.thread.in_reply_to) if letter.thread.in_reply_to else "",
            "References": " ".join(_id(name) for name in references),
            "Importance": "high" if letter.purpose in _URGENT else "",
            "X-Dondoc-Code": letter.code,
        }
        return [
            Field("From", mailbox(office.name, office.address)),
            Field("To", ", ".join([mailbox(letter.agency.name, to[0]), *(clean(address) for address in to[1:])])),
            *(Field(name, value) for name, value in optional.items() if value),
            Field("Reply-To", mailbox(office.name, office.reply_address(letter.code))),
            Field("Subject", subject, is_text=True),
            Field("Date", format_datetime(at)),
            Field("Message-ID", _id(message_id)),
            Field("Auto-Submitted", "auto-generated"),
            Field("X-Auto-Response-Suppress", "All"),
            Field("X-Dondoc-Plan", letter.plan.code),
            Field("X-Dondoc-Purpose", letter.purpose),
        ]


def subject_of(letter: Letter) -> str:
    """One subject a request, so that mail programs keep its mails together; "Re:" on all but the first."""
    if letter.purpose == "officer":
        return clean(f"[{letter.plan.code}] {words.matters_vi(letter.matters)}")
    title = letter.period.title if letter.period else letter.plan.title
    deadline = f" ({words.short_deadline_vi(letter.deadline)})" if letter.deadline else ""
    again = "Re: " if letter.thread.references else ""
    return clean(f"{again}[{letter.code}] {title}{deadline}")


def message_id_of(letter: Letter, office: OfficeIdentity) -> str:
    """The mail's own id, without brackets: the same whenever this mail is composed, another for any other mail."""
    digest = hashlib.sha256(f"{letter.plan.code}\0{letter.key}".encode()).hexdigest()[:20]
    return f"{(letter.code or letter.plan.code).lower()}.{digest}@{office.domain}"


def _id(name: str) -> str:
    return f"<{clean(name).strip('<>').replace(' ', '')}>"


def _quotable(text: str, html: str) -> str:
    known = {" ".join(line.split()) for line in text.split("\n")}
    only_html = [line for line in words_of_html(html) if line not in known]
    return "\n".join([text, *only_html])
